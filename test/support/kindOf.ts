import { Ajv2020 } from "ajv/dist/2020.js";
import { factsOf } from "../../src/compiler/emit/facts.js";
import { publicSchema } from "../../src/compiler/emit/jsonSchema/publicSchema.js";
import {
  adviceIn,
  contextsOf,
  errorsIn,
  groupByContext,
} from "../../src/compiler/plan/contexts.js";
import { planKind } from "../../src/compiler/plan/kind.js";
import type { RuleRow, ShapeKeyword } from "../../src/compiler/tables/ruleTypes.js";
import type { Formats, IssuerTable, Shape, SharedTables } from "../../src/compiler/tables/types.js";
import { checkPartial, type PartialKind } from "../../src/constraint/checkPartial.js";
import { noTables } from "../../src/extract/calls.js";
import type { CheckOptions, Severity } from "../../src/validator/types.js";
import { createValidator } from "../../src/validator/validator.js";
import { instantiateChecks } from "./instantiateChecks.js";

const word = { en: "word", ko: "말" };

const noMigration: SharedTables["migration"] = {
  ...{ mappings: [], values: {}, digits: {}, absentCurrency: [], withoutV2: [] },
  names: { gateway: [], bypass: [] },
  words: {} as SharedTables["migration"]["words"],
  code: {} as SharedTables["migration"]["code"],
};

const formats: Formats = {
  types: Object.fromEntries(
    ["string", "number", "integer", "boolean", "object", "array", "null"].map((type) => [
      type,
      word,
    ]),
  ),
  ...{ bounded: word, positive: word, formats: {} },
};

const shared: SharedTables = {
  ...{
    sources: {},
    formats,
    services: {},
    clients: {},
    servers: {},
    sdks: [],
    codeRules: [],
    apis: [],
    gateways: [],
    methodNames: {},
    webhookNames: {} as SharedTables["webhookNames"],
    migration: noMigration,
  },
  secrets: { testCardNumbers: [], plainNames: [], inCode: noTables.secrets },
  answers: {},
};

/** A rule row with words that do not matter. */
export const ruleRow = (
  id: string,
  more: Partial<RuleRow>,
  severity: Severity = "error",
): RuleRow => ({
  ...{ id, severity, title: word, why: word, message: word, source: [], cases: [] },
  ...more,
});

const keywords: readonly ShapeKeyword[] = [
  ...(["required", "type", "enum", "maxLength", "minimum", "exclusiveMinimum"] as const),
  "x-variants",
];

const shapeRules = (severities: Partial<Record<ShapeKeyword, Severity>>) => [
  ...keywords.map((keyword) =>
    ruleRow(`shape/${keyword}`, { keywords: [keyword] }, severities[keyword]),
  ),
  ruleRow("shape/unknown-property", { finds: "unknown-property", hint: word }, "warning"),
  ruleRow("shape/unsupported", { keywords: ["x-unsupported"], elsewhere: word }, "warning"),
];

/** What a kind is made of here; everything else does not matter. */
export interface KindSketch {
  readonly shape: Shape;
  readonly rules?: readonly RuleRow[];
  readonly issuers?: IssuerTable;
  readonly severities?: Partial<Record<ShapeKeyword, Severity>>;
}

/** A kind in every form that it is compiled to. */
export function kindOf({ shape, rules = [], issuers, severities = {} }: KindSketch) {
  const tables = {
    row: { kind: "test.v1.kind", title: word, what: word, source: [], sample: {} },
    shape: { type: "object", ...shape },
    issuers: issuers ?? { columns: {}, words: {}, rows: [] },
    rules: [...shapeRules(severities), ...rules],
    ...{ notes: [], gateway: word, elsewhere: new Map(), alsoWritten: new Map() },
  };
  const plan = planKind(tables, shared);
  const groups = groupByContext(plan);
  const facts = factsOf(plan, shared);
  const schema = publicSchema(plan, formats);
  const contexts = contextsOf(groups);
  const validator = createValidator({
    ...{ kind: tables.row.kind, contexts, facts: () => facts, schema: () => schema },
    checks: instantiateChecks(groups),
  });
  const partial: PartialKind = {
    ...{ facts, contexts, shape: {} },
    constraints: [...errorsIn(groups), ...adviceIn(groups)],
  };
  const validate = new Ajv2020({ strict: false }).compile(schema);
  const said = (found: readonly { rule: string; path: string }[]) =>
    found.map(({ rule, path }) => `${rule} ${path}`);
  return {
    ...{ plan, partial, schema, validator },
    /** What `check` finds, as `rule path`. */
    found: (payload: unknown, options?: CheckOptions) =>
      said(validator.check(payload, options).diagnostics),
    /** What the evaluation of half-known payloads finds. */
    foundForSure: (payload: unknown, options?: CheckOptions) =>
      said(checkPartial(partial, payload, options)),
    /** Whether the emitted JSON Schema accepts a payload. */
    isValid: (payload: unknown) => validate(payload),
  };
}
