import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { outputs } from "../../../dist/cli/formats/index.js";
import {
  emptyReport,
  type FileReport,
  type LocatedDiagnostic,
  type LocatedUnchecked,
  type Output,
  type Totals,
} from "../../../dist/cli/report.js";
import { paylint, plainStyle } from "../../support/command.js";

const diagnostic: LocatedDiagnostic = {
  rule: "shape/required",
  severity: "error",
  path: "/name",
  message: "name is missing",
  source: "a guide",
  sources: [{ title: "a guide" }],
  fingerprint: "1f",
  docs: "https://paylint.example/rules/shape/required",
  file: "a.js",
  kind: "ksnet.v1.request-pay",
  line: 1,
  column: 17,
  endLine: 1,
  endColumn: 18,
};
const unchecked: LocatedUnchecked = {
  file: "a.js",
  code: "payload-elsewhere",
  why: "The payload is made elsewhere.",
  advice: "Check it there.",
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 16,
};
const totals: Totals = {
  visited: 1,
  files: 1,
  payloads: 1,
  calls: 2,
  neutral: 0,
  judged: new Map(),
  unchecked: 0,
  fixed: 0,
  known: 0,
  fixable: { safe: 0, unsafe: 0 },
  errors: 0,
  warnings: 0,
  infos: 0,
};

async function write(
  format: keyof typeof outputs,
  ...reports: Partial<FileReport>[]
): Promise<string> {
  const output: Output = await outputs[format]();
  const writing = output.start(plainStyle);
  const printed = reports.map((report) => writing.report({ ...emptyReport("a.js"), ...report }));
  return printed.join("") + writing.end(totals);
}

describe("calls that were not checked", () => {
  it("Unchecked calls are listed by json with place, reason and advice", async () => {
    const report = JSON.parse(await write("json", { unchecked: [unchecked] }));
    const { endLine: _, endColumn: __, ...shown } = unchecked;
    expect(report.unchecked).toEqual([shown]);
    expect(report.neutral).toBe(0);
  });

  it("Unchecked calls are notices of github, after all findings", async () => {
    const lines = await write(
      "github",
      { unchecked: [unchecked], diagnostics: [{ ...diagnostic, severity: "info" }] },
      { diagnostics: [{ ...diagnostic, severity: "warning" }] },
      { diagnostics: [diagnostic] },
    );
    expect(lines.match(/^::\w+/gm)).toEqual(["::error", "::warning", "::notice", "::notice"]);
    expect(lines.trimEnd().split("\n").at(-1)).toBe(
      "::notice file=a.js,line=3,endLine=3,col=1,endColumn=16,title=paylint unchecked::The payload is made elsewhere. Check it there.",
    );
  });

  it("Unchecked calls are skipped tests of junit", async () => {
    const xml = await write("junit", { unchecked: [unchecked] });
    expect(xml).toContain('<testsuite name="a.js" tests="1" failures="0" skipped="1">');
    expect(xml).toContain(
      '<testcase name="unchecked payload-elsewhere a.js:3:1" classname="a.js"><skipped message="The payload is made elsewhere. Check it there."/></testcase>',
    );
  });

  it("Unchecked calls are notifications of sarif, which open no alert", async () => {
    const [run] = (JSON.parse(await write("sarif", { unchecked: [unchecked] })) as Log).runs;
    expect(run?.results).toEqual([]);
    expect(run?.invocations?.[0]?.toolExecutionNotifications).toMatchObject([
      { level: "note", descriptor: { id: "paylint/unchecked/payload-elsewhere" } },
    ]);
  });
});

describe("findings at the same place", () => {
  const files = { "a.js": 'IMP.request_pay({ pg: "ksnet" });' };

  it("Findings at the same place are tests of different names in junit", async () => {
    const { stdout } = await paylint(["--format", "junit", "a.js"], files);
    const names = [...stdout.matchAll(/<testcase name="([^"]*)"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names).size).toBe(names.length);
  });

  it("Findings at the same place have names of their own in junit also where all of them is equal", async () => {
    const xml = await write("junit", { diagnostics: [diagnostic, diagnostic] });
    expect(xml).toContain('name="shape/required /name a.js:1:17"');
    expect(xml).toContain('name="shape/required /name a.js:1:17 (2)"');
  });

  it("Findings at the same place have fingerprints of their own in sarif, which stay when lines move", async () => {
    const fingerprints = async (text: string) => {
      const { stdout } = await paylint(["--format", "sarif", "a.js"], { "a.js": text });
      return (JSON.parse(stdout) as Log).runs[0]?.results?.map(
        ({ partialFingerprints }) => partialFingerprints?.["paylint/v1"],
      );
    };
    const before = await fingerprints(files["a.js"]);
    expect(new Set(before).size).toBe(before?.length);
    expect(await fingerprints(`\n\n${files["a.js"]}`)).toEqual(before);
  });

  it("A finding keeps the fingerprint that the linter gives, counted where it comes twice", async () => {
    const own = { ...diagnostic, fingerprint: "f" };
    const [run] = (JSON.parse(await write("sarif", { diagnostics: [own, own] })) as Log).runs;
    expect(run?.results?.map((one) => one.partialFingerprints?.["paylint/v1"])).toEqual([
      "f",
      "f:2",
    ]);
  });
});
