import type { CallKind } from "../../calls.js";
import { own } from "../../own.js";
import type { LibraryCall, Run } from "../library.js";
import type { Import } from "../model.js";
import type { Value } from "../values.js";
import { ArgumentWriter, bodyOf, specFor } from "./arguments.js";
import { type Client, type ClientClass, isOfPackage, plainName } from "./model.js";

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
      (client) => imports.length === 0 || imports.some(({ module }) => isOfPackage(client, module)),
    );
  }

  /** What a call gives that makes, changes or sends an object of a client; undefined of any other. */
  call(site: LibraryCall, run: Run): Value | undefined {
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
      const type = own(this.#classOf(of, classes)?.members, name);
      if (type !== undefined) return run.unknown(of.span, { type });
    }
    return undefined;
  }

  /** Records objects of clients that are handed to a function that is not known. */
  recordCall({ expression, span, arguments: args }: LibraryCall, run: Run): void {
    for (const { classes, version } of this.#clients) {
      for (const { value } of args) {
        const name = nameOf(value) ?? "";
        const kind = own(classes, name)?.kind;
        if (kind === undefined) continue;
        const kinds = this.#kindsOf(version, kind);
        run.record({ is: "client", node: expression, span, name, kinds, body: value });
      }
    }
  }

  #kindsOf(version: string, kind: string): CallKind[] {
    return this.#kinds.filter((one) => one.kind.endsWith(`.${version}.${kind}`));
  }

  #classOf(value: Value, classes: Client["classes"]): ClientClass | undefined {
    return own(classes, nameOf(value) ?? value.type ?? "");
  }

  #make(client: Client, site: LibraryCall, run: Run): Value | undefined {
    const { path, name, isNew, arguments: args, span } = site;
    if (path === undefined) return undefined;
    const isBuilder = name === "builder" && !isNew;
    const className = isBuilder ? (path.split(".").at(-2) ?? "") : name;
    const known = own(client.classes, className);
    if (!known) return this.#makeModel(client, site, run);
    const made = run.make(objectType(className), span);
    const specs = known.constructors ?? [];
    const spec = isBuilder ? [] : specFor(specs, args);
    if (spec) new ArgumentWriter(made.object, client, run).putAll(spec, args);
    else run.objects.forget(made.object);
    if (known.methods || known.members) return run.unknown(span, { type: className });
    return made;
  }

  /** A class of the package that the table does not list, whose arguments are given by name. */
  #makeModel(client: Client, { path, name, span, arguments: args }: LibraryCall, run: Run) {
    if (!client.spellsSnakeCase || !isOfPackage(client, path ?? "")) return undefined;
    if (!/^[A-Z]/.test(name)) return undefined;
    const made = run.make(objectType(name), span);
    new ArgumentWriter(made.object, client, run).putAll([], args);
    return made;
  }

  #change(client: Client, site: LibraryCall, run: Run): Value | undefined {
    const { receiver, name, arguments: args, span } = site;
    const object = receiver?.object;
    const known = own(client.classes, (receiver && nameOf(receiver)) ?? "");
    if (!known || !object) return undefined;
    const setter = own(known.setters, name);
    if (setter) {
      new ArgumentWriter(object, client, run).putAll(setter, args);
      return receiver;
    }
    if (name === "build") return receiver;
    const [argument] = args;
    const list = own(known.lists, name);
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
      const writer = new ArgumentWriter(object, client, run);
      writer.putKey(field, argument.value, { property: span });
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
        (name === root || Object.hasOwn(client.classes, name)) && !isOfPackage(client, module),
    );
    if (isOwn) return false;
    const lower = receiver.toLowerCase();
    return this.#kinds.some(
      ({ kind, service }) =>
        kind.includes(`.${client.version}.`) &&
        service?.names.some((word) => lower.includes(word)) === true,
    );
  }

  #send(client: Client, site: LibraryCall, run: Run): Value | undefined {
    const { receiver, receiverSource, name, span, expression } = site;
    const className = receiver?.type ?? (receiver && nameOf(receiver));
    const isImported = this.#clients.includes(client);
    const named =
      isImported && className !== undefined ? own(client.classes, className) : undefined;
    const isNamed = className === undefined && this.#isCalledSo(receiverSource, client);
    const possible = named ? [named] : isNamed ? Object.values(client.classes) : [];
    const member = possible.flatMap(({ members }) => own(members, name) ?? [])[0];
    if (member !== undefined) return run.unknown(span, { type: member });
    const plain = name.replace(/_async$/, "");
    const method = possible.flatMap(
      ({ methods }) => own(methods, name) ?? own(methods, plain) ?? [],
    )[0];
    if (!method) return undefined;
    const kinds = this.#kindsOf(client.version, method.kind);
    const body = bodyOf(method, site, client, run);
    run.record({ is: "client", node: expression, span, name, kinds, body });
    return run.unknown(span);
  }
}

const nameOf = ({ object }: Value): string | undefined =>
  object?.type.startsWith(objectType("")) ? object.type.slice(objectType("").length) : undefined;

/** The key that a setter's name says, in any spelling: `setBuyerName`, `setBuyer_name`. */
function fieldNamed({ fields = [] }: ClientClass, name: string): string | undefined {
  const wanted = plainName(name);
  return fields.find((field) => plainName(field) === wanted);
}
