import { compile, type JSONSchema } from "json-schema-to-typescript";

/** The declaration of an interface, or of a type where the schema has no keys of its own, without what they refer to. */
export async function printType(name: string, schema: JSONSchema): Promise<string> {
  const text = await compile(structuredClone(schema), name, {
    bannerComment: "",
    additionalProperties: false,
    strictIndexSignatures: true,
    // Laying the text out takes as long as everything else that the build does.
    format: false,
    // A type that another extends is named there and not printed again.
    declareExternallyReferenced: false,
  });
  return indented(withShortComments(text.trim().split("\n")));
}

/** Comments of one line, where that holds what is said: one sentence, marked as deprecated or not. */
function withShortComments(lines: readonly string[]): string[] {
  const short: string[] = [];
  for (const line of lines) {
    // An object without keys.
    if (line === "" && short.at(-1)?.endsWith("{")) continue;
    const from = short.lastIndexOf("/**");
    const said = short.slice(from + 1);
    const isShort = said.length === 1 || (said.length === 2 && said[0] === " * @deprecated");
    if (line !== " */" || from < 0 || !isShort) short.push(line.trimEnd());
    else short.splice(from, Infinity, `/** ${said.map((one) => one.slice(3)).join(" ")} */`);
  }
  return short;
}

/** Lines of which each opens or closes at most one object, with those in an object indented. Comments have no braces at their ends. */
function indented(lines: readonly string[]): string {
  let depth = 0;
  const laidOut = lines.map((line) => {
    const isComment = /^ ?[/*]/.test(line);
    if (!isComment && line.startsWith("}")) depth--;
    const isOpening = !isComment && line.endsWith("{");
    const isMember = depth > 0 && !isComment && !isOpening && line !== "";
    const whole = (line === "" ? "" : "  ".repeat(depth)) + line + (isMember ? ";" : "");
    if (isOpening) depth++;
    return whole;
  });
  return `${laidOut.join("\n")}\n`;
}
