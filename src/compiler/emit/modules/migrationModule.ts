import type { Tables } from "../../tables/types.js";
import { banner, declareConstants, type Files, madeOnce } from "./moduleText.js";

/** Writes the module that holds how requests of V1 become requests of V2. It is made when it is first asked for. */
export function writeMigration({ migration }: Tables, build: Files): void {
  build.set("generated/migration.js", madeOnce(declareConstants({ value: migration })));
  build.set(
    "generated/migration.d.ts",
    [
      banner,
      'import type { Mappings } from "../migrate/mapping.js";',
      "/** How requests of V1 become requests of V2. */",
      "declare const migration: () => Mappings;",
      "export default migration;",
      "",
    ].join("\n"),
  );
}
