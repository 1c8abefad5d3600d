import { escapeControls } from "../validator/mask.js";
import { reason } from "./files/reason.js";
import { type Io, OutputError } from "./io.js";
import { lintSettings, readArguments } from "./options.js";
import { readPackage } from "./packageFile.js";
import { UsageError } from "./usageError.js";

const help = `paylint [options] <path...>   a file, a folder, a glob, or - for standard input
paylint init [--yes]          write a configuration and a CI step, after asking
paylint rules [id]            list the rules, or explain one
paylint schema <kind>         print a kind's JSON Schema
paylint types <kind>          print a kind's TypeScript types
paylint migrate <path...>     rewrite payments of PortOne V1 for V2: show a diff, or write it with --write
paylint help                  print this

--kind <kind>                 what the input is; else its $schema or its name says so
--pg <gateway>                take every call for this gateway's: what would break if we moved?
--environment pc|mobile|any   where the payload is used (default any: both)
--locale en|ko                language of the messages (default en)
--format pretty|json|sarif|github|junit   how findings are printed (default pretty)
--fix, --unsafe-fixes         write the safe fixes, or all; of standard input, print the fixed text
--diff                        show fixes instead of writing them
--rule <id>=off|info|warning|error   change a rule's severity; may be repeated
--max-warnings <n>            fail above n warnings
--fail-on-unchecked           fail when a payment call could not be checked
--quiet                       print errors only
--config <file>               default: paylint.config.json, from the working folder upward
--stdin-filename <name>       name, and so the format, of standard input
--jobs <n>                    check the lines of NDJSON on n threads (default 1)
--version, --help

A gateway is named by company (inicis) or by code (html5_inicis).

Exit status: 0 no error found; 1 an error, too many warnings, or an unchecked call where asked;
2 usage, configuration or I/O error; 141 the output was closed.
`;

/** What a shell reports of a program that wrote into a closed pipe: 128 and the number of SIGPIPE. */
const closedOutput = 141;

/** How a run speaks to its user. */
interface Voice {
  /** One line on standard error. */
  complain(trouble: string): void;
  /** The answer, on standard output. */
  print(text: string): Promise<void>;
}

/**
 * Runs the command.
 * @param args the arguments behind the command's name
 * @returns the exit status; the promise is never rejected
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let isClosed = false;
  const voice: Voice = {
    complain(trouble) {
      // Where standard error is closed, there is nobody to tell.
      void io.stderr.write(`paylint: ${escapeControls(trouble)}\n`).catch(() => undefined);
    },
    async print(text) {
      try {
        await io.stdout.write(text);
      } catch (error) {
        isClosed = (error as NodeJS.ErrnoException).code === "EPIPE";
        throw new OutputError(`standard output: ${reason(error)}`, { cause: error });
      }
    },
  };
  try {
    return await runCommand(args, io, voice);
  } catch (error) {
    if (isClosed) return closedOutput;
    const isOurs = error instanceof UsageError || error instanceof OutputError;
    voice.complain(isOurs ? error.message : `this should not happen: ${(error as Error)?.message}`);
    return 2;
  }
}

async function runCommand(
  args: readonly string[],
  io: Io,
  { complain, print }: Voice,
): Promise<number> {
  const parsed = readArguments(args);
  const { command, argument, values } = parsed;
  const answer = async (text: string) => {
    await print(text);
    return 0;
  };
  if (values.help || command === "help") return answer(help);
  if (values.version) return answer(`${readPackage().version}\n`);
  switch (command) {
    case "init": {
      const { init } = await import("./commands/init.js");
      await init({ io, print, takesDefaults: values.yes, locale: values.locale });
      return 0;
    }
    case "rules": {
      const { locale } = await lintSettings(parsed, io);
      return answer((await import("./commands/rules.js")).printRules(argument, locale));
    }
    case "schema":
      return answer((await import("./commands/artifacts.js")).printSchema(argument));
    case "types":
      return answer((await import("./commands/artifacts.js")).printTypes(argument));
    case "migrate": {
      const { migrate } = await import("./commands/migrate.js");
      return migrate(await lintSettings(parsed, io), values.write, { io, complain, print });
    }
    default: {
      const options = await lintSettings(parsed, io);
      for (const note of options.config.notes) complain(`note: ${note}`);
      const { lint } = await import("./lint.js");
      const { progressOn } = await import("./progress.js");
      // Where standard output carries a fixed text, the findings must go elsewhere.
      const printsText = options.fix !== "no" && !options.diff && options.paths.includes("-");
      const findings = printsText ? io.stderr.write : print;
      return lint(options, { io, complain, print: findings, progress: progressOn(io.stderr) });
    }
  }
}
