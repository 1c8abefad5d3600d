import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Vector } from "../../src/compiler/examples/vectors.js";
import { shippedKinds, someKinds } from "../support/payloads.js";
import { type Analysis, analyse } from "./analysis.js";
import { compare } from "./faithful.js";

// What `npm run prove` does at length, for some of the kinds: others with another seed.
const repository = fileURLToPath(new URL("../..", import.meta.url));
const payloads = 80;
const pairs = 600;

describe.each(someKinds(4))("%s", (kind) => {
  let analysis: Analysis;
  beforeAll(() => {
    analysis = analyse(kind, pairs);
  });
  it("The kind has no rule that others imply, and no choice that two rules forbid together", () => {
    const { failures, witnesses, satisfied } = analysis;
    expect(failures).toEqual([]);
    expect(witnesses.length).toBeGreaterThan(0);
    expect(satisfied).toBeGreaterThan(0);
  });
  it("The kind has a vector at every place at which a rule beyond the bare shape speaks alone", () => {
    const text = readFileSync(join(repository, `dist/vectors/${kind}.json`), "utf8");
    const alone = (JSON.parse(text) as Vector[]).flatMap(({ expect: found }) =>
      found.length === 1 ? found.map(({ rule, path }) => `${rule} ${path}`) : [],
    );
    const places = analysis.witnesses
      .filter(({ rule }) => !rule.startsWith("shape/"))
      .map(({ rule, path }) => `${rule} ${path}`);
    expect(alone).toEqual(expect.arrayContaining(places));
  });
  it("The kind has an emitted schema with which three other validators agree", async () => {
    const { disagreements, accepted, refused } = await compare(
      kind,
      payloads,
      Number(process.env.FC_SEED),
    );
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});

const hasPython = spawnSync("python3", ["-c", "import jsonschema"]).status === 0;

it.runIf(hasPython)("The vectors pass in Python, by the emitted schemas alone", () => {
  const printed = execFileSync("python3", ["docs/examples/python/run_vectors.py", "dist"], {
    cwd: repository,
    encoding: "utf8",
  });
  expect(printed.match(/ 0 wrong$/gm)).toHaveLength(shippedKinds.length);
});
