import type { ExampleCatalog } from "../../../examples/catalog.js";
import { neutralKindOf } from "../../kindNames.js";
import type { KindPlan } from "../../plan/fault.js";
import { packCatalogs } from "../packCatalogs.js";
import { banner, declareConstants, type Files } from "./moduleText.js";

/** Writes what is needed to make payloads, by kind. */
export function writeCatalogs(
  examples: readonly { readonly plan: KindPlan; readonly catalog: ExampleCatalog }[],
  build: Files,
): void {
  const packed = packCatalogs(
    examples.map(({ plan, catalog }) => ({ catalog, base: neutralKindOf(plan.tables.row) })),
  );
  build.set(
    "generated/exampleCatalogs.js",
    [
      banner,
      `import { unpackCatalogs } from "../examples/packedCatalog.js";`,
      declareConstants({ packed }),
      "export const exampleCatalogs = /* @__PURE__ */ unpackCatalogs(packed);",
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
