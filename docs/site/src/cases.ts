import { formatOf } from "../../../dist/extract/formats.js";
import { guessEnding } from "../../../dist/extract/guessFormat.js";
import { kindIds } from "./kindIds.js";

/** A text that the linter is tested with. */
export interface Case {
  /** Path of its file in test/cases. */
  readonly file: string;
  /** What it is about: a rule, or the matter that its folder names. */
  readonly rule: string;
  readonly name: string;
  readonly text: string;
  /** Kind of a payload that is by itself, where its name says so. */
  readonly kind?: string;
}

const texts = import.meta.glob<string>("../../../test/cases/**/*", {
  query: "?raw",
  import: "default",
  eager: true,
});
const folder = "../../../test/cases/";

/** The cases that the playground reads as the linter does: without options, checked, and in a form that their text shows. */
export const cases: readonly Case[] = Object.entries(texts).flatMap(([path, text]) => {
  if (/\.(?:expected|fixed|options\.json)$/.test(path)) return [];
  const file = path.slice(folder.length);
  const [, rule = "", name = "", type = "", ending = ""] =
    /^(.*)\/([^/.]+)(?:\.([^/]+))?(\.[^/.]+)$/.exec(file) ?? [];
  if (`${folder}${rule}/${name}.options.json` in texts) return [];
  // The playground takes every call for one gateway's; these show that the linter does not.
  if (texts[`${path}.expected`]?.includes(" not checked: ")) return [];
  if (formatOf(guessEnding(text)) !== formatOf(ending)) return [];
  const ofType = kindIds.filter((one) => one.endsWith(`.v1.${type}`));
  // A sample is of the gateway that it names.
  const kind = ofType.find((one) => text.includes(one.split(".", 1)[0] as string)) ?? ofType[0];
  return [{ file, rule, name: name.replaceAll("-", " "), text, ...(kind && { kind }) }];
});
