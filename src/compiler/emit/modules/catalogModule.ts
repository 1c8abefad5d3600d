import type { ExampleCatalog } from "../../../examples/catalog.js";
import { type PackedCatalog, packCatalog } from "../../../examples/packedCatalog.js";
import { neutralKindOf } from "../../kindNames.js";
import type { KindPlan } from "../../plan/fault.js";
import { patchOf } from "../patchOf.js";
import { banner, declareConstants, type Files } from "./moduleText.js";

/** Writes what is needed to make payloads, by kind: of a kind that extends another what differs. */
export function writeCatalogs(
  examples: readonly { readonly plan: KindPlan; readonly catalog: ExampleCatalog }[],
  build: Files,
): void {
  const names = new Map(examples.map(({ catalog }, index) => [catalog.kind, `catalog${index}`]));
  const packed = new Map<string, PackedCatalog>();
  const data: Record<string, object> = {};
  const declarations = examples.map(({ plan: { tables }, catalog }) => {
    const extended = neutralKindOf(tables.row);
    const base = extended === undefined ? undefined : packed.get(extended);
    const own = packCatalog(catalog, base);
    packed.set(catalog.kind, own);
    const name = names.get(catalog.kind) as string;
    data[`${name}Data`] = base ? patchOf(base, own) : own;
    return base
      ? `const ${name} = patchedOnce(${names.get(base.kind)}, () => ${name}Data);`
      : `const ${name} = madeOnce(() => ${name}Data);`;
  });
  build.set(
    "generated/exampleCatalogs.js",
    [
      banner,
      `import { madeOnce, patchedOnce } from "../validator/patch.js";`,
      `import { unpackCatalog } from "../examples/packedCatalog.js";`,
      declareConstants(data),
      ...declarations,
      "export const exampleCatalogs = {",
      ...[...names].map(
        ([kind, name]) => `  ${JSON.stringify(kind)}: madeOnce(() => unpackCatalog(${name}())),`,
      ),
      "};",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/exampleCatalogs.d.ts",
    [
      banner,
      `import type { ExampleCatalog } from "../examples/catalog.js";`,
      "/** What is needed to make payloads, by kind. */",
      "export declare const exampleCatalogs: Readonly<Record<string, () => ExampleCatalog>>;",
      "",
    ].join("\n"),
  );
}
