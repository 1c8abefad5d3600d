import { lintText as bundled } from "paylint/lint";
import { formats } from "../../dist/extract/formats.js";
import { lintText } from "../../dist/lint/index.js";

// A reader is loaded when a text needs it. Where that is within a test, what its module does once counts as done by that test, whose
// mutants then survive, since no other mutant loads the module again.
for (const { endings } of formats) {
  for (const lint of [bundled, lintText]) await lint("", { filename: `a${endings[0]}` });
}
