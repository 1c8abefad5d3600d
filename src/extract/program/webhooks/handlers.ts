import type { Span } from "../../../text/positions.js";
import { own } from "../../own.js";
import { checking } from "../../webhookWords.js";
import type { Mark, Parameter, Program, Statement } from "../model.js";
import { visit } from "../walk.js";
import type { DeclaredFunction } from "./declaredFunctions.js";
import type { Servers } from "./servers.js";

/** Words of settings by which something runs before a handler that may turn a request away. */
const guarding =
  /guard|intercept|sign|verif|secret|hmac|validat|depend|permission|authen|authori|secur|allow|_ip\b|\bip_/i;

/** Names of what a handler is given to reach the shop's own data. */
const ofData = /session|^db/i;

/** Finds functions that a request reaches first, and whether something may have checked it before. */
export class Handlers {
  readonly #servers: Servers;
  readonly #sourceOf: (span: Span) => string;
  /** True where something runs before every handler of the program. */
  readonly #isGuarded: boolean;

  constructor(servers: Servers, { statements }: Program, sourceOf: (span: Span) => string) {
    this.#servers = servers;
    this.#sourceOf = sourceOf;
    this.#isGuarded = this.#guardsAll(statements);
  }

  isHandler({ fn, of }: DeclaredFunction): boolean {
    if (fn.marks?.some((mark) => this.#isOfHandler(mark))) return true;
    return this.#basesFor(fn.name).some((base) => of?.bases?.includes(base));
  }

  /** Whether something that is not read may check what a handler is sent. */
  isGuarded({ fn, of }: DeclaredFunction): boolean {
    if (this.#isGuarded) return true;
    const marks = [...(fn.marks ?? []), ...(of?.marks ?? [])];
    if (marks.some((mark) => !this.#isPlain(mark))) return true;
    if (of && (this.#isOfUnknown(of.bases ?? []) || this.#hasGuard(of.body))) return true;
    return fn.parameters.some((one) => this.#mayCheck(one));
  }

  /** A webhook is sent by POST. */
  #isOfHandler({ name, source }: Mark): boolean {
    if (!this.#servers.lists("handlers", name)) return false;
    return !/\b(?:GET|PUT|PATCH|DELETE)\b/.test(source) || /\bPOST\b/.test(source);
  }

  #basesFor(method: string): readonly string[] {
    return this.#servers.libraries.flatMap(({ methods = {} }) => own(methods, method) ?? []);
  }

  #isPlain({ name, source }: Mark): boolean {
    const isKnown = this.#servers.lists("handlers", name) || this.#servers.lists("marks", name);
    const others = this.#withoutOpen(source);
    return others === "@" || (isKnown && !guarding.test(others));
  }

  #withoutOpen(source: string): string {
    const open = this.#servers.libraries.flatMap((library) => library.open ?? []);
    return open.reduce((rest, one) => rest.replaceAll(one, ""), source.replace(/\s+/g, ""));
  }

  /** Whether a class extends something that may check a request before the method that answers it. */
  #isOfUnknown(bases: readonly string[]): boolean {
    const known = this.#servers.libraries.flatMap(({ methods = {} }) =>
      Object.values(methods).flat(),
    );
    return bases.some((base) => base !== "object" && !known.includes(base));
  }

  /** Settings of a class, and a method that runs before the others. */
  #hasGuard(body: readonly Statement[]): boolean {
    return body.some((statement) => {
      if (statement.is === "function") return statement.fn.name === "dispatch";
      if (statement.is !== "do" || statement.expression.is !== "assign") return false;
      return guarding.test(this.#withoutOpen(this.#sourceOf(statement.expression.span)));
    });
  }

  #mayCheck({ name, type = "", marks = [] }: Parameter): boolean {
    if (checking.test(name) || checking.test(type)) return true;
    const isOfData = ofData.test(name) || ofData.test(type);
    return marks.some((mark) => {
      const isKnown = (["bodies", "fields", "marks"] as const).some((list) =>
        this.#servers.lists(list, mark.name),
      );
      return isKnown ? checking.test(mark.source) : !isOfData;
    });
  }

  #guardsAll(statements: readonly Statement[]): boolean {
    let isGuarded = false;
    visit(statements, {
      inner: ({ marks = [] }) => {
        isGuarded ||= marks.some(({ name }) => this.#servers.lists("before", name));
      },
      expression: (expression) => {
        if (expression.is !== "call") return;
        isGuarded ||= expression.arguments.some(({ name }) => name?.text === "dependencies");
        const isAdded =
          expression.callee.is === "member" && expression.callee.name === "add_middleware";
        isGuarded ||= isAdded && checking.test(this.#sourceOf(expression.list));
      },
    });
    return isGuarded;
  }
}
