import { documentsOf } from "./documents/documentsOf.js";
import { ruleExamples, shownBy } from "./documents/ruleExamples.js";
import { configSchema } from "./emit/config/configSchema.js";
import { type WrittenKinds, writeKind } from "./emit/kindFiles.js";
import { writeCatalogs } from "./emit/modules/catalogModule.js";
import { writeConstants } from "./emit/modules/constants.js";
import { writeEntries } from "./emit/modules/entryModules.js";
import { writeMigration } from "./emit/modules/migrationModule.js";
import type { Files } from "./emit/modules/moduleText.js";
import { writeRules } from "./emit/modules/rulesModule.js";
import { writeSecretNames } from "./emit/modules/secretNames.js";
import { ruleMetadata, withCodeRules } from "./emit/ruleMetadata.js";
import { writeVectors } from "./emit/vectorFiles.js";
import type { KindExamples } from "./examples/brokenPayload.js";
import { readTables } from "./tables/readTables.js";

/** What the tables are turned into. Nothing is written to disk here. */
export interface Artifacts {
  /** Files of the package, relative to its build folder. */
  readonly build: Files;
  /** The vectors of all kinds. The package holds some of them. */
  vectors(): Files;
  /** Documents, relative to the repository. They are written when they are asked for. */
  documents(): Files;
}

/**
 * Turns the tables below a folder into every artifact.
 * @throws {TableError} when a table is malformed.
 */
export async function compileTables(root: string): Promise<Artifacts> {
  const tables = readTables(root);
  const build: Files = new Map();
  const examples: KindExamples[] = [];
  const written: WrittenKinds = new Map();
  for (const kind of tables.kinds) examples.push(await writeKind(kind, tables, written, build));
  const plans = examples.map(({ plan }) => plan);
  const rules = withCodeRules(ruleMetadata(plans, tables.sources), tables);
  writeEntries(tables, build);
  writeSecretNames(tables, build);
  writeMigration(tables, build);
  const kinds = tables.kinds.map(({ row }) => row.kind);
  build.set(
    "schemas/config.json",
    `${JSON.stringify(configSchema(kinds, rules, tables.gateways))}\n`,
  );
  const shown = shownBy(tables, examples, rules);
  writeRules(rules, kinds, build);
  writeConstants(tables, plans, ruleExamples(shown), build);
  writeCatalogs(examples, build);
  writeVectors(examples, ({ plan }) => plan.tables.row.whole === true, build);
  const vectors = (): Files => {
    const files: Files = new Map();
    writeVectors(examples, () => true, files);
    return files;
  };
  return { build, vectors, documents: () => documentsOf(tables, examples, rules, shown) };
}
