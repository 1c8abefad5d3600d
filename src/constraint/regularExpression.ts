/** A regular expression as a tree. */
export type RegExpTree =
  /** One code point that a class, an escape or a literal takes. */
  | { readonly one: RegExp }
  | { readonly edge: "start" | "end" }
  | { readonly all: readonly RegExpTree[] }
  | { readonly any: readonly RegExpTree[] }
  | { readonly repeated: RegExpTree; readonly least: number; readonly most: number };

/** Reads a regular expression with the `u` flag; undefined for one that looks around, refers back or is not understood. */
export function parseExpression(source: string): RegExpTree | undefined {
  const reader = new Reader(source);
  const expression = reader.alternatives();
  return reader.isAtEnd ? expression : undefined;
}

const escaped =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|[^1-9bBkpPuxc])/uy;
const classOfCharacters = /\[(?:\\[\s\S]|[^\]\\])*\]/uy;
const literal = /[^\\^$.*+?()[\]{}|]|\./uy;
const quantifier = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/uy;

/** Stops in front of what it does not understand. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#source.length;
  }

  alternatives(): RegExpTree {
    const any = [this.#sequence()];
    while (this.#takes("|")) any.push(this.#sequence());
    return any.length === 1 ? (any[0] as RegExpTree) : { any };
  }

  #sequence(): RegExpTree {
    const all: RegExpTree[] = [];
    for (let part = this.#part(); part; part = this.#part()) all.push(this.#repeated(part));
    return { all };
  }

  #part(): RegExpTree | undefined {
    if (this.#takes("^")) return { edge: "start" };
    if (this.#takes("$")) return { edge: "end" };
    const start = this.#at;
    if (this.#takes("(?:") || (!this.#source.startsWith("(?", start) && this.#takes("("))) {
      const inner = this.alternatives();
      if (this.#takes(")")) return inner;
      this.#at = start;
      return undefined;
    }
    const [one] =
      this.#match(classOfCharacters) ?? this.#match(escaped) ?? this.#match(literal) ?? [];
    return one === undefined ? undefined : { one: new RegExp(`^${one}$`, "u") };
  }

  #repeated(part: RegExpTree): RegExpTree {
    const found = this.#match(quantifier);
    if (!found) return part;
    const [text, first, comma, last] = found;
    const most = Number.POSITIVE_INFINITY;
    if (first === undefined) {
      return {
        repeated: part,
        least: text.startsWith("+") ? 1 : 0,
        most: text.startsWith("?") ? 1 : most,
      };
    }
    const least = Number(first);
    return { repeated: part, least, most: last ? Number(last) : comma ? most : least };
  }

  #takes(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#source);
    if (!found) return undefined;
    this.#at = expression.lastIndex;
    return found;
  }
}
