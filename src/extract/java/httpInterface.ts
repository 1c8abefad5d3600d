import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../../text/positions.js";
import type { EntryModel, Expression, Statement } from "../program/model.js";
import { childNamed, childrenOf, sourceOf, spanOf } from "../program/syntax.js";
import { type Annotation, annotationsOf, textOfAnnotation } from "./annotations.js";

/** What the library is told by an interface whose methods a framework turns into requests: Feign, Retrofit, HTTP interfaces. */
export const declaredRequest = "<request>";

/** Annotations of a method that say the verb, as their names do. */
const verbs = /^(?:(Post|Put|Patch|Delete)(?:Mapping|Exchange)|(POST|PUT|PATCH|DELETE))$/;

/** Annotations of an interface that say the beginning of the addresses. */
const bases = /^(?:FeignClient|HttpExchange|RequestMapping|Path|RegisterRestClient)$/;

const pathNames = ["value", "path", "url", "baseUri"];

/** The body of an interface's method that sends a request; undefined of other methods. */
export function requestOf(
  method: SyntaxNode,
  owner: SyntaxNode,
  text: string,
): readonly Statement[] | undefined {
  const annotations = annotationsOf(method, text);
  const said = annotations.map(requestSaidBy).find((one) => one !== undefined);
  if (!said) return undefined;
  const span = spanOf(method);
  const path = said.path ?? pathIn(annotations.find(({ name }) => name === "Path"));
  const body = bodyOf(method, text);
  // `@FormUrlEncoded`, or a media type
  const isForm = annotations.some(({ source }) => /urlencoded/i.test(source));
  const expressions: readonly Expression[] = [
    literal(said.verb, span),
    addressOf(owner, path ?? "", text),
    body ?? { is: "constant", span, value: null },
    { is: "constant", span, value: isForm },
  ];
  const call: Expression = {
    is: "call",
    span,
    callee: { is: "name", span, name: declaredRequest },
    arguments: expressions.map((value) => ({ value, span: value.span })),
    list: span,
  };
  return [{ is: "do", expression: call }];
}

function requestSaidBy(
  annotation: Annotation,
): { readonly verb: string; readonly path?: string | undefined } | undefined {
  const { name, source } = annotation;
  const [, mapped, plain] = verbs.exec(name) ?? [];
  const verb = mapped ?? plain;
  if (verb !== undefined) return { verb, path: pathIn(annotation) };
  if (name === "RequestMapping" || name === "HTTP" || name === "HttpExchange") {
    const method = /\bmethod\s{0,9}=[\s{]{0,9}(?:RequestMethod\.|")(POST|PUT|PATCH|DELETE)\b/.exec(
      source,
    )?.[1];
    return method === undefined ? undefined : { verb: method, path: pathIn(annotation) };
  }
  const [, line, path] =
    name === "RequestLine" ? (/^(\w+)\s+(\S+)/.exec(pathIn(annotation) ?? "") ?? []) : [];
  return line === undefined ? undefined : { verb: line, path };
}

const pathIn = (annotation: Annotation | undefined): string | undefined =>
  annotation && textOfAnnotation(annotation, ...pathNames);

/** The address of a request. It may begin with the value of a property. */
function addressOf(owner: SyntaxNode, path: string, text: string): Expression {
  const annotations = annotationsOf(owner, text).filter(({ name }) => bases.test(name));
  const span = annotations[0]?.span ?? spanOf(owner);
  const parts = [...annotations.flatMap((one) => partsOf(one)), path].filter((part) => part !== "");
  const [first = ""] = parts;
  const isWhole = /^(?:https?:)?\/\//.test(first);
  const isKnown = isWhole && !/[$#]\{/.test(first);
  const others = isKnown || isWhole || /^[$#]\{/.test(first) ? parts.slice(1) : parts;
  const rest = others.map((part) => `/${part.replace(/^\/|\/$/g, "")}`).join("");
  return {
    is: "joined",
    span,
    parts: [
      isKnown
        ? literal(first.replace(/\/$/, ""), span)
        : { is: "unknown", span, parts: [], types: ["string"] },
      literal(rest, span),
    ],
  };
}

/** What an annotation of the interface says of addresses, the host first. */
const partsOf = (annotation: Annotation): string[] =>
  annotation.name === "FeignClient"
    ? [textOfAnnotation(annotation, "url") ?? "", textOfAnnotation(annotation, "path") ?? ""]
    : [pathIn(annotation) ?? ""];

/** What is sent: the parameter that is the body, or those that are fields of a form. */
function bodyOf(method: SyntaxNode, text: string): Expression | undefined {
  const list = childNamed(method, "FormalParameters");
  const entries: EntryModel[] = [];
  let body: Expression | undefined;
  for (const parameter of list ? childrenOf(list) : []) {
    const definition = childNamed(parameter, "Definition");
    if (!definition) continue;
    const value: Expression = {
      is: "name",
      span: spanOf(definition),
      name: sourceOf(definition, text),
    };
    const annotations = annotationsOf(parameter, text).filter(
      ({ name }) => !/^(?:Valid|NotNull|Validated)$/.test(name),
    );
    const field = annotations.find(({ name }) => name === "Field" || name === "FormParam");
    const key = field?.arguments.find(({ name }) => name === "value");
    if (key?.text !== undefined) {
      const span: Span = [key.span[0], definition.to];
      entries.push({ key: literal(key.text, key.span), value, span });
    } else if (annotations.some(({ name }) => name === "FieldMap")) {
      entries.push({ spread: value });
    } else if (
      annotations.length === 0 ||
      annotations.some(({ name }) => /^(?:Request)?Body$/.test(name))
    ) {
      body ??= value;
    }
  }
  if (entries.length > 0 && list) return { is: "object", span: spanOf(list), entries };
  return body;
}

const literal = (text: string, span: Span): Expression => ({
  is: "text",
  span,
  text,
  written: () => ({ text, offsets: [...text].map(() => span[0]) }),
});
