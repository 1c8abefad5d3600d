import type { Span } from "../text/positions.js";
import { hole } from "../validator/unknown.js";
import type { Located } from "./located.js";
import type { Syntax } from "./reader.js";

/** How payloads of a kind are handed over; made from the tables. */
export interface CallKind {
  readonly kind: string;
  readonly gateway: string;
  /** Name of the SDK's function that takes the payload. */
  readonly function?: string;
  /** Kind of what that function's callback is given. */
  readonly callback?: string;
  /** REST calls that take the payload as their body. */
  readonly calls: readonly { readonly method: string; readonly path: string }[];
  /** Where a payload names its gateway and its channel, and the object with keys of the gateway's own; JSON Pointers. */
  readonly names: {
    readonly gateway?: string;
    readonly channel?: string;
    readonly bypass?: string;
  };
}

/** A payment call in source code. */
export interface Call {
  /** The kinds that it can be, one a gateway. */
  readonly kinds: readonly CallKind[];
  /** What is called, as a person would name it: `request_pay`, `POST /payments/cancel`. */
  readonly name: string;
  readonly span: Span;
  /** Undefined where the call is there and its payload is not. */
  readonly payload: Located | undefined;
  readonly syntax: Syntax;
  /** True for a body that is sent as a form, where numbers are texts. */
  readonly isForm: boolean;
  /** Fields that the callback reads, and where. */
  readonly reads: readonly CallbackRead[];
}

/** A field of the result that a callback reads. */
export interface CallbackRead {
  readonly name: string;
  readonly span: Span;
  /** True where the callback also decides by something that does arrive, so that reading the field does no harm. */
  readonly isGuarded?: boolean;
}

const host = /^(?:https?:)?\/\/api\.iamport\.kr(?::443)?/;

/** A known path that no other service has. */
const telling = /^\/subscribe\//;

/** The service's address as one has it for a base. */
const base = /\/\/api\.iamport\.kr\/?(?=["'`\s]|$)/;

/** Words that show that a document is about the service. */
const shown = /iamport|portone|포트원|아임포트|(?:^|\s)\/subscribe\/(?:payments|customers)\//i;

/** An address in source code. */
export interface Address {
  /** As far as it is known, with a hole for what is not. */
  readonly text: string;
  /** As the code has it. */
  readonly written: string;
  /** The file that it stands in. */
  readonly file: string;
  /** True where a request is written out without its host. */
  readonly isRelative?: boolean;
}

/** The kinds whose REST call has this method and address. */
export function kindsCalled(
  kinds: readonly CallKind[],
  method: string,
  address: Address,
): CallKind[] {
  const path = pathOf(address);
  if (path === undefined) return [];
  const segments = path.split("/");
  return kinds.filter(({ calls }) =>
    calls.some((call) => {
      const wanted = call.path.split("/");
      return (
        call.method === method.toUpperCase() &&
        wanted.length === segments.length &&
        wanted.every(
          (segment, index) =>
            (segment.startsWith("{") && segments[index] !== "") || segment === segments[index],
        )
      );
    }),
  );
}

/** The path of an address, for a person to read. */
export const nameOfPath = (address: string): string =>
  address
    .replace(/^(?:https?:)?\/\/[^/]*/, "")
    .split(/[?#]/, 1)[0]
    ?.replaceAll(hole, "…") ?? "";

/** The path at PortOne's API; behind an unknown base only where the code or the path tells of it. */
function pathOf({ text, written, file, isRelative = false }: Address): string | undefined {
  const [bare = ""] = text.split(/[?#]/);
  const trimmed = bare.replace(/\/$/, "");
  if (host.test(trimmed)) return trimmed.replace(host, "");
  if (!trimmed.startsWith(`${hole}/`)) return undefined;
  const path = trimmed.slice(hole.length);
  // A shop's own server may have paths such as `/payments/cancel` too.
  const isTold =
    telling.test(path) ||
    /iamport|portone/i.test(written) ||
    (isRelative ? shown : base).test(file);
  return isTold ? path : undefined;
}

const words = new WeakMap<readonly CallKind[], RegExp>();

/** Matches where payloads of these kinds may be handed over: a function's name, or a path up to what varies. */
export function tellingWords(kinds: readonly CallKind[]): RegExp {
  let known = words.get(kinds);
  if (!known) {
    const all = kinds.flatMap((kind) => [
      ...(kind.function === undefined ? [] : [kind.function]),
      // A base may end in the slash that the path begins with.
      ...kind.calls.map(({ path }) => (path.split("{", 1)[0] as string).replace(/^\//, "")),
    ]);
    known = new RegExp([...new Set(all)].join("|"));
    words.set(kinds, known);
  }
  return known;
}
