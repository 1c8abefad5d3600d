import type { Severity, Text } from "../../validator/types.js";
import type { TableFile } from "./files.js";
import { isCalled } from "./gateways.js";
import {
  atGateway,
  type FactSaid,
  factsIn,
  type LayeredKey,
  parentOf,
  withoutFact,
  withRow,
} from "./keys.js";
import type { Problems } from "./problems.js";
import { facesOf, withFaces } from "./requirement.js";
import type { Case, Disagreement, SourceRef, Test } from "./ruleTypes.js";
import { type At, refsOf } from "./sources.js";
import type { Format, GatewayRow } from "./types.js";
import type {
  Fact,
  WrittenDisagreement,
  WrittenKey,
  WrittenKeys,
  WrittenLift,
  WrittenRow,
  WrittenRule,
} from "./written.js";

/** A row of rules that asks for something. */
export interface LayeredCase {
  readonly rule: string;
  readonly one: Case;
  readonly atGateways?: Severity;
  readonly exceptAt?: readonly string[];
  readonly onlyAt?: "gateways";
}

/** A rule that says that something is true of a kind, and asks for nothing. */
export interface LayeredNote {
  readonly rule: string;
  readonly source: readonly SourceRef[];
}

/** How a kind speaks of a whole rule. */
export interface RuleSaid {
  readonly severity?: Severity;
  readonly message?: Text;
  readonly source?: readonly SourceRef[];
}

/** One file, or the files, of a layer. */
export interface Layer {
  /** Id of the kind. */
  readonly kind: string;
  readonly files: { readonly keys: string; readonly rules: string };
  /** Where facts stand for which a row says nothing. */
  readonly usual: readonly SourceRef[];
  readonly keys: WrittenKeys;
  readonly lifts: readonly WrittenLift[];
  readonly rows: readonly WrittenRow[];
  readonly disagreements: readonly WrittenDisagreement[];
}

/** What layers are built with. */
export interface Building {
  readonly words: ReadonlyMap<string, TableFile<WrittenRule>>;
  readonly formats: Readonly<Record<string, Format>>;
  readonly properties: WrittenKeys;
  readonly problems: Problems;
}

/** A kind's facts as the layers so far have them. */
export class LayeredTable {
  readonly keys = new Map<string, LayeredKey>([["/", bareKey]]);
  cases: readonly LayeredCase[] = [];
  notes: readonly LayeredNote[] = [];
  readonly said = new Map<string, RuleSaid>();
  readonly disagreements = new Map<string, readonly Disagreement[]>();
  readonly #building: Building;
  /** What holds at any gateway, where this table is about one. */
  readonly #neutral: LayeredTable | undefined;

  constructor(building: Building, neutral?: LayeredTable) {
    this.#building = building;
    this.#neutral = neutral;
  }

  /** The same facts, for another layer to work on. */
  copy(neutral?: LayeredTable): LayeredTable {
    const copy = new LayeredTable(this.#building, neutral);
    for (const entry of this.keys) copy.keys.set(...entry);
    copy.cases = this.cases;
    copy.notes = this.notes;
    for (const entry of this.said) copy.said.set(...entry);
    for (const entry of this.disagreements) copy.disagreements.set(...entry);
    return copy;
  }

  /** The same facts where a gateway is known. */
  atGateway(gateway: GatewayRow, gateways: readonly GatewayRow[]): LayeredTable {
    const copy = this.copy(this);
    for (const [pointer, key] of this.keys) copy.keys.set(pointer, atGateway(key));
    copy.cases = this.cases
      .filter(({ exceptAt }) => !exceptAt?.some((name) => isCalled(name, gateway, gateways)))
      .map(({ rule, one, atGateways }) => ({
        rule,
        one: atGateways ? { ...one, severity: atGateways } : one,
      }));
    return copy;
  }

  /** The same facts where no gateway is known. */
  atNoGateway(): LayeredTable {
    const copy = this.copy();
    copy.cases = this.cases.filter(({ onlyAt }) => onlyAt === undefined);
    return copy;
  }

  /** Works a layer in: what it lifts first, then its keys, then its rows. */
  add(layer: Layer): void {
    for (const lift of layer.lifts) this.#lift(lift, layer);
    for (const [pointer, row] of Object.entries(layer.keys)) {
      const shared = row.as === undefined ? {} : this.#property(row.as, pointer, layer);
      const known = this.keys.get(pointer);
      this.#checkNarrowing(pointer, row, layer);
      this.keys.set(
        pointer,
        withRow(known, { ...shared, ...row }, known ? layer.usual : undefined),
      );
      this.#closeAround(pointer, layer);
    }
    const own: LayeredCase[] = [];
    for (const row of layer.rows) {
      const words = this.#words(row.rule, layer);
      const one = caseOf(row, this.#message(row, words, layer));
      if (one) {
        if (words && !words.message && !one.message) {
          const reason =
            "asks for something, but the rule has no message: name one of its messages";
          this.#problem({ file: layer.files.rules, row: row.rule }, reason);
        }
        const { atGateways, exceptAt, onlyAt } = row;
        own.push({
          rule: row.rule,
          one,
          ...(atGateways && { atGateways }),
          ...(exceptAt && { exceptAt }),
          ...(onlyAt && { onlyAt }),
        });
      } else if (words && !words.message) {
        this.notes = [...this.notes, { rule: row.rule, source: this.#cited(row, words, layer) }];
      } else this.#speakDifferently(row, words, layer);
    }
    this.cases = [...this.cases, ...own];
    for (const { rule, positions, ...one } of layer.disagreements) {
      this.disagreements.set(rule, [
        ...(this.disagreements.get(rule) ?? []),
        {
          ...one,
          positions: positions.map(({ source, says }) => ({
            ...(refsOf(source)[0] as SourceRef),
            says,
          })),
        },
      ]);
    }
  }

  #property(name: string, pointer: string, { files }: Layer) {
    const shared = this.#building.properties[name];
    if (!shared)
      this.#problem({ file: files.keys, row: pointer }, `no property is called "${name}"`);
    return shared;
  }

  /** An open object is closed by a layer that describes what is below it, unless that layer calls it open itself. */
  #closeAround(pointer: string, { keys }: Layer): void {
    const parent = parentOf(pointer);
    const around = this.keys.get(parent);
    if (pointer === "/" || !around?.facts.open || keys[parent]?.open) return;
    const { open: _, ...closed } = around.facts;
    this.keys.set(parent, { ...around, facts: closed });
  }

  #words(rule: string, { files }: Layer): WrittenRule | undefined {
    const words = this.#building.words.get(rule);
    if (!words) this.#problem({ file: files.rules, row: rule }, `rules/${rule}.yaml is not there`);
    return words?.content;
  }

  #cited(row: WrittenRow, words: WrittenRule | undefined, { usual }: Layer): readonly SourceRef[] {
    const cites = row.source ?? words?.source;
    return cites ? refsOf(cites) : usual;
  }

  #message({ rule, message }: WrittenRow, words: WrittenRule | undefined, { files }: Layer) {
    if (typeof message !== "string") return message;
    const named = words?.messages?.[message];
    if (words && !named) {
      this.#problem({ file: files.rules, row: rule }, `the rule has no message "${message}"`);
    }
    return named;
  }

  /** Which facts of keys a rule reports. */
  #factsOf(rule: string, key: LayeredKey): Fact[] {
    const words = this.#building.words.get(rule)?.content;
    const format =
      key.facts.format === undefined ? undefined : this.#building.formats[key.facts.format];
    return factsIn(key.facts).filter((fact) =>
      fact === "format" ? format?.rule === rule : words?.keywords?.includes(fact),
    );
  }

  /** The keys at which a rule finds something in the shape, with the facts that it reports. */
  #factsAt(
    rule: string,
    at: string | undefined,
  ): { pointer: string; key: LayeredKey; facts: Fact[] }[] {
    return [...this.keys]
      .filter(([pointer]) => at === undefined || pointer === at)
      .map(([pointer, key]) => ({ pointer, key, facts: this.#factsOf(rule, key) }))
      .filter(({ facts }) => facts.length > 0);
  }

  #lift({ rule, at }: WrittenLift, layer: Layer): void {
    const here = { file: layer.files.rules, row: rule };
    const isKept = (path: string) => at !== undefined && path !== at;
    let lifted = 0;
    this.cases = this.cases.flatMap((layered) => {
      if (layered.rule !== rule) return [layered];
      const left = withFaces(layered.one, isKept);
      if (left.length === 1 && left[0] === layered.one) return [layered];
      lifted += 1;
      return left.map((one) => ({ ...layered, one }));
    });
    for (const { pointer, key, facts } of this.#factsAt(rule, at)) {
      lifted += 1;
      this.keys.set(pointer, facts.reduce(withoutFact, key));
    }
    if (at === undefined && this.notes.some((note) => note.rule === rule)) {
      this.notes = this.notes.filter((note) => note.rule !== rule);
      lifted += 1;
    }
    this.#checkQuieter(here, rule, at, "info");
    if (lifted === 0) this.#problem(here, `there is no such fault to lift${at ? ` at ${at}` : ""}`);
  }

  /** A row that asks for nothing changes what earlier ones say. */
  #speakDifferently(row: WrittenRow, words: WrittenRule | undefined, layer: Layer): void {
    const { rule, at, severity } = row;
    if (severity) this.#checkQuieter({ file: layer.files.rules, row: rule }, rule, at, severity);
    const message = this.#message(row, words, layer);
    const source = row.source && refsOf(row.source);
    const says: FactSaid = {
      ...(severity && { severity }),
      ...(message && { message }),
      ...(source && { source }),
    };
    if (at === undefined && (words?.keywords || words?.finds)) {
      this.said.set(rule, { ...this.said.get(rule), ...says });
      return;
    }
    let isSaid = false;
    this.cases = this.cases.flatMap((layered) => {
      const isMeant = (path: string) => at === undefined || path === at;
      if (layered.rule !== rule) return [layered];
      const meant = withFaces(layered.one, isMeant);
      if (meant.length === 0) return [layered];
      isSaid = true;
      const rest = withFaces(layered.one, (path) => !isMeant(path));
      const others = meant[0] === layered.one ? [] : rest;
      return [
        ...others.map((one) => ({ ...layered, one })),
        ...meant.map((one) => ({ ...layered, one: { ...one, ...says } })),
      ];
    });
    for (const { pointer, key, facts } of this.#factsAt(rule, at)) {
      isSaid = true;
      const said = { ...key.said };
      for (const fact of facts) said[fact] = { ...said[fact], ...says };
      this.keys.set(pointer, { ...key, said });
    }
    if (!isSaid && words) {
      const reason = `nothing of this rule is said${at === undefined ? "" : ` at ${at}`} that the row could change`;
      this.#problem({ file: layer.files.rules, row: rule }, reason);
    }
  }

  /** How loud the faults of a rule are, at a path or at all. */
  #severities(rule: string, at: string | undefined): Severity[] {
    const usual = this.said.get(rule)?.severity ?? this.#building.words.get(rule)?.content.severity;
    const isMeant = (path: string) => at === undefined || path === at;
    return [
      ...this.cases
        .filter((layered) => layered.rule === rule && facesOf(layered.one).some(isMeant))
        .map(({ one }) => one.severity),
      ...this.#factsAt(rule, at).flatMap(({ key, facts }) =>
        facts.map((fact) => key.said[fact]?.severity),
      ),
    ].flatMap((severity) => severity ?? usual ?? []);
  }

  /** The neutral kind is never louder than its quietest gateway. */
  #checkQuieter(here: At, rule: string, at: string | undefined, severity: Severity): void {
    if (severity === "error" || !this.#neutral) return;
    if (!this.#neutral.#severities(rule, at).includes("error")) return;
    const reason = `a gateway that is quieter makes this at most a warning in PortOne's table${at === undefined ? "" : ` (at ${at})`}; write "severity: warning" and "atGateways: error" there`;
    this.#problem(here, reason);
  }

  /** A gateway narrows what PortOne's table allows, and is not quieter than it. */
  #checkNarrowing(pointer: string, row: WrittenKey, { files }: Layer): void {
    const known = this.#neutral?.keys.get(pointer)?.facts;
    if (!known) return;
    const here = { file: files.keys, row: pointer };
    const wider = (row.enum ?? []).filter((value) => known.enum && !known.enum.includes(value));
    if (wider.length > 0 && row.enum) {
      this.#problem(here, `PortOne's list of values lacks ${wider.map(String).join(", ")}`);
    }
    const types = [known.type ?? []].flat();
    const isKnown = (type: string) =>
      types.includes(type) || (type === "integer" && types.includes("number"));
    const others = [row.type ?? []].flat().filter((type) => !isKnown(type));
    if (types.length > 0 && others.length > 0) {
      this.#problem(here, `PortOne's table does not take the type ${others.join(", ")}`);
    }
    for (const [fact, severity] of Object.entries(row.severity ?? {})) {
      const rule = [...this.#building.words].find(([, { content }]) =>
        content.keywords?.includes(fact as Fact),
      );
      if (rule) this.#checkQuieter(here, rule[0], pointer, severity);
    }
  }

  #problem({ file, row }: At, reason: string): void {
    this.#building.problems.add(file, row, reason);
  }
}

/** The payload itself, before a layer says anything of it. */
const bareKey: LayeredKey = { facts: {}, said: {}, atGateways: {}, source: undefined };

/** A row as a case; undefined where it asks for nothing. */
function caseOf(row: WrittenRow, message: Text | undefined): Case | undefined {
  const {
    rule: _,
    at: __,
    atGateways: ___,
    exceptAt: ____,
    onlyAt: _____,
    message: ______,
    environment,
    store,
    require,
    forbid,
    source,
    ...rest
  } = row;
  const isAboutTime = [rest.when, rest.constrain].some((tests) =>
    Object.values(tests ?? {}).some(isTestOfTime),
  );
  const context = {
    ...(environment && { environment }),
    ...(isAboutTime && { now: true as const }),
    ...(store && { store }),
  };
  const one: Case = {
    ...rest,
    ...(Object.keys(context).length > 0 && { context }),
    ...(require !== undefined && { require: [require].flat() }),
    ...(forbid !== undefined && { forbid: [forbid].flat() }),
    ...(message && { message }),
    ...(source && { source: refsOf(source) }),
  };
  return facesOf(one).length > 0 ? one : undefined;
}

/** Whether a test, or one within it, compares with the present. */
const isTestOfTime = ({ ahead, not, contains, anyOf = [] }: Test): boolean =>
  ahead !== undefined ||
  [not, contains, ...anyOf].some((within) => within !== undefined && isTestOfTime(within));
