import type { Text } from "../../validator/types.js";
import { facesOf } from "./requirement.js";
import type { Case, Test } from "./ruleTypes.js";
import { refsOf } from "./sources.js";
import type { WrittenRow } from "./written.js";

/** A row as a case; undefined where it asks for nothing. */
export function caseOf(row: WrittenRow, message: Text | undefined): Case | undefined {
  const {
    rule: _,
    at: __,
    atGateways: ___,
    exceptAt: ____,
    onlyAt: _____,
    message: ______,
    environment,
    store,
    require,
    forbid,
    source,
    ...rest
  } = row;
  const isAboutTime = [rest.when, rest.constrain].some((tests) =>
    Object.values(tests ?? {}).some(isTestOfTime),
  );
  const context = {
    ...(environment && { environment }),
    ...(isAboutTime && { now: true as const }),
    ...(store && { store }),
  };
  const one: Case = {
    ...rest,
    ...(Object.keys(context).length > 0 && { context }),
    ...(require !== undefined && { require: [require].flat() }),
    ...(forbid !== undefined && { forbid: [forbid].flat() }),
    ...(message && { message }),
    ...(source && { source: refsOf(source) }),
  };
  return facesOf(one).length > 0 ? one : undefined;
}

/** Whether a test, or one within it, compares with the current time. */
const isTestOfTime = ({ ahead, not, contains, anyOf = [] }: Test): boolean =>
  ahead !== undefined ||
  [not, contains, ...anyOf].some((within) => within !== undefined && isTestOfTime(within));
