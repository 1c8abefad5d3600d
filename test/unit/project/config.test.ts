import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../dist/project/config.js";
import { readConfigFile } from "../../../dist/project/configFile.js";
import { folderWith, paylint } from "../../support/command.js";

const file = "paylint.config.json";

describe("what a configuration gets wrong", () => {
  it.each([
    ['{\n  "locale": "ko",\n  "rules": { "tax/taxfree": "off" }\n}', "3:14: unknown rule"],
    ['{\n  "enviroment": "pc"\n}', "2:3: unknown key of the configuration"],
    ['{\n  "files": [\n    { "files": 1 }\n  ]\n}', "3:16: files of an entry of files must be"],
    ['{\n  "files": [\n    { "kind": "ksnet.v1.vbank" }\n  ]\n}', "3:5: files of an entry"],
    ['{\n  "locale": "ko"\n  "rules": {}\n}', "3:3: broken JSON: comma expected"],
    ["", "1:1: broken JSON: value expected"],
    ["// nothing", "1:11: broken JSON: value expected"],
    ['\ufeff{ "locale": "de" }', "1:13: unknown locale"],
  ])("The wrong configuration %j is told with line and column", async (text, message) => {
    const { status, stderr } = await paylint(["."], { [file]: text });
    expect(stderr).toContain(`paylint: ${file}:${message}`);
    expect(stderr.trimEnd()).not.toContain("\n");
    expect(status).toBe(2);
  });
});

describe("channels and gateways", () => {
  const text = JSON.stringify({
    gateways: ["inicis", "ksnet"],
    channels: {
      "channel-key-1": "html5_inicis",
      "env:NEXT_PUBLIC_CHANNEL": "",
      "const:CHANNEL": "kakaopay",
    },
    files: [{ files: "src/**", gateway: "nice" }],
  });

  it("Channels and gateways are read as they are written, and what is not filled in is left out with a note", async () => {
    const config = await readConfig(undefined, folderWith({ [file]: text }));
    expect(config.gateways).toEqual(["inicis", "ksnet"]);
    expect(config.channels).toEqual({
      "channel-key-1": "html5_inicis",
      "const:CHANNEL": "kakaopay",
    });
    expect(config.notes).toEqual([
      {
        en: `${file}: channels without a gateway yet: env:NEXT_PUBLIC_CHANNEL`,
        ko: `${file}: PG사를 아직 지정하지 않은 채널: env:NEXT_PUBLIC_CHANNEL`,
      },
    ]);
  });

  it("Channels that are not filled in are told on standard error, and fail nothing", async () => {
    const { status, stderr } = await paylint(["."], { [file]: text });
    expect([status, stderr]).toEqual([
      0,
      `paylint: note: ${file}: channels without a gateway yet: env:NEXT_PUBLIC_CHANNEL\n`,
    ]);
  });

  it("Channels and gateways are taken by the schema for editors, and wrong ones are not", () => {
    const schema = new URL("../../../dist/schemas/config.json", import.meta.url);
    const isValid = new Ajv2020().compile(JSON.parse(readFileSync(schema, "utf8")));
    expect(isValid(JSON.parse(text))).toBe(true);
    expect(isValid({ gateways: ["inics"] })).toBe(false);
    expect(isValid({ channels: { a: "inics" } })).toBe(false);
  });
});

describe("severities", () => {
  const call = 'IMP.request_pay({ pg: "ksnet", amount: "1" });';
  const severitiesIn = async (args: string[], files: Record<string, string>) => {
    const { stdout } = await paylint(["--format", "json", ...args], files);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, string>[] };
    return Object.fromEntries(
      diagnostics.map((one) => [`${one.file} ${one.rule}`, one.severity as string]),
    );
  };

  it("Severities of a group are those of its rules, unless a rule has its own", async () => {
    const rules = { "shape/type": "warning", "shape/*": "off" };
    const found = await severitiesIn(["."], { [file]: JSON.stringify({ rules }), "a.js": call });
    expect(Object.entries(found).filter(([name]) => name.includes("shape/"))).toEqual([
      ["a.js shape/type", "warning"],
    ]);
  });

  it("Severities of a folder count more than the others, and those of the command line most", async () => {
    const config = {
      rules: { "shape/type": "warning" },
      files: [
        { files: "old/**", rules: { "shape/type": "info" } },
        { files: "**", rules: { "tax/*": "off" } },
      ],
    };
    const files = { [file]: JSON.stringify(config), "a.js": call, "old/a.js": call };
    const found = await severitiesIn(["."], files);
    expect(found["a.js shape/type"]).toBe("warning");
    expect(found["old/a.js shape/type"]).toBe("info");
    expect(Object.keys(found).join()).not.toContain("tax/");
    const asked = await severitiesIn(["--rule", "shape/*=error", "."], files);
    expect(asked["old/a.js shape/type"]).toBe("error");
  });

  it("Severities of a group that does not exist are refused with the nearest", async () => {
    const { stderr } = await paylint(["."], { [file]: '{ "rules": { "issuers/*": "off" } }' });
    expect(stderr).toContain(
      `${file}:1:14: unknown group of rules "issuers/*"; did you mean issuer/*?`,
    );
  });
});

describe("a configuration that extends others", () => {
  it("A configuration that extends others counts more than they do, and their globs begin at their own folders", () => {
    const folder = folderWith({
      "shared/base.json": JSON.stringify({
        locale: "ko",
        gateways: ["inicis"],
        channels: { a: "kcp", b: "" },
        rules: { "tax/*": "off", "shape/type": "warning" },
        files: [{ files: "in/**", gateway: "nice" }],
        ignores: "skipped/**",
      }),
      "node_modules/@shop/paylint/pay.json": '{ "environment": "pc" }',
      [file]: JSON.stringify({
        extends: ["./shared/base.json", "@shop/paylint/pay.json"],
        channels: { b: "ksnet" },
        rules: { "shape/type": "error" },
        files: [{ files: "shared/in/own/**", gateway: "ksnet" }],
      }),
    });
    const config = readConfigFile(join(folder, file), folder);
    expect(config).toMatchObject({
      locale: "ko",
      environment: "pc",
      gateways: ["inicis"],
      notes: [],
    });
    expect(config.channels).toEqual({ a: "kcp", b: "ksnet" });
    expect(config.rulesOf("a.js").get("shape/type")).toBe("error");
    expect(config.rulesOf("a.js").get("tax/tax-free")).toBe("off");
    expect(["shared/in/a.js", "shared/in/own/a.js", "in/a.js"].map(config.gatewayOf)).toEqual([
      "nice",
      "ksnet",
      undefined,
    ]);
    expect(config.isIgnored?.("shared/skipped/a.js")).toBe(true);
  });

  it.each([
    [{ [file]: '{ "extends": "./no.json" }' }, "no.json: no such file or folder"],
    [
      { [file]: '{ "extends": "no-package/a.json" }' },
      `${file}:1:14: "no-package/a.json" is not a file of a package`,
    ],
    [{ [file]: '{ "extends": 1 }' }, `${file}:1:14: extends must be a path or an array of paths`],
    [
      { [file]: '{ "extends": "./b.json" }', "b.json": `{ "extends": "./${file}" }` },
      "b.json:1:14: extends leads back to this file",
    ],
    [
      { [file]: '{ "extends": "./b.json" }', "b.json": '{ "locale": 1 }' },
      "b.json:1:13: unknown locale",
    ],
  ])("The extended configuration %j is trouble where it is", async (files, message) => {
    const { status, stderr } = await paylint(["."], files);
    expect(stderr).toContain(`paylint: ${message}`);
    expect(status).toBe(2);
  });
});
