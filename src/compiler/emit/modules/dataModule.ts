import type { PackedConstraints } from "../../../constraint/packed.js";
import type { PackedFacts, PackedWords } from "../../../validator/packed.js";
import type { Text } from "../../../validator/types.js";
import { patchOf } from "../patchOf.js";
import { banner, literalText } from "./moduleText.js";

/** What the module of a kind holds as data. */
export interface KindData {
  readonly facts: PackedFacts;
  readonly words: PackedWords;
  readonly constraints: PackedConstraints;
  readonly schema: object;
}

/** The data of the kind that another extends, and where its module is, seen from the other's. */
interface BaseData {
  readonly data: KindData;
  readonly module: string;
}

/** A module that gives each part of a kind's data when it is asked for, made of the base's by what differs. */
export function dataModule(data: KindData, validator: string, base?: BaseData): string {
  const parts = Object.entries(data).map(([name, value]) => {
    const made = base
      ? `patchedOnce(base.${name}, () => (${literal(patchOf(base.data[name as keyof KindData], value))}))`
      : `madeOnce(() => (${literal(value)}))`;
    return `export const ${name} = /* @__PURE__ */ ${made};`;
  });
  return [
    banner,
    `import { ${base ? "patchedOnce" : "madeOnce"} } from "${validator}/patch.js";`,
    ...(base ? [`import * as base from "${base.module}";`] : []),
    ...parts,
    "",
  ].join("\n");
}

/** Texts have one order of their languages, however the tables write them: what is written alike compresses well. */
const literal = (value: unknown): string =>
  literalText(isText(value) ? { en: value.en, ko: value.ko } : value, literal);

const isText = (value: unknown): value is Text =>
  typeof value === "object" && value !== null && Object.keys(value).sort().join() === "en,ko";
