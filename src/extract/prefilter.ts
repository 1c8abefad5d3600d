import { apis } from "../generated/apis.js";
import { callKinds } from "../generated/callKinds.js";
import { sdks } from "../generated/sdks.js";
import { secretsInCode as secrets } from "../generated/secretsInCode.js";
import { isUtf16 } from "../text/encoding.js";
import { literally, tellingWords, wordsAround } from "./calls.js";
import { tellingKeys } from "./sdks.js";

const tables = { kinds: callKinds, sdks, apis, secrets };

/** A file of source code has one of these words in it, or nothing in it is of interest. */
const words = new RegExp(
  `${tellingWords(tables).source}|${tellingKeys(sdks).source}|${wordsAround(tables).map(literally).join("|")}|paylint-|\\$schema`,
);

/** Whether a file is worth reading as more than bytes. */
export const mayHoldCalls = (bytes: Buffer): boolean =>
  words.test(bytes.toString("latin1")) || isUtf16(bytes);
