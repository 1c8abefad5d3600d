import type { Located } from "../extract/located.js";
import type { TextEdit } from "../text/textEdit.js";
import type { Edit } from "../validator/types.js";

/** An edit of a payload that is written in YAML, as edits of the text; undefined where the text cannot be edited so. */
export const yamlEditFor = (
  _edit: Edit,
  _payload: Located,
  _text: string,
): TextEdit[] | undefined => undefined;
