/** What a kind is called in code, by its id: `ksnet.v1.request-pay`. */
export function kindNames(kind: string) {
  const [gateway, version, name] = kind.split(".") as [string, string, string];
  const pascal = name
    .split("-")
    .map((word) => (word === "ui" ? "UI" : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  return {
    gateway,
    version,
    /** The entry it is imported from: `ksnet/v1`. */
    entry: `${gateway}/${version}`,
    file: name,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
  };
}

/** Owner of the kinds that hold at any gateway. It is no gateway itself. */
export const anyGateway = "portone";

/** Id of the kind that a kind extends; undefined where it extends none. */
export const neutralKindOf = (row: {
  readonly kind: string;
  readonly extends?: string;
}): string | undefined =>
  row.extends === undefined
    ? undefined
    : `${anyGateway}.${kindNames(row.kind).version}.${row.extends}`;

/** Id of another kind of the same gateway and version, by its name. */
export const siblingKind = (kind: string, name: string): string =>
  [...kind.split(".").slice(0, 2), name].join(".");
