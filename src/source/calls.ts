import type { Located, Span } from "./located.js";

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
  /** Where a payload names its gateway, and its channel. */
  readonly names: { readonly gateway?: string; readonly channel?: string };
}

/** A payment call in source code. */
export interface Call {
  /** The kinds that it can be, one a gateway. */
  readonly kinds: readonly CallKind[];
  readonly span: Span;
  /** Undefined where the call is there and its payload is not. */
  readonly payload: Located | undefined;
  /** True for a body that is sent as a form, where numbers are texts. */
  readonly isForm: boolean;
  /** Fields that the callback reads, and where. */
  readonly reads: readonly { readonly name: string; readonly span: Span }[];
}

const host = /^(?:https?:)?\/\/api\.iamport\.kr(?::443)?/;

/** A known path that no other service has. */
const telling = /^\/subscribe\//;

/** The kinds whose REST call has this method and address, of which `hole` stretches are not known. */
export function kindsCalled(
  kinds: readonly CallKind[],
  method: string,
  address: string,
  hole: string,
  mentionsService: boolean,
): CallKind[] {
  const path = pathOf(address, hole, mentionsService);
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

/** The path at PortOne's API; behind an unknown base only where the file or the path tells of it. */
function pathOf(address: string, hole: string, mentionsService: boolean): string | undefined {
  const [bare = ""] = address.split(/[?#]/);
  const trimmed = bare.replace(/\/$/, "");
  if (host.test(trimmed)) return trimmed.replace(host, "");
  const base = trimmed.lastIndexOf(`${hole}/`, 0) === 0 ? trimmed.slice(hole.length) : undefined;
  if (base === undefined) return undefined;
  return mentionsService || telling.test(base) ? base : undefined;
}
