import type { SyntaxNode } from "@lezer/common";
import { own } from "../own.js";
import type { DataClass, DataField, Expression } from "../program/model.js";
import { childNamed, childrenOf, isToken, sourceOf, spanOf } from "../program/syntax.js";
import { basesOf } from "./marks.js";
import { lettersOf } from "./texts.js";
import { hintOf } from "./types.js";

const dataDecorator =
  /^@(?:[\w.]+\.)?(?:dataclass|attrs|define|frozen|mutable|dataclass_json|s)\b(?!\.)/;

/** Base classes of data, and whether they turn values into what their fields take. */
const bases: Readonly<Record<string, { readonly converts: boolean; readonly isMap?: boolean }>> = {
  BaseModel: { converts: true },
  SQLModel: { converts: true },
  Struct: { converts: false },
  NamedTuple: { converts: false },
  TypedDict: { converts: false, isMap: true },
};

/** Code that writes objects in a way of its own. */
const ownWriting = /\b(?:field_serializer|model_serializer|computed_field|json_encoders)\b/;

/** Reads the data classes of a file. Later ones can extend earlier ones. */
export class DataClasses {
  readonly #text: string;
  readonly #lower: (node: SyntaxNode) => Expression;
  readonly #known = new Map<string, DataClass>();

  constructor(text: string, lower: (node: SyntaxNode) => Expression) {
    this.#text = text;
    this.#lower = lower;
  }

  /** What the objects of a class hold, where they are data; undefined of other classes. */
  of(node: SyntaxNode, decorators: readonly string[]): DataClass | undefined {
    const name = childNamed(node, "VariableName");
    const body = childNamed(node, "Body");
    if (!name || !body) return undefined;
    const parents = basesOf(node, this.#text);
    const ofBases = parents.flatMap((parent) => own(bases, parent) ?? []);
    const inherited = parents.flatMap((parent) => this.#known.get(parent) ?? []);
    const isDecorated = decorators.some((one) => dataDecorator.test(one));
    if (!isDecorated && ofBases.length === 0 && inherited.length === 0) return undefined;
    const written = sourceOf(body, this.#text);
    if (ownWriting.test(written)) return undefined;
    const converts = [...ofBases, ...inherited].some((one) => one?.converts);
    const fields = childrenOf(body).flatMap((child) => this.#fields(child));
    const spelling =
      spellingIn(written) ?? inherited.map((one) => one.spelling).find((one) => one !== undefined);
    const takes = [
      ...inherited.flatMap((one) => one.takes[0] ?? []),
      ...fields.map((field) => field.name),
    ];
    const data: DataClass = {
      fields,
      extends: parents.filter((parent) => !Object.hasOwn(bases, parent) && parent !== "object"),
      takes: converts ? [[]] : [takes],
      takesFewer: true,
      hasConstructor: /\bdef __init__\b/.test(written),
      ...(spelling && { spelling }),
      ...(converts && { converts }),
      ...([...ofBases, ...inherited].some((one) => one?.isMap) && { isMap: true }),
      ...(/\bextra\s*=\s*(?:["']allow|Extra\.allow)/.test(written) && { isOpen: true }),
    };
    this.#known.set(sourceOf(name, this.#text), data);
    return data;
  }

  /** `name: type`, `name: type = value`. */
  #fields(node: SyntaxNode): DataField[] {
    if (node.name === "StatementGroup") {
      return childrenOf(node).flatMap((child) => this.#fields(child));
    }
    const name = childNamed(node, "VariableName");
    const hint = childNamed(node, "TypeDef");
    if (node.name !== "AssignStatement" || !name || !hint) return [];
    const annotation = sourceOf(hint, this.#text).slice(1);
    const ownName = sourceOf(name, this.#text);
    if (/\bClassVar\b/.test(annotation) || ownName.startsWith("_") || ownName === "model_config")
      return [];
    const value = hint.nextSibling?.nextSibling;
    const call = value && this.#fieldCall(value);
    const settings = call ?? this.#fieldCallIn(hint);
    const alias = settings && this.#argument(settings, "serialization_alias", "alias");
    const initial = call ? this.#default(call) : value && this.#lower(value);
    return [
      {
        name: ownName,
        keySpan: alias ? spanOf(alias) : spanOf(name),
        ...(alias && { key: lettersOf(this.#text, spanOf(alias)) }),
        ...hintOf(annotation),
        ...(initial && { initial }),
      },
    ];
  }

  /** `Field(...)` or `field(...)`. */
  #fieldCall(node: SyntaxNode): SyntaxNode | undefined {
    const [callee] = childrenOf(node);
    const isField =
      node.name === "CallExpression" &&
      callee !== undefined &&
      /^(?:\w+\.)?(?:[Ff]ield|ib|attrib)$/.test(sourceOf(callee, this.#text));
    return isField ? node : undefined;
  }

  #fieldCallIn(node: SyntaxNode): SyntaxNode | undefined {
    for (const child of childrenOf(node)) {
      const found = this.#fieldCall(child) ?? this.#fieldCallIn(child);
      if (found) return found;
    }
    return undefined;
  }

  /** The literal text of an argument by name. */
  #argument(call: SyntaxNode, ...names: string[]): SyntaxNode | undefined {
    const all = childrenOf(childNamed(call, "ArgList") ?? call);
    for (const name of names) {
      const at = all.findIndex(
        (child, index) =>
          child.name === "VariableName" &&
          sourceOf(child, this.#text) === name &&
          all[index + 1]?.name === "AssignOp",
      );
      const value = at < 0 ? undefined : all[at + 2];
      if (value?.name === "String") return value;
    }
    return undefined;
  }

  /** What a field begins with that `Field(...)` describes; undefined where it has to be given. */
  #default(call: SyntaxNode): Expression | undefined {
    const list = childrenOf(childNamed(call, "ArgList") ?? call);
    const at = list.findIndex(
      (child, index) =>
        /^default(?:_factory)?$/.test(sourceOf(child, this.#text)) &&
        list[index + 1]?.name === "AssignOp",
    );
    const isFactory = at >= 0 && sourceOf(list[at] as SyntaxNode, this.#text) === "default_factory";
    const first = list.find((child) => !isToken(child));
    const isPlaced = first && list[list.indexOf(first) + 1]?.name !== "AssignOp";
    const value = at >= 0 ? list[at + 2] : isPlaced ? first : undefined;
    if (!value || sourceOf(value, this.#text) === "...") return undefined;
    return isFactory ? { is: "unknown", span: spanOf(value), parts: [] } : this.#lower(value);
  }
}

/** How a model spells its keys. */
function spellingIn(written: string): DataClass["spelling"] | undefined {
  const [, generator] = /\balias_generator\s*=\s*([\w.]{1,80})/.exec(written) ?? [];
  if (generator === undefined) return undefined;
  if (/snake/i.test(generator)) return "snake_case";
  return /camel/i.test(generator) && !/pascal/i.test(generator) ? "camelCase" : "unsure";
}
