import type { SyntaxNode } from "@lezer/common";
import {
  type ClassModel,
  constructorName,
  type FunctionModel,
  type Parameter,
  type Statement,
} from "../program/model.js";
import { childNamed, childrenOf, isToken, sourceOf, spanOf } from "../program/syntax.js";
import { DataClasses } from "./dataClass.js";
import type { PythonExpressionLowering } from "./lowerExpression.js";
import { basesOf, marksOf, marksOfParameter } from "./marks.js";
import { hintOf } from "./types.js";

/** Lowers the functions and classes of Python. */
export class PythonDeclarationLowering {
  readonly #text: string;
  readonly #expressions: PythonExpressionLowering;
  readonly #dataClasses: DataClasses;
  readonly #statement: (node: SyntaxNode, isMember: boolean) => readonly Statement[];

  /** `statement` lowers a statement of a function, or one that is a member of a class. */
  constructor(
    text: string,
    expressions: PythonExpressionLowering,
    statement: (node: SyntaxNode, isMember: boolean) => readonly Statement[],
  ) {
    this.#text = text;
    this.#expressions = expressions;
    this.#dataClasses = new DataClasses(text, (node) => expressions.lower(node));
    this.#statement = statement;
  }

  /** A function or a class with its decorators; those such as `@app.post("/payments")` are no calls of a client. */
  decorated(node: SyntaxNode, isMember: boolean): Statement[] {
    const isStatic = childrenOf(node).some((child) =>
      /^@staticmethod\b/.test(sourceOf(child, this.#text)),
    );
    const decorators = childrenOf(node).filter(({ name }) => name === "Decorator");
    return childrenOf(node)
      .filter(({ name }) => name !== "Decorator")
      .flatMap((child) =>
        child.name === "ClassDefinition"
          ? this.class(child, decorators)
          : child.name === "FunctionDefinition"
            ? this.function(child, isMember && !isStatic, decorators)
            : this.#statement(child, isMember && !isStatic),
      );
  }

  function(
    node: SyntaxNode,
    isMethod: boolean,
    decorators: readonly SyntaxNode[] = [],
  ): Statement[] {
    const name = childNamed(node, "VariableName");
    const list = childNamed(node, "ParamList");
    const body = childNamed(node, "Body");
    if (!name || !body) return [];
    const isConstructor = isMethod && sourceOf(name, this.#text) === "__init__";
    const fn: FunctionModel = {
      name: isConstructor ? constructorName : sourceOf(name, this.#text),
      span: spanOf(name),
      parameters: list ? this.parameters(list) : [],
      body: childrenOf(body).flatMap((child) => this.#statement(child, false)),
      ...marksOf(decorators, this.#text),
      ...(isMethod && { takesSelf: true }),
      ...(isConstructor && { isConstructor }),
    };
    return [{ is: "function", fn }];
  }

  parameters(list: SyntaxNode): Parameter[] {
    const parameters: Parameter[] = [];
    let rest: Parameter["rest"];
    let isInitial = false;
    for (const child of childrenOf(list)) {
      if (child.name === "*" || child.name === "**") {
        rest = child.name === "*" ? "positional" : "named";
      } else if (child.name === ",") {
        rest = undefined;
        isInitial = false;
      } else if (child.name === "AssignOp") isInitial = true;
      else if (isInitial && !isToken(child)) {
        const last = parameters.pop();
        const initial = this.#expressions.lower(child);
        if (last) parameters.push({ ...last, initial, ...marksOfParameter(child, this.#text) });
        isInitial = false;
      } else if (child.name === "VariableName") {
        const name = sourceOf(child, this.#text);
        parameters.push({ name, span: spanOf(child), ...(rest && { rest }) });
      } else if (child.name === "TypeDef" && !rest) {
        const last = parameters.pop();
        const hint = hintOf(sourceOf(child, this.#text).replace(/^:\s*/, ""));
        if (last) parameters.push({ ...last, ...hint, ...marksOfParameter(child, this.#text) });
      }
    }
    return parameters;
  }

  class(node: SyntaxNode, decorators: readonly SyntaxNode[] = []): Statement[] {
    const name = childNamed(node, "VariableName");
    const body = childNamed(node, "Body");
    if (!name || !body) return [];
    const written = decorators.map((one) => sourceOf(one, this.#text));
    const data = this.#dataClasses.of(node, written);
    const isField = (child: SyntaxNode) =>
      data !== undefined && child.name === "AssignStatement" && childNamed(child, "TypeDef");
    const model: ClassModel = {
      name: sourceOf(name, this.#text),
      span: spanOf(name),
      body: childrenOf(body)
        .filter((child) => !isField(child))
        .flatMap((child) => this.#statement(child, true)),
      ...marksOf(decorators, this.#text),
      bases: basesOf(node, this.#text),
      ...(data && { data }),
    };
    return [{ is: "class", class: model }];
  }
}
