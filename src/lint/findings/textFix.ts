import type { TextEdit } from "../../text/textEdit.js";
import type { ShapeNode } from "../../validator/form.js";
import { parsePointer } from "../../validator/pointer.js";
import { editsOfPayload, removalOfEarlier } from "../edits/payloadEdit.js";
import { removalOfEarlierLine } from "../edits/yamlEarlier.js";
import { yamlEditFor } from "../edits/yamlEdit.js";
import type { SpannedDiagnostic } from "./findings.js";

/**
 * The fix of a finding as edits of the text, in order.
 * @param shape the places of the payload's kind.
 * @returns undefined where the text cannot be edited so, or would stay as it is.
 */
export function textEditsFor(
  finding: SpannedDiagnostic,
  text: string,
  shape: ShapeNode | undefined,
): readonly TextEdit[] | undefined {
  const edits = editsFor(finding, text, shape);
  const isChange = edits?.some(({ start, end, text: put }) => put !== text.slice(start, end));
  return isChange ? edits : undefined;
}

function editsFor(
  { diagnostic: { fix, path }, payload, syntax, earlier, edits: ownEdits }: SpannedDiagnostic,
  text: string,
  shape: ShapeNode | undefined,
): readonly TextEdit[] | undefined {
  if (ownEdits) return ownEdits;
  if (!fix || !payload || !syntax) return undefined;
  if (earlier) {
    const keys = parsePointer(path);
    return syntax === "yaml"
      ? removalOfEarlierLine(earlier, keys, payload, text)
      : removalOfEarlier(earlier, keys, { payload, syntax }, text);
  }
  const edits = fix.edits.map((edit) =>
    syntax === "yaml"
      ? yamlEditFor(edit, payload, text)
      : editsOfPayload(edit, { payload, syntax, shape }, text),
  );
  // An edit that cannot be made makes the fix none.
  return edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
}
