import { checkPartial, type PartialKind } from "../constraint/checkPartial.js";
import type { Call, CallKind } from "../extract/calls.js";
import { isReadable } from "../extract/javascript/findCalls.js";
import {
  type Located,
  leavesOf,
  locatedAt,
  nearestTo,
  type Span,
  twiceIn,
} from "../extract/located.js";
import type { Source } from "../extract/reader.js";
import { removal, type Splice, spliceOf } from "../text/textEdit.js";
import { formValue } from "../validator/form.js";
import { escapeControls, maskCardNumbers } from "../validator/mask.js";
import { parsePointer, pointerTo } from "../validator/pointer.js";
import type { CheckOptions, Diagnostic } from "../validator/types.js";
import {
  hole,
  isOpen,
  isSeen,
  type JsonType,
  markOpen,
  textOf,
  Unknown,
} from "../validator/unknown.js";
import { duplicateKey, textDiagnostic } from "./textDiagnostics.js";
import type { TextFaults } from "./textFaults.js";

/** A diagnostic with its stretch of the text. */
export interface SpannedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly span: Span;
  /** The payload it is about, where there is one. */
  readonly payload?: Located;
  /** Of a key given twice, the one that is lost. */
  readonly earlier?: Span | undefined;
  /** Null of what is said of a text. */
  readonly kind: string | null;
}

/** Why a call was not checked. */
export type Skipped =
  | "another gateway"
  | "gateway not said"
  | "gateway not known"
  | "payload not known";

/** What is said of a source file. */
export interface Judged {
  readonly found: SpannedDiagnostic[];
  readonly checked: number;
  readonly skipped: readonly { readonly why: Skipped; readonly spans: readonly Span[] }[];
}

/** What decides, beside the code itself, which gateway a call is for. */
export interface Gateways {
  /** Every call is taken for this gateway's. */
  readonly all?: string | undefined;
  /** Gateways by channel key. */
  readonly channels: Readonly<Record<string, string>>;
  /** The gateway that a comment says, or the configuration of the file's folder. */
  said(span: Span): string | undefined;
}

/** What the judging needs of the tables. */
export interface Tables {
  /** By id; at least those that `kindsOf` names. */
  readonly partialKinds: Readonly<Record<string, PartialKind>>;
  readonly textFaults: TextFaults;
}

/** The kinds that are needed to judge a source. */
export const kindsOf = ({ calls }: Source): Set<string> =>
  new Set(
    calls.flatMap(({ kinds }) => kinds.flatMap(({ kind, callback }) => [kind, callback ?? kind])),
  );

type Judgement =
  | { readonly kind: CallKind; readonly payload: Located; readonly isAssumed: boolean }
  /** `kind` where it is known, though what is paid is not. */
  | { readonly skipped: Skipped; readonly kind?: CallKind | undefined };

/** Checks the calls of a source file that are of a gateway that the tables know. */
export function judge(
  source: Source,
  gateways: Gateways,
  tables: Tables,
  options: CheckOptions,
): Judged {
  const own = ownGateway(source.calls);
  const found: SpannedDiagnostic[] = [];
  const skipped: { why: Skipped; spans: Span[] }[] = [];
  const paid = new Map<string, string>();
  let checked = 0;
  for (const call of source.calls) {
    const judgement = gatewayFor(call, gateways, own);
    const { kind } = judgement;
    if ("skipped" in judgement) {
      skipped.push({ why: judgement.skipped, spans: [call.span, ...spansOf(call.payload)] });
    } else {
      checked++;
      found.push(...judgePayload(judgement, call.isForm, tables, options));
    }
    if (!kind) continue;
    paid.set(kind.gateway, kind.kind);
    found.push(...judgeReads(call.reads, kind, tables, options));
  }
  for (const { gateway, pattern, ...fault } of tables.textFaults.scripts) {
    const kind = paid.get(gateway);
    if (kind === undefined) continue;
    const wanted = new RegExp(pattern, "u");
    for (const { text, span } of source.addresses) {
      if (!wanted.test(text)) continue;
      found.push({ diagnostic: textDiagnostic(fault, {}, options), span, kind });
    }
  }
  for (const { span, reason } of source.unparsable.slice(0, 1)) {
    // A parser may quote the code.
    const terms = { reason: escapeControls(maskCardNumbers(reason.split("\n", 1)[0] as string)) };
    const diagnostic = textDiagnostic(tables.textFaults.unparsable, terms, options);
    found.push({ diagnostic, span: [span[0], span[0] + 1], kind: null });
  }
  return { found, checked, skipped };
}

/** Where a payload and what is in it stand, also where that is not in the call. */
const spansOf = (payload: Located | undefined): Span[] =>
  payload
    ? [
        payload.span,
        ...[...leavesOf(payload)].map(({ located }) => located.property ?? located.span),
      ]
    : [];

/** The gateway that all calls of a file name which name one. */
function ownGateway(calls: readonly Call[]): string | undefined {
  const named = new Set(
    calls.flatMap(({ payload, kinds }) => {
      const said = payload && nameOf(payload, kinds);
      return said && "gateway" in said ? [said.gateway] : [];
    }),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

type Said = { gateway: string } | { channel: string } | { not: "said" | "known" };

/** What a call itself says of its gateway. */
function nameOf(payload: Located, kinds: readonly CallKind[]): Said {
  const { names } = kinds[0] as CallKind;
  const at = (pointer: string | undefined) => {
    const located = pointer === undefined ? undefined : locatedAt(payload, pointer);
    return typeof located?.likely === "string" ? located.likely : located?.value;
  };
  const gateway = at(names.gateway);
  const text = textOf(gateway);
  if (text !== undefined) {
    const [name = ""] = text.split(/[.\ue000]/);
    const isWhole = !text.startsWith(`${name}${hole}`);
    if (isWhole && name !== "") return { gateway: name };
  }
  if (gateway !== undefined) return { not: "known" };
  const channel = at(names.channel);
  if (typeof channel === "string") return { channel };
  const isSeenWhole =
    typeof payload.value === "object" && payload.value !== null && !isOpen(payload.value);
  return { not: channel === undefined && isSeenWhole ? "said" : "known" };
}

function gatewayFor(call: Call, gateways: Gateways, own: string | undefined): Judgement {
  const { payload } = call;
  const of = (gateway: string | undefined) => call.kinds.find((kind) => kind.gateway === gateway);
  const asserted = of(gateways.said(call.span) ?? gateways.all);
  if (!payload || !isReadable(payload)) return { skipped: "payload not known", kind: asserted };
  const said = nameOf(payload, call.kinds);
  const named = "gateway" in said ? of(said.gateway) : undefined;
  if (named) return { kind: named, payload, isAssumed: false };
  if (asserted) return { kind: asserted, payload, isAssumed: true };
  if ("gateway" in said) return { skipped: "another gateway" };
  if ("channel" in said) {
    const mapped = Object.hasOwn(gateways.channels, said.channel)
      ? gateways.channels[said.channel]
      : undefined;
    if (mapped === undefined) return { skipped: "gateway not known" };
    const kind = of(mapped);
    return kind ? { kind, payload, isAssumed: false } : { skipped: "another gateway" };
  }
  if (said.not === "known") return { skipped: "gateway not known" };
  // A file that pays with one gateway pays with it throughout.
  const usual = of(own);
  return usual ? { kind: usual, payload, isAssumed: true } : { skipped: "gateway not said" };
}

function judgePayload(
  { kind, payload, isAssumed }: Extract<Judgement, { payload: Located }>,
  isForm: boolean,
  { partialKinds, textFaults }: Tables,
  options: CheckOptions,
): SpannedDiagnostic[] {
  const partial = partialKinds[kind.kind] as PartialKind;
  const plain = isForm ? formValue(payload.value, partial.shape) : payload.value;
  const value = isAssumed ? withGateway(plain, kind) : plain;
  const found = checkPartial(partial, value, options).map((diagnostic) => ({
    diagnostic,
    span: markOf(nearestTo(payload, diagnostic.path)),
    payload,
    kind: kind.kind,
  }));
  const twice = [...twiceIn(payload)].map(({ keys, twice: { span, earlier } }) => ({
    diagnostic: duplicateKey(textFaults, options, pointerTo(keys)),
    span,
    earlier,
    kind: kind.kind,
  }));
  return [...found, ...twice];
}

/** Of an object or a list only the bracket that opens it is marked. */
const markOf = ({ span, value }: Located): Span => (isSeen(value) ? [span[0], span[0] + 1] : span);

/** The payload as if it named the gateway that it is taken for; where it names none it may, or may do without. */
function withGateway(value: unknown, { names, gateway }: CallKind): unknown {
  if (names.gateway === undefined || typeof value !== "object" || value === null) return value;
  const [key] = parsePointer(names.gateway) as [string];
  const name = Object.hasOwn(value, key)
    ? new Unknown(gateway, ["string"], `${gateway}${hole}`)
    : new Unknown(gateway);
  const named = { ...value, [key]: name };
  return isOpen(value) ? markOpen(named) : named;
}

const anyType: readonly JsonType[] = ["string", "number", "boolean", "object", "array", "null"];

/** What the callback reads is checked as a payload that holds these fields, whatever is in them. */
function judgeReads(
  reads: Call["reads"],
  { callback }: CallKind,
  { partialKinds }: Tables,
  options: CheckOptions,
): SpannedDiagnostic[] {
  if (callback === undefined || reads.length === 0) return [];
  const partial = partialKinds[callback] as PartialKind;
  const given = reads.map(({ name }) => [name, new Unknown(name, anyType)]);
  const diagnostics = checkPartial(partial, markOpen(Object.fromEntries(given)), options).filter(
    ({ rule }) => rule !== partial.facts.unknownProperty.rule,
  );
  return reads.flatMap(({ name, span }) =>
    diagnostics
      .filter(({ path }) => path === pointerTo([name]))
      .map((diagnostic) => ({ diagnostic, span, kind: callback })),
  );
}

/** The fix of a diagnostic as edits of the text; undefined where the text does not write out what is to be edited. */
export function splicesOf(
  { diagnostic: { fix }, payload, earlier }: SpannedDiagnostic,
  text: string,
): Splice[] | undefined {
  if (earlier) return [removal(earlier, text)];
  if (!fix || !payload || fix.edits.length === 0) return undefined;
  const splices = fix.edits.map((edit) => spliceOf(edit, payload, text));
  return splices.every((splice) => splice !== undefined) ? splices : undefined;
}
