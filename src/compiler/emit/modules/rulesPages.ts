import { banner, type Files } from "./moduleText.js";

/** The part of `package.json` that says where the project is. */
export interface Manifest {
  readonly repository?: string | { readonly url: string };
}

const pages = { en: "docs/rules.md", ko: "docs/rules.ko.md" };

/** Writes where the pages of the rules are: in the repository, as addresses where the package names it. */
export function writeRulesPages({ repository }: Manifest, build: Files): void {
  const url = typeof repository === "string" ? repository : repository?.url;
  const [, address] = /^(?:git\+)?(https:\/\/[^#]+?)(?:\.git)?$/.exec(url ?? "") ?? [];
  const at = address === undefined ? "" : `${address}/blob/HEAD/`;
  const linked = { en: at + pages.en, ko: at + pages.ko };
  build.set(
    "generated/rulesPages.js",
    `${banner}\nexport const rulesPages = ${JSON.stringify(linked)};\n`,
  );
  build.set(
    "generated/rulesPages.d.ts",
    `${banner}\n/** The pages of the rules: addresses, or paths in the repository. */\nexport declare const rulesPages: Readonly<Record<"en" | "ko", string>>;\n`,
  );
}
