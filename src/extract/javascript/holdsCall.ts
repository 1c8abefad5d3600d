import { type CallTables, namesService, tellingWords } from "../calls.js";
import { globalFunctions, type Sdk } from "../sdks.js";

/** Comments and texts of JavaScript, as far as they can be told without parsing. */
const commentOrText =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/**
 * Whether code that does not parse contains a payment call: an SDK's function with an argument, or an address of the service in a
 * text. A comment or prose that names one is not a call.
 */
export function holdsCall(code: string, tables: CallTables): boolean {
  const paths = tellingWords(tables);
  let hasAddress = false;
  const bare = code.replace(commentOrText, (stretch) => {
    if (/^["'`]/.test(stretch))
      hasAddress ||= paths.test(stretch) && namesService(tables.kinds, stretch);
    return /^["'`]/.test(stretch) ? '""' : " ";
  });
  return hasAddress || sdkCall(tables.sdks).test(bare);
}

const known = new WeakMap<readonly Sdk[], RegExp>();

function sdkCall(sdks: readonly Sdk[]): RegExp {
  let pattern = known.get(sdks);
  if (!pattern) {
    const names = globalFunctions(sdks);
    const name = names.length > 0 ? names.join("|") : "(?!)";
    pattern = new RegExp(String.raw`(?<![\w$])(?:${name})\s*(?:\?\.|\.call)?\s*\(\s*[^\s)]`);
    known.set(sdks, pattern);
  }
  return pattern;
}
