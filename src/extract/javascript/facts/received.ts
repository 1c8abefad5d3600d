import type { FoldingTools } from "../folding/foldingTools.js";
import { memberName, type Node, unwrapped } from "../syntax/ast.js";

/** The properties of a request object that hold what the client sent. */
const sent = /^(?:body|query|rawBody)$/;

/** Longer chains of names are not followed. */
const mostSteps = 6;

/** Finds what a server was sent, by how frameworks hand it over. */
export class Received {
  readonly #tools: FoldingTools;
  readonly #isServerAction: boolean;

  constructor(tools: FoldingTools) {
    this.#tools = tools;
    this.#isServerAction = /^\s*["']use server["']/.test(tools.context.text);
  }

  /** Whether a value is one that the sender of a request chose: a field of its body, also as a number. */
  isValue(expression: Node, steps = 0): boolean {
    const node = unwrapped(expression);
    if (steps > mostSteps) return false;
    if (node.type === "CallExpression") return this.#isConverted(node, steps) || this.#isGot(node);
    if (node.type === "MemberExpression") return this.isBody(node.object as Node);
    if (node.type !== "Identifier") return false;
    const { bindings } = this.#tools.context;
    const taken = bindings.takenFrom(node);
    if (taken) return this.isBody(taken.from);
    if (this.#isOfAction(node)) return true;
    const value = bindings.valueOf(node);
    return value !== undefined && this.isValue(value, steps + 1);
  }

  #isConverted(call: Node, steps: number): boolean {
    const [argument] = call.arguments as Node[];
    const isConversion = /^(?:Number|parseInt|parseFloat|Number\.parse(?:Int|Float)|String)$/.test(
      this.#tools.sourceOf(call.callee as Node),
    );
    return isConversion && argument !== undefined && this.isValue(argument, steps + 1);
  }

  /** `searchParams.get("amount")` of the request's address, and `formData.get("amount")` of its body. */
  #isGot(call: Node): boolean {
    const callee = unwrapped(call.callee as Node);
    if (callee.type !== "MemberExpression" || memberName(callee) !== "get") return false;
    const object = unwrapped(callee.object as Node);
    const source = this.#tools.sourceOf(object);
    if (/\bsearchParams$/.test(source)) return this.isOfParameter(object) || this.#isTaken(object);
    const { bindings } = this.#tools.context;
    const value = object.type === "Identifier" ? bindings.valueOf(object) : undefined;
    const isForm = [source, value ? this.#tools.sourceOf(value) : ""].some((one) =>
      /^form_?data$|\.formData\(\)\)?$/i.test(one),
    );
    return isForm && (this.isOfParameter(object) || this.#isTaken(object));
  }

  /** Whether a name stands for what is read of a parameter: `const { searchParams } = new URL(request.url)`. */
  #isTaken(name: Node): boolean {
    const { bindings } = this.#tools.context;
    const from = bindings.takenFrom(name)?.from ?? bindings.valueOf(name);
    const made = from && unwrapped(from);
    if (!made) return false;
    if (made.type === "AwaitExpression") {
      const call = unwrapped(made.argument as Node);
      return call.type === "CallExpression" && this.isOfParameter(call.callee as Node);
    }
    const [argument] = made.type === "NewExpression" ? (made.arguments as Node[]) : [];
    return argument !== undefined && this.isOfParameter(argument);
  }

  /** A parameter of a function that the browser calls. */
  #isOfAction(name: Node): boolean {
    if (!this.#isServerAction) return false;
    const { bindings } = this.#tools.context;
    const [definition] = bindings.variableOf(name)?.defs ?? [];
    const fn = definition?.type === "Parameter" ? (definition.node as Node) : undefined;
    let above = fn && bindings.parentOf(fn);
    while (above && /^Variable/.test(above.type)) above = bindings.parentOf(above);
    return /^Export/.test(above?.type ?? "");
  }

  /** Whether an object is what a request to a server was sent with: of a parameter, or read from one. */
  isBody(object: Node, steps = 0): boolean {
    const { bindings } = this.#tools.context;
    const node = unwrapped(object);
    const next = (one: unknown) => this.isBody(one as Node, steps + 1);
    if (steps > mostSteps) return false;
    switch (node.type) {
      case "AwaitExpression":
        return next(node.argument);
      case "Identifier": {
        if (this.#isBodyParameter(node)) return true;
        const taken = bindings.takenFrom(node);
        if (taken) return sent.test(taken.key) && this.isOfParameter(taken.from);
        const value = bindings.valueOf(node);
        return value !== undefined && next(value);
      }
      case "MemberExpression":
        return sent.test(memberName(node) ?? "") && this.isOfParameter(node.object as Node);
      case "CallExpression": {
        const callee = unwrapped(node.callee as Node);
        const [argument] = node.arguments as Node[];
        if (callee.type === "Identifier") return callee.name === "readBody";
        if (this.#tools.sourceOf(callee) === "JSON.parse") return argument ? next(argument) : false;
        const isRead =
          callee.type === "MemberExpression" && /^(?:json|text)$/.test(memberName(callee) ?? "");
        return isRead && this.isOfParameter(callee.object as Node);
      }
      default:
        return false;
    }
  }

  /** `@Body() body`, as NestJS has it. */
  #isBodyParameter(name: Node): boolean {
    const [definition] = this.#tools.context.bindings.variableOf(name)?.defs ?? [];
    if (definition?.type !== "Parameter") return false;
    const { decorators = [] } = definition.name as { decorators?: readonly Node[] };
    return decorators.some((one) => /^@(?:Body|Query)\(\s*\)/.test(this.#tools.sourceOf(one)));
  }

  /** Whether an expression begins with a parameter of a function: a request as frameworks hand it over. */
  isOfParameter(expression: Node): boolean {
    let node = unwrapped(expression);
    while (node.type === "MemberExpression") node = unwrapped(node.object as Node);
    const [definition] = this.#tools.context.bindings.variableOf(node)?.defs ?? [];
    return definition?.type === "Parameter";
  }
}
