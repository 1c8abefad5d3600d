import { normalized, secretNameTest } from "../../../lint/redaction/secretNames.js";
import type { Shape, Tables } from "../../tables/types.js";
import { banner, type Files } from "./moduleText.js";

/** Writes the names of secret values, and the names near them that the tables describe as something else. */
export function writeSecretNames({ kinds, secrets }: Tables, build: Files): void {
  const described = kinds.flatMap(({ shape }) => [...keysOf(shape)]);
  const secretNames = namesOf(described, ({ "x-secret": secret }) => secret === true);
  const { isName, isExactly } = secretNameTest(secretNames, []);
  const plainNames = namesOf(described, () => true).filter(
    (name) => isName(name) && !isExactly(name),
  );
  const lists = {
    secretNames: ["Names of the secret values of all kinds.", secretNames],
    plainNames: [
      "Names that look like a secret's, and are none.",
      [...new Set([...plainNames.map(normalized), ...secrets.plainNames])],
    ],
  } as const;
  const entries = Object.entries(lists);
  build.set(
    "generated/secretNames.js",
    [
      banner,
      ...entries.map(([name, [, list]]) => `export const ${name} = ${JSON.stringify(list)};`),
      "",
    ].join("\n"),
  );
  build.set(
    "generated/secretNames.d.ts",
    [
      banner,
      ...entries.flatMap(([name, [doc]]) => [
        `/** ${doc} */`,
        `export declare const ${name}: readonly string[];`,
      ]),
      "",
    ].join("\n"),
  );
}

type Described = readonly [key: string, shape: Shape];

const namesOf = (described: readonly Described[], takes: (shape: Shape) => boolean) => [
  ...new Set(described.filter(([, shape]) => takes(shape)).map(([key]) => key)),
];

/** The keys that a shape describes, at any depth. */
function* keysOf({ properties = {}, items }: Shape): Generator<Described> {
  for (const [key, below] of Object.entries(properties)) {
    yield [key, below];
    yield* keysOf(below);
  }
  if (items) yield* keysOf(items);
}
