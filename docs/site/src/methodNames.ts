import { methodNames } from "../../../dist/generated/methodNames.js";
import type { Text } from "../../../dist/validator/types.js";

/** What a way to pay is called, from the wider to the narrower; by its own name where nothing else is known. */
export function fullMethodName(id: string): Text {
  const parts = id
    .split("/")
    .map((part) => methodNames[part.toLowerCase()] ?? { ko: part, en: part });
  return {
    ko: parts.map(({ ko }) => ko).join(" – "),
    en: parts.map(({ en }) => en).join(" – "),
  };
}
