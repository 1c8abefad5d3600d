import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFixes, type LintDiagnostic } from "../../../../dist/lint/index.js";

const text = "abcdefghij";

const diagnostic = (edits: readonly (readonly [number, number])[], safe: boolean) =>
  ({
    rule: "a/b",
    ...(edits.length > 0 && {
      textFix: {
        title: "",
        safe,
        edits: edits.map(([start, end]) => ({ range: { start, end }, text: "_" })),
      },
    }),
  }) as unknown as LintDiagnostic;

const stretch = fc
  .tuple(fc.nat(text.length), fc.nat(text.length))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
const diagnostics = fc.array(
  fc.tuple(fc.array(stretch, { maxLength: 2 }), fc.boolean()).map((given) => diagnostic(...given)),
  { maxLength: 6 },
);

describe("Applying fixes", () => {
  it("applyFixes leaves each diagnostic either applied or remaining, in the order given, and loses none", () => {
    fc.assert(
      fc.property(diagnostics, fc.boolean(), (given, unsafe) => {
        const { applied, remaining } = applyFixes(text, given, { unsafe });
        expect(given.filter((one) => applied.includes(one))).toEqual(applied);
        expect(given.filter((one) => !applied.includes(one))).toEqual(remaining);
        expect(applied.every(({ textFix }) => textFix && (textFix.safe || unsafe))).toBe(true);
      }),
    );
  });

  it("applyFixes gives the text that the applied fixes give alone", () => {
    fc.assert(
      fc.property(diagnostics, (given) => {
        const { applied, text: fixed } = applyFixes(text, given, { unsafe: true });
        expect(applyFixes(text, applied, { unsafe: true })).toEqual({
          text: fixed,
          applied,
          remaining: [],
        });
      }),
    );
  });

  it("applyFixes applies the first in the text of two that overlap, and nothing unsafe that is not asked for", () => {
    const [late, early, unsafe] = [
      diagnostic([[3, 6]], true),
      diagnostic([[1, 4]], true),
      diagnostic([[8, 9]], false),
    ] as const;
    expect(applyFixes(text, [late, early, unsafe])).toEqual({
      text: "a_efghij",
      applied: [early],
      remaining: [late, unsafe],
    });
  });
});
