import * as compare from "../../runtime/compare.js";
import type { CompiledKind, GeneratedChecks } from "../../runtime/compiled.js";
import * as predicates from "../../runtime/predicates/index.js";
import * as values from "../../runtime/values.js";
import type { UnitPlan } from "../units.js";
import { alarmsOf, type Entry } from "./alarms.js";
import { ask } from "./logic.js";
import { Place } from "./place.js";
import { Script } from "./script.js";
import { straysFunction } from "./strays.js";

type Known = Pick<CompiledKind, "known" | "secrets" | "anywhere">;

/** The text of a function and what it needs. */
interface Generated {
  readonly script: Script;
  readonly functions: readonly string[];
}

/** The part of a unit that its context guards. */
function entriesOf(units: readonly UnitPlan[], lane: "errors" | "advice", root: Place): Entry[] {
  return units.flatMap((unit, index) => {
    // The unit without a context comes first.
    const guard = unit.context ? [ask(root, { asks: "context", bit: 1 << (index - 1) })] : [];
    return alarmsOf(unit[lane], root, guard);
  });
}

/** `accepts(payload, on)`: whether a payload has no error; stops at the first. */
function accepts(units: readonly UnitPlan[]): Generated {
  const script = new Script();
  const root = Place.root();
  const payload = script.name(root);
  const isObject = script.import("isObject", "values");
  const { lines } = script.statements(
    entriesOf(units, "errors", root),
    root,
    () => "return false;",
  );
  const text = [
    `export function accepts(${payload}, on) {`,
    `if (!${isObject}(${payload})) return false;`,
    ...lines,
    "return true;",
    "}",
  ];
  return { script, functions: [text.join("\n")] };
}

/** `report(payload, on, found)` notes every fault; `strays(payload)` says whether to look for keys and texts. */
function reports(units: readonly UnitPlan[], { known, secrets, anywhere }: Known): Generated {
  const script = new Script();
  const root = Place.root();
  const payload = script.name(root);
  const isObject = script.import("isObject", "values");
  const note = (fault: number, indexes: readonly string[]) =>
    `found.faults.push(${indexes.length === 0 ? fault : `[${[fault, ...indexes].join(", ")}]`});`;
  const errors = entriesOf(units, "errors", root);
  const first = script.statements(errors, root, note);
  const advice = entriesOf(units, "advice", root);
  const second = script.statements(advice, root, note, first.scope);
  const text = [
    `export function report(${payload}, on, found) {`,
    `if (!${isObject}(${payload})) {`,
    note(faultOfNoObject(errors), []),
    "return;",
    "}",
    ...first.lines,
    "found.errorsDone = true;",
    ...second.lines,
    "}",
  ];
  return { script, functions: [text.join("\n"), straysFunction(script, known, secrets, anywhere)] };
}

/** The shape's own type comes first of all; what else is wrong with no object follows from it. */
function faultOfNoObject([first]: readonly Entry[]): number {
  if (first && "fault" in first.then) return first.then.fault;
  throw new Error("a payload's shape has no type");
}

/** The generated functions as the texts of two ES modules; `runtime` is the path to the runtime's folder. */
export function generateChecks(units: readonly UnitPlan[], known: Known, runtime: string) {
  const text = ({ script, functions }: Generated) =>
    [
      ...[...script.imports].map(
        ([module, names]) => `import { ${[...names].join(", ")} } from "${runtime}/${module}.js";`,
      ),
      ...script.preamble,
      ...functions,
      "",
    ].join("\n");
  return { accepts: text(accepts(units)), reports: text(reports(units, known)) };
}

/** The same functions, made in memory for the compiler's own use. */
export function runChecks(units: readonly UnitPlan[], known: Known): GeneratedChecks {
  const modules = { ...predicates, ...values, ...compare };
  const make = ({ script, functions }: Generated, names: string) => {
    const texts = functions.map((one) => one.replace(/^export /, ""));
    const body = [...script.preamble, ...texts, `return { ${names} };`].join("\n");
    return new Function(...Object.keys(modules), body)(
      ...Object.values(modules),
    ) as GeneratedChecks;
  };
  return {
    ...make(accepts(units), "accepts"),
    ...make(reports(units, known), "report, strays"),
  };
}
