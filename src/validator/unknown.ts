/** Stands in a text for a stretch that only the running program knows. */
export const hole = "\ue000";

/** Stands in a text for one character that only the running program knows, where at least the length is known. */
export const anyCharacter = "\ue001";

/** What a value that only the running program knows may be: names of JSON Schema types. */
export type JsonType = "string" | "number" | "boolean" | "object" | "array" | "null";

/** What is known of a number that only the running program knows. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

/**
 * A value of source code that only the running program knows. With `types` it is present and of one of them; without, it may be
 * anything, or absent.
 */
export class Unknown {
  // Private, so that nothing takes them for keys of a payload.
  readonly #source: string;
  readonly #types: readonly JsonType[] | undefined;
  readonly #text: string | undefined;
  readonly #bounds: Bounds | undefined;

  /**
   * `text` is what is known of a string, with `hole` and `anyCharacter` where it is not; `bounds` is what is known of a number.
   */
  constructor(source: string, types?: readonly JsonType[], text?: string, bounds?: Bounds) {
    this.#source = source;
    this.#types = types;
    this.#text = text;
    this.#bounds = bounds;
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

  get bounds(): Bounds | undefined {
    return this.#bounds;
  }
}

const open = new WeakSet<object>();

/** Marks an object or a list that may hold more than is seen of it. */
export function markOpen<Value extends object>(value: Value): Value {
  open.add(value);
  return value;
}

export const isOpen = (value: object): boolean => open.has(value);

/** Whether a value is an object or a list with visible parts. */
export const isSeen = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !(value instanceof Unknown);

/** A text, or the known parts of one, with holes. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value instanceof Unknown ? value.text : undefined;
}

/** Whether a text has nothing in it that only the running program knows. */
export const isWholeText = (text: string): boolean =>
  !text.includes(hole) && !text.includes(anyCharacter);

/** Whether a text can be what a text with holes turns out to be. */
export function fits(text: string, withHoles: string): boolean {
  const parts = withHoles
    .split(hole)
    .map((part) =>
      part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(anyCharacter, "[\\s\\S]"),
    );
  return new RegExp(`^${parts.join("[\\s\\S]*")}$`, "u").test(text);
}
