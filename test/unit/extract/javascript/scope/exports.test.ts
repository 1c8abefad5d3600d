import { describe, expect, it } from "vitest";
import { exportOf } from "../../../../../src/extract/javascript/scope/exports.js";
import { parse } from "../../../../../src/extract/javascript/syntax/parse.js";

/** The source of what a module exports by a name, or the module and the name there. */
function exported(code: string, name: string): unknown {
  const parsed = parse(code, ".ts");
  if (!("root" in parsed)) throw new Error(`no module: ${code}`);
  const found = exportOf(parsed.root, name);
  return found && "type" in found ? code.slice(...found.range) : found;
}

describe("What a module exports by a name is found", () => {
  it.each([
    ["export default { a: 1 };", "default", "{ a: 1 }"],
    ["export default function order() {}", "default", "function order() {}"],
    ["export const order = 1;", "order", "order"],
    ["export const first = 1, order = 2;", "order", "order"],
    ["export function order() {}", "order", "function order() {}"],
    ["const own = 1; export { own as order };", "order", "own"],
    ["const order = 1; export { order };", "order", "order"],
    ["const own = 1; export { own as 'order' };", "order", "own"],
    ["module.exports = { order: 1 };", "order", "1"],
    ["module.exports = { 'order': 1 };", "order", "1"],
    ["module.exports = order;", "default", "order"],
    ["module.exports.order = 1;", "order", "1"],
    ["exports.order = 1;", "order", "1"],
    ["exports['order'] = 1;", "order", "1"],
    ["(module.exports as any).order = (1);", "order", "1"],
    ["exports.first = 1; exports.order = 2;", "order", "2"],
    ["export const first = 1; export const order = 2;", "order", "order"],
  ])("What a module exports by a name is found: %s as %s", (code, name, source) => {
    expect(exported(code, name)).toBe(source);
  });
  it.each([
    ["export { order } from './m.js';", "order", { module: "./m.js", name: "order" }],
    ["export { own as order } from './m.js';", "order", { module: "./m.js", name: "own" }],
    ["export { default as order } from './m.js';", "order", { module: "./m.js", name: "default" }],
    ["export { 'own' as order } from './m.js';", "order", { module: "./m.js", name: "own" }],
  ])("What a module exports of another is found: %s as %s", (code, name, imported) => {
    expect(exported(code, name)).toEqual(imported);
  });
  it.each([
    ["export default 1;", "order"],
    ["export const order = 1;", "default"],
    ["export const order = 1;", "other"],
    ["export const { order } = all;", "order"],
    ["export class order {}", "order"],
    ["export type order = string;", "order"],
    ["export function order() {}", "other"],
    ["export { order as own } from './m.js';", "order"],
    ["export * from './m.js';", "order"],
    ["const order = 1;", "order"],
    ["module.exports = { own: 1 };", "order"],
    ["module.exports = { [order]: 1 };", "order"],
    ["module.exports = make();", "order"],
    ["module.other = { order: 1 };", "order"],
    ["other.exports = { order: 1 };", "order"],
    ["other.order = 1;", "order"],
    ["exports.own = 1;", "order"],
    ["exports = { order: 1 };", "order"],
    ["exports[order] = 1;", "order"],
    ["order;", "order"],
    ["if (x) exports.order = 1;", "order"],
  ])("and nothing else is: %s as %s", (code, name) => {
    expect(exported(code, name)).toBeUndefined();
  });
});
