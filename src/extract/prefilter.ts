import { callKinds } from "../generated/callKinds.js";
import { isUtf16 } from "../text/encoding.js";
import { serviceWords, tellingWords } from "./calls.js";
import type { Format } from "./formats.js";

/** A file of source code has one of these words in it, or nothing in it is of interest. */
const words = new RegExp(`${tellingWords(callKinds).source}|paylint-|\\$schema`);

/** The same of server code; the bytes of UTF-8 are read as Latin-1. */
const wordsOfServers = new RegExp(
  serviceWords(callKinds)
    .map((word) => Buffer.from(word).toString("latin1"))
    .join("|"),
  "i",
);

/** Whether a file is worth reading as more than bytes. A document may have server code in it. */
export function mayHoldCalls(
  bytes: Buffer,
  { isServer, language }: Pick<Format, "isServer" | "language">,
): boolean {
  const text = bytes.toString("latin1");
  if (!isServer && words.test(text)) return true;
  const isSearched = isServer || language === "markdown";
  return (isSearched && wordsOfServers.test(text)) || isUtf16(bytes);
}
