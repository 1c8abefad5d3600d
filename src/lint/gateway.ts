import type { Call, CallKind } from "../extract/calls.js";
import { type Located, locatedAt } from "../extract/located.js";
import { gatewayNamed } from "../gatewayFacts.js";
import { gateways as known } from "../generated/gateways.js";
import type { Span } from "../text/positions.js";
import { isOpen, isSeen, isWholeText, textOf, Unknown } from "../validator/unknown.js";
import type { UncheckedCode } from "./types.js";

/** What says, beside the call itself, which gateway a call is for. Gateways are named by company or by code. */
export interface GatewaySettings {
  /** Every call is taken for this gateway's. */
  readonly assume?: string | undefined;
  readonly channels: Readonly<Record<string, string>>;
  /** The gateway of the file's folder. */
  readonly gateway?: string | undefined;
  /** The gateways that the shop has contracts with. */
  readonly gateways: readonly string[];
  /** The gateway that a comment says of a call. */
  byComment(span: Span): string | undefined;
}

/** As which kind a call is checked, or why it is not. */
export type Attribution =
  | {
      readonly kind: CallKind;
      /** True where the payload need not name the gateway, since something else does. */
      readonly isAssumed: boolean;
      /** True where the payload names another gateway, so that no fix may touch it. */
      readonly namesAnother: boolean;
    }
  /** `kind` where it is known, though the payload is not. */
  | { readonly unchecked: UncheckedCode; readonly kind?: CallKind | undefined };

/** What a payload says of its own gateway. */
type Claim =
  | { readonly is: "named"; readonly code: string }
  /** It says something that cannot be read. */
  | { readonly is: "unreadable" }
  | { readonly is: "conflict" }
  | { readonly is: "none" };

/** Attributes the calls of a text to gateways. */
export class Gateways {
  readonly #settings: GatewaySettings;
  readonly #text: string;
  readonly #claims: ReadonlyMap<Call, Claim>;
  /** The one gateway that the calls of the text name which name one. */
  readonly #ofText: string | undefined;

  constructor(calls: readonly Call[], text: string, settings: GatewaySettings) {
    this.#settings = settings;
    this.#text = text;
    this.#claims = new Map(calls.map((call) => [call, this.#claimOf(call)]));
    const named = new Set(
      [...this.#claims.values()].flatMap((claim) => (claim.is === "named" ? [claim.code] : [])),
    );
    this.#ofText = named.size === 1 ? [...named][0] : undefined;
  }

  attribute(call: Call): Attribution {
    const { gateways } = this.#settings;
    const claim = this.#claims.get(call) ?? { is: "none" };
    const assume = codeOf(this.#settings.assume, call);
    const asserted =
      assume ?? codeOf(this.#settings.byComment(call.span) ?? this.#settings.gateway, call);
    const only = codeOf(gateways.length === 1 ? gateways[0] : undefined, call);
    const { payload } = call;
    if (!payload || !isReadable(payload)) {
      return { unchecked: "payload-elsewhere", kind: kindAt(asserted ?? only, call) };
    }
    if (assume !== undefined) {
      const kind = kindAt(assume, call);
      const namesAnother =
        claim.is === "conflict" || (claim.is === "named" && kindAt(claim.code, call) !== kind);
      return kind ? { kind, isAssumed: true, namesAnother } : { unchecked: "gateway-other" };
    }
    if (claim.is === "conflict") return { unchecked: "gateway-conflict" };
    if (claim.is === "named") return attributed(call, claim.code, false);
    if (asserted !== undefined) return attributed(call, asserted, true);
    if (claim.is === "none" && this.#ofText !== undefined) {
      return attributed(call, this.#ofText, true);
    }
    if (only !== undefined) return attributed(call, only, true);
    if (gateways.length > 1) return { unchecked: "gateways-several" };
    return { unchecked: claim.is === "none" ? "gateway-unsaid" : "gateway-unknown" };
  }

  #claimOf(call: Call): Claim {
    const { payload, kinds } = call;
    const [kind] = kinds;
    if (!payload || !kind) return { is: "none" };
    const { names } = kind;
    const pg = gatewayIn(payload, names.gateway);
    const bypass = bypassCodes(payload, names.bypass, versionOf(call));
    if (pg.is === "named") {
      const isContradicted =
        bypass.length > 0 && !bypass.some((one) => isSameCompany(one, pg.code));
      return isContradicted ? { is: "conflict" } : pg;
    }
    const [first, ...others] = bypass;
    if (first !== undefined) {
      return others.every((one) => isSameCompany(one, first))
        ? { is: "named", code: first }
        : { is: "conflict" };
    }
    const channel = this.#channelIn(call, names.channel);
    if (channel.is !== "none") return channel;
    if (pg.is === "unreadable") return pg;
    const isWhole = isSeen(payload.value) && !isOpen(payload.value);
    const mayNameOne = names.gateway !== undefined || names.channel !== undefined;
    return { is: isWhole || !mayNameOne ? "none" : "unreadable" };
  }

  #channelIn(call: Call, pointer: string | undefined): Claim {
    const located =
      pointer === undefined || !call.payload ? undefined : locatedAt(call.payload, pointer);
    if (!located) return { is: "none" };
    const { channels } = this.#settings;
    const name = channelNames(located, this.#text).find(
      (one) => Object.hasOwn(channels, one) && channels[one] !== "",
    );
    const code = name === undefined ? undefined : codeOf(channels[name], call);
    return code === undefined ? { is: "unreadable" } : { is: "named", code };
  }
}

function attributed(call: Call, code: string, isAssumed: boolean): Attribution {
  const kind = kindAt(code, call);
  return kind ? { kind, isAssumed, namesAnother: false } : { unchecked: "gateway-other" };
}

const kindAt = (code: string | undefined, { kinds }: Call): CallKind | undefined =>
  kinds.find(({ gateway }) => gateway === code);

const versionOf = ({ kinds }: Call): string | undefined => kinds[0]?.kind.split(".")[1];

/** The code of the gateway that a person named, in the version of a call; the name itself where it has no such gateway. */
function codeOf(name: string | undefined, call: Call): string | undefined {
  const version = versionOf(call);
  if (name === undefined || (version !== "v1" && version !== "v2")) return name;
  return gatewayNamed(name, version)?.code ?? name;
}

/** The gateways whose own keys the payload's `bypass` has. */
function bypassCodes(
  payload: Located,
  pointer: string | undefined,
  version: string | undefined,
): string[] {
  const keys = pointer === undefined ? [] : (locatedAt(payload, pointer)?.children.keys() ?? []);
  return [...keys].flatMap((key) => {
    const own = known.find((row) => row.version === version && row.bypass.includes(key));
    return own ? [own.code] : [];
  });
}

const companyOf = (name: string): string =>
  known.find(({ code }) => code === name)?.company ?? name;

const isSameCompany = (one: string, other: string): boolean => companyOf(one) === companyOf(other);

/** The gateway in `html5_inicis.INIpayTest`, as far as the text is known. */
function gatewayIn(payload: Located, pointer: string | undefined): Claim {
  const located = pointer === undefined ? undefined : locatedAt(payload, pointer);
  const value = typeof located?.likely === "string" ? located.likely : located?.value;
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
    ...written.flatMap((source) => {
      const [, variable] = environmentName.exec(source) ?? [];
      return variable === undefined ? [] : [`env:${variable}`];
    }),
    ...(value instanceof Unknown ? environmentsIn(value.source) : []),
    ...written.flatMap((source) => (/^[\w$.]+$/.test(source) ? [`const:${source}`] : [])),
  ];
}

function environmentsIn(source: string): string[] {
  const [, variable] = environmentName.exec(source) ?? [];
  return variable === undefined ? [] : [`env:${variable}`];
}

/** Whether anything at all is known of a payload. */
function isReadable({ value }: Located): boolean {
  if (value instanceof Unknown) return false;
  return !isSeen(value) || !isOpen(value) || Object.keys(value).length > 0;
}
