import type { CallKind } from "../../../extract/calls.js";
import { anyGateway, kindNames, siblingKind } from "../../kindNames.js";
import type { KindRow, Tables } from "../../tables/types.js";
import { banner, declareConstants, docComment, type Files } from "./moduleText.js";

/** Writes how payloads are handed over: PortOne's kinds, of which the gateways' are made when the module is loaded. */
export function writeCallKinds({ kinds, services }: Tables, build: Files): void {
  const all = kinds.map(({ row }) => row);
  const rows = all.filter(({ direction }) => direction !== "response");
  const neutral = rows
    .filter(({ kind }) => kindNames(kind).gateway === anyGateway)
    .map((row) => neutralKind(row, all, services));
  const callbacks = new Set(rows.map(({ callback }) => callback));
  const names = new Map<string, string[]>();
  for (const { kind } of rows) {
    const { gateway, version, file } = kindNames(kind);
    if (gateway === anyGateway) continue;
    const owner = `${gateway}.${version}`;
    names.set(owner, [...(names.get(owner) ?? []), file]);
  }
  const values = {
    neutral,
    names: Object.fromEntries([...names].map(([owner, files]) => [owner, files.join(" ")])),
    callbacks: all
      .map(({ kind }) => kind)
      .filter((kind) => {
        const { gateway, file } = kindNames(kind);
        return callbacks.has(file) && gateway !== anyGateway;
      }),
  };
  build.set(
    "generated/callKinds.js",
    [
      banner,
      'import { kindsOfGateways } from "../extract/callKinds.js";',
      declareConstants(values),
      "export const callKinds = [...neutral, ...kindsOfGateways(neutral, names, callbacks)];",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/callKinds.d.ts",
    [
      banner,
      'import type { CallKind } from "../extract/calls.js";',
      docComment("How payloads are handed over in source code."),
      "export declare const callKinds: readonly CallKind[];",
      "",
    ].join("\n"),
  );
}

function neutralKind(
  row: KindRow,
  rows: readonly KindRow[],
  services: Tables["services"],
): CallKind {
  const { kind, function: called, calls, callback, soleGateway, names } = row;
  const { gateway, version } = kindNames(kind);
  const service = services[version];
  const given =
    callback === undefined
      ? undefined
      : rows.find((other) => other.kind === siblingKind(kind, callback));
  return {
    kind,
    gateway,
    ...(called !== undefined && { function: called }),
    ...(given && { callback: given.kind }),
    ...(given?.arriving && { arriving: given.arriving }),
    calls: (calls ?? []).map((call) => {
      const [method, path] = call.split(" ") as [string, string];
      return { method, path };
    }),
    ...(calls && service && { service }),
    ...(soleGateway !== undefined && { soleGateway }),
    names: names ?? {},
  };
}
