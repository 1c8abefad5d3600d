import type { GeneratedChecks, KindContext } from "./compiled.js";
import { contextsGiven } from "./options.js";
import type { CheckOptions, Environment } from "./types.js";

/**
 * Tells whether a value is a payload without errors, and narrows its type. `Payloads` gives the payload's type by environment.
 * @param value The payload. It may be anything.
 * @param options How the payload is checked. `environment` also chooses the type.
 * @returns True when the value has no diagnostic of severity `error`. Never throws.
 */
export type Predicate<Payloads extends Record<Environment, unknown>> = <
  E extends Environment = "any",
>(
  value: unknown,
  options?: CheckOptions & { readonly environment?: E },
) => value is Payloads[E];

/** Makes the predicate of a payload kind, of nothing but what it needs. */
export function createPredicate<Payloads extends Record<Environment, unknown>>(
  accepts: GeneratedChecks["accepts"],
  contexts: readonly KindContext[],
): Predicate<Payloads> {
  const usual = contextsGiven(contexts, undefined);
  const is = (value: unknown, options?: CheckOptions): boolean => {
    try {
      const contextBits = options === undefined ? usual : contextsGiven(contexts, options);
      return accepts(value, contextBits);
    } catch {
      // A getter or proxy threw: such a value can be neither read nor sent.
      return false;
    }
  };
  return is as Predicate<Payloads>;
}
