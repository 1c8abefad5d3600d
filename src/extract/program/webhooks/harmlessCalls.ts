import type { Span } from "../../../text/positions.js";
import { ofService, stores } from "../../webhookWords.js";
import type { CallExpression, Expression } from "../model.js";
import { partsOf, visitFunction } from "../walk.js";
import type { LocalNames } from "./localNames.js";
import type { SentValues } from "./sentValues.js";
import type { Servers } from "./servers.js";

/** Objects whose work lies in other files, even if their names match other patterns. */
const ofOthers =
  /service|facade|use_?case|client|gateway|manager|handler|processor|adapter|task|worker|publisher|producer|provider|resolver|checker|fetcher|helper|component|port$/i;

/** Modules that hold data or write logs. */
const imported = /^(?:db|database|session|redis|cache|log|logger|logging|models)$/;

/** Builders of requests. */
const ofRequests = /client|request|uri|url|http/i;

/** Methods of an object that was just made, which put something into it or keep it. */
const keeping = /^(?:save|set|put|add|append|update|delete|with)(?![a-z])/;

/** Finds calls that neither check what they are given nor look it up. */
export class HarmlessCalls {
  readonly #servers: Servers;
  readonly #names: LocalNames;
  readonly #received: SentValues;
  readonly #sourceOf: (span: Span) => string;
  /** Names of what came out of the shop's own data. */
  readonly #records = new Set<string>();

  constructor(
    servers: Servers,
    names: LocalNames,
    received: SentValues,
    sourceOf: (span: Span) => string,
  ) {
    this.#servers = servers;
    this.#names = names;
    this.#received = received;
    this.#sourceOf = sourceOf;
    visitFunction(names.fn, {
      expression: (one) => {
        if (one.is !== "call" || !this.#isOfStore(one)) return;
        for (const { value } of one.arguments) {
          if (value.is !== "function") continue;
          for (const { name } of value.fn.parameters) this.#records.add(name);
        }
      },
    });
  }

  has(call: CallExpression): boolean {
    const { callee } = call;
    if (this.#received.sent(call) || this.#received.field(call)) return true;
    const lists = ["converts", "compares", "parses", "writes", "harmless"] as const;
    if (lists.some((list) => this.#servers.calls(list, call))) return true;
    if (this.#isMaking(call) || this.#isOfStore(call)) return true;
    return callee.is === "member" && this.#isOfKnown(callee.of, call);
  }

  /** `new Name(...)`, or the builder of such an object. */
  #isMaking({ callee, isNew }: CallExpression): boolean {
    if (callee.is !== "name" && callee.is !== "member") return false;
    if (isNew || /^[A-Z]/.test(callee.name)) return true;
    let one: Expression = callee;
    let isBuilder = false;
    while (one.is === "member" || one.is === "call") {
      if (one.is === "member" && one.of.is === "name") isBuilder = one.name === "builder";
      one = one.is === "member" ? one.of : one.callee;
    }
    return isBuilder && one.is === "name" && !ofRequests.test(one.name);
  }

  /** Whether a method is one of what was sent, of a record, or of an object that is just made. */
  #isOfKnown(of: Expression, call: CallExpression): boolean {
    if (this.#isOfSent(of)) return !call.arguments.some(({ value }) => isMore(value));
    if (of.is !== "name") return of.is === "text" || of.is === "joined";
    const { name } = of;
    if (this.#records.has(name)) return this.#keeps(call);
    const values = this.#names.values.get(name) ?? [];
    if (values.length === 0) return false;
    const method = call.callee.is === "member" ? call.callee.name : "";
    return values.every((one) => {
      if (!one) return false;
      if (one.is === "object" || one.is === "list") return true;
      if (one.is === "text" || one.is === "joined" || one.is === "constant") return true;
      if (one.is !== "call") return false;
      if (this.#isMaking(one)) return keeping.test(method);
      return this.#isOfStore(one) && this.#keeps(call);
    });
  }

  /** Whether a value is a part of what was sent, but not the request, by which a server reaches other things. */
  #isOfSent(expression: Expression): boolean {
    for (let one = expression; ; ) {
      const sent = this.#received.sent(one);
      if (sent) return sent.is !== "request";
      if (this.#received.field(one)) return true;
      if (one.is === "member" || one.is === "item") one = one.of;
      else if (one.is === "call" && one.callee.is === "member") {
        if (one.arguments.some(({ value }) => isMore(value))) return false;
        one = one.callee.of;
      } else return false;
    }
  }

  /** Whether a function is a method of the shop's own data, a log, an answer. */
  #isOfStore(call: CallExpression): boolean {
    const { callee } = call;
    if (callee.is !== "member" || ofService.test(this.#sourceOf(callee.span))) return false;
    const names: string[] = [];
    const pairs: string[] = [];
    let one: Expression = callee;
    let isCalled = true;
    while (one.is === "member" || one.is === "call" || one.is === "item") {
      if (one.is === "call") {
        one = one.callee;
        isCalled = true;
        continue;
      }
      if (one.is === "member") {
        if (!isCalled) names.push(one.name);
        else if (one.of.is === "name" || one.of.is === "member") {
          pairs.push(`${one.of.name}.${one.name}`);
        }
      }
      isCalled = false;
      one = one.of;
    }
    if (one.is === "name" && !isCalled) {
      if (this.#servers.importsCode(one.name) && !imported.test(one.name)) return false;
      names.push(one.name);
    }
    names.push(...names.flatMap((name) => this.#names.typeOf(name) ?? []));
    const isNamed = names.some((name) => stores.test(name) || this.#servers.lists("stores", name));
    const others = names.filter((name) => !this.#servers.lists("stores", name));
    if (others.some((name) => ofOthers.test(name))) return false;
    return (
      pairs.some((pair) => this.#servers.lists("stores", pair)) || (isNamed && this.#keeps(call))
    );
  }

  /** Whether a method of data only reads or keeps it; in some languages data is of classes that can do anything. */
  #keeps({ callee, arguments: args }: CallExpression): boolean {
    const isAny = this.#servers.libraries.every(({ keeps }) => keeps === undefined);
    if (isAny || callee.is !== "member") return isAny;
    const isGiven = args.length > 0 && this.#servers.lists("keeps", `${callee.name}(...)`);
    return isGiven || this.#servers.lists("keeps", callee.name);
  }
}

/** Whether an argument is more than a text, a number or what is made of these alone. */
const isMore = (expression: Expression): boolean =>
  expression.is === "object" || expression.is === "list"
    ? partsOf(expression).some(isMore)
    : expression.is !== "text" && expression.is !== "constant";
