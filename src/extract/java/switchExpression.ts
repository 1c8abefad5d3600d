/** A stretch of a text and what is put in its place, of the same length. */
export type Change = readonly [start: number, end: number, instead: string];

/** A `switch` that is an expression, written as a call, which the grammar knows. */
interface SwitchCall {
  readonly changes: readonly Change[];
  /** Where `yield` is, which is written as `throw`. */
  readonly yields: readonly number[];
}

const label = /\s*(case\b[^;{}]{0,2000}?|default\s*)->/y;

/**
 * Writes `switch (k) { case A -> x; default -> { yield y; } }` as `sw1tch (k , x , ()-> { throw y; } )`, every letter at its place.
 * `code` is without texts and comments; `start` is where the word begins, `open` the brace. Undefined of a `switch` with colons.
 */
export function switchAsCall(code: string, start: number, open: number): SwitchCall | undefined {
  const changes: Change[] = [[start, start + 6, "sw1tch"]];
  const yields: number[] = [];
  const selector = code.lastIndexOf(")", open);
  changes.push([selector, open + 1, blank(code.slice(selector, open + 1))]);
  let at = open + 1;
  for (;;) {
    label.lastIndex = at;
    const match = label.exec(code);
    if (!match) break;
    const arrow = at + match[0].length;
    const from = arrow - (match[1] as string).length - 2;
    const body = arrow + code.slice(arrow).search(/\S|$/);
    const room = blank(code.slice(from, arrow));
    if (code[body] === "{") {
      changes.push([from, arrow, `,()${room.slice(5)}->`]);
      const end = closing(code, body);
      for (const { index } of code.slice(body, end).matchAll(/\byield\b(?!\s*(?:[=.]|\+\+))/g)) {
        yields.push(body + index);
        changes.push([body + index, body + index + 5, "throw"]);
      }
      at = end;
      continue;
    }
    const end = endOfArm(code, body);
    if (end === undefined) return undefined;
    if (/^throw\b/.test(code.slice(body, body + 6))) {
      changes.push([from, end + 1, blank(code.slice(from, end + 1))]);
    } else {
      changes.push([from, arrow, `,${room.slice(1)}`], [end, end + 1, " "]);
    }
    at = end + 1;
  }
  const last = at + code.slice(at).search(/\S|$/);
  if (code[last] !== "}") return undefined;
  changes.push([last, last + 1, ")"]);
  return { changes, yields };
}

/** Writes a `switch` of which nothing is known as a name. */
export function switchAsName(code: string, start: number, open: number): SwitchCall {
  const end = closing(code, open);
  return { changes: [[start, end, `switched${blank(code.slice(start + 8, end))}`]], yields: [] };
}

/** The same lines with nothing in them. */
export const blank = (code: string): string => code.replace(/[^\n]/g, " ");

/** The offset behind the bracket that closes the one at an offset. */
function closing(code: string, from: number): number {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    if (/[{(]/.test(code[at] as string)) depth++;
    else if (/[})]/.test(code[at] as string) && --depth === 0) return at + 1;
  }
  return code.length;
}

/** Where the semicolon of an arm is that is an expression. */
function endOfArm(code: string, from: number): number | undefined {
  for (let at = from; at < code.length; at++) {
    const letter = code[at] as string;
    if (letter === ";") return at;
    if (letter === "{" || letter === "(") at = closing(code, at) - 1;
    else if (letter === "}" || letter === ")") return undefined;
  }
  return undefined;
}
