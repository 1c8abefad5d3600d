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

  get<State>(location: Location<State>): State | undefined {
    return this.#states.get(location) as State | undefined;
  }

  set<State>(location: Location<State>, state: State): void {
    const replaced = this.#replaced.at(-1);
    if (replaced && !replaced.has(location)) replaced.set(location, this.#states.get(location));
    this.#states.set(location, state);
  }

  /** Interprets something and takes back what it wrote, which is returned. */
  apart(interpret: () => void): Writes {
    this.#replaced.push(new Map());
    interpret();
    const replaced = this.#replaced.pop() as Writes;
    const written: Writes = new Map();
    for (const [location, before] of replaced) {
      written.set(location, this.#states.get(location));
      this.#states.set(location, before);
    }
    return written;
  }

  #after(writes: Writes, location: Location<unknown>): unknown {
    return writes.has(location) ? writes.get(location) : this.#states.get(location);
  }

  /** Puts the joined states of alternatives, of which one has happened. */
  join(alternatives: readonly Writes[]): void {
    const locations = new Set(alternatives.flatMap((writes) => [...writes.keys()]));
    for (const location of locations) {
      const { owner } = location;
      const states = alternatives
        .filter((writes) => !owner || this.#after(writes, owner) !== undefined)
        .map((writes) => this.#after(writes, location));
      if (states.length > 0) this.set(location, location.join(states));
    }
  }
}

/** What an alternative wrote that does nothing. */
export const noWrites: Writes = new Map();
