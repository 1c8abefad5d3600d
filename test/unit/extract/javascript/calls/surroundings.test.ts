import { describe, expect, it } from "vitest";
import {
  isClientModule,
  isOfBrowser,
} from "../../../../../src/extract/javascript/calls/surroundings.js";
import type { FoldingTools } from "../../../../../src/extract/javascript/folding/foldingTools.js";

/** A program of a text, as far as its surroundings are asked for. */
const program = (text: string, more: { isSample?: boolean; isTemplate?: boolean } = {}) =>
  ({ context: { text, ...more } }) as unknown as FoldingTools;

const ofPage = "window.location.reload();";

describe("A program is one that a browser runs", () => {
  it.each([
    "<button onClick={pay} />",
    `document.querySelector("#a")`,
    `document.getElementById("a")`,
    `document.addEventListener("a", f)`,
    "localStorage.getItem(1)",
    ofPage,
    `"use client"`,
    `// a\n/* b */ 'use client'`,
  ])("A program is one that a browser runs by %j", (text) => {
    expect(isOfBrowser(program(text))).toBe(true);
    expect(isOfBrowser(program(text, { isSample: true }))).toBe(false);
  });
  it("A program is one that a browser runs as a page's script", () => {
    expect(isOfBrowser(program("pay()", { isTemplate: true }))).toBe(true);
  });
  it.each(["pay()", "document.title", "window.open()", "onclick={pay}", `f(); "use client"`])(
    "but not by %j",
    (text) => {
      expect(isOfBrowser(program(text))).toBe(false);
    },
  );

  it.each([
    `"use server"`,
    "'use server'",
    ..."ServerSideProps,StaticProps,InitialProps".split(",").map((name) => `get${name}`),
    ..."node:fs,node:fs/promises,express,fastify,koa,fs,http,https,crypto,next/server,next/headers,@nestjs/common"
      .split(",")
      .flatMap((module) => [`require("${module}")`, `import a from '${module}'`]),
    "module.exports = a",
    ..."loader,action,handler,GET,POST,PUT,PATCH,DELETE"
      .split(",")
      .flatMap((name) => [`export const ${name}`, `export async function ${name}()`]),
    "export default function handler()",
    "defineEventHandler(f)",
    "NextResponse.json({})",
  ])("A program is one that a browser runs, and not by what only a server has: %j", (text) => {
    expect(isOfBrowser(program(`${ofPage}\n${text}`))).toBe(false);
  });
  it.each([
    `import a from "react"`,
    `require("fs-extra")`,
    `import a from "next/link"`,
    "export const loaders",
    "getProps",
  ])("A program is one that a browser runs, though by %j, which a browser has, too", (text) => {
    expect(isOfBrowser(program(`${ofPage}\n${text}`))).toBe(true);
  });
});

describe("A module is for browsers alone", () => {
  it("A module is for browsers alone where it says so", () => {
    expect(isClientModule(program(`"use client"; pay();`))).toBe(true);
    expect(isClientModule(program(`"use client"; pay();`, { isSample: true }))).toBe(false);
    expect(isClientModule(program(ofPage))).toBe(false);
  });
});
