declare const name: unique symbol;

/** A marker that no value has; it makes the compiler print the property's name beside its type. */
export interface Property<Name extends string> {
  readonly [name]: Name;
}
