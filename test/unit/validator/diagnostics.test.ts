import { describe, expect, it } from "vitest";
import type { AlternativeWords, Fault, FixRecipe } from "../../../src/validator/compiled.js";
import { cited, diagnosticsOf, findingIn } from "../../../src/validator/diagnostics.js";
import type { Finding } from "../../../src/validator/precedence.js";
import { hole, Unknown } from "../../../src/validator/unknown.js";

const words = { gateway: { en: "G", ko: "G" }, issuer: null, labels: {}, secrets: {} } as const;
const told = (message: string) => ({ en: message, ko: `${message}(ko)` });
const fix: FixRecipe = { title: told("usual fix"), safe: true, edit: { remove: true } };
const variant = (
  when: AlternativeWords["when"],
  more: Partial<AlternativeWords> = {},
): AlternativeWords => ({
  ...{ when, message: told(more.has ? `has ${more.has}` : when) },
  ...more,
});
const variants = [
  variant("absent"),
  variant("text", { fix: { ...fix, title: told("text fix"), safe: false } }),
  variant("object", { has: "total" }),
  variant("object", { has: "toString" }),
];
const fault = (path: string, more: Partial<Fault> = {}): Fault => ({
  ...{ rule: "r", severity: "error", path, is: "mistyped", ofShape: true },
  ...{ message: told("usual"), sources: [], fix },
  ...more,
});
const diagnosed = (of: Fault, payload: unknown, locale: "en" | "ko" = "en") =>
  diagnosticsOf([findingIn([of], 0)], payload, words, locale)[0];

describe("The words of a diagnostic", () => {
  it.each<[what: string, value: unknown, message: string, title: string]>([
    ["a text", "1", "text", "text fix"],
    ["a number", 1, "usual", "usual fix"],
    ["null", null, "usual", "usual fix"],
    ["nothing", undefined, "absent", "usual fix"],
    ["a list", [], "usual", "usual fix"],
    ["an object without the key", {}, "usual", "usual fix"],
    ["an object with the key", { total: 1 }, "has total", "usual fix"],
    [
      "an object with another key that objects inherit",
      { toString: 1 },
      "has toString",
      "usual fix",
    ],
    ["a text that is not known", new Unknown("x", ["string"]), "text", "text fix"],
    ["a text that is known in part", new Unknown("x", ["string"], `a${hole}`), "text", "text fix"],
    ["what may be a text", new Unknown("x", ["string", "number"]), "usual", "usual fix"],
    ["what may be anything", new Unknown("x"), "usual", "usual fix"],
    ["an object that is not known", new Unknown("x", ["object"]), "usual", "usual fix"],
  ])("The words of a diagnostic are those for %s", (_what, value, message, title) => {
    const found = diagnosed(fault("/a", { variants }), { a: value });
    expect(found).toMatchObject({ message, fix: { title, safe: title === "usual fix" } });
  });

  it("The words of a diagnostic are in the language that is asked for", () => {
    const found = diagnosed(fault("/a", { variants }), { a: 1 }, "ko");
    expect(found).toMatchObject({ message: "usual(ko)", fix: { title: "usual fix(ko)" } });
  });

  it("The words of a diagnostic mask a card number in a key that no document lists, and leave a path of the table alone", () => {
    const [path, masked] = ["/4111111111111111", "/****************"];
    expect(diagnosed(fault(path), {})?.path).toBe(path);
    const { fault: _, ...stray } = findingIn([fault(path)], 0);
    expect(diagnosticsOf([stray], {}, words, "en")[0]?.path).toBe(masked);
  });

  it("Diagnostics come one for each fault, in the order of the payload", () => {
    const finding = (path: string, more: Partial<Fault> = {}): Finding =>
      findingIn([fault(path, more)], 0);
    const found = [finding("/b"), finding("/a/x"), finding("/a"), finding("/a", { is: "wrong" })];
    const payload = { a: { x: 1 }, b: 2 };
    const paths = diagnosticsOf(found, payload, words, "en").map(({ path }) => path);
    expect(paths).toEqual(["/a", "/b"]);
  });
});

describe("The sources of a diagnostic", () => {
  const guide = { title: told("Guide"), url: "https://guide.example" };
  const mail = { title: told("Mail") };
  it("The sources of a diagnostic are all named, with their addresses, the first as the source", () => {
    expect(cited([guide, mail], "en")).toEqual({
      source: "Guide",
      sources: [{ title: "Guide", url: "https://guide.example" }, { title: "Mail" }],
    });
    expect(cited([mail, guide], "ko").source).toBe("Mail(ko)");
    expect(cited([], "en")).toEqual({ source: "", sources: [] });
  });
});
