import type { AnywherePredicateName } from "./predicates/anywhere.js";
import type { PredicateArguments } from "./predicates/index.js";
import type { Context, Severity, Source, Text } from "./types.js";

/** What the compiler makes of one payload kind, and the runtime reads. */
export interface CompiledKind {
  readonly kind: string;
  readonly contexts: readonly KindContext[];
  readonly checks: GeneratedChecks;
  /** Made when it is first asked for, as few payloads make it. */
  readonly facts: () => KindFacts;
  /** The JSON Schema, which is made when it is first asked for, too. */
  readonly schema: () => object;
}

/** A condition beside the payload that faults of a kind are found under, and its bit in what the checks are told. */
export interface KindContext extends Context {
  readonly bit: number;
}

/** What tells which faults a payload has. */
export interface CheckFacts {
  readonly faults: readonly FaultFacts[];
  /** The keys that documents list; a leaf is true. */
  readonly known: KnownKeys;
  /** The fault of a key that no document lists. */
  readonly unknownProperty: RuleFacts;
  /** The fault of a key that other gateways read, and their names by the key's pattern. */
  readonly elsewhere: RuleFacts & { readonly keys: Readonly<Record<string, unknown>> };
  /** Tests on every string of the payload, at any depth. */
  readonly anywhere: readonly AnywhereFacts[];
  /** Patterns of values that no output shows. */
  readonly secrets: Readonly<Record<string, true>>;
}

/** What a check needs of a kind, with what messages say of the faults. */
export interface KindFacts extends CheckFacts {
  /** What messages call the gateway. */
  readonly gateway: Text;
  readonly faults: readonly Fault[];
  readonly unknownProperty: UnknownPropertyFault;
  readonly elsewhere: FaultAnywhere & { readonly keys: Readonly<Record<string, Text>> };
  readonly anywhere: readonly AnywhereFault[];
  /** Names of issuers by the value at `path`, for messages. */
  readonly issuer: { readonly path: string; readonly names: Readonly<Record<string, Text>> } | null;
  /** What a path means, in Korean; `*` stands for an item of a list. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What finds the faults of a kind. `contextBits` says which of its contexts are given, a bit each. */
export interface GeneratedChecks {
  /** True when no error is found; stops at the first. */
  readonly accepts: (payload: unknown, contextBits: number) => boolean;
  /** Notes every fault, the errors first. */
  readonly report: (payload: unknown, contextBits: number, note: NoteFault) => void;
}

/** The number of a fault, with the indexes in the lists around it. */
export type NotedFault = number | readonly [fault: number, ...indexes: number[]];

/** Takes a fault; nothing once every error is noted, since what is left are warnings and infos. */
export type NoteFault = (fault?: NotedFault) => void;

/** What every fault has. */
export interface RuleFacts {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
}

/** What is said of a fault. */
interface Words {
  readonly message: Text;
  readonly sources: readonly Source[];
}

/** One way in which a payload can be wrong. */
export interface FaultFacts extends RuleFacts {
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
}

/** A fault with what its message says. */
export interface Fault extends FaultFacts, Words {
  /** Fills the placeholders of the message. */
  readonly terms?: Readonly<Record<string, Term>>;
  /** The first that fits the value takes the place of the message, and of the fix where it has one. */
  readonly variants?: readonly AlternativeWords[];
  readonly fix?: FixRecipe;
}

/** What a placeholder of a message stands for. Codes of issuers are shown with the issuers' names. */
export type Term = Text | string | number | { readonly issuers: readonly string[] };

/** Other words for a value that is absent, a text, or an object with the key `has`. */
export interface AlternativeWords {
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

/** Keys below a value: an object's by name, a list's under `*`, `true` for anything. */
export type KnownKeys = true | { readonly [key: string]: KnownKeys };

/** A fault that is found outside the generated checks. */
export interface FaultAnywhere extends RuleFacts, Words {}

/** The fault of a key that no document lists. */
export interface UnknownPropertyFault extends FaultAnywhere {
  /** Appended to the message when a known key is near. */
  readonly hint: Text;
  /** Keys that pages write otherwise than PortOne, if there are any. */
  readonly alsoWritten?: AlsoWritten;
}

/** What is said of a key that pages write and PortOne does not read. */
export interface AlsoWritten {
  /** By the pattern of what pages write, the pattern of the key that is read. */
  readonly keys: Readonly<Record<string, string>>;
  readonly read: Text;
  /** The same where the gateway does not read that key either. */
  readonly unread: Text;
}

/** The fault of a string that no place of a payload should hold. */
export interface AnywhereFacts extends RuleFacts {
  readonly pattern: string;
  readonly predicate: AnywherePredicateName;
  readonly args: PredicateArguments;
}

/** A test of every string, with what its message says. */
export interface AnywhereFault extends AnywhereFacts, Words {}
