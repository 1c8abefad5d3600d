import { kindNames } from "./kindNames.js";
import { TableError } from "./tableError.js";
import type { ClientRow, KindTables } from "./tableTypes.js";

const file = "clients.json";

/**
 * Checks the table of client packages against itself and the kinds. A version without REST kinds is not asked for any.
 * @throws {TableError} naming the package and the reason.
 */
export function checkClients(
  clients: readonly ClientRow[],
  kinds: readonly Pick<KindTables, "row">[],
): void {
  const known = new Set(kinds.map(({ row }) => kindNames(row.kind)).map(kindIn));
  const versions = new Set(
    kinds.filter(({ row }) => row.calls).map(({ row }) => kindNames(row.kind).version),
  );
  for (const { name, version, classes } of clients) {
    const fail = (reason: string) => new TableError(file, name, reason);
    for (const [className, { kind, methods = {}, members = {}, fields = [] }] of Object.entries(
      classes,
    )) {
      const named = [kind, ...Object.values(methods).map((method) => method.kind)];
      const stranger = named.find(
        (one) => one !== undefined && versions.has(version) && !known.has(`${version}.${one}`),
      );
      if (stranger !== undefined) throw fail(`${className}: unknown kind "${stranger}"`);
      const missing = Object.values(members).find((one) => !Object.hasOwn(classes, one));
      if (missing !== undefined) throw fail(`${className}: unknown class "${missing}"`);
      const plain = fields.map((field) => field.replaceAll("_", "").toLowerCase());
      if (new Set(plain).size < plain.length)
        throw fail(`${className}: two fields have one setter`);
    }
  }
}

const kindIn = ({ version, file: kind }: ReturnType<typeof kindNames>): string =>
  `${version}.${kind}`;
