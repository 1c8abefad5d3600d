import { resolve } from "node:path";
import { defineConfig } from "vite";

/** What the pages may load. Nothing leaves the browser: no address is connected to. */
export const policy = "default-src 'none'; script-src 'self'; style-src 'self'";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  build: {
    outDir: "dist",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ["index", "issuers", "rules"].map((page) =>
        resolve(import.meta.dirname, `${page}.html`),
      ),
    },
  },
  plugins: [
    {
      name: "content-security-policy",
      // The development server puts scripts of its own into the pages.
      apply: "build",
      transformIndexHtml: () => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: policy },
          injectTo: "head-prepend",
        },
      ],
    },
  ],
});
