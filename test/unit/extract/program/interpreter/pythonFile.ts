import { readPython } from "../../../../../dist/extract/python/read.js";
import { payloadsBy, readBy } from "../../shownPayload.js";

const fileOf = (lines: string) =>
  `import requests\nURL = "https://api.iamport.kr/payments/cancel"\n${lines}\n`;

/** The payloads that a file sends, written out. */
export const sent = (lines: string): string[] => payloadsBy(readPython, fileOf(lines));

/** A file with a function that sends a payload. */
export const sending = (payload: string, before = "", first = ""): string[] =>
  sent(`${before}
def pay(given, flag):
    ${first.replaceAll("\n", "\n    ")}
    requests.post(URL, json=${payload})`);

/** What is taken for part of an unknown body, as it is written; no output shows it. */
export function hiddenIn(lines: string): string[] {
  const text = fileOf(lines);
  const { secrets } = readBy(readPython, text);
  return [...new Set(secrets.map((span) => text.slice(...span)))];
}

/** Where the keys and the values of a payload are written, and both together. */
export function writtenIn(lines: string): string[][] {
  const text = fileOf(lines);
  const written = (span: readonly [number, number] | undefined) =>
    span ? text.slice(...span) : "nowhere";
  return readBy(readPython, text).calls.flatMap(({ payload }) =>
    [...(payload?.children.values() ?? [])].map(({ key, property, span, origin }) => [
      ...[written(key), written(property)],
      written(origin ?? span),
    ]),
  );
}

/** Every stretch that a value of a payload may come from. */
export function originsIn(lines: string): Record<string, string[]> {
  const text = fileOf(lines);
  const [call] = readBy(readPython, text).calls;
  return Object.fromEntries(
    [...(call?.payload?.children ?? [])].map(([key, { origins = [] }]) => [
      key,
      [...new Set(origins.map((span) => text.slice(...span)))],
    ]),
  );
}
