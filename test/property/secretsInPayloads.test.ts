import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { type Environment, PaylintError, type Validator } from "paylint";
import { afterAll, describe, expect, it } from "vitest";
import { validators } from "../../dist/generated/validators.js";
import { type Kind, kinds } from "../support/payloads.js";

/** Values that no output may show. */
const pan = "5353-9797-1313-8686";
const loosePan = "5353979713138686";
const birth = "771122";
const password = "73";
const resident = "7711221313868";
const secrets = [
  pan,
  loosePan,
  "5353",
  "979713",
  "8686",
  birth,
  "77-11-22",
  resident,
  `"${password}"`,
  "7711",
];

const leaks = (output: string) => secrets.filter((secret) => output.includes(secret));

const main = fileURLToPath(new URL("../../dist/bin/paylint.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "paylint-secrets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bodies with something wrong beside, in or instead of the secret values. */
const bodies: [kind: string, body: Record<string, unknown>][] = [
  ["onetime", { card_number: pan, birth, pwd_2digit: password, amount: "1" }],
  ["onetime", { card_number: loosePan, birth: "77-11-22", pwd_2digit: 73, expiry: "1/77" }],
  ["onetime", { card_number: Number(loosePan), birth: Number(birth), cvc: password }],
  ["onetime", { cardNumber: pan, brith: birth, pwd2digit: password, card_number: [pan] }],
  ["onetime", { merchant_uid: { card: { number: loosePan, birth } } }],
  ["billing-key", { card_number: ` ${pan} `, birth: `${birth}-`, pwd_2digit: ` ${password}` }],
  ["billing-key", { customer: { card_number: pan, birth }, pwd_2digit: [password] }],
  [
    "schedule",
    { schedules: [{ card_number: pan, birth }], card_number: loosePan, birth: "77-11-22" },
  ],
  ["receipt", { identifier: resident, identifier_type: "phone" }],
  ["receipt", { identifier: Number(resident), identifer: resident }],
  ["external-receipt", { identifier: `${birth}-1313868`, identifier_type: "person" }],
  ["vbank", { escrow_password: birth, vbank_num: loosePan, pg_api_key: resident }],
  ["payment", { card_number: pan, status: "PAID" }],
  ["callback", { card_number: pan }],
  ["request-pay", { card_number: pan, birth, customer: { pwd_2digit: password } }],
];

describe("The library", () => {
  it.each(bodies)("The library shows no secret of %s %j", (kind, body) => {
    // Named by what all have in common: to call each kind's own `parse`, the compiler works out all their types.
    const validator: Validator<Record<Environment, unknown>> =
      validators[`ksnet.v1.${kind}` as Kind];
    for (const locale of ["en", "ko"] as const) {
      const result = validator.check(body, { locale });
      expect(result.diagnostics.length).toBeGreaterThan(0);
      expect(leaks(JSON.stringify(result))).toEqual([]);
    }
    try {
      validator.parse(body);
    } catch (error) {
      expect(error).toBeInstanceOf(PaylintError);
      expect(leaks(`${error} ${(error as Error).stack} ${JSON.stringify(error)}`)).toEqual([]);
    }
    expect(leaks(JSON.stringify(validator["~standard"].validate(body)))).toEqual([]);
  });
  it("The library shows no secret whatever is beside it", () => {
    const places = ["card_number", "birth", "pwd_2digit", "identifier", "cvc", "expiry"];
    const body = fc.dictionary(
      fc.constantFrom(...places),
      fc.constantFrom(...[pan, loosePan, "5353", "979713", birth, "77-11-22", resident]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), body, fc.jsonValue(), (kind, secret, other) => {
        const payload = { ...secret, amount: other, schedules: [other], buyer_name: other };
        const known = JSON.stringify(other);
        const shown = leaks(JSON.stringify(validators[kind].check(payload)));
        expect(shown.filter((text) => !known.includes(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("The command line", () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  for (const [index, [kind, body]] of bodies.entries()) {
    write(`line${index}.${kind}.json`, JSON.stringify(body));
    write(`lines${index}.${kind}.json`, JSON.stringify(body, null, 2));
    write(`rows${index}.${kind}.ndjson`, `${JSON.stringify(body)}\n${JSON.stringify(body)}\n`);
    const yaml = Object.entries(body).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    write(`doc${index}.${kind}.yaml`, `${yaml.join("\n")}\n`);
  }
  write(
    "twice.onetime.json",
    `{ "card_number": "${pan}", "card_number": "${loosePan}", "amount": 1 }`,
  );
  write("alias.onetime.yaml", `x: &b ${birth}\nbirth: *b\ny: &c [${loosePan}]\ncard_number: *c\n`);
  write("block.onetime.yaml", `card_number: |\n  ${pan}\n  ${loosePan}\nbirth: >-\n  ${birth}\n`);
  write("broken.onetime.json", `{ "card_number": "${pan}", "birth": ${birth} "x" }`);
  write("broken.onetime.yaml", `card_number: "${pan}\nbirth: ${birth}: x: ${loosePan}\n`);

  const formats = ["pretty", "json"].flatMap((format) =>
    ["en", "ko"].map((locale) => [format, locale]),
  );
  it.each(formats)("The command line shows no secret as %s in %s", (format, locale) => {
    const args = ["--format", format as string, "--locale", locale as string, "."];
    const { stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(stdout.length).toBeGreaterThan(5000);
    expect(stderr).toContain("broken.onetime.json");
    expect(leaks(stdout + stderr)).toEqual([]);
    // The form is shown all the same.
    if (format === "pretty") expect(stdout).toContain("****-****-****-****");
  });
});
