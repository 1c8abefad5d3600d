import type { Call, CallKind } from "../../extract/calls.js";
import type { Located } from "../../extract/located.js";
import type { Span } from "../../text/positions.js";
import { isOpen, isSeen, Unknown } from "../../validator/unknown.js";
import type { NoteCode } from "../types.js";
import { type Channels, type Claim, claimOf, codeOf } from "./claims.js";
import { isNeutral } from "./kinds.js";

/** What says, beside a payload itself, which gateway it is for. Gateways are named by company or by code. */
export interface GatewaySettings {
  /** Every payload is taken for this gateway's. */
  readonly assume?: string | undefined;
  readonly channels: Channels;
  /** The gateway of the file's folder. */
  readonly gateway?: string | undefined;
  /** The gateways that the shop has contracts with. */
  readonly gateways: readonly string[];
}

/** As which kind a payload is checked, or that it cannot be. */
export type Attribution = Judgement | Refusal;

/** The payload is checked: as one kind, or by what holds at all of several gateways. */
export interface Judgement {
  /** One kind; several where only what holds at all of them counts. */
  readonly kinds: readonly [CallKind, ...CallKind[]];
  /** PortOne's own kind, in whose words what holds at several gateways is told. */
  readonly neutral: CallKind | undefined;
  /** The gateways, where what holds at all of several counts. */
  readonly gateways?: readonly string[];
  /** True where the payload need not name the gateway, since something else does. */
  readonly isAssumed: boolean;
  /** True where the payload names another gateway, so that no fix may touch it. */
  readonly namesAnother: boolean;
  readonly note?: NoteCode | undefined;
}

/** The payload is built elsewhere, though its kind is known. */
export interface Refusal {
  readonly unchecked: "payload-elsewhere";
  readonly kind: CallKind;
}

/** What is known of a payload's gateway from outside of it, as codes. */
interface Surroundings {
  readonly assume: string | undefined;
  /** What a comment or the file's folder says. */
  readonly asserted: string | undefined;
  /** The one gateway that the other calls of the text name. */
  readonly ofText: string | undefined;
  readonly gateways: readonly string[];
}

/** Attributes the calls of a text to gateways. */
export class Gateways {
  readonly #settings: GatewaySettings;
  readonly #byComment: (span: Span) => string | undefined;
  readonly #claims: ReadonlyMap<Call, Claim>;
  /** The one gateway that the calls of the text name which name one. */
  readonly #ofText: string | undefined;

  /** @param byComment the gateway that a comment says of the call at a stretch */
  constructor(
    calls: readonly Call[],
    text: string,
    settings: GatewaySettings,
    byComment: (span: Span) => string | undefined,
  ) {
    this.#settings = settings;
    this.#byComment = byComment;
    this.#claims = new Map(
      calls.map((call) => [call, claimOf(call.payload, call.kinds, settings.channels, text)]),
    );
    const named = new Set(
      [...this.#claims.values()].flatMap((claim) => (claim.is === "named" ? [claim.code] : [])),
    );
    this.#ofText = named.size === 1 ? [...named][0] : undefined;
  }

  attribute(call: Call): Attribution {
    const { payload, kinds, span } = call;
    const { gateway } = this.#settings;
    const around = {
      ...surroundings(this.#settings, kinds),
      asserted: codeOf(this.#byComment(span) ?? gateway, kinds[0]),
      ofText: this.#ofText,
    };
    if (!payload || !isReadable(payload)) {
      const [only, ...others] = around.gateways;
      const code = around.assume ?? around.asserted ?? (others.length === 0 ? only : undefined);
      return { unchecked: "payload-elsewhere", kind: kindAt(code, kinds) ?? neutralIn(kinds) };
    }
    return attribute(this.#claims.get(call) ?? { is: "none" }, kinds, around);
  }
}

/** Attributes a payload that is in a text by itself. What is beside it says nothing of it. */
export const attributeData = (
  claim: Claim,
  kinds: readonly CallKind[],
  settings: GatewaySettings,
): Judgement => attribute(claim, kinds, surroundings(settings, kinds));

const surroundings = (
  { assume, gateway, gateways }: GatewaySettings,
  [kind]: readonly CallKind[],
): Surroundings => ({
  assume: codeOf(assume, kind),
  asserted: codeOf(gateway, kind),
  ofText: undefined,
  gateways: gateways.map((one) => codeOf(one, kind) as string),
});

function attribute(
  claim: Claim,
  kinds: readonly CallKind[],
  { assume, asserted, ofText, gateways }: Surroundings,
): Judgement {
  const neutral = neutralIn(kinds);
  // Written out, since it is done for every line of a file and spreading takes a seventh of the time.
  const judgement = (code: string, isAssumed: boolean): Judgement => {
    const kind = kindAt(code, kinds) ?? neutral;
    return {
      kinds: [kind],
      neutral,
      isAssumed: isAssumed && !isNeutral(kind),
      namesAnother: false,
    };
  };
  const noted = (code: string) =>
    kindAt(code, kinds) === undefined ? { note: "gateway-other" as const } : undefined;
  if (assume !== undefined) {
    const namesAnother = claim.is === "conflict" || (claim.is === "named" && claim.code !== assume);
    return { ...judgement(assume, true), namesAnother, ...noted(assume) };
  }
  if (claim.is === "named") return { ...judgement(claim.code, false), ...noted(claim.code) };
  if (claim.is === "conflict") {
    return { ...judgement(neutral.gateway, false), note: "gateway-conflict" };
  }
  if (asserted !== undefined) return judgement(asserted, true);
  if (claim.is === "none" && ofText !== undefined) return judgement(ofText, true);
  const [only = neutral.gateway, ...others] = gateways;
  if (others.length === 0) return judgement(only, true);
  const ofAll = new Set(gateways.map((code) => kindAt(code, kinds) ?? neutral));
  const judges = [...ofAll] as [CallKind, ...CallKind[]];
  const judged = judgement(neutral.gateway, false);
  return { ...judged, kinds: judges, ...(judges.length > 1 && { gateways }) };
}

const kindAt = (code: string | undefined, kinds: readonly CallKind[]): CallKind | undefined =>
  kinds.find(({ gateway }) => gateway === code);

/** PortOne's own kind, which every kind of a gateway extends. */
const neutralIn = (kinds: readonly CallKind[]): CallKind => kinds.find(isNeutral) as CallKind;

/** Whether anything is known about a payload. */
function isReadable({ value }: Located): boolean {
  if (value instanceof Unknown) return false;
  return !isSeen(value) || !isOpen(value) || Object.keys(value).length > 0;
}
