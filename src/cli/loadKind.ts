import { kinds } from "../generated/kinds.js";

/** The validator of any kind. */
export type AnyValidator = Awaited<ReturnType<(typeof kinds)[string]>>;

const loaded = new Map<string, AnyValidator>();

/** A validator that was asked for before; of many payloads in a row, only the first has to wait for its own. */
export const loadedKind = (kind: string): AnyValidator | undefined => loaded.get(kind);

export async function loadKind(kind: string): Promise<AnyValidator> {
  const validator = await (kinds[kind] as (typeof kinds)[string])();
  loaded.set(kind, validator);
  return validator;
}
