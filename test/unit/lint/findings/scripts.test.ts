import { describe, expect, it } from "vitest";
import { type LintOptions, lintText } from "../../../../dist/lint/index.js";

const rule = "sdk/legacy-script";
const old = "https://cdn.iamport.kr/js/iamport.payment-1.2.0.js";
const call = 'IMP.request_pay({ pg: "ksnet", amount: 1 });';

const found = async (text: string, filename: string, options: Partial<LintOptions> = {}) =>
  (await lintText(text, { filename, ...options })).diagnostics
    .filter((one) => one.rule === rule)
    .map(({ range, message }) => ({ line: range.line, message }));

const page = (...scripts: readonly string[]) =>
  [...scripts.map((src) => `<script src="${src}"></script>`), `<script>${call}</script>`].join(
    "\n",
  );

describe("An old script", () => {
  it.each([
    ["at its own place in the page of the call", page(old), [1]],
    ["at each of its places", page(old, old), [1, 2]],
    ["not where another one is loaded", page("https://cdn.iamport.kr/v1/iamport.js"), []],
    ["not where nothing is paid", page(old).replace(call, ""), []],
  ])("An old script is told %s", async (_name, text, lines) => {
    expect((await found(text, "a.html")).map(({ line }) => line)).toEqual(lines);
  });

  const project = { scripts: [{ address: old, file: "a.html", line: 3 }] };
  it.each(["en", "ko"] as const)(
    "of another file is told at the call, with its place, in %s",
    async (locale) => {
      const [one, ...others] = await found(`\n${call}`, "a.js", { project, locale });
      expect(others).toEqual([]);
      expect(one?.line).toBe(2);
      expect(one?.message).toContain("a.html:3");
      expect(/[가-힣]/.test(one?.message ?? "")).toBe(locale === "ko");
    },
  );

  it.each([
    ["https://cdn.iamport.kr/v1/iamport.js", 0],
    ["//cdn.iamport.kr/v1/iamport.js", 0],
    ["http://cdn.iamport.kr/v1/iamport.js?a#b", 0],
    ["https://other.example/a.js", 1],
    ["/js/cdn.iamport.kr/a.js", 1],
  ])(
    "of another file is told unless the page loads one of the same host: %s",
    async (src, count) => {
      expect(await found(page(src), "b.html", { project })).toHaveLength(count);
    },
  );
});
