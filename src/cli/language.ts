import { locales } from "../choices.js";
import { oneOf } from "../project/usageError.js";
import type { Locale } from "../validator/types.js";
import type { Io, TextSink } from "./io.js";

/**
 * The language of a run: what the command line asks for, else `PAYLINT_LOCALE`, else the configuration, else, where a person reads
 * along, the system's. A run that nobody watches prints the same wherever it runs.
 * @throws {UsageError} for a language that paylint does not speak
 */
export function localeOf(
  asked: string | undefined,
  configured: Locale | undefined,
  { env }: Pick<Io, "env">,
  sink: TextSink,
): Locale {
  const named = asked ?? (env.PAYLINT_LOCALE || undefined);
  if (named !== undefined) return oneOf("locale", named, locales);
  return configured ?? (sink.isTerminal ? systemLocale(env) : "en");
}

/** The language of the system, if paylint speaks it. Windows has no such variables. */
export function systemLocale(env: Io["env"]): Locale {
  const name =
    env.LC_ALL || env.LC_MESSAGES || env.LANG || new Intl.DateTimeFormat().resolvedOptions().locale;
  return name.startsWith("ko") ? "ko" : "en";
}

/** The language for trouble with arguments that could not be taken apart. */
export function localeOfTrouble(args: readonly string[], io: Io): Locale {
  const at = args.indexOf("--locale");
  const asked = at < 0 ? args.find((one) => one.startsWith("--locale="))?.slice(9) : args[at + 1];
  const isKnown = (name: string | undefined) => locales.some((one) => one === name);
  const env = isKnown(io.env.PAYLINT_LOCALE) ? io.env : { ...io.env, PAYLINT_LOCALE: "" };
  return localeOf(isKnown(asked) ? asked : undefined, undefined, { env }, io.stderr);
}
