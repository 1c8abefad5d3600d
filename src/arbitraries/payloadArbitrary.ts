import fc from "fast-check";
import { arbitraryFor, raw } from "./raw.js";
import type { Blueprint, Cookbook } from "./recipe.js";
import { simplerPayloads } from "./simpler.js";

type Payload = Record<string, unknown>;

/** What an arbitrary of payloads is made of. */
export interface PayloadSource {
  readonly cookbook: Cookbook;
  /** How many ways there are to make a payload; each is as likely. */
  readonly ways: number;
  /** Turns a payload of the right shape into one that is wanted. */
  make(way: number, payload: Payload): Payload;
  /** Whether a payload is one that is wanted. */
  isTelling(payload: Payload, way: number): boolean;
}

/** Payloads made from so many of the right shape are kept, since making one takes as long as a hundred checks. */
const mostKept = 512;
/** One in so many is made anew, so that what is kept is not all there ever is. */
const anew = 256;
const mostVaried = 2;

interface Slot {
  /** The way to the value; no list is on it. */
  readonly keys: readonly string[];
  readonly values: fc.Arbitrary<unknown>;
}

interface Kept {
  readonly payload: Payload;
  /** Places of the payload that take values of their own. */
  readonly slots: readonly Slot[];
}

/**
 * Makes payloads by varying the free values of some that are known to be wanted. Shrinks by the payload itself: without a
 * key, with a simpler value, as long as it is wanted.
 */
export class PayloadArbitrary extends fc.Arbitrary<Payload> {
  readonly #source: PayloadSource;
  readonly #raw: fc.Arbitrary<Payload>;
  readonly #kept = new Map<number, Kept>();

  constructor(source: PayloadSource) {
    super();
    this.#source = source;
    this.#raw = raw(source.cookbook);
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Payload> {
    const way = random.nextInt(0, this.#source.ways - 1);
    const { payload, slots } =
      random.nextInt(1, anew) === 1
        ? this.#keep(way, this.#raw.generate(random, bias).value)
        : this.#known(way, random.nextInt(0, Math.ceil(mostKept / this.#source.ways) - 1));
    const varied = this.#varied(payload, slots, random, bias);
    const isFine = varied !== undefined && this.#source.isTelling(varied, way);
    return new fc.Value(isFine ? varied : (copyOf(payload) as Payload), way);
  }

  override canShrinkWithoutContext(value: unknown): value is Payload {
    return typeof value === "object" && value !== null && this.#wayOf(value as Payload) >= 0;
  }

  override shrink(value: Payload, context?: unknown): fc.Stream<fc.Value<Payload>> {
    const way = typeof context === "number" ? context : this.#wayOf(value);
    const { cookbook } = this.#source;
    return fc.stream(this.#shrunk(simplerPayloads(value, cookbook), way));
  }

  *#shrunk(candidates: Iterable<Payload>, way: number): IterableIterator<fc.Value<Payload>> {
    for (const candidate of candidates) {
      if (this.#source.isTelling(candidate, way)) yield new fc.Value(candidate, way);
    }
  }

  #wayOf(payload: Payload): number {
    const ways = Array.from({ length: this.#source.ways }, (_, way) => way);
    return ways.findIndex((way) => this.#source.isTelling(payload, way));
  }

  /** The payload made of the one with this number; always the same, so that a seed gives the same payloads. */
  #known(way: number, number: number): Kept {
    const key = number * this.#source.ways + way;
    let kept = this.#kept.get(key);
    if (!kept) {
      const [payload] = fc.sample(this.#raw, { seed: number, numRuns: 1 }) as [Payload];
      kept = this.#keep(way, payload);
      this.#kept.set(key, kept);
    }
    return kept;
  }

  #keep(way: number, shaped: Payload): Kept {
    const payload = this.#source.make(way, shaped);
    return { payload, slots: [...slotsIn(payload, this.#source.cookbook.blueprint)] };
  }

  /** A copy with other values in some of the slots. */
  #varied(
    payload: Payload,
    slots: readonly Slot[],
    random: fc.Random,
    bias: number | undefined,
  ): Payload | undefined {
    let left = slots.length === 0 ? 0 : random.nextInt(0, mostVaried);
    if (left === 0) return undefined;
    const varied = copyOf(payload) as Payload;
    for (; left > 0; left--) {
      const { keys, values } = slots[random.nextInt(0, slots.length - 1)] as Slot;
      let holder = varied;
      for (const key of keys.slice(0, -1)) holder = holder[key] as Payload;
      holder[keys.at(-1) as string] = values.generate(random, bias).value;
    }
    return varied;
  }
}

/** Whoever is given a payload may change it. */
function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Payload = {};
  for (const key of Object.keys(value)) copy[key] = copyOf((value as Payload)[key]);
  return copy;
}

function* slotsIn(
  value: unknown,
  blueprint: Blueprint,
  keys: readonly string[] = [],
): Iterable<Slot> {
  if (Array.isArray(value)) return;
  if (typeof value !== "object" || value === null) {
    yield { keys, values: arbitraryFor(blueprint) };
    return;
  }
  for (const [key, below] of Object.entries(value)) {
    const inner = blueprint.properties[key];
    if (inner) yield* slotsIn(below, inner, [...keys, key]);
  }
}
