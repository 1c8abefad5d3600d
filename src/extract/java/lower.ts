import type { SyntaxNode } from "@lezer/common";
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
import { marksOf } from "./annotations.js";
import { dataClassOf } from "./dataClass.js";
import { requestOf } from "./httpInterface.js";
import { ExpressionLowering } from "./lowerExpression.js";
import { parse } from "./parse.js";
import { argumentsOfType, jsonTypesOf, nameOfType, typeIn } from "./types.js";

/** Lowers a file of Java. */
export function programOf(text: string, isSample: boolean): Program {
  const { root, yields } = parse(text, isSample);
  const lowering = new Lowering(text, yields);
  const nodes = childrenOf(root);
  return {
    imports: nodes.flatMap((node) => importOf(node, text)),
    statements: nodes.flatMap((node) => lowering.atTop(node)),
  };
}

function importOf(node: SyntaxNode, text: string): Import[] {
  if (node.name !== "ImportDeclaration") return [];
  const path = childNamed(node, "ScopedIdentifier", "Identifier");
  if (!path) return [];
  const name = text.slice(path.from, path.to);
  if (childNamed(node, "Asterisk")) return [{ name: "*", module: name }];
  const dot = name.lastIndexOf(".");
  const last = name.slice(dot + 1);
  return [{ name: last, imported: last, module: name.slice(0, Math.max(dot, 0)) }];
}

const classes = new Set([
  "ClassDeclaration",
  "RecordDeclaration",
  "EnumDeclaration",
  "InterfaceDeclaration",
]);

const bodies = ["ClassBody", "RecordBody", "EnumBody", "InterfaceBody"];

class Lowering {
  readonly #text: string;
  readonly #yields: ReadonlySet<number>;
  readonly #expressions: ExpressionLowering;

  constructor(text: string, yields: ReadonlySet<number>) {
    this.#text = text;
    this.#yields = yields;
    this.#expressions = new ExpressionLowering(text, (node) => this.#body(node));
  }

  #source({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }

  #expression(node: SyntaxNode): Expression {
    return this.#expressions.lower(node);
  }

  /** What a file has, or a sample, in which statements may be by themselves. */
  atTop(node: SyntaxNode): Statement[] {
    const members = this.member(node);
    return members.length > 0 ? members : this.#statement(node);
  }

  /** What a class has: fields, methods, classes. */
  member(node: SyntaxNode): Statement[] {
    if (classes.has(node.name)) return this.#class(node);
    switch (node.name) {
      case "FieldDeclaration":
      case "ConstantDeclaration":
        return this.#declarations(node);
      case "MethodDeclaration":
      case "ConstructorDeclaration":
        return this.#method(node);
      case "Block":
        return [{ is: "block", body: this.#statements(node) }];
      case "StaticInitializer":
        return childrenOf(node).flatMap((child) => this.member(child));
      // Members go on behind a constant's list, and behind what the grammar does not know.
      case "EnumBodyDeclarations":
      case "⚠":
        return childrenOf(node).flatMap((child) => this.member(child));
      default:
        return [];
    }
  }

  #class(node: SyntaxNode): Statement[] {
    const name = childNamed(node, "Definition");
    const body = childNamed(node, ...bodies);
    if (!name || !body) return [];
    const header = childNamed(node, "RecordHeader");
    const components = header ? childrenOf(header).flatMap((child) => this.#components(child)) : [];
    const members = childrenOf(body).flatMap((child) => this.member(child));
    const data = dataClassOf(node, this.#text, (value, type) =>
      this.#expressions.lower(value, argumentsOfType(type, this.#text)),
    );
    const parent = childNamed(node, "Superclass");
    const base = parent && nameOfType(typeIn(parent), this.#text);
    const isField = (one: Statement) =>
      one.is === "declare" && data?.fields.some((field) => field.name === one.name);
    const model: ClassModel = {
      name: this.#source(name),
      span: spanOf(name),
      body: [...components, ...members].filter((one) => !isField(one)),
      ...marksOf(node, this.#text),
      ...(base !== undefined && { bases: [base] }),
      ...(data && { data }),
    };
    return [{ is: "class", class: model }];
  }

  #components(node: SyntaxNode): Statement[] {
    const name = childNamed(node, "Definition");
    return name ? [this.#declaration(node, name, undefined)] : [];
  }

  #declarations(node: SyntaxNode): Statement[] {
    return childrenOf(node)
      .filter(({ name }) => name === "VariableDeclarator")
      .flatMap((declarator): Statement[] => {
        const name = childNamed(declarator, "Definition");
        if (!name) return [];
        const [, value] = childrenOf(declarator).filter(
          (child) => !isToken(child) && child.name !== "AssignOp",
        );
        return [this.#declaration(node, name, value)];
      });
  }

  #declaration(node: SyntaxNode, name: SyntaxNode, value: SyntaxNode | undefined): Statement {
    const type = typeIn(node);
    const typeName = nameOfType(type, this.#text);
    const types = jsonTypesOf(typeName);
    const given = value
      ? this.#expressions.lower(value, argumentsOfType(type, this.#text))
      : this.#injected(node);
    return {
      is: "declare",
      name: this.#source(name),
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
      modifiers && childrenOf(modifiers).find((one) => /^@Value\s*\(/.test(this.#source(one)));
    const list = annotation && childNamed(annotation, "AnnotationArgumentList");
    const text = list && childNamed(list, "StringLiteral");
    if (!annotation || !list) return undefined;
    return text && !/[$#]\{/.test(this.#source(text)) ? this.#expression(text) : "injected";
  }

  #method(node: SyntaxNode): Statement[] {
    const name = childNamed(node, "Definition");
    const body = childNamed(node, "Block", "ConstructorBody");
    const owner = node.parent?.parent;
    const sent = body || !owner ? undefined : requestOf(node, owner, this.#text);
    if (!name || !(body ?? sent)) return [];
    const isConstructor = node.name !== "MethodDeclaration";
    const fn: FunctionModel = {
      name: isConstructor ? constructorName : this.#source(name),
      span: spanOf(name),
      parameters: this.#parameters(node),
      body: body ? this.#statements(body) : (sent ?? []),
      ...marksOf(node, this.#text),
      ...(isConstructor && { isConstructor }),
    };
    return [{ is: "function", fn }];
  }

  #parameters(node: SyntaxNode): Parameter[] {
    const list = childNamed(node, "FormalParameters");
    if (!list) return [];
    return childrenOf(list).flatMap((child): Parameter[] => {
      const isRest = child.name === "SpreadParameter";
      if (child.name !== "FormalParameter" && !isRest) return [];
      const declarator = childNamed(child, "VariableDeclarator") ?? child;
      const name = childNamed(declarator, "Definition");
      if (!name) return [];
      const type = nameOfType(typeIn(child), this.#text);
      const types = jsonTypesOf(type);
      return [
        {
          name: this.#source(name),
          span: spanOf(name),
          ...marksOf(child, this.#text),
          ...(isRest
            ? { rest: "places" }
            : { ...(type !== undefined && { type }), ...(types && { types }) }),
        },
      ];
    });
  }

  #statements(block: SyntaxNode): Statement[] {
    return childrenOf(block).flatMap((node) => this.#statement(node));
  }

  /** The statements of a block, or a statement without one. */
  #body(node: SyntaxNode): Statement[] {
    return node.name === "Block" ? this.#statements(node) : this.#statement(node);
  }

  #statement(node: SyntaxNode): Statement[] {
    switch (node.name) {
      case "LocalVariableDeclaration":
        return this.#declarations(node);
      case "ExpressionStatement":
        return this.#parts(node).map((expression) => ({ is: "do", expression }));
      case "Block":
        return [{ is: "block", body: this.#statements(node) }];
      case "IfStatement":
        return [this.#if(node)];
      case "ForStatement":
      case "EnhancedForStatement":
      case "WhileStatement":
      case "DoStatement":
        return [this.#loop(node)];
      case "TryStatement":
      case "TryWithResourcesStatement":
        return [this.#try(node)];
      case "SwitchStatement":
        return [this.#switch(node)];
      case "ReturnStatement": {
        const [value] = this.#parts(node);
        return [{ is: "return", ...(value && { value }) }];
      }
      case "ThrowStatement": {
        const [value] = this.#parts(node);
        const is = this.#yields.has(node.from) ? "return" : "throw";
        return [{ is, ...(value && { value }) }];
      }
      case "LabeledStatement":
      case "SynchronizedStatement":
        return childrenOf(node)
          .filter((child) => child.name !== "Label" && child.name !== "ParenthesizedExpression")
          .flatMap((child) => this.#statement(child));
      case "ExplicitConstructorInvocation":
        return [this.#constructorCall(node)];
      case "⚠":
        return this.#parts(node).map((expression) => ({ is: "do", expression }));
      default:
        return classes.has(node.name) ? this.#class(node) : [];
    }
  }

  /** `this(...)`; `super(...)` may put anything into the object. */
  #constructorCall(node: SyntaxNode): Statement {
    const span = spanOf(node);
    const list = childNamed(node, "ArgumentList");
    const args = list ? this.#parts(list) : [];
    const isOwn = childNamed(node, "this") !== undefined;
    const self: Expression = { is: "self", span };
    const expression: Expression =
      isOwn && list
        ? {
            is: "call",
            span,
            callee: { is: "name", span, name: constructorName },
            arguments: args.map((value) => ({ value, span: value.span })),
            list: spanOf(list),
          }
        : { is: "unknown", span, parts: [self, ...args], isBroken: true };
    return { is: "do", expression };
  }

  /** The expressions directly below a node. */
  #parts(node: SyntaxNode): Expression[] {
    return childrenOf(node)
      .filter((child) => !isToken(child) || child.name === "this" || child.name === "null")
      .map((child) => this.#expression(child));
  }

  #if(node: SyntaxNode): Statement {
    const condition = childNamed(node, "ParenthesizedExpression");
    const [then, otherwise] = childrenOf(node).filter(
      (child) => !isToken(child) && child.name !== "ParenthesizedExpression",
    );
    return {
      is: "branch",
      conditions: condition ? [this.#expression(condition)] : [],
      alternatives: [then ? this.#body(then) : [], ...(otherwise ? [this.#body(otherwise)] : [])],
      isComplete: otherwise !== undefined,
    };
  }

  #loop(node: SyntaxNode): Statement {
    const header = childNamed(node, "ForSpec", "ParenthesizedExpression");
    const body = childrenOf(node).filter((child) => !isToken(child));
    const inner = body.filter(
      ({ name }) => name !== "ForSpec" && name !== "ParenthesizedExpression",
    );
    const each = header && node.name === "EnhancedForStatement" && childNamed(header, "Definition");
    const names = each ? [{ name: this.#source(each), span: spanOf(each) }] : [];
    const spec = header?.name === "ForSpec" ? childrenOf(header) : [];
    const before = spec.flatMap((child) =>
      child.name === "LocalVariableDeclaration" ? this.#declarations(child) : [],
    );
    const conditions = header?.name === "ParenthesizedExpression" ? [header] : [];
    return {
      is: "loop",
      before,
      names,
      body: [
        ...conditions.map((one): Statement => ({ is: "do", expression: this.#expression(one) })),
        ...inner.flatMap((child) => this.#body(child)),
        ...spec.flatMap((child): Statement[] =>
          child.name === "UpdateExpression" || child.name === "AssignmentExpression"
            ? [{ is: "do", expression: this.#expression(child) }]
            : [],
        ),
      ],
    };
  }

  #try(node: SyntaxNode): Statement {
    const resources = childNamed(node, "ResourceSpecification");
    const declared = resources
      ? childrenOf(resources).flatMap((child): Statement[] => {
          const name = childNamed(child, "Definition");
          const value = childrenOf(child).at(-1);
          return name && value && value.from > name.from
            ? [this.#declaration(child, name, value)]
            : [];
        })
      : [];
    const body = childNamed(node, "Block");
    const last = childNamed(node, "FinallyClause");
    const lastBlock = last && childNamed(last, "Block");
    return {
      is: "attempt",
      body: [...declared, ...(body ? this.#statements(body) : [])],
      handlers: childrenOf(node)
        .filter(({ name }) => name === "CatchClause")
        .map((clause) => {
          const block = childNamed(clause, "Block");
          return block ? this.#statements(block) : [];
        }),
      finally: lastBlock ? this.#statements(lastBlock) : [],
    };
  }

  #switch(node: SyntaxNode): Statement {
    const condition = childNamed(node, "ParenthesizedExpression");
    const block = childNamed(node, "SwitchBlock");
    const groups: { body: Statement[]; ends: boolean }[] = [];
    const cases: Expression[] = [];
    let hasDefault = false;
    let isLabel = false;
    for (const child of block ? childrenOf(block) : []) {
      if (child.name === "SwitchLabel") {
        hasDefault ||= childNamed(child, "default") !== undefined;
        cases.push(...this.#parts(child));
        if (!isLabel) groups.push({ body: [], ends: false });
      } else if (child.name === ":") {
        const group = groups.at(-1);
        // An arrow, which falls through to nothing.
        if (group && this.#text[child.from] === "-") group.ends = true;
      } else if (!isToken(child)) {
        const group = groups.at(-1);
        if (child.name === "BreakStatement") {
          if (group) group.ends = true;
        } else if (group) group.body.push(...this.#statement(child));
      }
      isLabel = child.name === "SwitchLabel" || (isLabel && child.name === ":");
    }
    const alternatives = groups.map((_, index) => {
      const end = groups.findIndex(({ ends }, at) => at >= index && ends);
      return groups.slice(index, end < 0 ? undefined : end + 1).flatMap(({ body }) => body);
    });
    return {
      is: "branch",
      conditions: condition ? [this.#expression(condition)] : [],
      alternatives,
      isComplete: hasDefault,
      cases,
    };
  }
}
