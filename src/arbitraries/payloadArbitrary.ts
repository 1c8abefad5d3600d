import fc from "fast-check";
import type { ExampleCatalog, ValueDomain } from "../examples/catalog.js";
import { arbitraryFor, shapedPayload } from "./shapedPayload.js";
import { simplerPayloads } from "./simpler.js";

type Payload = Record<string, unknown>;

/** What an arbitrary of payloads is made of. */
interface PayloadSource {
  readonly catalog: ExampleCatalog;
  /** How many ways there are to make a payload; each is as likely. */
  readonly variants: number;
  /** Turns a payload of the right shape into one that is wanted. */
  make(variant: number, payload: Payload): Payload;
  /** Whether a payload is one that is wanted. */
  isWanted(payload: Payload, variant: number): boolean;
}

/** Payloads made from so many of the right shape are kept, since making one takes as long as a hundred checks. */
const maxKept = 512;
/** On average, one payload in this many is a new one, so that the kept ones are not the only ones. */
const refreshEvery = 256;
const maxVaried = 2;

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
  readonly #shapedPayload: fc.Arbitrary<Payload>;
  readonly #kept = new Map<number, Kept>();

  constructor(source: PayloadSource) {
    super();
    this.#source = source;
    this.#shapedPayload = shapedPayload(source.catalog);
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Payload> {
    const variant = random.nextInt(0, this.#source.variants - 1);
    const { payload, slots } =
      random.nextInt(1, refreshEvery) === 1
        ? this.#keep(variant, this.#shapedPayload.generate(random, bias).value)
        : this.#known(variant, random.nextInt(0, Math.ceil(maxKept / this.#source.variants) - 1));
    const varied = this.#varied(payload, slots, random, bias);
    const isFine = varied !== undefined && this.#source.isWanted(varied, variant);
    return new fc.Value(isFine ? varied : (copyOf(payload) as Payload), variant);
  }

  override canShrinkWithoutContext(value: unknown): value is Payload {
    return typeof value === "object" && value !== null && this.#variantOf(value as Payload) >= 0;
  }

  override shrink(value: Payload, context?: unknown): fc.Stream<fc.Value<Payload>> {
    const variant = typeof context === "number" ? context : this.#variantOf(value);
    const { catalog } = this.#source;
    return fc.stream(this.#shrunk(simplerPayloads(value, catalog), variant));
  }

  *#shrunk(candidates: Iterable<Payload>, variant: number): IterableIterator<fc.Value<Payload>> {
    for (const candidate of candidates) {
      if (this.#source.isWanted(candidate, variant)) yield new fc.Value(candidate, variant);
    }
  }

  #variantOf(payload: Payload): number {
    const variants = Array.from({ length: this.#source.variants }, (_, variant) => variant);
    return variants.findIndex((variant) => this.#source.isWanted(payload, variant));
  }

  /** The payload made of the one with this number; always the same, so that a seed gives the same payloads. */
  #known(variant: number, number: number): Kept {
    const key = number * this.#source.variants + variant;
    let kept = this.#kept.get(key);
    if (!kept) {
      const [payload] = fc.sample(this.#shapedPayload, { seed: number, numRuns: 1 }) as [Payload];
      kept = this.#keep(variant, payload);
      this.#kept.set(key, kept);
    }
    return kept;
  }

  #keep(variant: number, shaped: Payload): Kept {
    const payload = this.#source.make(variant, shaped);
    return { payload, slots: [...slotsIn(payload, this.#source.catalog.domain)] };
  }

  /** A copy with other values in some of the slots. */
  #varied(
    payload: Payload,
    slots: readonly Slot[],
    random: fc.Random,
    bias: number | undefined,
  ): Payload | undefined {
    let left = slots.length === 0 ? 0 : random.nextInt(0, maxVaried);
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
  domain: ValueDomain,
  keys: readonly string[] = [],
): Iterable<Slot> {
  if (Array.isArray(value)) return;
  if (typeof value !== "object" || value === null) {
    yield { keys, values: arbitraryFor(domain) };
    return;
  }
  for (const [key, below] of Object.entries(value)) {
    const inner = domain.properties[key];
    if (inner) yield* slotsIn(below, inner, [...keys, key]);
  }
}
