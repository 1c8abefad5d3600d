import { type CallKind, namesService, tellingWords } from "../calls.js";

/** Comments and texts of JavaScript, as far as they can be told without parsing. */
const commentOrText =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/**
 * Whether code that no parser understands calls what takes a payload: an SDK's function with an argument, or an address of the
 * service in a text. A comment or prose that names one is no call.
 */
export function holdsCall(code: string, kinds: readonly CallKind[]): boolean {
  const paths = tellingWords(kinds);
  let hasAddress = false;
  const bare = code.replace(commentOrText, (stretch) => {
    if (/^["'`]/.test(stretch)) hasAddress ||= paths.test(stretch) && namesService(kinds, stretch);
    return /^["'`]/.test(stretch) ? '""' : " ";
  });
  return hasAddress || sdkCall(kinds).test(bare);
}

const known = new WeakMap<readonly CallKind[], RegExp>();

function sdkCall(kinds: readonly CallKind[]): RegExp {
  let pattern = known.get(kinds);
  if (!pattern) {
    const names = new Set(kinds.flatMap((kind) => kind.function ?? []));
    const name = names.size > 0 ? [...names].join("|") : "(?!)";
    pattern = new RegExp(String.raw`(?<![\w$])(?:${name})\s*(?:\?\.|\.call)?\s*\(\s*[^\s)]`);
    known.set(kinds, pattern);
  }
  return pattern;
}
