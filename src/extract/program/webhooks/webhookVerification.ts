import type { Span } from "../../../text/positions.js";
import { checking, ofService } from "../../webhookWords.js";
import type { CallExpression, Expression } from "../model.js";
import { visitFunction } from "../walk.js";
import type { DeclaredFunction, DeclaredFunctions } from "./declaredFunctions.js";
import { HarmlessCalls } from "./harmlessCalls.js";
import { LocalNames } from "./localNames.js";
import { SentValues } from "./sentValues.js";
import type { Servers } from "./servers.js";
import { Tainted } from "./tainted.js";

/** More functions within functions are not looked into. */
const deepest = 4;

/** Names by which code asks where a request comes from. */
const ofSender = /remote_?(?:addr|host)|forwarded|client_?ip|ip_?addr|\bMac\b/i;

/** Finds whether code that a webhook reaches may verify it, or look the payment up. */
export class WebhookVerification {
  readonly #servers: Servers;
  readonly #functions: DeclaredFunctions;
  readonly #sourceOf: (span: Span) => string;

  constructor(servers: Servers, functions: DeclaredFunctions, sourceOf: (span: Span) => string) {
    this.#servers = servers;
    this.#functions = functions;
    this.#sourceOf = sourceOf;
  }

  mayCheck(handler: DeclaredFunction): boolean {
    return this.#mayCheck(handler, true, new Set(), 0);
  }

  #mayCheck(
    own: DeclaredFunction,
    isHandler: boolean,
    seen: Set<DeclaredFunction>,
    depth: number,
  ): boolean {
    if (seen.has(own)) return false;
    if (depth > deepest) return true;
    seen.add(own);
    const names = new LocalNames(own);
    const received = new SentValues(this.#servers, names, isHandler);
    const tainted = new Tainted(names, received);
    const harmless = new HarmlessCalls(this.#servers, names, received, this.#sourceOf);
    let isFound = false;
    visitFunction(own.fn, {
      expression: (one) => {
        if (isFound) return;
        if (one.is === "assign") {
          // A field of the object itself, which other code reads.
          isFound = isOfSelf(one.target) && tainted.has(one.value);
        } else if (one.is !== "call") isFound = isWordOfCheck(one);
        else if (isWordOfCheck(one)) isFound = true;
        else {
          const called = this.#functions.calledBy(one, own);
          isFound =
            called.length > 0
              ? called.some((next) => this.#mayCheck(next, false, seen, depth + 1))
              : this.#isCheck(one, tainted, harmless);
        }
      },
    });
    return isFound;
  }

  #isCheck(call: CallExpression, tainted: Tainted, harmless: HarmlessCalls): boolean {
    if (ofService.test(this.#sourceOf(call.callee.span))) return true;
    return tainted.has(call) && !harmless.has(call);
  }
}

function isWordOfCheck(expression: Expression): boolean {
  const words =
    expression.is === "name" || expression.is === "member"
      ? [expression.name]
      : expression.is === "text"
        ? [expression.text]
        : expression.is === "call"
          ? expression.arguments.flatMap(({ name }) => name?.text ?? [])
          : [];
  return words.some((word) => checking.test(word) || ofSender.test(word));
}

function isOfSelf(target: Expression): boolean {
  if (target.is === "self") return true;
  return target.is === "member" || target.is === "item"
    ? isOfSelf(target.of) || (target.of.is === "name" && target.of.name === "self")
    : false;
}
