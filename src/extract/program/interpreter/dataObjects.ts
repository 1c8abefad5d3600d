import type { Span } from "../../../text/positions.js";
import {
  accessor,
  construct,
  type DataValue,
  dataType,
  isData,
  isOfDataClass,
  type OfDataClass,
  putField,
  writtenKey,
} from "../dataClasses.js";
import type { ArgumentValue } from "../library.js";
import { constructorName, type DataClass, type DataField } from "../model.js";
import type { Scope } from "../scopes.js";
import type { Value } from "../values.js";
import type { Evaluator } from "./evaluator.js";
import type { Functions } from "./functions.js";
import type { State } from "./state.js";

/** Classes are followed no further up. */
const deepestInheritance = 5;

/** Makes and changes objects of the program's classes of data. */
export class DataObjects {
  readonly #state: State;
  readonly #functions: Functions;
  readonly #evaluator: Evaluator;

  constructor(state: State, functions: Functions, evaluator: Evaluator) {
    this.#state = state;
    this.#functions = functions;
    this.#evaluator = evaluator;
  }

  /** Puts a value into the field of an object that is data. */
  put(of: Value | undefined, name: string, value: Value, scope: Scope): void {
    if (!isData(of)) return;
    const field = this.#fieldsOf(of.data, scope).find((one) => one.name === name);
    if (field) putField(of, field, value, this.#state.objects);
    else this.#state.objects.open(of.object);
  }

  /** The fields of a class of data, with those of the classes of the program that it extends. */
  #fieldsOf({ fields, extends: bases }: DataClass, scope: Scope, depth = 0): DataField[] {
    const inherited = bases.flatMap((name) => {
      const base = depth < deepestInheritance && this.#classNamed(name, scope)?.data;
      return base ? this.#fieldsOf(base, scope, depth + 1) : [];
    });
    return [...inherited, ...fields];
  }

  #classNamed(name: string, scope: Scope): Value | undefined {
    const value = this.#state.valueOf(scope.find(name));
    return value?.members && !value.object ? value : undefined;
  }

  /** An object of a class of data, with nothing in its fields but what they begin with. */
  #newData(of: OfDataClass, span: Span, scope: Scope): DataValue {
    const { data, members } = of;
    const inside = insideOf(of, scope);
    const fields = this.#fieldsOf(data, inside);
    const made = this.#state.make(dataType, span);
    const value: DataValue = { ...made, data, ...(members && { members }) };
    const isWhole = data.extends.every((name) => this.#classNamed(name, inside)?.data);
    if (data.isOpen || !isWhole) this.#state.objects.open(made.object);
    for (const field of fields) {
      this.#state.step();
      made.object.keys.set(field.name, writtenKey(field, data));
      const { initial, blank, keySpan } = field;
      const first = initial && this.#evaluator.evaluate(initial, inside);
      if (first) putField(value, field, first, this.#state.objects);
      else if (blank !== undefined) {
        putField(value, field, { span: keySpan, known: blank }, this.#state.objects);
      }
    }
    return value;
  }

  /** An object of a data class of which only the class is known; undefined for any other class. */
  unknown(type: string | undefined, span: Span, scope: Scope): Value | undefined {
    const of = type === undefined ? undefined : this.#classNamed(type, scope);
    if (!isOfDataClass(of) || of.data.isMap) return undefined;
    const made = this.#newData(of, span, scope);
    for (const { name, keySpan: key, types } of this.#fieldsOf(of.data, insideOf(of, scope))) {
      this.#state.objects.putMaybe(made.object, name, this.#state.unknown(key, { types }), { key });
    }
    return { ...made, isShared: true };
  }

  /** What `new Name(...)` makes of a class of data. */
  instantiate(of: OfDataClass, args: readonly ArgumentValue[], span: Span, scope: Scope): Value {
    if (of.data.isMap) {
      const made = this.#state.make("map", span);
      for (const { value, name, span: property } of args) {
        if (name)
          this.#state.objects.put(made.object, name.text, value, { key: name.span, property });
        else this.#state.objects.copyInto(made.object, value);
      }
      return made;
    }
    const made = this.#newData(of, span, scope);
    const maker = this.#state.valueOf(of.members?.own(constructorName))?.fn;
    if (maker) this.#functions.invoke(maker, args, span, made);
    else if (made.data.hasConstructor) this.#state.objects.forget(made.object);
    else construct(made, args, this.#state.objects, this.#fieldsOf(of.data, insideOf(of, scope)));
    return made;
  }

  /** What a method gives that a class of data has without code; undefined of others. */
  call(
    receiver: Value | undefined,
    name: string,
    args: readonly ArgumentValue[],
    span: Span,
    scope: Scope,
  ): Value | undefined {
    if (!isOfDataClass(receiver)) return undefined;
    if (!isData(receiver)) {
      if (receiver.data.builder === name) return this.#newData(receiver, span, scope);
      return receiver.data.factory === name
        ? this.instantiate(receiver, args, span, scope)
        : undefined;
    }
    if (name === "toBuilder" && args.length === 0) return this.#copy(receiver, span);
    const setter = name.replace(/^with(?=[A-Z])/, "set");
    if (setter !== name) return this.call(this.#copy(receiver, span), setter, args, span, scope);
    const fields = this.#fieldsOf(receiver.data, insideOf(receiver, scope));
    const given = accessor(receiver, name, args, this.#state.objects, fields);
    return given === "unknown" ? this.#state.unknown(span) : given;
  }

  #copy(of: DataValue, span: Span): DataValue {
    const { objects } = this.#state;
    const made = this.#state.make(dataType, span);
    for (const [name, written] of of.object.keys) made.object.keys.set(name, written);
    for (const [name, { value, isSure, key }] of objects.entries(of.object)) {
      if (isSure) objects.put(made.object, name, value, { key });
      else objects.putMaybe(made.object, name, value, { key });
    }
    if (objects.header(of.object).isOpen) objects.open(made.object);
    return { ...of, ...made };
  }
}

/** Where the names are known that a class uses. */
const insideOf = ({ members }: OfDataClass, scope: Scope): Scope => members ?? scope;
