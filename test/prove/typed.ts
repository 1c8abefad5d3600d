import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { validators } from "../../dist/generated/validators.js";
import type { Vector } from "../../src/compiler/examples/vectors.js";
import { kindNames } from "../../src/compiler/kindNames.js";
import { type Kind, shippedKinds } from "../support/payloads.js";
import { repository, tsc } from "../support/system.js";

/** A payload written out in TypeScript, and what the compiler and the validator say of it. */
export interface Typed {
  readonly kind: Kind;
  readonly vector: Vector;
  readonly isTyped: boolean;
  readonly isValid: boolean;
}

/** Every conformance vector as a literal of its kind's type, through the compiler at once. */
export function typeVectors(): Typed[] {
  const all = shippedKinds.flatMap((kind) =>
    (
      JSON.parse(readFileSync(join(repository, `dist/vectors/${kind}.json`), "utf8")) as Vector[]
    ).map((vector) => ({ kind, vector })),
  );
  const entries = new Set(shippedKinds.map((kind) => kindNames(kind).entry));
  const imports = [...entries].map(
    (entry, index) => `import type * as entry${index} from "paylint/${entry}";`,
  );
  const names = [...entries];
  const lines = all.map(({ kind, vector: { payload, options } }, index) => {
    const { entry, pascal } = kindNames(kind);
    const type = `entry${names.indexOf(entry)}.${pascal}Payloads["${options.environment ?? "any"}"]`;
    return `export const v${index}: ${type} = ${JSON.stringify(payload)};`;
  });
  const folder = join(repository, "coverage/typed");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "vectors.ts");
  writeFileSync(file, [...imports, ...lines, ""].join("\n"));
  const refused = new Set<number>();
  const options = "--noEmit --strict --module nodenext --target es2022 --skipLibCheck";
  const { stdout } = tsc(options, [file]);
  rmSync(folder, { recursive: true });
  for (const [, line] of stdout.matchAll(/^\S+?\((\d+),\d+\): error/gm)) refused.add(Number(line));
  return all.map(({ kind, vector }, index) => ({
    kind,
    vector,
    isTyped: !refused.has(index + 1 + imports.length),
    isValid: validators[kind].is(vector.payload, vector.options),
  }));
}
