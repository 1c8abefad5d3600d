import * as compare from "../../validator/compare.js";
import type { GeneratedChecks, KindFacts } from "../../validator/compiled.js";
import * as predicates from "../../validator/predicates/index.js";
import * as values from "../../validator/values.js";
import type { JsonSchema } from "../jsonSchema.js";
import type { UnitPlan } from "../units.js";
import { alarmsOf, type Entry } from "./alarms.js";
import { ask } from "./logic.js";
import { Place } from "./place.js";
import { type Act, objectTest, Script } from "./script.js";
import { straysStatements } from "./strays.js";

type Known = Pick<KindFacts, "known" | "secrets" | "anywhere">;

/** The text of a function and what it needs. */
interface Generated {
  readonly script: Script;
  readonly text: string;
}

/** The part of a unit that its context guards. */
function entriesOf(units: readonly UnitPlan[], lane: "errors" | "advice", root: Place): Entry[] {
  return units.flatMap((unit, index) => {
    // The unit without a context comes first.
    const guard = unit.context ? [ask(root, { asks: "context", bit: 1 << (index - 1) })] : [];
    return alarmsOf(unit[lane], root, guard);
  });
}

const refuse: Act = { write: () => "return false;", leaving: false };

/** `accepts(payload, on)`: whether a payload has no error; stops at the first. */
function accepts(units: readonly UnitPlan[]): Generated {
  const script = new Script();
  const root = Place.root();
  const payload = script.name(root);
  const [first = [], ...more] = parts(entriesOf(units, "errors", root));
  const linesOf = (entries: readonly Entry[]) => script.statements(entries, root, refuse).lines;
  const text = [
    `export function accepts(${payload}, on) {`,
    `if (!(${objectTest(payload)})) return false;`,
    ...linesOf(first),
    ...more.map((_, index) => `if (!accepts${index}(${payload}, on)) return false;`),
    "return true;",
    "}",
    ...more.flatMap((entries, index) => [
      `function accepts${index}(${payload}, on) {`,
      ...linesOf(entries),
      "return true;",
      "}",
    ]),
  ];
  return { script, text: text.join("\n") };
}

const note: Act = {
  write: (fault, indexes) =>
    `found.faults.push(${indexes.length === 0 ? fault : `[${[fault, ...indexes].join(", ")}]`});`,
};

/**
 * `report(payload, on, found)`: notes every fault, and says whether keys and texts are to be looked at that no schema knows.
 */
function reports(units: readonly UnitPlan[], known: Known): Generated {
  const script = new Script(["found"]);
  const root = Place.root();
  const payload = script.name(root);
  const errors = entriesOf(units, "errors", root);
  const [firstErrors = [], ...moreErrors] = parts(errors);
  const [firstAdvice = [], ...moreAdvice] = parts(entriesOf(units, "advice", root));
  const first = script.statements(firstErrors, root, note);
  const second = script.statements(firstAdvice, root, note, first.scope);
  const call = (name: string) => `${name}(${payload}, on, found);`;
  const further = (lane: string, some: readonly (readonly Entry[])[]) =>
    some.flatMap((entries, index) => [
      `function ${lane}${index}(${payload}, on, found) {`,
      ...script.statements(entries, root, note).lines,
      "}",
    ]);
  const text = [
    `export function report(${payload}, on, found) {`,
    `if (!(${objectTest(payload)})) {`,
    note.write(faultOfNoObject(errors), []),
    "return true;",
    "}",
    ...first.lines,
    ...moreErrors.map((_, index) => call(`errors${index}`)),
    "found.errorsDone = true;",
    ...second.lines,
    ...moreAdvice.map((_, index) => call(`advice${index}`)),
    ...straysStatements(script, root, second.scope, known, unconditional(units)),
    "return false;",
    "}",
    ...further("errors", moreErrors),
    ...further("advice", moreAdvice),
  ];
  return { script, text: text.join("\n") };
}

const unconditional = (units: readonly UnitPlan[]): JsonSchema =>
  units.find(({ context }) => context === null)?.errors ?? {};

/** Entries that one function holds: engines do not optimise a function that is very long. */
const mostEntries = 300;

function parts(entries: readonly Entry[]): Entry[][] {
  return Array.from({ length: Math.ceil(entries.length / mostEntries) }, (_, part) =>
    entries.slice(part * mostEntries, (part + 1) * mostEntries),
  );
}

/** The shape's own type comes first of all; what else is wrong with no object follows from it. */
function faultOfNoObject([first]: readonly Entry[]): number {
  if (first && "fault" in first.then) return first.then.fault;
  throw new Error("a payload's shape has no type");
}

/** The generated functions as the texts of two ES modules; `runtime` is the path to the runtime's folder. */
export function generateChecks(units: readonly UnitPlan[], known: Known, runtime: string) {
  const written = ({ script, text }: Generated) =>
    [
      ...[...script.imports].map(
        ([module, names]) => `import { ${[...names].join(", ")} } from "${runtime}/${module}.js";`,
      ),
      ...script.preamble,
      text,
      "",
    ].join("\n");
  return { accepts: written(accepts(units)), reports: written(reports(units, known)) };
}

/** The same functions, made in memory for the compiler's own use. */
export function runChecks(units: readonly UnitPlan[], known: Known): GeneratedChecks {
  const modules = { ...predicates, ...values, ...compare };
  const make = ({ script, text }: Generated) => {
    const body = [...script.preamble, text.replace(/^export /, "return ")].join("\n");
    return new Function(...Object.keys(modules), body)(...Object.values(modules));
  };
  return { accepts: make(accepts(units)), report: make(reports(units, known)) };
}
