import { join } from "node:path";

const repository = process.cwd().replaceAll("\\", "/");

/** `src` and `dist` are one folder, as in tsconfig.json: what `src` imports of `generated` is in `dist`. */
export const generatedModules = {
  name: "generated",
  resolveId: (imported: string, importer = "") => {
    const [, module] = /^(?:\.\.?\/)+(generated\/[\w./-]+)$/.exec(imported) ?? [];
    const isOfSource = importer.replaceAll("\\", "/").startsWith(`${repository}/src/`);
    return module !== undefined && isOfSource ? join(process.cwd(), "dist", module) : undefined;
  },
};

/** Node loads what is built as users do: to transform a thousand modules took longer than to run most tests of them. */
export const builtModules = {
  deps: { external: [new RegExp(`${repository}/dist/`.replace(/[^\w/]/g, "\\$&"))] },
};
