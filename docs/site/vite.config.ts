import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type HtmlTagDescriptor } from "vite";
import { parse } from "yaml";
import { rulePages } from "./rulePages.js";

/** What the pages may load. Nothing leaves the browser: no address is connected to. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

const pages = ["index", "playground", "builder", "migrate", "issuers", "gateways", "rules", "rule"];

/** Where the site will be, with a slash at its end. Pictures of shared links need the full address. */
const address = process.env.SITE_ADDRESS ?? "./";

const meta = (attrs: Record<string, string>): HtmlTagDescriptor => ({
  tag: "meta",
  attrs,
  injectTo: "head-prepend",
});

const commonHead: HtmlTagDescriptor[] = [
  meta({ charset: "utf-8" }),
  meta({ name: "viewport", content: "width=device-width, initial-scale=1" }),
  meta({ name: "color-scheme", content: "light dark" }),
  meta({ property: "og:site_name", content: "paylint" }),
  meta({ property: "og:type", content: "website" }),
  meta({ property: "og:image", content: `${address}og.png` }),
  meta({ name: "twitter:card", content: "summary_large_image" }),
  {
    tag: "link",
    attrs: { rel: "icon", type: "image/svg+xml", href: "./favicon.svg" },
    injectTo: "head",
  },
  { tag: "link", attrs: { rel: "stylesheet", href: "./src/style.css" }, injectTo: "head" },
];

/** What stands at the top of every page, to be seen before its script has come. */
const firstSight: HtmlTagDescriptor = {
  tag: "header",
  children: [{ tag: "a", attrs: { class: "wordmark", href: "./index.html" }, children: "paylint" }],
  injectTo: "body-prepend",
};

/** The title and description of a page, as a shared link shows them. */
function sharedWords(html: string): HtmlTagDescriptor[] {
  const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "";
  const description = /name="description" content="(.*?)"/.exec(html)?.[1] ?? "";
  return [
    meta({ property: "og:title", content: title }),
    meta({ property: "og:description", content: description }),
  ];
}

const root = resolve(import.meta.dirname, "../..");

/** Titles of the kinds, by version and name, as PortOne's tables have them. */
function kindTitles(): Record<string, { ko: string; en: string }> {
  const tables = resolve(root, "schemas/portone");
  const versions = readdirSync(tables, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return Object.fromEntries(
    versions.flatMap(({ name: version }) =>
      readdirSync(resolve(tables, version), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => {
          const file = resolve(tables, version, name, "kind.yaml");
          return [`${version}.${name}`, parse(readFileSync(file, "utf8")).title];
        }),
    ),
  );
}

const titlesModule = "virtual:kind-titles";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  build: {
    outDir: "dist",
    modulePreload: {
      polyfill: false,
      // A list of what hundreds of kinds import would take 5 kB of every page that may load one.
      resolveDependencies: (file, needed) => (/\.data-|\.v[12]\./.test(file) ? [] : needed),
    },
    rolldownOptions: {
      input: pages.map((page) => resolve(import.meta.dirname, `${page}.html`)),
      // The names of hundreds of files are in every page that may load one.
      output: { chunkFileNames: "assets/[name]-[hash:7].js" },
    },
  },
  plugins: [
    rulePages(),
    {
      name: "kind-titles",
      resolveId: (id) => (id === titlesModule ? `\0${titlesModule}` : undefined),
      load: (id) =>
        id === `\0${titlesModule}`
          ? `export const kindTitles = ${JSON.stringify(kindTitles())};`
          : undefined,
    },
    {
      name: "common-head",
      transformIndexHtml: {
        order: "pre",
        handler: (html) => [...commonHead, ...sharedWords(html), firstSight],
      },
    },
    {
      name: "content-security-policy",
      // The development server puts scripts of its own into the pages.
      apply: "build",
      transformIndexHtml: () => [
        meta({ "http-equiv": "Content-Security-Policy", content: policy }),
      ],
    },
  ],
});
