import { passesLuhn } from "./predicates/cardNumber.js";

const digitGroups = /[0-9]+(?:[ -]{1,3}[0-9]+)*/g;

/**
 * Hides all but the last four digits of anything that can be a card number, so that no output carries one.
 * The text keeps its length, so that places in it stay true.
 */
export function maskCardNumbers(text: string): string {
  if (text.length < 13) return text;
  return text.replace(digitGroups, (run) => (run.length < 13 ? run : maskRun(run)));
}

/** A card number may stand beside other numbers, so every stretch of whole groups is tried. */
function maskRun(run: string): string {
  const parts = run.split(/([ -]+)/);
  for (let start = 0; start < parts.length; start += 2) {
    let digits = "";
    for (let end = start; end < parts.length && digits.length < 19; end += 2) {
      digits += parts[end];
      if (digits.length < 13 || digits.length > 19 || !passesLuhn(digits)) continue;
      hide(parts, start, end);
      start = end;
      break;
    }
  }
  return parts.join("");
}

function hide(parts: string[], start: number, end: number): void {
  let shown = 4;
  for (let at = end; at >= start; at -= 2) {
    const part = parts[at] as string;
    const kept = Math.min(shown, part.length);
    parts[at] = "*".repeat(part.length - kept) + part.slice(part.length - kept);
    shown -= kept;
  }
}

/**
 * A value that no output shows, with its form kept: spaces and hyphens stay, and so many of its last characters
 * as recognising it takes, unless that is a large part of it.
 */
export function maskSecret(text: string, shown: number): string {
  const kept = text.length >= shown * 3 ? shown : 0;
  const hidden = text.slice(0, text.length - kept).replace(/[^\s-]/gu, "*");
  return hidden + text.slice(text.length - kept);
}

/** Writes control and direction characters as escapes, so that a value cannot speak to a terminal. */
export function escapeControls(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be escaped
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
