declare const reason: unique symbol;

/** The type of a property that must not be given; no value has it, and the compiler prints why. */
export interface Forbidden<Why extends string> {
  readonly [reason]: Why;
}

/** A marker that no value has; it makes the compiler print the property's name beside its type. */
export interface Property<Name extends string> {
  readonly [reason]: Name;
}

/**
 * The same payload type, in which the compiler's message about a wrong value names the property:
 * `Type '"USD"' is not assignable to type '"KRW" | Property<"currency">'`.
 */
export type Explained<T> = T extends object
  ? {
      [K in keyof T]:
        | ExplainedValue<K & string, Exclude<T[K], undefined>>
        | Extract<T[K], undefined>;
    }
  : T;

type ExplainedValue<Name extends string, Value> = [Value] extends [Forbidden<string>]
  ? Value
  : [Value] extends [readonly unknown[]]
    ? Value | Property<Name>
    : [Value] extends [object]
      ? Explained<Value>
      : [unknown] extends [Value]
        ? Value
        : Value | Property<Name>;
