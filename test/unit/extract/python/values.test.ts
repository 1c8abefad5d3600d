import { describe, expect, it } from "vitest";
import { readPython } from "../../../../dist/extract/python/read.js";
import { linted } from "../shared.js";
import { payloadsBy } from "../shownPayload.js";

const imports =
  "import attr, attrs, collections, copy, dataclasses, decimal, json, math, requests, secrets, time, urllib.parse, uuid\nfrom fastapi.encoders import jsonable_encoder\n";

/** What is known of an expression in a payload. */
function known(expression: string, before = ""): string | undefined {
  const lines = [
    ...before.split("\n"),
    `requests.post("https://api.iamport.kr/payments/cancel", json={"x": ${expression}})`,
  ];
  const text = `${imports}def pay(uid, other, flag):\n${lines.map((line) => `    ${line}\n`).join("")}`;
  const [payload] = payloadsBy(readPython, text);
  return /^\{ x: (.*) \}!?$/.exec(payload ?? "")?.[1];
}

const now = `?:number "__________.…" 1000000000…9999999999`;

describe("What Python's own functions give is known", () => {
  it.each([
    ["time.time()", now],
    ["time.time_ns()", `?:number "${"_".repeat(19)}"`],
    ["uuid.uuid1()", `? "${"_".repeat(36)}"`],
    ["uuid.uuid4()", `? "${"_".repeat(36)}"`],
    ["uuid.uuid4().hex", `?:string "${"_".repeat(32)}"`],
    ["uuid.uuid4().other", "?"],
    ["other.hex", "?"],
    ["secrets.token_hex(8)", "?:string"],
    ["secrets.token_urlsafe(8)", "?:string"],
    ["secrets.token_other(8)", "?"],
    ["len(other)", "?:number"],
    [`int("2")`, "2"],
    [`int("2.5")`, "2"],
    [`float("2.5")`, "2.5"],
    [`decimal.Decimal("2")`, "2"],
    ["round(2)", "2"],
    ["round(2.5)", "?:number"],
    ["math.floor(2)", "2"],
    ["math.ceil(2)", "2"],
    ["math.trunc(2)", "2"],
    ["int(other)", "?:number"],
    ["float(other)", "?:number"],
    ["decimal.Decimal(other)", "?:number"],
    ["round(other)", "?:number"],
    ["math.floor(other)", "?:number"],
    ["math.ceil(other)", "?:number"],
    ["math.trunc(other)", "?:number"],
    ["math.sqrt(other)", "?"],
    ["int()", "?:number"],
    [`int("")`, "?:number"],
    [`int("a")`, "?:number"],
    ["str(2)", `"2"`],
    ["str()", `""`],
    [`urllib.parse.urljoin("https://a.example", "/b")`, `"https://a.example/b"`],
    [`urllib.parse.urljoin("https://a.example/", "/b")`, `"https://a.example/b"`],
    [`urllib.parse.urljoin("https://a.example/c", "/b")`, "?:string"],
    [`urllib.parse.urljoin("https://a.example", "b")`, "?:string"],
    [`urllib.parse.urljoin(other, "/b")`, "?:string"],
    [`urllib.parse.urljoin("https://a.example")`, "?:string"],
  ])("What Python's own functions give is known: %s", (expression, value) => {
    expect(known(expression as string)).toBe(value);
  });

  it.each([
    ["int(time.time())", `?:number "__________" 1000000000…9999999999`],
    ["math.floor(time.time())", `?:number "__________" 1000000000…9999999999`],
    ["math.trunc(time.time())", `?:number "__________" 1000000000…9999999999`],
  ])("What Python's own functions give is known: %s, by its digits", (expression, value) => {
    expect(known(expression)).toBe(value);
  });

  it.each([
    ["%Y", 4],
    ["%m", 2],
    ["%d", 2],
    ["%H", 2],
    ["%M", 2],
    ["%S", 2],
    ["%y", 2],
    ["%I", 2],
    ["%p", 2],
    ["%f", 6],
    ["%j", 3],
  ])("a date by %s", (directive, length) => {
    expect(known(`other.strftime("${directive}a")`)).toBe(`?:string "${"_".repeat(length)}a"`);
  });
  it.each([
    [`"%A-%%"`, `?:string "…-%"`],
    ["other", "?:string"],
  ])("a date by %s", (form, value) => {
    expect(known(`other.strftime(${form})`)).toBe(value);
  });
});

describe("What a method of any value gives is known by its name", () => {
  it.each([
    "strip",
    "lstrip",
    "rstrip",
    "lower",
    "upper",
    "replace",
    "join",
    "zfill",
    "title",
    "capitalize",
    "isoformat",
    "decode",
    "hexdigest",
    "removeprefix",
    "removesuffix",
  ])("What a method of any value gives is known by its name: %s", (name) => {
    expect(known(`other.${name}(1)`)).toBe("?:string");
  });
  it.each([
    [`"a".encode()`, `"a"`],
    ["other.timestamp()", now],
    ["other.timestamp(1)", "?"],
    ["other.split(1)", "?"],
    ["other.lowered()", "?"],
    ["other.islower()", "?"],
  ])("What a method of any value gives is known by its name: %s", (expression, value) => {
    expect(known(expression)).toBe(value);
  });
});

describe("A text with places for values is filled in Python", () => {
  it.each([
    [`"{}-{}".format("a", 1)`, `"a-1"`],
    [`"{1}-{0}".format("a", 1)`, `"1-a"`],
    [`"{k}".format(k="a")`, `"a"`],
    [`"{{{}}}".format("a")`, `"{a}"`],
    [`"{:>5}|{!r}".format("a", "b")`, `?:string "…|…"`],
    [`"{}|{}".format("a")`, `?:string "a|…"`],
    [`"%s-%d" % ("a", 1)`, `"a-1"`],
    [`"%s" % "a"`, `"a"`],
    [`"%%%s" % "a"`, `"%a"`],
    [`"%(k)s" % {"k": "a"}`, `"a"`],
    [`"%(k)d" % {"k": 2}`, `"2"`],
    [`"%05d|%s" % (1, "a")`, `?:string "…|a"`],
    [`"%(k)s" % other`, `?:string "…"`],
  ])("A text with places for values is filled in Python: %s", (expression, value) => {
    expect(known(expression)).toBe(value);
  });
});

describe("A dictionary or a list is known in Python", () => {
  it.each([
    ["dict(x=1)", "{ x: 1 }"],
    [`dict({"y": 1}, x=1)`, "{ y: 1, x: 1 }"],
    ["collections.OrderedDict(x=1)", "{ x: 1 }"],
    [`copy.copy({"x": 1})`, "{ x: 1 }"],
    [`copy.deepcopy({"x": 1})`, "{ x: 1 }"],
    ["copy.copy([1])", "[1]"],
    ["copy.deepcopy([1])", "[1]"],
    ["list([1])", "[1]"],
    ["tuple([1])", "[1]"],
    ["list()", "[]"],
    ["tuple()", "[]"],
    ["list(other)", "[…]"],
    ["tuple(other)", "[…]"],
    ["set([1])", "?"],
    [`{"y": 1} | {"x": 1}`, "{ y: 1, x: 1 }"],
    [`json.dumps({"x": 1})`, "?:string"],
    [`json.loads("{}")`, "?"],
    [`jsonable_encoder({"x": 1})`, "{ x: 1 }"],
  ])("A dictionary or a list is known in Python: %s", (expression, value) => {
    expect(known(expression)?.replaceAll("!", "").replace("[ … ]", "[…]")).toBe(value);
  });

  it.each(["dataclasses.asdict", "attr.asdict", "attrs.asdict", "vars"])(
    "A dictionary or a list is known in Python: %s",
    (name) => {
      const text = `${imports}@dataclasses.dataclass\nclass A:\n    y: int\nrequests.post("https://api.iamport.kr/payments/cancel", json=${name}(A(1)))\n`;
      expect(payloadsBy(readPython, text)).toEqual(["{ y: 1! }"]);
    },
  );
  it.each(["asdict", "dataclasses.astuple"])(
    "A dictionary or a list is known in Python, but not %s of nowhere",
    (name) => {
      const text = `${imports}@dataclasses.dataclass\nclass A:\n    y: int\nrequests.post("https://api.iamport.kr/payments/cancel", json=${name}(A(1)))\n`;
      expect(payloadsBy(readPython, text)).toEqual(["?"]);
    },
  );

  it.each([
    ["d.update(x=2)", "{ x: 2 }"],
    [`d.update({"x": 2})`, "{ x: 2 }"],
    [`d.setdefault("y", 1)`, "{ x: 1, y: ? }"],
    [`d.setdefault("x", 2)`, "{ x: 1 }"],
    ["d.setdefault(uid, 2)", "{ x: ?, … }"],
    [`d.pop("x")`, "{}"],
    ["d.pop(uid)", "{ x: ?, … }"],
    [`d["y"] = d.pop("x")`, "{ y: 1 }"],
    [`d["y"] = d.get("x")`, "{ x: 1, y: 1 }"],
    [`d["y"] = d.get(uid)`, "{ x: 1, y: ? }"],
    ["e = d.copy()\ne.update(x=2)", "{ x: 1 }"],
    ["d.keys()", "{ x: 1 }"],
    ["d.values()", "{ x: 1 }"],
    ["d.items()", "{ x: 1 }"],
    [`d.__contains__("x")`, "{ x: 1 }"],
    [`d.get("x")`, "{ x: 1 }"],
    ["d.clear()", "{ x: ?, … }"],
    ["d.append(1)", "{ x: ?, … }"],
    ["d.getall()", "{ x: ?, … }"],
  ])("A dictionary or a list is known in Python behind %s", (code, value) => {
    expect(known("d", `d = {"x": 1}\n${code}`)?.replaceAll("!", "").replace("{  }", "{}")).toBe(
      value,
    );
  });

  it.each([
    ["l.append(2)", "[1, 2]"],
    ["l.index(1)", "[1]"],
    ["l.count(1)", "[1]"],
    ["l.copy()", "[1]"],
    ["l.append()", "[?, …]"],
    ["l.sort()", "[?, …]"],
    ["l.extend(other)", "[?, …]"],
  ])("A dictionary or a list is known in Python, and a list behind %s", (code, value) => {
    expect(known("l", `l = [1]\n${code}`)?.replaceAll("!", "")).toBe(value);
  });

  it.each([
    "print(d)",
    "len(d)",
    "isinstance(d, dict)",
    "type(d)",
    "str(d)",
    "repr(d)",
    "bool(d)",
    "hasattr(d, 1)",
    "id(d)",
    "logging.info(d)",
    "pprint.pprint(d)",
    "log.info(d)",
    "logger.info(d)",
    "LOGGER.info(d)",
    "_logger.info(d)",
    "self.logger.info(d)",
  ])("A dictionary or a list is known in Python, and stays what it is behind %s", (code) => {
    expect(known("d", `d = {"x": 1}\nimport logging, pprint\n${code}`)).toBe("{ x: 1 }");
  });
  it.each(["prints(d)", "blog.info(d)", "loggers.info(d)", "fill(d)", "catalog.log(d)"])(
    "but not behind %s",
    (code) => {
      expect(known("d", `d = {"x": 1}\n${code}`)).toBe("{ x: ?, … }");
    },
  );
});

describe("What an annotation of Python says of a value is known", () => {
  const hinted = (annotation: string) => {
    const text = `${imports}def pay(x: ${annotation}):\n    requests.post("https://api.iamport.kr/payments/cancel", json={"x": x})\n`;
    const [payload] = payloadsBy(readPython, text);
    return /^\{ x: (.*) \}$/.exec(payload ?? "")?.[1];
  };
  it.each([
    ["int", "?:number"],
    ["float", "?:number"],
    ["str", "?:string"],
    ["bool", "?:boolean"],
    ["dict", "?:object"],
    ["Dict", "?:object"],
    ["dict[str, int]", "?:object"],
    ["list", "?:array"],
    ["List[int]", "?:array"],
    ["None", "?:null"],
    [`"int"`, "?:number"],
    ["int | str", "?:number|string"],
    ["Optional[int]", "?:number|null"],
    ["Union[int, str]", "?:number|string"],
    ["Union[int | bool, str]", "?:number|boolean|string"],
    ["Annotated[int, Field(gt=0)]", "?:number"],
    ["typing.Optional[int]", "?:number|null"],
    ["typing.List[int]", "?:array"],
    ["int | int", "?:number"],
    ["Decimal", "?"],
    ["int | Other", "?"],
    ["Maybe[int]", "?"],
    [`int | ${"A".repeat(300)}`, "?"],
  ])("What an annotation of Python says of a value is known: %s", (annotation, value) => {
    expect(hinted(annotation)).toBe(value);
  });
});

describe("A text of Python is known that is put together", () => {
  it.each([
    [`"%s-%d" % (1, 2)`, `"1-2"`],
    [`"%(abc)s" % {"abc": 1}`, `"1"`],
    [`"%(a)s%(b)5d" % {"a": 1, "b": 2}`, `?:string "1…"`],
    [`"%(a)s" % 1`, `?:string "…"`],
    [`"a%%b%s" % 1`, `"a%b1"`],
    ["uid % 2", "?"],
    ["7 % 2", "?"],
    ["str(uid) % 2", "?:string"],
    [`"a%sb".upper()`, "?:string"],
    [`"a%sb".other(1)`, "?"],
    [`"{}{}".format(1, 2)`, `"12"`],
    [`"{1}{0}".format(1, 2)`, `"21"`],
    [`"{10}".format(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)`, `"11"`],
    [`"{a}{}".format(1, a=2)`, `"21"`],
    [`"{a1}{1a}".format(1, 2, a1=3)`, `?:string "3…"`],
    [`"{}".format(a=1)`, `?:string "…"`],
    [`"{}".format(*other)`, `?:string "…"`],
    [`"{5}".format(1)`, `?:string "…"`],
    [`"{{{}}}".format(1)`, `"{1}"`],
    ["other.strftime()", "?:string"],
    ["other.strftime(other)", "?:string"],
  ])("A text of Python is known that is put together: %s", (written, value) => {
    expect(known(written)).toBe(value);
  });
});

describe("A number of Python is known as far as its rounding is", () => {
  const within = "1000000000…9999999999";
  it.each([
    ["round(time.time())", `?:number ${within}`],
    ["round(time.time(), 2)", `?:number ${within}`],
    ["math.ceil(time.time())", `?:number ${within}`],
    ["float(time.time())", `?:number ${within}`],
    ["int(uuid.uuid4())", "?:number"],
    ["round(3, 1)", "?:number"],
    ["round(2.5, 1)", "?:number"],
    ["int(-1.9)", "-1"],
    [`int(" ")`, "?:number"],
    [`float("nan")`, "?:number"],
    ["float()", "?:number"],
    ["round()", "?:number"],
    ["math.floor()", "?:number"],
    ["math.trunc(2.5)", "?:number"],
  ])("A number of Python is known as far as its rounding is: %s", (written, value) => {
    expect(known(written)).toBe(value);
  });
  it.each([
    [`urllib.parse.urljoin("http://a.example", "/b")`, `"http://a.example/b"`],
    [`urllib.parse.urljoin("see https://a.example", "/b")`, "?:string"],
    [`urllib.parse.urljoin("https://a.example", "b/c")`, "?:string"],
    ["urllib.parse.urljoin()", "?:string"],
  ])("An address of Python is known that is joined of a host and a path: %s", (written, value) => {
    expect(known(written)).toBe(value);
  });
});

describe("What a secret goes through stays hidden in Python", () => {
  it.each([
    "k",
    "k.strip()",
    "k.upper()",
    `"".join(k)`,
    "str(k)",
    "int(k)",
    "float(k)",
    "decimal.Decimal(k)",
    "round(int(k))",
    "math.floor(k)",
    "round(k, 1)",
    `f"{k}"`,
    `"%s" % k`,
    `"{}".format(k)`,
    `k.encode("utf-8")`,
  ])("What a secret goes through stays hidden in Python: %s", async (given) => {
    for (const secret of ["secret-3", "30303030", "30303030.5"]) {
      const text = `${imports}k = "${secret}"\ndef f():\n    requests.post("https://api.iamport.kr/users/getToken", data={"imp_key": "0000000000000000", "imp_secret": ${given}})\n`;
      const { redacted } = await linted("a.py", text);
      expect(redacted).toHaveLength(text.length);
      expect(redacted).not.toContain(secret);
    }
  });
});
