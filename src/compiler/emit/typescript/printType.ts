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

/** With comments of one line, where what they say fits there. */
function withShortComments(lines: readonly string[]): string[] {
  const short: string[] = [];
  for (const line of lines) {
    const before = short.at(-1);
    if (before?.endsWith("{") && (line === "" || line.startsWith("}"))) {
      // An object without keys.
      short[short.length - 1] = before + line;
      continue;
    }
    const from = line === " */" ? short.lastIndexOf("/**") : -1;
    const said = short.slice(from + 1).map((one) => one.slice(" * ".length));
    const comment = `/** ${said.filter((one) => one !== "").join(" ")} */`;
    if (from < 0 || comment.length > longestComment) short.push(line.trimEnd());
    else short.splice(from, Infinity, comment);
  }
  return short;
}

const longestComment = 160;

/** Indents lines that open or close at most one object each. Comments have no braces at their ends. */
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
