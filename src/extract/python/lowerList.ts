import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../text/positions.js";
import type { Argument, EntryModel } from "../program/model.js";
import { childrenOf, type Lowering, sourceOf, spanOf } from "../program/syntax.js";

/** Lowers what is between brackets: the arguments of calls, the items of lists, the entries of dictionaries. */
export class ListLowering {
  readonly #text: string;
  readonly #expressions: Lowering;

  constructor(text: string, expressions: Lowering) {
    this.#text = text;
    this.#expressions = expressions;
  }

  /** `value`, `name=value`, `*list`, `**object`, between commas. */
  arguments(list: SyntaxNode): Argument[] {
    return betweenCommas(list).flatMap((group) => this.#argument(group) ?? []);
  }

  #argument(group: readonly SyntaxNode[]): Argument | undefined {
    const value = group.at(-1);
    const [first] = group;
    if (!value || !first) return undefined;
    const span: Span = [first.from, value.to];
    const spread = first.name === "*" ? "positional" : first.name === "**" ? "named" : undefined;
    if (group.some(({ name }) => name === "for")) {
      return { value: { is: "unknown", span, parts: [] }, span, spread: "positional" };
    }
    const isNamed = group[1]?.name === "AssignOp";
    return {
      value: this.#expressions.lower(value),
      span,
      ...(spread && { spread }),
      ...(isNamed && { name: { text: sourceOf(first, this.#text), span: spanOf(first) } }),
    };
  }

  entries(node: SyntaxNode): EntryModel[] {
    return betweenCommas(node).flatMap((group) => this.#entry(group) ?? []);
  }

  #entry(group: readonly SyntaxNode[]): EntryModel | undefined {
    const [first, second, third] = group;
    if (first?.name === "**") return second && { spread: this.#expressions.lower(second) };
    if (!first || !third) return undefined;
    return {
      key: this.#expressions.lower(first),
      value: this.#expressions.lower(third),
      span: [first.from, third.to],
    };
  }
}

/** What is between the brackets of a list, in groups between commas. */
function betweenCommas(list: SyntaxNode): SyntaxNode[][] {
  let group: SyntaxNode[] = [];
  const groups = [group];
  for (const child of childrenOf(list)) {
    if (child.name === ",") {
      group = [];
      groups.push(group);
    } else if (!"()[]{}".includes(child.name) && child.name !== "Comment") group.push(child);
  }
  return groups;
}
