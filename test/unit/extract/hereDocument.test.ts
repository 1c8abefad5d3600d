import { describe, expect, it } from "vitest";
import { hereDocumentAt } from "../../../dist/extract/hereDocument.js";

describe("A here-document of the shell is announced", () => {
  it.each([
    ["<<EOF", "EOF", false, false],
    ["<<-EOF", "EOF", false, true],
    ["<< \tEOF", "EOF", false, false],
    ["<<'EOF'", "EOF", true, false],
    ['<<"EOF x"', "EOF x", true, false],
    ["<<\\EOF", "EOF", true, false],
    ["<<-'a-b'", "a-b", true, true],
    ["<<a-b", "a-b", false, false],
  ])(
    "A here-document of the shell is announced by %s",
    (text, delimiter, isLiteral, isIndented) => {
      const { length } = text;
      expect(hereDocumentAt(`x ${text} | y`, 2)).toEqual({
        delimiter,
        isLiteral,
        isIndented,
        length,
      });
    },
  );
  it.each(["< EOF", "<<<EOF", "<<", "<<\nEOF", "<<'EOF", "x <<EOF"])(
    "No here-document of the shell is announced by %s",
    (text) => {
      expect(hereDocumentAt(text, 0)).toBeUndefined();
    },
  );
});
