import { describe, expect, it } from "vitest";
import { readPython } from "../../../../../dist/extract/python/read.js";
import { apis } from "../../../../../dist/generated/apis.js";
import { readBy } from "../../shownPayload.js";
import { controller, flask, inJava, inPython, paid, view } from "./servedFiles.js";

it("A handler that believes what it is sent is told of, with the version of PortOne", () => {
  const text = flask(paid);
  const start = text.indexOf(`data["status"]`);
  expect(
    readBy(readPython, text, { apis }).facts.filter(({ what }) => what === "believed-webhook"),
  ).toEqual([
    {
      ...{ what: "believed-webhook", value: "v1", terms: { name: "v1" }, isSample: false },
      span: [start, start + `data["status"]`.length],
    },
  ]);
});

describe("A function is told of only where a request reaches it first", () => {
  it.each([
    ["a handler", flask(paid), 1],
    ["a handler in a sample", flask(paid), 0, true],
    ["a function that reads the request of a handler", flask("pass").replace("pass", paid), 1],
    ["a function that is no handler", flask(paid, "", "# no route"), 0],
    ["a view", view(paid), 1],
    ["a view that says that it is an object", view(paid, "object, View"), 1],
    ["a view that extends something else, which may check", view(paid, "View, Base"), 0],
    ["a class that is no view", view(paid, "object"), 0],
    ["a file that names where PortOne sends from", `${flask(paid)}# 52.78.48.223`, 0],
  ])("A function is told of or not: %s", (_name, text, count, isSample = false) => {
    expect(inPython(text, isSample)).toHaveLength(count);
  });
});

describe("What a handler decides by is a text that says how the payment went", () => {
  const pay = `Order.objects.filter(merchant_uid=data["merchant_uid"]).update(paid=True)`;
  it.each([
    ["compared with it", `if data["status"] == "paid":\n    ${pay}`, 1],
    ["with which it is compared", `if "paid" == data["status"]:\n    ${pay}`, 1],
    ["that it is not", `if data["status"] != "paid":\n    return\n${pay}`, 1],
    ["among cases", `match data["status"]:\n    case "paid":\n        ${pay}`, 1],
    ["not of cases", `match data["status"]:\n    case other:\n        ${pay}`, 0],
    ["but not of numbers", `if data["status"] == 1:\n    ${pay}`, 0],
    ["but not of names", `if data["status"] == paid:\n    ${pay}`, 0],
    ["but not of another text", `if data["status"] == "open":\n    ${pay}`, 0],
    ["but not of another field", `if data["state"] == "paid":\n    ${pay}`, 0],
  ])("A decision is by a text %s", (_name, body, count) => {
    expect(inPython(flask(body))).toHaveLength(count);
  });

  it.each([
    [`"paid".equals(body.get("status"))`, 1],
    [`body.get("status").equals("paid")`, 1],
    [`Objects.equals(body.get("status"), "paid")`, 1],
    [`Objects.equals("paid", body.get("status"))`, 1],
    [`equals("paid")`, 0],
    [`body.get("status").equals()`, 0],
    [`body.get("status").equals(paid)`, 0],
  ])("A comparison in Java decides or not: %s", (condition, count) => {
    const body = `if (${condition}) { orderRepository.pay(body.get("merchant_uid")); }`;
    expect(inJava(controller(body))).toHaveLength(count);
  });
});
