import { describe, expect, it } from "vitest";
import { endingOf, formatOf, unknownEnding } from "../../../dist/extract/formats.js";
import { guessEnding, guessSample } from "../../../dist/extract/guessFormat.js";

describe("A language that payments are written in and that nothing reads is named", () => {
  it.each([
    [".dart", "Dart"],
    [".kt", "Kotlin"],
    [".kts", "Kotlin"],
    [".swift", "Swift"],
    [".m", "Objective-C"],
    [".go", "Go"],
    [".rb", "Ruby"],
    [".cs", "C#"],
    [".rs", "Rust"],
    [".scala", "Scala"],
    [".groovy", "Groovy"],
  ])(
    "A language that payments are written in and that nothing reads is named: %s",
    (ending, language) => {
      expect(unknownEnding(ending).en).toContain(`does not read ${language} (${ending})`);
      expect(unknownEnding(ending).ko).toContain(language);
    },
  );
  it.each([".zip", ".constructor", ""])(
    "A language that payments are written in and that nothing reads is named, but not by the ending %j",
    (ending) => {
      const { en, ko } = unknownEnding(ending);
      expect(en).toContain(`${ending || "a name without an ending"} is not a format`);
      expect(ko).toContain(ending || "확장자 없음");
    },
  );
});

describe("The ending of a name is known", () => {
  it.each([
    ["a.js", ".js"],
    ["a.b.TS", ".ts"],
    ["a.b/c", ""],
    ["a/b.vue", ".vue"],
    ["a.b\\c", ""],
    ["a\\b.vue", ".vue"],
    [".env", ""],
    ["a/.env", ""],
    ["a", ""],
  ])("The ending of a name is known: %s", (name, ending) => {
    expect(endingOf(name)).toBe(ending);
  });
});

describe("Each ending has its reader", () => {
  it.each([
    ..."js,jsx,mjs,cjs,ts,tsx,mts,cts,html,htm,vue,svelte,md,mdx,jsp,php,ejs,java,py,sh,bash,http,rest,json,jsonc,json5,yaml,yml,ndjson,jsonl".split(
      ",",
    ),
  ])(".%s", (ending) => {
    expect(formatOf(`.${ending}`)).toBeDefined();
  });
  it("Each ending has its reader, and another has none", () => {
    expect(formatOf(".zip")).toBeUndefined();
  });
});

describe("What a text without a name is, is guessed", () => {
  it.each([
    ["<?php echo 1;", ".php"],
    ["<% out.print(1); %>", ".jsp"],
    ["\n  <p>", ".html"],
    ["a\n```\nb\n```", ".md"],
    ["a\n~~~\nb\n~~~", ".md"],
    ["IMP.request_pay({})", ".js"],
    ["f = (a) => a", ".js"],
    ["x = function () {}", ".js"],
    ["await f()", ".js"],
    ["const a = 1", ".js"],
    ["export default 1", ".js"],
    [`import "a"`, ".js"],
    ["let a = 1", ".js"],
    ["var a = 1", ".js"],
    [`{ "a": "b.c(" }`, ".json"],
    [`[1, "a.b("]`, ".json"],
    ["{ // a.b(\n}", ".json"],
    ["{ /* a.b( */ }", ".json"],
    ["#!/bin/sh\na", ".sh"],
    ["curl https://a.example", ".sh"],
    ["  $ curl https://a.example", ".sh"],
    ...["DELETE", "GET", "PATCH", "POST", "PUT"].map((verb) => [`${verb} /a`, ".http"]),
    ["HEAD /a", ".yaml"],
    ["a: 1", ".yaml"],
    [`{ "a": 1 }\n{ "a": 2 }`, ".ndjson"],
    [`{ "a": 1 }`, ".json"],
    [`{\n"a": 1 }`, ".json"],
    ["a: 1 ```", ".yaml"],
    ["{ ", ".json"],
    ["a: 1 # we let it be", ".yaml"],
    ["a: 1 # a curl command", ".yaml"],
    ["a: 1 #! b", ".yaml"],
    ["a: GET /b", ".yaml"],
    ["POST it", ".http"],
    ["POST ", ".yaml"],
    [`{"a": 1}\n \n{"a": 2}\n`, ".ndjson"],
    [`{"a": 1}\n \n`, ".json"],
    [`{"a":\n1}`, ".json"],
  ])("What a text without a name is, is guessed: %j", (text, ending) => {
    expect(guessEnding(text as string)).toBe(ending);
  });

  it.each<(string | undefined)[]>([
    ["curl https://a.example", "sh"],
    ["$ curl -X POST", "sh"],
    ["% curl http://a", "sh"],
    ["> curl.exe -d a", "sh"],
    ["# curl 'https://a'", "sh"],
    [`curl "https://a"`, "sh"],
    ["curl $HOST", "sh"],
    ["curl \\\n -d a", "sh"],
    ["curl ^\n -d a", "sh"],
    ["curl `\n -d a", "sh"],
    ["curl is a command", undefined],
    ["curly -d", undefined],
    ...["GET", "POST", "PUT", "PATCH", "DELETE"].map((verb) => [`${verb} /a`, "http"]),
    ["GET https://a", "http"],
    ["GET http://a", "http"],
    ["GET {{host}}/a", "http"],
    ["GET /a HTTP/1.1", "http"],
    ["  GET /a  \r", "http"],
    ["GET /a and then", undefined],
    ["GET a", undefined],
    ["HEAD /a", undefined],
    [`{ "a": 1 }`, "json"],
    ["[{}]", "json"],
    ["[]", "json"],
    ["{ // a\n}", "json"],
    ["{ /* a */ }", "json"],
    ["{ a }", undefined],
    ["a { }", undefined],
    ["a{ }", undefined],
    [" \n{ }", "json"],
  ])("What a text without a name is, is guessed of a block in a document: %j", (code, language) => {
    expect(guessSample(code as string)).toBe(language);
  });
});
