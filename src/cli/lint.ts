import { resolve } from "node:path";
import { formatOf } from "../extract/formats.js";
import type { LintOptions } from "../lint/types.js";
import type { Baseline } from "../project/baseline.js";
import { nearestFile } from "../project/config.js";
import { optionsByConfig } from "../project/lintOptions.js";
import { type KnownPackages, projectFactsFor } from "../project/projectFacts.js";
import { about } from "../project/reason.js";
import { noteOf, UsageError } from "../project/usageError.js";
import type { Severity, Text } from "../validator/types.js";
import { findTargets, reason, type Target } from "./files/discover.js";
import { outputNamed } from "./formats/index.js";
import { type Io, OutputError } from "./io.js";
import { bytesOfInterest, kindIsSaid, type LintedFile, lintFile } from "./lintFile.js";
import type { LintSettings } from "./options.js";
import type { Progress } from "./progress.js";
import { RepeatedInfos } from "./repeatedInfos.js";
import type { FileReport, LocatedDiagnostic, Totals } from "./report.js";
import { styleOf } from "./terminal.js";

/** Where a run prints. */
interface Printing {
  readonly io: Io;
  /** One line on standard error. */
  warn(trouble: string | Text): void;
  /** Resolves when more may be printed. */
  print(text: string): Promise<void>;
  readonly progress: Progress;
  /** Hears of everything that is found, also of what is not printed. */
  onReport?(report: FileReport): void;
  /** Whether a finding is known already, and not to be told. */
  isKnown?(diagnostic: LocatedDiagnostic): boolean;
}

/** Lints what the settings name, and prints what it finds as it finds it; returns the exit status. */
export async function lint(settings: LintSettings, printing: Printing): Promise<number> {
  const { paths, severities } = settings;
  const asked =
    severities.size > 0
      ? (await import("../project/severities.js")).severitiesBy(severities)
      : new Map<string, never>();
  if (paths.length === 0) {
    throw new UsageError({
      en: "nothing to lint: name a file, a folder, or - for standard input",
      ko: "검사할 대상이 없습니다. 파일, 폴더, 또는 -(표준 입력)를 지정하세요",
    });
  }
  return new Run(
    { ...settings, severities: asked },
    printing,
    await scopeOf(settings, printing),
  ).run();
}

/** What of the files and findings of a run counts. */
interface Scope {
  /** Absolute paths of the files that are looked at; all where it is absent. */
  readonly changed?: ReadonlySet<string>;
  readonly baseline?: Baseline;
}

async function scopeOf({ since, usesBaseline }: LintSettings, { io }: Printing): Promise<Scope> {
  const changed =
    since === undefined
      ? undefined
      : (await import("../project/changedFiles.js")).changedFiles(since, io.cwd);
  const file = usesBaseline ? nearestFile("paylint.baseline.json", io.cwd) : undefined;
  const baseline =
    file === undefined
      ? undefined
      : (await import("../project/baseline.js")).readBaseline(file, io.cwd);
  return { ...(changed && { changed }), ...(baseline && { baseline }) };
}

class Run {
  readonly #settings: LintSettings;
  readonly #printing: Printing;
  readonly #scope: Scope;
  readonly #counts = new Counts();
  readonly #infos = new RepeatedInfos();
  readonly #packages: KnownPackages = new Map();
  #hasErrors = false;

  constructor(settings: LintSettings, printing: Printing, scope: Scope) {
    this.#settings = settings;
    this.#printing = printing;
    this.#scope = scope;
  }

  async run(): Promise<number> {
    const { paths, stdinFilename, config, diff, format, locale, isVerbose } = this.#settings;
    const { io, progress, print } = this.#printing;
    // A run that shows what it would change shows nothing else.
    const writing = diff
      ? undefined
      : (await outputNamed(format)).start({ ...styleOf(io), locale, isVerbose });
    const show = async (report: FileReport, changes?: string) => {
      this.#counts.addReport(report);
      const { quiet } = this.#settings;
      const text = changes ?? writing?.report(quiet ? errorsOnly(report) : report) ?? "";
      if (text === "") return;
      progress.end();
      await print(text);
    };
    for await (const target of findTargets(paths, stdinFilename, io)) {
      if ("note" in target) {
        this.#printing.warn(noteOf(target.note));
        continue;
      }
      if ("message" in target) {
        this.#fail(about(target.file, target.message));
        continue;
      }
      if (config.isIgnored?.(target.file) || !this.#isInScope(target)) continue;
      this.#counts.visited++;
      progress.at(this.#counts.visited);
      try {
        await this.#lintTarget(target, show);
      } catch (error) {
        if (error instanceof OutputError) throw error;
        const words = error instanceof UsageError ? error.text : reason(error);
        this.#fail(about(target.file, words));
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
    const options = this.#optionsFor(target);
    const isStream = formatOf(target.ending)?.language === "ndjson" && settings.fix === "no";
    if (isStream && (target.named || (await kindIsSaid(options)))) {
      await this.#lintStream(target, options, show);
      return;
    }
    const bytes = await bytesOfInterest(target, options);
    const onError = (trouble: string | Text) => this.#fail(trouble);
    const linted = bytes && (await lintFile(target, bytes, options, settings, onError));
    if (!linted) return;
    this.#counts.files++;
    this.#counts.add(linted);
    await show(this.#told(linted.report), linted.diff);
  }

  #isInScope({ path, file }: Target): boolean {
    const { changed } = this.#scope;
    return !changed || path === undefined || changed.has(resolve(this.#printing.io.cwd, file));
  }

  /** A report without what is known already, and what is held back until the end. */
  #told(report: FileReport): FileReport {
    this.#printing.onReport?.(report);
    const { baseline } = this.#scope;
    const { isKnown, io } = this.#printing;
    const { diagnostics } = report;
    if ((!baseline && !isKnown) || diagnostics.length === 0) return this.#infos.takenFrom(report);
    const path = resolve(io.cwd, report.file);
    const found = diagnostics.filter((one) => !baseline?.has(path, one) && !isKnown?.(one));
    this.#counts.known += diagnostics.length - found.length;
    return this.#infos.takenFrom({ ...report, diagnostics: found });
  }

  async #lintStream(
    target: Target,
    options: LintOptions,
    show: (report: FileReport) => Promise<void>,
  ): Promise<void> {
    const { lintStream } = await import("./ndjson/lintStream.js");
    let isOurs = target.named;
    for await (const chunk of lintStream(target, options, this.#settings.jobs)) {
      for (const message of chunk.errors) this.#fail(message);
      isOurs ||= chunk.payloads > 0;
      this.#counts.add({ ...chunk, calls: 0, fixed: 0 });
      await show(this.#told(chunk.report));
    }
    if (isOurs) this.#counts.files++;
  }

  #fail(trouble: string | Text): void {
    this.#hasErrors = true;
    this.#printing.progress.end();
    this.#printing.warn(trouble);
  }

  /** How the linter is to lint a target. */
  #optionsFor({ file, path, ending }: Target): LintOptions {
    const { kind, config, severities, pg, environment, locale } = this.#settings;
    const { isData = true, isServer = false } = formatOf(ending) ?? {};
    // No page loads server code.
    const project =
      typeof path === "string" && !isData && !isServer
        ? projectFactsFor(path, this.#printing.io.cwd, this.#packages)
        : undefined;
    return {
      // Standard input has a format, but no name.
      filename: file.toLowerCase().endsWith(ending) ? file : `${file}${ending}`,
      environment,
      locale,
      now: new Date(),
      ...optionsByConfig(file, config, severities),
      ...(kind !== undefined && { kind }),
      ...(pg !== undefined && { assume: pg }),
      ...(project && { project }),
    };
  }

  #isFailure(): boolean {
    const { maxWarnings, failOnUnchecked } = this.#settings;
    const { errors, warnings, unchecked } = this.#counts;
    const hasTooMany = maxWarnings !== undefined && warnings > maxWarnings;
    return errors > 0 || hasTooMany || (failOnUnchecked && unchecked > 0);
  }
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
  known = 0;
  fixed = 0;
  readonly fixable = { safe: 0, unsafe: 0 };
  errors = 0;
  warnings = 0;
  infos = 0;

  add({
    payloads,
    calls,
    neutral,
    fixed,
  }: Pick<LintedFile, "payloads" | "calls" | "neutral" | "fixed">): void {
    this.payloads += payloads;
    this.calls += calls;
    this.neutral += neutral;
    this.fixed += fixed;
  }

  addReport({ unchecked, diagnostics, reports }: FileReport): void {
    this.unchecked += unchecked.length;
    for (const { severity, textFix } of diagnostics) {
      this[counters[severity]]++;
      if (textFix) this.fixable[textFix.safe ? "safe" : "unsafe"]++;
    }
    for (const { call, gateway, gateways = gateway === null ? [] : [gateway] } of reports) {
      if (call === undefined) continue;
      const as = gateways.join();
      this.judged.set(as, (this.judged.get(as) ?? 0) + 1);
    }
  }
}

const counters = { error: "errors", warning: "warnings", info: "infos" } as const satisfies Record<
  Severity,
  keyof Totals
>;

const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  diagnostics: report.diagnostics.filter(({ severity }) => severity === "error"),
});
