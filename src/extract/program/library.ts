import type { Span } from "../../text/positions.js";
import type { RequestSite } from "./calls.js";
import type { CallExpression } from "./model.js";
import type { Objects } from "./objects.js";
import type { ObjectValue, Value } from "./values.js";

/** An argument of a call, evaluated. */
export interface ArgumentValue {
  readonly value: Value;
  readonly span: Span;
  readonly name?: { readonly text: string; readonly span: Span };
  readonly spread?: "positional" | "named";
}

/** A call of something that the program itself does not define. */
export interface LibraryCall {
  readonly expression: CallExpression;
  readonly span: Span;
  /** Name of the function, method or class. */
  readonly name: string;
  /** The full name, with the module that it is imported from: `requests.post`, `Map.of`. Undefined if the callee is not a name. */
  readonly path: string | undefined;
  /** What the method is called on, where that is a value. */
  readonly receiver: Value | undefined;
  /** How the receiver is written. */
  readonly receiverSource: string;
  readonly isNew: boolean;
  readonly arguments: readonly ArgumentValue[];
}

/** What the libraries of a language do, as far as payloads and requests are made with them. */
export interface Library {
  /** What a call gives; undefined of a call that is not known, which may do anything to its arguments. */
  call(site: LibraryCall, run: Run): Value | undefined;
  /** What a member of a value is; undefined where that is not known. */
  member(of: Value, name: string, span: Span, run: Run): Value | undefined;
  /** Whether a function that is not known leaves what it is given as it is, such as one that logs. */
  leavesArguments(site: LibraryCall): boolean;
}

/** What a library can do with the program that is interpreted. */
export interface Run {
  readonly objects: Objects;
  sourceOf(span: Span): string;
  make(type: string, span: Span): ObjectValue;
  unknown(span: Span, more?: Parameters<typeof import("./values.js").unknownValue>[2]): Value;
  /** Calls a function value, such as a lambda, once. */
  apply(fn: Value, args: readonly Value[]): Value;
  /** A request is sent, or a payload is handed to a client of PortOne. */
  record(site: RequestSite): void;
  /** Something is known to be secret. */
  hide(value: Value): void;
}

/** What a call of a library gives; undefined where it is not known. */
export type CallHandler = (site: LibraryCall, run: Run) => Value | undefined;
