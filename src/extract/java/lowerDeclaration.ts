import type { SyntaxNode } from "@lezer/common";
import {
  type ClassModel,
  constructorName,
  type Expression,
  type FunctionModel,
  type Parameter,
  type Statement,
} from "../program/model.js";
import { childNamed, childrenOf, isToken, sourceOf, spanOf } from "../program/syntax.js";
import { marksOf } from "./annotations.js";
import { dataClassOf } from "./dataClass.js";
import { requestOf } from "./httpInterface.js";
import type { JavaExpressionLowering } from "./lowerExpression.js";
import { argumentsOfType, jsonTypesOf, nameOfType, typeIn } from "./types.js";

const bodies = ["ClassBody", "RecordBody", "EnumBody", "InterfaceBody"];

/** Lowers what Java declares: classes, their members, variables. */
export class JavaDeclarationLowering {
  readonly #text: string;
  readonly #expressions: JavaExpressionLowering;
  readonly #statementsIn: (block: SyntaxNode) => readonly Statement[];

  constructor(
    text: string,
    expressions: JavaExpressionLowering,
    statementsIn: (block: SyntaxNode) => readonly Statement[],
  ) {
    this.#text = text;
    this.#expressions = expressions;
    this.#statementsIn = statementsIn;
  }

  /** What a class has: fields, methods, classes. */
  member(node: SyntaxNode): Statement[] {
    switch (node.name) {
      case "FieldDeclaration":
      case "ConstantDeclaration":
        return this.variables(node);
      case "MethodDeclaration":
      case "ConstructorDeclaration":
        return this.#method(node);
      case "Block":
        return [{ is: "block", body: this.#statementsIn(node) }];
      case "StaticInitializer":
      // Members go on behind a constant's list, and behind what the grammar does not know.
      case "EnumBodyDeclarations":
      case "⚠":
        return childrenOf(node).flatMap((child) => this.member(child));
      default:
        return this.class(node);
    }
  }

  /** A class; nothing of other nodes. */
  class(node: SyntaxNode): Statement[] {
    const name = childNamed(node, "Definition");
    const body = childNamed(node, ...bodies);
    if (!name || !body) return [];
    const members = childrenOf(body).flatMap((child) => this.member(child));
    const data = dataClassOf(node, this.#text, (value, type) =>
      this.#expressions.lower(value, argumentsOfType(type, this.#text)),
    );
    const parent = childNamed(node, "Superclass");
    const base = parent && nameOfType(typeIn(parent), this.#text);
    const isField = (one: Statement) =>
      one.is === "declare" && data?.fields.some((field) => field.name === one.name);
    const model: ClassModel = {
      name: sourceOf(name, this.#text),
      span: spanOf(name),
      body: members.filter((one) => !isField(one)),
      ...marksOf(node, this.#text),
      ...(base !== undefined && { bases: [base] }),
      ...(data && { data }),
    };
    return [{ is: "class", class: model }];
  }

  /** The variables, or fields, that a declaration lists. */
  variables(node: SyntaxNode): Statement[] {
    return childrenOf(node).flatMap((declarator): Statement[] => {
      const name = childNamed(declarator, "Definition");
      if (!name) return [];
      const [, value] = childrenOf(declarator).filter(
        (child) => !isToken(child) && child.name !== "AssignOp",
      );
      return [this.variable(node, name, value)];
    });
  }

  variable(node: SyntaxNode, name: SyntaxNode, value: SyntaxNode | undefined): Statement {
    const type = typeIn(node);
    const typeName = nameOfType(type, this.#text);
    const types = jsonTypesOf(typeName);
    const given = value
      ? this.#expressions.lower(value, argumentsOfType(type, this.#text))
      : this.#injected(node);
    return {
      is: "declare",
      name: sourceOf(name, this.#text),
      span: spanOf(name),
      ...(typeName !== undefined && typeName !== "var" && { type: typeName }),
      ...(types && { types }),
      ...(given && given !== "injected" && { value: given }),
      ...(given === "injected" && { isInjected: true }),
    };
  }

  /** What `@Value` puts into a field: its text, unless it names a property. */
  #injected(node: SyntaxNode): Expression | "injected" | undefined {
    const modifiers = childNamed(node, "Modifiers");
    const annotation =
      modifiers &&
      childrenOf(modifiers).find((one) => /^@Value\s*\(/.test(sourceOf(one, this.#text)));
    const list = annotation && childNamed(annotation, "AnnotationArgumentList");
    const text = list && childNamed(list, "StringLiteral");
    if (!list) return undefined;
    return text && !/[$#]\{/.test(sourceOf(text, this.#text))
      ? this.#expressions.lower(text)
      : "injected";
  }

  #method(node: SyntaxNode): Statement[] {
    const name = childNamed(node, "Definition");
    const body = childNamed(node, "Block", "ConstructorBody");
    const statements = body ? this.#statementsIn(body) : this.#sent(node);
    if (!name || !statements) return [];
    const isConstructor = node.name !== "MethodDeclaration";
    const fn: FunctionModel = {
      name: isConstructor ? constructorName : sourceOf(name, this.#text),
      span: spanOf(name),
      parameters: this.#parameters(node),
      body: statements,
      ...marksOf(node, this.#text),
      ...(isConstructor && { isConstructor }),
    };
    return [{ is: "function", fn }];
  }

  /** What a method without a body sends. */
  #sent(node: SyntaxNode): readonly Statement[] | undefined {
    const owner = node.parent?.parent;
    return owner ? requestOf(node, owner, this.#text) : undefined;
  }

  #parameters(node: SyntaxNode): Parameter[] {
    const list = childNamed(node, "FormalParameters") ?? node;
    return childrenOf(list).flatMap((child): Parameter[] => {
      const declarator = childNamed(child, "VariableDeclarator") ?? child;
      const name = childNamed(declarator, "Definition");
      if (!name) return [];
      const type = nameOfType(typeIn(child), this.#text);
      const types = jsonTypesOf(type);
      return [
        {
          name: sourceOf(name, this.#text),
          span: spanOf(name),
          ...marksOf(child, this.#text),
          ...(child.name === "SpreadParameter"
            ? { rest: "positional" }
            : { ...(type !== undefined && { type }), ...(types && { types }) }),
        },
      ];
    });
  }
}
