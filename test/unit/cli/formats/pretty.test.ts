import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { folderWith, keepingSink, paylint, runIn } from "../../../support/command.js";

const nineFindings = `IMP.request_pay({
  channelKey: "channel-key-1",
  bypass: { ksnet: {} },
  pay_method: "cardd",
  amount: "64000",
  tax_free: 0,
  card: { direct: { code: "367" } },
  display: { card_quota: [2] },
});
`;
const lines = (text: string) => text.trimEnd().split("\n");

/** What a terminal of so many columns is shown. */
async function shownOn(columns: number, files: Record<string, string>, env = {}, args = ["."]) {
  const stdout = keepingSink(true, columns);
  await runIn(folderWith(files), args, "", { stdout, env: { NO_COLOR: "1", LANG: "C", ...env } });
  return stdout.text();
}

describe("The findings of a call", () => {
  it("The findings of a call are below one frame, a line each, and take no more than 20 lines where there are nine", async () => {
    const { stdout } = await paylint(["a.js"], { "a.js": nineFindings });
    const findings = stdout.match(/^ {2}\d+:\d+ (?:error|warning|info) /gm) ?? [];
    expect(findings.length).toBeGreaterThanOrEqual(9);
    expect(lines(stdout).length - findings.length).toBeLessThanOrEqual(11);
    expect(stdout.match(/^a\.js:1:1 request_pay \(KSNET\)$/gm)).toHaveLength(1);
    expect(stdout.match(/^ {2}source: /gm)).toHaveLength(1);
  });

  it("The findings of a call take at most 8 lines beside a line a finding, call for call", async () => {
    const calls = nineFindings.repeat(5);
    const { stdout } = await paylint(["a.js"], { "a.js": calls });
    const blocks = stdout.split("\n\n").slice(0, -1);
    expect(blocks).toHaveLength(5);
    for (const block of blocks) {
      const findings = block.match(/^ {2}\d+:\d+ /gm) ?? [];
      expect(lines(block).length + 1 - findings.length).toBeLessThanOrEqual(8);
    }
  });

  it("The findings of a call say which option fixes them, and the last lines how many there are", async () => {
    const { stdout } = await paylint(["a.js"], { "a.js": nineFindings });
    expect(stdout).toMatch(/shape\/type .* \[--fix\]$/m);
    expect(stdout).toMatch(/^\d fixable with --fix/m);
    expect(lines(stdout).at(-1)).toMatch(/^npx paylint rules \S+\/\S+ explains$/);
  });

  it("The findings of a call are all framed with --verbose, each with its source, beside the calls in order", async () => {
    const fine = `IMP.request_pay({ channelKey: "k", pay_method: "card", merchant_uid: "a", name: "b", amount: 1, m_redirect_url: "https://a.example" });\n`;
    const { stdout } = await paylint(["--verbose", "a.js", "b.js"], {
      "a.js": nineFindings,
      "b.js": fine,
    });
    expect(stdout.match(/^ +\| +\^+/gm)?.length).toBeGreaterThan(3);
    expect(stdout.match(/^ {4}source: /gm)?.length).toBeGreaterThan(8);
    expect(stdout).toContain("b.js:1:1 request_pay (PortOne's own) checked\n");
  });
});

describe("A terminal", () => {
  it.each([60, 100, 200])(
    "A terminal of %d columns is shown no longer line, also in Korean",
    async (width) => {
      for (const locale of ["en", "ko"]) {
        const text = await shownOn(width, { "a.js": nineFindings }, {}, ["--locale", locale, "."]);
        const [, ...summary] = text.split("\n\n");
        const block = text.slice(0, text.length - summary.join("\n\n").length);
        expect(Math.max(...block.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(
          width,
        );
      }
    },
  );

  it("A terminal shows a mark at the column of a value behind Korean text", async () => {
    const json = '{ "name": "한글 이름", "amount": "1" }';
    const { stdout } = await paylint(["a.request-pay.json"], { "a.request-pay.json": json });
    const [, source, marks] = lines(stdout) as [string, string, string];
    const caret = marks.indexOf("^^^");
    expect(stringWidth(source.slice(0, source.indexOf('"1"')))).toBe(caret);
  });

  it("A terminal is given links where it opens them", async () => {
    const files = { "a.js": nineFindings };
    const link = "\u001b]8;;https://developers.portone.io/";
    expect(await shownOn(100, files, { TERM_PROGRAM: "vscode" })).toContain(link);
    expect(await shownOn(100, files, { VTE_VERSION: "6003" })).toContain(link);
    expect(await shownOn(100, files)).not.toContain("\u001b]8");
    expect(await shownOn(100, files, { TERM_PROGRAM: "vscode", CI: "1" })).not.toContain(
      "\u001b]8",
    );
  });
});

describe("The language of the output", () => {
  const files = { "a.js": nineFindings };
  const isKorean = (text: string) => /오류 \d+개/.test(text);

  it("The language of the output is the system's on a terminal, and English elsewhere", async () => {
    expect(isKorean(await shownOn(100, files, { LANG: "ko_KR.UTF-8" }))).toBe(true);
    expect(isKorean(await shownOn(100, files, { LC_ALL: "ko_KR.UTF-8", LANG: "C" }))).toBe(true);
    const { stdout } = await runIn(folderWith(files), ["."], "", { env: { LANG: "ko_KR.UTF-8" } });
    expect(isKorean(stdout)).toBe(false);
  });

  it("The language of the output is what PAYLINT_LOCALE says before the configuration, and --locale before that", async () => {
    const folder = folderWith({ ...files, "paylint.config.json": '{ "locale": "en" }' });
    const shown = async (args: string[], env = {}) =>
      isKorean((await runIn(folder, [...args, "."], "", { env })).stdout);
    expect(await shown([], { PAYLINT_LOCALE: "ko" })).toBe(true);
    expect(await shown(["--locale", "en"], { PAYLINT_LOCALE: "ko" })).toBe(false);
    expect(await shown([])).toBe(false);
  });

  it("The language of the output is the configuration's for every command", async () => {
    const folder = folderWith({ "paylint.config.json": '{ "locale": "ko" }' });
    for (const args of [["rules", "issuer"], ["gateways"], ["help"], ["explain", "ALREADY_PAID"]]) {
      expect((await runIn(folder, args)).stdout, args.join()).toMatch(/[가-힣]{2}/);
    }
    expect((await runIn(folder, ["help", "--locale", "en"])).stdout).not.toMatch(
      /[가-힣]{2} [가-힣]/,
    );
  });

  it("The language of the output is that of wrong usage too", async () => {
    const { stderr } = await paylint(["--locale", "ko", "--rule", "tax/taxfree=off", "."]);
    expect(stderr).toBe(
      'paylint: 알 수 없는 규칙: "tax/taxfree". 혹시 이 이름인가요? tax/tax-free\n',
    );
    expect((await paylint(["--kindd", "--locale=ko"])).stderr).toMatch(/알 수 없는 옵션/);
    expect((await paylint(["--locale", "ko", "nope.js"])).stderr).toMatch(
      /파일이나 폴더가 없습니다/,
    );
    const env = { PAYLINT_LOCALE: "kr" };
    expect((await runIn(folderWith(), ["."], "", { env })).stderr).toMatch(/unknown locale "kr"/);
  });
});

describe("Other ways to print", () => {
  const files = { "a.js": `${nineFindings}IMP.request_pay(order);\n` };

  it("The format compact prints a line for each finding or unchecked call", async () => {
    const { stdout } = await paylint(["--format", "compact", "."], files);
    for (const line of lines(stdout)) {
      expect(line).toMatch(/^a\.js:\d+:\d+: (?:error|warning|info|unchecked) \S+ ./);
    }
    expect(stdout).toContain("a.js:10:1: unchecked payload-elsewhere ");
  });

  it("The statistics count each rule, the most frequent first", async () => {
    const { stdout } = await paylint(["--statistics", "."], files);
    const counts = [...stdout.matchAll(/^ *(\d+) {2}(?:error|warning|info) /gm)].map(([, count]) =>
      Number(count),
    );
    expect(counts.length).toBeGreaterThan(4);
    expect(counts).toEqual(counts.toSorted((left, right) => right - left));
    expect(stdout).toMatch(/^ *1 {2}error {4}shape\/type {2}\[--fix: 1\]$/m);
  });

  it("Calls that were skipped for one reason are told together, and all places by --verbose", async () => {
    const many = { "a.js": "IMP.request_pay(order);\n".repeat(8) };
    const { stdout } = await paylint(["."], many);
    expect(stdout).toContain("8 payment calls: 8 not checked\n");
    expect(stdout).toMatch(/\(8\)\n {4}a\.js:1:1, .*a\.js:5:1 and 3 more \(--verbose lists all\)/);
    expect((await paylint(["--verbose", "."], many)).stdout).toContain("\n    a.js:8:1\n");
  });
});

describe("paylint rules", () => {
  it("paylint rules lists a group, or what holds a word", async () => {
    const issuer = lines((await paylint(["rules", "issuer"])).stdout).slice(0, -2);
    expect(issuer.length).toBeGreaterThan(4);
    for (const line of issuer) expect(line).toMatch(/^issuer\/\S+ +(?:error|warning|info) /);
    expect((await paylint(["rules", "issuer/*"])).stdout).toContain("issuer/site-url");
    expect((await paylint(["rules", "할부", "--locale", "ko"])).stdout).toContain(
      "issuer/no-card-quota",
    );
  });

  it("paylint rules keeps to a kind, and gives JSON", async () => {
    const { stdout } = await paylint(["rules", "--kind", "ksnet.v1.cancel", "--format", "json"]);
    const listed = JSON.parse(stdout) as { id: string; kinds: object; name: { ko: string } }[];
    expect(listed.length).toBeGreaterThan(3);
    for (const { kinds, name } of listed) {
      expect(Object.keys(kinds)).toContain("ksnet.v1.cancel");
      expect(name.ko).not.toBe("");
    }
  });

  it("paylint rules explains a rule with a wrong and a right example, in both languages", async () => {
    const { stdout } = await paylint(["rules", "issuer/site-url"]);
    expect(stdout.match(/^ {4}"amount": /gm)?.length).toBe(2);
    const korean = (await paylint(["rules", "issuer/site-url", "--locale", "ko"])).stdout;
    expect(korean).toMatch(/^issuer\/site-url \(오류\)\n/);
    expect(korean).toMatch(/^올바른 예/m);
  });
});

describe("paylint help", () => {
  it.each(["init", "rules", "schema", "types"])(
    "paylint help of %s has examples, in both languages",
    async (name) => {
      const { stdout } = await paylint(["help", name]);
      expect(stdout).toContain(`paylint ${name}`);
      expect(stdout).toContain("\nExamples\n  npx paylint ");
      expect((await paylint([name, "--help"])).stdout).toBe(stdout);
      expect((await paylint(["help", name, "--locale", "ko"])).stdout).toMatch(/[가-힣]{2}/);
    },
  );
});
