import type { Located } from "../extract/located.js";
import type { Extraction, Syntax } from "../extract/reader.js";
import type { Span } from "../text/positions.js";
import type { PlaceSchema } from "../validator/form.js";
import type { SecretSpan } from "./redact.js";
import type { LoadedKinds } from "./tables.js";

/**
 * Where values stand that no output shows: at the keys that a kind marks as secret, for every kind that a payload can be of,
 * and all scalars at keys that a kind with secrets does not know, since such a key may be a misspelt one.
 */
export function secretSpans(
  { calls, payloads }: Extraction,
  kinds: LoadedKinds,
  kindOf: (payload: Located) => string | undefined,
): SecretSpan[] {
  const spans: SecretSpan[] = [];
  const collect = (payload: Located, kind: string | undefined, syntax: Syntax) => {
    const shape = kind === undefined ? undefined : kinds.get(kind)?.shape;
    if (!shape) return;
    // In YAML and in a form a value needs no quotes.
    const isWhole = syntax === "yaml" || syntax === "form";
    for (const [start, end] of spansBelow(payload, shape)) spans.push([start, end, isWhole]);
  };
  for (const { payload, kinds: possible, syntax } of calls) {
    if (!payload) continue;
    for (const { kind } of possible) collect(payload, kind, syntax);
  }
  for (const { payload, syntax } of payloads) collect(payload, kindOf(payload), syntax);
  return spans;
}

function* spansBelow(located: Located, shape: PlaceSchema): Generator<Span> {
  if (!shape.properties && !shape.items) return;
  const hasSecrets = Object.values(shape.properties ?? {}).some(isSecret);
  for (const [key, child] of located.children) {
    const below = shape.items ?? shape.properties?.[key];
    if (below ? isSecret(below) : hasSecrets) yield* scalarSpans(child);
    else if (below) yield* spansBelow(child, below);
  }
  if (!hasSecrets) return;
  for (const { earlier } of located.duplicateKeys) if (earlier) yield earlier;
}

const isSecret = (place: PlaceSchema): boolean => place["x-secret"] !== undefined;

function* scalarSpans({ span, origin, children }: Located): Generator<Span> {
  if (children.size === 0) {
    yield span;
    if (origin) yield origin;
  }
  for (const child of children.values()) yield* scalarSpans(child);
}
