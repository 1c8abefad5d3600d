import type { PredicateArguments, PredicateName } from "./predicates/index.js";
import type { Context, Severity, Source, Text } from "./types.js";

/** What the compiler makes of one payload kind, and the runtime reads. */
export interface CompiledKind {
  readonly kind: string;
  readonly contexts: readonly KindContext[];
  readonly checks: GeneratedChecks;
  /** Made when it is first asked for, as few payloads make it. */
  readonly facts: () => KindFacts;
  /** The JSON Schema; the same. */
  readonly schema: () => object;
}

/** A condition beside the payload that faults of a kind are found under, and its bit in what the checks are told. */
export interface KindContext extends Context {
  readonly bit: number;
}

/** What is said of a payload that is not in order. */
export interface KindFacts {
  /** What messages call the gateway. */
  readonly gateway: Text;
  readonly faults: readonly Fault[];
  /** The keys that documents list; a leaf is true. */
  readonly known: KnownKeys;
  readonly unknownProperty: UnknownPropertyFault;
  /** Keys that other gateways read: by place, the names of those. */
  readonly elsewhere: FaultAnywhere & { readonly keys: Readonly<Record<string, Text>> };
  /** Tests on every string of the payload, at any depth. */
  readonly anywhere: readonly AnywhereFault[];
  /** Names of issuers by the value at `path`, for messages. */
  readonly issuer: { readonly path: string; readonly names: Readonly<Record<string, Text>> } | null;
  /** What a path means, in Korean; `*` stands for an item of a list. */
  readonly labels: Readonly<Record<string, string>>;
  /** Places of values that no output shows. */
  readonly secrets: Readonly<Record<string, true>>;
}

/** What the compiler writes for a kind. `on` says which of its contexts are given, a bit each. */
export interface GeneratedChecks {
  /** True when no error is found; stops at the first. */
  readonly accepts: (payload: unknown, on: number) => boolean;
  /** Notes every fault. False when neither an unknown key nor a text that stands where it should not can be in the payload. */
  readonly report: (payload: unknown, on: number, found: Found) => boolean;
}

/** What a check notes. */
export interface Found {
  /** Numbers of faults, with the places in the lists around them. */
  readonly faults: (number | readonly [fault: number, ...indexes: number[]])[];
  /** Whether every error is found; what is left are warnings and infos. */
  errorsDone: boolean;
}

/** One way in which a payload can be wrong. */
export interface Fault {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly sources: readonly Source[];
  /** Pointer to the value spoken of; `*` stands for an item of a list. */
  readonly path: string;
  readonly is: "missing" | "forbidden" | "mistyped" | "wrong";
  /** True for a value that is wrong only in that it is too long. */
  readonly tooLong?: true;
  /** True for a fault of the payload's bare shape, which gives way to a rule that says more at the same path. */
  readonly ofShape: boolean;
  /** Number of keys that lead to the item of a list which the fault is about; other pointers of the fault begin there. */
  readonly scope?: number;
  /** Other values it compares with; where one of those is wrong in itself, nothing follows from it. */
  readonly reads?: readonly string[];
  /** Fills the placeholders of the message. */
  readonly terms?: Readonly<Record<string, Text | string | number>>;
  /** The first that fits the value takes the place of the message, and of the fix where it has one. */
  readonly variants?: readonly Variant[];
  readonly fix?: FixRecipe;
}

/** Other words for a value that is absent, a text, or an object with the key `has`. */
export interface Variant {
  readonly when: "absent" | "text" | "object";
  readonly has?: string;
  readonly message: Text;
  readonly fix?: FixRecipe;
}

/** How a fix is made at the path of a diagnostic. */
export interface FixRecipe {
  readonly title: Text;
  readonly safe: boolean;
  readonly edit:
    | { readonly remove: true }
    | { readonly add: unknown }
    | { readonly replace: "number" | "integer" | "digits" | "seconds" }
    | { readonly take: string };
}

/** Keys below a place: an object's by name, a list's under `*`, `true` for anything. */
export type KnownKeys = true | { readonly [key: string]: KnownKeys };

/** What every fault found outside the generated checks says. */
export interface FaultAnywhere {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly sources: readonly Source[];
}

/** The fault of a key that no document lists. */
export interface UnknownPropertyFault extends FaultAnywhere {
  /** Appended to the message when a known key is near. */
  readonly hint: Text;
}

/** The fault of a string that no place of a payload should hold. */
export interface AnywhereFault extends FaultAnywhere {
  readonly pattern: string;
  readonly predicate: PredicateName;
  readonly args: PredicateArguments;
}
