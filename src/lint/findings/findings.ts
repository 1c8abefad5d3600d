import { checkPartial, type PartialKind } from "../../constraint/checkPartial.js";
import { holdsAtAllOf } from "../../constraint/holdsAtAllOf.js";
import type { Call, CallKind } from "../../extract/calls.js";
import { duplicateKeysIn, type Located, nearestTo } from "../../extract/located.js";
import type { Syntax } from "../../extract/reader.js";
import type { Span } from "../../text/positions.js";
import type { TextEdit } from "../../text/textEdit.js";
import { formValue } from "../../validator/form.js";
import { parsePointer, pointerTo, wildcardPath } from "../../validator/pointer.js";
import type { CheckOptions, Diagnostic } from "../../validator/types.js";
import { hole, isOpen, isSeen, type JsonType, markOpen, Unknown } from "../../validator/unknown.js";
import { withoutSchemaKey } from "../attribution/kinds.js";
import { writtenAt } from "./otherFiles.js";
import { duplicateKeyDiagnostic } from "./textDiagnostics.js";
import type { TextFaults } from "./textFaults.js";

const anyType: readonly JsonType[] = ["string", "number", "boolean", "object", "array", "null"];

/** A diagnostic with its stretch of the text, and what its fix needs to know. */
export interface SpannedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly span: Span;
  /** Kind of the payload; null for a finding about the text itself. */
  readonly kind: string | null;
  /** Number of the report that the finding belongs to. */
  readonly report?: number;
  /** Absent where no fix may touch the payload. */
  readonly payload?: Located;
  readonly syntax?: Syntax;
  /** The earlier of two equal keys, which the fix takes out. */
  readonly earlier?: Span | undefined;
  /** The fix, where it edits the text rather than a payload. */
  readonly edits?: readonly TextEdit[];
}

/** The loaded kinds by which a payload is judged. */
interface Judges {
  /** One kind, or several if only what holds at all of them counts. */
  readonly kinds: readonly [PartialKind, ...PartialKind[]];
  /** The kind in whose words what holds at several is told. */
  readonly neutral: PartialKind | undefined;
}

const diagnosticsBy = (
  { kinds, neutral }: Judges,
  value: unknown,
  options: CheckOptions,
): Diagnostic[] => {
  const [only, ...others] = kinds;
  return others.length === 0
    ? checkPartial(only, value, options)
    : holdsAtAllOf(kinds, neutral, value, options);
};

/** A payload to be checked as one of a kind. */
export interface Subject {
  /** The kind that its findings are said to be of. */
  readonly kind: string;
  readonly payload: Located;
  readonly syntax: Syntax;
  readonly isForm: boolean;
  /** The kind of the call where something else than the payload says its gateway. */
  readonly assumed?: CallKind | undefined;
  readonly isFixable: boolean;
  readonly report: number;
}

/** What is wrong with a payload, whatever its unknown parts turn out to be. */
export function findingsOf(
  { kind, payload, syntax, isForm, assumed, isFixable, report }: Subject,
  judges: Judges,
  textFaults: TextFaults,
  options: CheckOptions,
): SpannedDiagnostic[] {
  const partial = judges.neutral ?? judges.kinds[0];
  const check = (whole: unknown) => {
    const own = withoutSchemaKey(whole);
    const plain = isForm ? formValue(own, partial.shape) : own;
    return diagnosticsBy(judges, assumed ? withGateway(plain, assumed) : plain, options);
  };
  const sure = check(payload.value);
  const given = withGiven(payload);
  const likely = given === payload.value ? [] : onlyLikely(check(given), sure);
  const editable = isFixable ? { payload } : {};
  const found = [...sure, ...likely].map((diagnostic): SpannedDiagnostic => {
    const located = nearestTo(payload, diagnostic.path);
    return {
      diagnostic: withRange(diagnostic, located, options),
      span: markOf(located, diagnostic, partial),
      kind,
      report,
      syntax,
      ...editable,
    };
  });
  const duplicates = [...duplicateKeysIn(payload)].map(({ keys, duplicate }): SpannedDiagnostic => {
    const { span, earlier } = duplicate;
    const diagnostic = duplicateKeyDiagnostic(textFaults, options, pointerTo(keys));
    return {
      diagnostic,
      span,
      kind,
      report,
      syntax,
      ...(isFixable && { payload, earlier }),
    };
  });
  return [...found, ...duplicates];
}

/** A diagnostic that names the file in which a value is written, where that is another one. */
function withRange(
  { fix, ...diagnostic }: Diagnostic,
  { elsewhere }: Located,
  { locale = "en" }: CheckOptions,
): Diagnostic {
  if (!elsewhere) return fix ? { ...diagnostic, fix } : diagnostic;
  return { ...diagnostic, message: `${diagnostic.message} ${writtenAt(elsewhere, locale)}` };
}

/** An object or a list is marked by the bracket that opens it, a key that the kind does not know by the key. */
function markOf(
  { span, key, value, elsewhere }: Located,
  { rule, path }: Diagnostic,
  { facts }: PartialKind,
): Span {
  const isUnknown =
    rule === facts.unknownProperty.rule || Object.hasOwn(facts.elsewhere.keys, wildcardPath(path));
  if (isUnknown && key) return key;
  if (elsewhere) return span;
  return isSeen(value) ? [span[0], span[0] + 1] : span;
}

/** The value of a payload, with everything present that the code shows to be given. */
function withGiven({ value, isGiven, children }: Located): unknown {
  if (isGiven && value instanceof Unknown && !value.types) {
    return new Unknown(value.source, anyType);
  }
  if (!isSeen(value)) return value;
  const changed = [...children].flatMap(([key, child]) => {
    const own = withGiven(child);
    return own === child.value ? [] : [[key, own] as const];
  });
  if (changed.length === 0) return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  for (const [key, own] of changed) (copy as Record<string, unknown>)[key] = own;
  return isOpen(value) ? markOpen(copy) : copy;
}

/** Findings that depend on such values are no errors, since the running program may leave them out. */
function onlyLikely(all: readonly Diagnostic[], sure: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(sure.map(({ rule, path }) => `${rule} ${path}`));
  return all
    .filter(({ rule, path }) => !known.has(`${rule} ${path}`))
    .map((one) => (one.severity === "error" ? { ...one, severity: "warning" } : one));
}

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

/** What a callback reads is checked as a payload that holds these fields, whatever is in them. */
export function findingsOfReads(
  reads: Call["reads"],
  callback: string,
  judges: Judges,
  options: CheckOptions,
): SpannedDiagnostic[] {
  const given = reads
    .filter(({ isGuarded }) => !isGuarded)
    .map(({ name }) => [name, new Unknown(name, anyType)]);
  const unknownProperty = judges.kinds[0].facts.unknownProperty.rule;
  const value = markOpen(Object.fromEntries(given));
  const diagnostics = diagnosticsBy(judges, value, options).filter(
    ({ rule }) => rule !== unknownProperty,
  );
  return reads.flatMap(({ name, span, isGuarded }) =>
    diagnostics
      .filter(({ path }) => !isGuarded && path === pointerTo([name]))
      .map((diagnostic): SpannedDiagnostic => ({ diagnostic, span, kind: callback })),
  );
}

/** Calls through one function share what is written in it; one finding for it is enough. */
export function eachOnce(findings: readonly SpannedDiagnostic[]): SpannedDiagnostic[] {
  const seen = new Set<string>();
  return findings.filter(({ diagnostic: { rule, path, message }, span }) => {
    const key = JSON.stringify([rule, path, span, message]);
    return !seen.has(key) && seen.add(key);
  });
}
