import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ruleExamples } from "../../dist/generated/ruleExamples.js";
import { cases } from "../../docs/site/src/cases.js";
import { findingsIn } from "../../docs/site/src/judge.js";
import { gatewayOfKind, usualKind } from "../../docs/site/src/kinds.js";
import { exampleText } from "../../docs/site/src/ruleMarkup.js";

describe("The playground's samples", () => {
  it("The playground's samples show many rules, each by a name that stands for one text", () => {
    expect(new Set(cases.map(({ rule }) => rule)).size).toBeGreaterThan(8);
    const names = cases.map(({ rule, name, text }) => `${rule} ${name} ${text}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(cases)("$rule is found in $name as the case says", async ({ file, text, kind }) => {
    const expected = readFileSync(`test/cases/${file}.expected`, "utf8");
    const id = kind ?? "ksnet.v1.request-pay";
    const assumed = { kind: id, gateway: "" };
    const { diagnostics } = await findingsIn(text, assumed, { locale: "en" });
    const told = diagnostics.map(({ range, severity, rule, path }) =>
      `${range.line}:${range.column} ${severity} ${rule} ${path}`.trimEnd(),
    );
    const lines = expected
      .split("\n")
      .filter((line) => /^\d+:\d+ (?:error|warning|info) \S/.test(line))
      .map((line) => line.replace(/ \((?:un)?safe fix\)$/, "").trimEnd());
    expect(told).toEqual(lines);
    expect(existsSync(`test/cases/${file}`)).toBe(true);
  });
});

describe("The playground", () => {
  // It knows nothing beside the text.
  const linked = Object.entries(ruleExamples).filter(([, { given }]) => !given);

  it.each(linked)(
    "The playground finds %s in the example that the rule's page links to",
    async (id, example) => {
      const kind = example.kind ?? usualKind;
      const assumed = { kind, gateway: gatewayOfKind(kind) };
      for (const locale of ["en", "ko"] as const) {
        const text = exampleText(example, "wrong", locale);
        const { diagnostics } = await findingsIn(text, assumed, { locale });
        expect(diagnostics.map(({ rule }) => rule)).toContain(id);
      }
    },
  );
});
