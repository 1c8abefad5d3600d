import { caseOf } from "./caseRows.js";
import { isCalled } from "./gateways.js";
import {
  atGateway,
  type FactSaid,
  type LayeredKey,
  parentOf,
  withoutFact,
  withRow,
} from "./keys.js";
import type {
  Building,
  Layer,
  LayeredCase,
  LayeredFacts,
  LayeredNote,
  RuleSaid,
} from "./layerTypes.js";
import { isMeantBy, Narrowing } from "./narrowing.js";
import { withFaces } from "./requirement.js";
import { keysReportedBy } from "./ruleFacts.js";
import type { Disagreement, SourceRef } from "./ruleTypes.js";
import { type At, refsOf } from "./sources.js";
import type { GatewayRow } from "./types.js";
import type { WrittenLift, WrittenRow, WrittenRule } from "./written.js";

/** A kind's facts as the layers so far have them. */
export class LayeredTable implements LayeredFacts {
  readonly keys = new Map<string, LayeredKey>([["/", bareKey]]);
  cases: readonly LayeredCase[] = [];
  notes: readonly LayeredNote[] = [];
  readonly said = new Map<string, RuleSaid>();
  readonly disagreements = new Map<string, readonly Disagreement[]>();
  readonly #building: Building;
  readonly #narrowing: Narrowing;

  /** `neutral` is what holds at any gateway, where this table is about one. */
  constructor(building: Building, neutral?: LayeredTable) {
    this.#building = building;
    this.#narrowing = new Narrowing(building, neutral);
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
      .filter(({ onlyAt }) => onlyAt !== "no gateway")
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
    copy.cases = this.cases.filter(({ onlyAt }) => onlyAt !== "gateways");
    return copy;
  }

  /** Works a layer in: what it lifts first, then its keys, then its rows. */
  add(layer: Layer): void {
    for (const lift of layer.lifts) this.#lift(lift, layer);
    this.#addKeys(layer);
    this.#addRows(layer);
    this.#addDisagreements(layer);
  }

  #addKeys(layer: Layer): void {
    for (const [pointer, row] of Object.entries(layer.keys)) {
      const shared = row.as === undefined ? {} : this.#property(row.as, pointer, layer);
      const known = this.keys.get(pointer);
      this.#narrowing.checkKey(pointer, row, layer);
      this.keys.set(
        pointer,
        withRow(known, { ...shared, ...row }, known ? layer.usual : undefined),
      );
      this.#closeAround(pointer, layer);
    }
  }

  /** A row adds a requirement or a note, or changes what earlier rows say. */
  #addRows(layer: Layer): void {
    const own: LayeredCase[] = [];
    for (const row of layer.rows) {
      const { rule, atGateways, exceptAt, onlyAt } = row;
      const words = this.#words(rule, layer);
      const one = caseOf(row, this.#message(row, words, layer));
      if (one) {
        if (words && !words.message && !one.message) {
          const reason =
            "asks for something, but the rule has no message: name one of its messages";
          this.#problem({ file: layer.files.rules, row: rule }, reason);
        }
        own.push({
          rule,
          one,
          ...(atGateways && { atGateways }),
          ...(exceptAt && { exceptAt }),
          ...(onlyAt && { onlyAt }),
        });
      } else if (words && !words.message) {
        this.notes = [...this.notes, { rule, source: this.#cited(row, words, layer) }];
      } else this.#speakDifferently(row, words, layer);
    }
    this.cases = [...this.cases, ...own];
  }

  #addDisagreements(layer: Layer): void {
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

  #lift(lift: WrittenLift, layer: Layer): void {
    const { rule, at, reads } = lift;
    const here = { file: layer.files.rules, row: rule };
    const isKept = (path: string) => at !== undefined && path !== at;
    let lifted = 0;
    this.cases = this.cases.flatMap((layered) => {
      if (layered.rule !== rule || !isMeantBy(lift, layered)) return [layered];
      const left = withFaces(layered.one, isKept);
      if (left.length === 1 && left[0] === layered.one) return [layered];
      lifted += 1;
      return left.map((one) => ({ ...layered, one }));
    });
    if (reads !== undefined) {
      this.#narrowing.checkLiftOfReaders(here, lift, layer);
      if (lifted === 0) this.#problem(here, `no row that reads ${reads} is there to lift`);
      return;
    }
    for (const { pointer, key, facts } of keysReportedBy(rule, this.keys, at, this.#building)) {
      lifted += 1;
      this.keys.set(pointer, facts.reduce(withoutFact, key));
    }
    if (at === undefined && this.notes.some((note) => note.rule === rule)) {
      this.notes = this.notes.filter((note) => note.rule !== rule);
      lifted += 1;
    }
    this.#narrowing.checkQuieter(here, rule, at, "info");
    if (lifted === 0) this.#problem(here, `there is no such fault to lift${at ? ` at ${at}` : ""}`);
  }

  /** A row that asks for nothing changes what earlier ones say. */
  #speakDifferently(row: WrittenRow, words: WrittenRule | undefined, layer: Layer): void {
    const { rule, at, severity } = row;
    if (severity)
      this.#narrowing.checkQuieter({ file: layer.files.rules, row: rule }, rule, at, severity);
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
    for (const { pointer, key, facts } of keysReportedBy(rule, this.keys, at, this.#building)) {
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

  #problem({ file, row }: At, reason: string): void {
    this.#building.problems.add(file, row, reason);
  }
}

/** The payload itself, before a layer says anything of it. */
const bareKey: LayeredKey = { facts: {}, said: {}, atGateways: {}, source: undefined };
