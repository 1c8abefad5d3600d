import type { Rule } from "../../../validator/types.js";
import { packRules } from "../packRules.js";
import { banner, declareConstants, docComment, type Files } from "./moduleText.js";

const rulesDoc = `Every rule, with the payload kinds that it is applied to and the documents that it is taken from.
@see \`docs/rules.md\`, which explains each rule.
@example
\`\`\`ts
import { rules } from "paylint";

const rule = rules.find(({ id }) => id === "text/byte-length");
console.log(rule?.name.en, rule?.kinds["ksnet.v1.request-pay"]);
\`\`\`

\`\`\`text
A text with too many bytes warning
\`\`\``;

/** Writes the module that holds all rules; `kinds` are all of them, in their order. */
export function writeRules(rules: readonly Rule[], kinds: readonly string[], build: Files): void {
  build.set(
    "generated/rules.js",
    [
      banner,
      'import { unpackRules } from "../validator/packedRules.js";',
      declareConstants({ packed: packRules(rules, kinds) }),
      "export const rules = /* @__PURE__ */ unpackRules(packed);",
      "",
    ].join("\n"),
  );
  build.set(
    "generated/rules.d.ts",
    [
      banner,
      'import type { Rule } from "../validator/types.js";',
      docComment(rulesDoc),
      "export declare const rules: readonly Rule[];",
      "",
    ].join("\n"),
  );
}
