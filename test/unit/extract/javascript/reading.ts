import { apis } from "../../../../dist/generated/apis.js";
import { callKinds } from "../../../../dist/generated/callKinds.js";
import { sdks } from "../../../../dist/generated/sdks.js";
import { secretsInCode } from "../../../../dist/generated/secretsInCode.js";
import { type Call, noTables } from "../../../../src/extract/calls.js";
import { readScript } from "../../../../src/extract/javascript/script.js";
import { parse } from "../../../../src/extract/javascript/syntax/parse.js";
import { type Located, locatedAt } from "../../../../src/extract/located.js";
import type { Extraction, ReadOptions } from "../../../../src/extract/reader.js";
import { anyCharacter, hole, isOpen, Unknown } from "../../../../src/validator/unknown.js";

/** What the JavaScript reader finds in a text. */
export const read = (text: string, options: Partial<ReadOptions> = {}): Extraction =>
  readScript(text, {
    ...noTables,
    kinds: callKinds,
    sdks,
    ending: ".ts",
    parser: parse,
    ...options,
  });

/** The only call in a text. */
export function callIn(text: string, options?: Partial<ReadOptions>): Call {
  const { calls } = read(text, options);
  if (calls.length !== 1) throw new Error(`${calls.length} calls in ${text}`);
  return calls[0] as Call;
}

/** The payload of the only call in a text. */
export function payloadIn(text: string, options?: Partial<ReadOptions>): Located {
  const { payload } = callIn(text, options);
  if (!payload) throw new Error(`no payload in ${text}`);
  return payload;
}

/** What the payload of the only call has at a pointer. */
export function valueAt(text: string, pointer: string, options?: Partial<ReadOptions>): Located {
  const located = locatedAt(payloadIn(text, options), pointer);
  if (!located) throw new Error(`nothing at ${pointer} in ${text}`);
  return located;
}

/** What is told of the code of a text around its payments, each with its value and the source that it is told at. */
export const factsIn = (text: string, options: Partial<ReadOptions> = {}): string[] =>
  read(text, { apis, secrets: secretsInCode, ...options }).facts.map(({ what, value, span }) =>
    [what, ...(value ? [value] : []), `at ${text.slice(...span)}`].join(" "),
  );

/** What is known of a value: `?` for what is not, with its types, its text and its bounds, and `…` for what more there may be. */
export function known(value: unknown): string {
  if (value instanceof Unknown) {
    const { types = [], text, bounds } = value;
    const written = text?.replaceAll(hole, "…").replaceAll(anyCharacter, "_");
    const details = [
      ...(written !== undefined ? [` "${written}"`] : []),
      ...(bounds ? [` ${bounds.least}…${bounds.most}`] : []),
    ];
    return `?${types.join("|")}${details.join("")}`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? String(value);
  const more = isOpen(value) ? ["…"] : [];
  if (Array.isArray(value)) return `[${[...value.map(known), ...more].join(", ")}]`;
  const keys = Object.entries(value).map(([key, one]) => `${key}: ${known(one)}`);
  return `{ ${[...keys, ...more].join(", ")} }`;
}

/** What is known of the payload of the last call in a text. */
export const knownPayload = (text: string, options?: Partial<ReadOptions>): string =>
  known(read(text, options).calls.at(-1)?.payload?.value);

/** What is known of an expression that the only payload has, behind other code. */
export function knownOf(expression: string, before = ""): string {
  const { value } = payloadIn(`${before}\nIMP.request_pay({ a: ${expression} });`);
  return known((value as { readonly a?: unknown }).a);
}
