import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FastPathOptions, payloadsInOrder, verdictOn } from "../../../dist/lint/fastPath.js";
import { lintText } from "../../../dist/lint/index.js";
import { parseIfKeysUnique } from "../../../dist/lint/parseIfKeysUnique.js";
import { folderWith } from "../../support/command.js";
import { runWithLoadedFiles } from "../../support/loadedFiles.js";
import { plain } from "../../support/payloads.js";

/** White space that JSON allows, and some that it does not. */
const spaces = fc.constantFrom("", "", "", "", " ", "\t", "\r\n", " \n ", "\ufeff", "\u00a0");

/** JSON written key by key, so that keys can be given twice. */
const written = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("1", '"a : b"', '"\\":"', '"c\\\\"', "null", '"{"', "[]", "{}", '"x"'),
    tie("object"),
    fc.array(tie("value"), { maxLength: 2 }).map((items) => `[${items.join(",")}]`),
  ),
  object: fc
    .array(
      fc.tuple(
        fc.constantFrom("a", "b", "\\u0061", "a:", " a ", "__proto__", "$schema", '\\"'),
        spaces,
        tie("value"),
        spaces,
      ),
      { maxLength: 4 },
    )
    .map((members) => {
      const inner = members.map(
        ([key, before, value, behind]) => `"${key}"${before}:${value}${behind}`,
      );
      return `{${inner.join(",")}}`;
    }),
})).object;

/** Whether an object in a text of JSON has a key twice, found by a reader of its own. */
function hasKeyTwice(text: string): boolean {
  let isTwice = false;
  const holders: Set<string>[] = [];
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\])*"\s*:?|[{}]/g)) {
    if (token === "{") holders.push(new Set());
    else if (token === "}") holders.pop();
    else if (token.endsWith(":")) {
      const key = JSON.parse(token.slice(0, -1)) as string;
      const keys = holders.at(-1) as Set<string>;
      isTwice ||= keys.has(key);
      keys.add(key);
    }
  }
  return isTwice;
}

describe("A text of JSON whose keys are unique", () => {
  it("A text of JSON whose keys are unique gives its value, and any other text none", () => {
    fc.assert(
      fc.property(written, (text) => {
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          value = undefined;
        }
        expect(parseIfKeysUnique(text)).toEqual(
          value === undefined || hasKeyTwice(text) ? undefined : value,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, boolean]>([
    ['{"a":1}', true],
    ['{"a":1,"b":{"a":2}}', true],
    ['[{"a":1},{"a":2}]', true],
    ['{"a":1,"a":2}', false],
    ['{"b":{"a":1,"a":2}}', false],
    ['{"b":[{"a":1,"a":2}]}', false],
    ['{"a" : 1}', true],
    ['{"a" : 1, "a" : 2}', false],
    ['{"a" :1,"a":2}', false],
    ['{"a":":","b":"\\":"}', true],
    ['{"a":":","a":1}', false],
    ['{"a":"x\\\\","b":1}', true],
    ['{"\\u0061":1,"a":2}', false],
    ['{"a":"\\"","a":1}', false],
    ['{"a\n":1}', false],
    ["1", true],
    ['"a:b"', true],
    ["null", true],
    ["{}", true],
    ["{", false],
    ["", false],
  ])("A text of JSON is read closely or not: %s", (text, isPlain) => {
    expect(parseIfKeysUnique(text) !== undefined).toBe(isPlain);
  });

  it("A text of JSON gives none where it is nested more deeply than the readers go", () => {
    const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
    expect(parseIfKeysUnique(deep(400))).toBeDefined();
    expect(parseIfKeysUnique(deep(600))).toBe(undefined);
    expect(parseIfKeysUnique(deep(1_000_000))).toBe(undefined);
  });
});

describe("The fast path", () => {
  const good = JSON.stringify(plain);
  const schema = '"$schema":"https://x/ksnet.v1.request-pay.json"';
  const payload = fc.constantFrom(
    good,
    JSON.stringify(plain, null, 2),
    good.replace("{", `{${schema},`),
    good.replace("{", `{${schema.replace("request-pay", "cancel")},`),
    good.replace("머그컵", 'a : b \\" \\":'),
    good.replace('"amount":', '"amount" :'),
    good.replace('"amount":', '"amount":1,"amount":'),
    good.replace('"amount":', '"\\u0061mount":1,"amount":'),
    good.replace("80000", '"80000"'),
    good.replace("{", '{"__proto__":1,'),
    good.replace("{", '{"__proto__":{"amount":1},'),
    good.replace("{", '{"constructor":1,'),
    `${good} // paylint-disable-line x/y`,
    good.replace("머그컵", "# paylint-disable-line x/y -- z"),
    `{"custom_data":${"[".repeat(600)}${"]".repeat(600)},${good.slice(1)}`,
    "1",
    "null",
    "[]",
    "{}",
  );
  const texts = fc.oneof(
    payload,
    fc.array(payload, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
    fc.tuple(spaces, payload, spaces).map((parts) => parts.join("")),
  );

  it("The fast path says that all is in order exactly where linting finds nothing, and counts the same", async () => {
    let inOrder = 0;
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom("kind", "fallbackKind"), async (text, by) => {
        const options = { filename: "a.json", [by]: "ksnet.v1.request-pay" };
        const count = await payloadsInOrder(text, options);
        const { diagnostics, errors, unchecked, reports } = await lintText(text, options);
        if (count === undefined) return;
        inOrder++;
        expect([diagnostics, errors, unchecked]).toEqual([[], [], []]);
        expect(count.payloads).toBe(reports.length);
      }),
      { numRuns: 500 },
    );
    expect(inOrder).toBeGreaterThan(30);
  });

  it("The fast path is taken by every plain text in order, whatever colons it has in texts", async () => {
    const options = { filename: "a.json", kind: "ksnet.v1.request-pay" };
    const text = good.replace("머그컵", 'a : b \\" \\":');
    expect(await payloadsInOrder(text, options)).toEqual({ payloads: 1, neutral: 0 });
    expect(await payloadsInOrder(JSON.stringify(plain, null, 2), options)).toEqual({
      payloads: 1,
      neutral: 0,
    });
    expect(await payloadsInOrder(`[${text}, ${good}]`, options)).toEqual({
      payloads: 2,
      neutral: 0,
    });
    expect(await payloadsInOrder("[]", options)).toEqual({ payloads: 0, neutral: 0 });
  });

  it.each([
    ["of the kind that its $schema says", good.replace("{", `{${schema},`), {}, 0],
    ["of the only gateway of the shop", good, { gateways: ["ksnet"] }, 0],
    [
      "of its channel's gateway",
      JSON.stringify({ ...plain, channelKey: "k" }),
      { channels: { k: "ksnet" } },
      0,
    ],
    ["of PortOne's own kind", good, { kind: "portone.v1.request-pay" }, 1],
  ])("The fast path is taken by a payload in order %s", async (_name, text, options, neutral) => {
    const all = { filename: "a.request-pay.json", ...options };
    expect((await lintText(text, all)).diagnostics).toEqual([]);
    expect(await payloadsInOrder(text, all)).toEqual({ payloads: 1, neutral });
  });

  const { bypass: _, ...unnamed } = plain;
  const { tax_free: _taxFree, ...untaxed } = unnamed;
  const bySchema = { $schema: "https://x/ksnet.v1.request-pay.json" };
  it.each<[string, unknown, Partial<FastPathOptions>, string]>([
    ["in order as its gateway's", unnamed, { gateways: ["ksnet"] }, "in-order"],
    ["in order as PortOne's", unnamed, {}, "in-order-as-neutral"],
    ["in order as what its $schema says", { ...unnamed, ...bySchema }, {}, "in-order"],
    ["wrong", { ...plain, amount: "1" }, { gateways: ["ksnet"] }, "has-findings"],
    ["wrong for what its $schema says", bySchema, {}, "has-findings"],
    ["wrong where it is none", null, {}, "has-findings"],
    ["wrong for what the shop may be", untaxed, { gateways: ["ksnet"] }, "has-findings"],
    [
      "in order for what the shop is",
      untaxed,
      { gateways: ["ksnet"], store: { taxation: "taxable" } },
      "in-order",
    ],
    ["of several gateways", unnamed, { gateways: ["ksnet", "kcp"] }, "unsure"],
    ["of two gateways at once", { ...plain, bypass: { ksnet: {}, kcpQuick: {} } }, {}, "unsure"],
    ["of a gateway without a kind", plain, { assume: "jtnet" }, "unsure"],
    ["of no kind", plain, { filename: "a.json" }, "unsure"],
  ])("The fast path finds a payload to be %s", async (_what, value, options, verdict) => {
    const all = { filename: "a.request-pay.json", ...options };
    expect(await verdictOn(value, all)).toBe(verdict);
    // The second time nothing is loaded.
    expect(verdictOn(value, all)).toBe(verdict);
  });

  it("The fast path is taken by several payloads only where each is in order", async () => {
    const options = { filename: "a.request-pay.json" };
    const list = (...all: unknown[]) => payloadsInOrder(JSON.stringify(all), options);
    expect(await list(unnamed, unnamed)).toEqual({ payloads: 2, neutral: 2 });
    expect(await list(unnamed, { ...unnamed, ...bySchema })).toEqual({ payloads: 2, neutral: 1 });
    expect(await list({ ...unnamed, amount: "1" }, unnamed)).toBe(undefined);
    expect(await list(unnamed, { ...unnamed, amount: "1" })).toBe(undefined);
  });

  it("The fast path is not taken by a text that may have a directive", async () => {
    const options = { filename: "a.json", kind: "ksnet.v1.request-pay" };
    const named = (name: string) => payloadsInOrder(JSON.stringify({ ...plain, name }), options);
    expect(await named("paylint")).toBeDefined();
    expect(await named("// paylint-disable-line")).toBe(undefined);
  });

  it("The fast path is not taken by what does not say its kind", async () => {
    expect(await payloadsInOrder(good, { filename: "a.json" })).toBe(undefined);
  });

  it("The fast path is not taken where there is something to know about how a payload was checked", async () => {
    const options = { filename: "a.request-pay.json", assume: "jtnet" };
    const { diagnostics, notes } = await lintText(good, options);
    expect([diagnostics, notes]).toMatchObject([[], [{ code: "gateway-other" }]]);
    expect(await payloadsInOrder(good, options)).toBe(undefined);
    expect(await payloadsInOrder(good, { ...options, assume: "ksnet" })).toBeDefined();
  });

  it("The fast path loads no parser of JSON with places", () => {
    const parsersLoadedFor = (text: string) => {
      const cwd = folderWith({ "a.request-pay.json": text });
      const { loaded } = runWithLoadedFiles(["a.request-pay.json"], cwd);
      return loaded.filter((file) => readFileSync(file, "utf8").includes("allowTrailingComma"));
    };
    expect(parsersLoadedFor(JSON.stringify(plain, null, 2))).toEqual([]);
    expect(parsersLoadedFor("{}")).not.toEqual([]);
  });
});
