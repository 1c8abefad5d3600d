import { anyCharacter, type Bounds, type JsonType } from "../../../validator/unknown.js";
import { millisecondsNow, secondsNow } from "../../bounds.js";

/** What is known of a value that only the running program knows. */
export interface Returned {
  readonly types: readonly JsonType[];
  /** A text, as far as it is known. */
  readonly text?: string;
  /** What is known of a number. */
  readonly bounds?: Bounds;
}

/** A text with these characters, where an asterisk is any. */
const like = (form: string): Returned => ({
  types: ["string"],
  text: form.replaceAll("*", anyCharacter),
});

export const text: Returned = { types: ["string"] };
export const textOfLength = (length: number): Returned => like("*".repeat(length));
export const number: Returned = { types: ["number"] };
export const boolean: Returned = { types: ["boolean"] };
/** A text that may be missing, as `localStorage.getItem` gives it. */
export const textOrNull: Returned = { types: ["string", "null"] };
export const list: Returned = { types: ["array"] };

/** Milliseconds since 1970 have 13 digits from 2001 to 2286. */
export const milliseconds: Returned = {
  types: ["number"],
  bounds: millisecondsNow,
};
export const seconds: Returned = {
  types: ["number"],
  bounds: secondsNow,
};
export const uuid = like("********-****-****-****-************");
export const isoDate = like("****-**-**T**:**:**.***Z");
