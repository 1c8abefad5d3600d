import { readJava } from "../../../../../dist/extract/java/read.js";
import { apis } from "../../../../../dist/generated/apis.js";
import { readBy, shown } from "../../shownPayload.js";

export const v1 = "https://api.iamport.kr";
export const cancel = `${v1}/payments/cancel`;
export const token = `${v1}/users/getToken`;
export const body = `Map.of("x", 1)`;

/**
 * What the requests of a method are: the calls with their payloads, and what is to be said of a path or a header. Nothing but a
 * POST gets a token, so that any other method is told with the path for that.
 */
export function requestsIn(code: string): string[] {
  const text = `class Shop { void pay(String id, String token, OutputStream out) {\n${code}\n} }\n`;
  const { calls, facts } = readBy(readJava, text, { apis });
  return [
    ...calls.map(
      ({ name, payload, isForm }) =>
        `${name} ${payload ? shown(payload) : "nothing"}${isForm ? " as a form" : ""}`,
    ),
    ...facts.map(({ value, terms }) => terms?.request ?? value ?? ""),
  ];
}

/** What is read of a request that sends `body`. */
export const cancelled = ["POST /payments/cancel { x: 1 }"];

/** What is read of a request that sends the same as a form. */
export const form = ["POST /payments/cancel { x: 1 } as a form"];
