import { nearestName, unknownName } from "../project/usageError.js";
import type { Locale } from "../validator/types.js";
import type { CommandName, Given } from "./commands/index.js";
import { commandHelp, type HelpEntry, lint, options, words } from "./helpTexts.js";

const shown = (entries: readonly HelpEntry[], locale: Locale): string => {
  const width = 30;
  return entries
    .map(([form, does]) => {
      const text = does[locale];
      if (text === "") return `  ${form}\n`;
      return form.length < width
        ? `  ${form.padEnd(width)}${text}\n`
        : `  ${form}\n  ${" ".repeat(width)}${text}\n`;
    })
    .join("");
};

/** The help of the command, or of one of its commands. */
export function helpFor(command: CommandName | undefined, locale: Locale): string {
  if (command === undefined || command === "help") {
    const entries = [lint, ...Object.values(commandHelp).map(({ entry }) => entry)];
    return [
      `${words.commands[locale]}\n${shown(entries, locale)}`,
      `${words.options[locale]}\n${shown(options, locale)}`,
      words.end[locale],
    ].join("\n");
  }
  const { entry, options: own = [], examples } = commandHelp[command];
  const [form, does] = entry;
  const listed = examples.map((one) => `  npx ${one}\n`).join("");
  return [
    `${form}\n  ${does[locale]}\n`,
    ...(own.length > 0 ? [`${words.options[locale]}\n${shown(own, locale)}`] : []),
    `${words.examples[locale]}\n${listed}`,
  ].join("\n");
}

/**
 * `paylint help [command]`.
 * @throws {UsageError} for a command that is not known
 */
export async function printHelp({ words: [name], locale, print }: Given): Promise<void> {
  const names = Object.keys(commandHelp) as CommandName[];
  const command = names.find((one) => one === name);
  if (name !== undefined && command === undefined) throw unknownName("command", name, names);
  await print(helpFor(command, locale));
}

/** The command that a single word most likely means. */
export const commandMeantBy = (word: string): string | undefined =>
  nearestName(word, Object.keys(commandHelp));
