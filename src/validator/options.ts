import type { KindContext } from "./compiled.js";
import { withPresent } from "./present.js";
import type { CheckOptions, Context, StoreContext } from "./types.js";

/** Options with nothing left open. */
export type Settled = Required<Pick<CheckOptions, "environment" | "locale">> &
  Pick<CheckOptions, "store" | "now">;

/** The options with their defaults, which also stand in for values that the types do not allow. */
export function settled(options: CheckOptions | null | undefined): Settled {
  const { environment, locale, store, now } = options ?? {};
  return {
    environment: environment === "pc" || environment === "mobile" ? environment : "any",
    locale: locale === "ko" ? "ko" : "en",
    ...(store && { store }),
    ...(now && { now }),
  };
}

/** Whether a part of the rules holds under the options, at a time in seconds since 1970 or, where nobody gives one, 0. */
function holds(
  { environment: inside, now, store: wanted }: Context,
  { environment, store }: Omit<Settled, "locale">,
  present: number,
): boolean {
  if (now && present <= 0) return false;
  if (inside && environment !== "any" && inside !== environment) return false;
  for (const fact in wanted) {
    const known = fact as keyof StoreContext;
    if (wanted[known] !== (store?.[known] ?? "unknown")) return false;
  }
  return true;
}

/** Those of a kind's contexts that the options give, by their bits, and the present above them. */
export function contextsGiven(
  contexts: readonly KindContext[],
  options: Omit<Settled, "locale">,
): number {
  // A date that is none counts as not given.
  const present = options.now ? Math.floor(+new Date(options.now) / 1000) || 0 : 0;
  let on = 0;
  for (const context of contexts) if (holds(context, options, present)) on |= context.bit;
  return withPresent(on, present);
}
