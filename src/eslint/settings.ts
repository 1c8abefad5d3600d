import { environments, locales } from "../choices.js";
import { gateways } from "../gateways.js";
import type { Environment, Locale } from "../validator/types.js";

/** The keys of `settings.paylint` in an ESLint configuration. */
export interface Settings {
  /** Check every call as one of this gateway, such as `ksnet`. */
  readonly pg?: string;
  /** Gateway of the calls that do not name one, by company (`inicis`) or code (`html5_inicis`). */
  readonly gateway?: string;
  /** Gateway by channel key. */
  readonly channels?: Readonly<Record<string, string>>;
  /** Where the payloads are used. Default `any`: on PC and on mobile. */
  readonly environment?: Environment;
  /** Language of the messages. Default `en`. */
  readonly locale?: Locale;
}

const known: Readonly<Record<string, readonly string[] | undefined>> = {
  pg: gateways,
  gateway: gateways,
  channels: undefined,
  environment: environments,
  locale: locales,
};

/**
 * The settings as ESLint gives them.
 * @throws {Error} for a key or a value that is not known.
 */
export function readSettings(settings: unknown): Settings {
  const given = (settings ?? {}) as Record<string, unknown>;
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(known, key)) {
      throw new Error(
        `settings.paylint has no key ${key}; known: ${Object.keys(known).join(", ")}`,
      );
    }
    const values = known[key];
    if (values && !values.includes(value as string)) {
      throw new Error(
        `settings.paylint.${key} is one of ${values.join(", ")}, not ${String(value)}`,
      );
    }
  }
  return given;
}
