import { expect, it } from "vitest";
import { entriesIn, withEntries } from "../../../src/compiler/packageExports.js";

const manifest = JSON.stringify({
  name: "shop",
  exports: { ".": "./index.js", "./lint": "./lint.js", "./*": "./any/*.js", "./old/v1": {} },
  typesVersions: { "*": { lint: ["./lint.d.ts"], "old/v1": [] } },
});

it("The entries are the modules of a gateway's version, without the modules of their kinds", () => {
  const build = new Map(
    [
      "packs/ksnet/v1.js",
      "packs/ksnet/v1.d.ts",
      "packs/ksnet/v1/cancel.js",
      "packs/kcp_v2/v2.js",
    ].map((path) => [path, ""]),
  );
  expect(entriesIn(build)).toEqual(["ksnet/v1", "kcp_v2/v2"]);
});

it("Each entry is exported by name; entries that are gone go, other exports stay", () => {
  const { name, exports, typesVersions } = JSON.parse(
    withEntries(manifest, ["ksnet/v1", "kcp_v2/v2"]),
  );
  expect(name).toBe("shop");
  expect(Object.keys(exports)).toEqual([".", "./lint", "./*", "./kcp_v2/v2", "./ksnet/v1"]);
  expect(exports["./ksnet/v1"]).toEqual({
    types: "./dist/packs/ksnet/v1.d.ts",
    default: "./dist/packs/ksnet/v1.js",
  });
  expect(typesVersions["*"]).toEqual({
    lint: ["./lint.d.ts"],
    "kcp_v2/v2": ["./dist/packs/kcp_v2/v2.d.ts"],
    "ksnet/v1": ["./dist/packs/ksnet/v1.d.ts"],
  });
});

it("Writing the entries again changes nothing", () => {
  const once = withEntries(manifest, ["ksnet/v1"]);
  expect(withEntries(once, ["ksnet/v1"])).toBe(once);
});
