import { describe, expect, it } from "vitest";
import { fencesIn } from "../../../dist/extract/fences.js";
import { serverLanguageOf, serverLanguagesIn } from "../../../dist/extract/serverFences.js";

/** The blocks of a text: their languages and their code. */
const blocks = (text: string) => [...fencesIn(text)].map(({ language, code }) => [language, code]);

describe("The blocks of code in a document are found", () => {
  it.each<[name: string, text: string, ...blocks: [string, string][]]>([
    ["with a language", "a\n```js\nb\nc\n```\nd", ["js", "b\nc\n"]],
    ["without a language", "```\nb\n```\n", ["", "b\n"]],
    ["of waves", "~~~ts\nb\n~~~\n", ["ts", "b\n"]],
    [
      "with a language in capital letters and more words",
      "``` JavaScript title=x\nb\n```",
      ["javascript", "b\n"],
    ],
    ["with a language in braces", "```{.js #id}\nb\n```", ["js", "b\n"]],
    [
      "with a language that has signs in it",
      "```c++\nb\n```\n```c#\n```\n```shell-session\n```",
      ["c++", "b\n"],
      ["c#", ""],
      ["shell-session", ""],
    ],
    [
      "of longer marks, which shorter ones do not close",
      "````js\n```\nb\n````",
      ["js", "```\nb\n"],
    ],
    ["which longer marks close", "```js\nb\n`````\nc", ["js", "b\n"]],
    ["which the other marks do not close", "```js\n~~~\nb\n```", ["js", "~~~\nb\n"]],
    [
      "which marks with words behind them do not close",
      "```js\nb\n``` x\nc\n```",
      ["js", "b\n``` x\nc\n"],
    ],
    ["which marks behind a word do not close", "```js\nb ```\nc\n```", ["js", "b ```\nc\n"]],
    ["behind an empty line", "\n```js\nb\n```", ["js", "b\n"]],
    ["which nothing closes", "```js\nb\nc", ["js", "b\nc"]],
    ["one behind the other", "```js\na\n```\n```ts\nb\n```", ["js", "a\n"], ["ts", "b\n"]],
    ["in the line ends of Windows", "```js\r\nb\r\n```\r\nc", ["js", "b\r\n"]],
    [
      "in items of lists",
      "- ```js\n  b\n  ```\n1. ```ts\n   c\n   ```\n2) ~~~py\n   d\n   ~~~",
      ["js", "  b\n"],
      ["ts", "   c\n"],
      ["py", "   d\n"],
    ],
    ["in a quotation, whose marks are blanks", "> ```js\n> b\n> ```\n", ["js", "  b\n"]],
    ["in a quotation of a quotation", "> > ```js\n> > a > b\n> > ```\n", ["js", "    a > b\n"]],
    ["in a quotation that ends", "> ```js\n> b\nc\n", ["js", "  b\n"]],
    ["in a quotation that has fewer marks then", "> > ```js\n> > b\n> c\n", ["js", "    b\n"]],
    ["that holds marks of quotations", "```js\n> b\n```", ["js", "> b\n"]],
  ])("The blocks of code in a document are found %s", (_name, text, ...found) => {
    expect(blocks(text)).toEqual(found);
  });
  it.each([
    ["two marks", "``js\nb\n``"],
    ["marks within a line", "a ```js\nb"],
    ["marks that are closed on their line", "```js``` b"],
    ["nothing", ""],
  ])("No block of code begins with %s", (_name, text) => {
    expect(blocks(text)).toEqual([]);
  });
  it("The place of a block of code is that of its code", () => {
    const text = "a\n> ```js\n> b\n> ```\n";
    const [fence] = fencesIn(text);
    expect(text.slice(...(fence?.span ?? [0, 0]))).toBe("> b\n");
  });
});

describe("The languages of server code in a document are known", () => {
  it.each([
    ["java", "java"],
    ["python", "python"],
    ["python3", "python"],
    ["py", "python"],
    ["js", undefined],
    ["toString", undefined],
  ])("The block %s holds server code of %s", (name, language) => {
    expect(serverLanguageOf(name)).toBe(language);
  });
  it.each([
    ["```java\n", ["java"]],
    ["~~~ Python\n", ["python"]],
    ["```{.py}\n", ["python"]],
    ["```java\n```\n```python3\n", ["java", "python"]],
    ["```javascript\n", []],
    ["```java-x\n", []],
    ["``java\n", []],
    ["java", []],
  ])("The document %j may have server code of %j", (text, languages) => {
    expect([...serverLanguagesIn(text as string)]).toEqual(languages);
  });
});
