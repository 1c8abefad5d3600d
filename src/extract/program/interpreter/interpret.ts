import type { Answers } from "../answers.js";
import type { Requests } from "../calls.js";
import type { Library } from "../library.js";
import type { Program } from "../model.js";
import { Scope } from "../scopes.js";
import type { Value } from "../values.js";
import { Expressions } from "./expressions.js";
import { FunctionOrigins } from "./functionOrigins.js";
import { Functions } from "./functions.js";
import { LibraryRun } from "./libraryRun.js";
import type { ProgramRules } from "./nameRules.js";
import { Parameters } from "./parameters.js";
import { State, TooManySteps } from "./state.js";
import { Statements } from "./statements.js";

/** What a program is interpreted with. */
interface Means {
  readonly text: string;
  readonly library: Library;
  readonly rules: ProgramRules;
  /** Receives each request. */
  readonly requests: Requests;
  /** Is told what is read of their answers. */
  readonly answers: Answers;
}

/**
 * Interprets a program with known and unknown values: each statement in turn, every alternative, each function on its own and
 * where the program calls it. Code that is not understood makes values unknown. Returns the spans of secrets.
 */
export function interpret(
  { statements: all, imports }: Program,
  { text, library, rules, requests, answers }: Means,
): readonly Value[] {
  const state = new State(text, rules);
  const origins = new FunctionOrigins();
  const functions = new Functions(state, origins, (fn, args, scope) => {
    parameters.bind(fn, args, scope);
    return statements.run(fn.body, scope);
  });
  const run = new LibraryRun(state, functions, requests, answers);
  const expressions = new Expressions(state, functions, { imports, library, run, answers });
  const parameters = new Parameters(state, expressions, origins);
  const statements = new Statements(state, expressions, functions);
  try {
    statements.run(all, new Scope());
    functions.runWaiting();
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
  }
  return state.hidden;
}
