import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import ajvFormats from "ajv-formats";
import fc from "fast-check";
import { rules } from "paylint";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { outputs } from "../../../../dist/cli/formats/index.js";
import {
  emptyReport,
  type FileReport,
  type LocatedDiagnostic,
  type Output,
  type Totals,
} from "../../../../dist/cli/report.js";
import { escapeControls } from "../../../../dist/validator/mask.js";
import { plainStyle } from "../../../support/command.js";

const write = async (
  format: keyof typeof outputs,
  reports: readonly FileReport[],
  some: Partial<Totals> = {},
) => {
  const output: Output = await outputs[format]();
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const totals: Totals = {
    visited: reports.length,
    files: reports.length,
    payloads: reports.length,
    calls: 0,
    neutral: 0,
    judged: new Map<string, number>(),
    unchecked: 0,
    fixed: 0,
    known: 0,
    fixable: { safe: 0, unsafe: 0 },
    errors: all.filter(({ severity }) => severity === "error").length,
    warnings: 0,
    infos: 0,
    ...some,
  };
  const writing = output.start(plainStyle);
  return reports.map((report) => writing.report(report)).join("") + writing.end(totals);
};

const text = `{\n  "amount": "1"\n}\n`;
const base: LocatedDiagnostic = {
  rule: "shape/type",
  severity: "error",
  path: "/amount",
  message: "amount is wrong",
  source: "a guide",
  sources: [{ title: "a guide" }],
  file: "src/pay.json",
  kind: "ksnet.v1.request-pay",
  line: 2,
  column: 13,
  endLine: 2,
  endColumn: 16,
  fingerprint: "1f",
  docs: "https://paylint.example/rules/shape/type",
  fix: { title: "Write amount as a number", safe: true, edits: [] },
  textFix: {
    title: "Write amount as a number",
    safe: true,
    edits: [
      {
        range: { start: 14, end: 17, line: 2, column: 13, endLine: 2, endColumn: 16 },
        text: "1",
      },
    ],
  },
};
const reportOf = (...some: Partial<LocatedDiagnostic>[]): FileReport => ({
  file: some[0]?.file ?? base.file,
  text,
  firstLine: 1,
  diagnostics: some.map((one) => ({ ...base, ...one })),
  reports: [],
  unchecked: [],
  notes: [],
});

/** Names and messages as an enemy would choose them. */
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "a,b:c%0A\r\n::error file=x::y",
    '<a b="c">&amp;]]>',
    "\u0000\u001b[31m\u0085\u2028",
    "../ü/한글 ?#.js",
    "\ud800",
  ),
);
const reports = fc
  .array(
    fc.record({
      file: hostile,
      message: hostile,
      source: hostile,
      path: hostile,
      severity: fc.constantFrom("error", "warning", "info" as const),
      endLine: fc.constantFrom(2, 3),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => reportOf(...all));

describe("The format json", () => {
  it("The format json says every text as it is, also one with Unicode's own ends of lines", async () => {
    const separated = reportOf({ message: "a\u2028b\u2029c\n  d", path: "/\u2028" });
    await fc.assert(
      fc.asyncProperty(reports, async (report) => {
        const { diagnostics } = JSON.parse(await write("json", [report, report]));
        const said = report.diagnostics.map(({ textFix: _, ...rest }) => rest);
        expect(diagnostics).toEqual(JSON.parse(JSON.stringify([...said, ...said])));
      }),
      { numRuns: 100, examples: [[separated]] },
    );
  });
});

describe("The format sarif", () => {
  const require = createRequire(import.meta.url);
  const schemaFile = require
    .resolve("@microsoft/jest-sarif/package.json")
    .replace("package.json", "lib/schemas/sarif-2.1.0-rtm.5.json");
  // The schema is written in draft 4, of which it uses nothing that later ones have not but these two keywords.
  const {
    id: _,
    $schema: __,
    ...schema
  } = JSON.parse(readFileSync(schemaFile, "utf8")) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajvFormats.default(ajv);
  const isValid = ajv.compile(schema);

  it("The format sarif is valid whatever the names and messages", async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (report) => {
        const log: unknown = JSON.parse(await write("sarif", [report]));
        isValid(log);
        expect(isValid.errors ?? []).toEqual([]);
      }),
    );
  });
  it("The format sarif has every rule with help, the place, and the fix as an edit of the text", async () => {
    const log = JSON.parse(await write("sarif", [reportOf({ file: "a b/pay#1.json" })])) as Log;
    const [run] = log.runs;
    const listed = run?.tool.driver.rules ?? [];
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const rule of listed) expect(rule.help?.text, rule.id).toMatch(/\S/);
    const [result] = run?.results ?? [];
    expect(result).toMatchObject({
      ruleId: "shape/type",
      level: "error",
      message: { text: "amount is wrong" },
    });
    expect(listed[result?.ruleIndex as number]?.id).toBe("shape/type");
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "a%20b/pay%231.json" },
      region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 16 },
    });
    expect(result?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 16 },
        insertedContent: { text: "1" },
      },
    ]);
  });
});

/** Line ends have an escape of their own in a workflow command. */
const escapedUnlessLineEnd = (part: string) =>
  /^[\r\n]$/.test(part) ? part : escapeControls(part);

describe("The format github", () => {
  it("The format github says what, where and how bad", async () => {
    const all = reportOf({}, { severity: "warning" }, { severity: "info", endLine: 3 });
    expect((await write("github", [all])).split("\n")).toEqual([
      "::error file=src/pay.json,line=2,endLine=2,col=13,endColumn=16,title=paylint shape/type::amount is wrong (a guide)",
      "::warning file=src/pay.json,line=2,endLine=2,col=13,endColumn=16,title=paylint shape/type::amount is wrong (a guide)",
      "::notice file=src/pay.json,line=2,endLine=3,title=paylint shape/type::amount is wrong (a guide)",
      "",
    ]);
  });
  it("The format github is one command a finding, and nothing gets out of its place", async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (report) => {
        const lines = (await write("github", [report])).split(/\r\n|[\r\n]/);
        expect(lines).toHaveLength(report.diagnostics.length + 1);
        const order = ["error", "warning", "info"];
        const worstFirst = report.diagnostics.toSorted(
          (left, right) => order.indexOf(left.severity) - order.indexOf(right.severity),
        );
        for (const [index, { file, message, source }] of worstFirst.entries()) {
          // As the runner reads it: up to the second `::` properties, between commas, then the message.
          const [, properties = "", data] =
            /^::(?:error|warning|notice) (.*?)::(.*)$/s.exec(lines[index] as string) ?? [];
          const unescaped = (of: string) =>
            of
              .replaceAll("%2C", ",")
              .replaceAll("%3A", ":")
              .replaceAll("%0A", "\n")
              .replaceAll("%0D", "\r")
              .replaceAll("%25", "%");
          const shown = (of: string) =>
            of
              .split(/([\r\n])/)
              .map(escapedUnlessLineEnd)
              .join("");
          expect(unescaped((properties.split(",")[0] as string).replace("file=", ""))).toBe(
            shown(file),
          );
          expect(unescaped(data as string)).toBe(shown(`${message} (${source})`));
        }
      }),
      {
        examples: [
          [reportOf({ file: "a,b:c%0A\r\n::error file=x::y", message: "\n::stop-commands::x" })],
        ],
      },
    );
  });
});

describe("The format junit", () => {
  it("The format junit counts errors as failures, and tells the rest", async () => {
    const xml = await write("junit", [
      reportOf({}, { severity: "warning" }),
      emptyReport("b.json"),
    ]);
    expect(xml).toContain('<testsuites name="paylint" tests="3" failures="1">');
    expect(xml).toContain('<testsuite name="src/pay.json" tests="2" failures="1" skipped="0">');
    expect(xml).toContain('<failure type="shape/type" message="amount is wrong">');
    expect(xml).toContain('<testcase name="no findings" classname="b.json"/>');
  });
  it("The format junit is well-formed whatever the names and messages", async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (report) => {
        const xml = await write("junit", [report]);
        const tags = xml
          .replace(/="[^"<]*"/g, "")
          .replace(/<\/?[\w-]+(?: [\w-]+)*\/?>|<\?xml version encoding\?>/g, "");
        expect(tags).not.toMatch(/[<>]/);
        expect(tags).not.toMatch(/&(?!(?:amp|lt|gt|quot|#10|#9);)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });
});

describe("The format pretty", () => {
  it("The format pretty sums up what was looked at", async () => {
    const unchecked = [
      {
        code: "payload-elsewhere",
        why: "It is built elsewhere.",
        advice: "Write it here.",
        file: "src/pay.js",
        line: 3,
        column: 1,
        endLine: 3,
        endColumn: 9,
      },
    ] as const;
    const summary = await write("pretty", [{ ...emptyReport("a.js"), unchecked }], {
      visited: 12,
      files: 1,
      payloads: 1,
      calls: 4,
      judged: new Map([
        ["", 2],
        ["ksnet", 1],
      ]),
      unchecked: 1,
      fixed: 2,
      fixable: { safe: 3, unsafe: 1 },
    });
    expect(summary).toBe(
      `2 findings fixed\nNo problems in 1 payload (1 file)\n4 payment calls: 1 as KSNET, 2 as PortOne's own, 1 not checked\n  not checked: It is built elsewhere. Write it here.\n    src/pay.js:3:1\n3 fixable with --fix, 1 more with --unsafe-fixes\n`,
    );
  });
  it("The format pretty prints no control character of a file", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (file) => {
        const report = { ...reportOf({ file }, { file, line: 1 }), text: "\u001b[2J\u0007" };
        const printed = await write("pretty", [report]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(printed.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });
});
