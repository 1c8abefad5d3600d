import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readConfig } from "../project/config.js";
import { reason } from "../project/reason.js";
import { noteOf, UsageError, wordsIn } from "../project/usageError.js";
import { escapeControls } from "../validator/mask.js";
import type { Locale, Text } from "../validator/types.js";
import { type CommandName, commands } from "./commands/index.js";
import { type Io, OutputError, printerOn } from "./io.js";
import { localeOf, localeOfTrouble } from "./language.js";
import { lintSettings, readArguments, type Values } from "./options.js";

/** What a shell reports of a program that wrote into a closed pipe: 128 and the number of SIGPIPE. */
const closedOutput = 141;

/**
 * Runs the command.
 * @param args the arguments behind the command's name
 * @returns the exit status; the promise is never rejected
 */
export const run = (args: readonly string[], io: Io): Promise<number> =>
  statusOf(io, localeOfTrouble(args, io), async () => {
    const parsed = readArguments(args);
    const locale = await spokenLocale(parsed.values, io);
    return statusOf(io, locale, (warn) => runCommand({ parsed, locale, io, warn }));
  });

/** The exit status that work ends with. Where it fails, `warn` says why in `locale`. */
async function statusOf(
  io: Io,
  locale: Locale,
  work: (warn: Invocation["warn"]) => Promise<number>,
): Promise<number> {
  const warn = (trouble: string | Text): void => {
    const line = `paylint: ${escapeControls(wordsIn(trouble, locale))}\n`;
    // Where standard error is closed, there is nobody to tell.
    void io.stderr.write(line).catch(() => undefined);
  };
  try {
    return await work(warn);
  } catch (error) {
    if (error instanceof OutputError && error.isClosed) return closedOutput;
    const isOurs = error instanceof UsageError || error instanceof OutputError;
    warn(isOurs ? error.text : reason(error));
    return 2;
  }
}

interface Invocation {
  readonly parsed: ReturnType<typeof readArguments>;
  readonly locale: Locale;
  readonly io: Io;
  /** Writes one line on standard error. */
  readonly warn: (trouble: string | Text) => void;
}

async function runCommand({ parsed, locale, io, warn }: Invocation): Promise<number> {
  const print = printerOn(io);
  const { command, words, values } = parsed;
  if (values.help) {
    await print((await import("./help.js")).helpFor(command as CommandName, locale));
    return 0;
  }
  if (values.version) {
    await print(`${(await import("./packageFile.js")).readPackage().version}\n`);
    return 0;
  }
  const settings = () => lintSettings(parsed, io);
  if (command !== undefined) {
    const given = { words, values, locale, io, warn, print, settings };
    return (await commands[command as CommandName].run(given)) ?? 0;
  }
  await refuseMisspeltCommand(words, io.cwd);
  const options = await settings();
  for (const note of options.config.notes) warn(noteOf(note));
  const { lint } = await import("./lint.js");
  const { progressOn } = await import("./progress.js");
  // Where standard output carries a fixed text, the findings must go elsewhere.
  const printsText = options.fix !== "no" && !options.diff && options.paths.includes("-");
  const findings = printsText ? io.stderr.write : print;
  return lint(options, { io, warn, print: findings, progress: progressOn(io.stderr) });
}

/** The language of an answer. A configuration that cannot be read is the business of what needs it. */
async function spokenLocale({ locale, config }: Values, io: Io): Promise<Locale> {
  const isAsked = locale !== undefined || io.env.PAYLINT_LOCALE;
  const configured = isAsked ? undefined : await readConfig(config, io.cwd).catch(() => undefined);
  return localeOf(locale, configured?.locale, io, io.stdout);
}

/** A single word that is no path may be a command misspelt, such as `rule`. */
async function refuseMisspeltCommand(
  [word = "", ...others]: readonly string[],
  cwd: string,
): Promise<void> {
  if (!/^[a-z]+$/.test(word) || others.length > 1 || existsSync(resolve(cwd, word))) return;
  const meant = (await import("./help.js")).commandMeantBy(word);
  if (meant === undefined) return;
  throw new UsageError({
    en: `${word}: no such file or folder; did you mean paylint ${meant}?`,
    ko: `${word}: 파일이나 폴더가 없습니다. 혹시 이 명령인가요? paylint ${meant}`,
  });
}
