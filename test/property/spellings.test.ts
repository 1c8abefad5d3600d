import fc from "fast-check";
import { rules } from "paylint";
import { valid, violating } from "paylint/arbitraries";
import { expect, it } from "vitest";
import { validators } from "../../dist/generated/validators.js";
import { lintText } from "../support/lintText.js";

const kind = "ksnet.v1.request-pay";

/** Choices of a writer, taken one after another. */
type Choose = (among: number) => number;

/** A value as one of the many ways to write it, with the declarations that it needs. */
function written(value: unknown, choose: Choose, declarations: string[]): string {
  const hoisted = (code: string) => {
    const name = `v${declarations.length}`;
    declarations.push(`const ${name} = ${code};`);
    return name;
  };
  const plain = (): string => {
    if (Array.isArray(value)) {
      const items = value.map((item) => written(item, choose, declarations));
      return choose(4) === 0 ? `[...${hoisted(`[${items.join(", ")}]`)}]` : `[${items.join(", ")}]`;
    }
    if (typeof value === "object" && value !== null) return object(value);
    if (typeof value === "string") return text(value);
    if (typeof value === "number" && Number.isInteger(value) && choose(4) === 0) {
      return `${value + 7} - 7`;
    }
    return JSON.stringify(value);
  };
  const text = (of: string): string => {
    const at = choose(of.length + 1);
    const quoted = JSON.stringify(of);
    switch (choose(4)) {
      case 0:
        return `${JSON.stringify(of.slice(0, at))} + ${JSON.stringify(of.slice(at))}`;
      case 1:
        return `\`${of.slice(0, at).replace(/[\\`$]/g, "\\$&")}\${${JSON.stringify(of.slice(at))}}\``;
      default:
        return quoted;
    }
  };
  const object = (of: object): string => {
    const entries = Object.entries(of).map(([key, below]) => {
      const code = written(below, choose, declarations);
      if (/^v\d+$/.test(code) && choose(2) === 0) return `${JSON.stringify(key)}: ${code}`;
      switch (choose(4)) {
        case 0:
          return `[${JSON.stringify(key)}]: ${code}`;
        case 1:
          return /^[a-z_]\w*$/i.test(key) ? `${key}: ${code}` : `${JSON.stringify(key)}: ${code}`;
        default:
          return `${JSON.stringify(key)}: (${code})`;
      }
    });
    const at = choose(entries.length + 1);
    switch (choose(5)) {
      case 0: {
        const first = hoisted(`{ ${entries.slice(0, at).join(", ")} }`);
        return `{ ...${first}, ${entries.slice(at).join(", ")} }`;
      }
      case 1:
        return `Object.freeze({ ${entries.join(", ")} })`;
      default:
        return `{ ${entries.join(", ")} }`;
    }
  };
  const code = plain();
  switch (choose(6)) {
    case 0:
      return hoisted(code);
    case 1:
      return `(${code} as never)`;
    default:
      return code;
  }
}

const payloads = fc.oneof(
  valid(kind),
  ...rules
    .filter(({ kinds, inText, note }) => Object.hasOwn(kinds, kind) && !inText && !note)
    .map(({ id }) => violating(id, { kind })),
);

/** Rules about the code around a payload, of which a validator knows nothing. */
const ofCode = new Set(rules.filter(({ inText }) => inText).map(({ id }) => id));

it("A payload written out in code, in whatever way, is judged as the validator judges it", async () => {
  await fc.assert(
    fc.asyncProperty(payloads, fc.infiniteStream(fc.nat(1000)), async (made, stream) => {
      // A call that does not name KSNET is judged as another's.
      const payload = /^ksnet(?:\.|$)/.test(String(made.pg)) ? made : { ...made, pg: "ksnet" };
      const choose: Choose = (among) => (stream.next().value as number) % among;
      const declarations: string[] = [];
      const code = written(payload, choose, declarations);
      const text = `${declarations.join("\n")}\nIMP.request_pay(${code});`;
      const { diagnostics } = await lintText(".ts", text, {
        rules: { "shape/deprecated": "info" },
      });
      const said = diagnostics
        .filter(({ rule }) => !ofCode.has(rule))
        .map(({ rule, path }) => `${rule} ${path}`);
      const expected = validators[kind].check(payload).diagnostics;
      expect(said.sort(), text).toEqual(expected.map(({ rule, path }) => `${rule} ${path}`).sort());
    }),
    { numRuns: 150 },
  );
});
