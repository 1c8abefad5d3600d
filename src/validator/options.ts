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
export function holds(context: Context, { environment, store }: Omit<Settled, "locale">): boolean {
  if (context.environment && environment !== "any" && context.environment !== environment) {
    return false;
  }
  for (const fact in context.store) {
    const wanted = context.store[fact as keyof StoreContext];
    if (wanted !== (store?.[fact as keyof StoreContext] ?? "unknown")) return false;
  }
  return true;
}

/** Those of a kind's contexts that the options give, a bit each. */
export function contextsGiven(contexts: readonly Context[], options: Settled): number {
  let on = 0;
  for (let index = 0; index < contexts.length; index++) {
    if (holds(contexts[index] as Context, options)) on |= 1 << index;
  }
  return on;
}
