import { kindNames } from "../../kindNames.js";
import type { Tables } from "../../tables/types.js";
import { banner, docComment, type Files } from "./moduleText.js";

/** One module an entry (`ksnet/v1`), and one with every kind. */
export function writeEntries({ kinds, gateways }: Tables, build: Files): void {
  const names = kinds.map(({ row }) => ({
    ...{ kind: row.kind, hasIssuers: row.issuer !== undefined },
    ...kindNames(row.kind),
  }));
  const entries = [...new Set(names.map(({ entry }) => entry))];
  for (const entry of entries) {
    const [, version] = entry.split("/");
    const own = names.filter((name) => name.entry === entry);
    const lines = own.map(({ file }) => `export * from "./${version}/${file}.js";`);
    // Names that two modules export would cancel each other out; what is exported by name counts.
    const withIssuers = own.find(({ hasIssuers }) => hasIssuers);
    const issuers = withIssuers
      ? [`export { issuers } from "./${version}/${withIssuers.file}.js";`]
      : [];
    const helper = `export { readForm } from "../../validator/form.js";`;
    const helperAndType = `export { type Form, readForm } from "../../validator/form.js";`;
    build.set(`packs/${entry}.js`, [banner, ...lines, ...issuers, helper, ""].join("\n"));
    const [gateway] = entry.split("/");
    const { name } = gateways.find(({ code }) => code === gateway) ?? {};
    const about = `Payloads of PortOne ${version?.toUpperCase()} ${name ? `for ${name.en}` : "for any gateway"}.\n@module`;
    build.set(
      `packs/${entry}.d.ts`,
      [banner, docComment(about), "", ...lines, ...issuers, helperAndType, ""].join("\n"),
    );
  }
  writeLoaders(names, build);
  const aliased = names.map((name) => ({
    ...name,
    alias: `${name.entry.replace("/", "_")}_${name.camel}`,
  }));
  const imports = aliased.map(
    ({ camel, alias, entry }) => `import { ${camel} as ${alias} } from "../packs/${entry}.js";`,
  );
  const pairs = aliased.map(({ kind, alias }) => `  ${JSON.stringify(kind)}: ${alias},`);
  build.set(
    "generated/validators.js",
    [banner, ...imports, "export const validators = {", ...pairs, "};", ""].join("\n"),
  );
  build.set(
    "generated/validators.d.ts",
    [
      banner,
      ...imports.map((line) => line.replace("import {", "import type {")),
      "/** The validators, by kind. */",
      "export declare const validators: {",
      ...aliased.map(({ kind, alias }) => `  readonly ${JSON.stringify(kind)}: typeof ${alias};`),
      "};",
      "",
    ].join("\n"),
  );
}

const importPartialKind = `import { partialKind } from "../constraint/checkPartial.js";`;

/** How to load each kind on its own, by id. */
function writeLoaders(
  names: { kind: string; entry: string; file: string; camel: string }[],
  build: Files,
): void {
  const loaders = names.map(
    ({ kind, entry, file, camel }) =>
      `  ${JSON.stringify(kind)}: async () => (await import("../packs/${entry}/${file}.js")).${camel},`,
  );
  build.set(
    "generated/kinds.js",
    [banner, "export const kinds = {", ...loaders, "};", ""].join("\n"),
  );
  build.set(
    "generated/partialKinds.js",
    [
      banner,
      importPartialKind,
      "export const partialKinds = {",
      ...names.map(
        ({ kind, entry, file }) =>
          `  ${JSON.stringify(kind)}: async () => partialKind(await import("../packs/${entry}/${file}.data.js")),`,
      ),
      "};",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/partialKinds.d.ts",
    [
      banner,
      `import type { PartialKind } from "../constraint/checkPartial.js";`,
      "/** Loads the kinds that check payloads known only in part, by id. */",
      "export declare const partialKinds: Readonly<Record<string, () => Promise<PartialKind>>>;",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/everyPartialKind.js",
    [
      banner,
      importPartialKind,
      ...names.map(
        ({ entry, file }, index) =>
          `import * as kind${index} from "../packs/${entry}/${file}.data.js";`,
      ),
      "export const everyPartialKind = {",
      ...names.map(({ kind }, index) => `  ${JSON.stringify(kind)}: partialKind(kind${index}),`),
      "};",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/everyPartialKind.d.ts",
    [
      banner,
      `import type { PartialKind } from "../constraint/checkPartial.js";`,
      "/** The same kinds, loaded at once, for callers that cannot wait. */",
      "export declare const everyPartialKind: Readonly<Record<string, PartialKind>>;",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/kinds.d.ts",
    [
      banner,
      `import type { Environment } from "../validator/types.js";`,
      `import type { Validator } from "../validator/validator.js";`,
      "/** Loads a kind's validator, by its id. */",
      "export declare const kinds: Readonly<Record<string, () => Promise<Validator<Record<Environment, unknown>>>>>;",
      "",
    ].join("\n"),
  );
}
