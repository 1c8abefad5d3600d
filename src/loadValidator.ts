import { kinds as loaders } from "./generated/kinds.js";
import type { Environment } from "./validator/types.js";
import type { Validator } from "./validator/validator.js";

/**
 * The ids of all payload kinds. An id is `<gateway>.<v1 or v2>.<name>`. The kinds of `portone` have the rules that hold at every
 * gateway.
 * @example
 * ```ts
 * import { kinds } from "paylint";
 *
 * console.log(kinds.filter((kind) => kind.startsWith("ksnet.v2.")).length);
 * console.log(kinds.includes("portone.v2.request-payment"));
 * ```
 *
 * ```text
 * 10
 * true
 * ```
 */
export const kinds: readonly string[] = Object.keys(loaders);

/**
 * Loads the validator of one payload kind. The other kinds are not loaded.
 * @param kind Id of the kind, such as `portone.v1.request-pay`. `kinds` lists them.
 * @returns A promise of the validator. Import it from the gateway's entry where the payload needs a type of its own.
 * @throws {RangeError} when there is no such kind: the promise is rejected.
 * @example
 * ```ts
 * import { loadValidator } from "paylint";
 *
 * const cancel = await loadValidator("ksnet.v1.cancel");
 * console.log(cancel.check({ imp_uid: "imp_123456789012", amount: "9900" }).ok);
 * ```
 *
 * ```text
 * false
 * ```
 */
export async function loadValidator(
  kind: string,
): Promise<Validator<Record<Environment, unknown>>> {
  const load = Object.hasOwn(loaders, kind) ? loaders[kind] : undefined;
  if (!load) throw new RangeError(`there is no kind "${kind}"`);
  return load();
}
