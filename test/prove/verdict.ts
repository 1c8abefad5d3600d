import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validators } from "../../dist/generated/validators.js";
import type { Kind } from "../support/payloads.js";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** Where a payload is used; the emitted schemas have a part for each. */
export type Environment = "any" | "pc" | "mobile";
export const environments: readonly Environment[] = ["any", "pc", "mobile"];

export const schemaOf = (kind: Kind): { readonly $id: string } & Record<string, unknown> =>
  JSON.parse(readFileSync(join(dist, `schemas/${kind}.json`), "utf8"));

/** What the emitted schema leaves out, as `rule path`. */
const leftOut = new Map<Kind, Set<string>>();

function leftOutOf(kind: Kind): Set<string> {
  let known = leftOut.get(kind);
  if (!known) {
    const listed = schemaOf(kind)["x-not-expressed"] as { rule: string; paths?: string[] }[];
    known = new Set(
      listed.flatMap(({ rule, paths = [] }) => paths.map((path) => `${rule} ${path}`)),
    );
    leftOut.set(kind, known);
  }
  return known;
}

/**
 * What a validator that knows nothing but the emitted schema must say of a payload; undefined where the schema says of itself that
 * it cannot know.
 */
export function verdictOf(
  kind: Kind,
  payload: unknown,
  environment: Environment,
): boolean | undefined {
  const errors = validators[kind]
    .check(payload, { environment })
    .diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return true;
  const sayable = errors.some(
    ({ rule, path }) => !leftOutOf(kind).has(`${rule} ${path.replace(/\/\d+/g, "/*")}`),
  );
  return sayable ? false : undefined;
}
