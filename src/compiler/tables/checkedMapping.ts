import type { TableFiles } from "./files.js";
import type { WrittenMapping, WrittenRoute } from "./migration.js";
import type { Problems } from "./problems.js";
import type { GatewayRow, KindTables } from "./types.js";

/** What the rows of one file are held against. */
export interface CheckedMapping {
  readonly name: string;
  readonly file: string;
  readonly content: WrittenMapping;
  readonly rows: ReadonlyMap<string, readonly WrittenRoute[]>;
  /** The kinds of both names, PortOne's and the gateways'. */
  readonly v1: readonly KindTables[];
  readonly v2: readonly KindTables[];
  readonly files: TableFiles;
  readonly gateways: readonly GatewayRow[];
  readonly problems: Problems;
}
