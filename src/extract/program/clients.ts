import type { CallKind } from "../calls.js";
import type { SdkWebhook } from "../sdks.js";
import type { ArgumentValue, CallSite, Run } from "./library.js";
import type { Import } from "./model.js";
import type { EntryPlace } from "./objects.js";
import type { Value } from "./values.js";

/** A client of PortOne's REST API as a package for a language; made from the tables. */
export interface Client {
  readonly language: string;
  /** Version of the API. */
  readonly version: string;
  /** Beginnings of the names of its modules. */
  readonly packages: readonly string[];
  /** True where arguments are given by name in `snake_case` and sent in `camelCase`. */
  readonly spellsSnakeCase?: boolean;
  /** True where an argument without a value is sent as `null`; elsewhere it is left out. */
  readonly sendsNull?: boolean;
  /** The function that verifies a webhook. */
  readonly webhook?: SdkWebhook & {
    /** The class whose method it is; elsewhere its name has the module before it. */
    readonly class?: string;
  };
  readonly classes: Readonly<Record<string, ClientClass>>;
}

export interface ClientClass {
  /** Last part of the id of the kinds whose payload an object of the class is. */
  readonly kind?: string;
  /** Keys of the payload that setters put. */
  readonly fields?: readonly string[];
  /** What constructors, and methods that put several fields at once, take. */
  readonly constructors?: readonly (readonly ClientArgument[])[];
  readonly setters?: Readonly<Record<string, readonly ClientArgument[]>>;
  /** Methods that add to a list, with its key. */
  readonly lists?: Readonly<Record<string, string>>;
  /** Methods that send a payload. */
  readonly methods?: Readonly<Record<string, ClientMethod>>;
  /** Members that are objects of other classes of the client, also as methods. */
  readonly members?: Readonly<Record<string, string>>;
}

export interface ClientMethod {
  readonly kind: string;
  readonly arguments: readonly ClientArgument[];
  /** Arguments by name that are not in the payload. */
  readonly notSent?: readonly string[];
}

/**
 * What an argument is: the value of a key, the payload itself or a part of it (`...`), a secret (`!`), nothing that is sent (null),
 * the first of those that are not known (`*`), or the value of one of two keys, as another argument says.
 */
export type ClientArgument =
  | string
  | null
  | { readonly if: number; readonly then: string; readonly else: string };

const objectType = (name: string) => `client:${name}`;

/** Finds what a program does with the clients that it imports. */
export class Clients {
  /** Those that the program imports; a piece of code that imports nothing may use any. */
  readonly #clients: readonly Client[];
  /** Those of the language. */
  readonly #all: readonly Client[];
  readonly #kinds: readonly CallKind[];
  readonly #imports: readonly Import[];

  constructor(
    clients: readonly Client[],
    kinds: readonly CallKind[],
    language: string,
    imports: readonly Import[],
  ) {
    this.#kinds = kinds;
    this.#imports = imports;
    this.#all = clients.filter((client) => client.language === language);
    this.#clients = this.#all.filter(
      ({ packages }) =>
        imports.length === 0 ||
        imports.some(({ module }) => packages.some((name) => isWithin(module, name))),
    );
  }

  /** What a call gives that makes, changes or sends an object of a client; undefined of any other. */
  call(site: CallSite, run: Run): Value | undefined {
    for (const client of this.#clients) {
      const value = this.#make(client, site, run) ?? this.#change(client, site, run);
      if (value) return value;
    }
    for (const client of this.#all) {
      const value = this.#send(client, site, run);
      if (value) return value;
    }
    return undefined;
  }

  /** What a member of an object of a client is. */
  member(of: Value, name: string, run: Run): Value | undefined {
    for (const { classes } of this.#clients) {
      const type = this.#classOf(of, classes)?.members?.[name];
      if (type !== undefined) return run.unknown(of.span, { type });
    }
    return undefined;
  }

  /** Records objects of clients that are handed to a function that is not known. */
  handOver({ expression, span, arguments: args }: CallSite, run: Run): void {
    for (const { classes, version } of this.#clients) {
      for (const { value } of args) {
        const name = nameOf(value);
        const kind = name === undefined ? undefined : classes[name]?.kind;
        if (name === undefined || kind === undefined) continue;
        const kinds = this.#kindsOf(version, kind);
        run.record({ is: "client", node: expression, span, name, kinds, body: value });
      }
    }
  }

  #kindsOf(version: string, kind: string): CallKind[] {
    return this.#kinds.filter((one) => one.kind.endsWith(`.${version}.${kind}`));
  }

  #classOf(value: Value, classes: Client["classes"]): ClientClass | undefined {
    const name = nameOf(value) ?? value.type;
    return name !== undefined && Object.hasOwn(classes, name) ? classes[name] : undefined;
  }

  #make(client: Client, site: CallSite, run: Run): Value | undefined {
    const { path, name, isNew, arguments: args, span } = site;
    if (path === undefined) return undefined;
    const isBuilder = name === "builder" && !isNew;
    const className = isBuilder ? (path.split(".").at(-2) ?? "") : name;
    const known = Object.hasOwn(client.classes, className) ? client.classes[className] : undefined;
    if (!known) return this.#makeModel(client, site, run);
    const made = run.make(objectType(className), span);
    const specs = known.constructors ?? [];
    const spec = isBuilder ? [] : specFor(specs, args);
    if (spec) put(made.object, spec, args, client, run);
    else run.objects.forget(made.object);
    if (known.methods || known.members) return run.unknown(span, { type: className });
    return made;
  }

  /** A class of the package that the table does not list, whose arguments are given by name. */
  #makeModel(client: Client, { path, name, span, arguments: args }: CallSite, run: Run) {
    const isOfPackage = client.packages.some((one) => isWithin(path ?? "", one));
    if (!client.spellsSnakeCase || !isOfPackage || !/^[A-Z]/.test(name)) return undefined;
    const made = run.make(objectType(name), span);
    put(made.object, [], args, client, run);
    return made;
  }

  #change(client: Client, site: CallSite, run: Run): Value | undefined {
    const { receiver, name, arguments: args, span } = site;
    const className = receiver && nameOf(receiver);
    const known = className === undefined ? undefined : client.classes[className];
    const object = receiver?.object;
    if (!known || !object) return undefined;
    const setter = known.setters?.[name];
    if (setter) {
      put(object, setter, args, client, run);
      return receiver;
    }
    if (name === "build") return receiver;
    const [argument] = args;
    const list = known.lists?.[name];
    if (list !== undefined && argument) {
      let entry = run.objects.get(object, list);
      if (!entry?.object) {
        entry = run.make("list", span);
        run.objects.put(object, list, entry, { property: span });
      }
      if (entry.object) run.objects.append(entry.object, argument.value);
      return receiver;
    }
    const field = fieldNamed(known, name.replace(/^(?:set|with)(?=[A-Z])/, ""));
    if (field !== undefined && argument) {
      putKey(object, field, argument.value, { property: span }, client, run);
      return receiver;
    }
    if (/^(?:get|is|to|equals|hashCode)/.test(name)) return run.unknown(span);
    if (known.fields && /^set(?=[A-Z])/.test(name)) {
      // Puts a key that PortOne's descriptions do not have.
      run.objects.open(object);
      return receiver;
    }
    run.objects.forget(object);
    return undefined;
  }

  /**
   * Whether a receiver is called after the service: what is called `iamport` is the client, wherever it was made, unless the
   * program imports something else under that name or under that of one of the client's classes.
   */
  #isCalledSo(receiver: string, client: Client): boolean {
    const [root = ""] = receiver.split(".");
    const isOwn = this.#imports.some(
      ({ name, module }) =>
        (name === root || Object.hasOwn(client.classes, name)) &&
        !client.packages.some((one) => isWithin(module, one)),
    );
    if (isOwn) return false;
    const lower = receiver.toLowerCase();
    return this.#kinds.some(
      ({ kind, service }) =>
        kind.includes(`.${client.version}.`) &&
        service?.names.some((word) => lower.includes(word)) === true,
    );
  }

  #send(client: Client, site: CallSite, run: Run): Value | undefined {
    const { receiver, receiverSource, name, span, expression } = site;
    const className = receiver?.type ?? (receiver && nameOf(receiver));
    const isImported = this.#clients.includes(client);
    const named = isImported && className !== undefined ? client.classes[className] : undefined;
    const isNamed = className === undefined && this.#isCalledSo(receiverSource, client);
    const possible = named ? [named] : isNamed ? Object.values(client.classes) : [];
    const member = possible.flatMap(({ members }) => members?.[name] ?? [])[0];
    if (member !== undefined) return run.unknown(span, { type: member });
    const plain = name.replace(/_async$/, "");
    const method = possible.flatMap(({ methods }) => methods?.[name] ?? methods?.[plain] ?? [])[0];
    if (!method) return undefined;
    const kinds = this.#kindsOf(client.version, method.kind);
    const body = bodyOf(method, site, client, run);
    run.record({ is: "client", node: expression, span, name, kinds, body });
    return run.unknown(span);
  }
}

/** The payload that a method of a client sends. */
function bodyOf(
  method: ClientMethod,
  { arguments: args, expression }: CallSite,
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
  if (args.length === 1 && only?.spread === "names" && notSent.length === 0) return only.value;
  const made = run.make("map", expression.list);
  put(made.object, spec, args, client, run, notSent);
  for (const key of notSent) run.objects.remove(made.object, key);
  return made;
}

/** Puts arguments where a class or a method takes them. */
function put(
  object: NonNullable<Value["object"]>,
  spec: readonly ClientArgument[],
  args: readonly ArgumentValue[],
  client: Client,
  run: Run,
  notSent: readonly string[] = [],
): void {
  const { objects } = run;
  const byPlace = args.filter(({ name, spread }) => !name && !spread);
  for (const [index, { value }] of byPlace.entries()) {
    const is = spec[index];
    if (is === "*") {
      if (byPlace.slice(index).some((one) => one.value.known !== null)) objects.open(object);
      break;
    }
    if (is === undefined) objects.forget(object);
    else if (is === "!") run.hide(value);
    else if (is === "...") objects.copyInto(object, value);
    else if (is !== null) putOne(object, is, value, byPlace, client, run);
  }
  for (const { value, name, spread, span } of args) {
    if (spread === "names") objects.copyInto(object, value);
    else if (spread) objects.forget(object);
    if (!name || notSent.includes(name.text)) continue;
    if (spec.includes("!") && /secret|key/.test(name.text)) run.hide(value);
    const key = client.spellsSnakeCase ? camelCased(name.text) : name.text;
    putKey(object, key, value, { key: name.span, property: span }, client, run);
  }
}

function putKey(
  object: NonNullable<Value["object"]>,
  key: string,
  value: Value,
  place: EntryPlace,
  { sendsNull }: Client,
  run: Run,
): void {
  if (value.known === null && !sendsNull) run.objects.remove(object, key);
  else run.objects.put(object, key, value, place);
}

function putOne(
  object: NonNullable<Value["object"]>,
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
function specFor(
  specs: readonly (readonly ClientArgument[])[],
  args: readonly ArgumentValue[],
): readonly ClientArgument[] | undefined {
  const { length } = args.filter(({ name, spread }) => !name && !spread);
  if (args.length === 0 || length < args.length) return specs.at(-1) ?? [];
  return specs.find(
    (spec) => spec.length === length || (spec.at(-1) === "*" && spec.length <= length),
  );
}

const nameOf = ({ object }: Value): string | undefined =>
  object?.type.startsWith(objectType("")) ? object.type.slice(objectType("").length) : undefined;

/** The key that a setter's name says, in any spelling: `setBuyerName`, `setBuyer_name`. */
function fieldNamed({ fields = [] }: ClientClass, name: string): string | undefined {
  const wanted = plainName(name);
  return fields.find((field) => plainName(field) === wanted);
}

/** A name as it is in any spelling: `impuid` of `imp_uid` and `impUid`. */
export const plainName = (name: string) => name.replaceAll("_", "").toLowerCase();

const camelCased = (name: string) =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/_$/, "");

/** Whether a module is one of a package, or of one of its parts. */
export const isWithin = (module: string, name: string) =>
  module === name || module.startsWith(`${name}.`);
