import { parsePointer } from "../../../validator/pointer.js";
import type { CallKind } from "../../calls.js";
import { lastNameOf, type Sdk, type SdkComponent, type SdkFunction } from "../../sdks.js";
import type { Bindings } from "../scope/bindings.js";
import type { Named, NameResolver } from "../scope/names.js";
import { isNode, memberName, type Node, unwrapped, valueOfKey } from "../syntax/ast.js";

/** A call of one of the SDKs' functions, or the use of a component, with what it is given. */
export interface SdkCall {
  /** The kinds that its payload can be. */
  readonly kinds: readonly CallKind[];
  /** What is called, for a person to read. */
  readonly name: string;
  /** The argument or the property that the payload is, or is in; undefined where it is not written out. */
  readonly argument: Node | undefined;
  readonly callback: Node | undefined;
  readonly takes: SdkFunction | SdkComponent;
}

/** A function or a component, and what it takes. */
interface Entry<Takes> {
  readonly sdk: Sdk;
  readonly takes: Takes;
  readonly kinds: readonly CallKind[];
}

/** What the SDKs offer, by the last member of its name. */
interface Offered {
  readonly functions: ReadonlyMap<string, readonly Entry<SdkFunction>[]>;
  readonly components: ReadonlyMap<string, readonly Entry<SdkComponent>[]>;
}

/** Finds where the SDKs are handed payloads, by whatever name the file calls them. */
export class SdkCalls {
  readonly #bindings: Bindings;
  readonly #names: NameResolver;
  readonly #offered: Offered;

  constructor(
    bindings: Bindings,
    names: NameResolver,
    kinds: readonly CallKind[],
    sdks: readonly Sdk[],
  ) {
    this.#bindings = bindings;
    this.#names = names;
    this.#offered = offeredBy(sdks, kinds);
  }

  /** What a call, or the opening tag of a component, passes; undefined if it is not one of an SDK. */
  callBy(node: Node): SdkCall | undefined {
    if (node.type === "CallExpression") return this.#call(node);
    return node.type === "JSXOpeningElement" ? this.#component(node) : undefined;
  }

  #call(call: Node): SdkCall | undefined {
    const callee = unwrapped(call.callee as Node);
    const isBound = callee.type === "MemberExpression" && memberName(callee) === "call";
    const entry =
      this.#entryOf(callee) ??
      (isBound ? this.#entryOf(unwrapped(callee.object as Node)) : undefined);
    if (!entry) return undefined;
    const { takes, kinds } = entry;
    const all = call.arguments as Node[];
    const given = isBound && !this.#entryOf(callee) ? all.slice(1) : all;
    const written = (index: number) => {
      const argument = given[index];
      const isSure = given.slice(0, index + 1).every(({ type }) => type !== "SpreadElement");
      return argument && isSure ? argument : undefined;
    };
    const { payload = 0, callback } = takes;
    const argument = written(payload);
    return {
      kinds,
      name: takes.name
        .replace(/^.*\(\)\./, "")
        .split(".")
        .slice(-2)
        .join("."),
      argument,
      callback:
        typeof callback === "string"
          ? parsePointer(callback).reduce(valueOfKey, argument)
          : callback === undefined
            ? undefined
            : written(callback),
      takes,
    };
  }

  #entryOf(callee: Node): Entry<SdkFunction> | undefined {
    const named = this.#names.of(callee);
    const last = named.path.at(-1) ?? named.global;
    const entries = (last !== undefined && this.#offered.functions.get(last)) || [];
    const own = entries.find(({ sdk, takes }) => isNamed(named, sdk, takes.name));
    if (own) return own;
    const written = entries.length > 0 ? this.#names.asWritten(callee) : undefined;
    return entries.find(
      ({ sdk, takes }) =>
        takes.isUnmistakable === true || (written && isNamed(written, sdk, takes.name)),
    );
  }

  #component(element: Node): SdkCall | undefined {
    const path = componentPath(element.name as Node);
    const [root, ...members] = path;
    const entries = this.#offered.components.get(path.at(-1) ?? "") ?? [];
    // The name in the module may be another.
    const imported = root === undefined ? undefined : this.#bindings.importNamed(root);
    if (!imported) return undefined;
    const { module, name } = imported;
    const named = { module, path: [...(name === "*" ? [] : [name]), ...members] };
    const all =
      entries.length > 0 ? entries : (this.#offered.components.get(named.path.at(-1) ?? "") ?? []);
    const entry = all.find(({ sdk, takes }) => isNamed(named, sdk, takes.name));
    if (!entry) return undefined;
    const { takes, kinds } = entry;
    const { payload, callback } = takes;
    return {
      kinds,
      name: `<${path.join(".")}>`,
      argument: propertyOf(element, payload),
      callback: callback === undefined ? undefined : propertyOf(element, callback),
      takes,
    };
  }
}

/** What is offered, by the kinds that it was worked out for: the blocks of a document ask for the same thousands of times. */
const known = new WeakMap<readonly CallKind[], { readonly sdks: readonly Sdk[]; all: Offered }>();

function offeredBy(sdks: readonly Sdk[], kinds: readonly CallKind[]): Offered {
  const before = known.get(kinds);
  if (before?.sdks === sdks) return before.all;
  const functions = new Map<string, Entry<SdkFunction>[]>();
  const components = new Map<string, Entry<SdkComponent>[]>();
  for (const sdk of sdks) {
    for (const takes of sdk.functions ?? []) {
      const own = kindsTaking(takes.takes ?? takes.name, sdk, kinds);
      if (own.length > 0) add(functions, lastNameOf(takes), { sdk, takes, kinds: own });
    }
    for (const takes of sdk.components ?? []) {
      const own = kindsTaking(takes.takes, sdk, kinds);
      if (own.length > 0) add(components, takes.name, { sdk, takes, kinds: own });
    }
  }
  const all = { functions, components };
  known.set(kinds, { sdks, all });
  return all;
}

function add<Value>(all: Map<string, Value[]>, key: string, value: Value): void {
  const known = all.get(key);
  if (known) known.push(value);
  else all.set(key, [value]);
}

/** The kinds of a version that a function takes, by its name or by the request that it makes. */
function kindsTaking(takes: string, { version }: Sdk, kinds: readonly CallKind[]): CallKind[] {
  return kinds.filter(
    (kind) =>
      kind.kind.split(".")[1] === version &&
      (kind.function === takes ||
        kind.calls.some(({ method, path }) => `${method} ${path}` === takes)),
  );
}

/** Whether an expression names a member of an SDK. */
export function isNamed({ module, global, path }: Named, sdk: Sdk, member: string): boolean {
  const members = member.split(".");
  const isMember = (own: readonly string[]) =>
    own.length === members.length && own.every((name, index) => name === members[index]);
  if (module !== undefined) {
    const own = path.filter((name, index) => name !== "default" || index > 1);
    return sdk.packages?.includes(module) === true && isMember(own);
  }
  if (global !== undefined && sdk.globals?.includes(global)) return isMember(path);
  // A member of another object: `frame.contentWindow.PortOne.requestPayment`.
  const at = path.length - members.length - 1;
  return sdk.globals?.includes(path[at] ?? "") === true && isMember(path.slice(at + 1));
}

/** The names in `<IMP.Payment>`. */
export function componentPath(name: Node): string[] {
  if (name.type === "JSXIdentifier") return [name.name as string];
  if (name.type !== "JSXMemberExpression") return [];
  return [...componentPath(name.object as Node), (name.property as Node).name as string];
}

/** The expression of a property of a component; undefined where a spread behind it may give another. */
export function propertyOf(element: Node, property: string): Node | undefined {
  const attributes = element.attributes as Node[];
  const at = attributes.findLastIndex(
    ({ type, name }) =>
      type === "JSXSpreadAttribute" || (isNode(name) && String(name.name) === property),
  );
  const value = attributes[at]?.value;
  if (!isNode(value)) return undefined;
  return value.type === "JSXExpressionContainer" ? (value.expression as Node) : value;
}
