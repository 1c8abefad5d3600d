import type { ExampleCatalog, ValueDomain, Violation } from "../../examples/catalog.js";
import type { PackedCatalog, PackedCatalogs } from "../../examples/packedCatalog.js";
import { type PackedDomain, usualOf } from "../../examples/packedDomain.js";
import {
  inName,
  ownPath,
  type PackedViolations,
  type PackedWay,
} from "../../examples/packedViolations.js";
import { Interned } from "./interned.js";
import { patchOf } from "./patchOf.js";

/** Packs catalogs; `base` is the kind that theirs extends, which comes before it. */
export function packCatalogs(
  all: readonly { readonly catalog: ExampleCatalog; readonly base: string | undefined }[],
): PackedCatalogs {
  const packer = new ViolationPacker();
  const packed = new Map<string, PackedCatalog>();
  const catalogs: Record<string, PackedCatalogs["catalogs"][string]> = {};
  for (const { catalog, base } of all) {
    const { kind, sample, domain, violations } = catalog;
    const own: PackedCatalog = {
      sample,
      domain: packDomain(domain),
      violations: violations.map((one) => packer.add(one)),
    };
    packed.set(kind, own);
    const extended = packed.get(base ?? "");
    catalogs[kind] = extended && base ? [patchOf(extended, own), base] : [own];
  }
  return { violations: packer.packed(), catalogs };
}

function packDomain({
  type,
  values,
  closed,
  properties,
  items,
  ...limits
}: ValueDomain): PackedDomain {
  const below = Object.entries(properties).map(([key, domain]) => [key, packDomain(domain)]);
  const packed = {
    ...(type !== undefined && { type }),
    ...(JSON.stringify(values) !== JSON.stringify(usualOf(type)) && { values }),
    ...(closed && { closed }),
    ...limits,
    ...(below.length > 0 && { properties: Object.fromEntries(below) }),
    ...(items && { items: packDomain(items) }),
  };
  return type !== undefined && Object.keys(packed).length === 1 ? type : packed;
}

/** Numbers violations as they are first seen. */
class ViolationPacker {
  readonly #rules = new Interned<string>();
  readonly #paths = new Interned<string>();
  readonly #ways = new Interned<PackedWay>();
  readonly #pairs = new Interned<readonly number[]>();

  add(violation: Violation): number {
    const way = this.#ways.indexOf(wayOf(violation, this.#rules.indexOf(violation.rule)));
    return this.#pairs.indexOf([way, this.#paths.indexOf(violation.path)]);
  }

  packed(): PackedViolations {
    return {
      rules: this.#rules.all,
      paths: this.#paths.all,
      ways: this.#ways.all,
      pairs: this.#pairs.all.flat(),
    };
  }
}

function wayOf({ path, name, sets, removes, options }: Violation, rule: number): PackedWay {
  if (/@| #\d/.test(name)) throw new Error(`cannot be packed: ${name}`);
  const short = (pointer: string) => (pointer === path ? ownPath : pointer);
  let shortName = name.replace(path, ownPath);
  for (const [index, set] of sets.entries()) {
    shortName = shortName.replace(inName(set), () => ` #${index}`);
  }
  const ownSets = sets.map(([pointer, value]) => [short(pointer), value] as const);
  const ownRemoves = removes.map(short);
  if (Object.keys(options).length > 0) return [rule, shortName, ownSets, ownRemoves, options];
  if (removes.length > 0) return [rule, shortName, ownSets, ownRemoves];
  return [rule, shortName, ownSets];
}
