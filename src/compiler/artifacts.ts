import type { Cookbook } from "../arbitraries/recipe.js";
import type { CompiledKind } from "../validator/compiled.js";
import { createValidator } from "../validator/validator.js";
import { generateChecks, runChecks } from "./checks/checks.js";
import { configSchema } from "./configSchema.js";
import { cookbookFor } from "./cookbook.js";
import { drawIssuers } from "./documents/issuerPicture.js";
import { documentKinds } from "./documents/kindsPage.js";
import { documentRules, type KindExamples, pictureOf } from "./documents/rulesPage.js";
import { planKind } from "./faults.js";
import { factsOf } from "./kindFacts.js";
import { kindNames } from "./kindNames.js";
import {
  type Constant,
  callKinds,
  codeRules,
  textFaults,
  writeConstant,
} from "./modules/constants.js";
import { writeEntries } from "./modules/entryModules.js";
import { kindDeclarations, kindModule, partialModule } from "./modules/kindModules.js";
import { banner, type Files, hoisted, madeOnce, notice } from "./modules/moduleText.js";
import { writeSecretNames } from "./modules/secretNames.js";
import { publicSchema } from "./publicSchema.js";
import { readTables } from "./readTables.js";
import { codeRuleMetadata, ruleMetadata } from "./ruleMetadata.js";
import { typesFor } from "./typesFile.js";
import { contextsOf, planUnits } from "./units.js";
import { breakEveryRule, vectorsFor } from "./vectors.js";

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
  const cookbooks: Cookbook[] = [];
  const examples: KindExamples[] = [];

  for (const kindTables of tables.kinds) {
    const plan = planKind(kindTables, tables);
    const { row } = kindTables;
    const { entry, file } = kindNames(row.kind);
    const units = planUnits(plan);
    const schema = publicSchema(plan);
    const facts = factsOf(plan, tables);
    const cookbook = cookbookFor(plan, tables.formats);
    const inMemory: CompiledKind = {
      kind: row.kind,
      contexts: contextsOf(units),
      checks: runChecks(units, facts),
      facts: () => facts,
      schema: () => schema,
    };
    const validator = createValidator<Record<"any" | "pc" | "mobile", unknown>>(inMemory);
    const broken = breakEveryRule(cookbook, validator);
    const vectors = vectorsFor(cookbook, validator, broken);
    const at = `packs/${entry}/${file}`;

    const checks = generateChecks(units, facts, "../../../validator");
    const contexts = `export const contexts = ${JSON.stringify(contextsOf(units))};\n`;
    build.set(`${at}.accepts.js`, `${banner}\n${checks.accepts}${contexts}`);
    build.set(`${at}.reports.js`, `${banner}\n${checks.reports}`);
    build.set(`${at}.schema.js`, madeOnce(`const value = ${JSON.stringify(schema)};`));
    build.set(`${at}.facts.js`, madeOnce(hoisted("value", facts)));
    build.set(`${at}.js`, kindModule(plan));
    build.set(`generated/partial/${row.kind}.js`, partialModule(row.kind, schema, units));
    const types = await typesFor(plan);
    build.set(`${at}.types.d.ts`, [banner, types.payload, "export {};", ""].join("\n"));
    build.set(`${at}.d.ts`, kindDeclarations(plan, types));
    build.set(`schemas/${row.kind}.json`, `${JSON.stringify({ $comment: notice, ...schema })}\n`);
    build.set(`vectors/${row.kind}.json`, `${lines(vectors)}\n`);
    cookbooks.push(cookbook);
    examples.push({ plan, validator, broken, cookbook });
  }
  writeEntries(tables, build);
  writeSecretNames(tables, build);
  const rules = [
    ...ruleMetadata(
      examples.map(({ plan }) => plan),
      tables.sources,
    ),
    ...codeRuleMetadata(tables.codeRules),
  ];
  const ids = tables.kinds.map(({ row }) => row.kind);
  build.set(
    "schemas/config.json",
    `${JSON.stringify(configSchema(ids, rules, tables.gateways))}\n`,
  );
  const constants: Constant[] = [
    {
      name: "rules",
      value: rules,
      doc: "The compiled table: every rule, with the kinds it speaks of.",
      type: "readonly Rule[]",
      from: ["Rule", "../validator/types.js"],
    },
    {
      name: "gateways",
      value: tables.gateways.map(({ source: _, ...gateway }) => gateway),
      doc: "The gateway codes of both API versions, a company's main code before its others.",
      type: "readonly Gateway[]",
      from: ["Gateway", "../validator/types.js"],
    },
    {
      name: "cookbooks",
      value: cookbooks,
      doc: "What is needed to make payloads, by kind.",
      type: "readonly Cookbook[]",
      from: ["Cookbook", "../arbitraries/recipe.js"],
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
    {
      name: "codeRules",
      value: codeRules(tables),
      doc: "What is wrong with what code does around a payment.",
      type: "readonly CodeRule[]",
      from: ["CodeRule", "../lint/codeRules.js"],
    },
    {
      name: "sdks",
      value: tables.sdks,
      doc: "By what code hands payloads over.",
      type: "readonly Sdk[]",
      from: ["Sdk", "../extract/sdks.js"],
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
