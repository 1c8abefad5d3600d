import type { KindContext } from "./compiled.js";
import type { CheckOptions, Context, StoreContext } from "./types.js";

/** Options with nothing left open. */
export type Settled = Required<Pick<CheckOptions, "environment" | "locale">> &
  Pick<CheckOptions, "store">;

/** The options with their defaults, which also stand in for values that the types do not allow. */
export function settled(options: CheckOptions | null | undefined): Settled {
  const { environment, locale, store } = options ?? {};
  return {
    environment: environment === "pc" || environment === "mobile" ? environment : "any",
    locale: locale === "ko" ? "ko" : "en",
    ...(store && { store }),
  };
}

/** Whether a part of the rules holds under the options. */
function holds(context: Context, { environment, store }: Omit<Settled, "locale">): boolean {
  if (context.environment && environment !== "any" && context.environment !== environment) {
    return false;
  }
  for (const fact in context.store) {
    const wanted = context.store[fact as keyof StoreContext];
    if (wanted !== (store?.[fact as keyof StoreContext] ?? "unknown")) return false;
  }
  return true;
}

/** Those of a kind's contexts that the options give, by their bits. */
export function contextsGiven(
  contexts: readonly KindContext[],
  options: Omit<Settled, "locale">,
): number {
  let on = 0;
  for (const context of contexts) if (holds(context, options)) on |= context.bit;
  return on;
}
