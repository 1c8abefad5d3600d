import type { Span } from "../../../text/positions.js";
import type { Answers } from "../answers.js";
import { isData, isOfDataClass } from "../dataClasses.js";
import type { ArgumentValue, Library, LibraryCall, Run } from "../library.js";
import { type Argument, type CallExpression, constructorName, type Expression } from "../model.js";
import { Scope } from "../scopes.js";
import { comingFrom, joinedOrigins, type Origins, type Value } from "../values.js";
import type { DataObjects } from "./dataObjects.js";
import type { Evaluator } from "./evaluator.js";
import type { Functions } from "./functions.js";
import type { ValueLookup } from "./names.js";
import type { State } from "./state.js";
import type { Surroundings } from "./surroundings.js";

/** What is nested deeper in an argument is not looked for. */
const deepestHeld = 2;

/** What evaluates the parts of a call. */
interface Parts {
  readonly evaluator: Evaluator;
  readonly names: ValueLookup;
  readonly data: DataObjects;
}

/** Evaluates calls: of what the program defines, and of what its libraries do. */
export class CallExpressions {
  readonly #state: State;
  readonly #functions: Functions;
  readonly #evaluator: Evaluator;
  readonly #names: ValueLookup;
  readonly #data: DataObjects;
  readonly #run: Run;
  readonly #library: Library;
  readonly #answers: Answers;

  constructor(
    state: State,
    functions: Functions,
    { evaluator, names, data }: Parts,
    { run, library, answers }: Surroundings,
  ) {
    this.#state = state;
    this.#functions = functions;
    this.#evaluator = evaluator;
    this.#names = names;
    this.#data = data;
    this.#run = run;
    this.#library = library;
    this.#answers = answers;
  }

  call(expression: CallExpression, scope: Scope): Value {
    const { callee, span, isNew = false } = expression;
    const path = this.#names.pathOf(callee, scope);
    const isMethod = callee.is === "member" && path === undefined;
    const receiver = isMethod ? this.#evaluator.evaluate(callee.of, scope) : undefined;
    const args = this.#arguments(expression.arguments, scope);
    const own = this.#ownCallee(callee, receiver, scope);
    const name = callee.is === "member" || callee.is === "name" ? callee.name : "";
    if (own?.fn) {
      const self = callee.is === "member" ? receiver : scope.selfObject();
      return this.#functions.invoke(own.fn, args, span, isData(self) ? self : undefined);
    }
    if (isOfDataClass(own)) {
      const made = this.#data.instantiate(own, args, span, scope);
      // A block in an object of a class of the program may do anything to it.
      if (expression.body?.length) this.#state.objects.escape(made);
      return made;
    }
    if (own?.members) {
      this.#construct(own, args, span);
      const origins = comingFrom(...args.map(({ value }) => value));
      return { ...this.#state.unknown(span, origins), members: own.members };
    }
    const ofData = this.#data.call(receiver, name, args, span, scope);
    if (ofData) return ofData;
    const site: LibraryCall = {
      expression,
      span,
      name,
      path,
      receiver,
      receiverSource: callee.is === "member" ? this.#state.sourceOf(callee.of.span) : "",
      isNew,
      arguments: args,
    };
    const known = this.#library.call(site, this.#run) ?? this.#unknownCall(site);
    if (expression.body) this.#initialize(known, expression.body, scope);
    const answer = this.#answers.given(expression, receiver, args);
    return answer && !known.object ? { ...known, answer } : known;
  }

  #arguments(args: readonly Argument[], scope: Scope): ArgumentValue[] {
    return args.map(({ value, span, name, spread }) => ({
      value: this.#evaluator.escaping(value, scope),
      span,
      ...(name && { name }),
      ...(spread && { spread }),
    }));
  }

  /** A function or class of the program that is called. */
  #ownCallee(callee: Expression, receiver: Value | undefined, scope: Scope): Value | undefined {
    if (callee.is === "member") {
      const members = receiver?.members ?? this.#classOf(receiver, scope);
      return this.#state.valueOf(members?.own(callee.name));
    }
    if (callee.is === "function")
      return { ...this.#state.unknown(callee.span), fn: { fn: callee.fn, scope } };
    if (callee.is !== "name") return undefined;
    const value = this.#state.valueOf(scope.find(callee.name));
    return value?.fn || value?.members ? value : undefined;
  }

  /** The members of a class of the program that a value is declared to be of. */
  #classOf(value: Value | undefined, scope: Scope): Scope | undefined {
    const { type } = value ?? {};
    return type === undefined ? undefined : this.#state.valueOf(scope.find(type))?.members;
  }

  /** What a constructor is given may come to be in a field. */
  #construct({ members }: Value, args: readonly ArgumentValue[], span: Span): void {
    const maker = members && this.#state.valueOf(members.own(constructorName))?.fn;
    if (maker) this.#functions.construct(maker, args, span);
    else for (const { value } of args) this.#state.objects.escape(value);
  }

  #unknownCall(site: LibraryCall): Value {
    const { receiver, arguments: args, span } = site;
    const held = args.map(({ value }) => ({ origins: this.#originsIn(value) }));
    if (!this.#library.leavesArguments(site)) {
      for (const { value } of args) {
        this.#state.objects.escape(value);
        if (value.fn) this.#functions.handed(value.fn);
      }
      if (receiver) this.#state.objects.escape(receiver);
    }
    return this.#state.unknown(span, comingFrom(receiver, ...held));
  }

  /** The literals that a value, or what an object holds, may come from. */
  #originsIn({ origins, object }: Value, depth = 0): Origins | undefined {
    if (!object || depth > deepestHeld) return origins;
    const held = this.#state.objects.entries(object).map(([, { value }]) => value);
    return joinedOrigins(origins, ...held.map((one) => this.#originsIn(one, depth + 1)));
  }

  /** Runs the block of an object that is just made, in which its methods are called by their names or as those of `this`. */
  #initialize(made: Value, body: NonNullable<CallExpression["body"]>, scope: Scope): void {
    const inner = new Scope(scope);
    for (const statement of body) {
      if (statement.is !== "do" || statement.expression.is !== "call") {
        this.#state.objects.escape(made);
        return;
      }
      const call = statement.expression;
      const { callee } = call;
      const isOwn = callee.is === "name" || (callee.is === "member" && callee.of.is === "self");
      if (!isOwn) {
        this.#evaluator.evaluate(call, inner);
        if (call.arguments.some(({ value }) => value.is === "self")) {
          this.#state.objects.escape(made);
        }
        continue;
      }
      const site: LibraryCall = {
        expression: call,
        span: call.span,
        name: callee.name,
        path: undefined,
        receiver: made,
        receiverSource: "",
        isNew: false,
        arguments: this.#arguments(call.arguments, inner),
      };
      if (!this.#library.call(site, this.#run)) this.#unknownCall(site);
    }
  }
}
