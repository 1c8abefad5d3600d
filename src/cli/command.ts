import { gateways } from "../gateways.js";
import { escapeControls } from "../validator/mask.js";
import { lintSettings, readArguments } from "./options.js";
import { readPackage } from "./packageFile.js";
import { print } from "./printing.js";
import { UsageError } from "./usageError.js";

const help = `paylint [options] <path...>   a file, a folder, or - for standard input
paylint init [--yes]          write a configuration and a CI step, after asking
paylint rules [id]            list the rules, or explain one
paylint schema <kind>         print a kind's JSON Schema
paylint types <kind>          print a kind's TypeScript types

--kind <kind>                 what the input is; else its $schema or its name says so
${`--pg ${gateways.join("|")}`.padEnd(30)}take every call for this gateway's: what would break if we moved?
--environment pc|mobile|any   where the payload is used (default any: both)
--locale en|ko                language of the messages (default en)
--format pretty|json|sarif|github|junit   how findings are printed (default pretty)
--fix, --unsafe-fixes         write the safe fixes, or all
--diff                        show fixes instead of writing them
--rule <id>=off|info|warning|error   change a rule's severity; may be repeated
--max-warnings <n>            fail above n warnings
--quiet                       print errors only
--config <file>               default: paylint.config.json, from the working folder upward
--stdin-filename <name>       name, and so the format, of standard input
--jobs <n>                    check the lines of NDJSON on n threads (default 1)
--version, --help

Exit status: 0 no error found, 1 an error or too many warnings, 2 usage or I/O trouble.
`;

const complain = (trouble: string) => {
  process.stderr.write(`paylint: ${escapeControls(trouble)}\n`);
};

async function run(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args);
  const { values, positionals } = parsed;
  const answer = async (text: string) => {
    await print(text);
    return 0;
  };
  if (values.help) return answer(help);
  if (values.version) return answer(`${readPackage().version}\n`);
  const [command, argument] = positionals;
  switch (command) {
    case "init": {
      const { init } = await import("./commands/init.js");
      const dialogue = { folder: process.cwd(), input: process.stdin, takesDefaults: values.yes };
      await init({ ...dialogue, print });
      process.stdin.destroy();
      return 0;
    }
    case "rules": {
      const { locale } = await lintSettings(parsed);
      return answer((await import("./commands/rules.js")).printRules(argument, locale));
    }
    case "schema":
      return answer((await import("./commands/artifacts.js")).printSchema(argument));
    case "types":
      return answer((await import("./commands/artifacts.js")).printTypes(argument));
    default: {
      const { lint } = await import("./lint.js");
      const { progressOn } = await import("./progress.js");
      const progress = progressOn(() => process.stderr);
      return lint(await lintSettings(parsed), { complain, print, progress });
    }
  }
}

/** Runs the command with the arguments of the process, and sets its exit status. */
export async function runCommand(): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    const isOurs = error instanceof UsageError;
    complain(isOurs ? error.message : `this should not happen: ${(error as Error)?.message}`);
    process.exitCode = 2;
  }
}
