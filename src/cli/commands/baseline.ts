import { writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { BaselineWriter, baselineFile } from "../../project/baseline.js";
import { lint } from "../lint.js";
import { progressOn } from "../progress.js";
import type { Given } from "./index.js";

const words = {
  en: (file: string, count: number) =>
    `${file}: ${count} ${count === 1 ? "finding" : "findings"}; later runs show only new ones\n`,
  ko: (file: string, count: number) => `${file}: ${count}건. 이제부터 새로운 문제만 표시합니다\n`,
};

/** `paylint baseline [path…]`: writes down what is found now, so that later runs show only new ones. */
export async function writeBaseline({ settings, words: paths, io, warn, print }: Given) {
  const given = await settings();
  const { config, locale } = given;
  const folder = config.folder ?? io.cwd;
  const findings = new BaselineWriter(folder);
  const status = await lint(
    { ...given, paths: paths.length > 0 ? paths : ["."], usesBaseline: false },
    {
      io,
      warn,
      print: async () => {},
      progress: progressOn(io.stderr),
      onReport({ file, diagnostics }) {
        for (const one of diagnostics) findings.add(resolve(io.cwd, file), one);
      },
    },
  );
  // What could not be read is not in it.
  if (status === 2) return status;
  const file = join(folder, baselineFile);
  writeFileSync(file, findings.text);
  await print(words[locale](relative(io.cwd, file), findings.count));
  return 0;
}
