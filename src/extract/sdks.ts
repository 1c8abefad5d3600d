/** One of PortOne's SDKs or clients: by what code hands payloads over; made from the tables. */
export interface Sdk {
  /** The version of the API, as kinds have it in their id: `v1`. */
  readonly version: string;
  /** Names of the object that its script puts into a page. */
  readonly globals?: readonly string[];
  /** Most payloads contain one of these keys. */
  readonly keys?: readonly string[];
  /** Module specifiers that export the same: packages, and addresses of modules. */
  readonly packages?: readonly string[];
  /** Matches the addresses of its script. */
  readonly scripts?: string;
  /** Arguments and properties that are checked although they are not payloads. */
  readonly values?: readonly SdkValue[];
  /** The key of a payload that is new for each payment, by what the payload is for. */
  readonly orders?: readonly { readonly takes: string; readonly key: string }[];
  /** Keys of the other version's result that this one's has not. */
  readonly notInResult?: readonly string[];
  /** Functions that give a payment of the REST API, named as those that take a payload. */
  readonly looksUp?: readonly string[];
  /** Functions that take an object with the secret. */
  readonly clients?: readonly string[];
  /** The function that verifies a webhook. */
  readonly webhook?: SdkWebhook;
  /** The function that verifies who somebody is. */
  readonly identity?: SdkIdentity;
  readonly functions?: readonly SdkFunction[];
  readonly components?: readonly SdkComponent[];
}

/** A value that an SDK takes beside payloads: an argument of a function, or a property of a component. */
export interface SdkValue {
  /** What the value is: `user-code`. */
  readonly value: string;
  readonly name?: string;
  readonly argument?: number;
  readonly below?: string;
  readonly component?: string;
  readonly property?: string;
}

/** The function that verifies the signature of a webhook. */
export interface SdkWebhook {
  /** Members that lead to it. */
  readonly name: string;
  /** Which argument is the body as it was received. */
  readonly body: number;
  /** Keys that the other version's webhook has in its body. */
  readonly notInBody: readonly string[];
}

/** Keys, each with its type, or those of an object; `any` where nothing is said of it. */
export interface SdkIdentityKeys {
  readonly [key: string]: "string" | "boolean" | "any" | SdkIdentityKeys;
}

/** The function that verifies who somebody is, and what it takes. */
export interface SdkIdentity {
  readonly name: string;
  readonly keys: SdkIdentityKeys;
  readonly required: readonly string[];
  /** The key for the address to return to, which is needed unless another key is true. */
  readonly redirect?: { readonly key: string; readonly unless: string };
}

/** What a function and a component have in common. */
interface Taking {
  /** What kinds say in their `function` or `calls`; default: the name. */
  readonly takes?: string;
  /** Keys that the SDK itself puts into the payload where they are missing or blank. */
  readonly sets?: readonly string[];
}

/** A function that takes a payload. */
export interface SdkFunction extends Taking {
  /** Members that lead to it from the global or the package; `()` behind a name is what it makes when it is called. */
  readonly name: string;
  /** True where the last name alone tells, whatever object it is a member of. */
  readonly isUnmistakable?: boolean;
  /** Which argument is the payload; default: the first. */
  readonly payload?: number;
  /** Where in that argument the payload is; a JSON Pointer. */
  readonly below?: string;
  /** Which argument is the callback, or its JSON Pointer in the payload's argument. */
  readonly callback?: number | string;
  /** Keys of the callbacks, which are an object of their own behind the payload. */
  readonly callbacks?: readonly string[];
  /** `callback` where the function returns nothing, `promise` where it takes no callback. */
  readonly resultIn?: "callback" | "promise";
  /** Keys that the function takes out of its argument and puts into the path of the request. */
  readonly inPath?: readonly string[];
}

/** A component of React that takes a payload. */
export interface SdkComponent extends Taking {
  readonly name: string;
  readonly takes: string;
  /** The property that is the payload. */
  readonly payload: string;
  /** The property that is the callback. */
  readonly callback?: string;
}

/** The last member of a function's name. */
export const lastNameOf = ({ name }: SdkFunction): string =>
  name.slice(name.lastIndexOf(".") + 1).replace("()", "");

/** Names of the functions that scripts put into a page; what a package exports can have any name. */
export const globalFunctions = (sdks: readonly Sdk[]): string[] =>
  sdks.flatMap(({ globals, functions = [] }) => (globals ? functions.map(lastNameOf) : []));

/** Every text that passes a payload to one of these SDKs contains one of these words. */
export const wordsOf = (sdks: readonly Sdk[]): string[] => [
  ...globalFunctions(sdks),
  ...sdks.flatMap(({ globals = [], values = [] }) =>
    globals.flatMap((name) =>
      values.flatMap((value) => [`${name}.${value.name}`, `${name}?.${value.name}`]),
    ),
  ),
  ...sdks.flatMap(({ globals, packages = [] }) => (globals ? [] : packages)),
];

const knownKeys = new WeakMap<readonly Sdk[], RegExp>();

/** Matches the keys that most payloads contain one of. */
export function tellingKeys(sdks: readonly Sdk[]): RegExp {
  let known = knownKeys.get(sdks);
  if (!known) {
    known = new RegExp(sdks.flatMap(({ keys = [] }) => keys).join("|") || "(?!)");
    knownKeys.set(sdks, known);
  }
  return known;
}
