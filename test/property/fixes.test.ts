import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatOf } from "../../dist/extract/formats.js";
import { parse } from "../../dist/extract/javascript/syntax/parse.js";
import type { Located } from "../../dist/extract/located.js";
import { fixText } from "../../dist/lint/fixText.js";
import { applyFixes, type LintDiagnostic, lintText } from "../../dist/lint/index.js";
import { tables } from "../../dist/lint/tables.js";
import { parsePointer } from "../../dist/validator/pointer.js";
import { validOf, violatingOf } from "../support/arbitraries.js";
import { CommentedWriter, commentsIn, isAbout, type Language } from "./commented.js";

const kind = "ksnet.v1.request-pay";

const fixable = [
  "shape/type",
  "shape/pattern",
  "issuer/no-card-quota",
  "checkout/no-billing-key",
  "tax/tax-free",
  "tax/vbank",
  "easypay/fixed-quota",
];

const payloads = fc.oneof(validOf(kind), ...fixable.map((rule) => violatingOf(kind, rule)));

const choices = fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 60 });

interface Form {
  readonly ending: string;
  readonly language: Language;
  write(payload: string): string;
}

const forms: [string, Form][] = [
  ["a JSON file", { ending: ".jsonc", language: "json", write: (payload) => `${payload}\n` }],
  ["a list in a JSON file", { ending: ".json", language: "json", write: (one) => `[${one}]` }],
  ["a line of NDJSON", { ending: ".ndjson", language: "line", write: (one) => `${one}\n` }],
  [
    "a call in JavaScript",
    {
      ending: ".js",
      language: "javascript",
      write: (payload) => `IMP.request_pay(${payload}, () => { return /"/ });\n`,
    },
  ],
  [
    "a call in JavaScript with Windows line ends",
    {
      ending: ".ts",
      language: "javascript",
      write: (payload) => `IMP.request_pay(${payload});\n`.replaceAll("\n", "\r\n"),
    },
  ],
];

const lint = (ending: string, text: string) =>
  lintText(text, {
    filename: `a${ending}`,
    gateway: "ksnet",
    ...(!/[jt]s$/.test(ending) && { kind }),
  });

/** The value of the payload that a text holds, as its reader reads it. */
async function valueIn(ending: string, text: string): Promise<unknown> {
  const read = await formatOf(ending)?.load();
  const extraction = read?.(text, {
    kinds: tables.callKinds,
    sdks: tables.sdks,
    apis: tables.apis,
    secrets: tables.secrets,
    ending,
    parser: parse,
  });
  expect(extraction?.errors).toEqual([]);
  expect(extraction?.unparsable).toEqual([]);
  const [payload] = [
    ...(extraction?.payloads ?? []).map((one) => one.payload),
    ...(extraction?.calls ?? []).map((one) => one.payload as Located),
  ];
  return payload?.value;
}

type Tree = Record<string, unknown>;

/** A payload with the edits of a fix, and pointers to what is gone. */
interface Edited {
  readonly value: unknown;
  readonly removed: readonly string[];
}

/** @param takesEmpty whether an object that only held what is removed goes too. */
function edited(payload: unknown, { fix, path: at }: LintDiagnostic, takesEmpty: boolean): Edited {
  const value = structuredClone(payload);
  const removed: string[] = [];
  for (const { op, path, value: put } of fix?.edits ?? []) {
    const keys = parsePointer(path);
    const objects = [value as Tree];
    for (const key of keys.slice(0, -1)) objects.push(objects.at(-1)?.[key] as Tree);
    const key = keys.at(-1) as string;
    if (op !== "remove") (objects.at(-1) as Tree)[key] = put;
    else {
      let depth = keys.length;
      do delete (objects[--depth] as Tree)[keys[depth] as string];
      while (takesEmpty && depth > 0 && Object.keys(objects[depth] as Tree).length === 0);
      removed.push(`/${keys.slice(0, depth + 1).join("/")}`);
    }
  }
  if (fix?.edits.length === 0) removed.push(`earlier ${at}`);
  return { value, removed };
}

describe("whatever is written with comments everywhere", () => {
  it.each(forms)(
    "Each fix of %s changes what it says and no comment of others",
    async (_, form) => {
      const { ending, language, write } = form;
      let count = 0;
      await fc.assert(
        fc.asyncProperty(payloads, choices, async (payload, style) => {
          const text = write(new CommentedWriter(style, language).value(payload));
          const before = await valueIn(ending, text);
          const { diagnostics } = await lint(ending, text);
          for (const one of diagnostics) {
            if (!one.textFix) continue;
            count++;
            const { text: after } = applyFixes(text, [one], { unsafe: true });
            expect(after).not.toBe(text);
            const got = await valueIn(ending, after);
            const possible = [true, false].map((takesEmpty) => edited(before, one, takesEmpty));
            const expected = possible.find(({ value }) => isDeepStrictEqual(value, got));
            expect(expected, `${text}\n=>\n${after}`).toBeDefined();
            // An object stays where a comment in it belongs to no key.
            if (expected !== possible[0]) expect(text).toContain("free");
            const isGone = (says: string) => expected?.removed.some((path) => isAbout(says, path));
            expect(commentsIn(after), `${text}\n=>\n${after}`).toEqual(
              commentsIn(text).filter((says) => !isGone(says)),
            );
            expect(after).not.toMatch(/,[ \t]+\r?\n|\{ {2,}\}/);
            const again = await lint(ending, after);
            const isSame = (other: LintDiagnostic) =>
              other.rule === one.rule && other.path === one.path;
            const countOf = (all: readonly LintDiagnostic[]) => all.filter(isSame).length;
            expect(countOf(again.diagnostics)).toBeLessThan(countOf(diagnostics));
          }
        }),
        { numRuns: 50 },
      );
      expect(count).toBeGreaterThan(0);
    },
  );

  it.each(forms)(
    "A text of %s whose fixes are all applied is read and fixed no further",
    async (_, form) => {
      const { ending, language, write } = form;
      await fc.assert(
        fc.asyncProperty(payloads, choices, fc.boolean(), async (payload, style, unsafe) => {
          const text = write(new CommentedWriter(style, language).value(payload));
          const run = async (of: string) =>
            fixText(of, await lint(ending, of), (one) => lint(ending, one), unsafe);
          const once = await run(text);
          await valueIn(ending, once.text);
          expect((await run(once.text)).text).toBe(once.text);
        }),
        { numRuns: 25 },
      );
    },
  );
});
