import type { KindContext } from "./compiled.js";
import { withTime } from "./currentTime.js";
import type { CheckOptions, Context, Locale, StoreContext } from "./types.js";

/** Options as they are given, if they are. */
type Given = CheckOptions | null | undefined;

/** The language of messages: English, where the options do not name another that there is. */
export const localeOf = (options: Given): Locale => (options?.locale === "ko" ? "ko" : "en");

/** Whether a part of the rules holds under the options, at a time in seconds since 1970 or, where nobody gives one, 0. */
function contextApplies(
  { environment, now, store }: Context,
  options: Given,
  seconds: number,
): boolean {
  if (now && seconds <= 0) return false;
  // Whatever the types do not allow counts as not given.
  if (environment && options?.environment === otherThan[environment]) return false;
  for (const fact in store) {
    const known = fact as keyof StoreContext;
    if (store[known] !== (options?.store?.[known] ?? "unknown")) return false;
  }
  return true;
}

const otherThan = { pc: "mobile", mobile: "pc" } as const;

/** Those of a kind's contexts that the options give, by their bits, and the current time above them. */
export function contextsGiven(contexts: readonly KindContext[], options: Given): number {
  // An invalid date is ignored.
  const seconds = options?.now ? Math.floor(+new Date(options.now) / 1000) || 0 : 0;
  let contextBits = 0;
  for (const context of contexts)
    if (contextApplies(context, options, seconds)) contextBits |= context.bit;
  return withTime(contextBits, seconds);
}
