import type { ExampleCatalog, ValueDomain } from "../examples/catalog.js";
import { withoutValue, withValue } from "../examples/edit.js";
import { pointerTo } from "../validator/pointer.js";

type Payload = Record<string, unknown>;

/** Payloads one step simpler than another: without a value, or with a simpler one. Simplest first; none is simpler for ever. */
export function* simplerPayloads(
  payload: Payload,
  { domain, sample }: ExampleCatalog,
): Iterable<Payload> {
  const before = measure(payload);
  const isSimpler = (step: Payload) => isLess(measure(step), before);
  if (isSimpler(sample)) yield { ...sample };
  for (const step of edits(payload, domain)) if (isSimpler(step)) yield step;
}

function* edits(
  payload: Payload,
  domain: ValueDomain | undefined,
  value: unknown = payload,
  keys: readonly string[] = [],
): Iterable<Payload> {
  const pointer = pointerTo(keys);
  if (typeof value !== "object" || value === null) {
    for (const simpler of simplerValues(value, domain)) yield withValue(payload, pointer, simpler);
    return;
  }
  for (const key of Object.keys(value)) yield withoutValue(payload, pointerTo([...keys, key]));
  for (const [key, below] of Object.entries(value)) {
    yield* edits(payload, domain?.items ?? domain?.properties[key], below, [...keys, key]);
  }
}

function simplerValues(value: unknown, domain: ValueDomain | undefined): unknown[] {
  const known = domain?.values ?? [];
  if (typeof value === "string")
    return [...known, value.slice(0, value.length / 2), value.slice(1)];
  if (typeof value === "number") {
    return [...known, 0, Math.trunc(value / 2), value - Math.sign(value)];
  }
  return [...known];
}

type Measure = readonly [values: number, length: number, text: string];

/** Fewer values are simpler, then a shorter text of the payload, then one that comes first in the dictionary. */
function measure(payload: unknown): Measure {
  let values = 0;
  const text = JSON.stringify(payload, (_, value) => {
    values++;
    return value;
  });
  return [values, text.length, text];
}

function isLess(left: Measure, right: Measure): boolean {
  if (left[0] !== right[0]) return left[0] < right[0];
  return left[1] !== right[1] ? left[1] < right[1] : left[2] < right[2];
}
