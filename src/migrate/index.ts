import { gatewayNames } from "../gatewayFacts.js";
import migration from "../generated/migration.js";
import type { CheckOptions, Locale, Text } from "../validator/types.js";
import { convert } from "./convert.js";
import { kindInV2, migrating } from "./gateway.js";
import type { Mappings, MappingWord } from "./mapping.js";
import { type Plan, plansOf } from "./plan.js";
import { setAt } from "./setAt.js";
import { unfit } from "./unfit.js";

/** The gateway of a payload that is migrated, and what else is known about it. */
export interface MigrateOptions extends Pick<CheckOptions, "environment" | "store" | "locale"> {
  /** The gateway's company (`inicis`) or code (`html5_inicis`). Default: the gateway of the kind. `portone` means that it is not known. */
  readonly gateway?: string;
}

/** A payload of V2 that was made of a payload of V1. */
export interface MigratedPayload {
  /** Id of the payload's kind, such as `ksnet.v2.request-payment`. */
  readonly kind: string;
  readonly payload: Record<string, unknown>;
  /** Parts of the address of V2's call that V1 has in the payload, such as `paymentId`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Something that a person must decide or should know before the payload of V2 is used. */
export interface Decision {
  /** JSON Pointer into the payload of V1. */
  readonly from?: string;
  /** Index of the payload of V2 that it is about. */
  readonly payload?: number;
  /** JSON Pointer into that payload. */
  readonly path?: string;
  /** What to decide, and why, in the language of the options. */
  readonly why: string;
}

/** What a payload of V1 became. */
export interface Migrated {
  /** The payloads of V2. One payload of V1 can become several. */
  readonly payloads: MigratedPayload[];
  /** What is left for a person. */
  readonly decide: Decision[];
}

/**
 * Turns a payload of PortOne V1 into payloads of V2. Values that have no counterpart, values that change their meaning, and
 * what V2 needs in addition are listed for a person to decide. Every other value of a valid payload is moved. For a payload
 * that PortOne sends, such as a callback, there is no payload of V2; the result lists the names that its values have in V2.
 * @param kind Id of a kind of V1, such as `ksnet.v1.request-pay`.
 * @param payload The payload.
 * @param options The gateway, and what else is known.
 * @returns The payloads of V2, and what is left to decide.
 * @throws {RangeError} when the kind is none of V1, or the gateway is not known.
 * @see The tables in `schemas/migration`, which cite PortOne's documents, and `docs/migrate.md`.
 * @example
 * ```ts
 * import { migratePayload } from "paylint";
 *
 * const { payloads, decide } = migratePayload("ksnet.v1.cancel", { imp_uid: "imp_123456789012", amount: 9900 });
 * console.log(payloads);
 * for (const { why } of decide) console.log(why);
 * ```
 *
 * ```text
 * [
 *   {
 *     kind: 'ksnet.v2.cancel',
 *     payload: { amount: 9900, skipWebhook: true }
 *   }
 * ]
 * V2 knows a payment by the shop's own id alone, which V1 called merchant_uid. Look it up and put it in the address of the call.
 * V2 counts amounts in the currency's smallest unit, and the currency is not known here. The number is right for KRW and JPY. Multiply it by 100 for USD.
 * V2 requires a reason.
 * ```
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
