import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** How a project's package manager installs what the lockfile says, and runs what is installed. */
interface PackageManager {
  readonly name: string;
  /** Steps before Node is set up. */
  readonly setUp: readonly string[];
  readonly install: string;
  /** Begins the command line of an installed program, and never fetches one. */
  readonly execute: string;
  /** Adds a development dependency. */
  readonly add: string;
}

const npm: PackageManager = {
  name: "npm",
  setUp: [],
  install: "npm ci",
  execute: "npx --no-install",
  add: "npm install -D",
};

const lockfiles = [
  ...["pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"],
  ...["package-lock.json", "npm-shrinkwrap.json"],
];

/**
 * The package manager whose lockfile a folder holds, or the repository's root above it in a monorepo; npm where there is none.
 */
export function packageManagerOf(from: string): PackageManager {
  const folder = lockedFolder(from) ?? from;
  const has = (file: string) => existsSync(join(folder, file));
  if (has("bun.lock") || has("bun.lockb")) {
    return {
      name: "bun",
      setUp: ["npm install -g bun"],
      install: "bun install --frozen-lockfile",
      execute: "bunx --no-install",
      add: "bun add -d",
    };
  }
  if (has("pnpm-lock.yaml")) {
    return {
      name: "pnpm",
      setUp: ["corepack enable"],
      install: "pnpm install --frozen-lockfile",
      execute: "pnpm exec",
      add: "pnpm add -D",
    };
  }
  if (has("yarn.lock")) {
    const add = "yarn add -D";
    const isBerry = readFileSync(join(folder, "yarn.lock"), "utf8").includes("__metadata:");
    return isBerry
      ? {
          name: "yarn",
          setUp: ["corepack enable"],
          install: "yarn install --immutable",
          execute: "yarn exec",
          add,
        }
      : { ...npm, name: "yarn", install: "yarn install --frozen-lockfile", add };
  }
  const isLocked = has("package-lock.json") || has("npm-shrinkwrap.json");
  return isLocked ? npm : { ...npm, install: "npm install" };
}

/** The nearest folder with a lockfile, no higher than the repository's root. */
function lockedFolder(folder: string): string | undefined {
  if (lockfiles.some((file) => existsSync(join(folder, file)))) return folder;
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, ".git")) ? undefined : lockedFolder(parent);
}

export const githubFile = ".github/workflows/paylint.yml";

/** A workflow for GitHub Actions. */
export const githubWorkflow = ({ setUp, install, execute }: PackageManager): string =>
  [
    "name: paylint",
    "on: [push, pull_request]",
    "permissions:",
    "  contents: read",
    "jobs:",
    "  paylint:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v5",
    "      - uses: actions/setup-node@v5",
    "        with: { node-version: 22 }",
    ...[...setUp, install, `${execute} paylint --format github .`].map(
      (run) => `      - run: ${run}`,
    ),
    "",
  ].join("\n");

export const gitlabFile = ".gitlab-ci.yml";

/** A job for GitLab CI. */
export const gitlabJob = ({ setUp, install, execute }: PackageManager): string =>
  [
    "paylint:",
    "  image: node:22",
    "  script:",
    ...[...setUp, install, `${execute} paylint --format junit . > paylint.xml`].map(
      (run) => `    - ${run}`,
    ),
    "  artifacts:",
    "    when: always",
    "    reports: { junit: paylint.xml }",
    "",
  ].join("\n");
