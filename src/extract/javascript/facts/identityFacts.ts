import { editDistance } from "../../../validator/knownKeys.js";
import { pointerTo } from "../../../validator/pointer.js";
import { hole, isOpen, isSeen, textOf, Unknown } from "../../../validator/unknown.js";
import { type Located, leavesOf } from "../../located.js";
import { own } from "../../own.js";
import type { CodeFact } from "../../reader.js";
import type { Sdk, SdkIdentity, SdkIdentityKeys } from "../../sdks.js";
import { isNamed } from "../calls/sdkCalls.js";
import type { ConstantFolder } from "../folding/constantFolding.js";
import type { FoldingTools } from "../folding/foldingTools.js";
import { argumentsOf, type Node, unwrapped } from "../syntax/ast.js";

/** Finds what is wrong with what an SDK's function for identity verification is given, which is no payment. */
export class IdentityFacts {
  readonly #tools: FoldingTools;
  readonly #evaluator: ConstantFolder;
  readonly #sdks: readonly Sdk[];

  constructor(tools: FoldingTools, evaluator: ConstantFolder, sdks: readonly Sdk[]) {
    this.#tools = tools;
    this.#evaluator = evaluator;
    this.#sdks = sdks;
  }

  of(node: Node): CodeFact[] {
    if (node.type !== "CallExpression") return [];
    const { names } = this.#tools.context;
    const callee = unwrapped(node.callee as Node);
    const ways = [names.of(callee), names.asWritten(callee)];
    const sdk = this.#sdks.find(
      (one) =>
        one.identity &&
        ways.some((named) => named && isNamed(named, one, one.identity?.name ?? "")),
    );
    const [argument] = argumentsOf(node);
    if (!sdk?.identity || !argument) return [];
    const located = this.#evaluator.evaluate(argument);
    if (!isSeen(located.value) || Array.isArray(located.value)) return [];
    return [
      ...this.#texts(located),
      ...this.#keys(located, sdk.identity.keys),
      ...(isOpen(located.value) ? [] : this.#missing(located, sdk.identity)),
    ];
  }

  #fact(what: string, at: Located, path: string, value = ""): CodeFact {
    const { isSample } = this.#tools.context;
    return { what, value, path, span: at.span, isSample };
  }

  /** The texts in it that a rule about one key of any payload looks at. */
  #texts(located: Located): CodeFact[] {
    return [...leavesOf(located)].flatMap(({ keys, located: one }) => {
      const text = textOf(one.value);
      return text === undefined
        ? []
        : [this.#fact("payload", one, pointerTo(keys), text.replaceAll(hole, "…"))];
    });
  }

  #keys(located: Located, keys: SdkIdentityKeys, around: readonly string[] = []): CodeFact[] {
    return [...located.children].flatMap(([key, child]) =>
      this.#key([...around, key], child, keys),
    );
  }

  #key(way: readonly string[], child: Located, keys: SdkIdentityKeys): CodeFact[] {
    const path = pointerTo(way);
    const key = way.at(-1) as string;
    const wanted = own(keys, key);
    if (wanted === undefined) {
      const near = Object.keys(keys).find((known) => editDistance(known, key) <= 2);
      const terms = { near: [...way.slice(0, -1), near ?? ""].join(".") };
      const at = child.key ? { ...child, span: child.key } : child;
      return near === undefined ? [] : [{ ...this.#fact("identity-key", at, path), terms }];
    }
    if (typeof wanted === "object") return this.#keys(child, wanted, way);
    const types = typesOf(child.value);
    const isWrong = wanted !== "any" && types !== undefined && !types.includes(wanted);
    return isWrong ? [this.#fact("identity-type", child, path, wanted)] : [];
  }

  #missing(located: Located, { required, redirect }: SdkIdentity): CodeFact[] {
    const isBlank = (key: string) => {
      const { value } = located.children.get(key) ?? {};
      return value === undefined || (typeof value === "string" && value.trim() === "");
    };
    const missing = required
      .filter(isBlank)
      .map((key) => this.#fact("identity-missing", located, pointerTo([key]), key));
    if (!redirect || !isBlank(redirect.key)) return missing;
    const popup = located.children.get(redirect.unless)?.value;
    if (popup !== undefined && popup !== false) return missing;
    const value = popup === false ? "false" : "absent";
    return [...missing, this.#fact("identity-redirect", located, pointerTo([redirect.key]), value)];
  }
}

function typesOf(value: unknown): readonly string[] | undefined {
  if (value instanceof Unknown) return value.types;
  if (value === null || value === undefined) return undefined;
  return [Array.isArray(value) ? "array" : typeof value];
}
