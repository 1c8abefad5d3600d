import { type SourceMigration, type SourceOptions, wordsOf } from "./rewriting.js";
import { migrateScript } from "./script.js";

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;

/** Rewrites a page: its scripts, and the script element that loads the SDK. */
export function migratePage(text: string, ending: string, options: SourceOptions): SourceMigration {
  const result: SourceMigration = { edits: [], done: [], decide: [], untouched: [] };
  const sdk: { readonly start: number; readonly end: number }[] = [];
  const { scripts } = options.tables.code;
  const v1Script = new RegExp(scripts.v1);
  for (const match of text.matchAll(script)) {
    const [whole, attributes = "", code = ""] = match;
    const address = v1Script.exec(attributes);
    if (address) {
      const start = match.index + whole.indexOf(attributes) + address.index;
      sdk.push({ start, end: start + address[0].length });
    }
    if (
      code.trim() === "" ||
      /type\s*=\s*["']?(?!module|text\/javascript|text\/babel)[\w/+-]/i.test(attributes)
    )
      continue;
    const offset = match.index + whole.indexOf(">", attributes.length) + 1;
    const language =
      /lang\s*=\s*["']tsx?["']/i.test(attributes) || ending === ".ts" ? ".ts" : ".js";
    const { edits, done, decide, untouched } = migrateScript(code, language, {
      ...options,
      redacted: options.redacted.slice(offset, offset + code.length),
      gatewayAt: (at = 0) => options.gatewayAt(at + offset),
    });
    const moved = ({ at, message }: { at: number; message: string }) => ({
      at: at + offset,
      message,
    });
    result.edits.push(
      ...edits.map(({ start, end, text: one }) => ({
        start: start + offset,
        end: end + offset,
        text: one,
      })),
    );
    result.done.push(...done.map(moved));
    result.decide.push(...decide.map(moved));
    result.untouched.push(...untouched.map(moved));
  }
  // V1's SDK stays where calls of it do.
  if (result.untouched.length === 0) {
    for (const { start, end } of sdk) {
      result.edits.push({ start, end, text: scripts.v2 });
      result.done.push({ at: start, message: wordsOf("loaded", options) });
    }
  }
  return result;
}
