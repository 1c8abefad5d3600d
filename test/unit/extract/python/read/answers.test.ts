import { describe, expect, it } from "vitest";
import { found } from "../../shared.js";

/** What is found of answers in code of the module, as `line rule`. */
const answers = async (...lines: string[]): Promise<string[]> =>
  (await found("a.py", `import json, requests, httpx\n${lines.join("\n")}\n`)).flatMap((line) =>
    / (?:verify|response)\//.test(line) ? [line.trimEnd()] : [],
  );

const v1 = `"https://api.iamport.kr/payments/" + uid, headers={"Authorization": token}`;
const v2 = `f"https://api.portone.io/payments/{uid}", headers={"Authorization": f"PortOne {SECRET}"}`;

describe("The answer to a request is read in Python", () => {
  it.each([
    [
      "beside its envelope",
      [`p = requests.get(${v1}).json()`, `if p["status"] == "paid": done()`],
      ["3:6 verify/envelope"],
    ],
    [
      "beside its envelope with get",
      [`p = requests.get(${v1}).json()`, `x = p.get("amount")`],
      ["3:11 verify/envelope"],
    ],
    [
      "beside its envelope by a text",
      [`p = json.loads(requests.get(${v1}).text)`, `x = p["amount"]`],
      ["3:7 verify/envelope"],
    ],
    [
      "beside its envelope of a function",
      [
        `def find(uid):`,
        `    return requests.get(${v1}).json()`,
        `def pay(uid):`,
        `    return find(uid)["amount"]`,
      ],
      ["5:22 verify/envelope"],
    ],
    [
      "beside its envelope of a token",
      [
        `t = requests.post("https://api.iamport.kr/users/getToken", json={"imp_key": K, "imp_secret": S}).json()["access_token"]`,
      ],
      ["2:105 verify/envelope"],
    ],
    [
      "in an envelope that V2 has not",
      [`p = httpx.get(${v2}).json()["response"]["status"]`],
      ["2:124 verify/envelope"],
    ],
    [
      "by a field of V2",
      [`p = requests.get(${v1}).json()["response"]`, `x = p["orderName"]`],
      ["3:7 verify/other-version"],
    ],
    [
      "by a field of V1",
      [`p = requests.get(${v2}).json()`, `x = p["merchant_uid"]`],
      ["3:7 verify/other-version"],
    ],
    [
      "with a status of V1 in the other case",
      [`p = requests.get(${v1}).json()["response"]`, `if p["status"] == "PAID": done()`],
      ["3:19 verify/other-version"],
    ],
    [
      "with a status of V2 in the other case",
      [`p = requests.get(${v2}).json()`, `if p.get("status") != "paid": done()`],
      ["3:23 verify/other-version"],
    ],
  ])("The answer to a request is read in Python: %s", async (_name, lines, expected) => {
    expect(await answers(...lines)).toEqual(expected);
  });

  it.each([
    ["of JSON", "data = json.loads(request.body)", `data["amount"]`],
    ["of a form", "", `int(request.POST["amount"])`],
    ["of a form with a name", `amount = request.POST.get("amount")`, "amount"],
  ])(
    "The answer to a request is read in Python with an amount that the browser sent, %s",
    async (_name, first, amount) => {
      const lines = [
        "def complete(request, uid):",
        `    ${first || "pass"}`,
        `    p = requests.get(${v1}).json()["response"]`,
        `    if p["amount"] == ${amount}: done()`,
      ];
      expect(await answers(...lines)).toEqual(["5:23 verify/amount-received"]);
    },
  );

  it("The answer to a request is read in Python with an amount of V2, which is an object", async () => {
    const lines = [`p = requests.get(${v2}).json()`, `if p["amount"] != order.amount: fail()`];
    expect(await answers(...lines)).toEqual(["3:6 verify/other-version"]);
  });

  it.each([
    [
      "in order",
      [
        `p = requests.get(${v1}).json()`,
        `if p["code"] == 0 and p["response"]["status"] == "paid": done(p["response"]["amount"])`,
      ],
    ],
    [
      "with an amount of the shop's own",
      [
        "def complete(request, uid):",
        `    p = requests.get(${v1}).json()["response"]`,
        `    order = Order.objects.get(uid=request.POST["merchant_uid"])`,
        `    if p["amount"] == order.amount: done()`,
      ],
    ],
    [
      "in order in V2",
      [
        `p = requests.get(${v2}).json()`,
        `if p["status"] == "PAID" and p["amount"]["total"] == total: done()`,
      ],
    ],
    [
      "by what HTTP says",
      [`p = requests.get(${v1})`, `if p.status_code == 200 and p.headers["status"]: done()`],
    ],
    [
      "of another host",
      [
        `p = requests.get("https://cup.example/payments/" + uid).json()`,
        `if p["status"] == "PAID": done(p["amount"])`,
      ],
    ],
    [
      "where it may be something else",
      [`p = requests.get(${v1}).json()`, "if x:", "    p = load()", `y = p["status"]`],
    ],
    [
      "where another function takes it apart",
      [`p = unwrap(requests.get(${v1}).json())`, `x = p["status"]`],
    ],
  ])("The answer to a request is read in Python without a finding: %s", async (_name, lines) => {
    expect(await answers(...lines)).toEqual([]);
  });
});
