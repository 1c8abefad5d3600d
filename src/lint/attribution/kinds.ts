import type { CallKind } from "../../extract/calls.js";
import { isOpen, markOpen } from "../../validator/unknown.js";
import type { LintOptions } from "../types.js";

/** The owner of the kinds that hold at any gateway. */
const neutralOwner = "portone";

/** Whether a kind is PortOne's own, not a gateway's. */
export const isNeutral = ({ gateway }: Pick<CallKind, "gateway">): boolean =>
  gateway === neutralOwner;

/** What says the kind of payloads that are in a text by themselves. */
export type KindOptions = Pick<LintOptions, "kind" | "fallbackKind" | "filename">;

/**
 * The kinds that a payload can be of: the one asked for, else the one in its `$schema`, else the fallback, else those that the
 * file's name says, which are one a gateway. None where nothing says it.
 */
export function possibleKinds(
  value: unknown,
  { kind, fallbackKind, filename }: KindOptions,
  kinds: readonly string[],
): readonly string[] {
  const said = kind ?? kindBySchema(value, kinds) ?? fallbackKind;
  return said === undefined ? kindsByName(filename, kinds) : [said];
}

/** The last part of the address in `$schema` is the kind's id. */
function kindBySchema(value: unknown, kinds: readonly string[]): string | undefined {
  const schema = (value as { $schema?: unknown } | null)?.$schema;
  if (typeof schema !== "string") return undefined;
  const name = schema
    .split(/[/:]/)
    .at(-1)
    ?.replace(/\.json$/, "") as string;
  return kinds.includes(name) ? name : undefined;
}

/** The kinds that a file's name says: `checkout.request-pay.json`, `order.v2.cancel.yaml`, `a.ksnet.v1.cancel.json`. */
export function kindsByName(file: string, kinds: readonly string[]): readonly string[] {
  const name = file.split("/").at(-1) ?? "";
  const stem = name.replace(/\.[^.]+$/, "");
  const says = (said: string) => stem === said || stem.endsWith(`.${said}`);
  const whole = kinds.find(says);
  if (whole !== undefined) return [whole];
  const short = kinds.map(partsOf).find((parts) => says(parts.short))?.short;
  if (short === undefined) return [];
  const named = kinds.filter((kind) => partsOf(kind).short === short);
  const versions = [...new Set(named.map((kind) => partsOf(kind).version))].sort();
  const version = versions.find((one) => says(`${one}.${short}`)) ?? versions[0];
  return named.filter((kind) => partsOf(kind).version === version);
}

function partsOf(kind: string) {
  const [, version = "", short = ""] = kind.split(".");
  return { version, short };
}

/** A kind as what a call may be of, also one that no call takes. */
export const callKindOf = (kind: string, callKinds: readonly CallKind[]): CallKind =>
  callKinds.find((one) => one.kind === kind) ?? {
    kind,
    gateway: kind.split(".", 1)[0] as string,
    calls: [],
    names: {},
  };

/** `$schema` is the editor's and paylint's, not PortOne's. */
export function withoutSchemaKey(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!Object.hasOwn(value, "$schema")) return value;
  const { $schema: _, ...payload } = value as Record<string, unknown>;
  return isOpen(value) ? markOpen(payload) : payload;
}
