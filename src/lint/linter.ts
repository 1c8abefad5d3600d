import type { Call, CallKind } from "../extract/calls.js";
import { type Located, leavesOf } from "../extract/located.js";
import type { Extraction } from "../extract/reader.js";
import { Positions, type Span } from "../text/positions.js";
import { escapeControls } from "../validator/mask.js";
import { localeOf } from "../validator/options.js";
import { type Attributions, attributionsIn, kindsNeeded, kindsOf } from "./attributions.js";
import { findingsOfCode, repeating } from "./codeRules.js";
import { diagnosticsOf } from "./diagnosticsOf.js";
import { directivesIn, noDirectives } from "./directives.js";
import { type Finding, findingsOf, findingsOfReads, type Subject } from "./findings.js";
import type { Judgement } from "./gateway.js";
import { hearDirectives } from "./hearDirectives.js";
import { isNeutral } from "./kinds.js";
import { redact, type SecretSpan } from "./redact.js";
import { findingsOfScripts, type PaidWith } from "./scripts.js";
import { secretSpans } from "./secrets.js";
import type { LintTables, LoadedKinds } from "./tables.js";
import { continuationDiagnostic, textDiagnostic } from "./textDiagnostics.js";
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
  return new TextLinter(text, extraction, options, tables).result(kinds);
}

/** The same, with the kinds that the text needs and no other loaded first. */
export async function lintExtractionWith(
  text: string,
  extraction: Extraction,
  options: LintOptions,
  tables: LintTables,
  load: (kinds: Iterable<string>) => Promise<LoadedKinds>,
): Promise<LintResult> {
  const linter = new TextLinter(text, extraction, options, tables);
  return linter.result(await load(linter.kindsNeeded()));
}

class TextLinter {
  readonly #text: string;
  readonly #extraction: Extraction;
  readonly #options: LintOptions;
  readonly #tables: LintTables;
  readonly #positions: Positions;
  readonly #attributions: Attributions;
  #kinds: LoadedKinds = new Map();
  readonly #findings: Finding[] = [];
  readonly #reports: LintReport[] = [];
  readonly #notes: Note[] = [];
  /** Where payloads are that were not checked by the rules of their own gateway. */
  readonly #ofUnknownGateway: Span[] = [];
  readonly #unchecked: (Unchecked & { readonly spans: readonly Span[] })[] = [];
  /** By gateway, the kind of the first call that something is paid with here, and where it is. */
  readonly #paidWith = new Map<string, PaidWith>();

  constructor(text: string, extraction: Extraction, options: LintOptions, tables: LintTables) {
    this.#text = text;
    this.#extraction = extraction;
    this.#options = options;
    this.#tables = tables;
    this.#positions = new Positions(text);
    this.#attributions = attributionsIn(text, extraction, options, tables, this.#positions);
  }

  kindsNeeded(): Set<string> {
    return kindsNeeded(this.#attributions);
  }

  /** Lints the text once. */
  result(kinds: LoadedKinds): LintResult {
    this.#kinds = kinds;
    const { calls, errors } = this.#extraction;
    this.#checkData();
    this.#checkCalls();
    const { textFaults, codeRules, sdks } = this.#tables;
    const { addresses } = this.#extraction;
    this.#add(findingsOfScripts(addresses, this.#paidWith, textFaults, this.#options));
    const ofCode = findingsOfCode(this.#extraction, codeRules, sdks, this.#options);
    const isTold = repeating(ofCode);
    const others = this.#findings.splice(0).filter((one) => !isTold(one));
    this.#add(others);
    this.#add(ofCode);
    this.#tellUnparsable();
    this.#tellBrokenContinuations();
    const redacted = this.#redacted();
    const byPlace = (left: Pick<Note, "range">, right: Pick<Note, "range">) =>
      left.range.start - right.range.start;
    return {
      diagnostics: this.#diagnostics(redacted),
      reports: this.#reports,
      unchecked: this.#unchecked.map(({ spans: _, ...one }) => one).sort(byPlace),
      notes: this.#notes.sort(byPlace),
      errors: errors.map(({ message, span }) => ({
        message: message[this.#locale()],
        range: this.#positions.range(span),
      })),
      calls: calls.length,
      redacted,
    };
  }

  #locale() {
    return localeOf(this.#options);
  }

  #checkData(): void {
    for (const { data, attribution } of this.#attributions.payloads) {
      const { payload, syntax } = data;
      if (!attribution) this.#skip("kind-unknown", payload.span);
      else this.#check({ payload, syntax, isForm: false }, attribution, payload.span);
    }
  }

  #checkCalls(): void {
    const reads = new Set<number>();
    for (const { call, attribution } of this.#attributions.calls) {
      const { payload, name, span } = call;
      if ("unchecked" in attribution) {
        const spans = [span, ...(payload ? spansOf(payload) : [])];
        this.#skip(attribution.unchecked, span, spans);
      } else if (payload) this.#check({ ...call, payload }, attribution, span, name);
      const judges = kindsOf(attribution);
      for (const { gateway, kind } of judges) {
        if (!this.#paidWith.has(gateway)) this.#paidWith.set(gateway, { kind, span });
      }
      this.#checkReads(call, judges, reads);
    }
  }

  /** What a callback reads. Several calls can share a callback, so that what was looked at is passed on. */
  #checkReads({ reads }: Call, judges: readonly CallKind[], known: Set<number>): void {
    const own = reads.filter(({ span: [start] }) => !known.has(start));
    for (const { span } of own) known.add(span[0]);
    const callbacks = judges.flatMap(({ callback }) => callback ?? []);
    const [callback] = callbacks;
    const [first, ...others] = callbacks.flatMap((kind) => this.#kinds.get(kind) ?? []);
    if (own.length === 0 || !first || callback === undefined) return;
    const found = findingsOfReads(
      own,
      callback,
      { kinds: [first, ...others], neutral: undefined },
      this.#options,
    );
    this.#add(found);
  }

  #check(
    subject: Pick<Subject, "payload" | "syntax" | "isForm">,
    { kinds, neutral, gateways, isAssumed, namesAnother, note }: Judgement,
    span: Span,
    call?: string,
  ): void {
    const [kind, ...others] = kinds;
    const isJoint = others.length > 0;
    const [first, ...rest] = kinds.flatMap((one) => this.#kinds.get(one.kind) ?? []);
    if (!first || rest.length < others.length) {
      this.#skip("not-loaded", span);
      return;
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
    const found = findingsOf(
      { ...subject, kind: said.kind, assumed, isFixable: !namesAnother, report: report - 1 },
      { kinds: [first, ...rest], neutral: isJoint ? this.#kinds.get(said.kind) : undefined },
      this.#tables.textFaults,
      this.#options,
    );
    this.#add(found);
  }

  /** Adds findings one by one, since there can be more than a call takes arguments. */
  #add(findings: readonly Finding[]): void {
    for (const one of findings) this.#findings.push(one);
  }

  #tellUnparsable(): void {
    for (const { span, reason, isTold } of this.#extraction.unparsable) {
      this.#skip("unparsable", span);
      if (isTold) continue;
      // A parser may quote the code.
      const [firstLine = ""] = reason[this.#locale()].split("\n", 1);
      const terms = { reason: escapeControls(this.#redactedText(firstLine)) };
      const fault = this.#tables.textFaults.unparsable;
      const diagnostic = textDiagnostic(fault, terms, this.#options);
      this.#findings.push({ diagnostic, span, kind: null });
    }
  }

  #tellBrokenContinuations(): void {
    for (const { span, edits } of this.#extraction.brokenContinuations) {
      const diagnostic = continuationDiagnostic(this.#tables.textFaults, this.#options);
      this.#findings.push({ diagnostic, span, kind: null, edits });
    }
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

  #diagnostics(redacted: string): LintDiagnostic[] {
    const heard = hearDirectives(
      this.#findings,
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
      heard,
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
