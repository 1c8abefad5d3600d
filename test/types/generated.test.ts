import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { validators } from "../../dist/generated/validators.js";
import { kindNames } from "../../src/compiler/kindNames.js";
import { validOf } from "../support/arbitraries.js";
import type { Kind } from "../support/payloads.js";
import { repository, tsc } from "../support/system.js";

const each = 2;

it("The types of every kind take generated payloads in which nothing is found", () => {
  const kinds = Object.keys(validators) as Kind[];
  const entries = [...new Set(kinds.map((kind) => kindNames(kind).entry))];
  const imports = entries.map(
    (entry, index) => `import type * as entry${index} from "paylint/${entry}";`,
  );
  const payloads = kinds.flatMap((kind) =>
    fc
      .sample(validOf(kind), { numRuns: each, seed: Number(process.env.FC_SEED) })
      .filter((payload) => validators[kind].check(payload).diagnostics.length === 0)
      .map((payload) => ({ kind, payload })),
  );
  expect(new Set(payloads.map(({ kind }) => kind)).size).toBe(kinds.length);
  const lines = payloads.map(({ kind, payload }, index) => {
    const { entry, pascal } = kindNames(kind);
    const type = `entry${entries.indexOf(entry)}.${pascal}Payloads["any"]`;
    return `export const v${index}: ${type} = ${JSON.stringify(payload)};`;
  });
  const folder = join(repository, "coverage/generated");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "payloads.ts");
  writeFileSync(file, [...imports, ...lines, ""].join("\n"));
  const options = "--noEmit --strict --module nodenext --target es2022 --skipLibCheck";
  const { stdout } = tsc(options, [file]);
  rmSync(folder, { recursive: true });
  // docs/types.md says that the types know card companies by the plain names of the gateway's table.
  const isOfIssuer = (text: string) =>
    /Type '"\w+"' is not assignable to type '"BC_CARD"/.test(text);
  const refused = [...stdout.matchAll(/^\S+?\((\d+),\d+\): (error .*)/gm)]
    .filter(([, , text]) => !isOfIssuer(text as string))
    .map(([, line, text]) => `${lines[Number(line) - imports.length - 1]} ${text}`);
  expect(refused).toEqual([]);
});
