import { expect, it } from "vitest";
import { readPython } from "../../../../../dist/extract/python/read.js";
import { payloadsBy } from "../../shownPayload.js";

const host = "https://api.iamport.kr";
const cancel = `${host}/payments/cancel`;

const inFile = (code: string) =>
  `import aiohttp, httpx, json, requests, urllib.parse, urllib.request\nfrom dataclasses import asdict, dataclass\n${code}\n`;

it.each<[name: string, code: string, ...payloads: string[]]>([
  [
    "a form, and JSON",
    `requests.post("${cancel}", data={"x": 1})\nrequests.post("${cancel}", json={"x": 2})\nrequests.post("${cancel}", data=json.dumps({"x": 3}))\nrequests.post("${cancel}", data="a=1&b=2")`,
    "{ x: 1 } as a form",
    "{ x: 2 }",
    "{ x: 3 }",
    `{ a: "1", b: "2" } as a form`,
  ],
  [
    "a form whose letters are made bytes, and one that is changed before",
    `requests.post("${cancel}", data=urllib.parse.urlencode({"x": 1}).encode())\nf = {"x": 2}\nf["y"] = 3\nrequests.post("${cancel}", data=urllib.parse.urlencode(f).encode("utf-8"))`,
    "{ x: 1 } as a form",
    "{ x: 2, y: 3 } as a form",
  ],
  [
    "a base that ends in a slash, and one that does not",
    `c = httpx.Client(base_url="${host}/")\nc.post("/payments/cancel", json={"x": 1})\nc.post("payments/cancel", json={"x": 2})\nd = httpx.Client(base_url="${host}")\nd.post("payments/cancel", json={"x": 3})`,
    "{ x: 1 }",
    "{ x: 2 }",
    "{ x: 3 }",
  ],
  [
    "a base by place of aiohttp",
    `async def f():\n    async with aiohttp.ClientSession("${host}") as s:\n        await s.post("/payments/cancel", json={"x": 1})`,
    "{ x: 1 }",
  ],
  [
    "a function that is called with what it does not know itself",
    `def send(x, more):\n    requests.post("${cancel}", json={"x": x, "y": 1})\nsend(2, 3)`,
    "{ x: ?, y: 1 }",
  ],
  [
    "a wrapper, once for each payload that it is given",
    `def send(body):\n    requests.post("${cancel}", json=body)\nsend({"x": 1})\nsend({"x": 2})`,
    "{ x: 1 }!",
    "{ x: 2 }!",
  ],
  [
    "urljoin, urlencode and a request of urllib",
    `requests.post(urllib.parse.urljoin("${host}", "/payments/cancel"), data=urllib.parse.urlencode({"x": 1}))\nurllib.request.Request("${cancel}", data=json.dumps({"x": 2}).encode(), method="POST")`,
    "{ x: 1 } as a form",
    "{ x: 2 }",
  ],
  [
    "what is no address of the service",
    `requests.post("https://shop.example/payments/cancel", json={"x": 1})\nrequests.post("${cancel}/x", json={"x": 1})\nrequests.put("${cancel}", json={"x": 1})\nrequests.get("${cancel}")`,
  ],
  [
    "data classes",
    `@dataclass\nclass A:\n    x: int\n    y: str = "a"\n    z: Optional[int] = None\na = A(1)\na.y = "b"\nrequests.post("${cancel}", json=asdict(a))`,
    `{ y: "b"!, x: 1! }`,
  ],
])(
  "What Python's requests send is known as far as the code says it: %s",
  (_name, code, ...payloads) => {
    expect(payloadsBy(readPython, inFile(code))).toEqual(payloads);
  },
);
