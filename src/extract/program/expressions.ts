import type { Span } from "../../text/positions.js";
import { textOf } from "../../validator/unknown.js";
import { sampleText } from "../sample.js";
import type { Answers } from "./answers.js";
import { joinedText, negated, product, sum } from "./arithmetic.js";
import type { RequestSite } from "./calls.js";
import { isData } from "./dataClasses.js";
import { DataObjects } from "./dataObjects.js";
import type { Interpreter } from "./interpreter.js";
import type { ArgumentValue, CallSite, Library, Run } from "./library.js";
import {
  type Argument,
  type CallExpression,
  constructorName,
  type Expression,
  type Import,
} from "./model.js";
import type { Objects } from "./objects.js";
import { Scope } from "./scopes.js";
import {
  joinedOrigins,
  joinedValues,
  type Origins,
  unknownValue,
  usedAt,
  type Value,
  type Variable,
} from "./values.js";

/** What is nested deeper in an argument is not looked for. */
const deepestHeld = 2;

type Is<Name extends Expression["is"]> = Extract<Expression, { readonly is: Name }>;

/** Evaluates the expressions of a program that is interpreted. */
export class Expressions implements Run {
  readonly objects: Objects;
  readonly #text: string;
  readonly #library: Library;
  readonly #data: DataObjects;
  readonly #answers: Answers;
  readonly #interpreter: Interpreter;
  readonly #imports = new Map<string, Import>();

  constructor(text: string, library: Library, interpreter: Interpreter, answers: Answers) {
    this.#text = text;
    this.#answers = answers;
    this.#library = library;
    this.#interpreter = interpreter;
    this.objects = interpreter.objects;
    this.#data = new DataObjects(
      this,
      (expression, scope) => this.evaluate(expression, scope),
      interpreter,
    );
  }

  imports(all: readonly Import[]): void {
    for (const one of all) this.#imports.set(one.name, one);
  }

  sourceOf([start, end]: Span): string {
    return this.#text.slice(start, end);
  }

  make(type: string, span: Span) {
    return this.objects.make(type, span, this.sourceOf(span));
  }

  unknown(span: Span, more?: Parameters<typeof unknownValue>[2]): Value {
    return unknownValue(span, this.sourceOf(span), more);
  }

  apply({ fn, span }: Value, args: readonly Value[]): Value {
    if (!fn) return this.unknown(span);
    const given = args.map((value): ArgumentValue => ({ value, span: value.span }));
    return this.#interpreter.invoke(fn, given, span);
  }

  record(site: RequestSite): void {
    this.#answers.send(site);
    this.#interpreter.record(site);
  }

  hide(value: Value): void {
    this.#interpreter.hide(value);
  }

  /** The value of an expression that hands it to something else, which then reads it too. */
  handedOver(expression: Expression, scope: Scope): Value {
    const value = this.evaluate(expression, scope);
    if (value.object && !this.#interpreter.isScan) value.object.readers.add(expression);
    return value;
  }

  evaluate(expression: Expression, scope: Scope): Value {
    this.#interpreter.step();
    const { span } = expression;
    switch (expression.is) {
      case "constant": {
        const origins = typeof expression.value === "number" ? { origins: { span } } : {};
        return { span, known: expression.value, ...origins };
      }
      case "text":
        return this.#hiding({
          span,
          known: this.#interpreter.rules.isSample ? sampleText(expression.text) : expression.text,
          origins: { span },
          letters: { written: expression.written },
        });
      case "joined": {
        const values = this.#all(expression.parts, scope);
        return this.#hiding(joinedText(span, this.sourceOf(span), values), values.slice(1));
      }
      case "sum": {
        const values = this.#all(expression.parts, scope);
        return this.#hiding(sum(span, this.sourceOf(span), values), values.slice(1));
      }
      case "product":
        return product(span, this.sourceOf(span), this.#all(expression.parts, scope));
      case "negative":
        return negated(span, this.sourceOf(span), this.evaluate(expression.of, scope));
      case "equality": {
        const sides = this.#all(expression.sides, scope);
        const [left, right] = sides;
        if (left && right) this.#answers.compare(left, right);
        const origins = joinedOrigins(...sides.map((one) => one.origins));
        return this.unknown(span, { types: ["boolean"], ...(origins && { origins }) });
      }
      case "name":
        return this.#name(expression, scope);
      case "self": {
        const object = scope.selfObject();
        if (object) return object;
        const members = scope.self();
        return { ...this.unknown(span), ...(members && { members }) };
      }
      case "member":
        return this.#member(expression, scope);
      case "item":
        return this.#item(expression, scope);
      case "call":
        return this.#call(expression, scope);
      case "object":
        return this.#object(expression, scope);
      case "list":
        return this.#list(expression, scope);
      case "either": {
        if (expression.condition) this.evaluate(expression.condition, scope);
        const joined = joinedValues(this.#choices(expression.choices, scope));
        if (!joined || joined.object) return joined ?? this.unknown(span);
        return { ...joined, span };
      }
      case "function": {
        const closure = { fn: expression.fn, scope };
        this.#interpreter.made(closure);
        return { ...this.unknown(span), fn: closure };
      }
      case "assign":
        return this.#assign(expression, scope);
      case "remove":
        this.#remove(expression, scope);
        return this.unknown(span);
      case "unknown": {
        const parts = this.#all(expression.parts, scope);
        if (expression.isBroken) for (const part of parts) this.objects.escape(part);
        const origins = joinedOrigins(...parts.map((one) => one.origins));
        return this.unknown(span, { types: expression.types, ...(origins && { origins }) });
      }
    }
  }

  #all(expressions: readonly Expression[], scope: Scope): Value[] {
    return expressions.map((one) => this.evaluate(one, scope));
  }

  /** A text, of which the secret parts are noted where it has a secret in it. */
  #hiding(value: Value, secret: readonly Value[] = [value]): Value {
    const text = textOf(value.known);
    if (text !== undefined && this.#interpreter.rules.isSecret?.(text)) {
      for (const part of secret) this.hide(part);
    }
    return value;
  }

  /** The values of alternatives, of which one is evaluated. */
  #choices(choices: readonly Expression[], scope: Scope): Value[] {
    const { store } = this.#interpreter;
    const values: Value[] = [];
    const writes = choices.map((one) =>
      store.apart(() => {
        values.push(this.evaluate(one, scope));
      }),
    );
    store.join(writes);
    return values;
  }

  #stateOf(variable: Variable | undefined): Value | undefined {
    return variable && this.#interpreter.store.get<Value | undefined>(variable);
  }

  #name({ name, span }: Is<"name">, scope: Scope): Value {
    const value = this.#stateOf(scope.find(name)) ?? this.#fieldOf(scope.selfObject(), name);
    return value ? usedAt(value, span) : this.unknown(span);
  }

  /** What is in a field of data; undefined where that is not known. */
  #fieldOf(of: Value | undefined, name: string): Value | undefined {
    return isData(of) ? this.objects.get(of.object, name) : undefined;
  }

  #member(expression: Is<"member">, scope: Scope): Value {
    const { name, span } = expression;
    const path = this.#pathOf(expression, scope);
    const of: Value =
      path === undefined
        ? this.evaluate(expression.of, scope)
        : this.unknown(expression.of.span, { type: this.#typeNamed(path) });
    const own = this.#fieldOf(of, name) ?? this.#stateOf(of.members?.own(name));
    if (own) return usedAt(own, span);
    const known = this.#library.member?.(of, name, span, this);
    if (known) return known;
    const answer = this.#answers.member(of, name);
    return {
      ...this.unknown(span, of.origins && { origins: of.origins }),
      ...(answer && { answer }),
    };
  }

  /** The class whose member a path names. */
  #typeNamed(path: string): string {
    return path.split(".").at(-2) ?? "";
  }

  #item({ of, at, span }: Is<"item">, scope: Scope): Value {
    const from = this.evaluate(of, scope);
    const key = this.evaluate(at, scope).known;
    const { object } = from;
    const answer =
      from.answer && typeof key === "string"
        ? this.#answers.read(from.answer, key, at.span)
        : undefined;
    const isKey = typeof key === "string" || typeof key === "number";
    const value = object && isKey ? this.objects.get(object, String(key)) : undefined;
    if (value) return usedAt(value, span);
    return {
      ...this.unknown(span, from.origins && { origins: from.origins }),
      ...(answer && { answer }),
    };
  }

  #object({ span, entries }: Is<"object">, scope: Scope): Value {
    const made = this.make("map", span);
    const written = new Map<string, Span>();
    for (const entry of entries) {
      if ("spread" in entry) {
        written.clear();
        this.objects.copyInto(made.object, this.evaluate(entry.spread, scope));
        continue;
      }
      const key = this.evaluate(entry.key, scope).known;
      const value = this.evaluate(entry.value, scope);
      if (typeof key !== "string" && typeof key !== "number") {
        this.objects.forget(made.object);
        continue;
      }
      const name = String(key);
      const earlier = written.get(name);
      if (earlier && !this.#interpreter.isScan) {
        const known = made.object.duplicateKeys;
        known.push({ key: name, span: entry.key.span, earlier });
      }
      written.set(name, entry.span);
      const place = { key: entry.key.span, property: entry.span };
      this.objects.put(made.object, name, value, place);
    }
    return made;
  }

  #list({ span, items }: Is<"list">, scope: Scope): Value {
    const made = this.make("list", span);
    for (const { value, spread } of items) {
      const item = this.evaluate(value, scope);
      if (!spread) this.objects.append(made.object, item);
      else this.objects.open(made.object);
    }
    return made;
  }

  #assign({ target, value, isUpdate, span }: Is<"assign">, scope: Scope): Value {
    const given = this.evaluate(value, scope);
    const assigned = isUpdate
      ? sum(span, this.sourceOf(span), [this.evaluate(target, scope), given])
      : given;
    this.#put(target, assigned, span, scope);
    return assigned;
  }

  #put(target: Expression, value: Value, span: Span, scope: Scope): void {
    switch (target.is) {
      case "name": {
        const { rules } = this.#interpreter;
        const known = rules.assigningDeclares ? scope.own(target.name) : scope.find(target.name);
        const variable =
          known ?? (rules.assigningDeclares ? scope.declare(target.name) : undefined);
        if (variable) this.#interpreter.assign(variable, value);
        else this.#data.put(scope.selfObject(), target.name, value, scope);
        return;
      }
      case "member": {
        const of = this.evaluate(target.of, scope);
        const { members, object } = of;
        if (isData(of)) this.#data.put(of, target.name, value, scope);
        else if (members) {
          const field = members.own(target.name) ?? members.declare(target.name);
          this.#interpreter.assign(field, value);
        } else if (object) this.#putKey(object, target.name, value, target.key, span);
        return;
      }
      case "item": {
        const { object } = this.evaluate(target.of, scope);
        const key = this.evaluate(target.at, scope);
        if (!object) return;
        if (typeof key.known === "string") {
          this.#putKey(object, key.known, value, target.at.span, span);
        } else this.objects.forget(object);
        return;
      }
      case "list":
        for (const { value: part } of target.items) {
          this.#put(part, this.unknown(part.span), span, scope);
        }
        return;
      default:
    }
  }

  /** An object of a class of data of which only the class is known; undefined where the class is none of these. */
  unknownData(type: string | undefined, span: Span, scope: Scope): Value | undefined {
    return this.#data.unknown(type, span, scope);
  }

  #putKey(
    object: NonNullable<Value["object"]>,
    name: string,
    value: Value,
    key: Span,
    property: Span,
  ): void {
    this.objects.put(object, name, value, { key, property });
  }

  #remove({ target }: Is<"remove">, scope: Scope): void {
    if (target.is !== "item") return;
    const { object } = this.evaluate(target.of, scope);
    const key = this.evaluate(target.at, scope).known;
    if (!object) return;
    if (typeof key === "string") this.objects.remove(object, key);
    else this.objects.forget(object);
  }

  #arguments(args: readonly Argument[], scope: Scope): ArgumentValue[] {
    return args.map(({ value, span, name, spread }) => ({
      value: this.handedOver(value, scope),
      span,
      ...(name && { name }),
      ...(spread && { spread }),
    }));
  }

  #call(expression: CallExpression, scope: Scope): Value {
    const { callee, span, isNew = false } = expression;
    const path = this.#pathOf(callee, scope);
    const isMethod = callee.is === "member" && path === undefined;
    const receiver = isMethod ? this.evaluate(callee.of, scope) : undefined;
    const args = this.#arguments(expression.arguments, scope);
    const own = this.#ownCallee(callee, receiver, scope);
    const name = callee.is === "member" || callee.is === "name" ? callee.name : "";
    if (own?.fn) {
      const self = callee.is === "member" ? receiver : scope.selfObject();
      return this.#interpreter.invoke(own.fn, args, span, isData(self) ? self : undefined);
    }
    if (own?.data) return this.#data.instantiate(own, args, span, scope);
    if (own?.members) {
      this.#construct(own, args, span);
      const origins = joinedOrigins(...args.map(({ value }) => value.origins));
      return { ...this.unknown(span, origins && { origins }), members: own.members };
    }
    const ofData = this.#data.call(receiver, name, args, span, scope);
    if (ofData) return ofData;
    const site: CallSite = {
      expression,
      span,
      name,
      path,
      receiver,
      receiverSource: callee.is === "member" ? this.sourceOf(callee.of.span) : "",
      isNew,
      arguments: args,
    };
    const known = this.#library.call(site, this) ?? this.#unknownCall(site);
    if (expression.body) this.#initialize(known, expression.body, scope);
    const answer = this.#answers.given(expression, receiver, args);
    return answer && !known.object ? { ...known, answer } : known;
  }

  /** A function or class of the program that is called. */
  #ownCallee(callee: Expression, receiver: Value | undefined, scope: Scope): Value | undefined {
    if (callee.is === "member") {
      const members = receiver?.members ?? this.#classOf(receiver, scope);
      return this.#stateOf(members?.own(callee.name));
    }
    if (callee.is === "function")
      return { ...this.unknown(callee.span), fn: { fn: callee.fn, scope } };
    if (callee.is !== "name") return undefined;
    const value = this.#stateOf(scope.find(callee.name));
    return value?.fn || value?.members ? value : undefined;
  }

  /** The members of a class of the program that a value is declared to be of. */
  #classOf(value: Value | undefined, scope: Scope): Scope | undefined {
    const { type } = value ?? {};
    return type === undefined ? undefined : this.#stateOf(scope.find(type))?.members;
  }

  /** What a constructor is given may come to be in a field. */
  #construct({ members }: Value, args: readonly ArgumentValue[], span: Span): void {
    const maker = members && this.#stateOf(members.own(constructorName))?.fn;
    if (maker) this.#interpreter.construct(maker, args, span);
    else for (const { value } of args) this.objects.escape(value);
  }

  #unknownCall(site: CallSite): Value {
    const { receiver, arguments: args, span } = site;
    const held = args.map(({ value }) => this.#originsIn(value));
    if (!this.#library.leavesArguments(site)) {
      for (const { value } of args) this.objects.escape(value);
      if (receiver?.object) this.objects.escape(receiver);
    }
    const origins = joinedOrigins(receiver?.origins, ...held);
    return this.unknown(span, origins && { origins });
  }

  /** The literals that a value, or what an object holds, may come from. */
  #originsIn({ origins, object }: Value, depth = 0): Origins | undefined {
    if (!object || depth > deepestHeld) return origins;
    const held = this.objects.entries(object).map(([, { value }]) => value);
    return joinedOrigins(origins, ...held.map((one) => this.#originsIn(one, depth + 1)));
  }

  /** Runs the block of an object that is just made, in which its methods are called by their names. */
  #initialize(made: Value, body: NonNullable<CallExpression["body"]>, scope: Scope): void {
    const inner = new Scope(scope);
    const self: Value = made;
    for (const statement of body) {
      if (statement.is !== "do" || statement.expression.is !== "call") {
        this.objects.escape(made);
        return;
      }
      const call = statement.expression;
      const { callee } = call;
      if (callee.is !== "name") continue;
      const site: CallSite = {
        expression: call,
        span: call.span,
        name: callee.name,
        path: undefined,
        receiver: self,
        receiverSource: "",
        isNew: false,
        arguments: this.#arguments(call.arguments, inner),
      };
      if (!this.#library.call(site, this)) this.#unknownCall(site);
    }
  }

  /** `requests.post` of such a name that the program does not itself declare, with the module it comes from. */
  #pathOf(callee: Expression, scope: Scope): string | undefined {
    if (callee.is === "name") {
      if (scope.find(callee.name)) return undefined;
      const from = this.#imports.get(callee.name);
      if (!from) return this.#interpreter.rules.isValue(callee.name) ? undefined : callee.name;
      return from.imported === undefined ? from.module : `${from.module}.${from.imported}`;
    }
    if (callee.is !== "member") return undefined;
    const of = this.#pathOf(callee.of, scope);
    return of === undefined ? undefined : `${of}.${callee.name}`;
  }
}
