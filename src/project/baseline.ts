import { readFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { about, reason } from "./reason.js";
import { UsageError } from "./usageError.js";

export const baselineFile = "paylint.baseline.json";

/** What tells a finding of a file from the others, also when lines have moved. */
interface KnownFinding {
  readonly rule: string;
  readonly fingerprint: string;
}

/** Fingerprints of findings by file, from the baseline's folder, and by rule. */
type Findings = Record<string, Record<string, string[]>>;

/** The findings that were there when the baseline was written. */
export class Baseline {
  readonly #findings: Findings;
  readonly #folder: string;

  constructor(findings: Findings, folder: string) {
    this.#findings = findings;
    this.#folder = folder;
  }

  /** Whether the baseline has a finding of a file. */
  has(path: string, { rule, fingerprint }: KnownFinding): boolean {
    const ofFile = this.#findings[nameIn(this.#folder, path)];
    return ofFile?.[rule]?.includes(fingerprint) ?? false;
  }
}

/** A path as a baseline has it: from its folder, with forward slashes. */
const nameIn = (folder: string, path: string): string =>
  relative(folder, path).split(sep).join("/");

/**
 * Reads a baseline.
 * @throws {UsageError} where it cannot be read
 */
export function readBaseline(file: string, cwd: string): Baseline {
  const name = relative(cwd, file);
  try {
    const { version, findings } = JSON.parse(readFileSync(file, "utf8"));
    if (version === 1 && typeof findings === "object" && findings !== null) {
      return new Baseline(findings, dirname(file));
    }
  } catch (error) {
    throw new UsageError(about(name, reason(error)));
  }
  throw new UsageError(
    about(name, {
      en: "is not a baseline of this version; write it again with paylint baseline",
      ko: "이 버전의 baseline 파일이 아닙니다. paylint baseline으로 다시 만드세요",
    }),
  );
}

/** Collects what is found, for a baseline in a folder. */
export class BaselineWriter {
  readonly #findings: Findings = {};
  readonly #folder: string;
  count = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(path: string, { rule, fingerprint }: KnownFinding): void {
    this.#findings[nameIn(this.#folder, path)] ??= {};
    const ofFile = this.#findings[nameIn(this.#folder, path)] as Record<string, string[]>;
    ofFile[rule] ??= [];
    ofFile[rule].push(fingerprint);
    this.count++;
  }

  /** The file's text, in which everything is sorted so that it changes little. */
  get text(): string {
    const findings = sorted(this.#findings, (rules) => sorted(rules, (prints) => prints.sort()));
    return `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
  }
}

const sorted = <Value>(of: Record<string, Value>, each: (value: Value) => Value) =>
  Object.fromEntries(
    Object.keys(of)
      .sort()
      .map((key) => [key, each(of[key] as Value)]),
  );
