import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { SyntaxNode } from "@lezer/common";

/** As much of a JSON Schema as completion reads. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** What is known of a payload whose keys are offered. */
export interface Known {
  readonly schema: Schema;
  /** What a key is for, by its path, where that is not said in the language of the schema. */
  readonly labels?: Readonly<Record<string, string>>;
}

const objects: ReadonlySet<string> = new Set(["Object", "ObjectExpression"]);
const lists: ReadonlySet<string> = new Set(["Array", "ArrayExpression"]);
const names: ReadonlySet<string> = new Set(["PropertyName", "PropertyDefinition"]);

/** The part of a schema that a reference leads to. */
function followed(schema: Schema | undefined, root: Schema): Schema | undefined {
  const name = schema?.$ref?.replace("#/$defs/", "");
  return name === undefined ? schema : { ...root.$defs?.[name], ...schema };
}

/** The keys that lead to an object from the outermost one; an item of a list is `*`. */
function pathTo(object: SyntaxNode, text: (node: SyntaxNode) => string): string[] {
  const path: string[] = [];
  for (let node = object.parent; node; node = node.parent) {
    if (lists.has(node.name)) path.unshift("*");
    else if (node.name === "Property") path.unshift(nameOf(node, text));
    else if (!objects.has(node.name)) break;
  }
  return path;
}

function nameOf(property: SyntaxNode, text: (node: SyntaxNode) => string): string {
  const name = property.firstChild;
  return name ? text(name).replace(/^["']|["']$/g, "") : "";
}

function schemaAt(root: Schema, path: readonly string[]): Schema | undefined {
  let at = followed(root.$defs?.shape, root);
  for (const key of path) at = followed(key === "*" ? at?.items : at?.properties?.[key], root);
  return at;
}

/** The object whose key is being written at a place, and the key if there is one already. */
function around(start: SyntaxNode): { object: SyntaxNode; property?: SyntaxNode } | undefined {
  let property: SyntaxNode | undefined;
  for (let node: SyntaxNode | null = start; node; node = node.parent) {
    if (objects.has(node.name)) return { object: node, ...(property && { property }) };
    if (node.name === "Property") property = node;
  }
  return undefined;
}

/** Offers the keys of a kind's payloads and the values that a key may have. */
export async function completeFrom(
  context: CompletionContext,
  knownAt: (position: number) => Promise<Known | undefined>,
): Promise<CompletionResult | null> {
  const text = ({ from, to }: SyntaxNode) => context.state.sliceDoc(from, to);
  const start = syntaxTree(context.state).resolveInner(context.pos, -1);
  const found = around(start);
  if (!found) return null;
  const { object, property } = found;
  const word = context.matchBefore(/["']?[\w$]*/);
  if (!context.explicit && (!word || word.from === word.to)) return null;
  const known = await knownAt(object.from);
  if (!known || context.aborted) return null;
  const { schema } = known;
  const path = pathTo(object, text);
  const from = word?.from ?? context.pos;
  const key = property?.firstChild;
  const isValue = key && names.has(key.name) && context.pos > key.to;
  const options = isValue
    ? valuesOf(schemaAt(schema, [...path, nameOf(property, text)]))
    : keysOf(known, path, object.name === "Object");
  // What an editor closes for the writer belongs to what is replaced.
  const quote = /^["']/.exec(word?.text ?? "")?.[0];
  const after = context.state.sliceDoc(context.pos, context.pos + 1);
  const to = quote && after === quote ? context.pos + 1 : context.pos;
  return options.length > 0 ? { from, to, options, filter: true } : null;
}

const keysOf = (
  { schema, labels }: Known,
  path: readonly string[],
  isQuoted: boolean,
): Completion[] =>
  Object.entries(schemaAt(schema, path)?.properties ?? {}).map(([name, property]) => {
    const { description, deprecated, type } = followed(property, schema) ?? {};
    const info = labels ? labels[`/${[...path, name].join("/")}`] : description;
    return {
      label: isQuoted ? JSON.stringify(name) : name,
      apply: `${isQuoted ? JSON.stringify(name) : name}: `,
      ...(type && { detail: type }),
      ...(info && { info }),
      ...(deprecated && { boost: -50 }),
    };
  });

const valuesOf = (schema: Schema | undefined): Completion[] =>
  schema?.type === "boolean"
    ? [{ label: "true" }, { label: "false" }]
    : (schema?.enum ?? []).map((value) => ({ label: JSON.stringify(value) }));
