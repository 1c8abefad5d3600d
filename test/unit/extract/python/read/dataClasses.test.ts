import { describe, expect, it } from "vitest";
import { found } from "../../shared.js";

const cancel = "https://api.iamport.kr/payments/cancel";

const imports = [
  "import attr, dataclasses, requests",
  "from dataclasses import dataclass, asdict, field",
  "from pydantic import BaseModel, ConfigDict, Field",
  "from typing import NamedTuple, Optional, TypedDict",
];

const rules = async (...lines: string[]): Promise<string[]> =>
  (await found("a.py", [...imports, ...lines, ""].join("\n"))).map((one) =>
    one.replace(/^\S+ /, ""),
  );

const send = (body: string) => `requests.post("${cancel}", json=${body})`;
const unknown = ["shape/unknown-property /x"];

describe("An object of a class of the file is read", () => {
  it.each([
    ["of a dataclass", ["@dataclass", "class D:"], "asdict(D(uid, 1))"],
    [
      "of a dataclass by names",
      ["@dataclass(frozen=True)", "class D:"],
      "asdict(D(x=1, imp_uid=uid))",
    ],
    ["by its dictionary", ["@dataclasses.dataclass", "class D:"], "D(uid, 1).__dict__"],
    ["of attrs", ["@attr.s(auto_attribs=True)", "class D:"], "attr.asdict(D(uid, 1))"],
    ["of a model", ["class D(BaseModel):"], "D(imp_uid=uid, x=1).model_dump()"],
    ["of a model of the older kind", ["class D(BaseModel):"], "D(imp_uid=uid, x=1).dict()"],
    ["of a named tuple", ["class D(NamedTuple):"], "D(uid, 1)._asdict()"],
    ["of a typed dictionary", ["class D(TypedDict, total=False):"], "D(imp_uid=uid, x=1)"],
    [
      "of a model from a dictionary",
      ["class D(BaseModel):"],
      `D(**{"imp_uid": uid, "x": 1}).dict()`,
    ],
  ])("An object of a class of the file is read: %s", async (_name, heading, body) => {
    const lines = [
      ...heading,
      "    imp_uid: str",
      "    x: int",
      "def pay(uid):",
      `    ${send(body)}`,
    ];
    expect(await rules(...lines)).toEqual(unknown);
  });
  it("An object of a class with methods of its own is read", async () => {
    const lines = [
      "@dataclass",
      "class D:",
      "    imp_uid: str",
      "    x: int = 1",
      "    @classmethod",
      "    def of(cls, uid):",
      "        return cls(uid)",
      "    def body(self):",
      `        return {"imp_uid": self.imp_uid, "x": self.x}`,
      "def pay(uid):",
      `    ${send("D.of(uid).body()")}`,
    ];
    expect(await rules(...lines)).toEqual(unknown);
  });
  it("An object is read by the keys that a model writes where it is asked to", async () => {
    const model = (dump: string) => [
      "class Base(BaseModel):",
      "    model_config = ConfigDict(alias_generator=to_camel)",
      "class Amount(Base):",
      "    total: str",
      "class D(Base):",
      "    order_name: str",
      "    billing_key: str",
      `    money: Amount = Field(..., alias="amount")`,
      "    currency: Optional[str] = None",
      "def pay(uid):",
      `    d = D(order_name="a", billing_key=uid, money=Amount(total="1"), currency="KRW")`,
      `    requests.post(f"https://api.portone.io/payments/{uid}/billing-key", json=d.model_dump(${dump}))`,
    ];
    const byKey = await rules(...model("by_alias=True"));
    expect(byKey).toContain("shape/type /amount/total");
    expect(byKey.filter((one) => /unknown|_/.test(one))).toEqual([]);
    expect(await rules(...model(""))).toContain("shape/unknown-property /billing_key");
  });
  it("An object is read with the types of its fields and of parameters", async () => {
    const lines = [
      "@dataclass",
      "class D:",
      "    imp_uid: str",
      "    amount: str",
      "def pay(order):",
      `    ${send("asdict(D(order.uid, order.amount))")}`,
      "def other(uid: str, amount: 'str | None', n: int):",
      `    ${send(`{"imp_uid": uid, "amount": amount}`)}`,
      `    ${send(`{"imp_uid": uid, "amount": n}`)}`,
    ];
    expect(await rules(...lines)).toEqual(["shape/type /amount", "shape/type /amount"]);
  });
});

describe("What an object of a class may hold is not guessed", () => {
  it.each([
    [
      "where a model turns a text into a number",
      [
        "class D(BaseModel):",
        "    imp_uid: str",
        "    amount: int",
        send(`D(imp_uid="a", amount="1").dict()`),
      ],
    ],
    [
      "where another file has the class that it extends",
      ["@dataclass", "class D(Base):", "    amount: int", send("asdict(D(1))")],
    ],
    [
      "where fields are left out",
      [
        "class D(BaseModel):",
        "    imp_uid: str",
        "    x: int",
        send(`D(imp_uid="a", x=1).dict(exclude={"x"})`),
      ],
    ],
    [
      "where a model writes a field in a way of its own",
      [
        "class D(BaseModel):",
        "    imp_uid: str",
        "    amount: str",
        `    @field_serializer("amount")`,
        "    def write(self, v): return int(v)",
        send(`D(imp_uid="a", amount="1").model_dump()`),
      ],
    ],
    [
      "where a field begins with what a function gives",
      [
        "@dataclass",
        "class D:",
        "    imp_uid: str = field(default_factory=make)",
        "    amount: int = 1",
        send("asdict(D())"),
      ],
    ],
    [
      "where nothing is put into a field",
      [
        "class D(BaseModel):",
        "    imp_uid: str",
        "    x: Optional[int] = None",
        send(`D(imp_uid="a").dict()`),
      ],
    ],
  ])("What an object of a class may hold is not guessed %s", async (_name, lines) => {
    expect(await rules(...lines)).toEqual([]);
  });
});

describe("What a function of the file sends for its callers", () => {
  it.each([
    [
      "by names that it does not list",
      "def post(path, **body):",
      `post("/payments/cancel", imp_uid="a", x=1)`,
    ],
    [
      "as a dictionary",
      "def post(path, body):",
      `post("/payments/cancel", {"imp_uid": "a", "x": 1})`,
    ],
  ])(
    "What a function of the file sends for its callers is read: %s",
    async (_name, heading, call) => {
      const address = `urljoin("https://api.iamport.kr/", path)`;
      const lines = [
        "from urllib.parse import urljoin",
        heading,
        `    requests.post(${address}, json=body)`,
        call,
      ];
      expect(await rules(...lines)).toEqual(unknown);
    },
  );
});

describe("Numbers and dates of Python", () => {
  it("Numbers and dates of Python are what operators make of them", async () => {
    const amount = (value: string) => send(`{"imp_uid": "a", "amount": ${value}}`);
    expect(await rules(amount("-1 * 5"), amount("2 * 500"), amount("rate * 5"))).toEqual([
      "shape/type /amount",
    ]);
  });
});
