import { namesService, tellingWords } from "../calls.js";
import type { ReadOptions } from "../reader.js";
import { globalFunctions, type Sdk } from "../sdks.js";

/** Comments and texts of JavaScript, as far as they can be told without parsing. */
const commentOrText =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

const isText = (stretch: string) => /^["'`]/.test(stretch);

/** What sends a request, in one client or another. */
const sends = /\b(?:fetch|axios|ajax|request|curl|got|ky)\b|\.(?:post|put)\s*\(|\bPOST\b|\bPUT\b/;

/**
 * Whether code that does not parse contains a payment call: an SDK's function with an argument, or an address of the service in a
 * text. A comment or prose that names one is not a call, nor is an address in a sample that sends nothing.
 */
export function holdsCall(code: string, { kinds, sdks, isSample }: ReadOptions): boolean {
  const uncommented = code.replace(commentOrText, (stretch) => (isText(stretch) ? stretch : " "));
  if (sdkCall(sdks).test(uncommented.replace(commentOrText, '""'))) return true;
  if (isSample && !sends.test(uncommented)) return false;
  const paths = tellingWords({ kinds, sdks });
  const texts = uncommented.match(commentOrText) ?? [];
  return texts.some((text) => paths.test(text) && namesService(kinds, text));
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
