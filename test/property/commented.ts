/** Writes payloads out with comments everywhere, each of which says what it is about. */

/** Choices of style: numbers from 0 to 99, used one after the other and again from the first. */
export type Choices = readonly number[];

export type Language = "javascript" | "json" | "line";

export class CommentedWriter {
  readonly #choices: Choices;
  readonly #language: Language;
  #next = 0;
  #free = 0;

  constructor(choices: Choices, language: Language) {
    this.#choices = choices;
    this.#language = language;
  }

  /** True in so many cases of a hundred. */
  #isChosen(percent: number): boolean {
    const choice = this.#choices[this.#next++ % this.#choices.length] ?? 0;
    return choice < percent;
  }

  value(value: unknown, pointer = "", indent = ""): string {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => this.value(item, `${pointer}/${index}`, indent));
      return `[${items.join(", ")}]`;
    }
    if (typeof value !== "object" || value === null) return this.#scalar(value);
    return this.#object(value as Record<string, unknown>, pointer, indent);
  }

  #scalar(value: unknown): string {
    const written = JSON.stringify(value);
    const isPlain = typeof value === "string" && !/["'`\\$]/.test(written.slice(1, -1));
    return isPlain && this.#language === "javascript" && this.#isChosen(40)
      ? `'${value}'`
      : written;
  }

  #key(key: string): string {
    return this.#language === "javascript" && /^[a-z_]\w*$/i.test(key) && this.#isChosen(70)
      ? key
      : JSON.stringify(key);
  }

  /** A comment about a pointer, or about nothing at all. */
  #comment(about: string | undefined, isLine: boolean): string {
    const says = about === undefined ? `free ${this.#free++}` : `about ${about} ${this.#free++}`;
    return isLine ? `// ${says}.` : `/* ${says}. */`;
  }

  #object(object: Record<string, unknown>, pointer: string, indent: string): string {
    const isTall = this.#language !== "line" && this.#isChosen(60);
    const written = Object.entries(object).flatMap(([key, value]) => {
      const about = `${pointer}/${key}`;
      const isScalar = typeof value !== "object";
      const own = { key, value, about };
      const earlier = { key, value: isScalar ? 1 : value, about: `earlier ${about}` };
      return isScalar && this.#isChosen(5) ? [earlier, own] : [own];
    });
    if (written.length === 0) return "{}";
    return isTall ? this.#tall(written, indent) : this.#flat(written, indent);
  }

  #flat(members: readonly Written[], indent: string): string {
    const hasTrailing = this.#isChosen(20);
    const space = this.#isChosen(70) ? " " : "";
    const texts = members.map(({ key, value, about }, index) => {
      const before = this.#isChosen(15) ? `${this.#comment(about, false)} ` : "";
      const behind = this.#isChosen(15) ? ` ${this.#comment(about, false)}` : "";
      const comma = index < members.length - 1 || hasTrailing ? "," : "";
      const written = this.value(value, about, indent);
      return `${before}${this.#key(key)}:${space}${written}${behind}${comma}`;
    });
    return `{${space}${texts.join(space)}${space}}`;
  }

  #tall(members: readonly Written[], outer: string): string {
    const indent = `${outer}  `;
    const hasTrailing = this.#isChosen(40);
    const lines: string[] = [this.#isChosen(15) ? `{ ${this.#comment(undefined, true)}` : "{"];
    for (const [index, { key, value, about }] of members.entries()) {
      if (this.#isChosen(10)) lines.push(`${indent}${this.#comment(undefined, true)}`, "");
      if (this.#isChosen(15)) lines.push(`${indent}${this.#comment(about, this.#isChosen(50))}`);
      const comma = index < members.length - 1 || hasTrailing ? "," : "";
      const inner = this.#isChosen(10) ? ` ${this.#comment(about, false)}` : "";
      const behind = this.#isChosen(25) ? ` ${this.#comment(about, this.#isChosen(70))}` : "";
      const written = this.value(value, about, indent);
      lines.push(`${indent}${this.#key(key)}: ${written}${inner}${comma}${behind}`);
    }
    if (this.#isChosen(10)) lines.push("", `${indent}${this.#comment(undefined, true)}`);
    return [...lines, `${outer}}`].join("\n");
  }
}

interface Written {
  readonly key: string;
  readonly value: unknown;
  readonly about: string;
}

/** The comments of a text that the writer made, sorted. */
export const commentsIn = (text: string): string[] =>
  [...text.matchAll(/(?:\/\/|\/\*) ((?:about|free) [^.]*)\./g)]
    .map(([, says]) => says as string)
    .sort();

/** Whether a comment is about a pointer or something below it. */
export const isAbout = (comment: string, pointer: string): boolean =>
  comment.startsWith(`about ${pointer} `) || comment.startsWith(`about ${pointer}/`);
