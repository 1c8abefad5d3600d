import { apis } from "../generated/apis.js";
import { callKinds } from "../generated/callKinds.js";
import { sdks } from "../generated/sdks.js";
import { secretsInCode as secrets } from "../generated/secretsInCode.js";
import { isUtf16 } from "../text/encoding.js";
import { hookPatterns, literally, serviceWords, tellingWords, wordsAround } from "./calls.js";
import type { FileFormat } from "./formats.js";
import { tellingKeys } from "./sdks.js";

const tables = { kinds: callKinds, sdks, apis, secrets };

/** A file of source code has one of these words in it, or nothing in it is of interest. */
const words = new RegExp(
  `${tellingWords(tables).source}|${tellingKeys(sdks).source}|${wordsAround(tables).map(literally).join("|")}|paylint-|\\$schema`,
);

/** The same of server code; the bytes of UTF-8 are read as Latin-1. */
const wordsOfServers = new RegExp(
  serviceWords(callKinds)
    .map((word) => Buffer.from(word).toString("latin1"))
    .concat(hookPatterns(apis))
    .join("|"),
  "i",
);

/** Whether a file needs to be read as text. A document may contain server code. */
export function mayHoldCalls(
  bytes: Buffer,
  { isServer, language }: Pick<FileFormat, "isServer" | "language">,
): boolean {
  const text = bytes.toString("latin1");
  if (!isServer && words.test(text)) return true;
  const isSearched = isServer || language === "markdown";
  return (isSearched && wordsOfServers.test(text)) || isUtf16(bytes);
}
