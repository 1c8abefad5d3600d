import { isOfType } from "../../../constraint/atoms/type.js";
import type { FaultConstraint } from "../../../constraint/constraint.js";
import { root } from "../../../constraint/formula.js";
import { adviceIn, type ContextGroup, errorsIn } from "../../plan/contexts.js";
import { type FaultAction, FaultStatements } from "./faultStatements.js";
import { FunctionScope } from "./functionScope.js";
import { anyOf, assume, besideTheirList, type GuardedFault, lowerFaults } from "./guardedFaults.js";
import { ModuleWriter } from "./moduleWriter.js";
import { functionText } from "./statements.js";

/** Faults that one function finds: engines do not optimise a function that is very long. */
const mostFaults = 300;

const refuse: FaultAction = { write: () => "return false;", leaves: true };

/** Notes a fault by its number, and says in a comment, which no bundle keeps, which rule it is of and at which path. */
function noting(groups: readonly ContextGroup[]): FaultAction {
  const planned = groups.flatMap(({ faults }) => faults);
  const spoken = new Map(
    planned.map(({ number, fault: { rule, path } }) => [number, `${rule} ${path}`.trimEnd()]),
  );
  return {
    write: (fault, indexes) => {
      const noted = indexes.length === 0 ? fault : `[${[fault, ...indexes].join(", ")}]`;
      return `note(${noted}); // ${spoken.get(fault)}`;
    },
  };
}

/**
 * What every function is handed, used or not. Where functions declare the same variables in the same order, a minifier gives
 * them the same names, and a compressed bundle holds the text that they share once.
 */
const parameters = "(payload, contextBits, note)";

/** `accepts`: whether a payload has no error; stops at the first. The exported function is the first. */
function accepts(groups: readonly ContextGroup[], module: ModuleWriter): string[] {
  const statementsOf = (faults: readonly GuardedFault[]) => {
    const scope = new FunctionScope(module, "payload");
    return scope.block(() => new FaultStatements(scope, refuse).of(faults));
  };
  const [first = [], ...more] = partsOf(errorsInAnyOrder(groups));
  return [
    functionText(`export function accepts${parameters}`, [
      `if (!${module.import("asObject", "values")}(payload)) return false;`,
      ...statementsOf(first),
      ...more.map((_, part) => `if (!accepts${part + 2}${parameters}) return false;`),
      "return true;",
    ]),
    ...more.map((faults, part) =>
      functionText(`function accepts${part + 2}${parameters}`, [
        ...statementsOf(faults),
        "return true;",
      ]),
    ),
  ];
}

/** `report`: notes every fault. The exported function is the first. */
function report(groups: readonly ContextGroup[], module: ModuleWriter): string[] {
  const [firstErrors = [], ...moreErrors] = partsOf(lowered(besideTheirList(errorsIn(groups))));
  const [firstAdvice = [], ...moreAdvice] = partsOf(lowered(besideTheirList(adviceIn(groups))));
  const note = noting(groups);
  const newScope = () => new FunctionScope(module, "payload");
  const scope = newScope();
  const blockOf = (faults: readonly GuardedFault[], of = newScope()) =>
    of.block(() => new FaultStatements(of, note).of(faults));
  const further = (name: string, parts: readonly (readonly GuardedFault[])[]) =>
    parts.map((faults, part) =>
      functionText(`function ${name}${part + 2}${parameters}`, blockOf(faults)),
    );
  const callsOf = (name: string, { length }: readonly unknown[]) =>
    Array.from({ length }, (_, part) => `${name}${part + 2}${parameters};`);
  return [
    functionText(`export function report${parameters}`, [
      {
        test: `!${module.import("asObject", "values")}(payload)`,
        then: [note.write(faultOfNoObject(groups), []), "return;"],
      },
      ...blockOf(firstErrors, scope),
      ...callsOf("errors", moreErrors),
      "note();",
      ...blockOf(firstAdvice, scope),
      ...callsOf("advice", moreAdvice),
    ]),
    ...further("errors", moreErrors),
    ...further("advice", moreAdvice),
  ];
}

/** What `accepts` looks for: where the first error ends it, neither their order counts nor one that comes with another. */
const errorsInAnyOrder = (groups: readonly ContextGroup[]) =>
  anyOf(lowered(besideTheirList(errorsIn(groups))));

/** The constraints with what guards each fault. The payload is an object by then. */
function lowered(constraints: readonly FaultConstraint[]): GuardedFault[] {
  const isObject = isOfType(root, "object");
  const faults = lowerFaults(constraints);
  return "literal" in isObject ? assume(faults, isObject.literal) : faults;
}

function partsOf(faults: readonly GuardedFault[]): GuardedFault[][] {
  return Array.from({ length: Math.ceil(faults.length / mostFaults) }, (_, part) =>
    faults.slice(part * mostFaults, (part + 1) * mostFaults),
  );
}

/** The fault of a payload that is no object; what else is wrong with it follows from that. */
function faultOfNoObject(groups: readonly ContextGroup[]): number {
  const ofRoot = groups
    .flatMap(({ faults }) => faults)
    .find(({ fault }) => fault.is === "mistyped" && fault.path === root);
  if (!ofRoot) throw new Error("a payload's shape has no type");
  return ofRoot.number;
}

/** The generated functions as the text of an ES module; `validator` is the path to the validator's folder. */
export function generateChecks(groups: readonly ContextGroup[], validator: string): string {
  const module = new ModuleWriter();
  const functions = [...accepts(groups, module), ...report(groups, module)];
  return [...module.imports(validator), ...module.constants, ...functions, ""].join("\n");
}
