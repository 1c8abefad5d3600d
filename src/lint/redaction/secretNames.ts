import { editDistance } from "../../validator/knownKeys.js";
import { remembered } from "../../validator/remembered.js";

/** Tells which words of a text name secret values. */
export interface NameTest {
  /** True of every spelling of a name, also of misspelt ones. */
  isName(word: string): boolean;
  /** True of a name that is spelt right, but for case and separators. */
  isExactly(word: string): boolean;
}

const mostRemembered = 20_000;

/**
 * Makes a test of words against the names of secret values. Case, `_` and `-` make no difference; a word that has the
 * name among its parts (`cardBirth`) names a secret too, and so does one that is a few edits from a name, unless `plain`
 * lists it.
 */
export function secretNameTest(names: readonly string[], plain: readonly string[]): NameTest {
  const secret = new Set(names.map(normalized));
  const harmless = new Set(plain.map(normalized));
  const decide = (word: string): boolean => {
    const whole = normalized(word);
    if (secret.has(whole)) return true;
    if (whole.length < 2 || whole.length > 60 || harmless.has(whole)) return false;
    return hasPartIn(word, secret) || [...secret].some((name) => isMisspelt(whole, name));
  };
  return {
    isName: remembered(decide, mostRemembered),
    isExactly: (word) => secret.has(normalized(word)),
  };
}

/** A name without what spelling it differently changes: case, and everything that is no letter or digit. */
export const normalized = (name: string): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** A short name has many neighbours. Whoever makes two mistakes in a longer one gets its first letter right. */
function isMisspelt(word: string, name: string): boolean {
  const most = name.length >= 5 ? 2 : 1;
  if (Math.abs(word.length - name.length) > most) return false;
  const distance = editDistance(word, name);
  return distance === 1 || (distance === most && word[0] === name[0]);
}

const parts = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+/g;

/** Whether neighbouring parts of a word together are a name. */
function hasPartIn(word: string, names: ReadonlySet<string>): boolean {
  const words = (word.match(parts) ?? []).map((part) => part.toLowerCase());
  return words.some((_, from) => {
    let joined = "";
    return words.slice(from).some((part) => {
      joined += part;
      return names.has(joined);
    });
  });
}
