import type { Span } from "../text/positions.js";
import { anyCharacter, hole } from "../validator/unknown.js";
import type { Api } from "./apis.js";
import type { Located } from "./located.js";
import type { Syntax } from "./reader.js";
import { type Sdk, wordsOf } from "./sdks.js";
import type { SecretsInCode } from "./secrets.js";

/** Where a version of PortOne's REST API is found; made from the tables. */
export interface Service {
  /** Hosts of its addresses. */
  readonly hosts: readonly string[];
  /** Words by which code names the service. */
  readonly names: readonly string[];
  /** Beginnings of paths that no other service has. */
  readonly ownPaths: readonly string[];
  /** How the words of its keys are put together. */
  readonly keys: "snake_case" | "camelCase";
  /** Word before the secret in the `Authorization` header, where it is the service's own. */
  readonly scheme?: string;
  /** Keys by which a secret is sent to get a token. */
  readonly secrets: readonly string[];
}

/** How payloads of a kind are handed over; made from the tables. */
export interface CallKind {
  readonly kind: string;
  readonly gateway: string;
  /** Name of the SDK's function that takes the payload, as the table of SDKs has it. */
  readonly function?: string;
  /** Kind of what that function's callback is given. */
  readonly callback?: string;
  /** REST calls that take the payload as their body. */
  readonly calls: readonly { readonly method: string; readonly path: string }[];
  /** The service of these calls. */
  readonly service?: Service;
  /** Fields of what the callback is given that are sure to arrive and say how the payment went. */
  readonly arriving?: readonly string[];
  /** Code of the one gateway that takes the payload. */
  readonly soleGateway?: string;
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
  /** Undefined for a call without a payload. */
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

/** An address in source code. */
export interface Address {
  /** As far as it is known, with a hole for what is not. */
  readonly text: string;
  /** As the code has it. */
  readonly written: string;
  /** The file that it is in. */
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
  const verb = method.toUpperCase();
  const paths = new Map<Service | undefined, readonly string[] | undefined>();
  const segmentsAt = (service: Service | undefined) => {
    if (!paths.has(service)) {
      paths.set(service, service && pathAt(service, address)?.split("/"));
    }
    return paths.get(service);
  };
  return kinds.filter(({ calls, service }) =>
    calls.some((call) => {
      const segments = call.method === verb ? segmentsAt(service) : undefined;
      const wanted = call.path.split("/");
      return (
        wanted.length === segments?.length &&
        wanted.every(
          (segment, index) =>
            (segment.startsWith("{") && segments[index] !== "") || segment === segments[index],
        )
      );
    }),
  );
}

/** The query and the fragment of an address. */
const behindPath = /[?#].*/s;

const unknownStretch = new RegExp(`${hole}|${anyCharacter}+`, "g");

/** The path of an address, for a person to read. */
export const nameOfPath = (address: string): string =>
  address
    .replace(/^(?:https?:)?\/\/[^/]*/, "")
    .replace(behindPath, "")
    .replaceAll(unknownStretch, "…");

/** Patterns by which a service is recognised. */
interface ServicePatterns {
  /** The beginning of an address at the service. */
  readonly host: RegExp;
  /** The service's address, as one has it for a base. */
  readonly base: RegExp;
  readonly name: RegExp;
}

const servicePatterns = new WeakMap<Service, ServicePatterns>();

function patternsOf(service: Service): ServicePatterns {
  let known = servicePatterns.get(service);
  if (!known) {
    const host = `(?:${service.hosts.map(literally).join("|")})`;
    known = {
      host: new RegExp(`^(?:https?:)?//${host}(?::443)?(?=/|$)`),
      base: new RegExp(`//${host}/?(?=["'\`\\s}]|$)`),
      name: new RegExp(service.names.map(literally).join("|") || "(?!)", "i"),
    };
    servicePatterns.set(service, known);
  }
  return known;
}

export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The path at a service's API; behind an unknown base only where the code or the path tells of the service. */
function pathAt(
  service: Service,
  { text, written, file, isRelative = false }: Address,
): string | undefined {
  const trimmed = text.replace(behindPath, "").replace(/\/$/, "");
  const { host, base, name } = patternsOf(service);
  // A base that ends in a slash gives two of them.
  if (host.test(trimmed)) return trimmed.replace(host, "").replace(/^\/+/, "/");
  if (!trimmed.startsWith(`${hole}/`)) return undefined;
  const path = trimmed.slice(hole.length);
  // A shop's own server may have paths such as `/payments/cancel` too.
  const isTold =
    service.ownPaths.some((own) => path.startsWith(own)) ||
    name.test(written) ||
    (isRelative
      ? name.test(file) || service.ownPaths.some((own) => file.includes(own))
      : base.test(file));
  return isTold ? path : undefined;
}

/** Whether a text in code is an address at one of the services that kinds are sent to, as far as it says so. */
export const namesService = (kinds: readonly CallKind[], text: string): boolean =>
  kinds.some(
    ({ service }) =>
      service !== undefined &&
      (service.hosts.some((host) => text.includes(`//${host}`)) ||
        service.ownPaths.some((own) => text.includes(own))),
  );

/**
 * What code that calls the services of kinds has in it, as patterns: their hosts, names, and paths that no other service has, up to
 * what varies. In any case of letters.
 */
export const serviceWords = (kinds: readonly CallKind[]): string[] => [
  ...new Set(
    kinds.flatMap(({ service, calls }) => {
      if (!service) return [];
      const paths = calls.map(({ path }) => path.split("{", 1)[0] as string);
      const own = paths.filter((path) => service.ownPaths.some((begin) => path.startsWith(begin)));
      return [...service.hosts, ...service.names, ...own].map(literally);
    }),
  ),
];

/** What calls, and what is wrong around them, are recognised by; made from the tables. */
export interface CallTables {
  readonly kinds: readonly CallKind[];
  /** By what code hands payloads over. */
  readonly sdks: readonly Sdk[];
  readonly apis: readonly Api[];
  readonly secrets: SecretsInCode;
}

/** Tables without anything in them. */
export const noTables: CallTables = {
  ...{ kinds: [], sdks: [], apis: [] },
  secrets: {
    ...{ keys: [], names: "(?!)", literals: "(?!)", shopNames: "(?!)" },
    ...{ published: [], publicPrefixes: [], viteNames: [], nodeNames: [] },
  },
};

/** Words of code around payments that passes no payload itself. */
export const wordsAround = ({ apis, secrets, sdks }: CallTables): string[] => [
  ...apis.map(({ host }) => host),
  ...apis.flatMap(({ hook }) => hook.words),
  ...secrets.keys,
  ...sdks.flatMap(({ webhook }) => (webhook ? [webhook.name] : [])),
  ...sdks.flatMap(({ identity, globals = [] }) =>
    identity ? globals.map((name) => `${name}.${identity.name}`) : [],
  ),
];

/** The same of server code that reads webhooks, as patterns in any case of letters: its names have any spelling. */
export const hookPatterns = (apis: readonly Api[]): string[] =>
  apis.flatMap(({ hook: { words, isTold } }) =>
    words.map((word) =>
      isTold ? `["']${literally(word)}` : literally(word).replaceAll("_", "_?"),
    ),
  );

const words = new WeakMap<readonly CallKind[], RegExp>();

/** Matches where payloads of these kinds may be handed over: a function's name, a package, or a path up to what varies. */
export function tellingWords({ kinds, sdks }: Pick<CallTables, "kinds" | "sdks">): RegExp {
  let known = words.get(kinds);
  if (!known) {
    const paths = kinds.flatMap(({ calls }) =>
      // A base may end in the slash that the path begins with.
      calls.map(({ path }) => (path.split("{", 1)[0] as string).replace(/^\//, "")),
    );
    const all = new Set([...wordsOf(sdks), ...paths]);
    known = new RegExp([...all].map(literally).join("|"));
    words.set(kinds, known);
  }
  return known;
}
