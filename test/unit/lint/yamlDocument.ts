import fc from "fast-check";

/** A document of YAML with comments everywhere, and whose each comment is. */
export interface Commented {
  readonly text: string;
  /** Pointer of the value that each comment (`# c0`, `# c1` …) is about; undefined where it is about none. */
  readonly owners: readonly (string | undefined)[];
}

interface Scalar {
  readonly write: (indent: string) => string;
  readonly inFlow: boolean;
}

const scalars: readonly Scalar[] = [
  ...[
    "1",
    "64000",
    '"64000"',
    "'it''s'",
    "two words",
    '"a # b"',
    "",
    "~",
    "http://a.b/c?d",
    "[]",
    "{}",
  ].map((text) => ({ write: () => text, inFlow: text !== "" && !/[?[{]/.test(text) })),
  { write: (indent) => `"first\n${indent}  second"`, inFlow: true },
  { write: (indent) => `plain\n${indent}  going on`, inFlow: false },
  { write: (indent) => `|\n${indent}  line\n${indent}  # no comment`, inFlow: false },
  { write: (indent) => `>-\n${indent}  folded\n\n${indent}  more`, inFlow: false },
  { write: (indent) => `|+\n${indent}  kept\n`, inFlow: false },
];

type Tree =
  | { readonly scalar: number }
  | { readonly list: readonly Tree[]; readonly form: Form }
  | { readonly map: readonly (readonly [key: string, Tree])[]; readonly form: Form };

type Form = "block" | "flow" | "lines";

const keys = ["a", "b", "c", "card_quota", "'q k'", '"dq"', "amount"];

const trees = fc.letrec<{ tree: Tree; scalar: Tree; list: Tree; map: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: tie("scalar") },
    { weight: 2, arbitrary: tie("map") },
    { weight: 1, arbitrary: tie("list") },
  ),
  scalar: fc.nat(scalars.length - 1).map((scalar) => ({ scalar })),
  list: fc.record({
    list: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
    form: fc.constantFrom<Form>("block", "flow", "lines"),
  }),
  map: fc.record({
    map: fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), tie("tree")), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 4,
    }),
    form: fc.constantFrom<Form>("block", "flow", "lines"),
  }),
}));

/** Writes a tree; asks `chance` wherever something may or may not be. */
class Writer {
  readonly owners: (string | undefined)[] = [];
  readonly #chances: readonly boolean[];
  #next = 0;

  constructor(chances: readonly boolean[]) {
    this.#chances = chances;
  }

  #chance(): boolean {
    return this.#chances[this.#next++ % this.#chances.length] ?? false;
  }

  comment(owner: string | undefined): string {
    return `# c${this.owners.push(owner) - 1}`;
  }

  maybe(owner: string | undefined): string {
    return this.#chance() ? ` ${this.comment(owner)}` : "";
  }

  /** What follows a colon or a dash: a value on the same line and the line's end, or lines of its own. */
  #behind(tree: Tree, indent: string, at: string): string {
    if ("scalar" in tree) {
      const { write } = scalars[tree.scalar] as Scalar;
      const text = write(indent);
      // Behind a block of text a comment would be a part of it.
      if (/^[|>]/.test(text)) return ` ${text}\n`;
      const value = text === "" ? "" : ` ${text}`;
      return `${value}${this.maybe(at)}\n${this.#deeper(indent, at)}`;
    }
    if (tree.form !== "block") {
      return ` ${this.#flow(tree, `${indent}  `, at, tree.form === "lines")}${this.maybe(at)}\n`;
    }
    return `${this.maybe(at)}\n${this.block(tree, `${indent}  `, at)}${this.#deeper(indent, lastIn(tree, at))}`;
  }

  #deeper(indent: string, at: string): string {
    return this.#chance() && this.#chance() ? `${indent}   ${this.comment(at)}\n` : "";
  }

  block(tree: Tree, indent: string, at: string, isFirstInLine = false): string {
    if ("scalar" in tree) throw new Error("no block");
    const entries = "list" in tree ? tree.list.map((item) => ["-", item] as const) : tree.map;
    return entries
      .map(([key, value], index) => {
        const own = `${at}/${key === "-" ? index : key.replace(/['"]/g, "")}`;
        const isInLine = isFirstInLine && index === 0;
        const above = isInLine ? "" : this.#above(indent, own, at);
        const start = `${above}${isInLine ? "" : indent}${key === "-" ? "-" : `${key}:`}`;
        if (key !== "-" || "scalar" in value || value.form !== "block") {
          return start + this.#behind(value, indent, own);
        }
        return `${start} ${this.block(value, `${indent}  `, own, true)}`;
      })
      .join("");
  }

  #above(indent: string, own: string, at: string): string {
    const loose = this.#chance() && this.#chance() ? `${indent}${this.comment(at)}\n\n` : "";
    return loose + (this.#chance() ? `${indent}${this.comment(own)}\n` : "");
  }

  #flow(tree: Tree, indent: string, at: string, isOnLines: boolean): string {
    if ("scalar" in tree) {
      const scalar = scalars[tree.scalar] as Scalar;
      return scalar.inFlow ? scalar.write(indent) : "7";
    }
    const isList = "list" in tree;
    const entries = isList ? tree.list.map((item) => ["", item] as const) : tree.map;
    const [open, close] = isList ? "[]" : "{}";
    let text = open as string;
    let last = at;
    for (const [index, [key, value]] of entries.entries()) {
      const own = `${at}/${isList ? index : key.replace(/['"]/g, "")}`;
      const startsLine = isOnLines && (index === 0 || this.#chance());
      if (startsLine) text += `${this.maybe(last)}\n`;
      if (startsLine && this.#chance()) text += `${indent}${this.comment(own)}\n`;
      text += startsLine ? indent : " ";
      text += (isList ? "" : `${key}: `) + this.#flow(value, `${indent}  `, own, isOnLines);
      if (index < entries.length - 1 || (isOnLines && this.#chance())) text += ",";
      last = own;
    }
    return isOnLines
      ? `${text}${this.maybe(last)}\n${indent.slice(2)}${close}`
      : `${text} ${close}`;
  }
}

/** Pointer of the last value in a list or a map. */
function lastIn(tree: Tree, at: string): string {
  if ("map" in tree) return `${at}/${tree.map.at(-1)?.[0].replace(/['"]/g, "")}`;
  return "list" in tree ? `${at}/${tree.list.length - 1}` : at;
}

/** Documents whose root is a map, as generated; with Windows line ends, a byte order mark, no last line end. */
export const commentedDocuments: fc.Arbitrary<Commented> = fc
  .record({
    tree: trees.map.filter((tree) => "map" in tree && tree.map.length > 1),
    chances: fc.array(fc.boolean(), { minLength: 7, maxLength: 40 }),
    isWindows: fc.boolean(),
    hasMark: fc.boolean(),
    isEnded: fc.boolean(),
    hasNext: fc.boolean(),
  })
  .map(({ tree, chances, isWindows, hasMark, isEnded, hasNext }) => {
    const writer = new Writer(chances);
    const head = writer.maybe(undefined).trim();
    const body = writer.block(tree, "", "");
    const text = `${hasMark ? "\ufeff" : ""}${head === "" ? "" : `${head}\n---\n`}${body}${hasNext ? "---\nnext: 1\n" : ""}`;
    const ended = isEnded || hasNext ? text : text.replace(/\n$/, "");
    return { text: isWindows ? ended.replaceAll("\n", "\r\n") : ended, owners: writer.owners };
  });
