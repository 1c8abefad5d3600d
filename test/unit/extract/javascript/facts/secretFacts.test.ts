import { describe, expect, it } from "vitest";
import { factsIn } from "../reading.js";

// Made up for this test; the form alone is that of a secret.
const secret = "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3";
const at = `at "${secret}"`;

/** What is told of secrets and of the environment. */
const told = (code: string) => factsIn(code).filter((one) => /^(?:secret|env)-/.test(one));

describe("A secret that is written out is told by the name that it is given to", () => {
  it.each([
    `const IMP_SECRET = "${secret}";`,
    `let portoneApiSecret = "${secret}";`,
    `const options = { imp_secret: "${secret}" };`,
    `const options = { "imp_secret": "${secret}" };`,
    `class Shop { impSecret = "${secret}"; }`,
    `class Shop { static PORTONE_V2_API_SECRET = "${secret}"; }`,
    `config.imp_secret = "${secret}";`,
    `config["imp_secret"] = "${secret}";`,
    `process.env.IMP_SECRET = "${secret}";`,
    `IMP_SECRET = "${secret}";`,
    `import { PortOneClient } from "@portone/server-sdk"; const a = PortOneClient({ secret: "${secret}" });`,
    `import { PaymentClient } from "@portone/server-sdk"; const a = PaymentClient({ secret: "${secret}" });`,
    `import { PortOneClient } from "@portone/server-sdk"; const a = new PortOneClient({ secret: "${secret}" });`,
  ])("A secret that is written out is told: %s", (code) => {
    expect(told(`${code} use("imp_secret");`)).toEqual([`secret-literal own ${at}`]);
  });
  it.each([
    `const shop = "${secret}";`,
    `const options = { secret: "${secret}" };`,
    `sign({ secret: "${secret}" });`,
    `import { sign } from "jwt"; sign({ secret: "${secret}" });`,
    `import { verify } from "@portone/server-sdk"; verify({ secret: "${secret}" });`,
    `import { PortOneClient } from "@portone/server-sdk"; PortOneClient({ storeId: "${secret}" });`,
    `import { PortOneClient } from "other"; PortOneClient({ secret: "${secret}" });`,
    `const { imp_secret = "${secret}" } = options;`,
    `const options = { ["imp_secret"]: "${secret}" };`,
    `const isSame = imp_secret === "${secret}";`,
    `config["imp_secret"]("${secret}");`,
    `const IMP_SECRET = "YOUR_IMP_SECRET_GOES_HERE_0123456789";`,
    `const IMP_SECRET = "short0123456789";`,
    "const IMP_SECRET = 12345678901234567890;",
    `const list = ["imp_secret", "${secret}"];`,
  ])("and nothing is told of %s", (code) => {
    expect(told(`${code} use("imp_secret");`)).toEqual([]);
  });

  it.each([
    ["whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0", true],
    ["PortOne abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN0123456789", true],
    ["whsec_c2Vj", false],
    ["PortOne abcdefghij", false],
    ["see whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0", false],
  ])("A secret whose form alone tells needs no name: %s", (text, isTold) => {
    const code = `verify("${text}"); use("imp_secret");`;
    expect(told(code)).toEqual(isTold ? [`secret-literal own at "${text}"`] : []);
  });

  it("A secret that PortOne publishes for tests is told as that", () => {
    const published = `ekKoeW8RyKuT0zgaZsUt${"XXTB4qQ2WW8VFg6SnYqm3DFwo05CVwVi"}`;
    expect(told(`const imp_secret = "${published.slice(0, 20)}a1b2c3";`)).toEqual([
      `secret-literal published at "${published.slice(0, 20)}a1b2c3"`,
    ]);
  });

  it("A text of fewer than twenty characters is no secret, whatever its name", () => {
    const isTold = (length: number) =>
      told(`const imp_secret = "${secret.slice(0, length)}";`).length > 0;
    expect([isTold(19), isTold(20)]).toEqual([false, true]);
  });

  it("A sample is not held against its writer", () => {
    expect(factsIn(`const imp_secret = "${secret}";`, { isSample: true })).toEqual([]);
  });
});

describe("A secret is told that its name builds into a page", () => {
  it.each([
    "process.env.NEXT_PUBLIC_IMP_SECRET",
    "process.env.REACT_APP_PORTONE_API_SECRET",
    "import.meta.env.VITE_IAMPORT_SECRET",
    "process?.env.NEXT_PUBLIC_IMP_SECRET",
    `process.env["NEXT_PUBLIC_IMP_SECRET"]`,
  ])("A secret is told that its name builds into a page: %s", (name) => {
    const [, key] = /(\w+)(?:"\])?$/.exec(name) ?? [];
    expect(told(`const a = ${name}; use("imp_secret");`)).toEqual([
      `secret-public ${key} at ${name}`,
    ]);
  });
  it.each([
    "process.env.IMP_SECRET",
    "process.env.NEXT_PUBLIC_STORE_ID",
    "config.env.NEXT_PUBLIC_IMP_SECRET",
    "env.NEXT_PUBLIC_IMP_SECRET",
    "process.env[NEXT_PUBLIC_IMP_SECRET]",
    "import.meta.NEXT_PUBLIC_IMP_SECRET",
  ])("and nothing is told of %s", (name) => {
    expect(told(`const a = ${name}; use("imp_secret");`)).toEqual([]);
  });
});

describe("A name is told that a page does not see", () => {
  const use = `; use("imp_secret");`;
  it.each([
    "STORE_ID",
    "PORTONE_CHANNEL_KEY",
    "IMP_CODE",
    "IAMPORT_CODE",
    "CHANNELKEY",
    "storeId",
    "PORT_ONE_CODE",
  ])("A name is told that a page does not see: %s", (name) => {
    const vite = `import.meta.env.${name}`;
    expect(told(`const a = ${vite}${use}`)).toEqual([`env-hidden ${name} at ${vite}`]);
    const node = `process.env.${name}`;
    expect(told(`"use client"; const a = ${node}${use}`)).toEqual([
      `env-hidden ${name} at ${node}`,
    ]);
    expect(told(`const a = ${node}${use}`)).toEqual([]);
  });
  it.each([
    "const a = import.meta.env.MODE",
    "const a = import.meta.env.API_HOST",
    "const a = import.meta.env.VITE_STORE_ID",
    "const a = import.meta.env.SSR && import.meta.env.STORE_ID",
    `import { a } from "$env/static/private"; const b = import.meta.env.STORE_ID`,
    `import { a } from "astro:content"; const b = import.meta.env.STORE_ID`,
    `"use client"; const a = process.env.NEXT_PUBLIC_STORE_ID`,
    `"use client"; const a = process.env.NODE_ENV`,
    `"use client"; const a = process.env.API_HOST`,
  ])("and nothing is told of %s", (code) => {
    expect(told(`${code}${use}`)).toEqual([]);
  });
});
