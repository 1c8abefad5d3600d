import { describe, expect, it } from "vitest";
import { applyFixes } from "../../../../../dist/lint/index.js";
import { found, linesOf, linted } from "../../shared.js";

const cancel = "https://api.iamport.kr/payments/cancel";

const rules = async (text: string): Promise<string[]> =>
  (await found("a.py", text)).map((line) => line.replace(/^\S+ /, ""));

const unknownKey = (key: string) => `shape/unknown-property /${key}`;

const send = `requests.post("${cancel}", json=d)`;
const lines = (...all: string[]) =>
  ["import json, requests, httpx, aiohttp, copy, os", ...all, ""].join("\n");
/** The body of a function. */
const inFunction = (...all: string[]) =>
  lines("def pay(uid, given, flag):", ...all.map((line) => `    ${line}`));

describe("A body is read that Python makes", () => {
  it.each([
    ["as a dictionary", [`d = {"imp_uid": uid, 'x': 1}`, send]],
    ["by putting keys", [`d = {}`, `d["imp_uid"] = uid`, `d["x"] = 1`, send]],
    ["with dict", [`d = dict(imp_uid=uid, x=1)`, send]],
    ["with update", [`d = {"imp_uid": uid}`, `d.update({"x": 1})`, send]],
    ["with update by name", [`d = {"imp_uid": uid}`, `d.update(x=1)`, send]],
    ["with spreads", [`a = {"x": 1}`, `d = {"imp_uid": uid, **a}`, send]],
    ["with a union", [`d = {"imp_uid": uid} | {"x": 1}`, send]],
    ["with a copy", [`a = {"imp_uid": uid}`, `d = a.copy()`, `d["x"] = 1`, send]],
    [
      "in all branches",
      [
        `d = {"imp_uid": uid}`,
        "if flag:",
        `    d["x"] = 1`,
        "elif uid:",
        `    d["x"] = 2`,
        "else:",
        `    d["x"] = 3`,
        send,
      ],
    ],
    ["in a with", [`with open("a") as f:`, `    d = {"imp_uid": uid, "x": 1}`, send]],
    [
      "in a try",
      [
        "try:",
        `    d = {"imp_uid": uid, "x": 1}`,
        `    ${send}`,
        "except Exception as e:",
        "    print(e)",
      ],
    ],
    [
      "with tabs, comments and odd line ends",
      [`d = {  # body`, `    "imp_uid": uid,  # which`, `    "x": 1,`, `}\r`, send],
    ],
  ])("A body that Python makes is read: %s", async (_name, statements) => {
    expect(await rules(inFunction(...statements))).toEqual([unknownKey("x")]);
  });
});

describe("A request is read that Python sends", () => {
  const body = `{"imp_uid": uid, "x": 1}`;
  it.each([
    ["with requests and JSON", [`requests.post("${cancel}", json=${body})`]],
    ["with requests and a form", [`requests.post("${cancel}", data=${body}, headers=h)`]],
    ["with requests and a form by place", [`requests.post("${cancel}", ${body})`]],
    ["with requests and a text", [`requests.post(url="${cancel}", data=json.dumps(${body}))`]],
    ["with requests.request", [`requests.request("POST", "${cancel}", json=${body})`]],
    ["with a session", ["s = requests.Session()", `s.post("${cancel}", json=${body})`]],
    ["with httpx", [`httpx.post("${cancel}", json=${body})`]],
    [
      "with a client of httpx and its base",
      [
        `with httpx.Client(base_url="https://api.iamport.kr") as c:`,
        `    c.post("/payments/cancel", json=${body})`,
      ],
    ],
    [
      "with urllib",
      [
        "import urllib.request",
        `r = urllib.request.Request("${cancel}", data=json.dumps(${body}).encode("utf-8"), method="POST")`,
      ],
    ],
    [
      "with http.client",
      [
        "import http.client",
        `c = http.client.HTTPSConnection("api.iamport.kr")`,
        `c.request("POST", "/payments/cancel", json.dumps(${body}))`,
      ],
    ],
    ["to an address of parts", [`requests.post(f"{BASE}/payments/cancel", json=${body})`]],
    [
      "to an address with format",
      [`requests.post("{}/payments/{}".format(BASE, "cancel"), json=${body})`],
    ],
    ["to an address with percent", [`requests.post("%s/payments/cancel" % BASE, json=${body})`]],
    [
      "to an address that is a sum",
      [`requests.post(BASE + "/payments" + "/cancel", json=${body})`],
    ],
    [
      "with arguments in a dictionary",
      [`kw = {"json": ${body}}`, `requests.post("${cancel}", **kw)`],
    ],
    ["in a text of its own", [`requests.post("${cancel}", data='{"imp_uid": "1", "x": 1}')`]],
    [
      "in a nested function",
      ["def inner():", `    requests.post("${cancel}", json=${body})`, "inner()"],
    ],
  ])("A request that Python sends is read: %s", async (_name, statements) => {
    const text = `BASE = "https://api.iamport.kr"\n${inFunction(...statements)}`;
    expect(await rules(text)).toEqual([unknownKey("x")]);
  });

  it("A request with aiohttp, which is asynchronous, is read", async () => {
    const text = lines(
      "async def pay(uid):",
      "    async with aiohttp.ClientSession() as session:",
      `        async with session.post("${cancel}", json=${body}) as response:`,
      "            return await response.json()",
    );
    expect(await rules(text)).toEqual([unknownKey("x")]);
  });

  it("A request by a method of the file's own class is read", async () => {
    const text = lines(
      "class Gateway:",
      `    base = "https://api.iamport.kr"`,
      "    def __init__(self):",
      "        self.session = requests.Session()",
      "    def _post(self, path, body):",
      "        return self.session.post(self.base + path, json=body)",
      "    def cancel(self, uid):",
      `        return self._post("/payments/cancel", ${body})`,
    );
    expect(await rules(text)).toEqual([unknownKey("x")]);
  });

  it.each([
    ["a route of the shop's own", `@app.post("/payments/cancel")\ndef f(b): pass`],
    [
      "a request to another host",
      `requests.post("https://shop.example/payments/cancel", json={"x": 1})`,
    ],
    ["a test client's request", `client.post("/payments/cancel", {"x": 1})`],
    ["a docstring", `def f():\n    """requests.post("${cancel}", json={"x": 1})"""`],
  ])("What is no request to PortOne is not read: %s", async (_name, text) => {
    expect((await linted("a.py", `# api.iamport.kr\n${lines(text)}`)).calls).toBe(0);
  });
});

describe("What Python code does is followed, and never guessed", () => {
  const start = `d = {"imp_uid": uid}`;
  it.each([
    ["a key that may be absent", [start, "if flag:", `    d["reason"] = 1`, send]],
    ["a dictionary that another function gets", [start, `d["reason"] = 1`, "fill(d)", send]],
    ["a dictionary that is given", ["d = given", `d["reason"] = "a"`, send]],
    ["a key that is no constant", [start, `d["reason"] = 1`, "d[uid] = 2", send]],
    ["a spread that is not known", [`d = {"reason": 1, **given}`, send]],
    ["an update that is not known", [start, `d["reason"] = 1`, "d.update(given)", send]],
    ["a key that is taken out", [start, `d["x"] = 1`, `del d["x"]`, send]],
    ["a key that is popped", [start, `d["x"] = 1`, `d.pop("x")`, send]],
    ["what a loop puts", [start, "for k in given:", "    d[k] = 1", send]],
    ["a value by default", [start, `d["reason"] = given or 1`, send]],
    ["a condition", [start, `d["reason"] = "a" if flag else 1`, send]],
    ["a dictionary that a loop makes", ["d = {k: 1 for k in given}", send]],
    ["code that is broken", [start, `d["reason"] = 1 +`, `d["reason"] = (`, send]],
  ])("What Python code does is followed, and never guessed: %s", async (_name, statements) => {
    const text = `G = "a"\n${inFunction(...statements)}`;
    expect((await rules(text)).filter((line) => !/imp_uid|required/.test(line))).toEqual([]);
  });

  it("A global that another function changes is not taken for its first value", async () => {
    const text = lines(
      'G = "a"',
      "def change():",
      "    global G",
      "    G = 1",
      "def pay():",
      `    requests.post("${cancel}", json={"imp_uid": "1", "reason": G})`,
    );
    expect(await rules(text)).toEqual([]);
  });

  it("A function's default, and what callers give, is not taken for what it is always given", async () => {
    const text = lines(
      "def pay(reason=1):",
      `    requests.post("${cancel}", json={"imp_uid": "1", "reason": reason})`,
      `pay("a")`,
      "pay(2)",
    );
    expect(await rules(text)).toEqual([]);
  });
});

describe("A place in a text that is written out in Python", () => {
  it.each([
    [
      "on one of its lines",
      `"""{\n  "imp_uid": "a",\n  "x": 1\n}"""`,
      "4:3 shape/unknown-property /x",
    ],
    ["behind an escape", `'{"imp_uid": "a\\x41", "x": 1}'`, "2:84 shape/unknown-property /x"],
  ])(
    "A place in a text that is written out in Python is known %s",
    async (_name, written, finding) => {
      const text = `import requests\nrequests.post("${cancel}", data=${written})\n`;
      expect(await found("a.py", text)).toEqual([finding]);
    },
  );
});

describe("Clients of PortOne are read in Python", () => {
  const start = "from iamport import Iamport\niamport = Iamport(imp_key=KEY, imp_secret=SECRET)\n";
  it.each([
    [
      "by name",
      `iamport.pay_again(customer_uid="c", merchant_uid="o-1", amount="1", name="n", buyer_name="b", product_type="digital", tax_free=0)`,
      ["shape/type /amount"],
    ],
    [
      "by a dictionary",
      `p = {"customer_uid": "c", "merchant_uid": "o-1", "amount": "1", "name": "n", "buyer_name": "b", "product_type": "digital", "tax_free": 0}\niamport.pay_again(**p)`,
      ["shape/type /amount"],
    ],
    ["by place", `iamport.cancel("why", x=1, imp_uid="1")`, [unknownKey("x")]],
    ["by another name", `c = iamport\nc.prepare("o-1", "1")`, ["shape/type /amount"]],
    [
      "without the key in the path",
      `iamport.customer_create(customer_uid="c", x=1, channel_key="channel-key-1", card_number="9441-0000-0000-0000", expiry="2030-12", birth="900101", pwd_2digit="12")`,
      [unknownKey("x")],
    ],
  ])("Clients of PortOne are read in Python: %s", async (_name, statement, expected) => {
    expect(await rules(start + statement)).toEqual(expected);
  });

  it("What the program imports under a client's name from elsewhere is no client", async () => {
    const text = `from .utils import Iamport\niamport = Iamport()\niamport.cancel("why", x=1)\n`;
    expect((await linted("a.py", text)).calls).toBe(0);
  });
});

describe("Fixes in Python", () => {
  const fixed = async (statements: string) => {
    const text = lines(statements);
    const { diagnostics } = await linted("a.py", text);
    return applyFixes(text, diagnostics, { unsafe: true }).text;
  };

  it("A fix in Python writes a text as a number, also where the key is set later", async () => {
    expect(await fixed(`d = {"imp_uid": "1", "amount": "100"}\n${send}`)).toContain(
      `"amount": 100}`,
    );
    expect(await fixed(`d = {"imp_uid": "1"}\nd["amount"] = "100"\n${send}`)).toContain(
      `d["amount"] = 100\n`,
    );
  });

  it("A fix in Python takes a key out with its comment, and leaves the others", async () => {
    const text = `d = {\n    "imp_uid": "1",  # which\n    # the sum\n    "amount": 5,  # won\n    'amount': 6,\n    "reason": "it's",\n}\n${send}`;
    expect(await fixed(text)).toContain(
      `d = {\n    "imp_uid": "1",  # which\n    'amount': 6,\n    "reason": "it's",\n}`,
    );
  });

  it("No fix in Python is made where two requests share the dictionary", async () => {
    const text = `d = {"imp_uid": "1", "amount": "100"}\n${send}\n${send}`;
    expect(await fixed(text)).toBe(lines(text));
  });
});

describe("Comments in Python", () => {
  it("Comments in Python suppress findings and name the gateway", async () => {
    const text = lines(
      "# paylint: ksnet",
      `d = {"imp_uid": "1", "x": 1,  # paylint-disable-line shape/unknown-property`,
      "  # paylint-disable-next-line",
      `  "y": 1,`,
      `  "z": 1}`,
      send,
    );
    const result = await linted("a.py", text, { assume: undefined as never });
    expect(linesOf(result).map((line) => line.replace(/^\S+ /, ""))).toEqual([unknownKey("z")]);
  });
});
