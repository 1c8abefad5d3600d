import type { Call } from "../extract/calls.js";
import { type Located, leavesOf } from "../extract/located.js";
import type { DataPayload, Extraction } from "../extract/reader.js";
import { Positions, type Span } from "../text/positions.js";
import { escapeControls } from "../validator/mask.js";
import { settled } from "../validator/options.js";
import { findingsOfCode } from "./codeRules.js";
import { directivesIn, gatewayByComment, gatewayCommentsIn, noDirectives } from "./directives.js";
import { eachOnce, type Finding, findingsOf, findingsOfReads, type Subject } from "./findings.js";
import { fingerprints } from "./fingerprints.js";
import { type Attribution, Gateways } from "./gateway.js";
import { hearDirectives } from "./hearDirectives.js";
import { kindOfValue } from "./kinds.js";
import { loadedAt } from "./otherFiles.js";
import { redact, type SecretSpan } from "./redact.js";
import { secretSpans } from "./secrets.js";
import type { LintTables, LoadedKinds } from "./tables.js";
import { continuationDiagnostic, textDiagnostic } from "./textDiagnostics.js";
import { textEditsFor } from "./textFix.js";
import type {
  LintDiagnostic,
  LintOptions,
  LintReport,
  LintResult,
  Unchecked,
  UncheckedCode,
} from "./types.js";
import { wordsOfUnchecked } from "./unchecked.js";

/** The kinds that checking an extraction needs. */
export function kindsNeeded(
  { calls, payloads }: Extraction,
  options: LintOptions,
  tables: LintTables,
): Set<string> {
  const needed = new Set(
    calls.flatMap(({ kinds }) => kinds.flatMap(({ kind, callback }) => [kind, callback ?? kind])),
  );
  for (const { payload } of payloads) {
    const kind = kindOfValue(payload.value, options, tables.kindNames);
    if (kind !== undefined) needed.add(kind);
  }
  return needed;
}

/** Lints what a reader extracted from a text. */
export function lintExtraction(
  text: string,
  extraction: Extraction,
  options: LintOptions,
  tables: LintTables,
  kinds: LoadedKinds,
): LintResult {
  return new TextLinter(text, extraction, options, tables, kinds).result();
}

class TextLinter {
  readonly #text: string;
  readonly #extraction: Extraction;
  readonly #options: LintOptions;
  readonly #tables: LintTables;
  readonly #kinds: LoadedKinds;
  readonly #positions: Positions;
  readonly #findings: Finding[] = [];
  readonly #reports: LintReport[] = [];
  readonly #unchecked: (Unchecked & { readonly spans: readonly Span[] })[] = [];
  /** By gateway, the kind of the first call that something is paid with here, and where it stands. */
  readonly #paidWith = new Map<string, { readonly kind: string; readonly span: Span }>();

  constructor(
    text: string,
    extraction: Extraction,
    options: LintOptions,
    tables: LintTables,
    kinds: LoadedKinds,
  ) {
    this.#text = text;
    this.#extraction = extraction;
    this.#options = options;
    this.#tables = tables;
    this.#kinds = kinds;
    this.#positions = new Positions(text);
  }

  result(): LintResult {
    const { calls, payloads, errors } = this.#extraction;
    for (const one of payloads) this.#checkData(one);
    this.#checkCalls();
    this.#checkScripts();
    this.#checkCode();
    this.#tellUnparsable();
    this.#tellBrokenContinuations();
    const redacted = this.#redacted();
    return {
      diagnostics: this.#diagnostics(redacted),
      reports: this.#reports,
      unchecked: this.#unchecked
        .map(({ spans: _, ...one }) => one)
        .sort((left, right) => left.range.start - right.range.start),
      errors: errors.map(({ message, span }) => ({ message, range: this.#positions.range(span) })),
      calls: calls.length,
      redacted,
    };
  }

  #locale() {
    return settled(this.#options).locale;
  }

  #checkData({ payload, syntax }: DataPayload): void {
    const kind = kindOfValue(payload.value, this.#options, this.#tables.kindNames);
    if (kind === undefined) {
      this.#skip("kind-unknown", payload.span);
      return;
    }
    const [gateway = null] = kind.split(".");
    const subject = { kind, payload, syntax, isForm: false, isFixable: true };
    this.#check(subject, { kind, gateway }, payload.span);
  }

  #checkCalls(): void {
    const { calls } = this.#extraction;
    if (calls.length === 0) return;
    const { assume, channels = {}, gateway, gateways = [] } = this.#options;
    const attribution = new Gateways(calls, this.#text, {
      assume,
      channels,
      gateway,
      gateways,
      byComment: gatewayByComment(gatewayCommentsIn(this.#text), calls, this.#positions),
    });
    const reads = new Set<number>();
    for (const call of calls) this.#checkCall(call, attribution.attribute(call), reads);
  }

  #checkCall(call: Call, attributed: Attribution, reads: Set<number>): void {
    const { payload, syntax, isForm, name, span } = call;
    const { kind } = attributed;
    if ("unchecked" in attributed) {
      const spans = [span, ...(payload ? spansOf(payload) : [])];
      this.#skip(attributed.unchecked, span, spans, call.kinds);
    } else if (payload) {
      const { kind: id, gateway } = attributed.kind;
      const { isAssumed, namesAnother } = attributed;
      const assumed = isAssumed ? attributed.kind : undefined;
      const subject = { kind: id, payload, syntax, isForm, assumed, isFixable: !namesAnother };
      this.#check(subject, { kind: id, gateway, call: name }, span);
    }
    if (!kind) return;
    if (!this.#paidWith.has(kind.gateway))
      this.#paidWith.set(kind.gateway, { kind: kind.kind, span });
    // Several calls can share a callback.
    const own = call.reads.filter(({ span: [start] }) => !reads.has(start));
    for (const { span: read } of own) reads.add(read[0]);
    const partial = kind.callback === undefined ? undefined : this.#kinds.get(kind.callback);
    if (own.length === 0 || kind.callback === undefined || !partial) return;
    this.#findings.push(...findingsOfReads(own, kind.callback, partial, this.#options));
  }

  #check(subject: Omit<Subject, "report">, as: Omit<LintReport, "range">, span: Span): void {
    const partial = this.#kinds.get(subject.kind);
    if (!partial) {
      this.#skip("not-loaded", span);
      return;
    }
    const report = this.#reports.push({ ...as, range: this.#positions.range(span) }) - 1;
    const { textFaults } = this.#tables;
    this.#findings.push(...findingsOf({ ...subject, report }, partial, textFaults, this.#options));
  }

  /** Scripts that do not belong where a gateway is paid with, in this text or in a page that loads it. */
  #checkScripts(): void {
    const { addresses } = this.#extraction;
    for (const { gateway, pattern, ...fault } of this.#tables.textFaults.scripts) {
      const paid = this.#paidWith.get(gateway);
      if (!paid) continue;
      const { kind, span: call } = paid;
      const wanted = new RegExp(pattern, "u");
      const diagnostic = textDiagnostic(fault, {}, this.#options);
      const own = addresses.filter(({ text }) => wanted.test(text));
      for (const { span } of own) this.#findings.push({ diagnostic, span, kind });
      if (own.length > 0) continue;
      const elsewhere = this.#options.project?.scripts?.find(({ address }) => wanted.test(address));
      // A page that loads another script of the same host has the SDK that it asks for.
      if (!elsewhere || addresses.some(({ text }) => hostOf(text) === hostOf(elsewhere.address))) {
        continue;
      }
      const message = `${diagnostic.message} ${loadedAt(elsewhere, this.#locale())}`;
      this.#findings.push({ diagnostic: { ...diagnostic, message }, span: call, kind });
    }
  }

  /** What the code does around its payments. */
  #checkCode(): void {
    const { codeRules, sdks } = this.#tables;
    this.#findings.push(...findingsOfCode(this.#extraction, codeRules, sdks, this.#options));
  }

  #tellUnparsable(): void {
    for (const { span, reason } of this.#extraction.unparsable) {
      // A parser may quote the code.
      const [firstLine = ""] = reason.split("\n", 1);
      const terms = { reason: escapeControls(this.#redactedText(firstLine)) };
      const fault = this.#tables.textFaults.unparsable;
      const diagnostic = textDiagnostic(fault, terms, this.#options);
      this.#findings.push({ diagnostic, span, kind: null });
      this.#skip("unparsable", span);
    }
  }

  #tellBrokenContinuations(): void {
    for (const { span, edits } of this.#extraction.brokenContinuations) {
      const diagnostic = continuationDiagnostic(this.#tables.textFaults, this.#options);
      this.#findings.push({ diagnostic, span, kind: null, edits });
    }
  }

  #skip(code: UncheckedCode, span: Span, spans = [span], kinds?: Call["kinds"]): void {
    const words = wordsOfUnchecked(code, this.#locale(), kinds);
    this.#unchecked.push({ ...words, range: this.#positions.range(span), spans });
  }

  #redacted(): string {
    const kindOf = ({ value }: Located) =>
      kindOfValue(value, this.#options, this.#tables.kindNames);
    return this.#redactedText(this.#text, secretSpans(this.#extraction, this.#kinds, kindOf));
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
        unchecked: this.#unchecked.flatMap(({ spans }) => spans),
        tellsUnused: this.#reports.length > 0 || this.#extraction.calls.length > 0,
      },
      this.#options,
      this.#tables,
    );
    const { rules = {} } = this.#options;
    const shown = eachOnce(heard)
      .flatMap((finding) => {
        const own = Object.hasOwn(rules, finding.diagnostic.rule)
          ? rules[finding.diagnostic.rule]
          : undefined;
        const severity = own ?? finding.diagnostic.severity;
        return severity === "off"
          ? []
          : [{ ...finding, diagnostic: { ...finding.diagnostic, severity } }];
      })
      .sort((left, right) => left.span[0] - right.span[0]);
    const prints = fingerprints(shown, redacted, this.#positions);
    return shown.map((finding, index): LintDiagnostic => {
      const { diagnostic, span, kind, report } = finding;
      const shape = kind === null ? undefined : this.#kinds.get(kind)?.shape;
      const edits = textEditsFor(finding, this.#text, shape);
      const fix = diagnostic.fix;
      return {
        ...diagnostic,
        kind,
        range: this.#positions.range(span),
        ...(report !== undefined && { report }),
        fingerprint: prints[index] as string,
        docs: docsOf(diagnostic.rule),
        ...(edits &&
          fix && {
            textFix: {
              title: fix.title,
              safe: fix.safe,
              edits: edits.map(({ start, end, text }) => ({
                range: this.#positions.range([start, end]),
                text,
              })),
            },
          }),
      };
    });
  }
}

/** Where a payload and what is in it stand, also where that is not in the call. */
const spansOf = (payload: Located): Span[] => [
  payload.span,
  ...[...leavesOf(payload)].map(({ located }) => located.property ?? located.span),
];

const hostOf = (address: string) => /^(?:https?:)?\/\/([^/?#]+)/.exec(address)?.[1];

const docsOf = (rule: string) => `https://www.npmjs.com/package/paylint#${rule.replace("/", "-")}`;
