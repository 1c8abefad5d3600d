import { describe, expect, it } from "vitest";
import { knownOf } from "./ownFile.js";
import { fastapi, webhooks } from "./read/handlers.js";

describe("A class extends what its brackets name", () => {
  const heading = (bases: string) =>
    `import abc, pydantic\nfrom pydantic import BaseModel\nclass D(${bases}):\n    a: int = 1`;
  it.each([
    "BaseModel",
    "pydantic.BaseModel",
    "BaseModel, ABC",
    "abc.ABC, BaseModel",
    "BaseModel, metaclass=Meta",
    "BaseModel, extra='forbid', table=True",
    "SQLModel, table=True",
    "BaseModel, # a model\n  ",
  ])("A class extends what its brackets name: %s", (bases) => {
    expect(knownOf("D().model_dump()", heading(bases))).toBe("{ a: 1! }");
  });
  it.each([
    "Base, BaseModel",
    "BaseModel, shop.Base",
    "make(BaseModel), BaseModel",
    "BaseModel, ABCs",
  ])("A class may have more fields that extends another: %s", (bases) => {
    expect(knownOf("D().model_dump()", heading(bases))).toBe("{ a: 1!, … }");
  });
  it("A class has the fields of one that it extends by its module's name", () => {
    const more = `${heading("BaseModel")}\nclass E(models.D, frozen=True):\n    b: int = 2`;
    expect(knownOf("E().model_dump()", more)).toBe("{ a: 1!, b: 2! }");
  });
});

describe("A parameter has the name that its mark says", () => {
  const believed = [expect.stringMatching(/ webhook\/unverified$/)];
  const ofFastapi = (parameters: string) =>
    webhooks(
      ...fastapi,
      `@app.post("/hook")`,
      `async def hook(${parameters}):`,
      `    if b == "paid":`,
      "        Order.objects.filter(merchant_uid=a).update(paid=True)",
    );
  it.each([
    ["as its value", `a: str = Form(alias="merchant_uid"), b: str = Form(alias="status")`],
    [
      "in its type",
      `a: Annotated[str, Form(alias="merchant_uid")], b: Annotated[str, Form(alias="status")]`,
    ],
    [
      "in its type, with another value",
      `a: Annotated[str, Form(alias="merchant_uid")] = None, b: Annotated[str, Form(alias="status")] = None`,
    ],
    [
      "as a text whose letters stay",
      `a: str = Form(alias=r"merchant_uid"), b: str = Form(alias=r"status")`,
    ],
    [
      "by the name of its module",
      `a: str = fastapi.Form(alias="merchant_uid"), b: str = fastapi.Form(alias="status")`,
    ],
    [
      "in a call in a list",
      `a: Annotated[str, (Form(alias="merchant_uid"))], b: Annotated[str, (Form(alias="status"))]`,
    ],
  ])("A parameter has the name that its mark says: %s", async (_name, parameters) => {
    expect(await ofFastapi(parameters)).toEqual(believed);
  });
  it.each([
    ["of another mark", `a: str = Other(alias="merchant_uid"), b: str = Other(alias="status")`],
    ["of another field", `a: str = Form(alias="merchant_uid"), b: str = Form(alias="kind")`],
    ["of no mark", `a: str = Form, b: str = Form`],
  ])("A parameter has the name that its mark says, and not that %s", async (_name, parameters) => {
    expect(await ofFastapi(parameters)).toEqual([]);
  });
});
