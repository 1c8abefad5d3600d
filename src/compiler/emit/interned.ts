/** Values by number, each once. What a base has comes first, by its numbers. */
export class Interned<Of> {
  readonly #indexes = new Map<string, number>();
  readonly all: Of[] = [];

  constructor(base: readonly Of[] = []) {
    for (const value of base) {
      this.#indexes.set(JSON.stringify(value), this.all.push(value) - 1);
    }
  }

  indexOf(value: Of): number {
    const key = JSON.stringify(value);
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.all.push(value) - 1;
      this.#indexes.set(key, index);
    }
    return index;
  }
}
