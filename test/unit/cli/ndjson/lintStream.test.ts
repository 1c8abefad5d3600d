import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { LintedChunk } from "../../../../dist/cli/ndjson/lintChunk.js";
import { lintStream } from "../../../../dist/cli/ndjson/lintStream.js";
import { reportOf } from "../../../../dist/cli/report.js";
import { lintText } from "../../../../dist/lint/index.js";
import { decodeLines } from "../../../../dist/text/encoding.js";
import type { Text } from "../../../../dist/validator/types.js";
import { runIn } from "../../../support/command.js";
import { plain } from "../../../support/payloads.js";

const main = fileURLToPath(new URL("../../../../dist/bin/paylint.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "paylint-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));

const options = { filename: "a.ndjson", kind: "ksnet.v1.request-pay" };
const good = JSON.stringify(plain);
const bad = JSON.stringify({ ...plain, amount: "1" });

/** What the bytes of "머그컵" are in EUC-KR. */
const eucKr = (line: string): Buffer =>
  Buffer.concat(
    line
      .split("머그컵")
      .flatMap((part, index) => [
        ...(index > 0 ? [Buffer.from([0xb8, 0xd3, 0xb1, 0xd7, 0xc4, 0xc5])] : []),
        Buffer.from(part),
      ]),
  );

const oneName = (line: string) => line.replace("이바다", "Lee");

/** Lines as programs write them, by themselves. */
const lines: readonly Buffer[] = [
  ...[
    good,
    bad,
    good,
    "",
    " \t",
    "{",
    '{"amount":1,"amount":2}',
    good.replace('"amount":', '"amount" :1,"amount":'),
    `\t${bad} // paylint-disable-line`,
    `// paylint-disable-next-line shape/type`,
    "/* paylint-disable-file */",
    `\ufeff${bad}`,
    "[]",
    `[${good},${bad}]`,
    "null",
    `{"$schema":"https://x/ksnet.v1.cancel.json","imp_uid":"x"}`,
    good.replace('"name"', '"__proto__"'),
    `{"a":${"[".repeat(600)}${"]".repeat(600)}}`,
    good.replace("머그컵", "긴 이름 ".repeat(200)),
  ].map((line) => Buffer.from(line)),
  eucKr(oneName(good)),
  eucKr(oneName(bad)),
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bad)]),
  Buffer.from([0x80, 0xb8]),
];

const files = fc
  .record({
    written: fc.array(fc.constantFrom(...lines), { maxLength: 10 }),
    newline: fc.constantFrom("\n", "\r\n"),
    start: fc.constantFrom("", "", "\ufeff"),
    isEnded: fc.boolean(),
    isUtf16: fc.constantFrom(false, false, false, true),
  })
  .map(({ written, newline, start, isEnded, isUtf16 }) => {
    const ends = Buffer.from(newline);
    const parts = written.flatMap((line, index) =>
      index < written.length - 1 || isEnded ? [line, ends] : [line],
    );
    const bytes = Buffer.concat([Buffer.from(start), ...parts]);
    return isUtf16 ? Buffer.from(`\ufeff${bytes.toString()}`, "utf16le") : bytes;
  });

/** The bytes in pieces of any size. */
function inPieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  at.sort((left, right) => left - right);
  return at.slice(1).map((end, index) => bytes.subarray(at[index] as number, end));
}

interface Linted {
  readonly payloads: number;
  readonly errors: readonly (string | Text)[];
  readonly diagnostics: readonly object[];
}

/** What is found however the file is read: numbers and offsets that count from a chunk's start left out. */
const comparable = (diagnostics: LintedChunk["report"]["diagnostics"]): object[] =>
  diagnostics.map(({ report: _, textFix, ...diagnostic }) => ({
    ...diagnostic,
    textFix: textFix && {
      ...textFix,
      edits: textFix.edits.map(({ text, range: { start: _start, end: _end, ...range } }) => ({
        text,
        ...range,
      })),
    },
  }));

async function streamed(pieces: Buffer[], lintOptions: typeof options | { filename: string }) {
  const target = {
    file: "a.ndjson",
    path: undefined,
    ending: ".ndjson",
    named: true,
    read: () => Buffer.concat(pieces),
    chunks: () => pieces,
    writeFixed: async () => undefined,
  };
  const found: Linted[] = [];
  for await (const { report, payloads, errors } of lintStream(target, lintOptions, 1)) {
    found.push({ payloads, errors, diagnostics: comparable(report.diagnostics) });
  }
  return {
    payloads: found.reduce((sum, { payloads }) => sum + payloads, 0),
    errors: found.flatMap(({ errors }) => errors),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
  };
}

describe("What is found in a file of lines", () => {
  it("What is found in a file of lines is the same in chunks of any size and in the text read as one", async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.array(fc.nat()), async (bytes, cuts) => {
        const inChunks = await streamed(inPieces(bytes, cuts), options);
        const result = await lintText(decodeLines(bytes), options);
        expect(inChunks).toEqual({
          payloads: result.reports.length,
          errors: result.errors.map(
            ({ message, range }) => `a.ndjson:${range?.line}:${range?.column}: ${message}`,
          ),
          diagnostics: comparable(reportOf("a.ndjson", result).diagnostics),
        });
      }),
      { numRuns: 20 },
    );
  });

  it("The check of a file of lines ends before the first line whose kind is not known, wherever the chunks end", async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.array(fc.nat()), async (bytes, cuts) => {
        const unsaid = { filename: "a.ndjson" };
        expect(await streamed(inPieces(bytes, cuts), unsaid)).toEqual(
          await streamed([bytes], unsaid),
        );
      }),
      { numRuns: 20 },
    );
  });

  it("What is found in a line depends on no other line", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...lines), { minLength: 2 }), async (written) => {
        // Only the start of a file can say UTF-16.
        const bytes = Buffer.concat([lf, ...written.flatMap((line) => [line, lf])]);
        const all = await streamed([bytes], options);
        const alone = await Promise.all(
          written.map((line) => streamed([Buffer.concat([lf, line, lf])], options)),
        );
        expect(all.payloads).toBe(alone.reduce((sum, { payloads }) => sum + payloads, 0));
        expect(all.diagnostics.length).toBe(alone.flatMap((one) => one.diagnostics).length);
        expect(all.errors.length).toBe(alone.flatMap((one) => one.errors).length);
      }),
      { numRuns: 25 },
    );
  });

  it("What is found in a line is not changed by directives, which could not reach from one chunk to the next", async () => {
    const text = `// paylint-disable-file\n${bad} // paylint-disable-line\n`;
    const { diagnostics } = await streamed([Buffer.from(text)], options);
    expect(diagnostics).toMatchObject([{ rule: "shape/type", line: 2 }]);
  });

  it("Each finding of a file of lines has a fingerprint of its own", async () => {
    const pieces = Array.from({ length: 5 }, () => Buffer.from(`${bad}\n`));
    const { diagnostics } = await streamed(pieces, options);
    const prints = (diagnostics as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    expect(prints).toHaveLength(5);
    expect(new Set(prints).size).toBe(5);
  });

  it("What is found in a file of lines is printed the same by one thread, by several, and from a pipe", async () => {
    const file = join(folder, "mixed.request-pay.ndjson");
    const block = lines.flatMap((line) => [line, lf]);
    // The lines that differ begin where the second chunk of a file ends, and the eighth of a pipe, behind which threads start;
    // others come chunks later.
    const chunk = 1 << 18;
    const line = Buffer.from(`${good}\n`);
    const before = Buffer.concat(Array(Math.floor((2 * chunk) / line.length)).fill(line));
    const differing = Array.from({ length: 5 }, () => block).flat();
    const bytes = Buffer.concat([before, ...differing, before, ...block]);
    expect(before.length + Buffer.concat(differing).length).toBeGreaterThan(2 * chunk);
    writeFileSync(file, bytes);
    const run = (args: string[], input?: Buffer) =>
      spawnSync(process.execPath, [main, ...args], {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 2 ** 28,
        ...(input && { input }),
      });
    for (const format of ["sarif", "pretty"]) {
      const alone = ["--format", format, "--jobs", "1", "mixed.request-pay.ndjson"];
      const one = await runIn(folder, alone);
      expect(one.stdout.length).toBeGreaterThan(10_000);
      const several = run(["--format", format, "--jobs", "2", "mixed.request-pay.ndjson"]);
      expect([several.status, several.stdout, several.stderr]).toEqual([
        one.status,
        one.stdout,
        one.stderr,
      ]);
      const name = ["--stdin-filename", "mixed.request-pay.ndjson"];
      const piped = run(["--format", format, ...name, "-"], readFileSync(file));
      // As many threads as there are cores.
      expect([piped.status, piped.stdout]).toEqual([one.status, one.stdout]);
    }
  });
});

const lf = Buffer.from("\n");
