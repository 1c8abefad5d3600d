import { passesLuhn } from "./predicates/cardNumber.js";

const longDigitRun = /[0-9](?:[ -]?[0-9]){12,18}/g;

/**
 * Hides all but the last four digits of anything that can be a card number, so that no output carries one.
 * The text keeps its length, so that places in it stay true.
 */
export function maskCardNumbers(text: string): string {
  return text.replace(longDigitRun, (run) => {
    if (!passesLuhn(run.replace(/\D/g, ""))) return run;
    const kept = run.length - 4;
    return run.slice(0, kept).replace(/\d/g, "*") + run.slice(kept);
  });
}

/** Writes control and direction characters as escapes, so that a value cannot speak to a terminal. */
export function escapeControls(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be escaped
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
