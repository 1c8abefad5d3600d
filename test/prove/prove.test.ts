import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Vector } from "../../src/compiler/examples/vectors.js";
import { shippedKinds } from "../support/payloads.js";
import { analyse } from "./analysis.js";
import { compare } from "./faithful.js";
import { type Typed, typeVectors } from "./typed.js";

// What `npm run prove` does at length.
const repository = fileURLToPath(new URL("../..", import.meta.url));
const payloads = 150;

describe.each(shippedKinds)("%s", (kind) => {
  it("has no rule that others imply, and no choice that two rules forbid together", () => {
    const { failures, witnesses, satisfied } = analyse(kind);
    expect(failures).toEqual([]);
    expect(witnesses.length).toBeGreaterThan(0);
    expect(satisfied).toBeGreaterThan(0);
  });
  it("has a vector at every place at which a rule speaks alone", () => {
    const text = readFileSync(join(repository, `dist/vectors/${kind}.json`), "utf8");
    const alone = (JSON.parse(text) as Vector[]).flatMap(({ expect: found }) =>
      found.length === 1 ? found.map(({ rule, path }) => `${rule} ${path}`) : [],
    );
    const places = analyse(kind).witnesses.map(({ rule, path }) => `${rule} ${path}`);
    expect(alone).toEqual(expect.arrayContaining(places));
  });
  it("has an emitted schema with which three other validators agree", async () => {
    const { disagreements, accepted, refused } = await compare(
      kind,
      payloads,
      Number(process.env.FC_SEED),
    );
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(10);
  });
});

const hasPython = spawnSync("python3", ["-c", "import jsonschema"]).status === 0;

it.runIf(hasPython)("the vectors pass in Python, by the emitted schemas alone", () => {
  const printed = execFileSync("python3", ["docs/python/run_vectors.py", "dist"], {
    cwd: repository,
    encoding: "utf8",
  });
  expect(printed.match(/ 0 wrong$/gm)).toHaveLength(shippedKinds.length);
});

describe("types", () => {
  const typed = typeVectors();
  const errorsOf = ({ vector }: Typed) =>
    vector.expect.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  it("refuse what the validator refuses, but for what their document says they cannot", () => {
    const document = readFileSync(join(repository, "docs/types.md"), "utf8");
    const listed = [...document.matchAll(/^\| `([a-z/-]+)`/gm)].map(([, rule]) => rule);
    const letThrough = typed
      .filter(({ isTyped, isValid }) => isTyped && !isValid)
      .flatMap(errorsOf);
    expect([...new Set(letThrough)].sort()).toEqual(listed.sort());
    expect(typed.filter(({ isTyped }) => !isTyped).length).toBeGreaterThan(400);
  });
  it("refuse no payload that is in order, but for keys that no document lists", () => {
    const tooMuch = typed.filter(({ isTyped, isValid }) => !isTyped && isValid);
    const found = tooMuch.flatMap(({ vector }) => vector.expect.map(({ rule }) => rule));
    expect(new Set(found)).toEqual(new Set(["shape/unknown-property"]));
    expect(tooMuch.every(({ vector }) => vector.expect.length > 0)).toBe(true);
  });
});
