import type { CallKind } from "../../extract/calls.js";
import { type Located, locatedAt } from "../../extract/located.js";
import { gatewayNamed } from "../../gatewayFacts.js";
import { gateways as known } from "../../generated/gateways.js";
import { parsePointer } from "../../validator/pointer.js";
import { isOpen, isSeen, isWholeText, textOf, Unknown } from "../../validator/unknown.js";

/** What a payload claims of its own gateway. */
export type Claim =
  | { readonly is: "named"; readonly code: string }
  /** It says something that cannot be read. */
  | { readonly is: "unreadable" }
  | { readonly is: "conflict" }
  | { readonly is: "none" };

/** The parts of a payload that can name its gateway. */
interface Naming {
  /** The value of the key that names the gateway. */
  readonly gateway: unknown;
  /** The keys of the object with a gateway's own keys. */
  readonly bypass: readonly string[];
  /** The names under which the configuration may know the channel; undefined where the payload gives none. */
  readonly channel: readonly string[] | undefined;
  /** False where the payload may have more keys than are seen. */
  readonly isWhole: boolean;
}

export type Channels = Readonly<Record<string, string>>;

/**
 * What a payload in a text claims: by its gateway's name, then by a gateway's own keys, then by its channel, then by what
 * takes it.
 */
export function claimOf(
  payload: Located | undefined,
  kinds: readonly CallKind[],
  channels: Channels,
  text: string,
): Claim {
  const [kind] = kinds;
  if (!payload || !kind) return { is: "none" };
  const at = (pointer: string | undefined) =>
    pointer === undefined ? undefined : locatedAt(payload, pointer);
  const gateway = at(kind.names.gateway);
  const channel = at(kind.names.channel);
  const naming = {
    gateway: typeof gateway?.likely === "string" ? gateway.likely : gateway?.value,
    bypass: [...(at(kind.names.bypass)?.children.keys() ?? [])],
    channel: channel && channelNames(channel, text),
    isWhole: isSeen(payload.value) && !isOpen(payload.value),
  };
  return claimIn(naming, kind, channels);
}

/** What plain data claims, of which every part is known. */
export function claimOfValue(value: unknown, kind: CallKind, channels: Channels): Claim {
  if (typeof value !== "object" || value === null) return { is: "none" };
  const names = topNamesOf(kind);
  const at = (key: string | undefined) =>
    key === undefined ? undefined : (value as Record<string, unknown>)[key];
  const channel = at(names.channel);
  const naming = {
    gateway: at(names.gateway),
    bypass: Object.keys(Object(at(names.bypass) ?? {})),
    channel: channel === undefined ? undefined : [String(channel)],
    isWhole: true,
  };
  return claimIn(naming, kind, channels);
}

const topNames = new WeakMap<CallKind, CallKind["names"]>();

/** The names as keys of the payload. They are asked for at every line of a file, so a pointer is parsed once. */
function topNamesOf(kind: CallKind): CallKind["names"] {
  let names = topNames.get(kind);
  if (!names) {
    const keyed = Object.entries(kind.names).map(([name, path]) => [name, parsePointer(path)[0]]);
    names = Object.fromEntries(keyed) as CallKind["names"];
    topNames.set(kind, names);
  }
  return names;
}

function claimIn(naming: Naming, kind: CallKind, channels: Channels): Claim {
  const pg = namedBy(naming.gateway);
  const ofVersion = owners.get(versionOf(kind));
  const bypass = naming.bypass.flatMap((key) => ofVersion?.get(key) ?? []);
  if (pg.is === "named") {
    const isContradicted = bypass.length > 0 && !bypass.some((one) => isSameCompany(one, pg.code));
    return isContradicted ? { is: "conflict" } : pg;
  }
  const [first, ...others] = bypass;
  if (first !== undefined) {
    return others.every((one) => isSameCompany(one, first))
      ? { is: "named", code: first }
      : { is: "conflict" };
  }
  const { channel } = naming;
  const name = channel?.find((one) => Object.hasOwn(channels, one) && channels[one] !== "");
  const code = name === undefined ? kind.soleGateway : codeOf(channels[name], kind);
  if (code !== undefined) return { is: "named", code };
  if (channel) return { is: "unreadable" };
  if (pg.is === "unreadable") return pg;
  const mayNameOne = kind.names.gateway !== undefined || kind.names.channel !== undefined;
  return { is: naming.isWhole || !mayNameOne ? "none" : "unreadable" };
}

const versionOf = ({ kind }: CallKind): string => kind.split(".")[1] ?? "";

/** The code of the gateway that a person named, in the version of a kind; the name itself where it has no such gateway. */
export function codeOf(name: string | undefined, kind: CallKind | undefined): string | undefined {
  if (name === undefined || kind === undefined) return name;
  return gatewayNamed(name, versionOf(kind))?.code ?? name;
}

/** Codes of gateways by version and by the key of `bypass` that belongs to each. */
const owners = new Map<string, Map<string, string>>();
for (const { version, bypass, code } of known) {
  const ofVersion = owners.get(version) ?? new Map<string, string>();
  owners.set(version, ofVersion);
  for (const key of bypass) ofVersion.set(key, code);
}

const companyOf = (name: string): string | undefined =>
  known.find(({ code }) => code === name)?.company;

const isSameCompany = (one: string, other: string): boolean => companyOf(one) === companyOf(other);

/** The gateway in `html5_inicis.INIpayTest`, as far as the text is known. */
function namedBy(value: unknown): Claim {
  if (value === undefined) return { is: "none" };
  const text = textOf(value);
  if (text === undefined) return { is: "unreadable" };
  const [name = ""] = text.split(".", 1);
  // `ks${rest}` and `${gateway}.shop` leave open which gateway it is.
  return name === "" || !isWholeText(name) ? { is: "unreadable" } : { is: "named", code: name };
}

const environmentName = /\benv(?:\.|\?\.|\[\s*["'`])(\w+)/;

/** The names under which the configuration may know a channel: the key itself, `env:NAME`, `const:NAME`. */
function channelNames({ value, span, origin }: Located, text: string): string[] {
  const written = [span, ...(origin ? [origin] : [])].map((one) => text.slice(...one).trim());
  return [
    ...(typeof value === "string" ? [value] : []),
    ...written.flatMap(environmentsIn),
    ...(value instanceof Unknown ? environmentsIn(value.source) : []),
    ...written.flatMap((source) => (/^[\w$.]+$/.test(source) ? [`const:${source}`] : [])),
  ];
}

function environmentsIn(source: string): string[] {
  const [, variable] = environmentName.exec(source) ?? [];
  return variable === undefined ? [] : [`env:${variable}`];
}
