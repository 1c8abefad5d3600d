/** Texts of files by their path. */
export type Files = Map<string, string>;

export const notice = "Generated from schemas/ by src/compiler; not to be edited.";
export const banner = `// ${notice}`;

export const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** A doc comment, of one line where that is enough. */
export const docComment = (text: string): string =>
  text.includes("\n")
    ? ["/**", ...text.split("\n").map((line) => ` * ${line}`.trimEnd()), " */"].join("\n")
    : `/** ${text} */`;

/** How the value of a module is made of what is written in it: an expression of `make()`, and the imports that it needs. */
interface Making {
  readonly imports: readonly string[];
  readonly expression: string;
}

/**
 * A module that exports a function which makes a `value` once. Until then, an engine has hardly more to do than to read
 * over it.
 */
export const madeOnce = (
  value: string,
  { imports, expression }: Making = { imports: [], expression: "make()" },
): string =>
  [
    banner,
    ...imports,
    "let made;",
    `export default () => (made ??= ${expression});`,
    "function make() {",
    value,
    "return value;",
    "}",
    "",
  ].join("\n");

/** Objects so short are written wherever they are. */
const shortest = 40;

/** Statements that declare constants by name; an object that is in several places is written once. */
export function declareConstants(values: Readonly<Record<string, object>>): string {
  const counts = new Map<string, number>();
  for (const value of Object.values(values)) {
    for (const text of objectsIn(value)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const shared = [...counts].filter(([text, count]) => count > 1 && text.length > shortest);
  // What is in another object is shorter than it.
  shared.sort(([left], [right]) => left.length - right.length);
  const names = new Map(shared.map(([text], index) => [text, `shared${index}`]));
  const literal = (value: unknown): string =>
    (isObject(value) && names.get(JSON.stringify(value))) || written(value);
  const written = (value: unknown) => literalText(value, literal);
  return [
    ...[...names].map(([text, name]) => `const ${name} = ${written(JSON.parse(text))};`),
    ...Object.entries(values).map(([name, value]) => `const ${name} = ${written(value)};`),
  ].join("\n");
}

/** JSON as an expression of JavaScript; `below` writes what is in it. */
export function literalText(value: unknown, below: (value: unknown) => string): string {
  if (Array.isArray(value)) return `[${value.map(below).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return `{${entries.map(([key, child]) => `${keyText(key)}:${below(child)}`).join(",")}}`;
}

/** A key of an object literal, without quotes where it needs none. */
const keyText = (key: string) =>
  /^[A-Za-z_$][\w$]*$/.test(key) && key !== "__proto__" ? key : JSON.stringify(key);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The JSON of an object and of every object in it. */
function* objectsIn(value: unknown): Generator<string> {
  if (!isObject(value)) return;
  yield JSON.stringify(value);
  for (const child of Object.values(value)) yield* objectsIn(child);
}
