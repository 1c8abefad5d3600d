import type { KindContext } from "./compiled.js";
import { withTime } from "./currentTime.js";
import type { CheckOptions, Context, StoreContext } from "./types.js";

/** Options with nothing left open. */
export type CompleteOptions = Required<Pick<CheckOptions, "environment" | "locale">> &
  Pick<CheckOptions, "store" | "now">;

/** The options with their defaults, which also stand in for values that the types do not allow. */
export function withDefaults(options: CheckOptions | null | undefined): CompleteOptions {
  const { environment, locale, store, now } = options ?? {};
  return {
    environment: environment === "pc" || environment === "mobile" ? environment : "any",
    locale: locale === "ko" ? "ko" : "en",
    ...(store && { store }),
    ...(now && { now }),
  };
}

/** Whether a part of the rules holds under the options, at a time in seconds since 1970 or, where nobody gives one, 0. */
function contextApplies(
  { environment: inside, now, store: wanted }: Context,
  { environment, store }: Omit<CompleteOptions, "locale">,
  seconds: number,
): boolean {
  if (now && seconds <= 0) return false;
  if (inside && environment !== "any" && inside !== environment) return false;
  for (const fact in wanted) {
    const known = fact as keyof StoreContext;
    if (wanted[known] !== (store?.[known] ?? "unknown")) return false;
  }
  return true;
}

/** Those of a kind's contexts that the options give, by their bits, and the current time above them. */
export function contextsGiven(
  contexts: readonly KindContext[],
  options: Omit<CompleteOptions, "locale">,
): number {
  // A date that is none counts as not given.
  const seconds = options.now ? Math.floor(+new Date(options.now) / 1000) || 0 : 0;
  let contextBits = 0;
  for (const context of contexts)
    if (contextApplies(context, options, seconds)) contextBits |= context.bit;
  return withTime(contextBits, seconds);
}
