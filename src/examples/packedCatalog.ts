import { madeOnce, type Patch, patchedOnce } from "../validator/patch.js";
import type { ExampleCatalog } from "./catalog.js";
import { type PackedDomain, unpackDomain } from "./packedDomain.js";
import { type PackedViolations, unpackViolation } from "./packedViolations.js";

/** A catalog as a module holds it: with the numbers of its violations. */
export interface PackedCatalog {
  readonly sample: ExampleCatalog["sample"];
  readonly domain: PackedDomain;
  readonly violations: readonly number[];
}

/** All catalogs: of a kind that extends another what differs from it, with the name of the other, which comes before it. */
export interface PackedCatalogs {
  readonly violations: PackedViolations;
  readonly catalogs: Readonly<
    Record<string, readonly [own: PackedCatalog] | readonly [patch: Patch, base: string]>
  >;
}

/** The catalogs that were packed, by kind; each is made when it is first asked for. */
export function unpackCatalogs({
  violations,
  catalogs,
}: PackedCatalogs): Readonly<Record<string, () => ExampleCatalog>> {
  const packed = new Map<string, () => PackedCatalog>();
  const unpacked = Object.entries(catalogs).map(([kind, [own, base]]) => {
    const made =
      base === undefined
        ? () => own as PackedCatalog
        : patchedOnce(packed.get(base) as () => PackedCatalog, () => own as Patch);
    packed.set(kind, made);
    const unpack = (): ExampleCatalog => {
      const { sample, domain, violations: numbers } = made();
      return {
        ...{ kind, sample, domain: unpackDomain(domain) },
        violations: numbers.map((number) => unpackViolation(violations, number)),
      };
    };
    return [kind, madeOnce(unpack)] as const;
  });
  return Object.fromEntries(unpacked);
}
