import type { Call, CallKind } from "../../extract/calls.js";
import type { Located } from "../../extract/located.js";
import type { DataPayload, Extraction, Syntax } from "../../extract/reader.js";
import type { Positions } from "../../text/positions.js";
import { gatewayByComment, gatewayCommentsIn } from "../suppression/directives.js";
import type { LintTables } from "../tables.js";
import type { LintOptions } from "../types.js";
import { claimOf } from "./claims.js";
import {
  type Attribution,
  attributeData,
  type GatewaySettings,
  Gateways,
  type Judgement,
} from "./gateway.js";
import { callKindOf, possibleKinds } from "./kinds.js";

/** The calls and the payloads of a text, each with what it is to be checked as. */
export interface Attributions {
  readonly calls: readonly { readonly call: Call; readonly attribution: Attribution }[];
  readonly payloads: readonly {
    readonly data: DataPayload;
    /** The kinds that it can be of. */
    readonly kinds: readonly CallKind[];
    /** Undefined where nothing says the kind. */
    readonly attribution: Judgement | undefined;
  }[];
}

export const gatewaySettings = ({
  assume,
  gateway,
  gateways = [],
  channels = {},
}: Pick<LintOptions, "assume" | "gateway" | "gateways" | "channels">): GatewaySettings => ({
  assume,
  gateway,
  gateways,
  channels,
});

/** Attributes what was extracted from a text. */
export function attributionsIn(
  text: string,
  { calls, payloads }: Extraction,
  options: LintOptions,
  { callKinds, kindNames }: LintTables,
  positions: Positions,
): Attributions {
  const settings = gatewaySettings(options);
  const comments = calls.length > 0 ? gatewayCommentsIn(text) : [];
  const byComment = gatewayByComment(comments, calls, positions);
  const gateways = new Gateways(calls, text, settings, byComment);
  return {
    calls: calls.map((call) => ({ call, attribution: gateways.attribute(call) })),
    payloads: payloads.map((data) => {
      const kinds = possibleKinds(data.payload.value, options, kindNames).map((kind) =>
        callKindOf(kind, callKinds),
      );
      const [kind, ...others] = kinds;
      if (!kind) return { data, kinds, attribution: undefined };
      if (others.length > 0) {
        const claim = claimOf(data.payload, kinds, settings.channels, text);
        return { data, kinds, attribution: attributeData(claim, kinds, settings) };
      }
      const said = { kinds: [kind] as const, neutral: undefined };
      return { data, kinds, attribution: { ...said, isAssumed: false, namesAnother: false } };
    }),
  };
}

/** A payload or a call with what it is to be checked as. */
interface Attributed {
  readonly payload: Located | undefined;
  readonly syntax: Syntax;
  readonly attribution: Attribution | undefined;
}

/** The calls, then the payloads. */
export const allAttributed = ({ calls, payloads }: Attributions): Attributed[] => [
  ...calls.map(({ call, attribution }) => ({ ...call, attribution })),
  ...payloads.map(({ data, ...one }) => ({ ...data, ...one })),
];

/** The kinds that something is looked at as, checked or not: what is secret in a payload that is not checked is hidden as well. */
export function kindsOf(attribution: Attribution | undefined): readonly CallKind[] {
  if (!attribution) return [];
  return "unchecked" in attribution ? [attribution.kind] : attribution.kinds;
}

/** The kinds that checking what was attributed needs. */
export function kindsNeeded(attributions: Attributions): Set<string> {
  const needed = new Set<string>();
  for (const { attribution } of allAttributed(attributions)) {
    const isJoint = attribution && "kinds" in attribution && attribution.kinds.length > 1;
    const words = isJoint && attribution.neutral ? [attribution.neutral] : [];
    for (const { kind, callback } of [...kindsOf(attribution), ...words]) {
      needed.add(kind);
      if (callback !== undefined) needed.add(callback);
    }
  }
  return needed;
}
