import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../dist/cli/config.js";
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
  ])("%j is told with line and column", async (text, message) => {
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

  it("are read as they are written, and what is not filled in is left out with a note", async () => {
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

  it("that are not filled in are told on standard error, and fail nothing", async () => {
    const { status, stderr } = await paylint(["."], { [file]: text });
    expect([status, stderr]).toEqual([
      0,
      `paylint: note: ${file}: channels without a gateway yet: env:NEXT_PUBLIC_CHANNEL\n`,
    ]);
  });

  it("are taken by the schema for editors, and wrong ones are not", () => {
    const schema = new URL("../../../dist/schemas/config.json", import.meta.url);
    const isValid = new Ajv2020().compile(JSON.parse(readFileSync(schema, "utf8")));
    expect(isValid(JSON.parse(text))).toBe(true);
    expect(isValid({ gateways: ["inics"] })).toBe(false);
    expect(isValid({ channels: { a: "inics" } })).toBe(false);
  });
});
