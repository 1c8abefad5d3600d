import { expect, it } from "vitest";
import { every, negated, some, type Verdict } from "../../../src/constraint/verdict.js";

const verdicts: readonly Verdict[] = [false, undefined, true];
const lists = [0, 1, 2, 3].flatMap((length) =>
  Array.from({ length: 3 ** length }, (_, number) =>
    Array.from({ length }, (__, at) => verdicts[Math.floor(number / 3 ** at) % 3]),
  ),
);
/** From false over what is not known to true. */
const rankOf = (verdict: Verdict) => verdicts.indexOf(verdict);

it.each(lists.map((list) => [list]))("All of %j hold as far as the least sure does", (list) => {
  expect(every(list)).toBe(verdicts[Math.min(2, ...list.map(rankOf))]);
});

it.each(lists.map((list) => [list]))("One of %j holds as far as the surest does", (list) => {
  expect(some(list)).toBe(verdicts[Math.max(0, ...list.map(rankOf))]);
});

it("The opposite of what is not known is not known either", () => {
  expect(verdicts.map(negated)).toEqual([true, undefined, false]);
});

it("No more is asked once a verdict is settled", () => {
  function* until(last: Verdict): Generator<Verdict> {
    yield undefined;
    yield last;
    throw new Error("asked for more");
  }
  expect(every(until(false))).toBe(false);
  expect(some(until(true))).toBe(true);
});
