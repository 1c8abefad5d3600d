import { execFileSync, execSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { build, createLogger } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { entryFiles, unreachedCode } from "../../src/compiler/unreachedCode.js";

const folder = mkdtempSync(join(tmpdir(), "paylint-package-"));
const shop = join(folder, "shop");
const installed = join(shop, "node_modules/paylint");
let tarball: Uint8Array;
let files: string[] = [];
let unpacked = 0;

/** The package as npm would publish it, in a new project with what it depends on and nothing else. */
beforeAll(() => {
  // By a shell, since npm is a script of the shell on Windows.
  const packed = execSync(`npm pack --ignore-scripts --json --pack-destination "${folder}"`, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ filename, files: listed, unpackedSize }] = JSON.parse(packed);
  unpacked = unpackedSize;
  files = listed.map(({ path }: { path: string }) => path);
  const file = join(folder, filename);
  tarball = readFileSync(file);
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", file, "-C", installed, "--strip-components=1"]);
  const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  for (const name of [...Object.keys(dependencies), "@oxc-parser", "@oxc-project"]) {
    const at = join(shop, "node_modules", name);
    mkdirSync(dirname(at), { recursive: true });
    if (!existsSync(at)) symlinkSync(resolve("node_modules", name), at, "junction");
  }
  writeFileSync(join(shop, "package.json"), '{ "name": "shop", "type": "module" }');
});

const node = (args: readonly string[], input = "") =>
  spawnSync(process.execPath, args, {
    cwd: shop,
    encoding: "utf8",
    input,
    env: { PATH: process.env.PATH },
  });
const paylint = (...args: string[]) => node(["node_modules/paylint/dist/bin/paylint.cjs", ...args]);

describe("The package", () => {
  it("The package is what publint asks for", async () => {
    const { messages } = await publint({ pack: { tarball: tarball.slice().buffer } });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it("The package has types that every resolution finds", async () => {
    // Entries of gateways are written by one module, so that one tells of all.
    const entrypoints = Object.keys(manifest.exports).filter(
      (entry) => !/\/v\d$|\.json$/.test(entry) || entry === "./ksnet/v1",
    );
    const result = await checkPackage(createPackageFromTarballData(tarball), { entrypoints });
    const problems = result.types ? result.problems : [{ kind: "no types" }];
    // It is an ES module; CommonJS takes it by a dynamic import.
    const told = problems.filter(({ kind }) => kind !== "CJSResolvesToESM");
    expect(told).toEqual([]);
    // An entry that the tables have, by the old resolution of `moduleResolution: node`.
    const entry = result.types ? result.entrypoints["./ksnet/v1"]?.resolutions.node10 : undefined;
    expect(entry?.resolution?.fileName).toMatch(/dist\/packs\/ksnet\/v1\.d\.ts$/);
  });

  it("The package lets nobody import what is not public", () => {
    const isPublic = {
      ...{ "paylint/ksnet/v1": true, paylint: true, "paylint/arbitraries": true },
      "paylint/ksnet/v1/request-pay": false,
      "paylint/ksnet/v1/request-pay.data": false,
      "paylint/ksnet/v3": false,
    };
    const script = `
      for (const name of ${JSON.stringify(Object.keys(isPublic))}) {
        const code = await import(name).then(() => "", (error) => error.code);
        console.log(JSON.stringify([name, code !== "ERR_PACKAGE_PATH_NOT_EXPORTED"]));
      }`;
    const { stdout } = node(["--input-type=module", "-e", script]);
    const told = stdout.trim().split("\n");
    expect(Object.fromEntries(told.map((line) => JSON.parse(line)))).toEqual(isPublic);
  });

  it("The package holds what is needed and nothing else", () => {
    const folders = [...new Set(files.map((file) => file.split("/").slice(0, 2).join("/")))];
    expect(folders.filter((one) => !one.startsWith("dist/")).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.ko.md",
      "README.md",
      "package.json",
    ]);
    expect(folders).not.toContain("dist/compiler");
    expect(folders).not.toContain("dist/cli");
    expect(files.filter((file) => /\.(?:ts|map)$/.test(file) && !file.endsWith(".d.ts"))).toEqual(
      [],
    );
  });

  it("The package holds every file that a file of it imports", () => {
    const missing = files.flatMap((file) => {
      if (!/\.(?:js|cjs|d\.ts)$/.test(file)) return [];
      const text = readFileSync(join(installed, file), "utf8");
      const imports = text.matchAll(
        /(?:\bfrom|\bimport|\brequire|\bnew URL)\s*\(?["'`](\.{1,2}\/[^"'`$]+)["'`]/g,
      );
      return [...imports]
        .map(([, name = ""]) => join(dirname(file), name).replaceAll("\\", "/"))
        .map((name) => (file.endsWith(".d.ts") ? name.replace(/\.js$/, ".d.ts") : name))
        .filter((name) => !files.includes(name))
        .map((name) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it("The package holds no code that no entry leads to", () => {
    const entries = entryFiles(manifest).map((file) => file.replace("./", ""));
    const byName = ["dist/bundle/parseInSubprocess.js"];
    expect(unreachedCode(installed, [...entries, ...byName])).toEqual([]);
    expect(files.filter((file) => /npmignore/.test(file))).toEqual([]);
  });

  it("The package has entries that can all be imported", async () => {
    // fast-check is for the user to install.
    const entries = Object.keys(manifest.exports).filter(
      (entry) => !/\*|\.json$/.test(entry) && entry !== "./arbitraries",
    );
    const script = entries
      .map((entry) => `await import(${JSON.stringify(`paylint${entry.slice(1)}`)});`)
      .join("\n");
    expect(node(["--input-type=module", "-e", script]).stderr).toBe("");
  });

  it("The package is light", () => {
    expect(tarball.length).toBeLessThanOrEqual(1_750_000);
    expect(unpacked).toBeLessThanOrEqual(9_600_000);
  });

  it("The package runs the command, its threads and its processes in files of their own, which no other imports", () => {
    const importing = files.filter(
      (file) =>
        /\.c?js$/.test(file) &&
        /(?:\bfrom|\bimport|\brequire)\s*\(?["'`][^"'`]*\/(?:paylint\.cjs|worker\.js|parseInSubprocess\.js)["'`]/.test(
          readFileSync(join(installed, file), "utf8"),
        ),
    );
    expect(importing).toEqual([]);
  });

  it("The package needs nothing of Node where a browser lints", () => {
    const loaded = new Set<string>();
    const load = (file: string) => {
      if (loaded.has(file)) return;
      loaded.add(file);
      const text = readFileSync(file, "utf8");
      for (const [, name = ""] of text.matchAll(
        /(?:\bfrom|(?<!\.)\bimport)\s*\(?["'`]([.a-z@][\w./:@-]+)["'`]/g,
      )) {
        expect(name, file).toMatch(/^\.\.?\//);
        load(join(dirname(file), name));
      }
    };
    load(join(installed, "dist/bundle/browser/lint.js"));
    expect(loaded.size).toBeGreaterThan(20);
    expect([...loaded].filter((file) => /lsp|command\.js|eslint\.js/.test(file))).toEqual([]);
  });

  it("The package works by itself: every entry, in ES modules and by import from CommonJS", () => {
    const script = `
      const { requestPay, isRequestPay } = await import("paylint/ksnet/v1");
      const { rules, loadValidator } = await import("paylint");
      console.log(isRequestPay({}), requestPay.check({}).ok, rules.length > 0, (await loadValidator("ksnet.v2.cancel")).kind);`;
    expect(node(["--input-type=module", "-e", script]).stdout).toBe(
      "false false true ksnet.v2.cancel\n",
    );
    const fromCommonJs = `import("paylint/ksnet/v1").then(({ isRequestPay }) => console.log(isRequestPay({})))`;
    expect(node(["--input-type=commonjs", "-e", fromCommonJs]).stdout).toBe("false\n");
    expect(paylint("schema", "ksnet.v1.cancel").stdout).toContain(
      '"$id": "urn:paylint:ksnet.v1.cancel"',
    );
    const code = 'IMP.request_pay({ pg: "ksnet", amount: "1" });';
    for (const name of ["a.js", "a.html", "a.yaml", "a.md"]) {
      const text =
        {
          "a.html": `<script>${code}</script>`,
          "a.md": `\`\`\`js\n${code}\n\`\`\`\n`,
          "a.yaml": 'amount: "1"\n',
        }[name] ?? code;
      const run = node(
        [
          "node_modules/paylint/dist/bin/paylint.cjs",
          "--kind",
          "ksnet.v1.request-pay",
          "--stdin-filename",
          name,
          "-",
        ],
        text,
      );
      expect([name, run.stderr, run.status]).toEqual([name, "", 1]);
      expect(run.stdout).toContain("shape/type");
    }
  });
});

describe("A shop's page", () => {
  it("A shop's page is built by Vite, with what it imports and no more", async () => {
    const page = join(shop, "page");
    mkdirSync(page);
    writeFileSync(join(page, "index.html"), '<script type="module" src="./main.js"></script>');
    const bundled = async (code: string) => {
      writeFileSync(join(page, "main.js"), code);
      const logs: string[] = [];
      const log = (text: string) => logs.push(text);
      const result = await build({
        root: page,
        logLevel: "warn",
        customLogger: { ...createLogger("warn"), warn: log, warnOnce: log, error: log },
        // How long the bundler takes is no fault of the page, and it tells that where the machine is busy.
        build: {
          write: false,
          modulePreload: false,
          rolldownOptions: { checks: { pluginTimings: false } },
        },
      });
      expect(logs).toEqual([]);
      const { output } = result as { output: { type: string; code?: string }[] };
      return output.map(({ code }) => code ?? "").join("");
    };
    const whole = await bundled(
      'import { requestPay } from "paylint/ksnet/v1"; globalThis.found = requestPay.check({}, { locale: "ko" });',
    );
    const found: unknown = runInNewContext(`${whole}; JSON.stringify(found)`, { TextDecoder });
    expect(JSON.parse(found as string).diagnostics[0].message).toContain("결제수단 구분코드");
    const small = await bundled(
      'import { isRequestPay } from "paylint/ksnet/v1"; globalThis.is = isRequestPay({});',
    );
    expect(small.length).toBeLessThan(whole.length / 8);
    expect(small).not.toContain("request-pay");
  });
});

describe("The first ten minutes", () => {
  it("The first ten minutes lead from an empty folder to a CI step that names the fault in Korean", () => {
    mkdirSync(join(shop, "src"));
    mkdirSync(join(shop, ".github"));
    writeFileSync(
      join(shop, "src/checkout.js"),
      'export function pay(order) {\n  IMP.request_pay({ channelKey: KEY, pay_method: "card", merchant_uid: order.id, amount: "9900", tax_free: 0,\n    buyer_name: order.buyer, currency: "KRW", m_redirect_url: "https://shop.example/done" });\n}\n',
    );
    const bin = "node_modules/paylint/dist/bin/paylint.cjs";
    const asked = node([bin, "init"], "ko\nksnet\ngithub\n");
    expect([asked.status, asked.stderr]).toEqual([0, ""]);
    expect(readdirSync(shop)).toContain("paylint.config.json");
    const workflow = readFileSync(join(shop, ".github/workflows/paylint.yml"), "utf8");
    const step = /- run: npx --no-install paylint (.*)/.exec(workflow)?.[1]?.split(" ") ?? [];
    const { stdout, status } = paylint(...step);
    expect(status).toBe(1);
    expect(stdout).toBe(
      "::error file=src/checkout.js,line=2,endLine=2,col=90,endColumn=96,title=paylint shape/type::" +
        'amount(결제금액) 값이 문자열입니다: "9900". 포트원은 문자열을 변환하지 않으므로 올바른 타입(0 이상의 숫자)으로 전달해야 합니다. ' +
        "(포트원 V1 KSNET 연동 가이드 (2026-04-27 이전), §2 주요 파라미터 설명)\n",
    );
    expect(paylint("--fix", ".").status).toBe(0);
    expect(paylint(...step).status).toBe(0);
    // What is there is not written again.
    const again = node([bin, "init", "--yes"]);
    expect(again.status).toBe(0);
    expect(JSON.parse(readFileSync(join(shop, "paylint.config.json"), "utf8")).locale).toBe("ko");
  });
});
