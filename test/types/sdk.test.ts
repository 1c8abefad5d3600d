import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { validators } from "../../dist/generated/validators.js";
import type { Vector } from "../../src/compiler/examples/vectors.js";
import type { Kind } from "../support/payloads.js";
import { repository, tsc } from "../support/system.js";

/** The SDK's function for each kind of payload that it takes. */
const functions = {
  "request-payment": "requestPayment",
  "issue-billing-key": "requestIssueBillingKey",
  "issue-billing-key-and-pay": "requestIssueBillingKeyAndPay",
  "load-payment-ui": "loadPaymentUI",
  "load-issue-billing-key-ui": "loadIssueBillingKeyUI",
};

const read = (path: string) => readFileSync(join(repository, path), "utf8");

/** Compiles texts in one file, each on a line after the heading, and gives the compiler's complaints by line, from 0. */
function complaintsOf(heading: string, lines: readonly string[]) {
  const folder = join(repository, "coverage/sdk");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "calls.ts");
  writeFileSync(file, [heading, ...lines, ""].join("\n"));
  const options = "--noEmit --strict --module nodenext --target es2022 --skipLibCheck";
  const { stdout } = tsc(options, [file]);
  rmSync(folder, { recursive: true });
  return [...stdout.matchAll(/^\S+?\((\d+),(\d+)\): (error (?:.*\n)(?: .*\n)*)/gm)].map(
    ([, line, column, text]) => ({
      line: Number(line) - 2,
      column: Number(column),
      text: text as string,
    }),
  );
}

/** The path of the key that a complaint is about, in the line that it is about. */
function keyOf(line: string, { column, text }: { column: number; text: string }): string {
  const missing = /Property '(\w+)' is missing/.exec(text)?.[1];
  const [, own = ""] = /^"(\w+)"/.exec(line.slice(column - 1)) ?? [];
  const holders = { tcode: "bypass.ksnet.tcode", url: "bypass.ksnet.url" };
  return missing ?? holders[own as keyof typeof holders] ?? own;
}

it("The SDK's types take what paylint finds no error in, but for what their document lists", () => {
  const lines = ["portone", "ksnet"].flatMap((owner) =>
    Object.entries(functions).flatMap(([name, call]) => {
      const kind = `${owner}.v2.${name}` as Kind;
      if (!Object.hasOwn(validators, kind)) return [];
      const vectors = JSON.parse(read(`dist/vectors/${kind}.json`)) as Vector[];
      return vectors
        .filter(({ payload, options }) => validators[kind].is(payload, options))
        .map(({ payload }) => {
          const handlers = call.startsWith("load") ? ", handlers" : "";
          return `PortOne.${call}(${JSON.stringify(payload)}${handlers});`;
        });
    }),
  );
  expect(lines.length).toBeGreaterThan(200);
  const heading = `import * as PortOne from "@portone/browser-sdk/v2"; declare const handlers: any;`;
  const found = complaintsOf(heading, lines).map((one) => keyOf(lines[one.line] as string, one));
  const [, section = ""] = read("docs/types.md").split("## Beside the types of PortOne's SDK");
  const listed = [...section.matchAll(/^\| `([\w.]+)`/gm)].map(([, key]) => key);
  expect([...new Set(found)].sort()).toEqual(listed.sort());
});

it("The document's example satisfies both types, and the compiler names what a card company asks for", () => {
  const [, example = ""] = /```typescript\n([\s\S]*?)```/.exec(read("docs/types.md")) ?? [];
  expect(complaintsOf("", [example])).toEqual([]);
  const direct = example.replace('payMethod: "CARD",', '$& card: { cardCompany: "HYUNDAI_CARD" },');
  const told = complaintsOf("", [direct]).map(({ text }) => text);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("storeDetails");
});
