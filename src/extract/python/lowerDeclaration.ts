import type { SyntaxNode } from "@lezer/common";
import {
  type ClassModel,
  constructorName,
  type FunctionModel,
  type Parameter,
  type Statement,
} from "../program/model.js";
import { childNamed, childrenOf, sourceOf, spanOf } from "../program/syntax.js";
import { DataClasses } from "./dataClass.js";
import type { PythonExpressionLowering } from "./lowerExpression.js";
import { basesOf, marksOf, marksOfParameter } from "./marks.js";
import { hintOf } from "./types.js";

/** What lowers the statements in a declaration. */
interface StatementLowerer {
  /** A statement of a function. */
  statement(node: SyntaxNode): readonly Statement[];
  /** A statement directly in a class. */
  member(node: SyntaxNode): readonly Statement[];
}

/** Lowers the functions and classes of Python. */
export class PythonDeclarationLowering {
  readonly #text: string;
  readonly #expressions: PythonExpressionLowering;
  readonly #dataClasses: DataClasses;
  readonly #statements: () => StatementLowerer;

  /** `statements` is asked only once something is lowered. */
  constructor(
    text: string,
    expressions: PythonExpressionLowering,
    statements: () => StatementLowerer,
  ) {
    this.#text = text;
    this.#expressions = expressions;
    this.#dataClasses = new DataClasses(text, (node) => expressions.lower(node));
    this.#statements = statements;
  }

  /** A function or a class with its decorators; those such as `@app.post("/payments")` are no calls of a client. */
  decorated(node: SyntaxNode): Statement[] {
    return this.#decorated(node, (fn, decorators) => this.function(fn, decorators));
  }

  decoratedMember(node: SyntaxNode): Statement[] {
    const isStatic = childrenOf(node).some((child) =>
      /^@staticmethod\b/.test(sourceOf(child, this.#text)),
    );
    return isStatic
      ? this.decorated(node)
      : this.#decorated(node, (fn, decorators) => this.method(fn, decorators));
  }

  #decorated(
    node: SyntaxNode,
    lowerFunction: (fn: SyntaxNode, decorators: readonly SyntaxNode[]) => Statement[],
  ): Statement[] {
    const decorators = childrenOf(node).filter(({ name }) => name === "Decorator");
    return childrenOf(node).flatMap((child) => {
      if (child.name === "ClassDefinition") return this.class(child, decorators);
      if (child.name === "FunctionDefinition") return lowerFunction(child, decorators);
      return this.#statements().statement(child);
    });
  }

  function(node: SyntaxNode, decorators: readonly SyntaxNode[] = []): Statement[] {
    const fn = this.#functionModel(node, decorators);
    return fn ? [{ is: "function", fn }] : [];
  }

  /** A function of a class, whose first parameter is the object. */
  method(node: SyntaxNode, decorators: readonly SyntaxNode[] = []): Statement[] {
    const fn = this.#functionModel(node, decorators);
    if (!fn) return [];
    const own = { ...fn, takesSelf: true };
    const isConstructor = fn.name === "__init__";
    return [
      {
        is: "function",
        fn: isConstructor ? { ...own, name: constructorName, isConstructor } : own,
      },
    ];
  }

  #functionModel(node: SyntaxNode, decorators: readonly SyntaxNode[]): FunctionModel | undefined {
    const name = childNamed(node, "VariableName");
    const list = childNamed(node, "ParamList");
    const body = childNamed(node, "Body");
    if (!name || !body) return undefined;
    return {
      name: sourceOf(name, this.#text),
      span: spanOf(name),
      parameters: list ? this.parameters(list) : [],
      body: childrenOf(body).flatMap((child) => this.#statements().statement(child)),
      ...marksOf(decorators, this.#text),
    };
  }

  parameters(list: SyntaxNode): Parameter[] {
    return betweenCommas(list).flatMap((parts) => this.#parameter(parts) ?? []);
  }

  /** `name: type = initial`, `*name`, `**name` */
  #parameter(parts: readonly SyntaxNode[]): Parameter | undefined {
    const sign = parts.findIndex(({ name }) => name === "AssignOp");
    const initial = sign < 0 ? undefined : parts[sign + 1];
    const name = parts.find((one) => one.name === "VariableName");
    if (!name) return undefined;
    const star = parts.find((one) => one.name === "*" || one.name === "**");
    const type = star ? undefined : parts.find((one) => one.name === "TypeDef");
    return {
      name: sourceOf(name, this.#text),
      span: spanOf(name),
      ...(star && { rest: star.name === "*" ? "positional" : "named" }),
      ...(type && hintOf(sourceOf(type, this.#text).slice(1))),
      ...(initial && { initial: this.#expressions.lower(initial) }),
      ...marksOfParameter(
        [type, initial].flatMap((one) => one ?? []),
        this.#text,
      ),
    };
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
        .flatMap((child) => this.#statements().member(child)),
      ...marksOf(decorators, this.#text),
      bases: basesOf(node, this.#text),
      ...(data && { data }),
    };
    return [{ is: "class", class: model }];
  }
}

/** The children of a node in groups, as commas part them. */
function betweenCommas(list: SyntaxNode): SyntaxNode[][] {
  let group: SyntaxNode[] = [];
  const groups = [group];
  for (const child of childrenOf(list)) {
    if (child.name === ",") {
      group = [];
      groups.push(group);
    } else group.push(child);
  }
  return groups;
}
