import { hole } from "../../../validator/unknown.js";

/** What a page's script has where the page's own language puts a value; a letter, so that it can be a name. */
export const templateLetter = "\ua66e";

/** Also what is in quotes in a script that is itself made from a template; of the length that such things have. */
const templateStretch = new RegExp(
  String.raw`${templateLetter}+|\$\{[^{}]*\}|\{\{.{0,500}?\}\}|<%.{0,500}?%>|<\?.{0,500}?\?>`,
  "gs",
);

const letters = new RegExp(`${templateLetter}+`, "g");

/** A text in quotes with holes where a template language has a say. */
export const withTemplateHoles = (text: string): string => text.replace(templateStretch, hole);

/** The same for a text of JavaScript's own templates, where `${...}` is the script's. */
export const withLetterHoles = (text: string): string => text.replace(letters, hole);
