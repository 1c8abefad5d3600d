import type { SdkWebhook } from "../../sdks.js";

/** A client of PortOne's REST API as a package for a language; made from the tables. */
export interface Client {
  readonly language: string;
  /** Version of the API. */
  readonly version: string;
  /** Beginnings of the names of its modules. */
  readonly packages: readonly string[];
  /** True where arguments are given by name in `snake_case` and sent in `camelCase`. */
  readonly spellsSnakeCase?: boolean;
  /** True where an argument without a value is sent as `null`; elsewhere it is left out. */
  readonly sendsNull?: boolean;
  /** The function that verifies a webhook. */
  readonly webhook?: SdkWebhook & {
    /** The class whose method it is; elsewhere its name has the module before it. */
    readonly class?: string;
  };
  readonly classes: Readonly<Record<string, ClientClass>>;
}

/** A class of a client: what its objects are made of, and what its methods send. */
export interface ClientClass {
  /** Last part of the id of the kinds whose payload an object of the class is. */
  readonly kind?: string;
  /** Keys of the payload that setters put. */
  readonly fields?: readonly string[];
  /** What constructors, and methods that put several fields at once, take. */
  readonly constructors?: readonly (readonly ClientArgument[])[];
  readonly setters?: Readonly<Record<string, readonly ClientArgument[]>>;
  /** Methods that add to a list, with its key. */
  readonly lists?: Readonly<Record<string, string>>;
  /** Methods that send a payload. */
  readonly methods?: Readonly<Record<string, ClientMethod>>;
  /** Members that are objects of other classes of the client, also as methods. */
  readonly members?: Readonly<Record<string, string>>;
}

/** A method that sends a payload. */
export interface ClientMethod {
  /** Last part of the id of the kinds that the payload is of. */
  readonly kind: string;
  readonly arguments: readonly ClientArgument[];
  /** Arguments by name that are not in the payload. */
  readonly notSent?: readonly string[];
}

/**
 * What an argument is: the value of a key, the payload itself or a part of it (`...`), a secret (`!`), nothing that is sent (null),
 * the first of those that are not known (`*`), or the value of one of two keys, as another argument says.
 */
export type ClientArgument =
  | string
  | null
  | { readonly if: number; readonly then: string; readonly else: string };

/** Whether a module, or what is in one, is of a client's packages. */
export const isOfPackage = ({ packages }: Client, module: string): boolean =>
  packages.some((name) => module === name || module.startsWith(`${name}.`));

/** A name as it is in any spelling: `impuid` of `imp_uid` and `impUid`. */
export const plainName = (name: string): string => name.replaceAll("_", "").toLowerCase();
