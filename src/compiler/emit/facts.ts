import type {
  AnywhereFault,
  FaultAnywhere,
  KindFacts,
  KnownKeys,
} from "../../validator/compiled.js";
import type { Text } from "../../validator/types.js";
import { citeSources } from "../plan/citeSources.js";
import type { KindPlan } from "../plan/fault.js";
import type { RuleRow } from "../tables/ruleTypes.js";
import type { Shape, Tables } from "../tables/types.js";

/** What is said of a kind's payloads. */
export function factsOf(plan: KindPlan, sources: Tables["sources"]): KindFacts {
  const { row, shape, issuers, rules } = plan.tables;
  const basics = (rule: RuleRow) => basicsOf(rule, sources);
  const unknown = rules.find(({ finds }) => finds === "unknown-property") as RuleRow;
  const anywhere = rules.filter(({ finds }) => finds === "anywhere");
  return {
    faults: plan.faults.map(({ fault }) => fault),
    known: knownKeys(shape),
    unknownProperty: { ...basics(unknown), hint: unknown.hint as Text },
    anywhere: anywhere.map(
      (rule): AnywhereFault => ({
        ...basics(rule),
        pattern: rule.test?.pattern ?? "",
        predicate: rule.test?.predicate?.name as AnywhereFault["predicate"],
      }),
    ),
    issuer: row.issuer
      ? {
          path: row.issuer.path,
          names: Object.fromEntries(issuers.rows.map(({ code, en, ko }) => [code, { en, ko }])),
        }
      : null,
    labels: Object.fromEntries(everyPlace(shape, (at) => at["x-ko"])),
    secrets: Object.fromEntries(everyPlace(shape, (at) => at["x-secret"])),
  };
}

/** What every diagnostic of a rule says. */
export function basicsOf(
  { id, severity, message, source }: RuleRow,
  sources: Tables["sources"],
): FaultAnywhere {
  return { rule: id, severity, message, source: citeSources(source, sources) };
}

function knownKeys({ properties, items, additionalProperties }: Shape): KnownKeys {
  if (items) return { "*": knownKeys(items) };
  if (!properties || additionalProperties) return true;
  return Object.fromEntries(
    Object.entries(properties).map(([key, below]) => [key, knownKeys(below)]),
  );
}

/** What the places of a shape say, where they say it, by pointer. */
function everyPlace<Said>(
  shape: Shape,
  say: (at: Shape) => Said | undefined,
  pointer = "",
): [string, Said][] {
  const said = say(shape);
  const below = Object.entries(shape.properties ?? {}).flatMap(([key, child]) =>
    everyPlace(child, say, `${pointer}/${key}`),
  );
  return [
    ...(said === undefined ? [] : [[pointer, said] satisfies [string, Said]]),
    ...below,
    ...(shape.items ? everyPlace(shape.items, say, `${pointer}/*`) : []),
  ];
}
