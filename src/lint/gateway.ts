import type { Call, CallKind } from "../extract/calls.js";
import { type Located, locatedAt } from "../extract/located.js";
import type { Span } from "../text/positions.js";
import { isOpen, isSeen, isWholeText, textOf, Unknown } from "../validator/unknown.js";
import type { UncheckedCode } from "./types.js";

/** A gateway as PortOne knows it; made from the tables. */
export interface GatewayFacts {
  /** As `pg` of V1 or the keys of V2's `bypass` name it: `html5_inicis`. */
  readonly code: string;
  /** `inicis`. Codes of one company are versions of one gateway. */
  readonly company: string;
  readonly version: "v1" | "v2";
  /** Keys below `bypass` that belong to this gateway alone. */
  readonly bypass: readonly string[];
}

/** What says, beside the call itself, which gateway a call is for. */
export interface GatewaySettings {
  readonly facts: readonly GatewayFacts[];
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
  | { readonly is: "named"; readonly gateway: string }
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
      [...this.#claims.values()].flatMap((claim) => (claim.is === "named" ? [claim.gateway] : [])),
    );
    this.#ofText = named.size === 1 ? [...named][0] : undefined;
  }

  attribute(call: Call): Attribution {
    const { assume, gateway, gateways } = this.#settings;
    const claim = this.#claims.get(call) ?? { is: "none" };
    const asserted = assume ?? this.#settings.byComment(call.span) ?? gateway;
    const { payload } = call;
    if (!payload || !isReadable(payload)) {
      const kind = this.#kindOf(call, asserted ?? onlyOne(gateways));
      return { unchecked: "payload-elsewhere", kind };
    }
    if (assume !== undefined) {
      const kind = this.#kindOf(call, assume);
      const namesAnother =
        claim.is === "conflict" ||
        (claim.is === "named" && this.#kindOf(call, claim.gateway) !== kind);
      return kind ? { kind, isAssumed: true, namesAnother } : { unchecked: "gateway-other" };
    }
    if (claim.is === "conflict") return { unchecked: "gateway-conflict" };
    if (claim.is === "named") return this.#as(call, claim.gateway, false);
    if (asserted !== undefined) return this.#as(call, asserted, true);
    if (claim.is === "none" && this.#ofText !== undefined) {
      return this.#as(call, this.#ofText, true);
    }
    const only = onlyOne(gateways);
    if (only !== undefined) return this.#as(call, only, true);
    if (gateways.length > 1) return { unchecked: "gateways-several" };
    return { unchecked: claim.is === "none" ? "gateway-unsaid" : "gateway-unknown" };
  }

  #as(call: Call, gateway: string, isAssumed: boolean): Attribution {
    const kind = this.#kindOf(call, gateway);
    return kind ? { kind, isAssumed, namesAnother: false } : { unchecked: "gateway-other" };
  }

  /** The kind of a call at a gateway, which is named by its code or its company. */
  #kindOf({ kinds }: Call, gateway: string | undefined): CallKind | undefined {
    if (gateway === undefined) return undefined;
    const own = kinds.find((kind) => kind.gateway === gateway);
    if (own) return own;
    const codes = this.#settings.facts.filter(({ company }) => company === gateway);
    return kinds.find((kind) => codes.some(({ code }) => code === kind.gateway));
  }

  #claimOf({ payload, kinds }: Call): Claim {
    const [kind] = kinds;
    if (!payload || !kind) return { is: "none" };
    const { names } = kind;
    const pg = gatewayIn(payload, names.gateway);
    const bypass = this.#bypassGateways(payload, names.bypass);
    if (pg.is === "named") {
      const isContradicted =
        bypass.length > 0 && !bypass.some((one) => this.#isSameCompany(one, pg.gateway));
      return isContradicted ? { is: "conflict" } : pg;
    }
    const [first, ...others] = bypass;
    if (first !== undefined) {
      return others.every((one) => this.#isSameCompany(one, first))
        ? { is: "named", gateway: first }
        : { is: "conflict" };
    }
    const channel = this.#channelIn(payload, names.channel);
    if (channel.is !== "none") return channel;
    if (pg.is === "unreadable") return pg;
    const isWhole = isSeen(payload.value) && !isOpen(payload.value);
    const mayNameOne = names.gateway !== undefined || names.channel !== undefined;
    return { is: isWhole || !mayNameOne ? "none" : "unreadable" };
  }

  /** The gateways whose own keys the payload's `bypass` has. */
  #bypassGateways(payload: Located, pointer: string | undefined): string[] {
    const keys = pointer === undefined ? [] : (locatedAt(payload, pointer)?.children.keys() ?? []);
    return [...keys].flatMap((key) => {
      const own = this.#settings.facts.find(({ bypass }) => bypass.includes(key));
      return own ? [own.code] : [];
    });
  }

  #isSameCompany(one: string, other: string): boolean {
    if (one === other) return true;
    const companyOf = (name: string) =>
      this.#settings.facts.find(({ code }) => code === name)?.company ?? name;
    return companyOf(one) === companyOf(other);
  }

  #channelIn(payload: Located, pointer: string | undefined): Claim {
    const located = pointer === undefined ? undefined : locatedAt(payload, pointer);
    if (!located) return { is: "none" };
    const { channels } = this.#settings;
    const name = channelNames(located, this.#text).find(
      (one) => Object.hasOwn(channels, one) && channels[one] !== "",
    );
    return name === undefined
      ? { is: "unreadable" }
      : { is: "named", gateway: channels[name] as string };
  }
}

const onlyOne = (gateways: readonly string[]): string | undefined =>
  gateways.length === 1 ? gateways[0] : undefined;

/** The gateway in `html5_inicis.INIpayTest`, as far as the text is known. */
function gatewayIn(payload: Located, pointer: string | undefined): Claim {
  const located = pointer === undefined ? undefined : locatedAt(payload, pointer);
  const value = typeof located?.likely === "string" ? located.likely : located?.value;
  if (value === undefined) return { is: "none" };
  const text = textOf(value);
  if (text === undefined) return { is: "unreadable" };
  const [name = ""] = text.split(".", 1);
  // `ks${rest}` and `${gateway}.shop` leave open which gateway it is.
  return name === "" || !isWholeText(name) ? { is: "unreadable" } : { is: "named", gateway: name };
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
