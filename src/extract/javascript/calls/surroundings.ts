import type { FoldingTools } from "../folding/foldingTools.js";

/** What only code of a server has. */
const ofServer =
  /["']use server["']|\bget(?:ServerSideProps|StaticProps|InitialProps)\b|(?:\brequire\s*\(\s*|\bfrom\s*)["'](?:node:[\w/]+|express|fastify|koa|fs|https?|crypto|next\/(?:server|headers)|@nestjs\/[\w-]+)["']|\bmodule\.exports\b|\bexport\s+(?:default\s+)?(?:async\s+)?(?:const|function)\s+(?:loader|action|handler|GET|POST|PUT|PATCH|DELETE)\b|\bdefineEventHandler\b|\bNextResponse\b/;

const clientDirective = /^(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*["']use client["']/;

/** Handlers of events in JSX, and what only a page has. */
const ofPage =
  /\bon[A-Z]\w*=\{|\bdocument\.(?:querySelector|getElementById|addEventListener)\b|\blocalStorage\.|\bwindow\.location\b|\b\$\(\s*["'#]/;

/** True of a program that a browser runs, as far as its text says so. */
export function isOfBrowser({ context: { text, isSample, isTemplate } }: FoldingTools): boolean {
  if (isSample || ofServer.test(text)) return false;
  return isTemplate || clientDirective.test(text) || ofPage.test(text);
}

/** True of a module that says that it is for browsers alone. */
export const isClientModule = ({ context: { text, isSample } }: FoldingTools): boolean =>
  !isSample && clientDirective.test(text);
