import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
}
interface Job {
  readonly "timeout-minutes"?: number;
  readonly permissions?: Record<string, string>;
  readonly strategy?: { matrix: Record<string, unknown[]> };
  readonly steps: Step[];
}
interface Workflow {
  readonly permissions?: Record<string, string>;
  readonly concurrency?: unknown;
  readonly jobs: Record<string, Job>;
}

const read = (path: string): string => readFileSync(join(".github", path), "utf8");
const workflows = readdirSync(".github/workflows").map((name) => {
  const text = read(`workflows/${name}`);
  return { name, text, workflow: parse(text) as Workflow };
});
const workflowOf = (name: string) => parse(read(`workflows/${name}.yml`)) as Workflow;

describe.each(workflows)("The workflow $name", ({ text, workflow }) => {
  const jobs = Object.values(workflow.jobs);

  it("A workflow has no right but those that a job asks for", () => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of jobs) expect(permissions).toBeDefined();
  });

  it("A workflow ends in time, and runs once at a time", () => {
    for (const job of jobs) expect(job["timeout-minutes"]).toBeLessThan(360);
    expect(workflow.concurrency).toBeDefined();
  });

  it("A workflow names each action by its commit, with the version as a comment", () => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("A workflow keeps no right to push in the checked out folder", () => {
    const checkouts = jobs
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    for (const step of checkouts) expect(step.with?.["persist-credentials"]).toBe(false);
  });

  it("A workflow runs only scripts that exist", () => {
    const commands = jobs.flatMap(({ steps }) => steps.map(({ run }) => run ?? "")).join("\n");
    for (const [, script] of commands.matchAll(/npm run ([\w:-]+)/g)) {
      expect(Object.keys(packageJson.scripts)).toContain(script);
    }
    for (const [script] of commands.matchAll(/^\.ci\/\S+/gm)) expect(existsSync(script)).toBe(true);
  });
});

describe("Continuous integration", () => {
  it("Continuous integration covers three systems, and each Node version from the oldest that the package allows", () => {
    const matrix = workflowOf("ci").jobs.test?.strategy?.matrix;
    expect(matrix?.os).toEqual(["ubuntu", "windows", "macos"]);
    expect(matrix?.node).toEqual([20, 22, 24]);
    expect(packageJson.engines.node).toBe(">=20.19");
  });

  it("Continuous integration repeats the long proofs every week", () => {
    const { jobs } = workflowOf("weekly");
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run));
    expect(commands).toEqual(
      expect.arrayContaining([
        "npm run prove",
        "npm run mutate ${{ matrix.part }}",
        "npm run mutate:tables ${{ matrix.share }}",
      ]),
    );
    const shares = jobs.tables?.strategy?.matrix.share as string[];
    expect(shares).toEqual(shares.map((_, index) => `${index + 1}/${shares.length}`));
  });

  it.skipIf(process.platform === "win32")(
    "Continuous integration changes each file that decides what is found, in one job",
    () => {
      const parts = workflowOf("weekly").jobs.mutate?.strategy?.matrix.part as string[];
      const filesBelow = (folder: string) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".ts"))
          .map((file) => `${folder}/${file}`);
      const changed = parts.flatMap((part) =>
        execFileSync("bash", ["-c", `printf '%s\\n' ${part}`], { encoding: "utf8" })
          .trim()
          .split("\n")
          .flatMap((one) => {
            if (one.endsWith(".ts")) return [one];
            return filesBelow(one.startsWith("src/") ? one : `src/${one}`);
          }),
      );
      const folders = ["constraint", "extract", "lint", "validator"];
      const all = folders.flatMap((folder) => filesBelow(`src/${folder}`));
      expect(changed.toSorted()).toEqual(all.toSorted());
    },
  );
});

describe("A release", () => {
  it("A release names the repository that it runs in, whose provenance npm compares", () => {
    const step = workflowOf("release").jobs.pack?.steps.find(
      ({ name }) => name === "Name the repository",
    );
    const folder = mkdtempSync(join(tmpdir(), "paylint-release-"));
    try {
      writeFileSync(join(folder, "package.json"), "{}");
      execFileSync("bash", ["-euo", "pipefail", "-c", step?.run ?? "exit 1"], {
        cwd: folder,
        env: {
          ...process.env,
          GITHUB_SERVER_URL: "https://github.com",
          GITHUB_REPOSITORY: "shop/paylint-fork",
        },
      });
      expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({
        repository: { type: "git", url: "git+https://github.com/shop/paylint-fork.git" },
        homepage: "https://github.com/shop/paylint-fork#readme",
        bugs: { url: "https://github.com/shop/paylint-fork/issues" },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("A release publishes without a token, in a job that runs no code of the repository or a dependency", () => {
    const { publish } = workflowOf("release").jobs;
    expect(publish?.permissions).toEqual({ "id-token": "write" });
    expect(publish?.steps.flatMap(({ run }) => run ?? [])).toEqual([
      "npm publish ./*.tgz --provenance --access public",
    ]);
    expect(read("workflows/release.yml")).not.toContain("secrets.");
  });

  it("A release takes its notes from the part of the changelog that is about its version", () => {
    const step = workflowOf("release").jobs.announce?.steps.find(({ name }) =>
      name?.startsWith("Announce"),
    );
    const command = step?.run?.split("\n")[0]?.replace(/ > .*/, "") as string;
    const notes = execFileSync("bash", ["-c", command], {
      encoding: "utf8",
      env: { ...process.env, GITHUB_REF_NAME: `v${packageJson.version}` },
    });
    expect(notes).toContain("\n- ");
    expect(notes).not.toContain("## ");
  });
});

describe("An issue form", () => {
  const forms = readdirSync(".github/ISSUE_TEMPLATE")
    .filter((name) => name !== "config.yml")
    .sort();

  it("The issue form for a refused request of which paylint said nothing comes first", () => {
    expect(parse(read(`ISSUE_TEMPLATE/${forms[0]}`)).name).toContain(
      "This request was refused and paylint said nothing",
    );
  });

  it.each(forms)(
    "The issue form %s asks in Korean and in English, each question by its own name",
    (form) => {
      const { name, description, body } = parse(read(`ISSUE_TEMPLATE/${form}`)) as {
        name: string;
        description: string;
        body: { type: string; id?: string; attributes: { label?: string } }[];
      };
      for (const text of [name, description]) expect(text).toMatch(/[가-힣].*[a-z]/s);
      const asked = body.filter(({ type }) => type !== "markdown");
      expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
      for (const { attributes } of asked) expect(attributes.label).toBeTruthy();
    },
  );
});
