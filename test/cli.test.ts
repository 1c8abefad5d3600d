import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { direct, plain } from "./payloads.js";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line in a new folder that holds the files given. */
function paylint(args: string[], files: Record<string, string | Uint8Array> = {}, input = "") {
  const cwd = mkdtempSync(join(tmpdir(), "paylint-cli-"));
  made.push(cwd);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  const env = { ...process.env, NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    input,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

interface Report {
  version: number;
  files: number;
  payloads: number;
  errors: number;
  warnings: number;
  infos: number;
  diagnostics: Record<string, unknown>[];
}
const report = (args: string[], files?: Record<string, string | Uint8Array>, input?: string) => {
  const run = paylint(["--format", "json", ...args], files, input);
  return { ...run, report: JSON.parse(run.stdout) as Report };
};
const places = ({ diagnostics }: Report) =>
  diagnostics.map(({ rule, line, column, endLine, endColumn }) => [
    rule,
    line,
    column,
    endLine,
    endColumn,
  ]);

const kind = ["--kind", "ksnet.v1.request-pay"];
const good = JSON.stringify(plain);
const bad = JSON.stringify({ ...plain, amount: "1" });
const noTax = JSON.stringify({ ...plain, tax_free: undefined });

describe("exit status", () => {
  it.each([
    [0, ["a.request-pay.json"], { "a.request-pay.json": good }],
    [1, ["a.request-pay.json"], { "a.request-pay.json": bad }],
    [0, ["a.request-pay.json"], { "a.request-pay.json": noTax }],
    [0, ["--max-warnings", "1", "a.request-pay.json"], { "a.request-pay.json": noTax }],
    [1, ["--max-warnings", "0", "a.request-pay.json"], { "a.request-pay.json": noTax }],
    [1, ["--rule", "tax/tax-free=error", "a.request-pay.json"], { "a.request-pay.json": noTax }],
    [0, ["--rule", "shape/type=off", "a.request-pay.json"], { "a.request-pay.json": bad }],
    [0, ["--rule=shape/type=warning", "a.request-pay.json"], { "a.request-pay.json": bad }],
    [2, [], {}],
  ] as [number, string[], Record<string, string>][])("%i for %j", (status, args, files) => {
    expect(paylint(args, files).status).toBe(status);
  });
});

describe("usage trouble is one line and status 2", () => {
  it.each([
    [["--kindd", "x", "a"], /unknown option "--kindd"; did you mean --kind\?/],
    [
      ["--kind", "ksnet.v1.request-pya", "a"],
      /unknown kind .*did you mean ksnet\.v1\.request-pay\?/,
    ],
    [["--rule", "shape/tpye=off", "."], /unknown rule "shape\/tpye"; did you mean shape\/type\?/],
    [["--rule", "shape/type", "."], /--rule takes/],
    [["--rule", "shape/type=loud", "."], /unknown severity "loud"/],
    [["--environment", "tv", "."], /unknown environment "tv"/],
    [["--format", "xml", "."], /unknown format "xml"/],
    [["--max-warnings", "few", "."], /--max-warnings takes a whole number/],
    [["rules", "shape/typ"], /did you mean shape\/type\?/],
    [["schema"], /name a kind/],
    [["types", "x.v1.y"], /unknown kind/],
    [[], /nothing to lint/],
    [["missing.json"], /missing\.json: no such file or folder/],
  ])("%j", (args, message) => {
    const { status, stderr } = paylint(args);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(status).toBe(2);
  });
});

describe("bad input is one line with its place, and the rest is still checked", () => {
  it.each([
    ["broken.json", '{\n  "a": 1,,\n}', /broken\.json:2:10: broken JSON: /],
    ["broken.json", "", /broken\.json:1:1: broken JSON: value expected/],
    ["broken.yaml", "a: [1,\nb: 2", /broken\.yaml:\d+:\d+: broken YAML: /],
    ["deep.json", "[".repeat(100_000), /deep\.json:1:\d+: /],
    [
      "bomb.yaml",
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
      /bomb\.yaml:1:1: broken YAML: .*alias/,
    ],
    ["order.txt", "x", /order\.txt: \.txt is no format that paylint reads/],
  ])("%s", (name, content, message) => {
    const files = { [name]: content, "bad.request-pay.json": bad };
    const run = report([...kind, name, "bad.request-pay.json"], files);
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(run.status).toBe(2);
    expect(run.report.errors).toBe(1);
  });
  it("a file that does not say its kind", () => {
    const { status, stderr } = paylint(["order.json"], { "order.json": good });
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/order\.json: cannot tell what kind/),
    ]);
  });
  it("a broken line of NDJSON", () => {
    const run = report([...kind, "a.ndjson"], { "a.ndjson": `${bad}\n{oops\n\n${bad}\n` });
    expect(run.stderr).toMatch(/a\.ndjson:2:2: broken JSON/);
    expect(run.report.diagnostics.map(({ line }) => line)).toEqual([1, 4]);
    expect(run.status).toBe(2);
  });
});

describe("places", () => {
  it("in JSON with comments, Windows line ends and a byte order mark", () => {
    const text = `\ufeff// c\r\n{\r\n  "amount": "1",\r\n  "card": { "direct": { "code": "367" } },\r\n}`;
    const found = places(report([...kind, "a.jsonc"], { "a.jsonc": text }).report);
    expect(found).toContainEqual(["shape/type", 3, 13, 3, 16]);
    expect(found).toContainEqual(["issuer/store-details", 2, 1, 2, 2]);
  });
  it("in YAML, through aliases and over several documents", () => {
    const text = `base: &b\n  code: "999"\ncard:\n  direct: *b\n---\namount: "1"\n`;
    const run = report([...kind, "a.yaml"], { "a.yaml": text });
    expect(run.report.payloads).toBe(2);
    const found = places(run.report);
    expect(found).toContainEqual(["shape/enum", 2, 9, 2, 14]);
    expect(found).toContainEqual(["shape/type", 6, 9, 6, 12]);
  });
  it("of keys given twice", () => {
    const json = `{\n"name": "a", "name": "b"\n}`;
    expect(places(report([...kind, "a.json"], { "a.json": json }).report)).toContainEqual([
      "source/duplicate-key",
      2,
      14,
      2,
      20,
    ]);
    const yaml = `name: a\nname: b\n`;
    expect(places(report([...kind, "a.yaml"], { "a.yaml": yaml }).report)).toContainEqual([
      "source/duplicate-key",
      2,
      1,
      2,
      5,
    ]);
  });
  it("in UTF-16", () => {
    const bytes = Buffer.from(`\ufeff${bad}`, "utf16le");
    expect(report([...kind, "a.json"], { "a.json": bytes }).report.errors).toBe(1);
  });
});

describe("what is looked at", () => {
  it("a folder: files whose kind is known, but not what .gitignore names", () => {
    const files = {
      "pay/a.request-pay.json": bad,
      "pay/b.json": JSON.stringify({
        $schema: "https://x.example/ksnet.v1.request-pay.json",
        ...plain,
        amount: "1",
      }),
      "pay/package.json": "{}",
      "pay/broken.json": "{",
      "pay/out/c.request-pay.json": bad,
      "pay/node_modules/d/e.request-pay.json": bad,
      "pay/.gitignore": "out/\n",
      "pay/f.request-pay.yml": "amount: '1'",
    };
    const run = report(["pay"], files);
    expect(run.stderr).toBe("");
    expect(run.report.files).toBe(3);
    const found = run.report.diagnostics
      .filter(({ rule }) => rule === "shape/type")
      .map(({ file }) => file);
    expect(found).toEqual(["pay/a.request-pay.json", "pay/b.json", "pay/f.request-pay.yml"]);
    expect(run.report.diagnostics.some(({ path }) => path === "/$schema")).toBe(false);
  });
  it("standard input: JSON, NDJSON and YAML", () => {
    expect(report([...kind, "-"], {}, bad).report.diagnostics).toMatchObject([
      { file: "<stdin>", path: "/amount" },
    ]);
    expect(report([...kind, "-"], {}, `${good}\n${bad}\n`).report).toMatchObject({
      payloads: 2,
      errors: 1,
    });
    expect(report([...kind, "-"], {}, "amount: '1'").report.errors).toBeGreaterThan(0);
    expect(
      report(["--stdin-filename", "x.request-pay.json", "-"], {}, bad).report.diagnostics[0]?.file,
    ).toBe("x.request-pay.json");
  });
  it("a file named twice, once", () => {
    expect(
      report(["a.request-pay.json", "./a.request-pay.json", "."], { "a.request-pay.json": bad })
        .report.files,
    ).toBe(1);
  });
});

describe("options", () => {
  const bc = JSON.stringify({ ...direct("361"), buyer_tel: undefined, m_redirect_url: undefined });
  it("--environment", () => {
    expect(report([...kind, "--environment", "pc", "-"], {}, bc).report.errors).toBe(0);
    expect(report([...kind, "--environment", "mobile", "-"], {}, bc).report.errors).toBe(2);
  });
  it("--locale", () => {
    const { stdout } = paylint([...kind, "--locale", "ko", "-"], {}, bad);
    expect(stdout).toContain("포트원은 값을 변환하지 않으므로");
    expect(stdout).toContain("파일 1개, 요청 1개: 오류 1개, 경고 0개, 정보 0개");
  });
  it("--quiet leaves out all but errors, and counts them still", () => {
    const both = JSON.stringify({ ...plain, amount: "1", tax_free: undefined });
    const { report: found } = report([...kind, "--quiet", "-"], {}, both);
    expect(found.diagnostics.map(({ rule }) => rule)).toEqual(["shape/type"]);
    expect(found.warnings).toBe(1);
  });
});

describe("commands", () => {
  it("rules", () => {
    expect(paylint(["rules"]).stdout).toMatch(
      /^issuer\/krw-only +error +A direct call is paid in won$/m,
    );
    expect(paylint(["rules", "vbank/due", "--locale", "ko"]).stdout).toContain("입금 기한");
  });
  it("schema and types", () => {
    expect(JSON.parse(paylint(["schema", "ksnet.v1.request-pay"]).stdout).$id).toBe(
      "urn:paylint:ksnet.v1.request-pay",
    );
    expect(paylint(["types", "ksnet.v1.request-pay"]).stdout).toContain(
      "export type RequestPayFor<",
    );
  });
  it("--version and --help", () => {
    expect(paylint(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(paylint(["--help"]).stdout).toContain("paylint [options] <path...>");
  });
});

describe("hostile values cannot speak through the output", () => {
  it("terminal escapes and card numbers, in frames, messages and names", () => {
    const payload = {
      ...plain,
      pay_method: "\u001b[31mx\u202e",
      "4111 1111 1111 1111": 1,
      memo: "5555-5555-5555-4444",
    };
    const text = JSON.stringify(payload);
    for (const format of ["pretty", "json"]) {
      const { stdout } = paylint([...kind, "--format", format, "-"], {}, text);
      expect(stdout).toContain("shape/enum");
      for (const leak of ["4111 1111", "5555-5555", "\u001b", "\u202e"]) {
        expect(stdout).not.toContain(leak);
      }
    }
  });
  it("a long line is shown in part", () => {
    const text = `{"custom_data":"${"x".repeat(100_000)}","amount":"1","pad":"${"y".repeat(100_000)}"}`;
    const { stdout } = paylint([...kind, "--rule", "shape/required=off", "--quiet", "-"], {}, text);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThan(300);
    expect(stdout).toMatch(/"amount":"1"/);
  });
});
