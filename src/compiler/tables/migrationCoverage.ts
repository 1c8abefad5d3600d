import type { CheckedMapping } from "./checkedMapping.js";
import type { WrittenRoute } from "./migration.js";
import { isDescribed } from "./shapeAt.js";
import type { GatewayRow, Shape } from "./types.js";

/** Every key of every V1 kind has a row at it or above it, and what moves with the object around it is known to V2. */
export function checkCoverage({
  file,
  rows,
  v1,
  v2,
  content,
  gateways,
  problems,
}: CheckedMapping): void {
  if (content.others) return;
  for (const { row, shape } of v1) {
    const [owner] = row.kind.split(".");
    const gateway = gateways.find(({ code, version }) => version === "v1" && code === owner);
    for (const pointer of leavesOf(shape)) {
      const at = rowAt(rows, pointer);
      if (!at) {
        problems.add(file, pointer, `no row is about this key of ${row.kind}`);
        continue;
      }
      const rest = pointer.slice(at.length);
      const routes = rest === "" ? [] : routesOf(rows.get(at) ?? [], gateway);
      for (const { to, as } of routes) {
        if (to === undefined || as !== undefined) continue;
        if (v2.some((one) => isDescribed(one.shape, to + rest))) continue;
        problems.add(file, pointer, `it moves with ${at}, and V2 has no key ${to + rest}`);
      }
    }
  }
}

/** The routes that a gateway's payloads can take; all of them where the gateway is not known. */
function routesOf(
  routes: readonly WrittenRoute[],
  gateway: GatewayRow | undefined,
): readonly WrittenRoute[] {
  if (!gateway) return routes;
  const { code, company } = gateway;
  const own = routes.filter(
    ({ gateways }) => !gateways || gateways.some((one) => one === code || one === company),
  );
  const last = own.findIndex(({ when }) => !when);
  return last < 0 ? own : own.slice(0, last + 1);
}

/** The nearest row at a pointer or above it. */
function rowAt(rows: ReadonlyMap<string, unknown>, pointer: string): string | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    if (rows.has(at)) return at;
  }
  return undefined;
}

/** Pointers of the keys below which a shape describes nothing. */
function leavesOf(shape: Shape, at = ""): string[] {
  const below = [
    ...Object.entries(shape.properties ?? {}).map(([key, child]) => [key, child] as const),
    ...(shape.items ? [["*", shape.items] as const] : []),
  ];
  const open = shape.additionalProperties && at !== "" ? [at] : [];
  if (below.length === 0) return at === "" ? [] : [at];
  return [...open, ...below.flatMap(([key, child]) => leavesOf(child, `${at}/${key}`))];
}

/** What V2 requires, of the payload and of each object that a row fills, comes from a row or is supplied. */
export function checkRequired({ file, rows, v2, content, problems, v1 }: CheckedMapping): void {
  if (v1.every(({ row }) => row.direction === "response")) return;
  const filled = [
    ...[...rows.values()].flat().flatMap(({ to, at }) => [to, at]),
    ...(content.supply ?? []).map(({ at }) => at),
    content.currency?.to,
  ].filter((one) => one !== undefined);
  const isFilled = (pointer: string) =>
    filled.some((one) => isAtOrBelow(one, pointer) || isAtOrBelow(pointer, one));
  for (const { row, shape } of v2) {
    for (const pointer of requiredOf(shape, isFilled)) {
      if (!isFilled(pointer))
        problems.add(file, pointer, `${row.kind} requires it, and nothing supplies it`);
    }
  }
}

const isAtOrBelow = (pointer: string, top: string) =>
  pointer === top || pointer.startsWith(`${top}/`);

function requiredOf(shape: Shape, isFilled: (pointer: string) => boolean, at = ""): string[] {
  const own = (shape.required ?? []).map((key) => `${at}/${key}`);
  const below = Object.entries(shape.properties ?? {}).flatMap(([key, child]) => {
    const pointer = `${at}/${key}`;
    return own.includes(pointer) || isFilled(pointer) ? requiredOf(child, isFilled, pointer) : [];
  });
  return [...own, ...below];
}
