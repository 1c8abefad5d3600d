import type { Located } from "../../extract/located.js";
import type { Span } from "../../text/positions.js";
import type { ShapeNode } from "../../validator/form.js";
import { type Attributions, allAttributed, kindsOf } from "../attribution/attributions.js";
import type { LoadedKinds } from "../tables.js";
import type { SecretSpan } from "./redact.js";

/**
 * Where values are that no output shows: at the keys that a kind marks as secret, for every kind that a payload is looked at as,
 * and all scalars at keys that a kind with secrets does not know, since such a key may be a misspelt one.
 */
export function secretSpans(attributions: Attributions, loaded: LoadedKinds): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const { payload, syntax, attribution } of allAttributed(attributions)) {
    if (!payload) continue;
    // In YAML and in a form a value needs no quotes.
    const isWhole = syntax === "yaml" || syntax === "form";
    for (const { kind } of kindsOf(attribution)) {
      const shape = loaded.get(kind)?.shape;
      if (!shape) continue;
      for (const [start, end] of spansBelow(payload, shape, holdsSecrets(shape))) {
        spans.push([start, end, isWhole]);
      }
    }
  }
  return spans;
}

function* spansBelow(located: Located, shape: ShapeNode, hidesUnknown: boolean): Generator<Span> {
  if (!shape.properties && !shape.items) return;
  const schemaOf = (key: string) => shape.items ?? shape.properties?.[key];
  for (const [key, child] of located.children) {
    const below = schemaOf(key);
    if (isHidden(below, child, hidesUnknown)) yield* scalarSpans(child);
    else if (below) yield* spansBelow(child, below, hidesUnknown);
  }
  for (const { key, earlier } of located.duplicateKeys) {
    const below = schemaOf(key);
    if (earlier && (below ? isSecret(below) : hidesUnknown)) yield earlier;
  }
}

/** A value is unknown where no key leads to it, and where an object is at a place that takes none. */
function isHidden(schema: ShapeNode | undefined, { children }: Located, hidesUnknown: boolean) {
  if (schema && isSecret(schema)) return true;
  return hidesUnknown && (!schema || (children.size > 0 && !takesChildren(schema)));
}

const takesChildren = ({ type }: ShapeNode): boolean =>
  type === undefined || [type].flat().some((one) => one === "object" || one === "array");

const isSecret = (schema: ShapeNode): boolean => schema["x-secret"] === true;

const holdsSecrets = (shape: ShapeNode): boolean =>
  isSecret(shape) ||
  [...Object.values(shape.properties ?? {}), ...(shape.items ? [shape.items] : [])].some(
    holdsSecrets,
  );

function* scalarSpans({
  span,
  origin,
  origins = [],
  children,
  elsewhere,
}: Located): Generator<Span> {
  yield* origins;
  // The text holds no more of it than a name.
  if (children.size === 0 && !elsewhere) {
    yield span;
    if (origin) yield origin;
  }
  for (const child of children.values()) yield* scalarSpans(child);
}
