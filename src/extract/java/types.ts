import type { SyntaxNode } from "@lezer/common";
import type { JsonType } from "../../validator/unknown.js";
import { childNamed, childrenOf, sourceOf } from "../program/syntax.js";

const numbers = ["byte", "short", "int", "long", "float", "double"];
const objectsOfNumbers = [
  ...["Byte", "Short", "Integer", "Long", "Float", "Double", "Number"],
  ...["BigDecimal", "BigInteger", "AtomicInteger", "AtomicLong"],
];

/** What a value of a type is as JSON; undefined where the type does not say it. A value of a class may be null. */
export function jsonTypesOf(type: string | undefined): readonly JsonType[] | undefined {
  if (type === undefined) return undefined;
  if (numbers.includes(type)) return ["number"];
  if (type === "boolean") return ["boolean"];
  if (objectsOfNumbers.includes(type)) return ["number", "null"];
  if (type === "Boolean") return ["boolean", "null"];
  return type === "String" ? ["string", "null"] : undefined;
}

const typeNodes = [
  ...["TypeName", "GenericType", "ScopedTypeName", "PrimitiveType", "ArrayType"],
  ...["IntegralType", "FloatingPointType"],
];

/** The type that a declaration or a creation names. */
export const typeIn = (node: SyntaxNode): SyntaxNode | undefined => childNamed(node, ...typeNodes);

/** The simple name of a type, without its package and its arguments; undefined of an array. */
export function nameOfType(type: SyntaxNode | undefined, text: string): string | undefined {
  if (!type || type.name === "ArrayType") return undefined;
  if (type.name === "GenericType") {
    return nameOfType(childNamed(type, "TypeName", "ScopedTypeName"), text);
  }
  if (type.name === "ScopedTypeName") {
    const last = childrenOf(type).findLast(({ name }) => name === "TypeName");
    return nameOfType(last, text);
  }
  return sourceOf(type, text);
}

/** The names of a type's arguments; none where they are left to be inferred. */
export function argumentsOfType(type: SyntaxNode | undefined, text: string): string[] {
  const list = type?.name === "GenericType" ? childNamed(type, "TypeArguments") : undefined;
  return list
    ? childrenOf(list).flatMap((child) =>
        typeNodes.includes(child.name) ? [nameOfType(child, text) ?? ""] : [],
      )
    : [];
}
