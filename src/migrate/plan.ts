import { evaluate } from "../constraint/evaluate.js";
import type { CheckOptions, Text } from "../validator/types.js";
import { anyCharacter, hole, isSeen, Unknown } from "../validator/unknown.js";
import type { Migrating } from "./gateway.js";
import type { Mapping, Mappings, MappingWord, Route, Supply } from "./mapping.js";
import { filledIn, parentPattern, patternOf, valueThrough } from "./pointers.js";

/** A value of V1 that goes somewhere in V2. */
export interface Move {
  readonly is: "move";
  /** Pointer into what was given. */
  readonly from: string;
  /** Pointer into the payload of V2. */
  readonly to: string;
  readonly value: unknown;
  readonly route: Route;
}

/** A part of V2's address. */
export interface AddressParameter {
  readonly is: "parameter";
  readonly from: string;
  readonly name: string;
  readonly value: unknown;
}

/** A value that V1 has not. */
export interface Addition {
  readonly is: "add";
  readonly to: string;
  readonly value: unknown;
}

/** What a person must decide. */
export interface Listing {
  readonly is: "decide";
  readonly from?: string;
  readonly path?: string;
  readonly why: Text;
}

export type Step = Move | AddressParameter | Addition | Listing;

/** What becomes of one payload of V1, or of one item of its list. */
export interface Plan {
  readonly mapping: Mapping;
  readonly steps: readonly Step[];
  /** Digits of the currency's smallest unit; undefined where the currency is not known. */
  readonly digits: number | undefined;
}

interface PlanContext extends Pick<CheckOptions, "environment" | "store"> {
  readonly gateway: Migrating;
}

/** The plan without its steps' places: what is moved where, before values are converted. Values may be known in part. */
export function plansOf(
  v1: string,
  value: unknown,
  tables: Mappings,
  context: PlanContext,
): Plan[] {
  const mapping = mappingOf(v1, value, tables);
  if (!mapping) return [];
  const list = mapping.each === undefined ? undefined : valueThrough(value, mapping.each);
  const items = Array.isArray(list) ? list.map((_, index) => index) : [undefined];
  return items.map((item) => new Planner(mapping, value, item, tables, context).plan());
}

/** The mapping whose condition holds, else the one without. */
function mappingOf(v1: string, value: unknown, { mappings }: Mappings): Mapping | undefined {
  const own = mappings.filter((one) => one.v1 === v1);
  return (
    own.find(({ when }) => when && evaluate(when, value) === true) ?? own.find(({ when }) => !when)
  );
}

class Planner {
  readonly #mapping: Mapping;
  readonly #value: unknown;
  readonly #item: number | undefined;
  readonly #tables: Mappings;
  readonly #context: PlanContext;
  readonly #steps: Step[] = [];
  /** Patterns that have rows below them. */
  readonly #above: ReadonlySet<string>;

  constructor(
    mapping: Mapping,
    value: unknown,
    item: number | undefined,
    tables: Mappings,
    context: PlanContext,
  ) {
    this.#mapping = mapping;
    this.#value = value;
    this.#item = item;
    this.#tables = tables;
    this.#context = context;
    this.#above = patternsAbove(Object.keys(mapping.keys));
  }

  plan(): Plan {
    this.#walk(this.#value, "", undefined);
    const { currency } = this.#mapping;
    const code = currency && this.#currency();
    if (currency?.to !== undefined && !this.#isWritten(currency.to)) {
      if (typeof code === "string") this.#steps.push({ is: "add", to: currency.to, value: code });
      else this.#list("currency-missing", { path: currency.to });
    }
    this.#supply();
    const digits = typeof code === "string" ? (this.#tables.digits[code] ?? 2) : undefined;
    return { mapping: this.#mapping, steps: this.#steps, digits };
  }

  /** The currency's code; undefined where it is not known. */
  #currency(): string | undefined {
    const { from, to, is } = this.#mapping.currency ?? {};
    if (is !== undefined) return is;
    if (from === undefined) return undefined;
    const given = valueThrough(this.#value, this.#concrete(from));
    if (typeof given === "string" && /^[A-Z]{3}$/.test(given)) return given;
    // Where V2 is told no currency either, that of the payment itself counts.
    if ((given !== undefined && given !== null) || to === undefined) return undefined;
    const { names } = this.#context.gateway;
    if (names.length === 0) return undefined;
    return this.#tables.absentCurrency.find((row) => isFor(row.gateways, names))?.value;
  }

  #concrete(pattern: string): string {
    return this.#item === undefined ? pattern : pattern.replace("*", String(this.#item));
  }

  /** `rest` leads from the place of the route to `from`. */
  #walk(value: unknown, from: string, inherited: Route | undefined, rest = ""): void {
    const pattern = patternOf(from);
    const rows = this.#mapping.keys[pattern];
    const route = rows ? this.#routeOf(rows) : inherited;
    const below = rows ? "" : rest;
    const children = isSeen(value) && this.#above.has(pattern) ? entriesOf(value) : [];
    for (const [key, child] of children) {
      const pointer = `${from}/${key}`;
      if (!this.#isOtherItem(pointer)) this.#walk(child, pointer, route, `${below}/${key}`);
    }
    const isWhole = from !== "" && children.length === 0;
    // An empty object above rows holds nothing to move, unless it is itself moved.
    if (isWhole && (route || !isSeen(value) || !this.#above.has(pattern))) {
      this.#take(value, from, route, below);
    }
  }

  /** Whether a pointer leads to an item that another payload is made of. */
  #isOtherItem(pointer: string): boolean {
    const { each } = this.#mapping;
    if (each === undefined || this.#item === undefined) return false;
    return pointer.startsWith(`${each}/`) && !`${pointer}/`.startsWith(`${each}/${this.#item}/`);
  }

  #take(value: unknown, from: string, route: Route | undefined, rest: string): void {
    if (!route) {
      const others = this.#mapping.others;
      const why = others ?? this.#tables.words["unknown-key"];
      this.#steps.push({ is: "decide", from, why });
      return;
    }
    if (value === null && (route.to !== undefined || route.parameter !== undefined)) {
      this.#list("null-value", { from });
      return;
    }
    const to = route.to === undefined ? undefined : filledIn(route.to, from) + rest;
    const path = to ?? route.at;
    if (route.parameter !== undefined) {
      this.#steps.push({ is: "parameter", from, name: route.parameter, value });
    }
    if (to !== undefined) this.#steps.push({ is: "move", from, to, value, route });
    if (route.why) {
      const at = path === undefined ? {} : { path };
      this.#steps.push({ is: "decide", from, ...at, why: route.why });
    }
  }

  /** The first route whose condition holds. Where that is not known, the first that keeps the value. */
  #routeOf(rows: readonly Route[]): Route | undefined {
    const scope = this.#scope();
    const holds = ({ when }: Route) => !when || evaluate(when, scope);
    const possible = rows.filter(
      (row) => isFor(row.gateways, this.#context.gateway.names) && holds(row) !== false,
    );
    const [first] = possible;
    if (!first || holds(first) === true) return first;
    return possible.find(({ to }) => to !== undefined) ?? first;
  }

  #scope(): unknown {
    const { each } = this.#mapping;
    return each === undefined ? this.#value : valueThrough(this.#value, each) && this.#itemOf(each);
  }

  #itemOf(list: string): unknown {
    const items = valueThrough(this.#value, list);
    return Array.isArray(items) ? items[this.#item ?? 0] : undefined;
  }

  #supply(): void {
    const settled = new Set<string>();
    for (const row of this.#mapping.supply) {
      for (const [path, scope] of this.#places(row)) {
        if (settled.has(path) || !this.#fits(row, scope)) continue;
        settled.add(path);
        if (row.why) this.#steps.push({ is: "decide", path, why: row.why });
        else if (!this.#isWritten(path))
          this.#steps.push({ is: "add", to: path, value: row.value });
      }
    }
  }

  /** Where a row counts, with what its conditions are about. */
  *#places({ at, each }: Supply): Generator<readonly [string, unknown]> {
    if (each === undefined || each === this.#mapping.each) {
      yield [at, this.#scope()];
      return;
    }
    const items = valueThrough(this.#value, each);
    if (!Array.isArray(items)) return;
    for (const [index, item] of items.entries()) yield [at.replace("*", String(index)), item];
  }

  #fits(row: Supply, scope: unknown): boolean {
    const { environment = "any", store = {}, gateway } = this.#context;
    if (!isFor(row.gateways, gateway.names)) return false;
    if (row.except?.some((one) => gateway.names.includes(one))) return false;
    if (row.environment && environment !== "any" && environment !== row.environment) return false;
    const facts = Object.entries(row.store ?? {});
    if (!facts.every(([fact, value]) => store[fact as keyof typeof store] === value)) return false;
    return !row.when || evaluate(row.when, assumedFilled(scope)) === true;
  }

  #isWritten(path: string): boolean {
    return this.#steps.some(
      (step) => (step.is === "move" || step.is === "add") && step.to === path,
    );
  }

  #list(word: MappingWord, where: { readonly from?: string; readonly path?: string }): void {
    this.#steps.push({ is: "decide", ...where, why: this.#tables.words[word] });
  }
}

const isFor = (gateways: readonly string[] | undefined, names: readonly string[]): boolean =>
  !gateways || gateways.some((one) => names.includes(one));

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .map(([key, child]) => [key.replaceAll("~", "~0").replaceAll("/", "~1"), child]);
}

function patternsAbove(patterns: readonly string[]): ReadonlySet<string> {
  const above = new Set<string>();
  for (const pattern of patterns) {
    for (let at = parentPattern(pattern); at !== undefined; at = parentPattern(at)) above.add(at);
  }
  return above;
}

/** What stands for the unknown part of a text: any gateway takes it in an id. */
const something = "aaaaaaaa";

/** What is written out and not known is taken to be a text with something plain in it, where it can be one. */
function assumedFilled(value: unknown): unknown {
  if (value instanceof Unknown) {
    if (value.types && !value.types.includes("string")) return value;
    return (value.text ?? hole).replaceAll(hole, something).replaceAll(anyCharacter, "a");
  }
  if (!isSeen(value)) return value;
  if (Array.isArray(value)) return value.map(assumedFilled);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, assumedFilled(one)]));
}
