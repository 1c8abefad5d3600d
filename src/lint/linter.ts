import type { Call, CallKind } from "../extract/calls.js";
import { type Located, leavesOf } from "../extract/located.js";
import type { Extraction } from "../extract/reader.js";
import { Positions, type Span } from "../text/positions.js";
import { escapeControls } from "../validator/mask.js";
import { localeOf } from "../validator/options.js";
import {
  type Attributions,
  attributionsIn,
  kindsNeeded,
  kindsOf,
} from "./attribution/attributions.js";
import type { Judgement } from "./attribution/gateway.js";
import { isNeutral } from "./attribution/kinds.js";
import { applyDirectives } from "./findings/applyDirectives.js";
import { findingsOfCode, repeating } from "./findings/codeRules.js";
import { diagnosticsOf } from "./findings/diagnosticsOf.js";
import {
  findingsOf,
  findingsOfReads,
  type SpannedDiagnostic,
  type Subject,
} from "./findings/findings.js";
import { findingsOfScripts, type PaidWith } from "./findings/scripts.js";
import { continuationDiagnostic, textDiagnostic } from "./findings/textDiagnostics.js";
import { redact, type SecretSpan } from "./redaction/redact.js";
import { secretSpans } from "./redaction/secrets.js";
import { directivesIn, noDirectives } from "./suppression/directives.js";
import type { LintTables, LoadedKinds } from "./tables.js";
import type {
  LintDiagnostic,
  LintOptions,
  LintReport,
  LintResult,
  Note,
  Unchecked,
  UncheckedCode,
} from "./types.js";
import { wordsFor } from "./unchecked.js";

/** Lints what a reader extracted from a text. */
export function lintExtraction(
  text: string,
  extraction: Extraction,
  options: LintOptions,
  tables: LintTables,
  kinds: LoadedKinds,
): LintResult {
  return new Linting(attributed(text, extraction, options, tables), kinds).result();
}

/** The same, with the kinds that the text needs and no other loaded first. */
export async function lintExtractionWith(
  text: string,
  extraction: Extraction,
  options: LintOptions,
  tables: LintTables,
  load: (kinds: Iterable<string>) => Promise<LoadedKinds>,
): Promise<LintResult> {
  const source = attributed(text, extraction, options, tables);
  return new Linting(source, await load(kindsNeeded(source.attributions))).result();
}

/** A text that is linted, with the gateways that its payloads are for. */
interface Attributed {
  readonly text: string;
  readonly extraction: Extraction;
  readonly options: LintOptions;
  readonly tables: LintTables;
  readonly positions: Positions;
  readonly attributions: Attributions;
}

function attributed(
  text: string,
  extraction: Extraction,
  options: LintOptions,
  tables: LintTables,
): Attributed {
  const positions = new Positions(text);
  const attributions = attributionsIn(text, extraction, options, tables, positions);
  return { text, extraction, options, tables, positions, attributions };
}

/** One linting of a text. What it has found so far are reports, notes and what is unchecked; findings are handed on. */
class Linting {
  readonly #text: string;
  readonly #extraction: Extraction;
  readonly #options: LintOptions;
  readonly #tables: LintTables;
  readonly #positions: Positions;
  readonly #attributions: Attributions;
  readonly #kinds: LoadedKinds;
  readonly #reports: LintReport[] = [];
  readonly #notes: Note[] = [];
  /** Where payloads are that were not checked by the rules of their own gateway. */
  readonly #ofUnknownGateway: Span[] = [];
  readonly #unchecked: (Unchecked & { readonly spans: readonly Span[] })[] = [];

  constructor(source: Attributed, kinds: LoadedKinds) {
    this.#text = source.text;
    this.#extraction = source.extraction;
    this.#options = source.options;
    this.#tables = source.tables;
    this.#positions = source.positions;
    this.#attributions = source.attributions;
    this.#kinds = kinds;
  }

  result(): LintResult {
    const findings = this.#findings();
    const { calls, unparsable, errors } = this.#extraction;
    const redacted = this.#redacted();
    const byRange = (left: Pick<Note, "range">, right: Pick<Note, "range">) =>
      left.range.start - right.range.start;
    return {
      diagnostics: this.#diagnostics(findings, redacted),
      reports: this.#reports,
      unchecked: this.#unchecked.map(({ spans: _, ...one }) => one).sort(byRange),
      notes: this.#notes.sort(byRange),
      errors: errors.map(({ message, span }) => ({
        message: message[this.#locale()],
        range: this.#positions.range(span),
      })),
      calls: calls.length + unparsable.length,
      redacted,
    };
  }

  #findings(): SpannedDiagnostic[] {
    const { textFaults, codeRules, sdks } = this.#tables;
    const { addresses } = this.#extraction;
    const ofPayloads = [
      ...this.#ofData(),
      ...this.#ofCalls(),
      ...findingsOfScripts(addresses, this.#paidWith(), textFaults, this.#options),
    ];
    const ofCode = findingsOfCode(this.#extraction, codeRules, sdks, this.#options);
    const isTold = repeating(ofCode);
    return [
      ...ofPayloads.filter((one) => !isTold(one)),
      ...ofCode,
      ...this.#ofUnparsable(),
      ...this.#ofBrokenContinuations(),
    ];
  }

  #locale() {
    return localeOf(this.#options);
  }

  #ofData(): SpannedDiagnostic[] {
    return this.#attributions.payloads.flatMap(({ data, attribution }) => {
      const { payload, syntax } = data;
      if (attribution) return this.#check({ payload, syntax, isForm: false }, attribution, payload);
      this.#skip("kind-unknown", payload.span);
      return [];
    });
  }

  #ofCalls(): SpannedDiagnostic[] {
    const reads = new Set<number>();
    return this.#attributions.calls.flatMap(({ call, attribution }) => [
      ...this.#ofCall(call, attribution),
      ...this.#ofReads(call, kindsOf(attribution), reads),
    ]);
  }

  #ofCall(
    call: Call,
    attribution: Attributions["calls"][number]["attribution"],
  ): SpannedDiagnostic[] {
    const { payload, span } = call;
    if ("unchecked" in attribution) {
      this.#skip(attribution.unchecked, span, [span, ...(payload ? spansOf(payload) : [])]);
      return [];
    }
    return payload ? this.#check({ ...call, payload }, attribution, call) : [];
  }

  /** By gateway, the kind of the first call that something is paid with here, and where it is. */
  #paidWith(): ReadonlyMap<string, PaidWith> {
    const paidWith = new Map<string, PaidWith>();
    for (const { call, attribution } of this.#attributions.calls) {
      for (const { gateway, kind } of kindsOf(attribution)) {
        if (!paidWith.has(gateway)) paidWith.set(gateway, { kind, span: call.span });
      }
    }
    return paidWith;
  }

  /** What a callback reads. Several calls can share a callback, so that what was looked at is passed on. */
  #ofReads({ reads }: Call, judges: readonly CallKind[], known: Set<number>): SpannedDiagnostic[] {
    const own = reads.filter(({ span: [start] }) => !known.has(start));
    for (const { span } of own) known.add(span[0]);
    const callbacks = judges.flatMap(({ callback }) => callback ?? []);
    const [callback] = callbacks;
    const [first, ...others] = callbacks.flatMap((kind) => this.#kinds.get(kind) ?? []);
    if (own.length === 0 || !first || callback === undefined) return [];
    return findingsOfReads(
      own,
      callback,
      { kinds: [first, ...others], neutral: undefined },
      this.#options,
    );
  }

  /** Checks a payload; the last is the call that has it, or the payload itself. */
  #check(
    subject: Pick<Subject, "payload" | "syntax" | "isForm">,
    { kinds, neutral, gateways, isAssumed, namesAnother, note }: Judgement,
    { span, name: call }: { readonly span: Span; readonly name?: string },
  ): SpannedDiagnostic[] {
    const [kind, ...others] = kinds;
    const isJoint = others.length > 0;
    const [first, ...rest] = kinds.flatMap((one) => this.#kinds.get(one.kind) ?? []);
    if (!first || rest.length < others.length) {
      this.#skip("not-loaded", span);
      return [];
    }
    const said = isJoint && neutral ? neutral : kind;
    const range = this.#positions.range(span);
    const report = this.#reports.push({
      kind: said.kind,
      gateway: isJoint || isNeutral(kind) ? null : kind.gateway,
      ...(gateways && { gateways }),
      ...(call !== undefined && { call }),
      range,
    });
    if (note) this.#notes.push({ ...wordsFor(note, this.#locale()), range });
    if (isJoint || isNeutral(kind)) {
      for (const one of [span, ...spansOf(subject.payload)]) this.#ofUnknownGateway.push(one);
    }
    const assumed = isAssumed ? kind : undefined;
    return findingsOf(
      { ...subject, kind: said.kind, assumed, isFixable: !namesAnother, report: report - 1 },
      { kinds: [first, ...rest], neutral: this.#kinds.get(said.kind) },
      this.#tables.textFaults,
      this.#options,
    );
  }

  #ofUnparsable(): SpannedDiagnostic[] {
    return this.#extraction.unparsable.flatMap(({ span, reason, isTold }) => {
      this.#skip("unparsable", span);
      if (isTold) return [];
      // A parser may quote the code.
      const [firstLine = ""] = reason[this.#locale()].split("\n", 1);
      const terms = { reason: escapeControls(this.#redactedText(firstLine)) };
      const fault = this.#tables.textFaults.unparsable;
      return [{ diagnostic: textDiagnostic(fault, terms, this.#options), span, kind: null }];
    });
  }

  #ofBrokenContinuations(): SpannedDiagnostic[] {
    return this.#extraction.brokenContinuations.map(({ span, edits }) => ({
      diagnostic: continuationDiagnostic(this.#tables.textFaults, this.#options),
      span,
      kind: null,
      edits,
    }));
  }

  #skip(code: UncheckedCode, span: Span, spans = [span]): void {
    const words = wordsFor(code, this.#locale());
    this.#unchecked.push({ ...words, range: this.#positions.range(span), spans });
  }

  #redacted(): string {
    const inCode = this.#extraction.facts.filter(({ isSecret }) => isSecret);
    return this.#redactedText(this.#text, [
      ...this.#extraction.secrets,
      ...secretSpans(this.#attributions, this.#kinds),
      ...inCode.map(({ span }) => span),
    ]);
  }

  #redactedText(text: string, spans: readonly SecretSpan[] = []): string {
    return redact(text, { names: this.#tables.secretNames, spans });
  }

  #diagnostics(findings: readonly SpannedDiagnostic[], redacted: string): LintDiagnostic[] {
    const undirected = applyDirectives(
      findings,
      {
        directives: this.#extraction.ignoresDirectives
          ? noDirectives
          : directivesIn(this.#text, this.#positions),
        positions: this.#positions,
        unchecked: [...this.#unchecked.flatMap(({ spans }) => spans), ...this.#ofUnknownGateway],
        tellsUnused: this.#reports.length > 0 || this.#extraction.calls.length > 0,
      },
      this.#options,
      this.#tables,
    );
    return diagnosticsOf(
      undirected,
      { text: this.#text, redacted, positions: this.#positions, kinds: this.#kinds },
      this.#options,
    );
  }
}

/** Where a payload and what is in it are, also where that is not in the call. */
const spansOf = (payload: Located): Span[] => [
  payload.span,
  ...[...leavesOf(payload)].map(({ located }) => located.property ?? located.span),
];
