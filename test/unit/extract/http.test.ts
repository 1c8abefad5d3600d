import { describe, expect, it } from "vitest";
import { address, again, found, linted } from "./shared.js";

const rules = async (text: string, filename = "a.http") =>
  (await found(filename, text)).map((line) => line.replace(/^\S+ /, ""));

const amountIsText = ["shape/type /amount"];
const path = "/subscribe/payments/again";

describe("A request without its host is PortOne's", () => {
  it.each([
    ["where its path is of no other service", `POST ${path}\n\n${again()}`],
    ["where a header says so", `POST ${path} HTTP/1.1\nHost: api.iamport.kr\n\n${again()}`],
    ["in the line ends of Windows", `POST ${path}\r\nX: y\r\n\r\n${again()}\r\n`],
  ])("A request without its host is PortOne's %s", async (_name, text) => {
    expect(await rules(text)).toEqual(amountIsText);
  });

  const receipt = 'POST /receipts/{imp_uid}\n\n{ "identifier": 1 }\n';

  it.each([
    ["the address of its API", `# https://api.iamport.kr\n`],
    ["its name", `# PortOne\n`],
    ["its Korean name", `# 포트원 현금영수증\n`],
    ["another of its paths", `POST ${path}\n\n${again("1000")}\n\n###\n`],
  ])(
    "A request whose path can be another's is PortOne's only if the file shows %s",
    async (_name, head) => {
      expect(await rules(head + receipt)).toContain("shape/type /identifier");
      expect((await linted("a.http", receipt)).calls).toBe(0);
    },
  );

  it("A request without its host in a document is judged by what is in the rest of it", async () => {
    const fence = `\`\`\`http\n${receipt}\`\`\`\n`;
    expect((await linted("a.md", fence)).calls).toBe(0);
    expect((await linted("a.md", `# 아임포트\n\n${fence}`)).calls).toBe(1);
  });

  it("A request without its host is not PortOne's where a header names another host", async () => {
    const text = `POST ${path}\nHost: shop.example\n\n${again()}`;
    expect((await linted("a.http", text)).calls).toBe(0);
  });
});

it("Several requests are told apart by their first lines, too", async () => {
  const text = `POST ${address}\n\n${again()}\n\nGET https://api.iamport.kr/payments/imp_1\n\nPOST ${address}\n\n${again("1000")}\n`;
  expect((await linted("a.http", text)).calls).toBe(2);
  expect(await rules(text)).toEqual(amountIsText);
});

it("A request without a body is a call whose payload is elsewhere", async () => {
  const { unchecked } = await linted("a.http", `POST ${address}\nContent-Type: application/json\n`);
  expect(unchecked.map(({ code }) => code)).toEqual(["payload-elsewhere"]);
});
