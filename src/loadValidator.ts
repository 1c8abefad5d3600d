import { kinds as loaders } from "./generated/kinds.js";
import type { Environment } from "./validator/types.js";
import type { Validator } from "./validator/validator.js";

/** Ids of the payload kinds that have a validator. */
export const kinds: readonly string[] = Object.keys(loaders);

/**
 * Loads the validator of one kind, such as `portone.v1.request-pay`, and nothing of the others.
 * @throws {RangeError} when there is no such kind.
 */
export async function loadValidator(
  kind: string,
): Promise<Validator<Record<Environment, unknown>>> {
  const load = Object.hasOwn(loaders, kind) ? loaders[kind] : undefined;
  if (!load) throw new RangeError(`there is no kind "${kind}"`);
  return load();
}
