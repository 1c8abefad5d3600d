import type { SyntaxNode } from "@lezer/common";
import type { DataClass, DataField, Expression } from "../program/model.js";
import { childNamed, childrenOf, isToken, sourceOf, spanOf } from "../program/syntax.js";
import { type Annotation, annotationsOf, textOfAnnotation } from "./annotations.js";
import { jsonTypesOf, nameOfType, typeIn } from "./types.js";

/** Annotations of Lombok that say of a class that its objects are data. */
const ofData = /^(?:Data|Value|Getter|Setter|Builder|SuperBuilder|(?:All|No)ArgsConstructor)$/;

/** Annotations of services: the framework makes one object of such a class, which holds no data. */
const ofServices =
  /^(?:Service|Component|Repository|(?:Rest)?Controller|Configuration(?:Properties)?|(?:Rest)?ControllerAdvice|Aspect)$/;

const accessorName =
  /^(?:(?:get|set|is|with|to|from|of|build|add)(?:[A-Z_]\w*)?|builder|equals|hashCode|create)$/;

/** What the objects of a class hold, where they are data; undefined of other classes. */
export function dataClassOf(
  node: SyntaxNode,
  text: string,
  lower: (value: SyntaxNode, type: SyntaxNode | undefined) => Expression,
): DataClass | undefined {
  const isRecord = node.name === "RecordDeclaration";
  const body = childNamed(node, "ClassBody", "RecordBody");
  if (!body) return undefined;
  const annotations = annotationsOf(node, text);
  const names = annotations.map(({ name }) => name);
  if (names.some((name) => ofServices.test(name))) return undefined;
  const members = childrenOf(body);
  const methods = members.filter(({ name }) => name === "MethodDeclaration");
  const fields = isRecord ? componentsOf(node, text) : fieldsOf(members, text, lower);
  const own = new Set(fields.flatMap((one) => [one.name, one.name.replace(/^is(?=[A-Z])/, "")]));
  const nameOf = (method: SyntaxNode) => {
    const name = childNamed(method, "Definition");
    return name ? sourceOf(name, text) : "";
  };
  const isAccessor = (method: SyntaxNode) =>
    isStatic(method) || accessorName.test(nameOf(method)) || own.has(nameOf(method));
  const isPlain = fields.length > 0 && methods.every(isAccessor);
  if (!isRecord && !isPlain && !names.some((name) => ofData.test(name))) return undefined;
  const builder = annotations.find(({ name }) => /^(?:Super)?Builder$/.test(name));
  const factory = annotations
    .filter(({ name }) => /^(?:Data|Value|\w+ArgsConstructor)$/.test(name))
    .map((one) => textOfAnnotation(one, "staticName", "staticConstructor"))
    .find((one) => one !== undefined);
  const parent = childNamed(node, "Superclass");
  const base = parent && nameOfType(typeIn(parent), text);
  const compact = members.find(({ name }) => name === "CompactConstructorDeclaration");
  return {
    fields: named(fields, methods, text, nameOf).map((field) =>
      compact && assigns(sourceOf(compact, text), field.name)
        ? { ...field, isChanged: true }
        : field,
    ),
    extends: parent ? [base ?? ""] : [],
    takes: takesOf(isRecord, names, fields),
    hasConstructor: false,
    spelling: spellingOf(annotations),
    ...(factory !== undefined && { factory }),
    ...(builder && { builder: textOfAnnotation(builder, "builderMethodName") ?? "builder" }),
    ...(methods.some((one) => isExtra(nameOf(one), one, own)) && { isOpen: true }),
  };
}

/** Whether the body of a record's constructor without parameters puts another value into a field. */
const assigns = (body: string, name: string): boolean =>
  new RegExp(`(?<![\\w.])${name.replaceAll("$", "\\$")}\\s*=(?!=)`).test(body);

interface Field extends DataField {
  /** True where a constructor has to be given it. */
  readonly isRequired: boolean;
  /** True where no constructor can be given it. */
  readonly isSet: boolean;
}

/** A method whose name says that it gives a property which is no field. */
function isExtra(name: string, method: SyntaxNode, own: ReadonlySet<string>): boolean {
  const property = /^(?:get|is)([A-Z]\w*)$/.exec(name)?.[1];
  if (property === undefined || isStatic(method)) return false;
  return ![property, property.slice(0, 1).toLowerCase() + property.slice(1)].some((one) =>
    own.has(one),
  );
}

const isStatic = (member: SyntaxNode): boolean => {
  const modifiers = childNamed(member, "Modifiers");
  return modifiers !== undefined && childNamed(modifiers, "static") !== undefined;
};

function componentsOf(node: SyntaxNode, text: string): Field[] {
  const header = childNamed(node, "RecordHeader");
  return (header ? childrenOf(header) : []).flatMap((component) => {
    const name = childNamed(component, "Definition");
    return name ? [fieldOf(component, name, text, { isRequired: true, isSet: false })] : [];
  });
}

function fieldsOf(
  members: readonly SyntaxNode[],
  text: string,
  lower: (value: SyntaxNode, type: SyntaxNode | undefined) => Expression,
): Field[] {
  return members.flatMap((member) => {
    if (isStatic(member)) return [];
    const modifiers = childNamed(member, "Modifiers");
    if (modifiers && childNamed(modifiers, "transient")) return [];
    const isFinal = modifiers !== undefined && childNamed(modifiers, "final") !== undefined;
    const isNonNull = annotationsOf(member, text).some(({ name }) => name === "NonNull");
    return childrenOf(member).flatMap((declarator) => {
      const name = childNamed(declarator, "Definition");
      if (!name) return [];
      const [, value] = childrenOf(declarator).filter(
        (child) => !isToken(child) && child.name !== "AssignOp",
      );
      const initial = value && lower(value, typeIn(member));
      const isRequired = value === undefined && (isFinal || isNonNull);
      const more = { isRequired, isSet: isFinal && value !== undefined };
      return [{ ...fieldOf(member, name, text, more), ...(initial && { initial }) }];
    });
  });
}

function fieldOf(
  declaration: SyntaxNode,
  name: SyntaxNode,
  text: string,
  more: Pick<Field, "isRequired" | "isSet">,
): Field {
  const annotations = annotationsOf(declaration, text);
  const type = nameOfType(typeIn(declaration), text);
  const isWrittenElse = annotations.some((one) => /^Json(?:Serialize|Format)$/.test(one.name));
  const types = isWrittenElse ? undefined : jsonTypesOf(type);
  const blank = types?.length === 1 ? (types[0] === "boolean" ? false : 0) : undefined;
  const { key, keySpan } = keyOf(annotations) ?? {};
  return {
    name: sourceOf(name, text),
    keySpan: keySpan ?? spanOf(name),
    ...more,
    ...(key !== undefined && { key }),
    ...(types && { types }),
    ...(blank !== undefined && { blank }),
  };
}

/** What annotations say of the key as which a field is written. */
function keyOf(
  annotations: readonly Annotation[],
): { readonly key: string | null; readonly keySpan?: DataField["keySpan"] } | undefined {
  if (annotations.some(({ name }) => name === "JsonIgnore")) return { key: null };
  const said = annotations.find(({ name }) =>
    /^(?:JsonProperty|SerializedName|JSONField|Json|JsonbProperty)$/.test(name),
  );
  const literal = said?.arguments.find(({ name }) => name === "value" || name === "name");
  return literal?.text === undefined ? undefined : { key: literal.text, keySpan: literal.span };
}

/** Fields with the keys that their accessors are annotated with. */
function named(
  fields: readonly Field[],
  methods: readonly SyntaxNode[],
  text: string,
  nameOf: (method: SyntaxNode) => string,
): DataField[] {
  return fields.map((field) => {
    const { name, key } = field;
    const property = name.slice(0, 1).toUpperCase() + name.slice(1);
    const said = methods
      .filter((method) => nameOf(method) === `get${property}` || nameOf(method) === name)
      .flatMap((method) => keyOf(annotationsOf(method, text)) ?? [])[0];
    return key === undefined && said ? { ...field, key: said.key } : field;
  });
}

/** What constructors take that Lombok or the language writes. */
function takesOf(
  isRecord: boolean,
  names: readonly string[],
  fields: readonly Field[],
): string[][] {
  const all = fields.filter(({ isSet }) => !isSet).map(({ name }) => name);
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const has = (...some: string[]) => names.some((name) => some.includes(name));
  if (isRecord) return [all];
  return [
    ...(has("AllArgsConstructor", "Value", "Builder") ? [all] : []),
    ...(has("RequiredArgsConstructor", "Data") ? [required] : []),
    [],
  ];
}

/** How keys are spelt that no field says itself; where no annotation tells, a setting may. */
function spellingOf(annotations: readonly Annotation[]): NonNullable<DataClass["spelling"]> {
  const naming = annotations.find(({ name }) => name === "JsonNaming");
  const source = naming?.source ?? "";
  if (/\bSnakeCase/.test(source)) return "snake_case";
  return /\bLowerCamelCase/.test(source) ? "camelCase" : "unsure";
}
