import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { commandFile, type Files, folderWith, paylint, runIn } from "../../support/command.js";
import { direct, plain } from "../../support/payloads.js";

interface Report {
  version: number;
  files: number;
  payloads: number;
  neutral: number;
  errors: number;
  warnings: number;
  infos: number;
  diagnostics: Record<string, unknown>[];
}
const report = async (args: string[], files?: Files, input?: string) => {
  const run = await paylint(["--format", "json", ...args], files, input);
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

describe("The exit status", () => {
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
  ] as [number, string[], Record<string, string>][])(
    "The exit status is %i for %j",
    async (status, args, files) => {
      expect((await paylint(args, files)).status).toBe(status);
    },
  );
});

describe("Wrong usage", () => {
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
    [["--max-warnings", "few", "."], /--max-warnings takes an integer of at least 0/],
    [["rules", "shape/typ"], /did you mean shape\/type\?/],
    [["schema"], /name a kind/],
    [["types", "x.v1.y"], /unknown kind/],
    [[], /nothing to lint/],
    [["missing.json"], /missing\.json: no such file or folder/],
  ])("Wrong usage ends with one line and status 2: %j", async (args, message) => {
    const { status, stderr } = await paylint(args);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(status).toBe(2);
  });
});

describe("Input that cannot be read", () => {
  it.each([
    ["broken.json", '{\n  "a": 1,,\n}', /broken\.json:2:10: broken JSON: /],
    ["broken.json", "", /broken\.json:1:1: broken JSON: a value is expected here/],
    ["broken.yaml", "a: [1,\nb: 2", /broken\.yaml:\d+:\d+: broken YAML: /],
    ["deep.json", "[".repeat(100_000), /deep\.json:1:\d+: /],
    [
      "bomb.yaml",
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]`,
      /bomb\.yaml:1:22: broken YAML: .*alias/,
    ],
    ["order.txt", "x", /order\.txt: \.txt is not a format that paylint reads/],
  ])(
    "Input that cannot be read is reported in one line with its place, and the rest is checked: %s",
    async (name, content, message) => {
      const files = { [name]: content, "bad.request-pay.json": bad };
      const run = await report([...kind, name, "bad.request-pay.json"], files);
      expect(run.stderr).toMatch(message);
      expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(run.status).toBe(2);
      expect(run.report.errors).toBe(1);
    },
  );
  it("A file that does not say its kind counts as input that cannot be read", async () => {
    const { status, stderr } = await paylint(["order.json"], { "order.json": good });
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/order\.json: cannot tell what kind/),
    ]);
  });
  it("A broken line of NDJSON is reported, and the other lines are checked", async () => {
    const run = await report([...kind, "a.ndjson"], { "a.ndjson": `${bad}\n{oops\n\n${bad}\n` });
    expect(run.stderr).toMatch(/a\.ndjson:2:2: broken JSON/);
    expect(run.report.diagnostics.map(({ line }) => line)).toEqual([1, 4]);
    expect(run.status).toBe(2);
  });
});

describe("The place of a finding", () => {
  it("The place of a finding is right in JSON with comments, Windows line ends and a byte order mark", async () => {
    const text = `\ufeff// c\r\n{\r\n  "amount": "1",\r\n  "card": { "direct": { "code": "367" } },\r\n}`;
    const found = places((await report([...kind, "a.jsonc"], { "a.jsonc": text })).report);
    expect(found).toContainEqual(["shape/type", 3, 13, 3, 16]);
    expect(found).toContainEqual(["issuer/store-details", 2, 1, 2, 2]);
  });
  it("The place of a finding is right in YAML, through aliases and over several documents", async () => {
    const text = `base: &b\n  code: "999"\ncard:\n  direct: *b\n---\namount: "1"\n`;
    const run = await report([...kind, "a.yaml"], { "a.yaml": text });
    expect(run.report.payloads).toBe(2);
    const found = places(run.report);
    expect(found).toContainEqual(["shape/enum", 2, 9, 2, 14]);
    expect(found).toContainEqual(["shape/type", 6, 9, 6, 12]);
  });
  it("The place of a finding is that of the later key where one is given twice", async () => {
    const json = `{\n"name": "a", "name": "b"\n}`;
    expect(places((await report([...kind, "a.json"], { "a.json": json })).report)).toContainEqual([
      "source/duplicate-key",
      2,
      14,
      2,
      20,
    ]);
    const yaml = `name: a\nname: b\n`;
    expect(places((await report([...kind, "a.yaml"], { "a.yaml": yaml })).report)).toContainEqual([
      "source/duplicate-key",
      2,
      1,
      2,
      5,
    ]);
  });
  it("The place of a finding is right in UTF-16", async () => {
    const bytes = Buffer.from(`\ufeff${bad}`, "utf16le");
    expect((await report([...kind, "a.json"], { "a.json": bytes })).report.errors).toBe(1);
  });
});

describe("The command checks", () => {
  it("The command checks the files of a folder whose kind is known, but not those that .gitignore names", async () => {
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
    const run = await report(["pay"], files);
    expect(run.stderr).toBe("");
    expect(run.report.files).toBe(3);
    const found = run.report.diagnostics
      .filter(({ rule }) => rule === "shape/type")
      .map(({ file }) => file);
    expect(found).toEqual(["pay/a.request-pay.json", "pay/b.json", "pay/f.request-pay.yml"]);
    expect(run.report.diagnostics.some(({ path }) => path === "/$schema")).toBe(false);
  });
  it("The command checks standard input as JSON, NDJSON and YAML", async () => {
    expect((await report([...kind, "-"], {}, bad)).report.diagnostics).toMatchObject([
      { file: "<stdin>", path: "/amount" },
    ]);
    expect((await report([...kind, "-"], {}, `${good}\n${bad}\n`)).report).toMatchObject({
      payloads: 2,
      errors: 1,
    });
    expect((await report([...kind, "-"], {}, "amount: '1'")).report.errors).toBeGreaterThan(0);
    expect(
      (await report(["--stdin-filename", "x.request-pay.json", "-"], {}, bad)).report.diagnostics[0]
        ?.file,
    ).toBe("x.request-pay.json");
  });
  it("The command checks a file once, though it is named twice", async () => {
    expect(
      (
        await report(["a.request-pay.json", "./a.request-pay.json", "."], {
          "a.request-pay.json": bad,
        })
      ).report.files,
    ).toBe(1);
  });
});

describe("The option", () => {
  const bc = JSON.stringify({ ...direct("361"), buyer_tel: undefined, m_redirect_url: undefined });
  it("--environment narrows the check to PC or mobile", async () => {
    expect((await report([...kind, "--environment", "pc", "-"], {}, bc)).report.errors).toBe(0);
    expect((await report([...kind, "--environment", "mobile", "-"], {}, bc)).report.errors).toBe(2);
  });
  it("--locale chooses the language of the messages", async () => {
    const { stdout } = await paylint([...kind, "--locale", "ko", "-"], {}, bad);
    expect(stdout).toContain("포트원은 문자열을 변환하지 않으므로");
    expect(stdout).toContain("오류 1개 (파일 1개, 결제 데이터 1개)");
  });
  it("--quiet leaves out all but errors, and counts them still", async () => {
    const both = JSON.stringify({ ...plain, amount: "1", tax_free: undefined });
    const { report: found } = await report([...kind, "--quiet", "-"], {}, both);
    expect(found.diagnostics.map(({ rule }) => rule)).toEqual(["shape/type"]);
    expect(found.warnings).toBe(1);
  });
});

describe("paylint.config.json", () => {
  const config = (value: object) => JSON.stringify(value);
  const call = `IMP.request_pay({ channelKey: "channel-key-1", amount: "1" });`;
  const plainCall = `IMP.request_pay({ amount: "1" });`;
  it("paylint.config.json is found from the working folder upward, and its globs begin at its own folder", async () => {
    const cwd = folderWith({
      "paylint.config.json": `// comments and a trailing comma are fine\n{ "files": [{ "files": "shop/src/**", "gateway": "ksnet" }], }`,
      "shop/src/a.js": plainCall,
      "shop/a.js": plainCall,
    });
    const foundIn = async (at: string) =>
      JSON.parse((await runIn(join(cwd, at), ["--format", "json", "."])).stdout);
    expect(await foundIn(".")).toMatchObject({ payloads: 2, calls: 2, neutral: 1 });
    expect(await foundIn("shop/src")).toMatchObject({ payloads: 1, calls: 1, neutral: 0 });
  });
  it("--config names another configuration", async () => {
    const files = {
      "ci/pay.json": config({ rules: { "shape/type": "off" } }),
      "a.request-pay.json": bad,
    };
    expect((await paylint(["--config", "ci/pay.json", "a.request-pay.json"], files)).status).toBe(
      0,
    );
  });
  it("A configuration gives kinds, gateways, severities, environment, language and what to pass over", async () => {
    const files = {
      "paylint.config.json": config({
        $schema: "./node_modules/paylint/dist/schemas/config.json",
        environment: "pc",
        locale: "ko",
        rules: { "shape/required": "off", "tax/tax-free": "error" },
        channels: { "channel-key-1": "ksnet" },
        files: [{ files: ["orders/*.json"], kind: "ksnet.v1.request-pay" }],
        ignores: ["old/**", "*.min.js"],
      }),
      "orders/a.json": noTax,
      "a.js": call,
      "b.min.js": call,
      "old/c.js": call,
    };
    const run = await report(["."], files);
    expect(
      run.report.diagnostics.map(({ file, rule, severity }) => [file, rule, severity]),
    ).toEqual([
      ["a.js", "tax/tax-free", "error"],
      ["a.js", "shape/type", "error"],
      ["orders/a.json", "tax/tax-free", "error"],
    ]);
    expect(run.report.diagnostics[0]?.message).toMatch(/[가-힣]/);
    // What is asked for on the command line counts more.
    const { stdout } = await paylint(
      ["--locale", "en", "--rule", "tax/tax-free=off", "orders"],
      files,
    );
    expect(stdout).toBe("No problems in 1 payload (1 file)\n");
    expect((await report(["b.min.js"], files)).report.files).toBe(0);
  });
  it("The first entry that gives a kind counts, and --kind and $schema before it", async () => {
    const files = {
      "paylint.config.json": config({
        files: [
          { files: "a.request-pay.json", kind: "ksnet.v1.cancel" },
          { files: "**", kind: "ksnet.v1.vbank" },
        ],
      }),
      "a.request-pay.json": good,
      "b.json": JSON.stringify({ $schema: "ksnet.v1.request-pay", ...plain }),
    };
    const kindsIn = async (args: string[]) =>
      new Set((await report(args, files)).report.diagnostics.map(({ kind: of }) => of));
    expect(await kindsIn(["a.request-pay.json"])).toEqual(new Set(["ksnet.v1.cancel"]));
    expect(await kindsIn(["b.json"])).toEqual(new Set());
    expect(await kindsIn(["--kind", "ksnet.v1.prepare", "b.json"])).toEqual(
      new Set(["ksnet.v1.prepare"]),
    );
  });
  it.each([
    [
      { enviroment: "pc" },
      /unknown key of the configuration "enviroment"; did you mean environment\?/,
    ],
    [{ environment: "phone" }, /unknown environment "phone"/],
    [
      { rules: { "tax/taxfree": "off" } },
      /unknown rule "tax\/taxfree"; did you mean tax\/tax-free\?/,
    ],
    [{ rules: { "tax/tax-free": "warn" } }, /unknown severity of tax\/tax-free "warn"/],
    [{ files: [{ file: "a" }] }, /unknown key of an entry of files "file"; did you mean files\?/],
    [
      { files: [{ files: "a", kind: "ksnet.v1.requestpay" }] },
      /did you mean ksnet\.v1\.request-pay\?/,
    ],
    [{ files: [{ files: "a", gateway: "ksnt" }] }, /did you mean ksnet\?/],
    [{ files: [{ kind: "ksnet.v1.vbank" }] }, /files of an entry of files must be a glob/],
    [{ files: {} }, /files must be an array/],
    [{ ignores: [1] }, /ignores must be a glob or an array of globs/],
    [{ channels: { a: 1 } }, /unknown gateway of a "1"/],
    [{ channels: { a: "inics" } }, /unknown gateway of a "inics"; did you mean inicis\?/],
    [
      { channels: { "process.env.KEY": "ksnet" } },
      /write env:KEY for the environment variable KEY/,
    ],
    [{ channels: { "env:A-B": "ksnet" } }, /"env:A-B" is not the name of a variable/],
    [{ gateways: ["ksnt"] }, /unknown gateway "ksnt"; did you mean ksnet\?/],
    [{ gateways: "ksnet" }, /gateways must be an array/],
    [[], /the configuration must be an object/],
  ])("The configuration %j is trouble, said in one line", async (value, message) => {
    const run = await paylint(["a.js"], { "paylint.config.json": config(value), "a.js": call });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).toMatch(/^paylint: paylint\.config\.json:1:\d+: [^\n]*\n$/);
    expect(run.stdout).toBe("");
  });
  it("A broken or a missing configuration is trouble too", async () => {
    expect(await paylint(["."], { "paylint.config.json": "{" })).toMatchObject({ status: 2 });
    expect((await paylint(["--config", "x.json", "."])).stderr).toMatch(/^paylint: x\.json: /);
  });
  it("The configuration has a schema, which takes what is right and refuses what is not", async () => {
    const isValid = new Ajv2020().compile(
      JSON.parse(readFileSync(join(dirname(commandFile), "../schemas/config.json"), "utf8")),
    );
    expect(
      isValid({
        environment: "pc",
        rules: { "tax/tax-free": "off" },
        files: [{ files: "a", kind: "ksnet.v1.vbank" }],
        ignores: "x",
      }),
    ).toBe(true);
    for (const wrong of [
      { enviroment: "pc" },
      { rules: { "tax/taxfree": "off" } },
      { files: [{ kind: "ksnet.v1.vbank" }] },
    ]) {
      expect(isValid(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });
});

describe("In source code the command checks", () => {
  const call = (amount: string) =>
    `IMP.request_pay({ bypass: { ksnet: {} }, channelKey: "channel-key-1", pay_method: "card", merchant_uid: "T-1", amount: ${amount}, tax_free: 0, buyer_name: "Lee", currency: "KRW", m_redirect_url: "https://store.example" });\n`;
  it("The command checks a folder of many languages, and counts what it holds", async () => {
    const files = {
      "src/a.ts": call("'1'"),
      "src/b.html": `<script>${call("'1'")}</script>`,
      "src/c.md": `\`\`\`js\n${call("'1'")}\`\`\``,
      "src/d.js": "export const nothing = 1;",
      "src/e.js": `IMP.request_pay(order); IMP.request_pay({ pg: "jtnet" });`,
      "src/.hidden/f.js": call("'1'"),
      "src/package.json": "{}",
    };
    const { report: found } = await report(["src"], files);
    expect(found).toMatchObject({
      files: 4,
      payloads: 4,
      calls: 5,
      neutral: 1,
      unchecked: [{ code: "payload-elsewhere" }],
      errors: 3,
    });
    expect((await paylint(["src"], files)).stdout).toContain(
      "5 payment calls: 3 as KSNET, 1 as PortOne's own, 1 not checked\n",
    );
  });
  it.each([
    ["JavaScript", call("'1'"), "1:120"],
    ["a page", `\n<script>${call("'1'")}</script>`, "2:128"],
    ["a document", `# Pay\n\`\`\`js\n${call("'1'")}\`\`\`\n`, "3:120"],
    ["a PHP page", `<?php echo 1 ?>\n<script>${call("'1'")}</script>`, "2:128"],
    ["TypeScript", `const a: number = 1;\nexport {};\n(window as any).${call("'1'")}`, "3:136"],
    [
      "a command",
      `# paylint: ksnet\ncurl -d '{"merchant_uid":"a","amount":"1"}' https://api.iamport.kr/payments/prepare`,
      "2:39",
    ],
  ])("The command checks source code on standard input: %s", async (_name, text, place) => {
    const { report: found } = await report(["-"], {}, text);
    expect(found.diagnostics.map(({ rule, line, column }) => `${line}:${column} ${rule}`)).toEqual([
      `${place} shape/type`,
    ]);
  });
  it("The command checks every call as this gateway's where --pg names one", async () => {
    const files = { "a.js": `IMP.request_pay({ pg: "jtnet", amount: "1" });` };
    expect((await report(["a.js"], files)).report).toMatchObject({ neutral: 1, errors: 1 });
    expect((await report(["--pg", "ksnet", "a.js"], files)).report.neutral).toBe(0);
    const other = (await report(["--pg", "chai", "a.js"], files)).report;
    expect(other).toMatchObject({ neutral: 1, notes: [{ code: "gateway-other", line: 1 }] });
    expect(await paylint(["--pg", "ksent", "a.js"], files)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/unknown gateway "ksent"; did you mean ksnet\?/),
    });
  });
  it("The command checks old pages in EUC-KR too", async () => {
    const korean = Buffer.from([0xb1, 0xe8, 0xc7, 0xcf, 0xb4, 0xc3]);
    const [before, after] = `<script>${call("1")}</script>`.split("Lee") as [string, string];
    const bytes = Buffer.concat([Buffer.from(before), korean, Buffer.from(after)]);
    expect((await report(["a.jsp"], { "a.jsp": bytes })).report).toMatchObject({
      payloads: 1,
      diagnostics: [],
    });
  });
});

describe("A comment that suppresses findings", () => {
  it.each([
    ["a.js", (comment: string) => `// ${comment}\nIMP.request_pay({ pg: "ksnet", amount: "1" });`],
    [
      "a.js",
      (comment: string) => `/* ${comment} */\nIMP.request_pay({ pg: "ksnet", amount: "1" });`,
    ],
    [
      "a.html",
      (comment: string) =>
        `<!-- ${comment} -->\n<script>IMP.request_pay({ pg: "ksnet", amount: "1" });</script>`,
    ],
    [
      "a.sh",
      (comment: string) =>
        `# ${comment}\ncurl -d '{"pg":"ksnet","amount":"1"}' https://api.iamport.kr/subscribe/payments/onetime`,
    ],
    ["a.request-pay.jsonc", (comment: string) => `// ${comment}\n{ "pg": "ksnet", "amount": "1" }`],
    ["a.request-pay.yaml", (comment: string) => `pg: ksnet\n# ${comment}\namount: "1"`],
  ])("A comment that suppresses findings is heard in %s: %s", async (file, text) => {
    const rulesFound = async (comment: string) =>
      (await report([file], { [file]: text(comment) })).report.diagnostics.map(({ rule }) => rule);
    expect(await rulesFound("nothing")).toContain("shape/type");
    expect(
      await rulesFound("paylint-disable-next-line shape/type -- the server wants it so"),
    ).not.toContain("shape/type");
    expect(
      await rulesFound("paylint-disable-next-line shape/type -- the server wants it so"),
    ).not.toContain("source/unused-suppression");
    expect(await rulesFound("paylint-disable-next-line tax/tax-free, shape/type")).not.toContain(
      "shape/type",
    );
    expect(await rulesFound("paylint-disable-next-line vbank/due")).toEqual(
      expect.arrayContaining(["shape/type", "source/unused-suppression"]),
    );
  });
  const call = `IMP.request_pay({ pg: "ksnet", amount: "1" });`;
  const foundIn = async (text: string, args: string[] = []) =>
    (await report([...args, "a.js"], { "a.js": text })).report.diagnostics.map(
      ({ line, rule, message }) => `${line} ${rule} ${message}`,
    );
  it("A comment that suppresses findings may be above others, and speaks of the line below them all", async () => {
    const text = `// paylint-disable-next-line shape/type, shape/deprecated\n// paylint-disable-next-line shape/required, checkout/redirect-url, tax/tax-free\n${call}`;
    expect(await foundIn(text)).toEqual([]);
  });
  it("A comment suppresses every rule where it names none, and is idle only where nothing is found", async () => {
    expect(await foundIn(`// paylint-disable-next-line\n${call}`)).toEqual([]);
    expect((await foundIn(`// paylint-disable-next-line\n\n${call}`))[0]).toMatch(
      /^1 source\/unused-suppression/,
    );
  });
  it("A comment is not held against a call that was not checked, or not by the rules of its gateway", async () => {
    const of = async (call: string) =>
      (
        await foundIn(
          `const data = {\n  // paylint-disable-next-line shape/type\n  amount: "1",\n};\n// paylint-disable-next-line vbank/due\n${call}`,
        )
      ).filter((line) => line.includes("source/unused-suppression"));
    expect(await of("IMP.request_pay({ ...data, pg });")).toEqual([]);
    expect(await of("IMP.request_pay(data);")).toEqual([]);
    expect(await of("IMP.request_pay(order);")).toEqual([
      expect.stringMatching(/^2 source\/unused-suppression/),
    ]);
  });
  it("A comment that is idle is told with the rules that it did not need, and not those that are off", async () => {
    const text = `// paylint-disable-next-line shape/type, vbank/due, escrow/buyer-email\n${call}`;
    expect((await foundIn(text))[0]).toMatch(
      /suppresses vbank\/due, escrow\/buyer-email, but the next line has no such finding/,
    );
    expect((await foundIn(text, ["--rule", "vbank/due=off"]))[0]).toMatch(
      /suppresses escrow\/buyer-email, but the next line has no such finding/,
    );
  });
});

describe("Fixing a file", () => {
  const text = JSON.stringify({ ...plain, amount: "80000", tax_free: undefined }, null, 2);
  const file = "a.request-pay.json";
  const fixIn = async (args: string[], content: string | Uint8Array = text, name = file) => {
    const cwd = folderWith({ [name]: content });
    const run = await runIn(cwd, [...args, name]);
    return { ...run, after: readFileSync(join(cwd, name)) };
  };
  it("--fix writes what is safe, and reports what is left", async () => {
    const run = await fixIn(["--fix"]);
    expect(JSON.parse(run.after.toString())).toEqual({ ...plain, tax_free: undefined });
    expect(run.stdout).toContain("tax/tax-free");
    expect(run.stdout).not.toContain("shape/type");
    expect(run.stdout).toContain("1 finding fixed\n1 warning in 1 payload (1 file)");
    expect(run.status).toBe(0);
  });
  it("--unsafe-fixes writes everything", async () => {
    const run = await fixIn(["--unsafe-fixes"]);
    expect(JSON.parse(run.after.toString())).toEqual({ ...plain });
    expect(run.stdout).toBe("2 findings fixed\nNo problems in 1 payload (1 file)\n");
  });
  it("--diff shows the change, and writes nothing", async () => {
    const run = await fixIn(["--diff"]);
    expect(run.after.toString()).toBe(text);
    expect(run.stdout).toContain(`--- a/${file}\n+++ b/${file}\n@@`);
    expect(run.stdout).toContain('-  "amount": "80000",\n+  "amount": 80000,\n');
    expect(run.stdout).not.toContain("tax_free");
    expect((await fixIn(["--diff", "--unsafe-fixes"])).stdout).toContain('+  "tax_free": 0');
    expect(run.status).toBe(1);
  });
  it("A diff shows no card number", async () => {
    const secret = JSON.stringify(
      {
        merchant_uid: "T",
        card_number: "4111-1111-1111-1111",
        pwd_2digit: "12",
        birth: "900101",
        amount: "1000",
      },
      null,
      1,
    );
    const run = await fixIn(["--diff"], secret, "a.onetime.json");
    expect(run.stdout).toContain('+ "amount": 1000');
    expect(run.stdout).toContain("****-****-****-****");
    expect(run.stdout).not.toMatch(/1111|900101|"12"/);
  });
  it("--fix keeps a byte order mark, and leaves alone what is not UTF-8", async () => {
    expect((await fixIn(["--fix"], `\ufeff${text}`)).after.toString().startsWith("\ufeff{")).toBe(
      true,
    );
    const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
    const run = await fixIn(["--fix"], utf16);
    expect(run.after.equals(utf16)).toBe(true);
    expect([run.status, run.stderr]).toEqual([
      2,
      expect.stringMatching(/not fixed: its text is not UTF-8/),
    ]);
  });
  it("--fix prints the fixed text of standard input, and the findings on standard error", async () => {
    const run = await paylint([...kind, "--fix", "-"], {}, text);
    expect(JSON.parse(run.stdout)).toEqual({ ...plain, tax_free: undefined });
    expect(run.stderr).toContain("1 finding fixed\n1 warning in 1 payload (1 file)");
    expect(run.status).toBe(0);
  });
  it.each([
    ["nothing is to be fixed", good],
    ["it cannot be read", "{"],
  ])("--fix prints the text of standard input unchanged where %s", async (_, input) => {
    expect((await paylint([...kind, "--fix", "-"], {}, input)).stdout).toBe(input);
  });
  it("--diff is taken without --format only", async () => {
    expect(await paylint(["--diff", "--format", "json", "x"])).toMatchObject({
      status: 2,
      stderr: "paylint: --diff cannot be combined with --format\n",
    });
  });
});

describe("The command", () => {
  it("paylint rules lists the rules and explains one", async () => {
    expect((await paylint(["rules"])).stdout).toMatch(
      /^issuer\/krw-only +error +A direct call is paid in won$/m,
    );
    expect((await paylint(["rules", "vbank/due", "--locale", "ko"])).stdout).toContain("입금 기한");
  });
  it("paylint schema and paylint types print what was made for a kind", async () => {
    expect(JSON.parse((await paylint(["schema", "ksnet.v1.request-pay"])).stdout).$id).toBe(
      "urn:paylint:ksnet.v1.request-pay",
    );
    expect((await paylint(["types", "ksnet.v1.request-pay"])).stdout).toContain(
      "export type RequestPayFor<",
    );
  });
  it("paylint schema prints the whole schema of a gateway, with nothing in another file", async () => {
    const { stdout } = await paylint(["schema", "nice_v2.v2.request-payment"]);
    expect(JSON.parse(stdout).$id).toBe("urn:paylint:nice_v2.v2.request-payment");
    expect(stdout).not.toContain('"$ref": "urn:');
  });
  it("The command prints its version and its help", async () => {
    expect((await paylint(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await paylint(["--help"])).stdout).toContain("paylint [options] <path...>");
  });
});

describe("A hostile value", () => {
  it("A hostile value prints neither a terminal escape nor a card number, in frames, messages and names", async () => {
    const payload = {
      ...plain,
      pay_method: "\u001b[31mx\u202e",
      "4111 1111 1111 1111": 1,
      memo: "5555-5555-5555-4444",
    };
    const text = JSON.stringify(payload);
    for (const format of ["pretty", "json"]) {
      const { stdout } = await paylint([...kind, "--format", format, "-"], {}, text);
      expect(stdout).toContain("shape/enum");
      for (const leak of ["4111 1111", "5555-5555", "\u001b", "\u202e"]) {
        expect(stdout).not.toContain(leak);
      }
    }
  });
  it("A hostile value on a long line is shown with a part of it", async () => {
    const text = `{"custom_data":"${"x".repeat(100_000)}","amount":"1","pad":"${"y".repeat(100_000)}"}`;
    const { stdout } = await paylint(
      [...kind, "--rule", "shape/required=off", "--quiet", "-"],
      {},
      text,
    );
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThan(300);
    expect(stdout).toMatch(/"amount":"1"/);
  });
});
