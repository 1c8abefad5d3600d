import { plainName } from "../../extract/program/clients/model.js";
import type { TableFile } from "./files.js";
import type { Problems } from "./problems.js";
import { shapeAt } from "./shapeAt.js";
import type { ClientRow, KindTables } from "./types.js";

type Kinds = readonly Pick<KindTables, "row" | "shape">[];

/** Notes kinds, keys and classes that the table of client packages names and that are not there. */
export function checkClients(
  { file, content }: TableFile<Readonly<Record<string, ClientRow>>>,
  kinds: Kinds,
  problems: Problems,
): void {
  for (const [name, { version, classes }] of Object.entries(content)) {
    const kindOf = (kind: string) =>
      kinds.find(({ row }) => row.kind === `portone.${version}.${kind}`);
    for (const [className, { kind, fields = [], methods = {}, members = {} }] of Object.entries(
      classes,
    )) {
      const note = (reason: string) => problems.add(file, `${name} ${className}`, reason);
      for (const one of [kind, ...Object.values(methods).map((method) => method.kind)]) {
        if (one !== undefined && !kindOf(one)) note(`unknown kind "${one}"`);
      }
      const shape = kind === undefined ? undefined : kindOf(kind)?.shape;
      for (const field of shape ? fields : []) {
        if (shape && !shapeAt(shape, `/${field}`)) note(`${kind} has no key ${field}`);
      }
      for (const one of Object.values(members)) {
        if (!Object.hasOwn(classes, one)) note(`unknown class "${one}"`);
      }
      const plain = fields.map(plainName);
      if (new Set(plain).size < plain.length) note("two fields have one setter");
    }
  }
}
