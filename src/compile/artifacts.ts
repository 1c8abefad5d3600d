import type { Cookbook } from "../arbitraries/recipe.js";
import type { CompiledKind } from "../runtime/compiled.js";
import { type PlaceSchema, shapeIn } from "../runtime/form.js";
import type { Locale, Rule } from "../runtime/types.js";
import { createValidator } from "../runtime/validator.js";
import type { CallKind } from "../source/calls.js";
import type { TextFaults } from "../source/textFaults.js";
import { generateChecks, runChecks } from "./checks/checks.js";
import { citeSources } from "./citeSources.js";
import { configSchema } from "./configSchema.js";
import { cookbookFor } from "./cookbook.js";
import { drawIssuers } from "./documents/issuerPicture.js";
import { documentKinds } from "./documents/kindsPage.js";
import { documentRules, type KindExamples, pictureOf } from "./documents/rulesPage.js";
import type { KindPlan } from "./faultPlan.js";
import { planKind } from "./faults.js";
import { basicsOf, factsOf } from "./kindFacts.js";
import { kindNames, siblingKind } from "./kindNames.js";
import { publicSchema } from "./publicSchema.js";
import { readTables } from "./readTables.js";
import type { Disagreement, RuleRow, Tables, TextFault } from "./tableTypes.js";
import { type KindTypes, typesFor } from "./typesFile.js";
import { contextsOf, planUnits, type UnitPlan } from "./units.js";
import { breakEveryRule, vectorsFor } from "./vectors.js";

/** Texts of files by their path. */
export type Files = Map<string, string>;

/** What the tables are turned into. Nothing is written to disk here. */
export interface Artifacts {
  /** Files of the package, relative to its build folder. */
  readonly build: Files;
  /** Documents, relative to the repository. */
  readonly documents: Files;
}

const notice = "Generated from schemas/ by src/compile; not to be edited.";
const banner = `// ${notice}`;

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
    const facts = factsOf(plan, tables.sources);
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

    const checks = generateChecks(units, facts, "../../../runtime");
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
      from: ["Rule", "../runtime/types.js"],
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
      from: ["TextFaults", "../source/textFaults.js"],
    },
    {
      name: "callKinds",
      value: callKinds(tables),
      doc: "How payloads are handed over in source code.",
      type: "readonly CallKind[]",
      from: ["CallKind", "../source/calls.js"],
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

function textFaults({ kinds, sources }: Tables): TextFaults {
  const all = kinds.flatMap(({ row, rules }) => rules.map((rule) => ({ row, rule })));
  const rowThatFinds = (what: TextFault) => {
    const found = all.find(({ rule }) => rule.finds === what);
    if (!found) throw new Error(`no rule finds ${what}`);
    return found.rule;
  };
  const basics = (what: TextFault) => basicsOf(rowThatFinds(what), sources);
  const fixTitle = (what: TextFault) => {
    const { id, fix } = rowThatFinds(what);
    if (!fix) throw new Error(`${id} says no fix`);
    return fix.title;
  };
  return {
    duplicateKey: { ...basics("duplicate-key"), fix: fixTitle("duplicate-key") },
    unparsable: basics("unparsable"),
    unusedSuppression: basics("unused-suppression"),
    scripts: all
      .filter(({ rule }) => rule.finds === "script")
      .map(({ row, rule }) => ({
        ...basicsOf(rule, sources),
        gateway: kindNames(row.kind).gateway,
        pattern: rule.test?.pattern ?? "",
      })),
  };
}

const callKinds = ({ kinds }: Tables): CallKind[] =>
  kinds
    .filter(({ row }) => row.direction !== "response")
    .map(({ row }) => ({
      kind: row.kind,
      gateway: kindNames(row.kind).gateway,
      ...(row.function !== undefined && { function: row.function }),
      ...(row.callback !== undefined && { callback: siblingKind(row.kind, row.callback) }),
      calls: (row.calls ?? []).map((call) => {
        const [method, path] = call.split(" ") as [string, string];
        return { method, path };
      }),
      names: row.names ?? {},
    }));

/** A module of `generated/` that holds one value. */
interface Constant {
  readonly name: string;
  readonly value: object;
  readonly doc: string;
  readonly type: string;
  /** The name that the type needs, and where it is. */
  readonly from?: readonly [name: string, module: string];
}

function writeConstant({ name, value, doc, type, from }: Constant, build: Files): void {
  const imports = from ? [`import type { ${from[0]} } from "${from[1]}";`] : [];
  const declaration = [`/** ${doc} */`, `export declare const ${name}: ${type};`];
  build.set(`generated/${name}.js`, `${banner}\n${hoisted(name, value)}\nexport { ${name} };\n`);
  build.set(`generated/${name}.d.ts`, [banner, ...imports, ...declaration, ""].join("\n"));
}

/** A list with each of its items on a line. */
const lines = (items: readonly unknown[]) =>
  `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

function kindModule({ tables: { row, issuers } }: KindPlan): string {
  const { file, camel, pascal } = kindNames(row.kind);
  return [
    banner,
    `import { createPredicate } from "../../../runtime/predicate.js";`,
    `import { createValidator } from "../../../runtime/validator.js";`,
    `import { accepts, contexts } from "./${file}.accepts.js";`,
    `import { report } from "./${file}.reports.js";`,
    `import facts from "./${file}.facts.js";`,
    `import schema from "./${file}.schema.js";`,
    `export const ${camel} = /* @__PURE__ */ createValidator({ kind: ${JSON.stringify(row.kind)}, contexts, checks: { accepts, report }, facts, schema });`,
    `export const is${pascal} = /* @__PURE__ */ createPredicate(accepts, contexts);`,
    ...(row.direction === "response"
      ? []
      : [`export const define${pascal} = (payload) => payload;`]),
    ...(row.issuer ? [`export const issuers = ${pretty(issuers.rows)};`] : []),
    ...(row.outcome
      ? [
          `import { outcomeOf } from "../../../runtime/outcome.js";`,
          `const outcome = ${pretty(row.outcome)};`,
          `export const ${camel}Outcome = (payment, asked) => outcomeOf(outcome, payment, asked);`,
        ]
      : []),
    "",
  ].join("\n");
}

/** What checks payloads of which only a part is known: the schemas themselves, not functions made of them. */
function partialModule(kind: string, schema: object, units: readonly UnitPlan[]): string {
  const { entry, file } = kindNames(kind);
  const diagnosing = units.map(({ context, errors, advice }) => ({
    context,
    errors,
    advice,
  }));
  return [
    banner,
    `import facts from "../../packs/${entry}/${file}.facts.js";`,
    hoisted("units", diagnosing),
    hoisted("shape", placesOf(shapeIn(schema))),
    "export default { facts: facts(), units, shape };",
    "",
  ].join("\n");
}

/** A shape with nothing but places, their types and secrets. */
function placesOf(shape: PlaceSchema): PlaceSchema {
  const { type, properties, items } = shape;
  const secret = shape["x-secret"];
  return {
    ...(type !== undefined && { type }),
    ...(secret !== undefined && { "x-secret": secret }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, below]) => [key, placesOf(below)]),
      ),
    }),
    ...(items && { items: placesOf(items) }),
  };
}

/** A module that exports a function which makes a `value` once. Until then, an engine has hardly more to do than to read over it. */
const madeOnce = (value: string): string =>
  [
    banner,
    "let made;",
    "export default () => (made ??= make());",
    "function make() {",
    value,
    "return value;",
    "}",
    "",
  ].join("\n");

/** Statements that declare a constant, in which an object that stands in many places is written once. */
function hoisted(name: string, value: object): string {
  const count = new Map<string, number>();
  const tally = (_key: string, inner: unknown) => {
    if (typeof inner === "object" && inner !== null) {
      const text = JSON.stringify(inner);
      count.set(text, (count.get(text) ?? 0) + 1);
    }
    return inner;
  };
  JSON.stringify(value, tally);
  const shared = [...count].filter(([text, times]) => times > 1 && text.length > 40);
  // What is in another is shorter than it.
  shared.sort(([left], [right]) => left.length - right.length);
  const names = new Map(shared.map(([text], index) => [text, `shared${index}`]));
  const written = (whole: unknown) =>
    JSON.stringify(
      whole,
      (_key, inner: unknown) =>
        (inner !== whole &&
          typeof inner === "object" &&
          inner !== null &&
          names.get(JSON.stringify(inner))) ||
        inner,
    ).replace(/"(shared\d+)"/g, "$1");
  const constants = [...names].map(
    ([text, constant]) => `const ${constant} = ${written(JSON.parse(text))};`,
  );
  return [...constants, `const ${name} = ${written(value)};`].join("\n");
}

function kindDeclarations({ tables: { row } }: KindPlan, { payload, helper }: KindTypes): string {
  const { camel, pascal, file } = kindNames(row.kind);
  const declared = [...payload.matchAll(/^export (?:interface|type) (\w+)/gm)].map(
    ([, name]) => name as string,
  );
  // Kinds have a marker of the same name.
  const offered = declared.filter((name) => name !== "Forbidden");
  return [
    banner,
    `import type { ${declared.join(", ")} } from "./${file}.types.js";`,
    `import type { Issuer } from "../../../runtime/issuer.js";`,
    `import type { Predicate } from "../../../runtime/predicate.js";`,
    `import type { Property } from "../../../runtime/property.js";`,
    `import type { Validator } from "../../../runtime/validator.js";`,
    `export type { ${offered.join(", ")} };`,
    helper,
    `/** ${row.what.en} */`,
    `export declare const ${camel}: Validator<${pascal}Payloads>;`,
    `/** \`${camel}.is\` alone, for a bundle that needs nothing else. */`,
    `export declare const is${pascal}: Predicate<${pascal}Payloads>;`,
    ...(row.issuer
      ? [
          `/** The issuer table: a row a card company, its cells by column. */`,
          `export declare const issuers: readonly Issuer<IssuerCode>[];`,
        ]
      : []),
    ...(row.outcome
      ? [
          `import type { AskedPayment, PaymentOutcome } from "../../../runtime/outcome.js";`,
          `export type { AskedPayment, PaymentOutcome };`,
          `/** What became of a looked-up payment: was it paid, and is it what was asked for? Never throws. */`,
          `export declare function ${camel}Outcome(payment: unknown, asked: AskedPayment): PaymentOutcome;`,
        ]
      : []),
    "export {};",
    "",
  ].join("\n");
}

/** One module an entry (`ksnet/v1`), and one with every kind. */
function writeEntries({ kinds }: Tables, build: Files): void {
  const names = kinds.map(({ row }) => ({ kind: row.kind, ...kindNames(row.kind) }));
  const entries = [...new Set(names.map(({ entry }) => entry))];
  for (const entry of entries) {
    const [, version] = entry.split("/");
    const own = names.filter((name) => name.entry === entry);
    const lines = own.map(({ file }) => `export * from "./${version}/${file}.js";`);
    const helper = `export { readForm } from "../../runtime/form.js";`;
    const helperTypes = `export type { Form } from "../../runtime/form.js";`;
    build.set(`packs/${entry}.js`, [banner, ...lines, helper, ""].join("\n"));
    build.set(`packs/${entry}.d.ts`, [banner, ...lines, helper, helperTypes, ""].join("\n"));
  }
  writeLoaders(names, build);
  const aliased = names.map((name) => ({
    ...name,
    alias: `${name.entry.replace("/", "_")}_${name.camel}`,
  }));
  const imports = aliased.map(
    ({ camel, alias, entry }) => `import { ${camel} as ${alias} } from "../packs/${entry}.js";`,
  );
  const pairs = aliased.map(({ kind, alias }) => `  ${JSON.stringify(kind)}: ${alias},`);
  build.set(
    "generated/validators.js",
    [banner, ...imports, "export const validators = {", ...pairs, "};", ""].join("\n"),
  );
  build.set(
    "generated/validators.d.ts",
    [
      banner,
      ...imports.map((line) => line.replace("import {", "import type {")),
      "/** The validators, by kind. */",
      "export declare const validators: {",
      ...aliased.map(({ kind, alias }) => `  readonly ${JSON.stringify(kind)}: typeof ${alias};`),
      "};",
      "",
    ].join("\n"),
  );
}

/** How to load each kind on its own, by id. */
function writeLoaders(
  names: { kind: string; entry: string; file: string; camel: string }[],
  build: Files,
): void {
  const loaders = names.map(
    ({ kind, entry, file, camel }) =>
      `  ${JSON.stringify(kind)}: async () => (await import("../packs/${entry}/${file}.js")).${camel},`,
  );
  build.set(
    "generated/kinds.js",
    [banner, "export const kinds = {", ...loaders, "};", ""].join("\n"),
  );
  build.set(
    "generated/partialKinds.js",
    [
      banner,
      "export const partialKinds = {",
      ...names.map(
        ({ kind }) =>
          `  ${JSON.stringify(kind)}: async () => (await import("./partial/${kind}.js")).default,`,
      ),
      "};",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/partialKinds.d.ts",
    [
      banner,
      `import type { PartialKind } from "../partial/check.js";`,
      "/** Loads what checks a kind's payloads of which only a part is known, by its id. */",
      "export declare const partialKinds: Readonly<Record<string, () => Promise<PartialKind>>>;",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/everyPartialKind.js",
    [
      banner,
      ...names.map(({ kind }, index) => `import kind${index} from "./partial/${kind}.js";`),
      "export const everyPartialKind = {",
      ...names.map(({ kind }, index) => `  ${JSON.stringify(kind)}: kind${index},`),
      "};",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/everyPartialKind.d.ts",
    [
      banner,
      `import type { PartialKind } from "../partial/check.js";`,
      "/** The same at hand, for who cannot wait. */",
      "export declare const everyPartialKind: Readonly<Record<string, PartialKind>>;",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/kinds.d.ts",
    [
      banner,
      `import type { Environment } from "../runtime/types.js";`,
      `import type { Validator } from "../runtime/validator.js";`,
      "/** Loads a kind's validator, by its id. */",
      "export declare const kinds: Readonly<Record<string, () => Promise<Validator<Record<Environment, unknown>>>>>;",
      "",
    ].join("\n"),
  );
}

/** The rules of every kind; one that several kinds share is listed once. */
function ruleMetadata(plans: readonly KindPlan[], sources: Tables["sources"]): Rule[] {
  const byId = new Map<string, Rule & { kinds: string[]; disagreements: Settled[] }>();
  for (const { tables, faults } of plans) {
    const speaking = new Set(faults.map(({ rule }) => rule.id));
    for (const rule of tables.rules) {
      const { id, severity, title, why, source } = rule;
      if (!rule.finds && !speaking.has(id)) continue;
      const sourcesCited = source.map((one) => citeSources([one], sources));
      const known = byId.get(id) ?? {
        ...{ id, severity, kinds: [], name: title, why },
        ...{ sources: sourcesCited, inText: isInText(rule), disagreements: [] },
      };
      known.kinds.push(tables.row.kind);
      for (const one of rule.disagreements ?? []) {
        const settled = settledDisagreement(one, sources);
        const isSame = (other: Settled) => JSON.stringify(other) === JSON.stringify(settled);
        if (!known.disagreements.some(isSame)) known.disagreements.push(settled);
      }
      byId.set(id, known);
    }
  }
  return [...byId.values()];
}

const isInText = ({ finds }: RuleRow) =>
  finds !== undefined && finds !== "anywhere" && finds !== "unknown-property";

type Settled = Rule["disagreements"][number];

function settledDisagreement(
  { kinds, path, positions, counts, because }: Disagreement,
  sources: Tables["sources"],
): Settled {
  const titles = (locale: Locale) =>
    counts
      .map((document) => sources[document] as Tables["sources"][string])
      .map(({ title, edition }) => `${title[locale]} (${edition})`)
      .join("; ");
  return {
    ...(kinds && { kinds }),
    ...(path !== undefined && { path }),
    positions: positions.map(({ says, ...ref }) => ({ source: citeSources([ref], sources), says })),
    counts: { en: titles("en"), ko: titles("ko") },
    because,
  };
}
