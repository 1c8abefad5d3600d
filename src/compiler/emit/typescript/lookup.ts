import { typeOf } from "./interfaces.js";
import { environments, type Lookup } from "./variants.js";

export const environmentUnion = environments.map((one) => JSON.stringify(one)).join(" | ");

/** An interface of types by environment, and under an environment by code. */
export function declareLookup(name: string, lookup: Lookup): string[] {
  const byEnvironment = [...lookup].flatMap(([environment, entries]) => [
    `  ${environment}: {`,
    ...entries.map(({ key, variants }) => {
      const types = variants.map((variant) => typeOf(variant, key));
      return `    ${keyOf(key)}: ${types.join(" | ")};`;
    }),
    "  };",
  ]);
  return [`export interface ${name} {`, ...byEnvironment, "}"];
}

const keyOf = (key: string) => (/^[a-z]+$/.test(key) ? key : JSON.stringify(key));
