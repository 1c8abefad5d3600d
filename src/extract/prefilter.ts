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

/** Whether a file is worth reading as more than bytes. */
export const mayHoldCalls = (bytes: Buffer, { isServer }: Pick<Format, "isServer">): boolean =>
  (isServer ? wordsOfServers : words).test(bytes.toString("latin1")) || isUtf16(bytes);
