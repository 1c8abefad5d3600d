/** Stands in a text for a stretch that only the running program knows. */
export const hole = "\ue000";

/** What a value that only the running program knows may be: names of JSON Schema types. */
export type JsonType = "string" | "number" | "boolean" | "object" | "array" | "null";

/** Bounds of the length of a text, in code points; both are included. */
export interface LengthRange {
  readonly min: number;
  readonly max: number;
}

/**
 * A value of source code that only the running program knows. With `types` it is there and of one of them; without, it may
 * be anything, or absent.
 */
export class Unknown {
  // Private, so that nothing takes them for keys of a payload.
  readonly #source: string;
  readonly #types: readonly JsonType[] | undefined;
  readonly #text: string | undefined;
  readonly #length: LengthRange | undefined;

  /**
   * `text` is what is known of a text, with a hole where it is not; `length` is what is known of its length as a whole, such
   * as 44 of `"payment-" + crypto.randomUUID()`.
   */
  constructor(source: string, types?: readonly JsonType[], text?: string, length?: LengthRange) {
    this.#source = source;
    this.#types = types;
    this.#text = text;
    this.#length = length;
  }

  get source(): string {
    return this.#source;
  }

  get types(): readonly JsonType[] | undefined {
    return this.#types;
  }

  get text(): string | undefined {
    return this.#text;
  }

  get length(): LengthRange | undefined {
    return this.#length;
  }
}

const open = new WeakSet<object>();

/** Marks an object or a list that may hold more than is seen of it. */
export function markOpen<Value extends object>(value: Value): Value {
  open.add(value);
  return value;
}

export const isOpen = (value: object): boolean => open.has(value);

/** Whether a value is an object or a list of which something is seen. */
export const isSeen = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !(value instanceof Unknown);

/** A text, or what is known of one, with holes. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value instanceof Unknown ? value.text : undefined;
}
