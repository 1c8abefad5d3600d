import { describe, expect, it } from "vitest";
import { templateLetter } from "../../../src/extract/javascript/folding/templateText.js";
import { withoutDollars, withoutTemplates } from "../../../src/extract/templates.js";

/** A text with `v` for what is a value, and `_` for what only decides about what is around it. */
function masked(text: string, ending: string): string {
  const { text: bare, controls } = withoutTemplates(text, ending);
  const letters = [...bare.replaceAll(templateLetter, "v")];
  for (const [start, end] of controls) letters.fill("_", start, end);
  return letters.join("");
}
const value = (text: string) => "v".repeat(text.length);
const control = (text: string) => "_".repeat(text.length);

const pages = [".php", ".phtml", ".jsp", ".jspx", ".ejs", ".erb", ".asp", ".aspx"];
const documents = [".html", ".htm", ".md", ".mdx"];

describe("What a page's own language puts there is a value", () => {
  it.each([
    ...[".php", ".phtml"].flatMap((ending) => [
      ["<?= $a ?>", ending],
      ["<?php echo $a; ?>", ending],
      ["<?php print($a) ?>", ending],
      ["<?php printf('%d', $a) ?>", ending],
    ]),
    ...[...pages.slice(2), ...documents].flatMap((ending) => [
      ["<%= a %>", ending],
      ["<%- a %>", ending],
    ]),
    ...[".jsp", ".jspx"].flatMap((ending) => [
      ["${a.b}", ending],
      ["#{a.b}", ending],
      [`<c:out value="a"/>`, ending],
      [`<fmt:formatNumber value="1"/>`, ending],
      [`<s:property value="a"/>`, ending],
      [`<spring:theme code="a"/>`, ending],
      [`<fmt:message key="a"/>`, ending],
    ]),
    ["@json($a)", ".php"],
    ["@json(f($a))", ".php"],
    ["{!! $a !!}", ".php"],
    ["{{ $a }}", ".php"],
    ["{{ a }}", ".html"],
    ["{{{ a }}}", ".html"],
    ["{{~ a }}", ".js"],
    ["{{ elsewhere }}", ".html"],
    ["/*[[${a}]]*/ 'b'", ".html"],
    [`/*[[\${a}]]*/ "b"`, ".js"],
    ["/*[[${a}]]*/ 100", ".html"],
    ["/*[[${a}]]*/ [1]", ".html"],
    ["/*[[${a}]]*/ {b: 1}", ".html"],
    ["/*[[${a}]]*/", ".html"],
    ["[[${a}]]", ".html"],
    ["[(${a})]", ".html"],
    ["[[#{a}]]", ".html"],
    ["[[*{a}]]", ".html"],
    ["[[@{/a}]]", ".html"],
    ["[[~{a}]]", ".html"],
  ])("%s is a value in a file that ends in %s", (stretch, ending) => {
    expect(masked(`a = ${stretch};`, ending as string)).toBe(`a = ${value(stretch as string)};`);
  });
});

describe("What a page's own language decides is none of its text", () => {
  it.each([
    ...[".php", ".phtml"].flatMap((ending) => [
      ["<?php if ($a): ?>", ending],
      ["<? endif ?>", ending],
      ["<?php echoes($a) ?>", ending],
    ]),
    ...[...pages.slice(2), ...documents].flatMap((ending) => [
      ["<% if (a) { %>", ending],
      ["<%-- a --%>", ending],
      ["<%@ page a %>", ending],
    ]),
    ...[".jsp", ".jspx"].flatMap((ending) => [
      [`<c:if test="a">`, ending],
      ["</c:if>", ending],
      ["<c:outer>", ending],
    ]),
    ...[
      "@auth",
      "@can('a')",
      "@else",
      "@elseif ($a)",
      "@empty($a)",
      "@endif",
      "@endforeach",
      "@error('a')",
      "@for ($i = 0; $i < count($a); $i++)",
      "@foreach ($a as $b)",
      "@guest",
      "@if($a)",
      "@isset($a)",
      "@php",
      "@unless($a)",
    ].map((stretch) => [stretch, ".php"]),
    ...[
      "{% if a %}",
      "{{#if a}}",
      "{{/if}}",
      "{{^a}}",
      "{{!-- a --}}",
      "{{>a}}",
      "{{else}}",
      "{{~#if a}}",
      "{{~else}}",
    ].flatMap((stretch) => [
      [stretch, ".html"],
      [stretch, ".js"],
    ]),
  ])("%s only decides in a file that ends in %s", (stretch, ending) => {
    expect(masked(`a ${stretch} b`, ending as string)).toBe(`a ${control(stretch as string)} b`);
  });
  it("The lines of what only decides stay", () => {
    expect(withoutTemplates("a<?php\nif ?>b", ".php").text).toBe("a     \n     b");
  });
});

describe("What is of no page's language stays", () => {
  it.each([
    ["<?= $a ?>", ".html"],
    ["<?= $a ?>", ".jsp"],
    ["<%= a %>", ".php"],
    ["<%= a %>", ".js"],
    ["${a}", ".html"],
    ["${a}", ".php"],
    ["<c:out/>", ".html"],
    ["@json($a)", ".html"],
    ["@if($a)", ".jsp"],
    ["b@if.example", ".php"],
    ["@iffy", ".php"],
    ["{{ a", ".html"],
    ["<% a", ".html"],
    ["{!! a", ".php"],
    ["/*[[ a */", ".html"],
    ["[[1, 2]]", ".html"],
    ["{ { a } }", ".html"],
  ])("%s stays in a file that ends in %s", (text, ending) => {
    expect(withoutTemplates(text, ending)).toEqual({ text, controls: [] });
  });
  it("Code of PHP that nothing closes goes on to the end", () => {
    expect(masked("a <?php if (1) {", ".php")).toBe(`a ${control("<?php if (1) {")}`);
  });
  it("Several stretches of a text are found, and what is between them stays", () => {
    expect(masked("{{a}}-{{b}}{% c %}+<?= 1 ?>", ".php")).toBe("vvvvv-vvvvv_______+vvvvvvvv");
  });
  it("What dollars put there is a value where it is asked for", () => {
    const bare = withoutDollars("a${b}c${d.e}f${").replaceAll(templateLetter, "v");
    expect(bare).toBe("avvvvcvvvvvvf${");
  });
});
