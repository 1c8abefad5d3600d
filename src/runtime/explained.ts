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
 * `Type '"USD"' is not assignable to type '"KRW" | Property<"currency">'`. It asks as few questions as it can, since the
 * compiler answers them anew in every file.
 */
export type Explained<T> = {
  [K in keyof T]: T[K] extends Forbidden<string> | undefined
    ? T[K]
    : T[K] extends readonly unknown[] | undefined
      ? T[K] | Property<K & string>
      : T[K] extends object | undefined
        ? Explained<T[K]>
        : unknown extends T[K]
          ? T[K]
          : T[K] | Property<K & string>;
};
