import { gateways, kinds, loadValidator } from "paylint";
import { expect, it } from "vitest";
import { validators } from "../../dist/generated/validators.js";

it("loadValidator loads the validator of any kind by its id", async () => {
  expect([...kinds].sort()).toEqual(Object.keys(validators).sort());
  for (const kind of kinds) expect((await loadValidator(kind)).kind).toBe(kind);
});

it("loadValidator refuses a kind that there is not", async () => {
  await expect(loadValidator("nobody.v1.request-pay")).rejects.toThrow(RangeError);
  await expect(loadValidator("toString")).rejects.toThrow(RangeError);
});

it("The package gives the gateways by version, code and company", () => {
  expect(gateways).toContainEqual(
    expect.objectContaining({ version: "v1", code: "html5_inicis", company: "inicis" }),
  );
});
