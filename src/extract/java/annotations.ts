import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../text/positions.js";
import type { Mark } from "../program/model.js";
import { childNamed, childrenOf, isToken, sourceOf, spanOf } from "../program/syntax.js";
import { writtenText } from "./texts.js";

/** An annotation of a class, a member or a parameter. */
export interface Annotation {
  /** Without its package. */
  readonly name: string;
  readonly source: string;
  readonly span: Span;
  readonly arguments: readonly AnnotationArgument[];
}

export interface AnnotationArgument {
  /** `value` where it has no name. */
  readonly name: string;
  /** The text, where the value is one. */
  readonly text?: string;
  readonly node: SyntaxNode;
  readonly span: Span;
}

/** The annotations of a declaration. */
export function annotationsOf(node: SyntaxNode, text: string): Annotation[] {
  const modifiers = childNamed(node, "Modifiers");
  return (modifiers ? childrenOf(modifiers) : []).flatMap((child): Annotation[] => {
    const name = childNamed(child, "Identifier", "ScopedIdentifier");
    const list = childNamed(child, "AnnotationArgumentList");
    if (!name) return [];
    const written = sourceOf(name, text);
    return [
      {
        name: written.slice(written.lastIndexOf(".") + 1),
        source: sourceOf(child, text),
        span: spanOf(child),
        arguments: list ? argumentsOf(list, text) : [],
      },
    ];
  });
}

function argumentsOf(list: SyntaxNode, text: string): AnnotationArgument[] {
  return childrenOf(list).flatMap((child): AnnotationArgument[] => {
    if (isToken(child)) return [];
    const isPair = child.name === "ElementValuePair";
    const [key] = childrenOf(child);
    const node = (isPair && childrenOf(child).at(-1)) || child;
    const literal = firstLiteral(node);
    return [
      {
        name: isPair && key ? sourceOf(key, text) : "value",
        node,
        span: spanOf(literal ?? node),
        ...(literal && { text: writtenText(text, spanOf(literal)).text }),
      },
    ];
  });
}

/** A text, or the first of a list of texts. */
function firstLiteral(node: SyntaxNode): SyntaxNode | undefined {
  if (node.name === "StringLiteral") return node;
  return node.name === "ElementValueArrayInitializer"
    ? childNamed(node, "StringLiteral")
    : undefined;
}

/** The annotations of a declaration, as any language has them. */
export function marksOf(node: SyntaxNode, text: string): { readonly marks: readonly Mark[] } {
  const marks = annotationsOf(node, text).map((one): Mark => {
    const said = textOfAnnotation(one, "value", "name");
    return { name: one.name, source: one.source, ...(said !== undefined && { text: said }) };
  });
  return { marks };
}

/** The text of an argument, where it has one. */
export const textOfAnnotation = (
  { arguments: all }: Annotation,
  ...names: string[]
): string | undefined => all.find(({ name }) => names.includes(name))?.text;
