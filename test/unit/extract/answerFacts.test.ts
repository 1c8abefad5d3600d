import { describe, expect, it } from "vitest";
import { fieldAt, isBesideEnvelope, statusMeant } from "../../../src/extract/answerFacts.js";
import type { Api } from "../../../src/extract/apis.js";

const plain = {
  payment: { answers: [], statuses: ["PAID", "FAILED"], objects: [], foreign: [] },
} as unknown as Api;
const wrapped: Api = {
  ...plain,
  envelope: { in: "response", fields: ["status", "amount"], outcome: "code" },
};

describe("A field that is read beside its envelope is known", () => {
  it.each([
    ["a field of the envelope beside it", wrapped, ["status"], true],
    ["a field in the envelope", wrapped, ["response", "status"], false],
    ["a field below one beside the envelope", wrapped, ["status", "x"], false],
    ["a field that belongs beside it", wrapped, ["code"], false],
    ["nothing", wrapped, [], false],
    ["an envelope that there is not", plain, ["response", "status"], true],
    ["an envelope that there is not, itself", plain, ["response"], false],
    ["a field where there is no envelope", plain, ["status"], false],
    ["a field below another where there is no envelope", plain, ["amount", "total"], false],
  ])("A field that is read beside its envelope is known: %s", (_name, api, keys, is) => {
    expect(isBesideEnvelope(api as Api, keys as string[])).toBe(is);
  });
});

describe("The field that keys lead to is known", () => {
  it.each([
    [wrapped, ["response", "amount"], "amount"],
    [wrapped, ["response", "card", "name"], "card/name"],
    [wrapped, ["response"], undefined],
    [wrapped, ["other", "amount"], undefined],
    [wrapped, ["amount"], undefined],
    [plain, ["amount", "total"], "amount/total"],
    [plain, ["status"], "status"],
  ])("The field that keys lead to is known: %#", (api, keys, field) => {
    expect(fieldAt(api as Api, keys as string[])).toBe(field);
  });
});

describe("The status that a text means is known", () => {
  it.each([
    ["status", "paid", "PAID"],
    ["status", "Failed", "FAILED"],
    ["status", "PAID", undefined],
    ["status", "other", undefined],
    ["method", "paid", undefined],
  ])("The %s %s means the status %s", (field, text, status) => {
    expect(statusMeant(plain, field, text)).toBe(status);
  });
});
