import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import type { Located } from "../../../../dist/extract/located.js";
import type { ReadOptions } from "../../../../dist/extract/reader.js";
import { readYaml } from "../../../../dist/extract/yaml.js";
import { removalOfEarlierLine } from "../../../../dist/lint/edits/yamlEarlier.js";
import { yamlEditFor } from "../../../../dist/lint/edits/yamlEdit.js";
import { applyEdits } from "../../../../dist/text/textEdit.js";
import type { Edit } from "../../../../dist/validator/types.js";
import { commentedDocuments } from "../yamlDocument.js";

const options = {} as ReadOptions;

const payloadOf = (text: string): Located =>
  readYaml(text, options).payloads[0]?.payload as Located;

/** A text with an edit of its first payload; undefined where that is refused. */
function edited(text: string, edit: Edit): string | undefined {
  const edits = yamlEditFor(edit, payloadOf(text), text);
  if (!edits) return undefined;
  const { text: after, applied } = applyEdits(text, [edits]);
  expect(applied).toEqual([true]);
  return after;
}

const remove = (path: string): Edit => ({ op: "remove", path });
const add = (path: string, value: unknown): Edit => ({ op: "add", path, value });
const replace = (path: string, value: unknown): Edit => ({ op: "replace", path, value });

describe("An edit of YAML", () => {
  it.each([
    [
      "a list in brackets goes with the map that it is alone in",
      "a: 1\ndisplay:\n  card_quota: [3, 6]\nb: 2\n",
      "/display/card_quota",
      "a: 1\nb: 2\n",
    ],
    [
      "a list of dashes goes with the map that it is alone in",
      "a: 1\ndisplay:\n  card_quota:\n    - 3\n    - 6\n",
      "/display/card_quota",
      "a: 1\n",
    ],
    [
      "a map in brackets goes when its only key goes",
      "a: 1\ndisplay: { card_quota: [3, 6] }\n",
      "/display/card_quota",
      "a: 1\n",
    ],
    [
      "one of several keys in brackets goes with its comma",
      "d: { card_quota: [3], x: 1 }\n",
      "/d/card_quota",
      "d: { x: 1 }\n",
    ],
    [
      "the last of several keys in brackets goes with the comma before it",
      "d: { x: 1, card_quota: [3] }\n",
      "/d/card_quota",
      "d: { x: 1 }\n",
    ],
    [
      "a key in brackets on its own line goes with its comments",
      "d: {\n  # months\n  q: [3], # no\n  x: 1, # yes\n}\n",
      "/d/q",
      "d: {\n  x: 1, # yes\n}\n",
    ],
    [
      "the last key in brackets on its own line leaves no comma",
      "d: {\n  x: 1, # yes\n  q: [3] # no\n}\n",
      "/d/q",
      "d: {\n  x: 1 # yes\n}\n",
    ],
    [
      "a comment at the end of the line goes along",
      "a: 1\nb: 2 # two\nc: 3 # three\n",
      "/b",
      "a: 1\nc: 3 # three\n",
    ],
    [
      "comments directly above at the same indent go along",
      "a: 1\n# two\n# more\nb: 2\n# three\nc: 3\n",
      "/b",
      "a: 1\n# three\nc: 3\n",
    ],
    [
      "a comment behind a blank line stays",
      "a: 1\n# all\n\nb: 2\nc: 3\n",
      "/b",
      "a: 1\n# all\n\nc: 3\n",
    ],
    [
      "what paylint is told stays",
      "a: 1\n# paylint-disable-next-line x/y\nb: 2\nc: 3\n",
      "/b",
      "a: 1\n# paylint-disable-next-line x/y\nc: 3\n",
    ],
    [
      "comments in what is removed go along",
      "a: 1\nb: # x\n  # y\n  c: 1\n  # z\nd: 1\n",
      "/b",
      "a: 1\nd: 1\n",
    ],
    [
      "the first key of an item leaves its place behind the dash",
      "list:\n  - a: 1 # one\n    b: 2\n  - c: 3\n",
      "/list/0/a",
      "list:\n  - b: 2\n  - c: 3\n",
    ],
    ["a block of text goes with all its lines", "a: |\n  x\n\n  # y\nb: 2\n", "/a", "b: 2\n"],
    ["an item of a list goes", "a: 1\nlist:\n- 1\n- 2 # two\n", "/list/1", "a: 1\nlist:\n- 1\n"],
    ["the last line may lack its end", "a: 1\nb: 2", "/b", "a: 1\n"],
    [
      "a line of a text in brackets is no comment, whatever it looks like",
      'd: {\n  x: "a\n  # b",\n  q: 1,\n  y: 2 }\n',
      "/d/q",
      'd: {\n  x: "a\n  # b",\n  y: 2 }\n',
    ],
    [
      "a comma on the next line goes along",
      "d: {\n  q: 1,\n  x: 1\n  , y: 2 }\n",
      "/d/y",
      "d: {\n  q: 1,\n  x: 1\n   }\n",
    ],
    [
      "the comment of a line in brackets goes with the only key on it",
      "d: { q: 1, # q\n  x: 1 }\n",
      "/d/q",
      "d: {\n  x: 1 }\n",
    ],
    [
      "a map whose first key is in brackets is no map in brackets",
      "[a]: 1\nb: 2\nc: 3\n",
      "/b",
      "[a]: 1\nc: 3\n",
    ],
    ["Windows line ends stay", "a: 1\r\nb: 2 # x\r\nc: 3\r\n", "/b", "a: 1\r\nc: 3\r\n"],
    [
      "a key beside one that is given twice",
      "a: 1\na: 2\nb: 3\nc: 4\n",
      "/b",
      "a: 1\na: 2\nc: 4\n",
    ],
    [
      "a key beside a map that merges another",
      "a: &a { x: 1 }\no:\n  <<: *a\np:\n  x: 2\n  y: 1\n",
      "/p/x",
      "a: &a { x: 1 }\no:\n  <<: *a\np:\n  y: 1\n",
    ],
    [
      "the first key of an item in an item",
      "l:\n  - - a: 1\n      b: 2\n",
      "/l/0/0/a",
      "l:\n  - - b: 2\n",
    ],
    [
      "the first key of an item that is far behind its dash",
      "l:\n  -   a: 1\n      b: 2\n",
      "/l/0/a",
      "l:\n  -   b: 2\n",
    ],
    ["the first item of an item", "l:\n  - - 1\n    - 2\n", "/l/0/0", "l:\n  - - 2\n"],
    ["one of two blank lines", "a: 1\n\nb: 2\n\nc: 3\n", "/b", "a: 1\n\nc: 3\n"],
    [
      "one of two blank lines of Windows",
      "a: 1\r\n\r\nb: 2\r\n\r\nc: 3\r\n",
      "/b",
      "a: 1\r\n\r\nc: 3\r\n",
    ],
    ["one of two lines of blanks", "a: 1\n \t\nb: 2\n \nc: 3\n", "/b", "a: 1\n \t\nc: 3\n"],
    ["the blank lines behind the first key", "a: 1\n\nb: 2\n", "/a", "b: 2\n"],
    [
      "a blank line behind the first key where one is at the start",
      "\na: 1\n\nb: 2\n",
      "/a",
      "\nb: 2\n",
    ],
    [
      "no blank line where none is above",
      "x: 1\n\na: 1\nb: 2\n\nc: 3\n\n",
      "/b",
      "x: 1\n\na: 1\n\nc: 3\n\n",
    ],
    ["all blanks at the end", "a: 1\n\nb: 2\n\n  ", "/b", "a: 1\n\n"],
    [
      "a key of a text with a byte order mark",
      "\ufeffa: 1\nb: 2\nc: 3\n",
      "/b",
      "\ufeffa: 1\nc: 3\n",
    ],
    [
      "a comment, but none that paylint is told without a blank",
      "a: 1\n#paylint: ksnet\n# two\nb: 2\nc: 3\n",
      "/b",
      "a: 1\n#paylint: ksnet\nc: 3\n",
    ],
    [
      "a comment, but none that paylint is told behind blanks",
      "a: 1\n#  paylint: ksnet\n# two\nb: 2\nc: 3\n",
      "/b",
      "a: 1\n#  paylint: ksnet\nc: 3\n",
    ],
    ["a comment about such a comment", "a: 1\n# see # paylint\nb: 2\nc: 3\n", "/b", "a: 1\nc: 3\n"],
    [
      "the first of two keys on a line of their own in brackets",
      "d: {\n  q: 1, x: 1,\n  y: 2 }\n",
      "/d/q",
      "d: {\n  x: 1,\n  y: 2 }\n",
    ],
    [
      "an alias goes with the map that holds it",
      "x: &x 1\no:\n  a: *x\n  b: 1\nc: 1\n",
      "/o",
      "x: &x 1\nc: 1\n",
    ],
  ])("An edit of YAML removes: %s", (_title, text, path, expected) => {
    expect(edited(text, remove(path))).toBe(expected);
  });

  it.each([
    [
      "a key goes behind the last one, at its indent",
      "o:\n    a: 1\nx: 1\n",
      add("/o/k", 0),
      "o:\n    a: 1\n    k: 0\nx: 1\n",
    ],
    [
      "a key does not take the comment of the one before it",
      "a: 1 # won\n",
      add("/k", 0),
      "a: 1 # won\nk: 0\n",
    ],
    [
      "a key does not take a deeper comment either",
      "o:\n  a: 1\n    # of a\nb: 1\n",
      add("/o/k", 0),
      "o:\n  a: 1\n    # of a\n  k: 0\nb: 1\n",
    ],
    [
      "a key goes behind the last line, though that lacks its end",
      "a: 1\nb: 2 # b",
      add("/k", 0),
      "a: 1\nb: 2 # b\nk: 0",
    ],
    [
      "Windows line ends stay",
      "a: 1\r\nb: 2 # b\r\n",
      add("/k", 0),
      "a: 1\r\nb: 2 # b\r\nk: 0\r\n",
    ],
    [
      "Windows line ends stay behind deeper comments",
      "o:\r\n  a: 1\r\n    # of a\r\nb: 1\r\n",
      add("/o/k", 0),
      "o:\r\n  a: 1\r\n    # of a\r\n  k: 0\r\nb: 1\r\n",
    ],
    [
      "a key goes below a map whose first key is in brackets",
      "{ a: 1 }: 2\nb: 3\n",
      add("/k", 0),
      "{ a: 1 }: 2\nb: 3\nk: 0\n",
    ],
    ["a key in brackets has a comma before it", "{ a: 1 }\n", add("/k", "x"), "{ a: 1, k: x }\n"],
    ["a key in an empty map is its first", "o: {}\n", add("/o/k", 1), "o: { k: 1 }\n"],
    [
      "a key in brackets on lines takes no comment",
      "o: {\n  a: 1 # a\n}\n",
      add("/o/k", 1),
      "o: {\n  a: 1, # a\n  k: 1\n}\n",
    ],
    [
      "a key goes before a text that keeps the blank lines behind it",
      "a: 1\nb: |+\n  x\n\n",
      add("/k", 0),
      "a: 1\nk: 0\nb: |+\n  x\n\n",
    ],
    [
      "a key has the quotes of the last key alone",
      '"a": 1\nb: 2\n',
      add("/k", 0),
      '"a": 1\nb: 2\nk: 0\n',
    ],
    [
      "a text has the quotes of the last text",
      "a: 'x'\nb: \"y\"\nc: 1\n",
      add("/k", "z"),
      'a: \'x\'\nb: "y"\nc: 1\nk: "z"\n',
    ],
    [
      "a key in brackets goes before one that has a comment at the end of its line",
      "o: { a: 1, b: 2 # of b\n }\n",
      add("/o/k", 1),
      "o: { a: 1, k: 1, b: 2 # of b\n }\n",
    ],
    [
      "a key in brackets on lines has a line of its own",
      "o: {\n  a: 1\n}\n",
      add("/o/k", 1),
      "o: {\n  a: 1,\n  k: 1\n}\n",
    ],
    [
      "a key goes before comments at its own indent",
      "o:\n  a: 1\n  # end of o\nb: 1\n",
      add("/o/k", 0),
      "o:\n  a: 1\n  k: 0\n  # end of o\nb: 1\n",
    ],
    [
      "a last comma stays the last",
      "o: {\n  a: 1, # a\n}\n",
      add("/o/k", 1),
      "o: {\n  a: 1, # a\n  k: 1,\n}\n",
    ],
    [
      "keys and texts have the quotes of those around",
      `"a": 'x'\n`,
      add("/k", "it's"),
      `"a": 'x'\n"k": 'it''s'\n`,
    ],
    [
      "a key behind one on a line of its own, though others are not",
      "o: { a: 1,\n  b: 2 }\n",
      add("/o/k", 1),
      "o: { a: 1,\n  b: 2,\n  k: 1 }\n",
    ],
    [
      "a key behind one that has no line of its own",
      "o: {\n  a: 1, b: 2\n}\n",
      add("/o/k", 1),
      "o: {\n  a: 1, b: 2, k: 1\n}\n",
    ],
    [
      "a key to an empty map of two lines",
      "o: {\n}\nb: 1\n",
      add("/o/k", 1),
      "o: { k: 1 }\nb: 1\n",
    ],
    [
      "a key to an item that is far behind its dash",
      "l:\n  -   a: 1\n",
      add("/l/0/k", 1),
      "l:\n  -   a: 1\n      k: 1\n",
    ],
    ["a text that means something else is quoted", "a: 1\n", add("/k", "yes"), 'a: 1\nk: "yes"\n'],
    [
      "an item of a list has keys in a column",
      "l:\n  - a: 1\n  - b: 1\n",
      add("/l/0/k", 1),
      "l:\n  - a: 1\n    k: 1\n  - b: 1\n",
    ],
  ])("An edit of YAML adds: %s", (_title, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });

  it.each([
    ["a number in quotes becomes a number", 'a: "64000" # won\n', 64000, "a: 64000 # won\n"],
    ["a text without quotes gets none", "a: one\n", "two words", "a: two words\n"],
    ["digits get the quotes that make them text", "a: 123-45\n", "12345", 'a: "12345"\n'],
    ["single quotes stay", "a: '123-45'\n", "12345", "a: '12345'\n"],
    ["nothing becomes something", "a: # none\n", 1, "a: 1 # none\n"],
    [
      "a value behind a comment with marks becomes another",
      "a: # R&D!\n  1\nb: 1\n",
      2,
      "a: # R&D!\n  2\nb: 1\n",
    ],
    ["a block of text becomes a line", "a: >-\n  x\n  y\n\nb: 1\n", "z", "a: z\n\nb: 1\n"],
  ])("An edit of YAML replaces: %s", (_title, text, value, expected) => {
    const after = edited(/\nb:|# none/.test(text) ? text : `${text}z: 1\n`, replace("/a", value));
    expect(after).toBe(/\nb:|# none/.test(expected) ? expected : `${expected}z: 1\n`);
  });

  it.each([
    ["an alias", "x: &x 1\na: *x\n", replace("/a", 2)],
    ["what an alias refers to", "x: &x 1\na: *x\n", replace("/x", 2)],
    ["what holds such a thing", "o:\n  x: &x 1\na: *x\n", remove("/o")],
    ["a merged key", "base: &b { x: 1 }\no:\n  <<: *b\n  y: 1\n", replace("/o/x", 2)],
    [
      "a key that hides a merged one",
      "base: &b { x: 1 }\no:\n  <<: *b\n  x: 2\n  y: 1\n",
      remove("/o/x"),
    ],
    [
      "a key that hides one merged under a key in quotes",
      'base: &b { x: 1 }\no:\n  "<<": *b\n  x: 2\n  y: 1\n',
      remove("/o/x"),
    ],
    [
      "a key that hides one merged under a key with a blank behind it",
      "base: &b { x: 1 }\no:\n  << : *b\n  x: 2\n  y: 1\n",
      remove("/o/x"),
    ],
    ["an item below its dash", "l:\n  -\n    1\n  - 2\n", remove("/l/0")],
    ["a complex key in an item", "l:\n  - ? a\n    : 1\n    b: 2\n", remove("/l/0/a")],
    ["the only key of a payload in brackets", "{ a: 1 }\n", remove("/a")],
    ["a map that only merges", "base: &b { x: 1 }\no:\n  <<: *b\n", add("/o/k", 1)],
    ["a map in brackets with a bracket in its comment", "o: { #{\n}\nb: 1\n", add("/o/k", 1)],
    ["a map of a complex key", "? a\n: 1\n", add("/k", 1)],
    ["a map whose last comma has its own line", "o: {\n  a: 1\n  ,\n}\n", add("/o/k", 1)],
    ["the later of two equal keys", "a: 1\na: 2\nb: 1\n", remove("/a")],
    ["a value with a tag", "a: !!str 1\nb: 1\n", replace("/a", 2)],
    ["a value with an anchor", "a: &x 1\nb: 1\n", replace("/a", 2)],
    ["an item with a tag", "l:\n  - !!str 1\n  - 2\n", replace("/l/0", 2)],
    ["an item with an anchor", "l:\n  - &x 1\n  - 2\n", replace("/l/0", 2)],
    ["a complex key", "? a\n: 1\nb: 1\n", remove("/a")],
    ["the only key of the payload", "a: 1\n", remove("/a")],
    ["a pair without braces in a list", "l: [a: 1, b: 2]\n", add("/l/0/k", 1)],
    ["a pair without braces in a list on lines", "l: [\n  a: 1\n  , b: 2 ]\n", add("/l/0/k", 1)],
    ["a value with a tag of its own", "a: !env X\nb: 1\n", remove("/a")],
    ["a key in brackets without a value", "{ a, b: 1 }\n", replace("/a", 1)],
    ["a complex key without a value", "? a\nb: 1\n", replace("/a", 1)],
    ["what is not there", "a: 1\n", replace("/b", 1)],
    ["a map in brackets that holds a comment alone", "o: { # none\n}\nb: 1\n", add("/o/k", 1)],
    ["a block of text with a comment behind its mark", "a: | # c\n  x\nb: 1\n", replace("/a", 1)],
    ["what is there already", "a: 1\n", add("/a", 1)],
    [
      "a key in brackets with a comment before its comma",
      "d: {\n  q: 1 # c\n  , x: 1 }\n",
      remove("/d/q"),
    ],
    ["a list", "l:\n  - 1\nb: 1\n", add("/l/k", 1)],
    ["a list of maps", "l:\n  - a: 1\nb: 1\n", add("/l/k", 1)],
    ["a text", "a: x\nb: 1\n", add("/a/k", 1)],
    ["nothing", "a:\nb: 1\n", add("/a/k", 1)],
    ["a text of braces", 'a: "{}"\nb: 1\n', add("/a/k", 1)],
    ["a map that replaces nothing of the kind", "a:\n  b: 1\n", replace("/a", 1)],
  ])("An edit of YAML is refused for %s", (_title, text, edit) => {
    expect(edited(text, edit)).toBe(undefined);
  });
});

describe("A text is put into YAML", () => {
  it.each([
    "true",
    "False",
    "null",
    "yes",
    "No",
    "on",
    "OFF",
    "y",
    "n",
    "~",
    "1",
    "-a",
    "a: b",
    "a #b",
    "",
    " a",
    "a ",
    "2024-01-01",
    "a\tb",
    "@a",
    "a:",
  ])("A text is put into YAML in quotes where it would be something else without: %j", (value) => {
    expect(edited("a: x\nb: 1\n", replace("/a", value))).toBe(
      `a: ${JSON.stringify(value)}\nb: 1\n`,
    );
  });
  it.each(["yesterday", "none", "on_line", "a b", "a:b", "a.b/c@d+e-f", "/done", "_x", "가 나"])(
    "without quotes where it means itself: %s",
    (value) => {
      expect(edited("a: x\nb: 1\n", replace("/a", value))).toBe(`a: ${value}\nb: 1\n`);
    },
  );
  it("A text is put into YAML in the single quotes that are there, unless it needs others", () => {
    expect(edited("a: 'x'\nb: 1\n", replace("/a", "it's"))).toBe("a: 'it''s'\nb: 1\n");
    expect(edited("a: 'x'\nb: 1\n", replace("/a", "a\nb"))).toBe('a: "a\\nb"\nb: 1\n');
    expect(edited("a: 'x'\nb: 1\n", replace("/a", "a\u00a0b"))).toBe('a: "a\u00a0b"\nb: 1\n');
  });
});

describe("A byte order mark stays", () => {
  it.each([
    [remove("/a"), "\ufeffa: 1\nb: 2\n", "\ufeffb: 2\n"],
    [remove("/a"), "\ufeff# c\na: 1\nb: 2\n", "\ufeffb: 2\n"],
    [add("/k", 1), "\ufeffa: 1\n", "\ufeffa: 1\nk: 1\n"],
    [replace("/a", 2), "\ufeffa: 1\nb: 2\n", "\ufeffa: 2\nb: 2\n"],
  ])("A byte order mark stays: %j", (edit, text, expected) => {
    expect(edited(text, edit)).toBe(expected);
  });
});

describe("What is behind a removed key stays", () => {
  it.each([
    ["comments at its own indent", "a: 1\nb:\n  c: 1\n# all\nd: 1\n", "/b", "a: 1\n# all\nd: 1\n"],
    [
      "comments behind deeper ones",
      "a: 1\nb: 1\n  # b\n# all\nd: 1\n",
      "/b",
      "a: 1\n# all\nd: 1\n",
    ],
    [
      "blank lines, unless the text before keeps them",
      "a: |+\n  x\nb: 1\n\nc: 1\n",
      "/b",
      "a: |+\n  x\nc: 1\n",
    ],
    [
      "blank lines, unless an indented text before keeps them",
      "a: |2+\n  x\nb: 1\n\nc: 1\n",
      "/b",
      "a: |2+\n  x\nc: 1\n",
    ],
    [
      "blank lines behind a text that keeps none",
      "a: |\n  x\nb: 1\n\nc: 1\n",
      "/b",
      "a: |\n  x\n\nc: 1\n",
    ],
    [
      "the comment of them all in brackets",
      "d: { x: 1, y: 2, # all\n  z: 3 }\n",
      "/d/y",
      "d: { x: 1, # all\n  z: 3 }\n",
    ],
  ])("What is behind a removed key stays: %s", (_title, text, path, expected) => {
    expect(edited(text, remove(path))).toBe(expected);
  });
});

describe("A value in brackets is replaced", () => {
  it.each([
    ["a number", "o: { a: 1, b: 2 }\n", "/o/a", "o: { a: 7, b: 2 }\n"],
    ["nothing", "o: { a: ~, b: 2 }\n", "/o/a", "o: { a: 7, b: 2 }\n"],
    ["null", "o: { a: null, b: 2 }\n", "/o/a", "o: { a: 7, b: 2 }\n"],
    ["an item", "l: [1, 2]\n", "/l/1", "l: [1, 7]\n"],
    ["an item below a mark", "l:\n  - x!\n  - 2\n", "/l/1", "l:\n  - x!\n  - 7\n"],
    ["an item of dashes", "l:\n  - 1\n  - 2\n", "/l/0", "l:\n  - 7\n  - 2\n"],
    ["what is deeper", "l: [{ a: [1] }]\nb: 1\n", "/l/0/a/0", "l: [{ a: [7] }]\nb: 1\n"],
  ])("A value in brackets is replaced: %s", (_title, text, path, expected) => {
    expect(edited(text, replace(path, 7))).toBe(expected);
  });
});

describe("The earlier of two equal keys of YAML", () => {
  const earlierOut = (text: string, ...keys: readonly string[]) => {
    const payload = payloadOf(text);
    const holder = keys
      .slice(0, -1)
      .reduce<Located | undefined>((at, key) => at?.children.get(key), payload);
    const earlier = holder?.duplicateKeys[0]?.earlier;
    if (!earlier) throw new Error(`no key is given twice: ${text}`);
    const edits = removalOfEarlierLine(earlier as [number, number], keys, payload, text);
    return edits && applyEdits(text, [edits]).text;
  };
  it.each([
    ["goes with its line", "a: 1\nx: 1\nx: 2\n", ["x"], "a: 1\nx: 2\n"],
    ["goes with the comment on its line", "x: 1 # old\nb: 1\nx: 2\n", ["x"], "b: 1\nx: 2\n"],
    [
      "goes with the comments directly above it",
      "a: 1\n# old\n# older\nx: 1\nx: 2\n",
      ["x"],
      "a: 1\nx: 2\n",
    ],
    ["goes with the comments at the start", "# old\nx: 1\nx: 2\n", ["x"], "x: 2\n"],
    [
      "leaves a comment that a blank line parts from it",
      "# all\n\nx: 1\nx: 2\n",
      ["x"],
      "# all\n\nx: 2\n",
    ],
    [
      "leaves what paylint is told",
      "# paylint: ksnet\nx: 1\nx: 2\n",
      ["x"],
      "# paylint: ksnet\nx: 2\n",
    ],
    [
      "leaves what paylint is told without a blank",
      "a: 1\n#paylint: ksnet\n# old\nx: 1\nx: 2\n",
      ["x"],
      "a: 1\n#paylint: ksnet\nx: 2\n",
    ],
    [
      "leaves what paylint is told behind blanks",
      "#  paylint: ksnet\nx: 1\nx: 2\n",
      ["x"],
      "#  paylint: ksnet\nx: 2\n",
    ],
    ["leaves a key with a comment above it", "a: 1 # a\nx: 1\nx: 2\n", ["x"], "a: 1 # a\nx: 2\n"],
    ["goes where an anchor is beside it", "a: &a 1\nx: 1\nx: 2\n", ["x"], "a: &a 1\nx: 2\n"],
    [
      "goes out of a text that lacks its last line end",
      "o:\n  x: 1\n  x: 2",
      ["o", "x"],
      "o:\n  x: 2",
    ],
    ["goes with all its lines", "x:\n  b: 1\n  c: 2\nx: 2\n", ["x"], "x: 2\n"],
    ["goes out of a map below", "o:\n  x: 1\n  x: 2\n", ["o", "x"], "o:\n  x: 2\n"],
    ["stays in brackets", "{\n  x: 1,\n  x: 2\n}\n", ["x"], undefined],
    ["stays in brackets on lines of its own", "{\n  x: 1\n  , x: 2\n}\n", ["x"], undefined],
    ["stays behind the dash of a list", "l:\n  - x: 1\n    x: 2\n", ["l", "0", "x"], undefined],
    ["stays where an anchor is in it", "x: &a 1\nx: 2\n", ["x"], undefined],
    ["stays in what an alias refers to", "o: &o\n  x: 1\n  x: 2\np: *o\n", ["o", "x"], undefined],
  ])("The earlier of two equal keys of YAML: %s", (_title, text, keys, expected) => {
    expect(earlierOut(text, ...keys)).toBe(expected);
  });
});

/** What a value is once it is edited. */
function editedValue(value: unknown, { op, path, value: put }: Edit): unknown {
  const copy = structuredClone(value);
  const keys = path.split("/").slice(1);
  const holders: (Record<string, unknown> | unknown[])[] = [copy as Record<string, unknown>];
  for (const key of keys.slice(0, -1)) holders.push((holders.at(-1) as never)[key]);
  let key = keys.at(-1) as string;
  if (op !== "remove") {
    (holders.at(-1) as Record<string, unknown>)[key] = put;
    return copy;
  }
  // Nothing is left empty.
  while (holders.length > 1 && Object.keys(holders.at(-1) as object).length === 1) {
    holders.pop();
    key = keys[holders.length - 1] as string;
  }
  const holder = holders.at(-1) as Record<string, unknown> | unknown[];
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

/** Pointer of what a removal takes out. */
function removedAt(value: unknown, path: string): string {
  const keys = path.split("/").slice(1);
  for (;;) {
    const parents = keys.slice(0, -1);
    let holder = value;
    for (const key of parents) holder = (holder as Record<string, unknown>)[key];
    if (parents.length === 0 || Object.keys(holder as object).length > 1)
      return `/${keys.join("/")}`;
    keys.pop();
  }
}

function* pointersIn(value: unknown, at = ""): Generator<{ path: string; value: unknown }> {
  if (at !== "") yield { path: at, value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, below] of Object.entries(value)) yield* pointersIn(below, `${at}/${key}`);
}

const puts = [
  1,
  -2.5,
  true,
  null,
  "text",
  "two words",
  "a: b",
  "yes",
  "2024-01-01",
  "# x",
  "",
  "it's",
  '"',
  "가나다",
  "x\ny",
  [1, "a"],
  { a: { b: "c, d" } },
];

describe("Edits of generated YAML with comments everywhere", () => {
  const cases = fc.record({
    document: commentedDocuments,
    op: fc.constantFrom("remove", "add", "replace"),
    pick: fc.nat(),
    put: fc.constantFrom(...puts),
  });
  const commentsIn = (text: string) =>
    (text.match(/# c\d+/g) ?? []).map((one) => Number(one.slice(3)));

  it("Edits of generated YAML give exactly the edited value, keep all other comments, and are not made twice", () => {
    let made = 0;
    let asked = 0;
    fc.assert(
      fc.property(cases, ({ document: { text, owners }, op, pick, put }) => {
        const before = payloadOf(text).value;
        expect(before).toEqual(parseAllDocuments(text)[0]?.toJS());
        const isMap = (value: unknown) =>
          typeof value === "object" && value !== null && !Array.isArray(value);
        const pointers = [...pointersIn(before)].filter(({ value }) =>
          op === "remove"
            ? true
            : op === "add"
              ? isMap(value)
              : typeof value !== "object" || value === null,
        );
        const at = pointers[pick % pointers.length];
        if (!at) return;
        const edit: Edit = {
          op: op as Edit["op"],
          path: op === "add" ? `${at.path}/new` : at.path,
          ...(op !== "remove" && { value: put }),
        };
        asked++;
        const after = edited(text, edit);
        if (after === undefined) return;
        made++;
        const { errors, payloads } = readYaml(after, options);
        expect(errors).toEqual([]);
        expect(payloads[0]?.payload.value).toEqual(editedValue(before, edit));
        expect(payloads.slice(1).map(({ payload }) => payload.value)).toEqual(
          readYaml(text, options)
            .payloads.slice(1)
            .map(({ payload }) => payload.value),
        );
        // Another reader sees the same.
        expect(parseAllDocuments(after)[0]?.toJS()).toEqual(editedValue(before, edit));
        const gone = op === "remove" ? removedAt(before, edit.path) : undefined;
        const isGone = (owner: string | undefined) =>
          gone !== undefined &&
          owner !== undefined &&
          (owner === gone || owner.startsWith(`${gone}/`));
        const kept = new Set(commentsIn(after));
        for (const id of commentsIn(text)) if (!isGone(owners[id])) expect(kept).toContain(id);
        expect(after).not.toMatch(/, *[}\]]|\{ +\}/);
        if (op === "add") expect(edited(after, edit)).toBe(undefined);
        if (op === "replace") expect(edited(after, edit) ?? after).toBe(after);
      }),
      { numRuns: 500 },
    );
    expect(made / asked).toBeGreaterThan(0.85);
  });
});
