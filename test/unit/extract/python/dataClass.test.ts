import { describe, expect, it } from "vitest";
import { readPython } from "../../../../dist/extract/python/read.js";
import { found } from "../shared.js";
import { payloadsBy } from "../shownPayload.js";
import { knownOf } from "./ownFile.js";

const imports = [
  "import attr, attrs, dataclasses, msgspec, pydantic, requests, sqlmodel, typing",
  "from dataclasses import asdict, dataclass, field",
  "from attrs import define, frozen, mutable",
  "from dataclasses_json import dataclass_json",
  "from msgspec import Struct",
  "from pydantic import BaseModel, ConfigDict, Extra, Field, computed_field, field_serializer, model_serializer",
  "from sqlmodel import SQLModel",
  "from typing import Annotated, ClassVar, NamedTuple, Optional, TypedDict",
];

/** What is known of an object of a class, as `asdict` or another function writes it. */
function written(lines: readonly string[], expression: string): string | undefined {
  const text = [
    ...imports,
    ...lines,
    "def pay(uid, given):",
    `    requests.post("https://api.iamport.kr/payments/cancel", json=${expression})`,
    "",
  ].join("\n");
  return payloadsBy(readPython, text)[0]?.replaceAll("!", "");
}

const fields = ["    x: int = 1", "    def act(self): pass"];
const dumped = "D().model_dump()";

describe("A class of Python is one of data", () => {
  it.each([
    "@dataclass",
    "@dataclass(frozen=True)",
    "@dataclasses.dataclass",
    "@dataclass_json",
    "@attr.s(auto_attribs=True)",
    "@attr.attrs",
    "@attr.define",
    "@attrs.define",
    "@define",
    "@frozen",
    "@attrs.frozen",
    "@mutable",
    "@attrs.mutable",
  ])("A class of Python is one of data where %s says so", (decorator) => {
    expect(written([decorator, "class D:", ...fields], "asdict(D())")).toBe("{ x: 1 }");
  });
  it.each(["@dataclasses_of", "@my_dataclass", "@frozen.later", "@total_ordering", "@app.section"])(
    "A class of Python is none of data where only %s is before it",
    (decorator) => {
      expect(written([decorator, "class D:", ...fields], "asdict(D())")).toBe("?");
    },
  );
  it.each([
    ["BaseModel", dumped],
    ["pydantic.BaseModel", dumped],
    ["SQLModel", dumped],
    ["Struct", "asdict(D())"],
    ["msgspec.Struct", "asdict(D())"],
    ["NamedTuple", "D()._asdict()"],
  ])("A class of Python is one of data that extends %s", (base, expression) => {
    expect(written([`class D(${base}):`, ...fields], expression)).toBe("{ x: 1 }");
  });
  it("A typed dictionary of Python is a dictionary", () => {
    expect(written(["class D(TypedDict):", "    x: int"], "D(x=1)")).toBe("{ x: 1 }");
  });
  it.each(["object", "Base", "BaseModels", "constructor"])(
    "A class of Python is none of data that extends %s alone",
    (base) => {
      expect(written([`class D(${base}):`, ...fields], "asdict(D())")).toBe("?");
    },
  );
  it("A class of Python is one of data that extends one of the file, whatever else it extends", () => {
    const parent = ["class P(BaseModel):", "    y: int = 2"];
    expect(written([...parent, "class D(P):", ...fields], dumped)).toBe("{ y: 2, x: 1 }");
    expect(written([...parent, "class D(P, object):", ...fields], dumped)).toBe("{ y: 2, x: 1 }");
    expect(written([...parent, "class D(P, Other):", ...fields], dumped)).toMatch(/…/);
  });
  it("A class of Python takes the fields of the class that it extends before its own", () => {
    const lines = [
      "@dataclass",
      "class P:",
      "    y: int",
      "@dataclass",
      "class D(P):",
      "    x: int",
    ];
    expect(written(lines, "asdict(D(1, 2))")).toBe("{ y: 1, x: 2 }");
  });
  it.each([
    ["field_serializer", `    @field_serializer("x")`],
    ["model_serializer", "    @model_serializer"],
    ["computed_field", "    @computed_field"],
    ["json_encoders", "    model_config = ConfigDict(json_encoders={int: str})"],
  ])("A class of Python is none of data where it writes itself with %s", (_name, line) => {
    const lines = ["class D(BaseModel):", "    x: int = 1", line, "    def act(self): pass"];
    expect(written(lines, dumped)).toBe("?");
  });
  it.each(["BaseModel", "SQLModel"])(
    "A value of another type is turned by a %s into its field's",
    (base) => {
      expect(written([`class D(${base}):`, "    x: int"], `D(x="1").model_dump()`)).toBe(
        "{ x: ?:number }",
      );
      const lines = [`class P(${base}):`, "    y: int = 2", "class D(P):", "    x: int"];
      expect(written(lines, `D(x="1").model_dump()`)).toBe("{ y: 2, x: ?:number }");
    },
  );
  it.each([
    ["@dataclass", ""],
    ["", "(Struct)"],
  ])("A value of another type stays what it is in a class that is %s%s", (decorator, base) => {
    const lines = [...(decorator ? [decorator] : []), `class D${base}:`, "    x: int"];
    expect(written(lines, `asdict(D(x="1"))`)).toBe(`{ x: "1" }`);
  });
  it("A model takes its fields by name alone", () => {
    expect(written(["class D(BaseModel):", "    x: int"], "D(1).model_dump()")).toMatch(/…|\?/);
    expect(written(["@dataclass", "class D:", "    x: int"], "asdict(D(1))")).toBe("{ x: 1 }");
  });
  it("A class of Python with a constructor of its own holds what that puts", () => {
    const own = ["    def __init__(self, z):", "        self.y = z"];
    const lines = ["@dataclass", "class D:", "    x: int = 1", "    y: int = 2", ...own];
    expect(written(lines, "asdict(D(5))")).toBe("{ x: 1, y: 5 }");
  });
  it.each([
    [`**{"x": 1, "y": 2}`, [], "{ y: 2, x: 1 }"],
    ["**given", [], "{ y: ?, … }"],
    ["*given", [], "{ y: ?, … }"],
    ["**p", [`p = {"x": 1}`, "if flag:", `    p["y"] = 5`], "{ y: ?, x: 1 }"],
  ])("A class of Python is given values by an object: %s", (args, before, shown) => {
    const lines = ["@dataclass", "class D:", "    x: int", "    y: int = 3", ...before];
    expect(written(lines, `asdict(D(${args}))`)).toBe(shown);
    expect(written(lines, `D(${args}).__dict__`)).toBe(shown);
  });
  it("A field of Python that only some runs put may be there in what is made of it", () => {
    const lines = ["@dataclass", "class D:", "    x: int", "    z: int"];
    const maybe = [...lines, `p = {"x": 1}`, "if flag:", `    p["z"] = 5`];
    expect(written(maybe, "asdict(D(**p))")).toBe("{ x: 1, z: ? }");
  });
  it("A class of Python may be given fewer values than it has fields", () => {
    const lines = ["@dataclass", "class D:", "    x: int", "    y: int = 2"];
    expect(written(lines, "asdict(D(1))")).toBe("{ y: 2, x: 1 }");
    expect(written(lines, "asdict(D(1, 2, 3))")).toMatch(/…/);
  });
  it("A typed dictionary of Python is changed like any other", () => {
    const typed = ["class P(TypedDict):", "    x: int", "class D(P):", "    y: int"];
    for (const name of ["P", "D"]) {
      const lines = [...typed, `d = ${name}(x=1)`, `d["z"] = 2`, `d.update(w=3)`];
      expect(written(lines, "d")).toBe("{ x: 1, z: 2, w: 3 }");
    }
  });
  it("A key of a class of Python is at the name of its field, or at the text that says it", async () => {
    const fileOf = (field: string, dump: string) =>
      [
        ...imports,
        "class D(BaseModel):",
        "    imp_uid: str",
        `    ${field}`,
        `requests.post("https://api.iamport.kr/payments/cancel", json=D(imp_uid="a", z=1).dict(${dump}))`,
        "",
      ].join("\n");
    expect(await found("a.py", fileOf("z: int", ""))).toEqual(["11:5 shape/unknown-property /z"]);
    expect(await found("a.py", fileOf(`z: int = Field(alias="x")`, "by_alias=True"))).toEqual([
      "11:26 shape/unknown-property /x",
    ]);
  });
  it.each([
    [`    model_config = ConfigDict(extra="allow")`, true],
    [`    model_config = ConfigDict(extra='allow')`, true],
    ["    class Config:\n        extra = Extra.allow", true],
    [`    model_config = ConfigDict(extra="ignore")`, false],
    [`    model_config = ConfigDict(extra="forbid")`, false],
  ])("A model may hold more than its fields where it says so: %s", (line, isOpen) => {
    const shown = written(["class D(BaseModel):", line, "    x: int = 1"], dumped);
    expect(shown).toBe(isOpen ? "{ x: 1, … }" : "{ x: 1 }");
  });
});

describe("The fields of a class of Python are known", () => {
  const model = (...lines: string[]) => ["class D(BaseModel):", ...lines];
  it.each([
    ["a constant of the class", ["    y: ClassVar[int] = 2", "    x: int = 1"]],
    [
      "a constant of the class, by its module",
      ["    y: typing.ClassVar[int] = 2", "    x: int = 1"],
    ],
    ["a name of its own", ["    _y: int = 2", "    x: int = 1"]],
    [
      "its configuration",
      ["    model_config: ConfigDict = ConfigDict(frozen=True)", "    x: int = 1"],
    ],
    ["a name without a type", ["    y = 2", "    x: int = 1"]],
    ["a function", ["    def y(self) -> int: return 2", "    x: int = 1"]],
  ])("The fields of a class of Python are known without %s", (_name, lines) => {
    expect(written(model(...lines), dumped)).toBe("{ x: 1 }");
  });
  it("The fields of a class of Python are known that are on one line", () => {
    expect(written(["@dataclass", "class D: x: int = 1; y: int = 2"], "asdict(D())")).toBe(
      "{ x: 1, y: 2 }",
    );
  });
  it.each([
    ["Field(3)", "{ x: 3 }"],
    ["Field(3, gt=0)", "{ x: 3 }"],
    ["Field(default=3)", "{ x: 3 }"],
    ["Field(gt=0, default=3)", "{ x: 3 }"],
    ["pydantic.Field(3)", "{ x: 3 }"],
    ["field(default=3)", "{ x: 3 }"],
    ["dataclasses.field(default=3)", "{ x: 3 }"],
    ["attr.ib(default=3)", "{ x: 3 }"],
    ["attr.attrib(default=3)", "{ x: 3 }"],
    ["Field(title='a', default=3)", "{ x: 3 }"],
    ["3", "{ x: 3 }"],
    ["Field(default_factory=make)", "{ x: ? }"],
    ["Field(default_factory=lambda: 3)", "{ x: ? }"],
    ["made(3)", "{ x: ? }"],
    ["fields(3)", "{ x: ? }"],
  ])("A field of Python begins with what %s says", (value, shown) => {
    expect(written(["@dataclass", "class D:", `    x: Decimal = ${value}`], "asdict(D())")).toBe(
      shown,
    );
  });
  it.each([
    "Field(...)",
    "Field(default=...)",
    "Field(gt=0)",
    "Field(validate_default=True)",
    "field()",
  ])("A field of Python that %s describes has to be given", (value) => {
    const lines = ["@dataclass", "class D:", `    x: int = ${value}`];
    expect(written(lines, "asdict(D(5))")).toBe("{ x: 5 }");
    expect(written(lines, "asdict(D())")).toBe("{  }");
  });
  it.each([
    [`x: int = Field(1, alias="y")`, "y"],
    [`x: int = Field(1, serialization_alias="y")`, "y"],
    [`x: int = Field(1, alias="z", serialization_alias="y")`, "y"],
    [`x: int = Field(1, serialization_alias="y", alias="z")`, "y"],
    [`x: Annotated[int, Field(alias="y")] = 1`, "y"],
    [String.raw`x: int = Field(1, alias="\x79")`, "y"],
    [`x: int = Field(1, alias=r"y")`, "y"],
    [`x: int = Field(1, alias=NAME)`, "x"],
    [`x: int = Field(1, title="y")`, "x"],
    [`x: int = Field(1, validation_alias="y")`, "x"],
  ])("A model writes a field by the name that it says: %s", (line, key) => {
    expect(written(model(`    ${line}`), "D().model_dump(by_alias=True)")).toBe(`{ ${key}: 1 }`);
    expect(written(model(`    ${line}`), dumped)).toBe("{ x: 1 }");
  });
  it.each([
    ["to_camel", "{ orderName: 1 }"],
    ["alias_generators.to_camel", "{ orderName: 1 }"],
    ["to_snake", "{ order_name: 1 }"],
    ["to_pascal", "?"],
    ["camel_to_pascal", "?"],
    ["other", "?"],
  ])("A model writes its fields as %s spells them", (generator, shown) => {
    const config = `    model_config = ConfigDict(alias_generator=${generator})`;
    expect(written(model(config, "    order_name: int = 1"), "D().model_dump(by_alias=True)")).toBe(
      shown,
    );
    const parent = ["class P(BaseModel):", config];
    expect(
      written(
        [...parent, "class D(P):", "    order_name: int = 1"],
        "D().model_dump(by_alias=True)",
      ),
    ).toBe(shown);
  });
});

describe("Python's encoders write an object of a class of data", () => {
  it.each([
    ["to_camel", "{ orderName: 1 }"],
    ["to_pascal", "?"],
  ])(
    "FastAPI's encoder writes an object whose model spells its fields as %s does",
    (generator, shown) => {
      const lines = [
        "from fastapi.encoders import jsonable_encoder",
        "class D(BaseModel):",
        `    model_config = ConfigDict(alias_generator=${generator})`,
        "    order_name: int = 1",
      ];
      expect(written(lines, "jsonable_encoder(D())")).toBe(shown);
    },
  );
});

describe("What an object of Python's classes of data writes is known", () => {
  const model = ["class D(BaseModel):", `    x: int = Field(1, alias="y")`];
  it.each([
    ["D().model_dump()", "{ x: 1 }"],
    ["D().dict()", "{ x: 1 }"],
    ["D().model_dump(by_alias=True)", "{ y: 1 }"],
    ["D().dict(by_alias=True)", "{ y: 1 }"],
    ["D().model_dump(by_alias=False)", "{ x: 1 }"],
    ["D().model_dump(by_alias=given)", "{ x: 1 }"],
    ["D().model_dump(exclude_none=True)", "{ x: 1 }"],
    [`D().model_dump(exclude={"x"})`, "?"],
    [`D().model_dump(include={"x"})`, "?"],
    ["D().copy()", "?"],
    ["D().model_dump_of()", "?"],
    ["D().as_dict()", "?"],
    ["vars(D())", "{ x: 1 }"],
    ["attr.asdict(D())", "{ x: 1 }"],
  ])("What an object of Python's classes of data writes is known: %s", (expression, shown) => {
    expect(written(model, expression)).toBe(shown);
  });
  it.each([
    ["D().model_dump_json()", "{ x: 1 }"],
    ["D().json()", "{ x: 1 }"],
    ["D().model_dump_json(by_alias=True)", "{ y: 1 }"],
    ["D().json(by_alias=True)", "{ y: 1 }"],
  ])(
    "The text that an object of Python's classes of data writes is known: %s",
    (expression, shown) => {
      const lines = [
        ...imports,
        ...model,
        `requests.post("https://api.iamport.kr/payments/cancel", data=${expression})`,
        "",
      ];
      expect(payloadsBy(readPython, lines.join("\n"))[0]?.replaceAll("!", "")).toBe(shown);
    },
  );
});

describe("A field of a class of data in Python is known as it is written", () => {
  const dumped = (fields: string) =>
    knownOf(
      "D().model_dump(by_alias=True)",
      `from pydantic import BaseModel, Field\nK = 5\nclass D(BaseModel):\n    ${fields}`,
    );
  it.each([
    ["with a value", "a: int = 1", "{ a: 1! }"],
    ["with spaces around its type", "a : int=1", "{ a: 1! }"],
    [
      "with an alias for writing",
      `a: int = Field(1, serialization_alias="x", alias="y")`,
      "{ x: 1! }",
    ],
    ["with an alias before its value", `a: int = Field(alias="z", default=3)`, "{ z: 3! }"],
    ["with an alias in its type", `a: Annotated[int, Field(alias="z")] = 3`, "{ z: 3! }"],
    [
      "with an alias whose letters stay",
      String.raw`a: int = Field(1, alias=r"\n")`,
      String.raw`{ \n: 1! }`,
    ],
    ["with an alias that is no text", "a: int = Field(1, alias=name)", "{ a: 1! }"],
    ["with a title that says alias", `a: int = Field(1, title="alias")`, "{ a: 1! }"],
    ["with a value by its name", "a: int = Field(default=2)", "{ a: 2! }"],
    [
      "with a function that makes its value",
      "a: int = Field(default_factory=K)",
      "{ a: ?:number! }",
    ],
    ["with another function of such a name", `a: int = my_Field(1, alias="z")`, "{ a: ?:number! }"],
    ["without a value", "a: int", "{  }"],
    ["that has to be given", "a: int = Field(...)", "{  }"],
    ["that is of the class", "a: int = 1\n    B: ClassVar[int] = 2", "{ a: 1! }"],
    ["that is its own", "a: int = 1\n    _b: int = 2", "{ a: 1! }"],
    ["beside others on its line", "a: int = 1; b: int = 2", "{ a: 1!, b: 2! }"],
    [
      "spelt by a generator",
      "model_config = ConfigDict(alias_generator = to_camel)\n    no_such: int = 1",
      "{ noSuch: 1! }",
    ],
    [
      "spelt by another generator",
      "model_config = ConfigDict(alias_generator=to_snake)\n    noSuch: int = 1",
      "{ no_such: 1! }",
    ],
    [
      "spelt in a way that is not known",
      "model_config = ConfigDict(alias_generator=to_pascal)\n    no_such: int = 1",
      "?",
    ],
  ])(
    "A field of a class of data in Python is known as it is written: %s",
    (_name, fields, value) => {
      expect(dumped(fields)).toBe(value);
    },
  );
  it("A field of a class of data in Python is of its type, and a method is none", () => {
    const heading = `from dataclasses import dataclass\n@dataclass\nclass D:\n    a:int\n    b: str = "x"\n    def total(self) -> int: return 1\ndef f(o: D): return o`;
    expect(knownOf("f(*given)", heading)).toBe("{ b: ?:string!, a: ?! }!");
  });
  it("A field of a class of data in Python is spelt as the first class says that it extends", () => {
    const heading = `from pydantic import BaseModel\nclass O(BaseModel):\n    x: int = 0\nclass P(BaseModel):\n    model_config = ConfigDict(alias_generator=to_camel)\nclass D(O, P):\n    no_such: int = 1`;
    expect(knownOf("D().model_dump(by_alias=True)", heading)).toMatch(/noSuch: 1!/);
  });
});
