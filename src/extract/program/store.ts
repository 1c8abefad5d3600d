/** Something that has a state while a program is interpreted: a variable, a key of an object. */
export interface Location<State> {
  /** The state where one of several is the case. */
  join(states: readonly State[]): State;
  /** What this is a part of: where that has no state, the part does not exist. */
  readonly owner?: Location<unknown>;
}

/** What alternatives have written. */
export type Writes = Map<Location<unknown>, unknown>;

/**
 * The states of a program's variables and objects. What alternatives of a program write is kept apart and joined, at a cost that
 * depends on what they write and not on how much there is.
 */
export class Store {
  readonly #states = new Map<Location<unknown>, unknown>();
  /** For each alternative that is being interpreted, what its writes replaced. */
  readonly #replaced: Writes[] = [];
  /** For each mark, the states that have changed since, up to the next one, as they were. */
  readonly #marks: Writes[] = [];

  get<State>(location: Location<State>): State | undefined {
    return this.#states.get(location) as State | undefined;
  }

  set<State>(location: Location<State>, state: State): void {
    const replaced = this.#replaced.at(-1);
    if (replaced && !replaced.has(location)) replaced.set(location, this.#states.get(location));
    this.#change(location, state);
  }

  #change(location: Location<unknown>, state: unknown): void {
    const mark = this.#marks.at(-1);
    if (mark && !mark.has(location)) mark.set(location, this.#states.get(location));
    this.#states.set(location, state);
  }

  /** Notes the states as they are now. */
  mark(): void {
    this.#marks.push(new Map());
  }

  /**
   * Joins alternatives that each ended at a mark, with the states of that moment, to what is the case now. `ended` is what they wrote
   * there; the marks are taken back.
   */
  joinEnded(ended: readonly Writes[]): void {
    for (const writes of [...ended].reverse()) {
      const then: Writes = this.#marks.pop() ?? new Map();
      // What has changed since this mark has changed since the one before it, too.
      const before = this.#marks.at(-1);
      for (const [location, state] of then) {
        if (before && !before.has(location)) before.set(location, state);
      }
      const existing = [...then].filter(([location, state]) => {
        const { owner } = location;
        // What has been made since then was no part of it.
        return state !== undefined || (owner && (!then.has(owner) || then.get(owner)));
      });
      this.join([noWrites, new Map([...existing, ...writes])]);
    }
  }

  /** Interprets something and takes back what it wrote, which is returned. */
  apart(interpret: () => void): Writes {
    this.#replaced.push(new Map());
    interpret();
    const replaced = this.#replaced.pop() as Writes;
    const written: Writes = new Map();
    for (const [location, before] of replaced) {
      written.set(location, this.#states.get(location));
      this.#change(location, before);
    }
    return written;
  }

  /** Joins the states of alternatives. One of them has happened. */
  join(alternatives: readonly Writes[]): void {
    const writers = new Map<Location<unknown>, Writes[]>();
    for (const writes of alternatives) {
      for (const location of writes.keys()) {
        const known = writers.get(location);
        if (known) known.push(writes);
        else writers.set(location, [writes]);
      }
    }
    const joined = [...writers].map(([location, writing]) => {
      const states = writing.map((writes) => writes.get(location));
      if (this.#isUnwrittenSomewhere(location, writing, writers, alternatives)) {
        states.push(this.#states.get(location));
      }
      return [location, location.join(states)] as const;
    });
    for (const [location, state] of joined) this.set(location, state);
  }

  /** Whether an alternative leaves a location as it is, and has what the location is a part of. */
  #isUnwrittenSomewhere(
    { owner }: Location<unknown>,
    writing: readonly Writes[],
    writers: ReadonlyMap<Location<unknown>, readonly Writes[]>,
    alternatives: readonly Writes[],
  ): boolean {
    if (writing.length === alternatives.length) return false;
    if (!owner || this.#states.get(owner) !== undefined) return true;
    const making = writers.get(owner) ?? [];
    return making.some((writes) => !writing.includes(writes));
  }
}

/** What an alternative wrote that does nothing. */
export const noWrites: Writes = new Map();
