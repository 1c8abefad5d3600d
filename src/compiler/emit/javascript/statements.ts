/** A line of JavaScript, or lines that run where a test is true, and others where it is not. */
export type CodeStatement =
  | string
  | {
      readonly test: string;
      readonly then: readonly CodeStatement[];
      readonly otherwise?: readonly CodeStatement[];
    };

/** The lines of statements, each level two spaces further in. */
function linesOf(statements: readonly CodeStatement[]): string[] {
  return statements.flatMap((statement) => {
    if (typeof statement === "string") return statement.split("\n");
    const { test, then, otherwise = [] } = statement;
    const [only, ...more] = otherwise;
    const head = [`if (${test}) {`, ...indented(linesOf(then))];
    if (only === undefined) return [...head, "}"];
    if (more.length > 0 || typeof only === "string") {
      return [...head, "} else {", ...indented(linesOf(otherwise)), "}"];
    }
    const [first, ...rest] = linesOf([only]);
    return [...head, `} else ${first}`, ...rest];
  });
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** The text of a function: its head up to the brace, and its statements. */
export const functionText = (head: string, statements: readonly CodeStatement[]): string =>
  [`${head} {`, ...indented(linesOf(statements)), "}"].join("\n");
