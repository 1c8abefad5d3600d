import { environments, locales } from "../choices.js";
import { gatewayNames } from "../gatewayFacts.js";
import type { Environment, Locale } from "../validator/types.js";

/** The keys of `settings.paylint` in an ESLint configuration. */
export interface Settings {
  /** Check every call as one of this gateway, by company (`inicis`) or code (`html5_inicis`). */
  readonly pg?: string;
  /** Gateway of the calls that do not name one, by company (`inicis`) or code (`html5_inicis`). */
  readonly gateway?: string;
  /** The gateways that the shop has contracts with. A call whose gateway is not known is checked by what holds at all of them. */
  readonly gateways?: readonly string[];
  /** Gateway by channel key. */
  readonly channels?: Readonly<Record<string, string>>;
  /** Where the payloads are used. Default `any`: on PC and on mobile. */
  readonly environment?: Environment;
  /** Language of the messages. Default `en`. */
  readonly locale?: Locale;
}

const known: Readonly<Record<keyof Settings, readonly string[] | undefined>> = {
  pg: gatewayNames,
  gateway: gatewayNames,
  gateways: gatewayNames,
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
    const names = known[key as keyof Settings];
    const unknown = [value].flat().find((one) => names?.includes(one as string) === false);
    if (names && unknown !== undefined) {
      const expected =
        names === gatewayNames
          ? "the name of a gateway, which `npx paylint gateways` lists"
          : `one of ${names.join(", ")}`;
      throw new Error(`settings.paylint.${key} must be ${expected}, not ${String(unknown)}`);
    }
  }
  return given;
}
