import { callKinds } from "../generated/callKinds.js";
import { sdks } from "../generated/sdks.js";
import { isUtf16 } from "../text/encoding.js";
import { tellingWords } from "./calls.js";
import { tellingKeys } from "./sdks.js";

/** A file of source code has one of these words in it, or nothing in it is of interest. */
const words = new RegExp(
  `${tellingWords({ kinds: callKinds, sdks }).source}|${tellingKeys(sdks).source}|paylint-|\\$schema`,
);

/** Whether a file is worth reading as more than bytes. */
export const mayHoldCalls = (bytes: Buffer): boolean =>
  words.test(bytes.toString("latin1")) || isUtf16(bytes);
