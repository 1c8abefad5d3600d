import type { Span } from "../../text/positions.js";
import { type JsonType, Unknown } from "../../validator/unknown.js";
import type { DuplicateKey } from "../located.js";
import type { Expression } from "./model.js";
import type { Location, Store } from "./store.js";
import { comingFrom, joinedValues, type Value } from "./values.js";

/** What an object has under a key. */
interface Entry {
  readonly value: Value;
  readonly key?: Span | undefined;
  /** Where the key and its value are together. */
  readonly property?: Span | undefined;
  /** False where the key may be absent. */
  readonly isSure: boolean;
  /** How often the object had been handed to code that may change it. */
  readonly generation: number;
}

/** What is known of an object as a whole. */
interface Header {
  /** True where it may hold more than is known. */
  readonly isOpen: boolean;
  readonly generation: number;
  /** Of a list, how many items are known. */
  readonly length: number;
}

class HeaderCell implements Location<Header | undefined> {
  join(states: readonly (Header | undefined)[]): Header {
    const all = states.filter((one) => one !== undefined);
    const lengths = all.map(({ length }) => length);
    const length = Math.min(...lengths);
    return {
      isOpen: all.some(({ isOpen }) => isOpen) || lengths.some((one) => one !== length),
      generation: Math.max(...all.map(({ generation }) => generation)),
      length,
    };
  }
}

class Slot implements Location<Entry | undefined> {
  constructor(readonly owner: Location<Header | undefined>) {}

  join(states: readonly (Entry | undefined)[]): Entry | undefined {
    const entries = states.filter((one) => one !== undefined);
    const [first] = entries;
    if (!first) return undefined;
    if (entries.length === states.length && entries.every((one) => one === first)) return first;
    const value = joinedValues(states.map((one) => one?.value)) as Value;
    const isSure = entries.length === states.length && entries.every((one) => one.isSure);
    const generation = Math.min(...entries.map((one) => one.generation));
    return { ...first, value, isSure, generation };
  }
}

/** An object that a program makes: a map, a list, a request that is put together. */
export class ObjectCell {
  readonly header: Location<Header | undefined> = new HeaderCell();
  readonly slots = new Map<string, Slot>();
  readonly duplicateKeys: DuplicateKey[] = [];
  /** The keys as which fields are written, where they are not their names. */
  readonly keys = new Map<string, FieldKey>();
  /** The arguments that pass it. */
  readonly readers = new Set<Expression>();

  constructor(
    /** What it is, in the words of the language's library: `map`, `list`, `request`. */
    readonly type: string,
    readonly span: Span,
    readonly source: string,
  ) {}

  get isList(): boolean {
    return this.type === "list";
  }

  /** True of what a library makes to do something with, such as a request that is put together: no value of JSON. */
  get isTool(): boolean {
    return tools.has(this.type);
  }

  get types(): readonly JsonType[] | undefined {
    if (this.isTool) return undefined;
    return [this.isList ? "array" : "object"];
  }
}

const tools = new Set(["address", "builder", "client", "connection", "entity", "entry", "request"]);

/** The key as which a field is written; null where it is not. */
export interface FieldKey {
  readonly key: string | null;
  /** True where a setting of the program may spell it in another way. */
  readonly isUnsure: boolean;
}

/** Where a key and its value are written. */
export interface EntrySpans {
  readonly key?: Span | undefined;
  readonly property?: Span | undefined;
}

const emptyHeader: Header = { isOpen: false, generation: 0, length: 0 };

/** The objects of a program and what is known of them. */
export class Objects {
  readonly #store: Store;
  readonly #onPut: (key: string, value: Value) => void;

  /** `onPut` receives every value that is put under a key. */
  constructor(store: Store, onPut: (key: string, value: Value) => void = () => {}) {
    this.#store = store;
    this.#onPut = onPut;
  }

  make(type: string, span: Span, source: string): Value & { readonly object: ObjectCell } {
    const object = new ObjectCell(type, span, source);
    this.#store.set(object.header, emptyHeader);
    return { span, object, known: new Unknown(source, object.types) };
  }

  header(object: ObjectCell): Header {
    return this.#store.get(object.header) ?? emptyHeader;
  }

  put(object: ObjectCell, key: string, value: Value, spans: EntrySpans = {}): void {
    this.#onPut(key, value);
    let slot = object.slots.get(key);
    if (!slot) {
      slot = new Slot(object.header);
      object.slots.set(key, slot);
    }
    const before = this.#store.get<Entry | undefined>(slot);
    const { generation } = this.header(object);
    const kept =
      before && !value.object
        ? { ...value, ...comingFrom(value, before.value, { origins: { span: before.value.span } }) }
        : value;
    this.#store.set(slot, { value: kept, ...spans, isSure: true, generation });
  }

  /** Puts a value that may be there, or another one. */
  putMaybe(object: ObjectCell, key: string, value: Value, spans: EntrySpans = {}): void {
    const before = this.entry(object, key);
    this.put(object, key, value, spans);
    const slot = object.slots.get(key) as Slot;
    const now = this.#store.get<Entry | undefined>(slot);
    this.#store.set(slot, slot.join([before, now]));
  }

  remove(object: ObjectCell, key: string): void {
    const slot = object.slots.get(key);
    if (slot) this.#store.set<Entry | undefined>(slot, undefined);
  }

  append(object: ObjectCell, value: Value): void {
    const header = this.header(object);
    if (header.isOpen) return;
    this.put(object, String(header.length), value);
    this.#store.set(object.header, { ...header, length: header.length + 1 });
  }

  /** What is under a key; undefined where nothing is, and unknown where that is not certain. */
  entry(object: ObjectCell, key: string): Entry | undefined {
    const slot = object.slots.get(key);
    const entry = slot && this.#store.get<Entry | undefined>(slot);
    if (!entry || entry.generation === this.header(object).generation) return entry;
    const { value } = entry;
    const { span } = value;
    const known = new Unknown(object.source);
    const origins = comingFrom(value, { origins: { span } });
    return { ...entry, value: { span, known, ...origins }, isSure: false };
  }

  entries(object: ObjectCell): [string, Entry][] {
    return [...object.slots.keys()].flatMap((key): [string, Entry][] => {
      const entry = this.entry(object, key);
      return entry ? [[key, entry]] : [];
    });
  }

  /** The objects directly in an object. */
  within({ object }: Value): ObjectCell[] {
    const entries = object ? this.entries(object) : [];
    return entries.flatMap(([, { value }]) => value.object ?? value.among ?? []);
  }

  get(object: ObjectCell, key: string): Value | undefined {
    const entry = this.entry(object, key);
    return entry?.isSure ? entry.value : undefined;
  }

  /** From now on the object may hold more than is known. */
  open(object: ObjectCell): void {
    this.#store.set(object.header, { ...this.header(object), isOpen: true });
  }

  /** Code that is not known may do anything to the object and what is in it. */
  escape(value: Value): void {
    const objectsOf = (one: Value) => one.object ?? one.among ?? [];
    const waiting = [objectsOf(value)].flat();
    const seen = new Set<ObjectCell>();
    for (let object = waiting.pop(); object; object = waiting.pop()) {
      if (seen.has(object)) continue;
      seen.add(object);
      waiting.push(...this.entries(object).flatMap(([, entry]) => objectsOf(entry.value)));
      const header = this.header(object);
      this.#store.set(object.header, {
        ...header,
        isOpen: true,
        generation: header.generation + 1,
      });
    }
  }

  /** Puts what another object holds: `putAll`, `update`, a spread. */
  copyInto(target: ObjectCell, from: Value, nameOf = (key: string) => key): void {
    const { object } = from;
    if (!object || object.isList) {
      this.forget(target);
      return;
    }
    const isOpen = this.header(object).isOpen;
    if (isOpen) this.forget(target);
    for (const [key, { value, isSure, key: keySpan, property }] of this.entries(object)) {
      const spans = { key: keySpan, property };
      if (isSure) this.put(target, nameOf(key), value, spans);
      else this.putMaybe(target, nameOf(key), value, spans);
    }
  }

  /** Every key may have another value now. */
  forget(object: ObjectCell): void {
    const header = this.header(object);
    this.#store.set(object.header, { ...header, isOpen: true, generation: header.generation + 1 });
  }
}
