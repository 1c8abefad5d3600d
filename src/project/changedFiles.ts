import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { UsageError } from "./usageError.js";

/**
 * The files that have changed since a commit, committed or not, and those that git does not know yet; absolute paths. What
 * others have committed since the branch began does not count.
 * @throws {UsageError} where there is no git repository or no such commit
 */
export function changedFiles(since: string, cwd: string): ReadonlySet<string> {
  const said = JSON.stringify(since);
  const top = resolve(cwd, git(cwd, noRepository, "rev-parse", "--show-cdup").trim() || ".");
  const noCommit = {
    en: `--since: no commit ${said}`,
    ko: `--since: 커밋을 찾을 수 없습니다: ${said}`,
  };
  const commit = git(
    cwd,
    noCommit,
    "rev-parse",
    "--verify",
    "--end-of-options",
    `${since}^{commit}`,
  );
  const base = mergeBase(cwd, commit.trim());
  const changed = git(top, noCommit, "diff", "--name-only", "--diff-filter=d", "-z", base);
  const added = git(top, noCommit, "ls-files", "--others", "--exclude-standard", "-z");
  const names = `${changed}${added}`.split("\0").filter((name) => name !== "");
  return new Set(names.map((name) => resolve(top, name)));
}

const noRepository = {
  en: "--since needs a git repository",
  ko: "--since 옵션은 git 저장소에서만 사용할 수 있습니다",
};

function git(cwd: string, complaint: UsageError["text"], ...args: string[]): string {
  try {
    return execFileSync("git", args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 28,
    });
  } catch {
    throw new UsageError(complaint);
  }
}

/** Where the branch began; the commit itself in a shallow clone, which does not know that. */
function mergeBase(cwd: string, commit: string): string {
  try {
    return git(cwd, noRepository, "merge-base", commit, "HEAD").trim();
  } catch {
    return commit;
  }
}
