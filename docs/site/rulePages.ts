import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import type { Rule } from "../../dist/validator/types.js";
import { usualKind } from "./src/kinds.js";
import { escapeHtml, htmlOf, type Markup, tag } from "./src/markup.js";
import { exampleText, type Found, ruleMarkup, type Showing } from "./src/ruleMarkup.js";
import { ruleSay } from "./src/ruleWords.js";

const dist = resolve(import.meta.dirname, "../../dist");

/** Imports a module of the package at run time: what bundles the configuration would take the whole package in. */
const load = async <Module>(path: string): Promise<Module> =>
  import(pathToFileURL(resolve(dist, path)).href);

type Modules = typeof import("../../dist/generated/rules.js") &
  typeof import("../../dist/generated/ruleExamples.js") &
  typeof import("../../dist/generated/answers.js") &
  typeof import("../../dist/generated/gateways.js") &
  typeof import("../../dist/lint/index.js");

async function loadAll(): Promise<Modules> {
  const names = ["rules", "ruleExamples", "answers", "gateways"];
  const paths = [...names.map((name) => `generated/${name}.js`), "lint/index.js"];
  return Object.assign({}, ...(await Promise.all(paths.map(load))));
}

const locales = ["ko", "en"] as const;

/** A rule in one language. */
async function article(rule: Rule, locale: Showing["locale"], modules: Modules): Promise<Markup> {
  const example = modules.ruleExamples[rule.id];
  const { diagnostics } = example
    ? await modules.lintText(exampleText(example, "wrong", locale), {
        ...{ filename: `checkout.${example.language}`, kind: example.kind ?? usualKind, locale },
        ...example.given,
      })
    : { diagnostics: [] };
  const found = diagnostics
    .filter((one) => one.rule === rule.id)
    .map(
      ({ severity, path, message, textFix }): Found => ({
        ...{ severity, path, message },
        ...(textFix && { fix: textFix }),
      }),
    );
  const { gateways, answers } = modules;
  return tag(
    "article",
    { lang: locale, class: rule.severity },
    tag(
      "div",
      { class: "intro" },
      tag("h1", {}, rule.name[locale]),
      tag(
        "p",
        {},
        tag("strong", { class: rule.severity }, ruleSay(rule.severity, locale)),
        " ",
        tag("code", {}, rule.id),
      ),
    ),
    ...ruleMarkup(
      rule,
      { example, found, answers: answers[rule.id] ?? [] },
      { locale, gateways, address: (page, fragment) => `../../${page}.html${fragment}` },
    ),
  );
}

/** The page of a rule, from the page that all rules share. */
async function pageOf(rule: Rule, template: string, modules: Modules): Promise<string> {
  const articles = await Promise.all(locales.map((locale) => article(rule, locale, modules)));
  const { ko, en } = rule.why;
  const filled: Readonly<Record<string, string>> = {
    title: escapeHtml(`${rule.name.ko} – paylint`),
    description: escapeHtml(`${rule.id}: ${ko} ${rule.name.en}. ${en}`),
    articles: articles.map(htmlOf).join("\n"),
  };
  return template.replace(/\{(title|description|articles)\}/g, (_, name) => filled[name] ?? "");
}

/** A page whose addresses are of the site's root, for its place two folders below. */
const below = (html: string): string => html.replaceAll('"./', '"../../');

/** By these links the pages are found without a script. */
const linkTo = ({ id, name }: Rule): Markup =>
  tag("li", {}, tag("a", { href: `./rules/${id}.html` }, `${name.ko} ${name.en}`));

/** Writes a page for each rule, for search engines and shared links. */
export function rulePages(): Plugin {
  return {
    name: "rule-pages",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const { "rule.html": template, "rules.html": list } = bundle;
      if (template?.type !== "asset" || list?.type !== "asset") return;
      delete bundle["rule.html"];
      const modules = await loadAll();
      for (const rule of modules.rules) {
        const source = below(await pageOf(rule, String(template.source), modules));
        this.emitFile({ type: "asset", fileName: `rules/${rule.id}.html`, source });
      }
      const links = htmlOf(tag("ul", {}, ...modules.rules.map(linkTo)));
      list.source = String(list.source).replace("</noscript>", `${links}</noscript>`);
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const [, id] = /^\/rules\/([\w/-]+)\.html/.exec(request.url ?? "") ?? [];
        const modules = await loadAll();
        const rule = modules.rules.find((one) => one.id === id);
        if (!rule) return next();
        const template = readFileSync(resolve(import.meta.dirname, "rule.html"), "utf8");
        const page = await pageOf(rule, template, modules);
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(below(await server.transformIndexHtml("/rule.html", page)));
      });
    },
  };
}
