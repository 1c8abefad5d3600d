import { Unknown } from "../../validator/unknown.js";
import type { ArgumentValue } from "./library.js";
import type { DataClass, DataField, Spelling } from "./model.js";
import type { FieldKey, ObjectCell, Objects } from "./objects.js";
import { typesOf, type Value } from "./values.js";

/** What classes of data do that no code writes out: constructors, accessors, builders. */

/** A class of data, or an object of one. */
export type OfDataClass = Value & { readonly data: DataClass };

/** An object of a class of data. */
export type DataValue = OfDataClass & { readonly object: ObjectCell };

/** Type of the objects of classes of data. */
export const dataType = "data";

export const isOfDataClass = (value: Value | undefined): value is OfDataClass =>
  value?.data !== undefined;

export const isData = (value: Value | undefined): value is DataValue =>
  isOfDataClass(value) && value.object?.type === dataType;

/** The words of a name put together in another way. */
export function respelt(name: string, spelling: Spelling): string {
  return spelling === "snake_case"
    ? name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The key as which a field is written, with what its class says of spelling. */
export function writtenKey({ name, key }: DataField, { spelling }: DataClass): FieldKey {
  if (key !== undefined) return { key, isUnsure: false };
  if (spelling === undefined) return { key: name, isUnsure: false };
  if (spelling === "unsure") return { key: name, isUnsure: true };
  return { key: respelt(name, spelling), isUnsure: false };
}

/** Puts a value into a field. What is null may be left out, so it counts as absent. */
export function putField(
  { object, data }: DataValue,
  field: DataField,
  value: Value,
  objects: Objects,
): void {
  if (value.known === null && !field.isChanged) {
    objects.remove(object, field.name);
    return;
  }
  // The field's type would have to change with the value.
  const kept = { ...value, known: typed(value, field, data), isShared: true };
  objects.put(object, field.name, kept, { key: field.keySpan });
}

function typed(
  { known, object }: Value,
  { types, isChanged, name }: DataField,
  { converts }: DataClass,
): unknown {
  if (isChanged) return new Unknown(name, types);
  if (object || !types) return known;
  const own = typesOf(known);
  const isConverted = converts && own && !own.every((one) => types.includes(one));
  const isUntyped = known instanceof Unknown && own === undefined && known.text === undefined;
  if (!isConverted && !isUntyped) return known;
  return new Unknown(known instanceof Unknown ? known.source : "", types);
}

/** What a constructor puts into fields that the code does not write out. */
export function construct(
  made: DataValue,
  args: readonly ArgumentValue[],
  objects: Objects,
  fields: readonly DataField[],
): void {
  const positional = args.filter(({ name, spread }) => !name && !spread);
  const named = args.filter(({ name }) => name);
  const fits = (one: readonly string[]) =>
    made.data.takesFewer ? one.length >= positional.length : one.length === positional.length;
  const takes = made.data.takes.find(fits);
  if (!takes && positional.length > 0) objects.forget(made.object);
  for (const [index, { value }] of positional.entries()) {
    const field = takes && fields.find(({ name }) => name === takes[index]);
    if (field) putField(made, field, value, objects);
  }
  for (const { name, value } of named) {
    const text = name?.text;
    const field = fields.find(
      (one) => one.name === text || writtenKey(one, made.data).key === text,
    );
    if (field) putField(made, field, value, objects);
    else if (!made.data.converts) objects.open(made.object);
  }
  for (const { value, spread } of args) {
    if (spread === "named") copyFields(made, value, objects, fields);
    else if (spread) objects.forget(made.object);
  }
}

/** Puts what an object holds into the fields of the same names. */
function copyFields(
  made: DataValue,
  { object }: Value,
  objects: Objects,
  fields: readonly DataField[],
): void {
  if (!object || objects.header(object).isOpen) objects.forget(made.object);
  for (const [key, { value, isSure }] of object ? objects.entries(object) : []) {
    const field = fields.find((one) => one.name === key || writtenKey(one, made.data).key === key);
    if (!field) continue;
    if (isSure) putField(made, field, value, objects);
    else objects.putMaybe(made.object, field.name, { ...value, isShared: true });
  }
}

/** What a method of a class of data gives that the code does not write out; undefined of others. */
export function accessor(
  receiver: DataValue,
  name: string,
  args: readonly ArgumentValue[],
  objects: Objects,
  fields: readonly DataField[],
): Value | "unknown" | undefined {
  const [first, ...others] = args;
  if (!first) {
    if (name === "build") return receiver;
    const field = fieldOf(name.replace(/^(?:get|is)(?=[A-Z])/, ""), fields);
    if (field) return objects.get(receiver.object, field.name) ?? "unknown";
    return /^(?:toString|hashCode)$/.test(name) ? "unknown" : undefined;
  }
  if (others.length > 0) return undefined;
  const field = fieldOf(name.replace(/^set(?=[A-Z])/, ""), fields);
  if (field) {
    putField(receiver, field, first.value, objects);
    return receiver;
  }
  return name === "equals" ? "unknown" : undefined;
}

/** The field that an accessor's name says: `MerchantUid`, `merchantUid`, `Merchant_uid`. */
const fieldOf = (name: string, fields: readonly DataField[]): DataField | undefined =>
  fields.find((field) => field.name === name || capitalized(field.name) === name);

const capitalized = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const deepest = 20;

/** A copy of data as maps and lists, by the names of the fields or by the keys as which they are written. */
export function asMaps(
  value: Value,
  make: (type: string, span: Value["span"]) => Value & { readonly object: ObjectCell },
  objects: Objects,
  isByKey: boolean,
  depth = 0,
): Value {
  const { object } = value;
  if (!object || depth > deepest || (object.type !== dataType && !object.isList)) return value;
  const made = make(object.isList ? "list" : "map", object.span);
  for (const [name, { value: of, isSure, key: keySpan }] of objects.entries(object)) {
    const { key, isUnsure } = (isByKey && object.keys.get(name)) || { key: name, isUnsure: false };
    if (key === null) continue;
    if (isUnsure && respelt(key, "snake_case") !== key) {
      objects.open(made.object);
      continue;
    }
    const below = asMaps(of, make, objects, isByKey, depth + 1);
    if (object.isList) objects.append(made.object, below);
    else if (isSure) objects.put(made.object, key, below, { key: keySpan });
    else objects.putMaybe(made.object, key, below, { key: keySpan });
  }
  if (objects.header(object).isOpen) objects.open(made.object);
  return made;
}
