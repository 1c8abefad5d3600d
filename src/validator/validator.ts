import type { StandardSchemaV1 } from "@standard-schema/spec";
import { keysAndTextsIn } from "./closeLook.js";
import type { CompiledKind, Fault, Found, KindFacts } from "./compiled.js";
import { diagnosticsOf, findingIn } from "./diagnostics.js";
import { PaylintError } from "./error.js";
import { unreadable } from "./message.js";
import { contextsGiven, settled } from "./options.js";
import { parsePointer, pointerTo, valueAt } from "./pointer.js";
import type { Finding } from "./precedence.js";
import { createPredicate, type Predicate } from "./predicate.js";
import { readableCopy } from "./readableCopy.js";
import type { CheckOptions, CheckResult, Diagnostic, Environment, Text } from "./types.js";
import { type AnywhereTest, anywhereTests } from "./valueScan.js";

/**
 * Checks one kind of payload. Also a Standard Schema v1, so it works where zod or valibot do; its `libraryOptions` are
 * {@link CheckOptions}.
 * `Payloads` gives the payload's type by environment.
 */
export interface Validator<Payloads extends Record<Environment, unknown>>
  extends StandardSchemaV1<Payloads["any"]> {
  /** Id of the payload kind, such as `ksnet.v1.request-pay`. */
  readonly kind: string;
  /** The compiled, self-contained JSON Schema (2020-12). */
  readonly schema: object;
  /** True when the value has no diagnostic of severity `error`. Never throws. */
  readonly is: Predicate<Payloads>;
  /** Every fault of the value, in the order of the document. Never throws, whatever the value. */
  check(value: unknown, options?: CheckOptions): CheckResult;
  /**
   * The value itself when it has no error.
   * @throws {PaylintError} with the diagnostics when it has one.
   */
  parse<E extends Environment = "any">(
    value: unknown,
    options?: CheckOptions & { readonly environment?: E },
  ): Payloads[E];
}

/** Makes a validator of what the compiler made of a payload kind. */
export function createValidator<Payloads extends Record<Environment, unknown>>(
  compiled: CompiledKind,
): Validator<Payloads> {
  const { contexts, checks, facts } = compiled;
  let tests: readonly AnywhereTest[] | undefined;
  const testsAnywhere = () => (tests ??= anywhereTests(facts().anywhere));
  const defaults = settled(undefined);
  const usual = contextsGiven(contexts, defaults);

  const check = (value: unknown, options?: CheckOptions): CheckResult => {
    const given = options === undefined ? defaults : settled(options);
    const on = options === undefined ? usual : contextsGiven(contexts, given);
    let payload = value;
    let findings: Finding[];
    try {
      findings = findingsIn(payload, on, compiled, testsAnywhere);
    } catch {
      const readable = readableCopy(value);
      payload = readable.copy;
      findings = withUnreadable(
        findingsIn(payload, on, compiled, testsAnywhere),
        readable.unreadable,
        facts(),
      );
    }
    if (findings.length === 0) return { ok: true, diagnostics: [] };
    let diagnostics: Diagnostic[];
    try {
      diagnostics = diagnosticsOf(findings, payload, facts(), given.locale);
    } catch {
      // What the checks could read, the words about it need not be able to: the verdict stands.
      const { copy } = readableCopy(payload);
      diagnostics = diagnosticsOf(findings, copy, facts(), given.locale);
    }
    let ok = true;
    for (const { severity } of diagnostics) ok &&= severity !== "error";
    return { ok, diagnostics };
  };

  return {
    kind: compiled.kind,
    get schema() {
      return compiled.schema();
    },
    is: createPredicate<Payloads>(checks.accepts, contexts),
    check,
    parse: (value, options) => {
      const { ok, diagnostics } = check(value, options);
      if (!ok) throw new PaylintError(compiled.kind, diagnostics);
      return value as never;
    },
    "~standard": {
      version: 1,
      vendor: "paylint",
      validate: (value, options) => {
        const { ok, diagnostics } = check(value, options?.libraryOptions as CheckOptions);
        if (ok) return { value: value as Payloads["any"] };
        const issues = diagnostics
          .filter(({ severity }) => severity === "error")
          .map(({ message, path }) => ({ message, path: keysOf(path, value) }));
        return { issues };
      },
    },
  };
}

const none: Finding[] = [];

function findingsIn(
  payload: unknown,
  on: number,
  { checks, facts }: CompiledKind,
  testsAnywhere: () => readonly AnywhereTest[],
): Finding[] {
  const found: Found = { faults: [], errorsDone: false };
  let mayHoldStrays = true;
  try {
    mayHoldStrays = checks.report(payload, on, found);
  } catch (error) {
    // What threw is read by no error rule, so the verdict stands; only advice about it is lost.
    if (!found.errorsDone) throw error;
  }
  if (found.faults.length === 0 && !mayHoldStrays) return none;
  const { faults } = facts();
  const findingsOf = ({ faults: noted }: Found) => noted.map((one) => findingIn(faults, one));
  const findings = findingsOf(found);
  if (mayHoldStrays) {
    const findIn = (other: unknown) => {
      const inOther: Found = { faults: [], errorsDone: false };
      checks.report(other, on, inOther);
      return findingsOf(inOther);
    };
    try {
      for (const finding of keysAndTextsIn(payload, facts(), testsAnywhere(), findIn))
        findings.push(finding);
    } catch {
      // The same.
    }
  }
  return findings;
}

function withUnreadable(
  findings: readonly Finding[],
  unreadablePaths: readonly string[],
  { faults }: KindFacts,
): Finding[] {
  // What can be said of other values of its place is not true of these.
  const { variants: _, ...mistyped } = faults.find((fault) => fault.is === "mistyped") as Fault;
  const { rule, severity, sources, message } = mistyped;
  const unread = unreadablePaths.map((path) => {
    const terms = { value: unreadable, expected: readableValue };
    return { rule, severity, path, sources, message, terms, fault: mistyped };
  });
  const paths = new Set(unreadablePaths);
  return [...unread, ...findings.filter(({ path }) => !paths.has(path))];
}

const readableValue: Text = { en: "plain data", ko: "일반 데이터" };

/** Keys as Standard Schema wants them: list items by number. */
function keysOf(path: string, payload: unknown): (string | number)[] {
  let at = "";
  return parsePointer(path).map((key) => {
    const inList = Array.isArray(valueAtSafely(payload, at));
    at += pointerTo([key]);
    return inList && /^\d+$/.test(key) ? Number(key) : key;
  });
}

function valueAtSafely(payload: unknown, path: string): unknown {
  try {
    return valueAt(payload, path);
  } catch {
    return undefined;
  }
}
