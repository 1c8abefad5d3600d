import type { ExampleCatalog } from "../examples/catalog.js";
import type { CompiledKind } from "../validator/compiled.js";
import { createValidator } from "../validator/validator.js";
import { drawIssuers } from "./documents/issuerPicture.js";
import { documentKinds } from "./documents/kindsPage.js";
import { documentRules, type KindExamples, pictureOf } from "./documents/rulesPage.js";
import { configSchema } from "./emit/config/configSchema.js";
import { factsOf } from "./emit/facts.js";
import { generateChecks, instantiateChecks } from "./emit/javascript/checks.js";
import { publicSchema } from "./emit/jsonSchema/publicSchema.js";
import { type Constant, callKinds, textFaults, writeConstant } from "./emit/modules/constants.js";
import { writeEntries } from "./emit/modules/entryModules.js";
import { kindDeclarations, kindModule, partialModule } from "./emit/modules/kindModules.js";
import {
  banner,
  declareConstants,
  type Files,
  madeOnce,
  notice,
} from "./emit/modules/moduleText.js";
import { ruleMetadata } from "./emit/ruleMetadata.js";
import { typesFor } from "./emit/typescript/typesFile.js";
import { catalogFor } from "./examples/catalog.js";
import { breakEveryRule, vectorsFor } from "./examples/vectors.js";
import { kindNames } from "./kindNames.js";
import { contextsOf, groupByContext } from "./plan/contexts.js";
import { planKind } from "./plan/kind.js";
import { readTables } from "./tables/readTables.js";

/** What the tables are turned into. Nothing is written to disk here. */
export interface Artifacts {
  /** Files of the package, relative to its build folder. */
  readonly build: Files;
  /** Documents, relative to the repository. */
  readonly documents: Files;
}

/**
 * Turns the tables below a folder into every artifact.
 * @throws {TableError} when a table is malformed.
 */
export async function compileTables(root: string): Promise<Artifacts> {
  const tables = readTables(root);
  const build: Files = new Map();
  const exampleCatalogs: ExampleCatalog[] = [];
  const examples: KindExamples[] = [];

  for (const kindTables of tables.kinds) {
    const plan = planKind(kindTables, tables);
    const { row } = kindTables;
    const { entry, file } = kindNames(row.kind);
    const groups = groupByContext(plan);
    const schema = publicSchema(plan, tables.formats);
    const facts = factsOf(plan, tables.sources);
    const catalog = catalogFor(plan, tables.formats);
    const inMemory: CompiledKind = {
      kind: row.kind,
      contexts: contextsOf(groups),
      checks: instantiateChecks(groups, facts),
      facts: () => facts,
      schema: () => schema,
    };
    const validator = createValidator<Record<"any" | "pc" | "mobile", unknown>>(inMemory);
    const broken = breakEveryRule(catalog, validator);
    const vectors = vectorsFor(catalog, validator, broken);
    const at = `packs/${entry}/${file}`;

    const checks = generateChecks(groups, facts, "../../../validator");
    const contexts = `export const contexts = ${JSON.stringify(contextsOf(groups))};\n`;
    build.set(`${at}.accepts.js`, `${banner}\n${checks.accepts}${contexts}`);
    build.set(`${at}.reports.js`, `${banner}\n${checks.reports}`);
    build.set(`${at}.schema.js`, madeOnce(`const value = ${JSON.stringify(schema)};`));
    build.set(`${at}.facts.js`, madeOnce(declareConstants({ value: facts })));
    build.set(`${at}.js`, kindModule(plan));
    build.set(`generated/partial/${row.kind}.js`, partialModule(row.kind, schema, groups));
    const types = await typesFor(plan);
    build.set(`${at}.types.d.ts`, [banner, types.payload, "export {};", ""].join("\n"));
    build.set(`${at}.d.ts`, kindDeclarations(plan, types));
    build.set(`schemas/${row.kind}.json`, `${JSON.stringify({ $comment: notice, ...schema })}\n`);
    build.set(`vectors/${row.kind}.json`, `${lines(vectors)}\n`);
    exampleCatalogs.push(catalog);
    examples.push({ plan, validator, broken, catalog });
  }
  writeEntries(tables, build);
  const rules = ruleMetadata(
    examples.map(({ plan }) => plan),
    tables.sources,
  );
  const ids = tables.kinds.map(({ row }) => row.kind);
  build.set("schemas/config.json", `${JSON.stringify(configSchema(ids, rules))}\n`);
  const constants: Constant[] = [
    {
      name: "rules",
      value: rules,
      doc: "The compiled table: every rule, with the kinds it speaks of.",
      type: "readonly Rule[]",
      from: ["Rule", "../validator/types.js"],
    },
    {
      name: "exampleCatalogs",
      value: exampleCatalogs,
      doc: "What is needed to make payloads, by kind.",
      type: "readonly ExampleCatalog[]",
      from: ["ExampleCatalog", "../examples/catalog.js"],
    },
    {
      name: "textFaults",
      value: textFaults(tables),
      doc: "What is said of what only the text of a file shows.",
      type: "TextFaults",
      from: ["TextFaults", "../lint/textFaults.js"],
    },
    {
      name: "callKinds",
      value: callKinds(tables),
      doc: "How payloads are handed over in source code.",
      type: "readonly CallKind[]",
      from: ["CallKind", "../extract/calls.js"],
    },
  ];
  for (const constant of constants) writeConstant(constant, build);
  const documents: Files = new Map();
  for (const locale of ["en", "ko"] as const) {
    const ending = locale === "en" ? "md" : `${locale}.md`;
    documents.set(`docs/rules.${ending}`, documentRules(locale, tables, examples, rules));
    documents.set(
      `docs/kinds.${ending}`,
      documentKinds(
        locale,
        tables,
        examples.map(({ plan }) => plan),
        rules,
      ),
    );
    for (const { row, issuers } of tables.kinds) {
      if (!row.issuer) continue;
      const picture = pictureOf(kindNames(row.kind).gateway, locale);
      documents.set(`docs/${picture}`, drawIssuers(issuers, locale));
    }
  }
  return { build, documents };
}

/** A list with each of its items on a line. */
const lines = (items: readonly unknown[]) =>
  `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
