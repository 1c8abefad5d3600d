import { interpretedChecks } from "../../constraint/interpretedChecks.js";
import type { JsonSchema } from "../../constraint/jsonSchema.js";
import { createCheck } from "../../validator/check.js";
import { createValidator } from "../../validator/validator.js";
import { type KindExamples, requireEveryRuleFound } from "../examples/brokenPayload.js";
import { catalogFor } from "../examples/catalog.js";
import { anyGateway, kindNames, neutralKindOf } from "../kindNames.js";
import { planKind } from "../plan/kind.js";
import type { KindTables, SharedTables } from "../tables/types.js";
import { inCheckOrder } from "./checkOrder.js";
import { factsOf } from "./facts.js";
import { generateChecks } from "./javascript/checks.js";
import { publicSchema } from "./jsonSchema/publicSchema.js";
import { referringTo } from "./jsonSchema/referringTo.js";
import { withoutProse } from "./jsonSchema/subschemas.js";
import { dataModule, type KindData } from "./modules/dataModule.js";
import { kindDeclarations, kindModule } from "./modules/kindModules.js";
import { banner, type Files, notice } from "./modules/moduleText.js";
import { packConstraints } from "./packConstraints.js";
import { packKind } from "./packFacts.js";
import { type KindTypes, typesFor } from "./typescript/typesFile.js";

/** From a kind's module to the build folder. */
const root = "../../..";

const validatorFolder = `${root}/validator`;

/** Kinds that are written, for those that extend them. */
export type WrittenKinds = Map<
  string,
  {
    readonly data: KindData;
    readonly published: JsonSchema;
    readonly types: Pick<KindTypes, "declared" | "codes">;
  }
>;

/**
 * Writes the files of one payload kind, and gives what its documents are made of. What it extends is among `written`, where
 * its own data is added.
 * @throws when no payload breaks one of its rules alone.
 */
export async function writeKind(
  kind: KindTables,
  shared: SharedTables,
  written: WrittenKinds,
  build: Files,
): Promise<KindExamples> {
  const { row } = kind;
  const { formats } = shared;
  const { entry, file, version } = kindNames(row.kind);
  // Whoever takes a fast kind needs nothing of the one that it extends.
  const extendedKind = row.fast ? undefined : neutralKindOf(row);
  const extended = extendedKind === undefined ? undefined : written.get(extendedKind);
  const base = extended?.data;
  const plan = planKind(kind, shared);
  const checks = inCheckOrder(plan, base?.constraints.contexts);
  const published = publicSchema(plan, formats);
  const schema = withoutProse(published);
  const facts = factsOf({ ...plan, faults: checks.faults }, shared);
  const packed = packKind(facts, { ...shared, elsewhere: kind.elsewhere }, base);
  const data: KindData = {
    // In this order a bundle is packed best.
    words: packed.words,
    facts: packed.facts,
    schema,
    constraints: packConstraints(checks.constraints, checks, base?.constraints),
  };
  const baseModule = (ending: string) =>
    `${root}/packs/${anyGateway}/${version}/${row.extends}.${ending}`;
  const types = await typesFor(
    plan,
    extended && { ...extended.types, module: baseModule("types.js") },
  );
  written.set(row.kind, { data, published, types });
  const at = `packs/${entry}/${file}`;
  build.set(
    `${at}.data.js`,
    dataModule(data, validatorFolder, base && { data: base, module: baseModule("data.js") }),
  );
  if (row.fast) {
    build.set(`${at}.checks.js`, `${banner}\n${generateChecks(checks.groups, validatorFolder)}`);
  }
  build.set(`${at}.js`, kindModule(plan, checks.contexts));
  build.set(`${at}.types.d.ts`, [banner, types.payload, "export {};", ""].join("\n"));
  build.set(`${at}.d.ts`, kindDeclarations(plan, types, shared.sources));
  const shipped = row.whole || !extended ? published : referringTo(extended.published, published);
  build.set(`schemas/${row.kind}.json`, `${JSON.stringify({ $comment: notice, ...shipped })}\n`);

  const { contexts } = checks;
  const interpreted = interpretedChecks(() => data.constraints);
  const validator = createValidator<Record<"any" | "pc" | "mobile", unknown>>({
    ...{ kind: row.kind, contexts, facts: () => facts, schema: () => schema, checks: interpreted },
  });
  const check = createCheck(interpreted.report, contexts, () => facts);
  const catalog = catalogFor(plan, formats);
  requireEveryRuleFound(catalog, check);
  return { plan, validator, check, catalog };
}
