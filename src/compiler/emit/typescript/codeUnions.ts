/** Unions of card companies' codes, each written out once. */
export class CodeUnions {
  readonly #names = new Map<string, string>();
  readonly #texts: string[] = [];
  readonly #order: readonly string[];

  /** `order` is that of all codes. Their own union is declared elsewhere, as `IssuerCode`. */
  constructor(order: readonly string[]) {
    this.#order = order;
    this.#names.set(this.#written(order), "IssuerCode");
  }

  /** The declarations. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** A union of some codes, which is declared with a name if it is not short. */
  of(codes: readonly string[], name: string): string {
    const written = this.#written(codes);
    const known = this.#names.get(written);
    if (known !== undefined || codes.length <= fewCodes) return known ?? written;
    this.#names.set(written, name);
    this.#texts.push(`type ${name} = ${written};\n`);
    return name;
  }

  #written(codes: readonly string[]): string {
    const inOrder = this.#order.filter((code) => codes.includes(code));
    return inOrder.map((code) => JSON.stringify(code)).join(" | ");
  }
}

/** A name is not shorter than so many codes. */
const fewCodes = 2;
