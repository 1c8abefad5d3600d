import { describe, expect, it } from "vitest";
import { Servers } from "../../../../../dist/extract/program/webhooks/servers.js";
import * as model from "../modelled.js";

const { call, item, name, path, self, text } = model;

const servers = new Servers(
  [
    { language: "x", reads: ["get", "body.pop", "shop.web.read", "alias.take"], raw: ["data"] },
    { language: "x", reads: ["peek", "loads", "json.loads", "web.find"] },
    { language: "y", reads: ["other"] },
  ],
  "x",
  [
    { name: "alias", imported: "sent", module: "shop" },
    { name: "j", module: "json" },
    { name: "loader", imported: "loads", module: "json" },
    { name: "Data", imported: "Data", module: "shop" },
    { name: "_Data", module: "shop" },
  ],
);

it("The libraries are those of the language", () => {
  expect(servers.libraries).toHaveLength(2);
  expect(servers.lists("reads", "get")).toBe(true);
  expect(servers.lists("reads", "peek")).toBe(true);
  expect(servers.lists("reads", "other")).toBe(false);
  expect(servers.lists("raw", "data")).toBe(true);
  expect(servers.lists("raw", "get")).toBe(false);
  expect(servers.lists("writes", "get")).toBe(false);
});

it.each<[name: string, callee: Parameters<typeof call>[0], is: boolean]>([
  ["its name", "get", true],
  ["another name", "give", false],
  ["a method", "anything.get", true],
  ["a method of what a call gives", path(call("give"), "get"), true],
  ["a method of an item", path(item(name("a"), text("b")), "get"), true],
  ["a method of the object itself", path(self, "get"), true],
  ["another method", "get.give", false],
  ["a method with the name before it", "body.pop", true],
  ["a method with the last name before it", "request.body.pop", true],
  [
    "a method with the last name before it, of the object itself",
    path(path(self, "body"), "pop"),
    true,
  ],
  ["a method with another name before it", "other.pop", false],
  ["a method with what a call gives before it", path(call("body"), "pop"), false],
  ["a name that is imported as another", "loader", true],
  ["a member of a module that is imported as another", "j.loads", true],
  ["a member of a name that is imported as another, by that name", "alias.take", true],
  ["a name of two parts by its last alone", "pop", false],
  ["more than two names", "shop.web.read", false],
  ["the last two of several names", "shop.web.find", true],
  ["what a call gives", call("get"), false],
])("What is called is in a list by %s", (_name, callee, is) => {
  expect(servers.calls("reads", call(callee))).toBe(is);
});

it.each<[is: boolean, name: string]>([
  [true, "j"],
  [true, "loader"],
  [true, "_Data"],
  [false, "Data"],
  [false, "none"],
])("Whether a program imports code by a name is known: %s for %s", (is, of) => {
  expect(servers.importsCode(of)).toBe(is);
});

describe("The path of a name is that which is imported", () => {
  it.each<[of: Parameters<typeof path>[0], is: string | undefined]>([
    ["j", "json"],
    ["j.loads", "json.loads"],
    ["loader", "json.loads"],
    ["loader.x", "json.loads.x"],
    ["plain.x", "plain.x"],
    [path(call("j"), "x"), undefined],
    [self, undefined],
    [text("j"), undefined],
  ])("The path of a name is that which is imported: %#", (of, is) => {
    expect(servers.pathOf(path(of))).toBe(is);
  });
});
