import type {
  AnywhereFault,
  FaultAnywhere,
  KindFacts,
  KnownKeys,
} from "../../validator/compiled.js";
import { listedNames } from "../../validator/packed.js";
import type { PredicateArguments } from "../../validator/predicates/index.js";
import type { Text } from "../../validator/types.js";
import { citeSources } from "../plan/citeSources.js";
import type { KindPlan } from "../plan/fault.js";
import { worded } from "../plan/parts.js";
import type { RuleRow, ValuePredicate } from "../tables/ruleTypes.js";
import type { Shape, Tables } from "../tables/types.js";

/** What is said of a kind's payloads. */
export function factsOf(plan: KindPlan, shared: Pick<Tables, "sources" | "secrets">): KindFacts {
  const { sources, secrets } = shared;
  const { row, shape, issuers, rules, gateway, alsoWritten } = plan.tables;
  const basics = (rule: RuleRow) => basicsOf(rule, sources);
  const unknown = rules.find(({ finds }) => finds === "unknown-property") as RuleRow;
  const anywhere = rules.filter(({ finds }) => finds === "anywhere");
  return {
    faults: plan.faults.map(({ fault }) => fault),
    known: knownKeys(shape),
    gateway,
    elsewhere: elsewhereOf(plan, shared),
    unknownProperty: {
      ...{ ...basics(unknown), hint: unknown.hint as Text },
      ...(alsoWritten.size > 0 && {
        alsoWritten: {
          read: unknown.alsoWritten?.read as Text,
          unread: worded(unknown.alsoWritten?.unread as Text, gateway),
          keys: Object.fromEntries(alsoWritten),
        },
      }),
    },
    anywhere: anywhere.map(
      (rule): AnywhereFault => ({
        ...basics(rule),
        pattern: rule.test?.pattern ?? "",
        predicate: rule.test?.predicate?.name as AnywhereFault["predicate"],
        args: argumentsOf(rule.test?.predicate, secrets),
      }),
    ),
    issuer: row.issuer
      ? {
          path: row.issuer.path,
          names: Object.fromEntries(issuers.rows.map(({ code, en, ko }) => [code, { en, ko }])),
        }
      : null,
    labels: Object.fromEntries(everyNode(shape, (at) => at["x-ko"])),
    secrets: Object.fromEntries(everyNode(shape, (at) => at["x-secret"])),
  };
}

/** How many of the gateways that read a key a message names. */
export const mostNamed = 3;

/** What a message says where more read it. */
export const otherReaders: Text = { en: " and others", ko: " 등" };

/** The keys that other gateways read, and the words for them. */
function elsewhereOf(
  { tables: { rules, elsewhere, gateway } }: KindPlan,
  { sources }: Pick<Tables, "sources">,
): KindFacts["elsewhere"] {
  const rule = rules.find((one) => one.elsewhere) as RuleRow;
  const said = (readers: readonly Text[]): Text =>
    listedNames(readers.slice(0, mostNamed), readers.length > mostNamed ? otherReaders : undefined);
  return {
    ...basicsOf({ ...rule, message: worded(rule.elsewhere as Text, gateway) }, sources),
    keys: Object.fromEntries([...elsewhere].map(([at, gateways]) => [at, said(gateways)])),
  };
}

/** What a predicate is given, with what `secrets.json` adds. */
function argumentsOf(
  { name: _, numbers, ...args }: Partial<ValuePredicate> = {},
  { testCardNumbers }: Tables["secrets"],
): PredicateArguments {
  if (numbers === undefined) return args;
  return { ...args, [numbers === "published" ? "only" : "except"]: testCardNumbers };
}

/** What every diagnostic of a rule says. */
export function basicsOf(
  { id, severity, message, source }: RuleRow,
  sources: Tables["sources"],
): FaultAnywhere {
  return { rule: id, severity, message, sources: citeSources(source, sources) };
}

function knownKeys({ properties, items, additionalProperties }: Shape): KnownKeys {
  if (items) return { "*": knownKeys(items) };
  if (!properties || additionalProperties) return true;
  return Object.fromEntries(
    Object.entries(properties).map(([key, below]) => [key, knownKeys(below)]),
  );
}

/** What the places of a shape say, where they say it, by pointer. */
function everyNode<Said>(
  shape: Shape,
  say: (at: Shape) => Said | undefined,
  pointer = "",
): [string, Said][] {
  const said = say(shape);
  const below = Object.entries(shape.properties ?? {}).flatMap(([key, child]) =>
    everyNode(child, say, `${pointer}/${key}`),
  );
  return [
    ...(said === undefined ? [] : [[pointer, said] satisfies [string, Said]]),
    ...below,
    ...(shape.items ? everyNode(shape.items, say, `${pointer}/*`) : []),
  ];
}
