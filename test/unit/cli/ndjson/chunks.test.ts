import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkOf, wholeLines } from "../../../../dist/cli/ndjson/chunks.js";
import { lintChunk } from "../../../../dist/cli/ndjson/lintChunk.js";
import { folderWith, paylint, runIn } from "../../../support/command.js";
import { lintText } from "../../../support/lintText.js";
import { plain } from "../../../support/payloads.js";

const main = fileURLToPath(new URL("../../../../dist/bin/paylint.cjs", import.meta.url));
const file = "a.ndjson";
const options = { kind: "ksnet.v1.request-pay", filename: file };

const good = JSON.stringify(plain);
const bad = JSON.stringify({ ...plain, amount: "1" });
// As many keys as colons behind a quote.
const duplicate = good.replace('"amount":', '"amount" :1,"amount":');
const lines = fc.array(
  fc.constantFrom(
    good,
    bad,
    "",
    "  ",
    "{",
    '{"amount":1,"amount":2}',
    duplicate,
    `\t${good} // said`,
    "[]",
  ),
  { maxLength: 12 },
);

/** The bytes in pieces of any size. */
const inPieces = (bytes: Buffer, cuts: readonly number[]) => {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  );
  return at.slice(1).map((end, index) => bytes.subarray(at[index] as number, end));
};

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("Lines of NDJSON", () => {
  it("Lines of NDJSON stay whole and keep their numbers, however their bytes come", async () => {
    const pieces = fc.tuple(lines, fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.array(fc.nat()));
    await fc.assert(
      fc.asyncProperty(pieces, async ([texts, newline, isEnded, cuts]) => {
        const text = texts.join(newline) + (isEnded ? newline : "");
        const bytes = Buffer.from(text);
        const chunks = await collect(wholeLines(inPieces(bytes, cuts)));
        expect(Buffer.concat(chunks.map((chunk) => chunk.bytes))).toEqual(bytes);
        const whole = await lintChunk(chunkOf(bytes, 1), file, options);
        const parts = await Promise.all(chunks.map((chunk) => lintChunk(chunk, file, options)));
        const placed = (some: typeof parts) =>
          some.flatMap(({ report }) =>
            report.diagnostics.map(({ path, rule, line, column }) => ({
              path,
              rule,
              line,
              column,
            })),
          );
        expect(placed(parts)).toEqual(placed([whole]));
        expect(parts.flatMap(({ errors }) => errors)).toEqual(whole.errors);
        // The fast path leaves nothing out.
        const { diagnostics, reports } = await lintText(".ndjson", text, options);
        expect(placed([whole]).map(({ path, line }) => `${line} ${path}`)).toEqual(
          diagnostics.map(({ path, range }) => `${range.line} ${path}`),
        );
        expect(whole.payloads).toBe(reports.length);
        const payloads = parts.reduce((sum, part) => sum + part.payloads, 0);
        expect(payloads).toBe(whole.payloads);
      }),
      { numRuns: 20 },
    );
  });

  it("Lines of NDJSON show the line that a finding is on, wherever it is in the file", async () => {
    const file = "a.request-pay.ndjson";
    // Twice as long as what is read at once, so that the last line is of a third chunk.
    const count = Math.ceil((1 << 19) / good.length);
    const cwd = folderWith({ [file]: `${`${good}\n`.repeat(count)}${bad}\n` });
    const plainly = await runIn(cwd, [file]);
    const { stdout, status } = plainly;
    expect(status).toBe(1);
    expect(stdout).toContain(`:${count + 1}:`);
    expect(stdout).toContain(`${count + 1} | `);
    expect(stdout).toContain(`1 error in ${count + 1} payloads (1 file)`);
    for (const format of ["pretty", "json"]) {
      const args = ["--format", format, file];
      const here = format === "pretty" ? plainly : await runIn(cwd, args);
      const apart = spawnSync(process.execPath, [main, "--jobs", "3", ...args], {
        cwd,
        encoding: "utf8",
      });
      expect(apart.stdout, format).toBe(here.stdout);
      expect([apart.status, apart.stderr]).toEqual([1, ""]);
    }
  });

  it("Lines of NDJSON are answered before the input ends", async () => {
    const args = [main, "--kind", "ksnet.v1.request-pay", "--format", "github", "-"];
    const command = spawn(process.execPath, args);
    let output = "";
    const answered = new Promise<void>((resolve) => {
      command.stdout.on("data", (chunk) => {
        output += chunk;
        resolve();
      });
    });
    const ended = new Promise<number | null>((resolve) => command.on("close", resolve));
    command.stdin.write(`${bad}\n`);
    await answered;
    expect(output).toContain("line=1,");
    command.stdin.write(`${good}\n`);
    command.stdin.end(`${bad}`);
    expect(await ended).toBe(1);
    expect(output).toContain("line=3,");
  });

  it("Lines of NDJSON stop at the first that says no kind", () => {
    const { stderr, status } = spawnSync(process.execPath, [main, "--jobs", "2", "-"], {
      input: `${good}\n`.repeat(10_000),
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("cannot tell what kind");
  });

  it("Lines of NDJSON are not checked by a number of threads that is none", async () => {
    const { stderr, status } = await paylint(["--jobs", "0", "-"]);
    expect([status, stderr]).toEqual([2, 'paylint: --jobs takes a number from 1 to 99, not "0"\n']);
  });
});
