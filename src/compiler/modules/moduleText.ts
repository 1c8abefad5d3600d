/** Texts of files by their path. */
export type Files = Map<string, string>;

export const notice = "Generated from schemas/ by src/compiler; not to be edited.";
export const banner = `// ${notice}`;

export const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** A module that exports a function which makes a `value` once. Until then, an engine has hardly more to do than to read over it. */
export const madeOnce = (value: string): string =>
  [
    banner,
    "let made;",
    "export default () => (made ??= make());",
    "function make() {",
    value,
    "return value;",
    "}",
    "",
  ].join("\n");

/** Statements that declare a constant, in which an object that stands in many places is written once. */
export function hoisted(name: string, value: object): string {
  const count = new Map<string, number>();
  const tally = (_key: string, inner: unknown) => {
    if (typeof inner === "object" && inner !== null) {
      const text = JSON.stringify(inner);
      count.set(text, (count.get(text) ?? 0) + 1);
    }
    return inner;
  };
  JSON.stringify(value, tally);
  const shared = [...count].filter(([text, times]) => times > 1 && text.length > 40);
  // What is in another is shorter than it.
  shared.sort(([left], [right]) => left.length - right.length);
  const names = new Map(shared.map(([text], index) => [text, `shared_${name}_${index}`]));
  const written = (whole: unknown) =>
    JSON.stringify(
      whole,
      (_key, inner: unknown) =>
        (inner !== whole &&
          typeof inner === "object" &&
          inner !== null &&
          names.get(JSON.stringify(inner))) ||
        inner,
    ).replace(/"(shared_\w+)"/g, "$1");
  const constants = [...names].map(
    ([text, constant]) => `const ${constant} = ${written(JSON.parse(text))};`,
  );
  return [...constants, `const ${name} = ${written(value)};`].join("\n");
}
