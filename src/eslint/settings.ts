import { environments, locales } from "../choices.js";
import { gateways } from "../gateways.js";
import type { Environment, Locale } from "../validator/types.js";

/** What `settings.paylint` of an ESLint configuration may say. */
export interface Settings {
  /** Take every call for this gateway's, as `ksnet`. */
  readonly pg?: string;
  /** The gateway of calls that do not say theirs. */
  readonly gateway?: string;
  /** Gateways by channel key. */
  readonly channels?: Readonly<Record<string, string>>;
  /** Where the payloads are used. Default `any`: both on PC and mobile. */
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
