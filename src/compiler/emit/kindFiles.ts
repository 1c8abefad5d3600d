import { createValidator } from "../../validator/validator.js";
import { catalogFor } from "../examples/catalog.js";
import { breakEveryRule, type KindExamples, vectorsFor } from "../examples/vectors.js";
import { kindNames } from "../kindNames.js";
import { contextsOf, groupByContext } from "../plan/contexts.js";
import { planKind } from "../plan/kind.js";
import type { KindTables, SharedTables } from "../tables/types.js";
import { factsOf } from "./facts.js";
import { generateChecks, instantiateChecks } from "./javascript/checks.js";
import { publicSchema } from "./jsonSchema/publicSchema.js";
import { kindDeclarations, kindModule, partialModule } from "./modules/kindModules.js";
import { banner, declareConstants, type Files, madeOnce, notice } from "./modules/moduleText.js";
import { packFacts, packWords } from "./packFacts.js";
import { typesFor } from "./typescript/typesFile.js";

/** From a kind's module to the validator's folder. */
const validatorFolder = "../../../validator";

/**
 * Writes the files of one payload kind, and gives what its documents are made of.
 * @throws when no payload breaks one of its rules alone.
 */
export async function writeKind(
  kind: KindTables,
  shared: SharedTables,
  build: Files,
): Promise<KindExamples> {
  const { row } = kind;
  const { formats } = shared;
  const plan = planKind(kind, shared);
  const groups = groupByContext(plan);
  const contexts = contextsOf(groups);
  const schema = publicSchema(plan, formats);
  const facts = factsOf(plan, shared);
  const checks = generateChecks(groups, facts, validatorFolder);
  const types = await typesFor(plan);
  const { entry, file } = kindNames(row.kind);
  const at = `packs/${entry}/${file}`;
  const contextsLine = `export const contexts = ${JSON.stringify(contexts)};\n`;
  build.set(`${at}.accepts.js`, `${banner}\n${checks.accepts}${contextsLine}`);
  build.set(`${at}.reports.js`, `${banner}\n${checks.reports}`);
  build.set(`${at}.schema.js`, madeOnce(`const value = ${JSON.stringify(schema)};`));
  const unpack = (name: string) => `import { ${name} } from "${validatorFolder}/packed.js";`;
  build.set(
    `${at}.facts.js`,
    madeOnce(declareConstants({ value: packFacts(facts) }), {
      imports: [unpack("unpackFacts")],
      expression: "unpackFacts(make())",
    }),
  );
  build.set(
    `${at}.words.js`,
    madeOnce(`const value = ${JSON.stringify(packWords(facts, shared.sources))};`, {
      imports: [unpack("unpackWords"), `import facts from "./${file}.facts.js";`],
      expression: "unpackWords(facts(), make())",
    }),
  );
  build.set(`${at}.js`, kindModule(plan));
  build.set(`${at}.types.d.ts`, [banner, types.payload, "export {};", ""].join("\n"));
  build.set(`${at}.d.ts`, kindDeclarations(plan, types));
  build.set(`generated/partial/${row.kind}.js`, partialModule(row.kind, schema, groups));
  build.set(`schemas/${row.kind}.json`, `${JSON.stringify({ $comment: notice, ...schema })}\n`);

  const validator = createValidator<Record<"any" | "pc" | "mobile", unknown>>({
    ...{ kind: row.kind, contexts, facts: () => facts, schema: () => schema },
    checks: instantiateChecks(groups, facts),
  });
  const catalog = catalogFor(plan, formats);
  const broken = breakEveryRule(catalog, validator);
  build.set(`vectors/${row.kind}.json`, `${lines(vectorsFor(catalog, validator, broken))}\n`);
  return { plan, validator, broken, catalog };
}

/** A list with each of its items on a line. */
const lines = (items: readonly unknown[]) =>
  `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
