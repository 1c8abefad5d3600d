import { webhookNames } from "../../../generated/webhookNames.js";
import type { Api, Hook } from "../../apis.js";
import { checking, namesSender, ofService, stores } from "../../webhookWords.js";
import type { FoldingTools } from "../folding/foldingTools.js";
import { isFunction, memberName, type Node, unwrapped } from "../syntax/ast.js";
import type { Received } from "./received.js";

/** Functions that make requests. */
const requesting = new RegExp(webhookNames.asks, "i");

/** Functions that store, tell, answer or convert, and look nothing up at PortOne. */
const storing = new RegExp(webhookNames.keeps);

/** Functions that only prepare a body or a route. */
const harmlessMiddleware = new RegExp(webhookNames.prepares, "i");

/** What a handler is given. */
const ofRequest = new RegExp(webhookNames.requests);

/** More functions within functions are not looked into. */
const deepest = 4;

/** Finds whether code that a webhook reaches verifies it, or looks the payment up. */
export class WebhookChecks {
  readonly #tools: FoldingTools;
  readonly #received: Received;
  readonly #apis: readonly Api[];

  constructor(tools: FoldingTools, received: Received, apis: readonly Api[]) {
    this.#tools = tools;
    this.#received = received;
    this.#apis = apis;
  }

  /** The function that a request reaches first: the one that a route is given, else the outermost. */
  handlerAround(node: Node): Node | undefined {
    const { bindings } = this.#tools.context;
    let handler: Node | undefined;
    for (let above = bindings.parentOf(node); above; above = bindings.parentOf(above)) {
      if (!isFunction(above)) continue;
      handler = above;
      if (this.#isGivenToRoute(above)) return handler;
    }
    return handler;
  }

  #isGivenToRoute(fn: Node): boolean {
    const call = this.#tools.context.bindings.parentOf(fn);
    const [first] = call?.type === "CallExpression" ? (call.arguments as Node[]) : [];
    return typeof first?.value === "string" && first.value.startsWith("/");
  }

  /** Whether a handler, or what runs before it, may check what it is sent. */
  isChecked(handler: Node, hook: Hook): boolean {
    if (namesSender(this.#tools.context.text)) return true;
    return this.#isGuarded(handler) || this.#mayCheck(handler, hook, new Set(), 0);
  }

  /** Whether middleware, or a decorator, runs before a handler. */
  #isGuarded(handler: Node): boolean {
    const { bindings, nodes } = this.#tools.context;
    const parent = bindings.parentOf(handler);
    if (parent?.type === "CallExpression") {
      const others = (parent.arguments as Node[]).filter((one) => one !== handler);
      const isUnknown = ({ type, range }: Node) =>
        type !== "Literal" &&
        type !== "TemplateLiteral" &&
        !harmlessMiddleware.test(this.#tools.sourceOf({ type, range }));
      if (others.some(isUnknown)) return true;
    }
    for (let above = parent; above; above = bindings.parentOf(above)) {
      const { decorators = [] } = above as unknown as { decorators?: readonly Node[] };
      if (decorators.some((one) => /guard|intercept|sign|verif/i.test(this.#tools.sourceOf(one))))
        return true;
    }
    return nodes.some((node) => {
      const callee = node.type === "CallExpression" ? unwrapped(node.callee as Node) : undefined;
      if (callee?.type !== "MemberExpression" || memberName(callee) !== "use") return false;
      return (node.arguments as Node[]).some((one) => checking.test(this.#tools.sourceOf(one)));
    });
  }

  #mayCheck(fn: Node, hook: Hook, seen: Set<Node>, depth: number): boolean {
    if (seen.has(fn)) return false;
    if (depth > deepest) return true;
    seen.add(fn);
    const [start, end] = fn.range;
    return this.#tools.context.nodes.some((node) => {
      if (node.range[0] < start || node.range[1] > end) return false;
      if (node.type === "Identifier") return checking.test(String(node.name));
      return node.type === "CallExpression" && this.#isCheck(node, hook, seen, depth);
    });
  }

  /** Whether a call may look a payment up. */
  #isCheck(call: Node, hook: Hook, seen: Set<Node>, depth: number): boolean {
    const callee = unwrapped(call.callee as Node);
    const written = this.#tools.sourceOf(callee);
    if (requesting.test(written) && !this.#received.isOfParameter(callee)) {
      return this.#isToApi(call);
    }
    const own = this.#tools.functions.calledBy(call);
    if (own) return this.#mayCheck(own, hook, seen, depth + 1);
    if (ofService.test(written)) return true;
    const isMember = callee.type === "MemberExpression";
    const name = isMember ? memberName(callee) : String(callee.name);
    if (name === undefined || storing.test(name)) return false;
    if (isMember && this.#isStore(callee.object as Node)) return false;
    return this.#isGivenBody(call, hook);
  }

  #isStore(object: Node): boolean {
    let node = unwrapped(object);
    while (node.type === "CallExpression") node = unwrapped(node.callee as Node);
    const names: string[] = [];
    while (node.type === "MemberExpression") {
      names.push(memberName(node) ?? "");
      node = unwrapped(node.object as Node);
      while (node.type === "CallExpression") node = unwrapped(node.callee as Node);
    }
    if (node.type === "Identifier") names.push(String(node.name));
    return names.some((name) => stores.test(name)) || this.#received.isBody(object);
  }

  /** Whether a request may be one of PortOne's API: its address names no other host. */
  #isToApi(call: Node): boolean {
    const source = this.#tools.sourceOf(call);
    const [, host] = /https?:\/\/([\w.-]+)/.exec(source) ?? [];
    return host === undefined || this.#apis.some((one) => one.host === host);
  }

  /** Whether a call is given the body, the request, or what of it names the payment. */
  #isGivenBody(call: Node, hook: Hook): boolean {
    const { nodes } = this.#tools.context;
    return (call.arguments as Node[]).some(({ range: [start, end] }) =>
      nodes.some((node) => {
        if (node.range[0] < start || node.range[1] > end || node.type !== "Identifier")
          return false;
        return (
          hook.ids.includes(String(node.name)) ||
          this.#received.isBody(node) ||
          this.#received.isValue(node) ||
          ofRequest.test(String(node.name))
        );
      }),
    );
  }
}
