import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compileTables } from "../../src/compiler/compileTables.js";
import type { Files } from "../../src/compiler/emit/modules/moduleText.js";
import { bundleSize } from "../support/bundled.js";
import { tablesWithCopies } from "../support/copiedGateway.js";

/** What a gateway costs is tried with a copy of KSNET, which has more rows than any other. */

const dist = mkdtempSync(join(tmpdir(), "paylint-dist-"));
let build: Files;
/** Rows of the copy's V1 tables, by file. */
const rows = new Map<string, number>();

beforeAll(async () => {
  const root = tablesWithCopies(1);
  const tables = join(root, "gateways/copy0/copy0.v1");
  for (const file of readdirSync(tables)) {
    const lines = readFileSync(join(tables, file), "utf8").split("\n");
    rows.set(file, lines.filter((line) => /^ +(?:\/|- )/.test(line)).length);
  }
  ({ build } = await compileTables(root));
  for (const [path, text] of build) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  for (const folder of ["validator", "constraint"]) {
    symlinkSync(resolve("dist", folder), join(dist, folder), "junction");
  }
}, 240_000);

/** Bytes of the files below a path. */
const bytesBelow = (path: string) =>
  [...build]
    .filter(([file]) => file.startsWith(path))
    .reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);

describe("A further gateway", () => {
  it("A further gateway adds at most 40 kB of modules and types for thirty rows", () => {
    const all = [...rows.values()].reduce((sum, of) => sum + of, 0);
    expect(all).toBeGreaterThan(150);
    const bytes = bytesBelow("packs/copy0/v1");
    expect(bytes).toBeGreaterThan(0);
    expect((bytes / all) * 30).toBeLessThanOrEqual(40_000);
  });

  it("A further gateway adds at most 8 kB for thirty rows, packed, to a bundle that has PortOne's kind", async () => {
    const importOf = (owner: string) =>
      `import { requestPay as ${owner} } from "${join(dist, "packs", owner, "v1.js").replaceAll("\\", "/")}";`;
    const alone = await bundleSize(`${importOf("portone")} const it = portone;`);
    const both = await bundleSize(
      `${importOf("portone")} ${importOf("copy0")} const it = [portone, copy0];`,
    );
    expect(both.gzip).toBeGreaterThan(alone.gzip);
    const ofKind = rows.get("request-pay.yaml") ?? 0;
    expect(ofKind).toBeGreaterThan(60);
    expect(((both.gzip - alone.gzip) / ofKind) * 30).toBeLessThanOrEqual(8_000);
  });

  it("A further gateway has a schema file that says what PortOne's does by reference", () => {
    const own = JSON.parse(build.get("schemas/copy0.v1.cancel.json") ?? "null");
    expect(JSON.stringify(own)).toContain('"$ref":"urn:paylint:portone.v1.cancel#/');
  });
});
