import { remembered } from "../validator/remembered.js";
import { anyCharacter, hole } from "../validator/unknown.js";
import { parseExpression, type RegExpTree } from "./regularExpression.js";
import type { Verdict } from "./verdict.js";

/** Longer expressions than this are left undecided. */
const mostStates = 2_000;

/** Takes a code point, is at an edge of the text, or stands for all the states that follow. */
interface State {
  readonly one?: RegExp;
  readonly edge?: "start" | "end";
  readonly next: readonly number[];
}

interface Automaton {
  readonly expression: RegExp;
  readonly states: readonly State[];
  readonly first: number;
  readonly edges: ReadonlySet<State["edge"]>;
}

/** The state of an automaton that has found what it looks for. */
const found = 0;

/** Whether a text with holes matches a regular expression (with the `u` flag), whatever is in the holes. */
export function matchesInPart(pattern: string, text: string): Verdict {
  const automaton = automatonOf(pattern);
  if (!automaton) return undefined;
  if (!mayMatch(automaton, text)) return false;
  const { expression, edges } = automaton;
  const known = text.split(holes);
  const isSure = known.some((stretch, index) => {
    const isCut =
      (index > 0 && edges.has("start")) || (index < known.length - 1 && edges.has("end"));
    return !isCut && expression.test(stretch);
  });
  return isSure ? true : undefined;
}

const holes = new RegExp(`[${hole}${anyCharacter}]`, "u");

const automatonOf = remembered((pattern): Automaton | undefined => {
  const expression = parseExpression(pattern);
  const built = expression && build(expression);
  return built && { ...built, expression: new RegExp(pattern, "u") };
});

/** Undefined for an expression with too many states. */
function build(expression: RegExpTree): Omit<Automaton, "expression"> | undefined {
  const states: State[] = [{ next: [] }];
  const edges = new Set<State["edge"]>();
  const add = (state: State): number => states.push(state) - 1;
  /** The state in which an expression begins that is followed by another state. */
  const before = (part: RegExpTree, next: number): number => {
    if (states.length > mostStates) return next;
    if ("one" in part) return add({ one: part.one, next: [next] });
    if ("edge" in part) {
      edges.add(part.edge);
      return add({ edge: part.edge, next: [next] });
    }
    if ("all" in part) return part.all.reduceRight((behind, one) => before(one, behind), next);
    if ("any" in part) return add({ next: part.any.map((one) => before(one, next)) });
    return repeated(part, next);
  };
  const repeated = (
    { repeated: part, least, most }: Extract<RegExpTree, { repeated: RegExpTree }>,
    next: number,
  ): number => {
    let behind = next;
    if (most === Number.POSITIVE_INFINITY) {
      const again: number[] = [next];
      behind = add({ next: again });
      again.push(before(part, behind));
    } else {
      for (let count = least; count < most && states.length <= mostStates; count++) {
        behind = add({ next: [next, before(part, behind)] });
      }
    }
    for (let count = 0; count < least && states.length <= mostStates; count++) {
      behind = before(part, behind);
    }
    return behind;
  };
  const first = before(expression, found);
  return states.length > mostStates ? undefined : { states, first, edges };
}

/** Where a match may be that began somewhere: at a state, and whether the text has not begun there, or must have ended. */
interface Thread {
  readonly state: number;
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
}

/** Threads that differ. */
class Threads {
  readonly #automaton: Automaton;
  readonly #all = new Map<number, Thread>();
  /** Whether a match is found whatever follows. */
  isFound = false;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
  }

  get size(): number {
    return this.#all.size;
  }

  get isFoundAtEnd(): boolean {
    return [...this.#all.values()].some(({ state }) => state === found);
  }

  /** Adds a thread with those that it becomes without a further character. */
  add(thread: Thread): void {
    const { state, isAtStart, isAtEnd } = thread;
    const key = state * 4 + (isAtStart ? 2 : 0) + (isAtEnd ? 1 : 0);
    if (this.#all.has(key)) return;
    this.#all.set(key, thread);
    if (state === found && !isAtEnd) this.isFound = true;
    const { one, edge, next } = this.#automaton.states[state] as State;
    if (one || (edge === "start" && !isAtStart)) return;
    for (const then of next)
      this.add({ state: then, isAtStart, isAtEnd: isAtEnd || edge === "end" });
  }

  /** Adds what follows by one character: by any, where none is given. */
  addNext(of: Threads, character?: string): void {
    for (const { state, isAtEnd } of [...of.#all.values()]) {
      const { one, next } = this.#automaton.states[state] as State;
      if (!one || isAtEnd || (character !== undefined && !one.test(character))) continue;
      for (const then of next) this.add({ state: then, isAtStart: false, isAtEnd: false });
    }
    this.add({ state: this.#automaton.first, isAtStart: false, isAtEnd: false });
  }
}

/** Whether a text matches with something in its holes. */
function mayMatch(automaton: Automaton, text: string): boolean {
  let threads = new Threads(automaton);
  threads.add({ state: automaton.first, isAtStart: true, isAtEnd: false });
  for (const character of text) {
    if (threads.isFound) return true;
    if (character === hole) {
      for (let size = 0; size < threads.size; ) {
        size = threads.size;
        threads.addNext(threads);
      }
      continue;
    }
    const next = new Threads(automaton);
    next.addNext(threads, character === anyCharacter ? undefined : character);
    threads = next;
  }
  return threads.isFoundAtEnd;
}
