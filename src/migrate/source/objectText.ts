import type { Located } from "../../extract/located.js";
import { locatedAt } from "../../extract/located.js";
import type { Span } from "../../text/positions.js";
import { parsePointer } from "../../validator/pointer.js";
import type { Locale, Text } from "../../validator/types.js";
import { isOpen, isSeen, Unknown } from "../../validator/unknown.js";
import { convert } from "../convert.js";
import type { Mappings } from "../mapping.js";
import type { Move, Plan } from "../plan.js";

/** A member of the object that is being written: its value as text, or an object of members. */
interface Member {
  readonly comments: string[];
  text?: string;
  trailing?: string;
  readonly members: Map<string, Member>;
}

/** The new text of a payload, and what its author must decide. */
export interface ObjectText {
  readonly text: string;
  readonly decisions: readonly {
    readonly from?: string;
    readonly path?: string;
    readonly why: Text;
  }[];
  /** Expressions of values that belong into V2's address, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What is known beside the text. */
interface Writing {
  readonly tables: Mappings;
  readonly locale: Locale;
  /** The text with all secrets hidden, of the same length. */
  readonly redacted: string;
  /** True for JSON with comments: its keys are in quotes, and no comma behind the last. */
  readonly isJson?: boolean;
}

/**
 * The object of V2 that an object literal of V1 becomes, by a plan. Expressions are kept, comments stay with their members,
 * and what a person must decide is in comments above the members or at the end.
 */
export function objectText(
  payload: Located,
  plan: Plan,
  text: string,
  options: Writing,
  at: number,
): ObjectText | undefined {
  return new ObjectWriter(payload, plan, text, options, at).write();
}

class ObjectWriter {
  readonly #root: Member = { comments: [], members: new Map() };
  readonly #decisions: { from?: string; path?: string; why: Text }[] = [];
  readonly #parameters: Record<string, string> = {};
  readonly #moved = new Set<string>();
  readonly tables: Mappings;
  readonly locale: Locale;
  readonly redacted: string;
  readonly isJson: boolean;

  constructor(
    readonly payload: Located,
    readonly plan: Plan,
    readonly text: string,
    { tables, locale, redacted, isJson = false }: Writing,
    readonly at: number,
  ) {
    this.tables = tables;
    this.locale = locale;
    this.redacted = redacted;
    this.isJson = isJson;
  }

  write(): ObjectText | undefined {
    for (const step of this.plan.steps) {
      if (step.is === "move") this.#move(step);
      else if (step.is === "add") this.#memberAt(step.to).text = literal(step.value);
      else if (step.is === "parameter") this.#parameters[step.name] = this.#sourceAt(step.from);
    }
    for (const step of this.plan.steps) {
      if (
        step.is === "decide" &&
        !this.#decisions.some(
          ({ from, path }) => from === step.from && path === step.path && path !== undefined,
        )
      ) {
        this.#decisions.push(step);
      }
    }
    const { line } = indentationOf(this.text, this.at);
    const { unit } = indentationOf(this.text, spanOf(this.payload)[0]);
    for (const { from, path, why } of this.#decisions) this.#comment(from, path, why);
    return {
      text: this.#print(this.#root, line, unit),
      decisions: this.#decisions,
      parameters: this.#parameters,
    };
  }

  #comment(from: string | undefined, path: string | undefined, why: Text): void {
    const of = from === undefined ? undefined : locatedAt(this.payload, from);
    const was =
      of?.property && !this.#moved.has(from ?? "")
        ? `${oneLine(this.redacted.slice(...of.property))}: `
        : "";
    const at = path === undefined ? "" : `${parsePointer(path).join(".")}: `;
    const note = `// TODO(paylint): ${was || at}${why[this.locale]}`;
    const target = path === undefined ? undefined : this.#existing(path);
    const lost = of && was !== "" ? this.#commentsOf(of) : [];
    (target ?? this.#root).comments.push(...lost, note);
  }

  #existing(path: string): Member | undefined {
    let at: Member | undefined = this.#root;
    for (const key of parsePointer(path)) at = at?.members.get(key);
    return at;
  }

  #memberAt(path: string): Member {
    let at = this.#root;
    for (const key of parsePointer(path)) {
      let below = at.members.get(key);
      if (!below) {
        below = { comments: [], members: new Map() };
        at.members.set(key, below);
      }
      at = below;
    }
    return at;
  }

  #move(step: Move): void {
    const located = locatedAt(this.payload, step.from);
    const { value, route } = step;
    this.#moved.add(step.from);
    const source = this.#sourceAt(step.from);
    const isKept = route.values === undefined && (route.as === undefined || !isWritten(source));
    if (located && (!isPlain(value) || isKept)) {
      const written = expressionOf(step, source, this.plan.digits);
      const member = this.#memberAt(step.to);
      member.text = written.text;
      member.comments.push(...this.#commentsOf(located));
      if (written.why) {
        this.#decisions.push({
          from: step.from,
          path: step.to,
          why: this.tables.words[written.why],
        });
      }
      return;
    }
    const converted = convert(step, this.plan.digits, this.tables);
    const comments = located ? this.#commentsOf(located) : [];
    for (const [pointer, one] of converted.values) {
      const member = this.#memberAt(pointer);
      const isAmount = route.as === "minor" && located && one === value;
      member.text = isAmount ? this.#sourceAt(step.from) : literal(one);
      member.comments.push(...comments.splice(0));
    }
    if (converted.why) this.#decisions.push({ from: step.from, path: step.to, why: converted.why });
    if (converted.values.length === 0) this.#moved.delete(step.from);
  }

  #sourceAt(pointer: string): string {
    const located = locatedAt(this.payload, pointer);
    return located ? this.text.slice(...located.span) : "undefined";
  }

  /** Comments directly above a member or behind it on its line. */
  #commentsOf({ property }: Located): string[] {
    if (!property) return [];
    const before = this.text.slice(spanOf(this.payload)[0], property[0]);
    const behind = /^[ \t]*(?:,[ \t]*)?(\/\/[^\n]*|\/\*[^\n]*?\*\/)/.exec(
      this.text.slice(property[1]),
    )?.[1];
    return [...commentsAtEnd(before), ...(behind ? [behind.trim()] : [])];
  }

  #print(member: Member, line: string, unit: string): string {
    if (member.text !== undefined) return member.text;
    const inner = line + unit;
    const keys = [...member.members.keys()];
    const end = (index: number) => (this.isJson && index === keys.length - 1 ? "\n" : ",\n");
    if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
      const items = [...member.members.values()].map(
        (one, index) => `${inner}${this.#print(one, inner, unit)}${end(index)}`,
      );
      return `[\n${items.join("")}${line}]`;
    }
    const own = member === this.#root ? member.comments.map((one) => `${inner}${one}\n`) : [];
    const lines = [...member.members].map(([key, one], index) => {
      const value = this.#print(one, inner, unit);
      const isName = !this.isJson && /^[A-Za-z_$][\w$]*$/.test(key);
      const name = isName ? key : JSON.stringify(key);
      const comments = one.comments.map((comment) => `${inner}${comment}\n`).join("");
      return `${comments}${inner}${isName && value === name ? name : `${name}: ${value}`}${end(index)}`;
    });
    return `{\n${own.join("")}${lines.join("")}${line}}`;
  }
}

/** The expression of a value that is not known. */
function expressionOf(
  { route }: Move,
  source: string,
  digits: number | undefined,
): { readonly text: string; readonly why?: "unknown-value" | "currency-unknown" | "unreadable" } {
  if (route.values !== undefined && route.as === undefined)
    return { text: source, why: "unknown-value" };
  switch (route.as) {
    case undefined:
    case "due":
      return { text: source };
    case "minor":
      if (digits === undefined) return { text: source, why: "currency-unknown" };
      return { text: digits === 0 ? source : `Math.round((${source}) * ${10 ** digits})` };
    case "list":
      return { text: `[${source}].flat()` };
    case "opposite":
      return { text: `!(${source})` };
    case "months":
    case "whole":
      return { text: source };
    case "rfc3339":
      return { text: `new Date((${source}) * 1000).toISOString()` };
    default:
      return { text: source, why: "unreadable" };
  }
}

const isPlain = (value: unknown): boolean => {
  if (value instanceof Unknown) return false;
  if (!isSeen(value)) return true;
  return !isOpen(value) && Object.values(value).every(isPlain);
};

/** Whether a source is the value itself, not a name for it. */
const isWritten = (source: string): boolean =>
  /^(?:["'`[{-]|\d|true\b|false\b|null\b)/.test(source);

/** Where the object itself is written. */
export const spanOf = ({ origin, span }: Located): Span => origin ?? span;

const literal = (value: unknown): string => JSON.stringify(value) ?? "undefined";

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 80);

/** The indentation of the line at an offset, and the unit of the file. */
export function indentationOf(
  text: string,
  offset: number,
): { readonly line: string; readonly unit: string } {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
  const below = /\n([ \t]+)\S/.exec(text.slice(offset))?.[1] ?? "";
  const unit =
    below.startsWith(line) && below.length > line.length ? below.slice(line.length) : "  ";
  return { line, unit };
}

/** The lines of comments alone that a text ends with, before a line that is begun. */
function commentsAtEnd(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  if (lines.pop() !== "") return [];
  const other = lines.findLastIndex((line) => !/^(?:\/\/|\/\*[^*]*\*\/$)/.test(line));
  return lines.slice(other + 1);
}
