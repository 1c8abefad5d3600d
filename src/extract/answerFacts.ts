import type { Api } from "./apis.js";

/** What is known of an answer of PortOne's REST API, by the keys that code reads of its body, in any language. */

/** Whether the last of the keys is a field that is read beside the object that holds it, or in one that this version has not. */
export function isBesideEnvelope({ envelope }: Api, keys: readonly string[]): boolean {
  const [field = "", ...below] = keys;
  return envelope
    ? below.length === 0 && envelope.fields.includes(field)
    : field === "response" && below.length > 0;
}

/** The field of what was asked for that keys lead to, with slashes between them; undefined beside the object that holds it. */
export function fieldAt({ envelope }: Api, keys: readonly string[]): string | undefined {
  if (!envelope) return keys.join("/");
  const [first, ...below] = keys;
  return first === envelope.in && below.length > 0 ? below.join("/") : undefined;
}

/** The status that a text means if only its upper and lower case is wrong. */
export const statusMeant = (
  { payment: { statuses } }: Api,
  field: string,
  text: string,
): string | undefined =>
  field === "status" && !statuses.includes(text)
    ? statuses.find((one) => one.toLowerCase() === text.toLowerCase())
    : undefined;
