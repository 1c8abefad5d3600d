import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import {
  type ClassModel,
  constructorName,
  type Expression,
  type FunctionModel,
  type Import,
  type Parameter,
  type Program,
  type Statement,
} from "../program/model.js";
import { childNamed, childrenOf, isToken, spanOf } from "../program/syntax.js";
import { DataClasses } from "./dataClass.js";
import { ExpressionLowering } from "./lowerExpression.js";
import { basesOf, marksOf, marksOfParameter } from "./marks.js";
import { hintOf } from "./types.js";

/** Lowers a file of Python. */
export function programOf(text: string): Program {
  const lowering = new Lowering(text);
  const statements = lowering.statements(parser.parse(text).topNode);
  return { statements, imports: lowering.imports };
}

class Lowering {
  readonly imports: Import[] = [];
  readonly #text: string;
  readonly #expressions: ExpressionLowering;
  readonly #dataClasses: DataClasses;

  constructor(text: string) {
    this.#text = text;
    this.#expressions = new ExpressionLowering(text, (node) => this.#parameters(node));
    this.#dataClasses = new DataClasses(text, (node) => this.#expression(node));
  }

  statements(node: SyntaxNode, isClass = false): Statement[] {
    return childrenOf(node).flatMap((child) => this.#statement(child, isClass));
  }

  #source({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }

  #expression(node: SyntaxNode): Expression {
    return this.#expressions.lower(node);
  }

  #do(nodes: readonly SyntaxNode[]): Statement[] {
    return nodes.map((node) => ({ is: "do", expression: this.#expression(node) }));
  }

  #statement(node: SyntaxNode, isClass: boolean): Statement[] {
    switch (node.name) {
      case "ImportStatement":
        this.imports.push(...importsIn(this.#source(node)));
        return [];
      case "AssignStatement":
        return this.#assignments(node);
      case "UpdateStatement":
        return this.#update(node);
      case "ExpressionStatement":
      case "AssertStatement":
        return this.#do(expressionsIn(node));
      case "StatementGroup":
        return this.statements(node, isClass);
      case "ReturnStatement": {
        const [value] = expressionsIn(node);
        return [{ is: "return", ...(value && { value: this.#expression(value) }) }];
      }
      case "RaiseStatement": {
        const [value] = expressionsIn(node);
        return [{ is: "throw", ...(value && { value: this.#expression(value) }) }];
      }
      case "DeleteStatement":
        return expressionsIn(node).map((target) => ({
          is: "do",
          expression: { is: "remove", span: spanOf(node), target: this.#expression(target) },
        }));
      case "ScopeStatement": {
        const names = childrenOf(node).filter(({ name }) => name === "VariableName");
        return [{ is: "outer", names: names.map((name) => this.#source(name)) }];
      }
      case "IfStatement":
        return [this.#if(node)];
      case "WhileStatement":
      case "ForStatement":
        return [this.#loop(node)];
      case "TryStatement":
        return [this.#try(node)];
      case "WithStatement":
        return this.#with(node);
      case "MatchStatement":
        return [this.#match(node)];
      case "FunctionDefinition":
        return this.#function(node, isClass);
      case "ClassDefinition":
        return this.#class(node);
      // Decorators such as `@app.post("/payments")` are no calls of a client.
      case "DecoratedStatement": {
        const isStatic = childrenOf(node).some((child) =>
          /^@staticmethod\b/.test(this.#source(child)),
        );
        const decorators = childrenOf(node).filter(({ name }) => name === "Decorator");
        return childrenOf(node)
          .filter(({ name }) => name !== "Decorator")
          .flatMap((child) =>
            child.name === "ClassDefinition"
              ? this.#class(child, decorators)
              : child.name === "FunctionDefinition"
                ? this.#function(child, isClass && !isStatic, decorators)
                : this.#statement(child, isClass && !isStatic),
          );
      }
      case "⚠":
        return this.#do(expressionsIn(node));
      default:
        return [];
    }
  }

  #body(node: SyntaxNode | undefined): Statement[] {
    return node ? this.statements(node) : [];
  }

  /** `a = b = value`, `a, b = value`, `name: type = value`. */
  #assignments(node: SyntaxNode): Statement[] {
    const groups: SyntaxNode[][] = [[]];
    for (const child of childrenOf(node)) {
      if (child.name === "AssignOp") groups.push([]);
      else if (!isToken(child) && child.name !== "TypeDef") groups.at(-1)?.push(child);
    }
    const [value, ...more] = groups.pop() ?? [];
    if (!value || groups.length === 0) return [];
    const isWhole = more.length === 0;
    const span = spanOf(node);
    const given: Expression = isWhole
      ? this.#expression(value)
      : { is: "unknown", span, parts: [value, ...more].map((one) => this.#expression(one)) };
    return groups.map(([target, ...others]): Statement => {
      const assigned: Expression =
        others.length === 0 && target
          ? this.#expression(target)
          : {
              is: "list",
              span,
              items: [...(target ? [target] : []), ...others].map((one) => ({
                value: this.#expression(one),
                span: spanOf(one),
              })),
            };
      return { is: "do", expression: { is: "assign", span, target: assigned, value: given } };
    });
  }

  #update(node: SyntaxNode): Statement[] {
    const [target, value] = expressionsIn(node);
    if (!target || !value) return [];
    const span = spanOf(node);
    const operator = childNamed(node, "UpdateOp");
    const given = this.#expression(value);
    const isMerge = operator !== undefined && this.#source(operator) === "|=";
    const expression: Expression = isMerge
      ? {
          is: "call",
          span,
          callee: { is: "member", span, of: this.#expression(target), name: "update", key: span },
          arguments: [{ value: given, span: spanOf(value) }],
          list: span,
        }
      : { is: "assign", span, target: this.#expression(target), value: given, isUpdate: true };
    return [{ is: "do", expression }];
  }

  #if(node: SyntaxNode): Statement {
    const conditions: Expression[] = [];
    const alternatives: Statement[][] = [];
    let hasElse = false;
    for (const child of childrenOf(node)) {
      if (child.name === "else") hasElse = true;
      else if (child.name === "Body") alternatives.push(this.#body(child));
      else if (!isToken(child)) conditions.push(this.#expression(child));
    }
    return { is: "branch", conditions, alternatives, isComplete: hasElse };
  }

  #loop(node: SyntaxNode): Statement {
    const children = childrenOf(node);
    const inside = children.findIndex(({ name }) => name === "in");
    const isFor = node.name === "ForStatement" && inside >= 0;
    const targets = isFor ? children.slice(0, inside) : [];
    const names = targets
      .flatMap((child) => (child.name === "TupleExpression" ? childrenOf(child) : [child]))
      .filter(({ name }) => name === "VariableName")
      .map((child) => ({ name: this.#source(child), span: spanOf(child) }));
    const bodies = children.filter(({ name }) => name === "Body");
    const header = children.filter(
      (child, index) => index > inside && !isToken(child) && child.name !== "Body",
    );
    const headed = this.#do(header);
    return {
      is: "loop",
      before: isFor ? headed : [],
      names,
      body: [...(isFor ? [] : headed), ...bodies.flatMap((body) => this.#body(body))],
    };
  }

  #try(node: SyntaxNode): Statement {
    const parts: Record<"try" | "except" | "else" | "finally", Statement[][]> = {
      try: [],
      except: [],
      else: [],
      finally: [],
    };
    let at: keyof typeof parts = "try";
    for (const child of childrenOf(node)) {
      if (child.name in parts) at = child.name as keyof typeof parts;
      else if (child.name === "Body") parts[at].push(this.#body(child));
    }
    return {
      is: "attempt",
      body: [...parts.try.flat(), ...parts.else.flat()],
      handlers: parts.except,
      finally: parts.finally.flat(),
    };
  }

  #with(node: SyntaxNode): Statement[] {
    const statements: Statement[] = [];
    let context: SyntaxNode | undefined;
    let isName = false;
    const flush = () => {
      if (context) statements.push(...this.#do([context]));
      context = undefined;
    };
    for (const child of childrenOf(node)) {
      if (child.name === "as") isName = true;
      else if (child.name === "Body") {
        flush();
        statements.push(...this.#body(child));
      } else if (!isToken(child)) {
        if (isName && context) {
          const target = this.#expression(child);
          const value = this.#expression(context);
          const expression: Expression = { is: "assign", span: spanOf(child), target, value };
          statements.push({ is: "do", expression });
          context = undefined;
        } else {
          flush();
          context = child;
        }
        isName = false;
      }
    }
    return statements;
  }

  #match(node: SyntaxNode): Statement {
    const body = childNamed(node, "MatchBody");
    const clauses = body ? childrenOf(body).filter(({ name }) => name === "MatchClause") : [];
    const subject = expressionsIn(node)[0];
    return {
      is: "branch",
      conditions: subject ? [this.#expression(subject)] : [],
      alternatives: clauses.map((clause) => this.#body(childNamed(clause, "Body"))),
      cases: clauses.flatMap((clause) => this.#texts(clause)),
      isComplete: clauses.some((clause) => /^case\s+_\s*:/.test(this.#source(clause))),
    };
  }

  /** The texts of a pattern: `case "a" | "b"`. */
  #texts(pattern: SyntaxNode): Expression[] {
    return childrenOf(pattern).flatMap((child) =>
      child.name === "String"
        ? [this.#expression(child)]
        : /Pattern$/.test(child.name)
          ? this.#texts(child)
          : [],
    );
  }

  #function(
    node: SyntaxNode,
    isMethod: boolean,
    decorators: readonly SyntaxNode[] = [],
  ): Statement[] {
    const name = childNamed(node, "VariableName");
    const list = childNamed(node, "ParamList");
    const body = childNamed(node, "Body");
    if (!name || !body) return [];
    const isConstructor = isMethod && this.#source(name) === "__init__";
    const fn: FunctionModel = {
      name: isConstructor ? constructorName : this.#source(name),
      span: spanOf(name),
      parameters: list ? this.#parameters(list) : [],
      body: this.#body(body),
      ...marksOf(decorators, this.#text),
      ...(isMethod && { takesSelf: true }),
      ...(isConstructor && { isConstructor }),
    };
    return [{ is: "function", fn }];
  }

  #parameters(list: SyntaxNode): Parameter[] {
    const parameters: Parameter[] = [];
    let rest: Parameter["rest"];
    let isInitial = false;
    for (const child of childrenOf(list)) {
      if (child.name === "*" || child.name === "**") {
        rest = child.name === "*" ? "places" : "names";
      } else if (child.name === ",") {
        rest = undefined;
        isInitial = false;
      } else if (child.name === "AssignOp") isInitial = true;
      else if (isInitial && !isToken(child)) {
        const last = parameters.pop();
        const initial = this.#expression(child);
        if (last) parameters.push({ ...last, initial, ...marksOfParameter(child, this.#text) });
        isInitial = false;
      } else if (child.name === "VariableName") {
        const name = this.#source(child);
        parameters.push({ name, span: spanOf(child), ...(rest && { rest }) });
      } else if (child.name === "TypeDef" && !rest) {
        const last = parameters.pop();
        const hint = hintOf(this.#source(child).replace(/^:\s*/, ""));
        if (last) parameters.push({ ...last, ...hint, ...marksOfParameter(child, this.#text) });
      }
    }
    return parameters;
  }

  #class(node: SyntaxNode, decorators: readonly SyntaxNode[] = []): Statement[] {
    const name = childNamed(node, "VariableName");
    const body = childNamed(node, "Body");
    if (!name || !body) return [];
    const written = decorators.map((one) => this.#source(one));
    const data = this.#dataClasses.of(node, written);
    const isField = (child: SyntaxNode) =>
      data !== undefined && child.name === "AssignStatement" && childNamed(child, "TypeDef");
    const model: ClassModel = {
      name: this.#source(name),
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

/** The expressions directly below a statement. */
const expressionsIn = (node: SyntaxNode): SyntaxNode[] =>
  childrenOf(node).filter(
    (child) => !isToken(child) && !/^(?:Body|MatchBody|\w+Op)$/.test(child.name),
  );

/** What a statement imports, by its text. */
function importsIn(statement: string): Import[] {
  const plain = statement.replace(/#[^\n]*|[()\\]/g, " ").replace(/\s+/g, " ");
  const from = /^from ([\w.]+) import (.*)$/.exec(plain);
  const list = (from ? from[2] : plain.replace(/^import /, "")) ?? "";
  return list.split(",").flatMap((one): Import[] => {
    const [, imported = "", alias] = /^\s*([\w.*]+)(?: as (\w+))?\s*$/.exec(one) ?? [];
    if (imported === "") return [];
    if (from) {
      const module = from[1] as string;
      return imported === "*"
        ? [{ name: "*", module }]
        : [{ name: alias ?? imported, imported, module }];
    }
    // `import a.b` declares `a`.
    const [root = ""] = imported.split(".");
    return [{ name: alias ?? root, module: alias === undefined ? root : imported }];
  });
}
