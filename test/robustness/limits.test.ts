import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { replaceFile } from "../../dist/cli/files/replaceFile.js";
import { formats } from "../../dist/extract/formats.js";
import { paylint, runIn } from "../support/command.js";
import { lintText } from "../support/lintText.js";
import { kinds, plain } from "../support/payloads.js";
import { isPosix } from "../support/system.js";

const main = fileURLToPath(new URL("../../dist/bin/paylint.cjs", import.meta.url));
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
function inFolder(prefix = "paylint-limits-"): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  made.push(folder);
  return folder;
}

interface Report {
  readonly diagnostics: readonly { file: string; rule: string; path: string }[];
}

/** How long all texts of a table may take, in milliseconds: many times what they do, as other work may keep the machine busy. */
const longest = 45_000;

/** What is said of each file; files are linted by one process, which takes longer to start than most of them to be linted. */
function runOn(texts: readonly (readonly [file: string, text: string])[]) {
  const cwd = inFolder();
  const names = texts.map(([file], index) => `${index}-${file}`);
  for (const [index, [, text]] of texts.entries())
    writeFileSync(join(cwd, names[index] as string), text);
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [main, "--format", "json", ...names],
    { cwd, encoding: "utf8", timeout: longest, maxBuffer: 2 ** 30 },
  );
  expect(signal, "ended by itself").toBe(null);
  const { diagnostics } = JSON.parse(stdout) as Report;
  const lines = stderr.trimEnd().split("\n");
  return names.map((name) => ({
    status,
    errors: lines.filter((line) => line.startsWith(`paylint: ${name}:`)),
    found: foundIn(diagnostics.filter(({ file }) => file === name)),
  }));
}

const foundIn = (diagnostics: Report["diagnostics"]) =>
  diagnostics.map(({ rule, path }) => `${rule} ${path}`);

type Said = ReturnType<typeof runOn>[number];

/** Rows of tests with what is said of their file. They are linted when the first of them asks. */
function linted<Row extends readonly unknown[]>(
  rows: readonly Row[],
  textOf: (row: Row) => readonly [file: string, text: string],
): [name: string, said: () => Said][] {
  let all: readonly Said[] | undefined;
  let failure: unknown;
  const saidOf = (index: number) => {
    // What took too long once is not tried again for each row.
    if (failure !== undefined) throw failure;
    try {
      all ??= runOn(rows.map(textOf));
    } catch (error) {
      failure = error;
      throw error;
    }
    return all[index] as Said;
  };
  return rows.map((row, index) => [row[0] as string, () => saidOf(index)]);
}

/** Runs the command on one file in this process. */
async function run(name: string, content: string | Uint8Array) {
  const { status, stdout } = await paylint(["--format", "json", name], { [name]: content });
  return { status, found: foundIn((JSON.parse(stdout) as Report).diagnostics) };
}

const call = `IMP.request_pay({ pg: "ksnet", amount: "1" });`;
const start = `{"pg":"ksnet","amount":"1"`;
const mistyped = "shape/type /amount";
/** In half as many, what takes the square of their time takes a quarter of it: `longest` is to follow. */
const many = 5000;

describe("A large or deep text", () => {
  const large: [name: string, file: string, text: string][] = [
    ["a value of 10 MB", "a.request-pay.json", `${start},"memo":"${"x".repeat(10e6)}"}`],
    ["one line of 5 MB", "a.js", `var a = "${"x".repeat(5e6)}"; ${call}`],
    [
      "thousands of unknown keys",
      "a.request-pay.json",
      `${start}${Array.from({ length: many }, (_, at) => `,"key${at}":{"a":[1]}`).join("")}}`,
    ],
    [
      "a key given thousands of times",
      "a.request-pay.json",
      `{"pg":"ksnet"${`,"amount":"1"`.repeat(many)}}`,
    ],
    [
      "thousands of calls of one payload",
      "a.js",
      `const a = { pg: "ksnet", amount: "1" }; ${"IMP.request_pay(a);".repeat(1000)}`,
    ],
    ["thousands of blocks", "a.md", `\`\`\`js\n${call}\n\`\`\`\n`.repeat(1000)],
    [
      "thousands of suppressions",
      "a.js",
      `${"// paylint-disable-next-line vbank/due\n".repeat(many)}${call}`,
    ],
    [
      "thousands of comments that say a gateway",
      "a.js",
      `${"// paylint: ksnet\n\n\n".repeat(many)}${call}`,
    ],
    ["a page nested deeply", "a.html", `<script>${call}</script>${"<div>".repeat(5e4)}`],
    ["lines without end of one template", "a.html", `<script>${call}</script>${"{{".repeat(5e4)}`],
    [
      "openings that nothing closes",
      "a.jsp",
      `<script>${call}</script>${"<% ${ <c:if /*[[ {% {!!".repeat(many)}`,
    ],
    [
      "quotes that nothing closes",
      "a.sh",
      `curl -d '{"pg":"ksnet","amount":"1"}' https://api.iamport.kr/subscribe/payments/onetime\n${"curl -d '".repeat(many)}`,
    ],
  ];
  it.each(linted(large, ([, file, text]) => [file, text]))(
    "A large or deep text is read in time: %s",
    (_name, said) => {
      expect(said().found).toContain(mistyped);
    },
    2 * longest,
  );
  /** Deeper than the stack of any parser reaches: the one of JavaScript ends the process that nests so deep, in whichever way. */
  const deep = 4e4;
  const nested: [name: string, before: string, open: string, inside: string, close: string][] = [
    ["brackets", "x=", "[", "1", "]"],
    ["parentheses", "x=", "(", "1", ")"],
    ["blocks", "", "{", "", "}"],
    ["templates", "x=", "`${", "1", "}`"],
    ["conditions", "x=", "a?b:", "c", ""],
    ["arrows", "x=", "a=>", "1", ""],
    ["assignments", "x=", "a=", "1", ""],
    ["negations", "x=", "!", "1", ""],
    ["powers", "x=", "2**", "1", ""],
    // The parser takes 60,000 of them.
    ["additions", "x=", "1+1+1+", "1", ""],
    ["else if", "if(a){}", "else if(a){f(1);}", "", ""],
    ["if", "", "if(a)", ";", ""],
    ["elements", "x=", "<a>", "", "</a>"],
  ];
  const nestedCode = linted(nested, ([, before, open, inside, close]) => [
    "a.js",
    `${call}\n${before}${open.repeat(deep)}${inside}${close.repeat(deep)}`,
  ]);
  it.each(nestedCode)("Code nested in %s causes no crash", (_name, said) => {
    const { status, errors, found } = said();
    expect([0, 1]).toContain(status);
    expect(errors).toEqual([]);
    expect(found.every((one) => one === "source/unparsable ") || found.includes(mistyped)).toBe(
      true,
    );
  });
  it("Deep code is read where a parser can take it", async () => {
    const brackets = `${"[".repeat(1000)}${"]".repeat(1000)}`;
    expect((await run("a.js", `x=${brackets};${call}`)).found).toContain(mistyped);
  });
  const aliases = [..."abcdefghij"];
  const bomb = `a: &a [x]\n${aliases
    .slice(1)
    .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${aliases[at]}`).join(",")}]`)
    .join("\n")}`;
  const tooDeep: [file: string, text: string, said: RegExp][] = [
    [
      "a.request-pay.json",
      `${start},"x":${"[".repeat(deep)}${"]".repeat(deep)}}`,
      /nested too deeply to be read$/,
    ],
    [
      "a.request-pay.yaml",
      `x: ${"[".repeat(deep)}${"]".repeat(deep)}`,
      /nested too deeply to be read$/,
    ],
    [
      "a.request-pay.ndjson",
      `${"[".repeat(deep)}${"]".repeat(deep)}`,
      /nested too deeply to be read$/,
    ],
    ["aliases.request-pay.yaml", bomb, /alias count/],
  ];
  const reported = linted(tooDeep, ([file, text]) => [file, text]);
  it.each(reported.map(([file, said], index) => [file, said, tooDeep[index]?.[2]] as const))(
    "Data nested too deeply, or by aliases that explode, are reported: %s",
    (_file, said, message) => {
      const { status, errors } = said();
      expect(status).toBe(2);
      expect(errors).toEqual([expect.stringMatching(message as RegExp)]);
    },
  );
});

describe("An odd text", () => {
  it.each([
    ["an empty file", "a.request-pay.json", "", 2, []],
    ["an empty source", "a.js", "", 0, []],
    ["NUL in JSON", "a.request-pay.json", `{"pg":"ksnet",\u0000"amount":"1"}`, 2, []],
    ["NUL in code", "a.js", `${call}\u0000`, 0, ["source/unparsable "]],
    [
      "keys of every object",
      "a.request-pay.json",
      `${start},"__proto__":{"amount":1},"constructor":1,"toString":2}`,
      1,
      [
        mistyped,
        "shape/unknown-property /__proto__",
        "shape/unknown-property /constructor",
        "shape/unknown-property /toString",
      ],
    ],
    ["half a character", "a.request-pay.json", `${start},"name":"\\ud800"}`, 1, [mistyped]],
    [
      "numbers beyond all bounds",
      "a.request-pay.json",
      `{"pg":"ksnet","amount":1e999,"tax_free":-1e999}`,
      1,
      ["shape/type /amount", "shape/type /tax_free"],
    ],
    ["minus zero", "a.request-pay.json", `{"pg":"ksnet","amount":-0}`, 1, []],
    ["Windows line ends", "a.js", `\r\n${call}\r\n`, 1, [mistyped]],
    ["a byte order mark", "a.js", `\ufeff${call}`, 1, [mistyped]],
  ] as [string, string, string, number, string[]][])(
    "An odd text has exactly the findings expected of it: %s",
    async (_name, file, text, status, expected) => {
      const result = await run(file, text);
      expect(result.status).toBe(status);
      expect(result.found).toEqual(expect.arrayContaining(expected));
    },
  );
  it("An odd text is read in UTF-16, and as EUC-KR where it is no UTF-8", async () => {
    const utf16 = Buffer.from(`\ufeff${call}`, "utf16le");
    const noUtf8 = Buffer.concat([Buffer.from(`${call} // `), Buffer.from([0xff, 0xfe, 0x80])]);
    for (const bytes of [utf16, noUtf8])
      expect((await run("a.js", bytes)).found).toContain(mistyped);
  });
});

describe("The command survives", () => {
  const walk = async (cwd: string, ...args: string[]) => {
    const { status, stdout, stderr } = await runIn(cwd, ["--format", "json", ...args]);
    return { status, stderr, report: JSON.parse(stdout) as { files: number } };
  };
  it.runIf(isPosix)("The command survives links in a circle", async () => {
    const cwd = inFolder();
    writeFileSync(join(cwd, "a.js"), call);
    symlinkSync(".", join(cwd, "self"));
    symlinkSync("two", join(cwd, "one"));
    symlinkSync("one", join(cwd, "two"));
    expect(await walk(cwd, ".")).toMatchObject({ status: 1, stderr: "", report: { files: 1 } });
    expect(await walk(cwd, "one")).toMatchObject({
      status: 2,
      stderr: "paylint: one: too many symbolic links\n",
    });
  });
  it.runIf(isPosix && process.getuid?.() !== 0)(
    "The command survives a folder and a file that may not be read",
    async () => {
      const cwd = inFolder();
      mkdirSync(join(cwd, "shut"));
      writeFileSync(join(cwd, "a.js"), call);
      writeFileSync(join(cwd, "b.js"), call);
      chmodSync(join(cwd, "shut"), 0);
      chmodSync(join(cwd, "b.js"), 0);
      expect(await walk(cwd, ".")).toMatchObject({
        status: 2,
        stderr: "paylint: b.js: permission denied\n",
        report: { files: 1 },
      });
      chmodSync(join(cwd, "shut"), 0o700);
    },
  );
  it("The command survives a file that is not there", async () => {
    expect(await walk(inFolder(), "a.js")).toMatchObject({
      status: 2,
      stderr: "paylint: a.js: no such file or folder\n",
    });
  });
});

describe("Writing a file", () => {
  const bytes = (text: string) => Buffer.from(text);
  it.runIf(isPosix)("A fix keeps the file's mode, and a link a link", () => {
    const cwd = inFolder();
    const file = join(cwd, "a.js");
    writeFileSync(file, "old", { mode: 0o640 });
    symlinkSync("a.js", join(cwd, "link.js"));
    expect(replaceFile(join(cwd, "link.js"), bytes("old"), bytes("new"))).toBe(undefined);
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).sort()).toEqual(["a.js", "link.js"]);
  });
  it("A fix leaves alone what someone else has changed", () => {
    const file = join(inFolder(), "a.js");
    writeFileSync(file, "newer");
    expect(replaceFile(file, bytes("old"), bytes("new"))).toMatchObject({
      en: expect.stringMatching(/changed in the meantime/),
    });
    expect(readFileSync(file, "utf8")).toBe("newer");
  });
  it.runIf(isPosix)("A fix leaves the original and nothing else when it cannot be written", () => {
    const cwd = inFolder();
    const file = join(cwd, "a.request-pay.json");
    const text = JSON.stringify({ ...plain, amount: "80000", memo: "x".repeat(1e5) });
    writeFileSync(file, text);
    // The system takes the first blocks of the new file, and no more.
    const script = `trap "" XFSZ; ulimit -f 8; "$1" "$2" --fix "$3"`;
    const args = ["-c", script, "bash", process.execPath, main, file];
    const { status, stderr } = spawnSync("bash", args, { encoding: "utf8" });
    expect(stderr).toMatch(/not fixed: the file would be too large\n$/);
    expect(status).toBe(2);
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(readdirSync(cwd)).toEqual(["a.request-pay.json"]);
  });
  it("Two fixes at once leave one whole result", async () => {
    const cwd = inFolder();
    const file = join(cwd, "a.request-pay.json");
    writeFileSync(file, JSON.stringify({ ...plain, amount: "80000", memo: "x".repeat(1e6) }));
    const { spawn } = await import("node:child_process");
    const runs = [1, 2].map(
      () =>
        new Promise<number | null>((resolve) =>
          spawn(process.execPath, [main, "--fix", file], { stdio: "ignore" }).on("exit", resolve),
        ),
    );
    await Promise.all(runs);
    expect((JSON.parse(readFileSync(file, "utf8")) as { amount: unknown }).amount).toBe(80000);
    expect(readdirSync(cwd)).toEqual(["a.request-pay.json"]);
  });
});

describe("A file of any bytes", () => {
  const samples = [
    call,
    `<script src="https://cdn.iamport.kr/js/iamport.payment-1.1.5.js"></script><a onclick='${call}'>x</a><script>/* iamport */ ${call} axios.post("https://api.iamport.kr/payments/cancel", { imp_uid })</script>`,
    `# paylint: ksnet\ncurl -X POST -d '{"merchant_uid":"T","amount":0}' "https://api.iamport.kr/payments/prepare"`,
    `\`\`\`js\n${call}\n\`\`\`\n\`\`\`sh\ncurl -d 'a=1' https://api.iamport.kr/payments/cancel\n\`\`\``,
    `POST https://api.iamport.kr/payments/prepare\n\n{ "merchant_uid": "T", "amount": {{amount}} }\n###\n`,
    `<%= a %><?php echo 1 ?>{{ b }}{% c %}[[\${d}]]<c:out value="e"/>@if(f)request_pay(`,
    JSON.stringify(plain, null, 1),
    `pg: ksnet\namount: &a "1"\ntax_free: *a\n# paylint-disable-next-line shape/type\nname: x\n`,
    "const { IMP } = window; const o = { ...a, pg: `ksnet.${b}` }; IMP?.request_pay(Object.freeze({ ...o, [c]: d ? 1 : '2', get e() {} }), f.bind(null, g))",
  ];
  const mutated = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(
        fc.tuple(
          fc.nat(400),
          fc.nat(30),
          fc.oneof(
            fc.string({ unit: "binary", maxLength: 6 }),
            fc.constantFrom(
              "{",
              "}",
              "(",
              "'",
              '"',
              "`",
              "\\",
              "${",
              "<%",
              "{{",
              "/*",
              "\n",
              "\u0000",
              "...",
              "=>",
              "&a",
              "*a",
              "#",
            ),
          ),
        ),
        { maxLength: 6 },
      ),
    )
    .map(([text, edits]) =>
      edits.reduce(
        (so, [at, length, put]) =>
          so.slice(0, at % (so.length + 1)) + put + so.slice((at % (so.length + 1)) + length),
        text,
      ),
    );
  const endings = (isData: boolean) =>
    formats.filter((format) => format.isData === isData).flatMap((format) => format.endings);
  const texts = fc.oneof(
    mutated,
    mutated,
    fc.string({ unit: "binary", maxLength: 200 }).map((text) => `${text} request_pay`),
  );

  it.each(endings(false))(
    "A file of any bytes with the ending %s is read without a crash",
    async (ending) => {
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          const linted = await lintText(ending, text, { assume: "ksnet" });
          const { diagnostics, calls, reports, unchecked } = linted;
          expect(reports.length + unchecked.length).toBe(calls);
          const lines = text.split("\n");
          for (const { range } of diagnostics) {
            expect(range.line).toBeLessThanOrEqual(lines.length);
            expect(range.column).toBeLessThanOrEqual((lines[range.line - 1] as string).length + 1);
          }
        }),
        { numRuns: 60 },
      );
    },
  );
  it.each(endings(true))("A file of any bytes is read without a crash: %s", async (ending) => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...kinds), async (text, kind) => {
        const { errors, redacted } = await lintText(ending, text, { kind });
        for (const { message, range } of errors) {
          expect(message).not.toBe("");
          expect(range?.start).toBeLessThanOrEqual(text.length);
        }
        expect(redacted).toHaveLength(text.length);
      }),
      { numRuns: 60 },
    );
  });
});
