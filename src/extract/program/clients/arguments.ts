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
  if (args.length === 1 && only?.spread === "named" && notSent.length === 0) return only.value;
  const made = run.make("map", expression.list);
  putArguments(made.object, spec, args, client, run, notSent);
  for (const key of notSent) run.objects.remove(made.object, key);
  return made;
}

/** Puts arguments where a class or a method takes them. */
export function putArguments(
  object: ObjectCell,
  spec: readonly ClientArgument[],
  args: readonly ArgumentValue[],
  client: Client,
  run: Run,
  notSent: readonly string[] = [],
): void {
  const { objects } = run;
  const positional = args.filter(({ name, spread }) => !name && !spread);
  for (const [index, { value }] of positional.entries()) {
    const is = spec[index];
    if (is === "*") {
      if (positional.slice(index).some((one) => one.value.known !== null)) objects.open(object);
      break;
    }
    if (is === undefined) objects.forget(object);
    else if (is === "!") run.hide(value);
    else if (is === "...") objects.copyInto(object, value);
    else if (is !== null) putOne(object, is, value, positional, client, run);
  }
  for (const { value, name, spread, span } of args) {
    if (spread === "named") objects.copyInto(object, value);
    else if (spread) objects.forget(object);
    if (!name || notSent.includes(name.text)) continue;
    if (spec.includes("!") && /secret|key/.test(name.text)) run.hide(value);
    const key = client.spellsSnakeCase ? keyOf(name.text) : name.text;
    putKey(object, key, value, { key: name.span, property: span }, client, run);
  }
}

export function putKey(
  object: ObjectCell,
  key: string,
  value: Value,
  spans: EntrySpans,
  { sendsNull }: Client,
  run: Run,
): void {
  if (value.known === null && !sendsNull) run.objects.remove(object, key);
  else run.objects.put(object, key, value, spans);
}

function putOne(
  object: ObjectCell,
  is: NonNullable<ClientArgument>,
  value: Value,
  args: readonly ArgumentValue[],
  client: Client,
  run: Run,
): void {
  const says = typeof is === "string" ? undefined : args[is.if]?.value.known;
  if (typeof is === "string") putKey(object, is, value, {}, client, run);
  else if (typeof says === "boolean") {
    putKey(object, says ? is.then : is.else, value, {}, client, run);
  } else run.objects.open(object);
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
