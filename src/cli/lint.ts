import { formatOf } from "../extract/formats.js";
import type { LintOptions } from "../lint/types.js";
import type { Severity } from "../validator/types.js";
import { findTargets, reason, type Target } from "./files/discover.js";
import { outputs } from "./formats/index.js";
import { type Io, OutputError } from "./io.js";
import { bytesOfInterest, kindIsSaid, type LintedFile, lintFile } from "./lintFile.js";
import type { LintSettings } from "./options.js";
import type { Progress } from "./progress.js";
import { projectFactsFor } from "./projectFacts.js";
import { RepeatedInfos } from "./repeatedInfos.js";
import type { FileReport, Output, Totals } from "./report.js";
import { UsageError, unknownName } from "./usageError.js";

/** Where a run prints. */
export interface Printing {
  readonly io: Io;
  /** One line on standard error. */
  complain(message: string): void;
  /** Resolves when more may be printed. */
  print(text: string): Promise<void>;
  readonly progress: Progress;
}

/** Lints what the settings name, and prints what it finds as it finds it; returns the exit status. */
export async function lint(settings: LintSettings, printing: Printing): Promise<number> {
  if (settings.severities.size > 0) await refuseUnknownRules([...settings.severities.keys()]);
  if (settings.paths.length === 0) {
    throw new UsageError("nothing to lint: name a file, a folder, or - for standard input");
  }
  return new Run(settings, printing).run();
}

class Run {
  readonly #settings: LintSettings;
  readonly #printing: Printing;
  readonly #counts = new Counts();
  readonly #infos = new RepeatedInfos();
  #hasErrors = false;

  constructor(settings: LintSettings, printing: Printing) {
    this.#settings = settings;
    this.#printing = printing;
  }

  async run(): Promise<number> {
    const { paths, stdinFilename, config, diff, format, locale, isColored } = this.#settings;
    const { io, progress, print } = this.#printing;
    const load = outputs[format] as () => Promise<Output>;
    // A run that shows what it would change shows nothing else.
    const writing = diff ? undefined : (await load()).start(locale, isColored);
    const show = async (report: FileReport, changes?: string) => {
      this.#counts.addReport(report);
      const { quiet } = this.#settings;
      const text = changes ?? writing?.report(quiet ? errorsOnly(report) : report) ?? "";
      if (text === "") return;
      progress.end();
      await print(text);
    };
    for await (const target of findTargets(paths, stdinFilename, io)) {
      if ("message" in target) {
        this.#complain(`${target.file}: ${target.message}`);
        continue;
      }
      if (config.isIgnored?.(target.file)) continue;
      this.#counts.visited++;
      progress.at(this.#counts.visited);
      try {
        await this.#lintTarget(target, show);
      } catch (error) {
        if (error instanceof OutputError) throw error;
        this.#complain(`${target.file}: ${reason(error)}`);
      }
    }
    if (writing) for (const report of this.#infos.reports()) await show(report);
    progress.end();
    if (writing) await print(writing.end(this.#counts));
    return this.#hasErrors ? 2 : this.#isFailure() ? 1 : 0;
  }

  async #lintTarget(
    target: Target,
    show: (report: FileReport, changes?: string) => Promise<void>,
  ): Promise<void> {
    const settings = this.#settings;
    const options = lintOptionsFor(target, settings, this.#printing.io.cwd);
    const isStream = formatOf(target.ending)?.language === "ndjson" && settings.fix === "no";
    if (isStream && (target.named || (await kindIsSaid(options)))) {
      await this.#lintStream(target, options, show);
      return;
    }
    const bytes = await bytesOfInterest(target, options);
    const onError = (message: string) => this.#complain(message);
    const linted = bytes && (await lintFile(target, bytes, options, settings, onError));
    if (!linted) return;
    this.#counts.files++;
    this.#counts.add(linted);
    await show(this.#infos.takenFrom(linted.report), linted.diff);
  }

  async #lintStream(
    target: Target,
    options: LintOptions,
    show: (report: FileReport) => Promise<void>,
  ): Promise<void> {
    const { lintStream } = await import("./ndjson/lintStream.js");
    let isOurs = target.named;
    for await (const chunk of lintStream(target, options, this.#settings.jobs)) {
      for (const message of chunk.errors) this.#complain(message);
      isOurs ||= chunk.payloads > 0;
      this.#counts.add({ ...chunk, calls: 0, judged: [], fixed: 0 });
      await show(this.#infos.takenFrom(chunk.report));
    }
    if (isOurs) this.#counts.files++;
  }

  #complain(message: string): void {
    this.#hasErrors = true;
    this.#printing.progress.end();
    this.#printing.complain(message);
  }

  #isFailure(): boolean {
    const { maxWarnings, failOnUnchecked } = this.#settings;
    const { errors, warnings, unchecked } = this.#counts;
    const hasTooMany = maxWarnings !== undefined && warnings > maxWarnings;
    return errors > 0 || hasTooMany || (failOnUnchecked && unchecked > 0);
  }
}

/** How the linter is to lint a target. */
function lintOptionsFor(
  { file, path, ending }: Target,
  settings: LintSettings,
  cwd: string,
): LintOptions {
  const { kind, config, severities, pg, environment, locale } = settings;
  const fallbackKind = config.kindOf(file);
  const gateway = config.gatewayOf(file);
  const project =
    typeof path === "string" && formatOf(ending)?.isData === false
      ? projectFactsFor(path, cwd)
      : undefined;
  return {
    // Standard input has a format, but no name.
    filename: file.toLowerCase().endsWith(ending) ? file : `${file}${ending}`,
    environment,
    locale,
    now: new Date(),
    rules: Object.fromEntries(severities),
    channels: config.channels,
    gateways: config.gateways,
    ...(kind !== undefined && { kind }),
    ...(fallbackKind !== undefined && { fallbackKind }),
    ...(gateway !== undefined && { gateway }),
    ...(pg !== undefined && { assume: pg }),
    ...(project && { project }),
  };
}

/** What a run has counted so far. */
class Counts implements Totals {
  visited = 0;
  files = 0;
  payloads = 0;
  calls = 0;
  neutral = 0;
  readonly judged = new Map<string, number>();
  unchecked = 0;
  fixed = 0;
  errors = 0;
  warnings = 0;
  infos = 0;

  add({
    payloads,
    calls,
    neutral,
    judged,
    fixed,
  }: Pick<LintedFile, "payloads" | "calls" | "neutral" | "judged" | "fixed">): void {
    this.payloads += payloads;
    this.calls += calls;
    this.neutral += neutral;
    this.fixed += fixed;
    for (const { gateway, gateways = gateway === null ? [] : [gateway] } of judged) {
      const as = gateways.join();
      this.judged.set(as, (this.judged.get(as) ?? 0) + 1);
    }
  }

  addReport({ unchecked, diagnostics }: FileReport): void {
    this.unchecked += unchecked.length;
    for (const { severity } of diagnostics) this[counters[severity]]++;
  }
}

const counters = { error: "errors", warning: "warnings", info: "infos" } as const satisfies Record<
  Severity,
  keyof Totals
>;

async function refuseUnknownRules(named: readonly string[]): Promise<void> {
  const { rules } = await import("../generated/rules.js");
  const ids = rules.map(({ id }) => id);
  for (const rule of named) if (!ids.includes(rule)) throw unknownName("rule", rule, ids);
}

const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === "error"),
});
