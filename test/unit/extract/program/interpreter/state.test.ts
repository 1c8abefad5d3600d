import { expect, it } from "vitest";
import { sending } from "./pythonFile.js";

it.each([
  ["a file is read to its end", 1, ["{ x: 1 }"]],
  ["a file that takes too many steps is not", 25, []],
])("It is certain that reading comes to an end: %s", (_name, count, payloads) => {
  const times = (number: number, line: string) => `    ${line}\n`.repeat(number);
  const before = [
    ...[`def c():\n${times(99, "1")}`, `def b():\n${times(99, "c()")}`],
    `def a():\n${times(9, "b()")}`,
  ];
  expect(sending(`{"x": 1}`, before.join(""), "a()\n".repeat(count))).toEqual(payloads);
});
