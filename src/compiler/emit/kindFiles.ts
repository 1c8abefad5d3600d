import { createValidator } from "../../validator/validator.js";
import { catalogFor } from "../examples/catalog.js";
import { breakEveryRule, type KindExamples, vectorsFor } from "../examples/vectors.js";
import { kindNames } from "../kindNames.js";
import { planKind } from "../plan/kind.js";
import { anyGateway } from "../tables/resolve.js";
import type { KindTables, SharedTables } from "../tables/types.js";
import { inCheckOrder } from "./checkOrder.js";
import { factsOf } from "./facts.js";
import { generateChecks, instantiateChecks } from "./javascript/checks.js";
import { publicSchema } from "./jsonSchema/publicSchema.js";
import { dataModule, type KindData } from "./modules/dataModule.js";
import { kindDeclarations, kindModule } from "./modules/kindModules.js";
import { banner, type Files, notice } from "./modules/moduleText.js";
import { packConstraints } from "./packConstraints.js";
import { packKind } from "./packFacts.js";
import { typesFor } from "./typescript/typesFile.js";

/** From a kind's module to the build folder. */
const root = "../../..";

const validatorFolder = `${root}/validator`;

/** A kind that is written, for those that extend it. */
export type WrittenKinds = Map<string, KindData>;

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
  // Whoever bundles a fast kind needs nothing of the one that it extends.
  const extended = row.fast ? undefined : row.extends;
  const base =
    extended === undefined ? undefined : written.get(`${anyGateway}.${version}.${extended}`);
  const plan = planKind(kind, shared);
  const checks = inCheckOrder(plan, base?.constraints.contexts);
  const schema = publicSchema(plan, formats);
  const facts = factsOf({ ...plan, faults: checks.faults }, shared);
  const packed = packKind(facts, { ...shared, elsewhere: kind.elsewhere }, base);
  const data: KindData = {
    // In this order a bundle is packed best.
    words: packed.words,
    facts: packed.facts,
    schema,
    constraints: packConstraints(checks.constraints, checks, base?.constraints),
  };
  written.set(row.kind, data);
  const types = await typesFor(plan);
  const at = `packs/${entry}/${file}`;
  const baseModule = `${root}/packs/${anyGateway}/${version}/${extended}.data.js`;
  build.set(
    `${at}.data.js`,
    dataModule(data, validatorFolder, base && { data: base, module: baseModule }),
  );
  if (row.fast) {
    const functions = generateChecks(checks.groups, validatorFolder);
    build.set(`${at}.accepts.js`, `${banner}\n${functions.accepts}`);
    build.set(`${at}.reports.js`, `${banner}\n${functions.reports}`);
  }
  build.set(`${at}.js`, kindModule(plan, checks.contexts));
  build.set(`${at}.types.d.ts`, [banner, types.payload, "export {};", ""].join("\n"));
  build.set(`${at}.d.ts`, kindDeclarations(plan, types));
  build.set(`schemas/${row.kind}.json`, `${JSON.stringify({ $comment: notice, ...schema })}\n`);

  const validator = createValidator<Record<"any" | "pc" | "mobile", unknown>>({
    ...{ kind: row.kind, contexts: checks.contexts, facts: () => facts, schema: () => schema },
    checks: instantiateChecks(checks.groups),
  });
  const catalog = catalogFor(plan, formats);
  const broken = breakEveryRule(catalog, validator);
  build.set(`vectors/${row.kind}.json`, `${lines(vectorsFor(catalog, validator, broken))}\n`);
  return { plan, validator, broken, catalog };
}

/** A list with each of its items on a line. */
const lines = (items: readonly unknown[]) =>
  `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
