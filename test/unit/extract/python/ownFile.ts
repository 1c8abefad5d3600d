import { readPython } from "../../../../dist/extract/python/read.js";
import { payloadsBy } from "../shownPayload.js";

const indented = (lines: string) => lines.replaceAll("\n", "\n    ");

/** The payload of a function that makes `d` and sends it, in a file that may have more. */
export const payloadOf = (lines: string, heading = ""): string | undefined =>
  payloadsBy(
    readPython,
    `import requests\n${heading}\ndef pay(uid, given, flag):\n    d = {}\n    ${indented(lines)}\n    requests.post("https://api.iamport.kr/payments/cancel", json=d)\n`,
  )[0];

/** What is known of a value. */
export const knownOf = (value: string, heading = "", before = ""): string | undefined =>
  payloadOf(`${before}\nd["x"] = ${value}`, heading)?.replace(/^\{ x: (.*) \}$/, "$1");
