import { describe, expect, it } from "vitest";
import { paylint } from "../../support/command.js";

describe("arguments that the command does not take", () => {
  it.each([
    [["--jobs", "-1", "a.ndjson"], '--jobs takes a number from 1 to 99, not "-1"'],
    [["--jobs", "abc", "a.ndjson"], '--jobs takes a number from 1 to 99, not "abc"'],
    [["--max-warnings", "-1", "a"], '--max-warnings takes an integer of at least 0, not "-1"'],
    [["--kind", "--fix", "a"], "--kind needs a value"],
    [["a", "--kind"], "--kind needs a value"],
    [["--fix=yes", "a"], "--fix takes no value"],
    [["-v"], 'unknown option "-v"; did you mean --verbose or --version?'],
    [["-V"], 'unknown option "-V"; did you mean --verbose or --version?'],
    [["-x"], 'unknown option "-x"; see paylint --help'],
    [["rules", "--fix"], "paylint rules does not accept --fix"],
    [["help", "rule"], 'unknown command "rule"; did you mean rules?'],
    [["--statistics", "--format", "json", "."], "--statistics cannot be combined with --format"],
    [["schema", "ksnet.v1.request-pay", "--quiet"], "paylint schema does not accept --quiet"],
    [["init", "--quiet"], "paylint init does not accept --quiet"],
    [["rules", "tax/tax-free", "tax/vbank"], 'paylint rules does not accept "tax/vbank"'],
    [["init", "now"], 'paylint init does not accept "now"'],
    [["--yes", "src"], "--yes is an option of paylint init"],
    [["rule"], "rule: no such file or folder; did you mean paylint rules?"],
    [["schema", "request-pay"], 'unknown kind "request-pay"; did you mean portone.v1.request-pay?'],
    [["--pg", "inics", "."], 'unknown gateway "inics"; did you mean inicis?'],
  ])("The arguments %j are refused in one line", async (args, message) => {
    expect(await paylint(args)).toEqual({
      status: 2,
      stdout: "",
      stderr: `paylint: ${message}\n`,
    });
  });
});

describe("arguments that the command takes", () => {
  it("paylint help prints what --help prints", async () => {
    const { stdout, status } = await paylint(["--help"]);
    expect(await paylint(["help"])).toEqual({ stdout, status, stderr: "" });
    expect(stdout).toContain("2 usage, configuration or I/O error");
  });

  it.each(["inicis", "html5_inicis", "inicis_v2", "ksnet"])(
    "--pg takes %s, a company or a code",
    async (gateway) => {
      expect((await paylint(["--pg", gateway, "."])).status).toBe(0);
    },
  );

  it("A file may have the name of a command misspelt", async () => {
    const { stderr } = await paylint(["rule"], { rule: "" });
    expect(stderr).toContain("a name without an ending is not a format");
  });
});

describe("--fail-on-unchecked", () => {
  const call = "IMP.request_pay(order);";

  it("--fail-on-unchecked fails a run that could not check a call", async () => {
    expect((await paylint(["a.js"], { "a.js": call })).status).toBe(0);
    expect((await paylint(["--fail-on-unchecked", "a.js"], { "a.js": call })).status).toBe(1);
  });

  it("--fail-on-unchecked passes a run that checked every call", async () => {
    expect((await paylint(["--fail-on-unchecked", "a.js"], { "a.js": "let a;" })).status).toBe(0);
  });
});
