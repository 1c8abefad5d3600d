import { respelt } from "../dataClasses.js";
import type { ArgumentValue, LibraryCall, Run } from "../library.js";
import type { EntrySpans, ObjectCell } from "../objects.js";
import type { Value } from "../values.js";
import type { Client, ClientArgument, ClientMethod } from "./model.js";

/** The payload that a method of a client sends. */
export function bodyOf(
  method: ClientMethod,
  { arguments: args, expression }: LibraryCall,
  client: Client,
  run: Run,
): Value {
  const spec = method.arguments;
  const whole = spec.indexOf("...");
  const [only] = args;
  if (whole >= 0 && spec.every((one) => one === "..." || one === null)) {
    const value = args[whole]?.value;
    if (value) return value;
  }
  const { notSent = [] } = method;
  const isWhole = notSent.length === 0 && !client.spellsSnakeCase;
  if (args.length === 1 && only?.spread === "named" && isWhole) return only.value;
  const made = run.make("map", expression.list);
  new ArgumentWriter(made.object, client, run).putAll(spec, args, notSent);
  return made;
}

/** Puts what calls are given into an object that a client sends. */
export class ArgumentWriter {
  readonly #object: ObjectCell;
  readonly #client: Client;
  readonly #run: Run;

  constructor(object: ObjectCell, client: Client, run: Run) {
    this.#object = object;
    this.#client = client;
    this.#run = run;
  }

  /** Puts arguments where a class or a method takes them. */
  putAll(
    spec: readonly ClientArgument[],
    args: readonly ArgumentValue[],
    notSent: readonly string[] = [],
  ): void {
    this.#putPositional(
      spec,
      args.filter(({ name, spread }) => !name && !spread),
    );
    for (const argument of args) {
      if (argument.spread === "named") this.#putSpread(argument.value, notSent);
      else if (argument.spread) this.#run.objects.forget(this.#object);
      const { name } = argument;
      if (name && !notSent.includes(name.text)) this.#putNamed({ ...argument, name }, spec);
    }
  }

  putKey(key: string, value: Value, spans: EntrySpans): void {
    const isLeftOut = value.known === null && !this.#client.sendsNull;
    if (isLeftOut) this.#run.objects.remove(this.#object, key);
    else this.#run.objects.put(this.#object, key, value, spans);
  }

  #putPositional(spec: readonly ClientArgument[], args: readonly ArgumentValue[]): void {
    for (const [index, argument] of args.entries()) {
      const is = spec[index];
      if (is === "*") {
        const isGiven = args.slice(index).some(({ value }) => value.known !== null);
        if (isGiven) this.#run.objects.open(this.#object);
        return;
      }
      if (is !== null) this.#putAs(is, argument.value, args);
    }
  }

  #putAs(
    is: NonNullable<ClientArgument> | undefined,
    value: Value,
    args: readonly ArgumentValue[],
  ): void {
    const { objects } = this.#run;
    if (is === undefined) objects.forget(this.#object);
    else if (is === "!") this.#run.hide(value);
    else if (is === "...") objects.copyInto(this.#object, value);
    else if (typeof is === "string") this.putKey(is, value, {});
    else {
      const says = args[is.if]?.value.known;
      if (typeof says === "boolean") this.putKey(says ? is.then : is.else, value, {});
      else objects.open(this.#object);
    }
  }

  /** Puts what an object holds whose keys are names of arguments. */
  #putSpread(value: Value, notSent: readonly string[]): void {
    const { objects } = this.#run;
    objects.copyInto(this.#object, value, (key) => this.#keyOf(key));
    const all = value.object && !value.object.isList ? objects.entries(value.object) : [];
    for (const [key, { value: one }] of all) {
      const isLeftOut = one.known === null && !this.#client.sendsNull;
      if (isLeftOut || notSent.includes(key)) objects.remove(this.#object, this.#keyOf(key));
    }
  }

  #keyOf(name: string): string {
    return this.#client.spellsSnakeCase ? keyOf(name) : name;
  }

  #putNamed(
    { value, name, span }: ArgumentValue & Required<Pick<ArgumentValue, "name">>,
    spec: readonly ClientArgument[],
  ): void {
    if (spec.includes("!") && /secret|key/.test(name.text)) this.#run.hide(value);
    this.putKey(this.#keyOf(name.text), value, { key: name.span, property: span });
  }
}

/** The constructor that takes as many arguments; the longest where some are given by name. */
export function specFor(
  specs: readonly (readonly ClientArgument[])[],
  args: readonly ArgumentValue[],
): readonly ClientArgument[] | undefined {
  const { length } = args.filter(({ name, spread }) => !name && !spread);
  if (args.length === 0 || length < args.length) return specs.at(-1) ?? [];
  return specs.find(
    (spec) => spec.length === length || (spec.at(-1) === "*" && spec.length <= length),
  );
}

/** The key that an argument's name says; a name that is a keyword of the language has a `_` behind it. */
const keyOf = (name: string): string => respelt(name, "camelCase").replace(/_$/, "");
