import { gatewayNames } from "../gatewayFacts.js";
import migration from "../generated/migration.js";
import type { CheckOptions, Locale, Text } from "../validator/types.js";
import { convert } from "./convert.js";
import { kindInV2, migrating } from "./gateway.js";
import type { Mappings, MappingWord } from "./mapping.js";
import { type Plan, plansOf } from "./plan.js";
import { setAt } from "./setAt.js";
import { unfit } from "./unfit.js";

/** For which gateway a payload is, and what is known beside it. */
export interface MigrateOptions extends Pick<CheckOptions, "environment" | "store" | "locale"> {
  /** A gateway by company (`inicis`) or code (`html5_inicis`). Default: the one of the kind. `portone`: not known. */
  readonly gateway?: string;
}

/** A payload of V2. */
export interface MigratedPayload {
  readonly kind: string;
  readonly payload: Record<string, unknown>;
  /** Parts of the call's address, where V1 had them in the payload: `paymentId`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What a person must decide, or should know. */
export interface Decision {
  /** JSON Pointer into the payload of V1. */
  readonly from?: string;
  /** Which of the payloads of V2 it is about. */
  readonly payload?: number;
  /** JSON Pointer into that payload. */
  readonly path?: string;
  readonly why: string;
}

export interface Migrated {
  readonly payloads: MigratedPayload[];
  readonly decide: Decision[];
}

/**
 * What a payload of PortOne V1 is in V2. What has no counterpart, what changes its meaning and what V2 asks for beside is
 * listed for a person to decide; everything else of a valid payload is moved. What PortOne sends gives no payload: its
 * values are listed with their names in V2.
 * @throws {RangeError} for a kind that is none of V1, or a gateway that nobody knows.
 */
export function migratePayload(
  kind: string,
  payload: unknown,
  options: MigrateOptions = {},
): Migrated {
  const tables = migration();
  const [owner, version, name = ""] = kind.split(".");
  if (version !== "v1" || !tables.mappings.some(({ v1 }) => v1 === name)) {
    throw new RangeError(`"${kind}" is no kind of PortOne V1`);
  }
  const { gateway: named = owner, locale = "en", environment, store } = options;
  if (named !== "portone" && named !== undefined && !gatewayNames.includes(named)) {
    throw new RangeError(`there is no gateway "${named}"`);
  }
  const gateway = migrating(named, tables);
  const decide = new Decisions(locale, tables);
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) {
    decide.say("not-an-object", { from: "" });
    return { payloads: [], decide: decide.made };
  }
  const plans = plansOf(name, payload, tables, {
    ...(environment && { environment }),
    ...(store && { store }),
    gateway,
  });
  if (plans.length === 0) decide.say("no-counterpart", { from: "" });
  const payloads = plans.flatMap((plan, index) => {
    if (plan.mapping.arrives) {
      decide.arriving(plan);
      return [];
    }
    for (const { why } of plan.mapping.calls) if (why) decide.add(why, { payload: index });
    if (gateway.names.length > 0 && gateway.v2 === undefined) {
      decide.say("no-gateway", { payload: index });
    }
    return [{ kind: kindInV2(plan.mapping.v2, gateway), ...applied(plan, index, tables, decide) }];
  });
  return { payloads, decide: decide.made };
}

type Where = Omit<Decision, "why">;

/** Collects what a person must decide. */
class Decisions {
  readonly made: Decision[] = [];
  readonly #locale: Locale;
  readonly #words: Mappings["words"];

  constructor(locale: Locale, { words }: Mappings) {
    this.#locale = locale;
    this.#words = words;
  }

  add(why: Text, where: Where): void {
    this.made.push({ ...where, why: why[this.#locale] });
  }

  say(word: MappingWord, where: Where): void {
    this.add(this.#words[word], where);
  }

  /** What V2 calls the values that PortOne sends. */
  arriving({ steps }: Plan): void {
    for (const step of steps) {
      if (step.is === "decide" && step.path === undefined) {
        this.add(step.why, step.from === undefined ? {} : { from: step.from });
      }
      if (step.is !== "move") continue;
      const name = step.to.slice(1).replaceAll("/*", "[]").replaceAll("/", ".");
      const text = this.#words["arrives-as"][this.#locale].replace("{path}", name);
      const more = step.route.why?.[this.#locale];
      this.made.push({ from: step.from, why: more ? `${text} ${more}` : text });
    }
  }
}

/** Carries out a plan. */
function applied(
  { mapping, steps, digits }: Plan,
  index: number,
  tables: Mappings,
  decide: Decisions,
): Omit<MigratedPayload, "kind"> {
  const payload: Record<string, unknown> = {};
  const parameters: Record<string, unknown> = {};
  const taken = new Set<string>();
  for (const step of steps) {
    if (step.is === "parameter") parameters[step.name] = step.value;
    else if (step.is === "add") setAt(payload, step.to, step.value);
    else if (step.is === "decide") {
      const { from, path, why } = step;
      decide.add(why, {
        ...(from !== undefined && { from }),
        payload: index,
        ...(path !== undefined && { path }),
      });
    } else {
      const { values, why } = convert(step, digits, tables);
      const where = { from: step.from, payload: index, path: step.to };
      if (why) decide.add(why, where);
      for (const [pointer, value] of values) {
        if (taken.has(pointer)) decide.say("same-place", where);
        else setAt(payload, pointer, value);
        taken.add(pointer);
        for (const path of unfit(value, pointer, mapping.takes)) {
          if (!why) decide.say("other-form", { ...where, path });
        }
      }
    }
  }
  return { payload, ...(Object.keys(parameters).length > 0 && { parameters }) };
}
