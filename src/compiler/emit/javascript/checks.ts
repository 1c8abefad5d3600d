import { isOfType } from "../../../constraint/atoms/type.js";
import { root } from "../../../constraint/formula.js";
import type { GeneratedChecks } from "../../../validator/compiled.js";
import { type ContextGroup, constraintsOf } from "../../plan/contexts.js";
import { type FaultAction, FaultStatements } from "./faultStatements.js";
import { FunctionScope, objectTest } from "./functionScope.js";
import { assume, type GuardedFault, lowerFaults } from "./guardedFaults.js";
import { callable, ModuleWriter } from "./moduleWriter.js";
import { functionText } from "./statements.js";

/** The text of functions and what they need. */
interface Generated {
  readonly module: ModuleWriter;
  /** The exported function first. */
  readonly functions: readonly string[];
}

const payload = { name: "payload", pattern: "" } as const;

/** Faults that one function finds: engines do not optimise a function that is very long. */
const mostFaults = 300;

const refuse: FaultAction = { write: () => "return false;", returns: false, parameters: [] };

const note: FaultAction = {
  write: (fault, indexes) =>
    `found.faults.push(${indexes.length === 0 ? fault : `[${[fault, ...indexes].join(", ")}]`});`,
  parameters: ["found"],
};

/** `accepts(payload, on)`: whether a payload has no error; stops at the first. */
function accepts(groups: readonly ContextGroup[]): Generated {
  const module = new ModuleWriter();
  const statementsOf = (faults: readonly GuardedFault[]) => {
    const scope = new FunctionScope(module, payload);
    return scope.block(() => new FaultStatements(scope, refuse).of(faults));
  };
  const [first = [], ...more] = partsOf(faultsIn(groups, true));
  const functions = [
    functionText("export function accepts(payload, on)", [
      `if (!(${objectTest("payload")})) return false;`,
      ...statementsOf(first),
      ...more.map((_, part) => `if (!accepts${part + 2}(payload, on)) return false;`),
      "return true;",
    ]),
    ...more.map((faults, part) =>
      functionText(`function accepts${part + 2}(payload, on)`, [
        ...statementsOf(faults),
        "return true;",
      ]),
    ),
  ];
  return { module, functions };
}

/** `report(payload, on, found)`: notes every fault. */
function report(groups: readonly ContextGroup[]): Generated {
  const module = new ModuleWriter();
  const [firstErrors = [], ...moreErrors] = partsOf(faultsIn(groups, true));
  const [firstAdvice = [], ...moreAdvice] = partsOf(faultsIn(groups, false));
  const scope = new FunctionScope(module, payload);
  const blockOf = (faults: readonly GuardedFault[], of = new FunctionScope(module, payload)) =>
    of.block(() => new FaultStatements(of, note).of(faults));
  const further = (name: string, parts: readonly (readonly GuardedFault[])[]) =>
    parts.map((faults, part) =>
      functionText(`function ${name}${part + 2}(payload, on, found)`, blockOf(faults)),
    );
  const callsOf = (name: string, { length }: readonly unknown[]) =>
    Array.from({ length }, (_, part) => `${name}${part + 2}(payload, on, found);`);
  const functions = [
    functionText("export function report(payload, on, found)", [
      {
        test: `!(${objectTest("payload")})`,
        then: [note.write(faultOfNoObject(groups), []), "return;"],
      },
      ...blockOf(firstErrors, scope),
      ...callsOf("errors", moreErrors),
      "found.errorsDone = true;",
      ...blockOf(firstAdvice, scope),
      ...callsOf("advice", moreAdvice),
    ]),
    ...further("errors", moreErrors),
    ...further("advice", moreAdvice),
  ];
  return { module, functions };
}

/** The faults that are errors, or those that are not, each under its context. The payload is an object by then. */
function faultsIn(groups: readonly ContextGroup[], areErrors: boolean): GuardedFault[] {
  const isObject = isOfType(root, "object");
  const faults = lowerFaults(constraintsOf(groups, areErrors));
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

/** The generated functions as the texts of two ES modules; `validator` is the path to the validator's folder. */
export function generateChecks(groups: readonly ContextGroup[], validator: string) {
  const written = ({ module, functions }: Generated) =>
    [...module.imports(validator), ...module.constants, ...functions, ""].join("\n");
  return { accepts: written(accepts(groups)), reports: written(report(groups)) };
}

/** The same functions, made in memory for the compiler's own use. */
export function instantiateChecks(groups: readonly ContextGroup[]): GeneratedChecks {
  const make = ({ module, functions }: Generated) => {
    const [exported = "", ...others] = functions;
    const body = [...module.constants, ...others, exported.replace(/^export /, "return ")];
    return new Function(...Object.keys(callable), body.join("\n"))(...Object.values(callable));
  };
  return { accepts: make(accepts(groups)), report: make(report(groups)) };
}
