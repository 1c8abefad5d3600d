import { type Formula, formulaKey, type Literal, opposite } from "../../../constraint/formula.js";
import { implies } from "../../../constraint/simplify.js";
import type { FunctionScope } from "./functionScope.js";
import { assume, type GuardedFault, type Loop } from "./guardedFaults.js";
import { type CodeStatement, functionText } from "./statements.js";

/** What is done about a fault that is found. */
export interface FaultAction {
  /** The statement; `indexes` are the variables of the indexes of the lists around the fault. */
  write(fault: number, indexes: readonly string[]): string;
  /** True where the statement returns false, since the first fault is enough. */
  readonly leaves?: true;
}

/** Statements that find faults, each test asked once. */
export class FaultStatements {
  readonly #scope: FunctionScope;
  readonly #action: FaultAction;
  readonly #indexes: readonly string[];
  readonly #split: Split;

  constructor(scope: FunctionScope, action: FaultAction, indexes: readonly string[] = []) {
    this.#scope = scope;
    this.#action = action;
    this.#indexes = indexes;
    this.#split = action.leaves === true ? splitInAnyOrder : splitInOrder;
  }

  of(faults: readonly GuardedFault[]): CodeStatement[] {
    const statements: CodeStatement[] = [];
    let rest: readonly GuardedFault[] = faults;
    while (rest.length > 0) {
      const [fault, ...more] = rest as [GuardedFault, ...GuardedFault[]];
      const [first, ...others] = fault.conditions;
      const found = this.#found(fault);
      if (!first) {
        statements.push(...found);
        rest = more;
        // Nothing after an unconditional return is reached.
        if (this.#isLeft(fault)) return statements;
        continue;
      }
      if (others.length === 0 && !("all" in first) && this.#isLeft(fault)) {
        // Where the function goes on, the opposite is known.
        statements.push({ test: this.#scope.test([first]), then: found });
        const refuted = "any" in first ? first.any : [first];
        rest = refuted.reduce<readonly GuardedFault[]>((left, one) => assumeNot(left, one), more);
        continue;
      }
      const group = groupBy(first, rest, this.#split);
      if (group.left.length === rest.length - 1) {
        statements.push({ test: this.#scope.test(fault.conditions), then: found });
      } else {
        statements.push({
          test: this.#scope.test([first]),
          then: this.of(group.then),
          otherwise: this.of(group.otherwise),
        });
      }
      rest = group.left;
    }
    return statements;
  }

  #isLeft = ({ then }: GuardedFault) => "fault" in then && this.#action.leaves === true;

  #found({ then }: GuardedFault): CodeStatement[] {
    if ("fault" in then) return [this.#action.write(then.fault, this.#indexes)];
    return this.#loop(then);
  }

  #loop({ list, items }: Loop): CodeStatement[] {
    const index = indexAt(this.#indexes.length);
    return eachItem(this.#scope, list, this.#indexes, this.#action, (scope) =>
      new FaultStatements(scope, this.#action, [...this.#indexes, index]).of(items),
    );
  }
}

/** Faults for which the first one's first condition decides whether they are found, and the others. */
interface Group {
  readonly then: readonly GuardedFault[];
  readonly otherwise: readonly GuardedFault[];
  readonly left: readonly GuardedFault[];
}

/** Splits faults into those that are in a group, and those that are left. */
type Split = (
  faults: readonly GuardedFault[],
  isIn: (fault: GuardedFault) => boolean,
) => [grouped: readonly GuardedFault[], left: readonly GuardedFault[]];

/** Neighbours alone are grouped where the order of the faults counts. */
const splitInOrder: Split = (faults, isIn) => {
  const end = faults.findIndex((fault) => !isIn(fault));
  return end < 0 ? [faults, []] : [faults.slice(0, end), faults.slice(end)];
};

const splitInAnyOrder: Split = (faults, isIn) => [
  faults.filter(isIn),
  faults.filter((fault) => !isIn(fault)),
];

function groupBy(condition: Formula, faults: readonly GuardedFault[], split: Split): Group {
  return "literal" in condition
    ? groupByLiteral(condition.literal, faults, split)
    : groupByFormula(formulaKey(condition), faults, split);
}

function groupByLiteral(fact: Literal, faults: readonly GuardedFault[], split: Split): Group {
  const against = opposite(fact);
  const isDecided = (fault: GuardedFault) => entails(fault, fact) || entails(fault, against);
  const [decided, left] = split(faults, isDecided);
  const then = decided.filter((fault) => entails(fault, fact));
  const otherwise = decided.filter((fault) => !entails(fault, fact));
  return { then: assume(then, fact), otherwise: assume(otherwise, against), left };
}

const assumeNot = (faults: readonly GuardedFault[], formula: Formula) =>
  "literal" in formula ? assume(faults, opposite(formula.literal)) : faults;

const entails = ({ conditions }: GuardedFault, fact: Literal) =>
  conditions.some((one) => "literal" in one && implies(one.literal, fact));

function groupByFormula(key: string, faults: readonly GuardedFault[], split: Split): Group {
  const isShared = (one: Formula) => formulaKey(one) === key;
  const [grouped, left] = split(faults, ({ conditions }) => conditions.some(isShared));
  const then = grouped.map((fault) => ({
    ...fault,
    conditions: fault.conditions.filter((one) => !isShared(one)),
  }));
  return { then, otherwise: [], left };
}

/**
 * A call of a function that goes through a list, with the statements that `write` makes of each item; nothing where it makes
 * none. It is a separate function, because V8 may compile only the loop of a function that has one.
 */
function eachItem(
  around: FunctionScope,
  list: string,
  indexes: readonly string[],
  { leaves }: Pick<FaultAction, "leaves">,
  write: (scope: FunctionScope) => readonly CodeStatement[],
): CodeStatement[] {
  const scope = around.ofItem();
  const statements = scope.block(() => write(scope));
  if (statements.length === 0) return [];
  const index = indexAt(indexes.length);
  const loop = functionText(`for (let ${index} = 0; ${index} < list.length; ${index}++)`, [
    `const item = list[${index}];`,
    ...statements,
  ]);
  const end = leaves ? ["return true;"] : [];
  const head = `(${["list", "note", ...indexes].join(", ")}) =>`;
  const each = around.module.constant(functionText(head, [loop, ...end]), `each${wordsOf(list)}`);
  const call = `${each}(${[around.value(list), "note", ...indexes].join(", ")})`;
  return leaves ? [{ test: `!${call}`, then: ["return false;"] }] : [`${call};`];
}

const indexAt = (depth: number) => `index${depth === 0 ? "" : depth + 1}`;

const wordsOf = (list: string) => list.replace(/[^A-Za-z0-9]+/g, "_");
