import type { TextEdit } from "../text/textEdit.js";
import type { Finding } from "./findings.js";
import { removal, textEditFor } from "./payloadEdit.js";

/** The fix of a finding as edits of the text; undefined where the text cannot be edited so. */
export function textEditsFor(
  { diagnostic: { fix }, payload, earlier, edits: ownEdits }: Finding,
  text: string,
): readonly TextEdit[] | undefined {
  if (ownEdits) return ownEdits;
  if (earlier) return [removal(earlier, text)];
  if (!fix || !payload || fix.edits.length === 0) return undefined;
  const edits = fix.edits.map((edit) => textEditFor(edit, payload, text));
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}
