import { describe, expect, it } from "vitest";
import type { Located } from "../../../../../src/extract/located.js";
import { locatedAt } from "../../../../../src/extract/located.js";
import { payloadIn } from "../reading.js";

const modules: Readonly<Record<string, string>> = {
  "../end.js": `export default "end"`,
  "./m.js": `// of the shop
export const name = "mug";
export const order = { amount: "1", card: { code: "C" } };
export const again = { a: 1, a: 2 };
export const pay = (order, extra) => IMP.request_pay({ ...order, extra, fixed: "f" });`,
};

const load = (specifier: string) => {
  const text = modules[specifier];
  return text === undefined ? undefined : { file: "m.js", text };
};

/** Where a value is in the text, by whether it may be edited, and where in another file it is written. */
function placeOf(text: string, pointer: string): string {
  const { span, isShared, elsewhere, property, key, origin } = located(text, pointer);
  return [
    text.slice(...span),
    ...(isShared ? ["shared"] : []),
    ...(elsewhere ? [`line ${elsewhere.line} of ${elsewhere.file}`] : []),
    ...(property ? [`as ${text.slice(...property)}`] : []),
    ...(key ? [`by ${text.slice(...key)}`] : []),
    ...(origin ? [`from ${text.slice(...origin)}`] : []),
  ].join(", ");
}

function located(text: string, pointer: string): Located {
  const found = locatedAt(payloadIn(text, { moduleOf: load }), pointer);
  if (!found) throw new Error(`nothing at ${pointer}`);
  return found;
}

describe("What is written in another file is at the place where the text uses it", () => {
  const imported = `import { name, order, again, pay } from "./m.js";`;
  it.each([
    ["IMP.request_pay({ name });", "/name", "name, shared, line 2 of m.js, as name, by name"],
    ["IMP.request_pay(order);", "", "order, shared, line 3 of m.js"],
    ["IMP.request_pay(order);", "/amount", "order, shared, line 3 of m.js"],
    ["IMP.request_pay(order);", "/card/code", "order, shared, line 3 of m.js"],
    ["IMP.request_pay({ b: 1 });", "/b", "1, as b: 1, by b"],
    ["const b = 1; IMP.request_pay({ b });", "/b", "1, as b, by b, from 1"],
    [`pay({ b: "x" });`, "/b", `"x", as b: "x", by b`],
    [`pay({ b: "x" }, y);`, "/fixed", `pay({ b: "x" }, y), shared, line 5 of m.js`],
    [`pay({ b: "x" }, "y");`, "/extra", `"y", shared, from "y"`],
    [`pay({ b: "x" }, { c: 1 });`, "/extra/c", "1, as c: 1, by c"],
  ])("What is written in another file: %s %s", (code, pointer, place) => {
    expect(placeOf(`${imported} ${code} use("merchant_uid");`, pointer)).toBe(place);
  });

  it("Literals that a value may come from are told of the text alone", () => {
    const text = `${imported} const n = x ? name : "cup"; IMP.request_pay({ n });`;
    const origins = located(text, "/n").origins ?? [];
    expect(origins.map((span) => text.slice(...span))).toEqual([`"cup"`]);
  });
  it("A key that is written twice in another file is told there, not here", () => {
    expect(
      payloadIn(`${imported} IMP.request_pay(again);`, { moduleOf: load }).duplicateKeys,
    ).toEqual([]);
    const own = `${imported} IMP.request_pay({ a: 1, a: name });`;
    expect(payloadIn(own, { moduleOf: load }).duplicateKeys).toHaveLength(1);
  });
  it("A value at the very end of another file is of that file", () => {
    const text = `import end from "../end.js"; IMP.request_pay({ end });`;
    expect(placeOf(text, "/end")).toBe("end, shared, line 1 of m.js, as end, by end");
  });
});
