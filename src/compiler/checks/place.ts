/** A place of a payload as the generated code knows it: a variable, read once. */
export class Place {
  readonly #children = new Map<string, Place>();

  private constructor(
    /** JSON Pointer within its scope, which is the payload or an item of a list. */
    readonly pointer: string,
    /** The scope's name and the pointer; equal for equal places. */
    readonly id: string,
    readonly parent: Place | undefined,
    readonly key: string | undefined,
  ) {}

  /** The payload itself, or an item of the list that `scope` names. */
  static root(scope = ""): Place {
    return new Place("", scope, undefined, undefined);
  }

  child(key: string): Place {
    let child = this.#children.get(key);
    if (!child) {
      child = new Place(`${this.pointer}/${key}`, `${this.id}/${key}`, this, key);
      this.#children.set(key, child);
    }
    return child;
  }

  get children(): Iterable<Place> {
    return this.#children.values();
  }
}
