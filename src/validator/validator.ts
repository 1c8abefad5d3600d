import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { AnywhereFault, CompiledKind, Fault, KindFacts } from "./compiled.js";
import { diagnosticsOf, findingIn } from "./diagnostics.js";
import { PaylintError } from "./error.js";
import { type FindingMaker, findFaults, ofReadable } from "./findFaults.js";
import { unreadable } from "./message.js";
import { contextsGiven, localeOf } from "./options.js";
import { parsePointer } from "./pointer.js";
import type { Finding } from "./precedence.js";
import { createPredicate, type Predicate } from "./predicate.js";
import type { CheckOptions, CheckResult, Environment, Text } from "./types.js";
import { keysAndTextsIn, mayHoldUnlisted } from "./unlistedContent.js";
import { type AnywhereTest, anywhereTests } from "./valueScan.js";

/**
 * Checks payloads of one kind. A validator is also a Standard Schema v1, so it works where zod or valibot do; the
 * `libraryOptions` of its `validate` are {@link CheckOptions}. `Payloads` gives the payload's type by environment.
 * @see https://standardschema.dev
 * @example
 * ```ts
 * import { PaylintError } from "paylint";
 * import { cancel } from "paylint/ksnet/v1";
 *
 * const payload: unknown = { imp_uid: "imp_123456789012", amount: -1 };
 * console.log(cancel.kind, cancel.is(payload));
 * for (const { severity, rule, path } of cancel.check(payload).diagnostics) {
 *   console.log(severity, rule, path);
 * }
 * try {
 *   cancel.parse(payload);
 * } catch (error) {
 *   console.log(error instanceof PaylintError);
 * }
 * ```
 *
 * ```text
 * ksnet.v1.cancel false
 * error shape/type /amount
 * true
 * ```
 */
export interface Validator<Payloads extends Record<Environment, unknown>>
  extends StandardSchemaV1<Payloads["any"]> {
  /** Id of the payload kind, such as `ksnet.v1.request-pay`. */
  readonly kind: string;
  /**
   * The JSON Schema (2020-12) of the kind. It refers to no other file. Its descriptions are in the published file,
   * `paylint/schemas/<kind>.json`, so that a bundle stays small.
   */
  readonly schema: object;
  /** Returns true when the value has no diagnostic of severity `error`. Never throws. */
  readonly is: Predicate<Payloads>;
  /** Returns every fault of the value, in the order of its keys. Never throws, whatever the value. */
  check(value: unknown, options?: CheckOptions): CheckResult;
  /**
   * Returns the value itself when it has no error. Warnings and infos do not count.
   * @throws {PaylintError} when the value has an error. The exception holds the diagnostics.
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
  let tests: readonly AnywhereTest<AnywhereFault>[] | undefined;
  const allTests = () => (tests ??= anywhereTests(facts().anywhere));
  const maker: FindingMaker<Finding> = {
    noted: (faults) => faults.map((noted) => findingIn(facts().faults, noted)),
    mayHoldUnlisted: (payload) => mayHoldUnlisted(payload, facts().known, allTests()),
    unlisted: (payload, findIn) => keysAndTextsIn(payload, facts(), allTests(), findIn),
    unreadable: (path) => unreadableAt(path, facts()),
  };
  const usual = contextsGiven(contexts, undefined);

  const check = (value: unknown, options?: CheckOptions): CheckResult => {
    const contextBits = options === undefined ? usual : contextsGiven(contexts, options);
    const { payload, findings } = findFaults(value, contextBits, checks.report, maker);
    if (findings.length === 0) return { ok: true, diagnostics: [] };
    // What the checks could read, the words about it need not be able to: the verdict holds.
    const diagnostics = ofReadable(payload, (readable) =>
      diagnosticsOf(findings, readable, facts(), localeOf(options)),
    );
    return { ok: diagnostics.every(({ severity }) => severity !== "error"), diagnostics };
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

function unreadableAt(path: string, { faults }: KindFacts): Finding {
  // What can be said of other values at its path is not true of this one.
  const { variants: _, ...fault } = faults.find(({ is }) => is === "mistyped") as Fault;
  return { ...fault, path, fault, terms: { value: unreadable, expected: readableValue } };
}

const readableValue: Text = { en: "plain data", ko: "일반 데이터" };

/** Keys as Standard Schema wants them: list items by number. */
function keysOf(path: string, payload: unknown): (string | number)[] {
  let around = payload;
  return parsePointer(path).map((key) => {
    const isInList = Array.isArray(around);
    try {
      around = (around as Record<string, unknown> | undefined)?.[key];
    } catch {
      around = undefined;
    }
    return isInList && /^\d+$/.test(key) ? Number(key) : key;
  });
}
