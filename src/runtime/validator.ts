import type { StandardSchemaV1 } from "@standard-schema/spec";
import { type AnywhereTest, anywhereTests, findAnywhere } from "./anywhere.js";
import type { CompiledKind, CompiledUnit, Fault, GeneratedCheck } from "./compiled.js";
import { inDocumentOrder } from "./documentOrder.js";
import { PaylintError } from "./error.js";
import { fixOf } from "./fix.js";
import { nearestKey, unknownKeys } from "./knownKeys.js";
import { maskCardNumbers } from "./mask.js";
import { fillMessage, unreadable } from "./message.js";
import { parsePointer, placeOf, pointerTo, spokenPath, valueAt } from "./pointer.js";
import { readableCopy } from "./readableCopy.js";
import { type Finding, settle } from "./settle.js";
import type {
  CheckOptions,
  CheckResult,
  Context,
  Diagnostic,
  Environment,
  Locale,
  Text,
} from "./types.js";

/**
 * Checks one kind of payload. Also a Standard Schema v1, so it works where zod or valibot do.
 * `Payloads` gives the payload's type by environment.
 */
export interface Validator<Payloads extends Record<Environment, unknown>>
  extends StandardSchemaV1<Payloads["any"]> {
  /** Id of the payload kind, such as `ksnet.v1.request-pay`. */
  readonly kind: string;
  /** The compiled, self-contained JSON Schema (2020-12). */
  readonly schema: object;
  /** True when the value has no diagnostic of severity `error`. Never throws. */
  is<E extends Environment = "any">(
    value: unknown,
    options?: CheckOptions & { readonly environment?: E },
  ): value is Payloads[E];
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
  const tests = anywhereTests(compiled.anywhere);

  const is = (value: unknown, options?: CheckOptions): boolean => {
    try {
      return unitsFor(compiled, settled(options)).every((unit) => unit.accepts(value));
    } catch {
      // A getter or proxy threw: such a value can be neither read nor sent.
      return false;
    }
  };

  const check = (value: unknown, options?: CheckOptions): CheckResult => {
    const { locale, ...context } = settled(options);
    const units = unitsFor(compiled, context);
    let payload = value;
    let findings: Finding[];
    try {
      findings = findingsIn(payload, units, compiled, tests);
    } catch {
      const readable = readableCopy(value);
      payload = readable.copy;
      findings = withUnreadable(
        findingsIn(payload, units, compiled, tests),
        readable.unreadable,
        compiled,
      );
    }
    if (findings.length === 0) return { ok: true, diagnostics: [] };
    const put = (data: unknown) =>
      inDocumentOrder(settle(findings), data).map((finding) =>
        diagnosticOf(finding, data, compiled, locale),
      );
    let diagnostics: Diagnostic[];
    try {
      diagnostics = put(payload);
    } catch {
      // What the checks could read, the words about it need not be able to: the verdict stands.
      diagnostics = put(readableCopy(payload).copy);
    }
    return { ok: !diagnostics.some(({ severity }) => severity === "error"), diagnostics };
  };

  return {
    kind: compiled.kind,
    schema: compiled.schema,
    is: is as Validator<Payloads>["is"],
    check,
    parse: (value, options) => {
      const { ok, diagnostics } = check(value, options);
      if (!ok) throw new PaylintError(compiled.kind, diagnostics);
      return value as never;
    },
    "~standard": {
      version: 1,
      vendor: "paylint",
      validate: (value) => {
        const { ok, diagnostics } = check(value);
        if (ok) return { value: value as Payloads["any"] };
        const issues = diagnostics
          .filter(({ severity }) => severity === "error")
          .map(({ message, path }) => ({ message, path: keysOf(path, value) }));
        return { issues };
      },
    },
  };
}

type Settled = Required<Pick<CheckOptions, "environment" | "locale">> & Pick<CheckOptions, "store">;

/** The options with their defaults, which also stand in for values that the types do not allow. */
function settled(options: CheckOptions | null | undefined): Settled {
  const { environment, locale, store } = options ?? {};
  return {
    environment: environment === "pc" || environment === "mobile" ? environment : "any",
    locale: locale === "ko" ? "ko" : "en",
    ...(store && { store }),
  };
}

function unitsFor({ units }: CompiledKind, options: Omit<Settled, "locale">): CompiledUnit[] {
  return units.filter(({ context }) => context === null || holds(context, options));
}

function holds(context: Context, { environment, store }: Omit<Settled, "locale">): boolean {
  if (context.environment && environment !== "any" && context.environment !== environment) {
    return false;
  }
  return !context.store || context.store.productType === store?.productType;
}

function findingsIn(
  payload: unknown,
  units: readonly CompiledUnit[],
  compiled: CompiledKind,
  tests: readonly AnywhereTest[],
): Finding[] {
  const findings = units.flatMap((unit) => run(unit.errors, payload, compiled));
  try {
    for (const unit of units) findings.push(...run(unit.advice, payload, compiled));
    for (const path of unknownKeys(payload, compiled.known)) {
      const { rule, severity, source, message, hint } = compiled.unknownProperty;
      const nearest = nearestKey(path, compiled.known);
      const near = nearest === undefined ? { en: "", ko: "" } : spoken(hint, nearest);
      findings.push({ rule, severity, path, source, message, terms: { hint: near } });
    }
    for (const { fault, path } of findAnywhere(payload, tests)) {
      // Where a kind asks for such a value it is in its place.
      if (compiled.secrets[placeOf(path)] !== undefined) continue;
      findings.push({ ...fault, path });
    }
  } catch {
    // What threw is read by no error rule, so the verdict stands; only advice about it is lost.
  }
  return findings;
}

const spoken = (hint: Text, nearest: string): Text => ({
  en: hint.en.replace("{nearest}", spokenPath(nearest)),
  ko: hint.ko.replace("{nearest}", spokenPath(nearest)),
});

function run(check: GeneratedCheck, payload: unknown, { faults }: CompiledKind): Finding[] {
  if (check(payload)) return [];
  return (check.errors ?? []).flatMap(({ instancePath, params }) => {
    const fault = params.fault === undefined ? undefined : faults[params.fault];
    if (fault === undefined) return [];
    const { rule, severity, source, message, terms, suffix } = fault;
    return [
      {
        rule,
        severity,
        path: instancePath + suffix,
        source,
        message,
        fault,
        ...(terms && { terms }),
      },
    ];
  });
}

function withUnreadable(
  findings: readonly Finding[],
  unreadablePaths: readonly string[],
  compiled: CompiledKind,
): Finding[] {
  const mistyped = compiled.faults.find((fault) => fault.is === "mistyped") as Fault;
  const { rule, severity, source, message } = mistyped;
  const unread = unreadablePaths.map((path) => {
    const terms = { value: unreadable, expected: readableValue };
    return { rule, severity, path, source, message, terms, fault: mistyped };
  });
  const paths = new Set(unreadablePaths);
  return [...unread, ...findings.filter(({ path }) => !paths.has(path))];
}

const readableValue: Text = { en: "plain data", ko: "일반 데이터" };

function diagnosticOf(
  { rule, severity, path, source, message, fault, terms }: Finding,
  payload: unknown,
  compiled: CompiledKind,
  locale: Locale,
): Diagnostic {
  const subject = { payload, path, terms, scope: fault?.scope };
  const fix =
    fault?.fix &&
    fixOf(fault.fix, path, payload, compiled, (template) =>
      fillMessage({ template, ...subject }, compiled, locale),
    );
  return {
    rule,
    severity,
    // A key can hold a card number as well as a value can.
    path: maskCardNumbers(path),
    message: fillMessage({ template: message, ...subject }, compiled, locale),
    source: source[locale],
    ...(fix && { fix }),
  };
}

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
