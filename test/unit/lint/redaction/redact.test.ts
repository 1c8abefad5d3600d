import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { secretNames } from "../../../../dist/generated/secretNames.js";
import { redact } from "../../../../dist/lint/redaction/redact.js";

const redacted = (text: string) => redact(text, { names: secretNames, spans: [] });

describe("redact hides what is assigned to a secret name", () => {
  test.each([
    [
      '{ birth: t ? "900101" : "910203", amount: "1" }',
      '{ birth: t ? "******" : "******", amount: "1" }',
    ],
    ['{ birth: x || "900101", amount: 5 }', '{ birth: x || "******", amount: 5 }'],
    ['o.birth = "910203"; o["cvc"] = "123"; n = 5', 'o.birth = "******"; o["cvc"] = "***"; n = 5'],
    ["{ birth: `9${a ? 1 : `2`}01`, b: 5 }", "{ birth: `*${a ? * : `*`}**`, b: 5 }"],
    ["{ birth: f(a, [9]), b: 5 }", "{ birth: f(a, [*]), b: 5 }"],
    ['const birth: string = "900101"; n = 5', 'const birth: string = "******"; n = 5'],
    ['if (birth === "900101") x(5)', 'if (birth === "******") x(5)'],
    ['birth: /* 6, then */ "900101", b: 5', 'birth: /* *, then */ "******", b: 5'],
    ['birth: /*/ then\n*/ "900101", b: 5', 'birth: /*/ then\n*/ "******", b: 5'],
    ['birth: /**/ "900101", b: 5', 'birth: /**/ "******", b: 5'],
    ['birth: // one, two\n  "900101",\nb: 5', 'birth: // one, two\n  "******",\nb: 5'],
    [
      'birth: isCorp\n    ? "1234"\n    : "5678",\n  b: 5',
      'birth: isCorp\n    ? "****"\n    : "****",\n  b: 5',
    ],
    ['map.put("birth", "900101"); n = 5', 'map.put("birth", "******"); n = 5'],
    ['setBirth("900101"); n(5)', 'setBirth("******"); n(5)'],
    ['setBirth(user, "900101"); n(5)', 'setBirth(user, "******"); n(5)'],
    ['byId("birth").value = "900101"; n = 5', 'byId("birth").value = "******"; n = 5'],
    ['"birth=" + "900101" + x', '"birth=" + "******" + x'],
    ['"birth" => "900101", "b" => 5', '"birth" => "******", "b" => 5'],
    ['"{\\"birth\\":\\"900101\\",\\"b\\":5}"', '"{\\"birth\\":\\"******\\",\\"b\\":5}"'],
    ['{"bi\\u0072th": "900101", "b": 5}', '{"bi\\u0072th": "******", "b": 5}'],
    ["%7B%22birth%22%3A%22900101%22%7D", "%7B%22birth%22%3A%22******%22%7D"],
    ["%22birth%22%3A%229001%0A01%22%7D", "%22birth%22%3A%22****%****%22%7D"],
    ["https://a/?birth=900101&b=5", "https://a/?birth=******&b=5"],
    ["escrow_password=abcdef&b=5", "escrow_password=******&b=5"],
    ["-d birth=900101 -d b=5", "-d birth=****** -d b=5"],
    ['-d "card_number=1111 2222 3333" -d b=5', '-d "card_number=**** **** ****" -d b=5'],
    ['-d birth="900101" -d b=5', '-d birth="******" -d b=5'],
    ["birth: 900101 # six\nb: 5", "birth: ****** # six\nb: 5"],
    ["- birth: 900101\n  b: 5", "- birth: ******\n  b: 5"],
    ['birth = "900101" if x else "910203"\nb = 5', 'birth = "******" if x else "******"\nb = 5'],
    ["birth: \\901019, b: 5", "birth: \\******, b: 5"],
    ['birth: x + \t\n"900101",\nb: 5', 'birth: x + \t\n"******",\nb: 5'],
    ['birth: x +\r\n"900101",\r\nb: 5', 'birth: x +\r\n"******",\r\nb: 5'],
    ['escrow_password: `ab${x}cd`, b: "k"', 'escrow_password: `**${x}**`, b: "k"'],
    ["birth: f(`9${a}01`), b: 5", "birth: f(`*${a}**`), b: 5"],
    ["- birth: 900101\n- name: 5", "- birth: ******\n- name: 5"],
    ['put("escrow password", "abcdef"); n = 5', 'put("escrow password", "******"); n = 5'],
    ["birth: |\n  9001\n\n  01\nb: 5", "birth: |\n  ****\n\n  **\nb: 5"],
    ["card_number:\n- 1111\n- 2222\nb: 5", "card_number:\n- ****\n- ****\nb: 5"],
    ["card number: 1111\nb: 5", "card number: ****\nb: 5"],
    ["escrow password: ab1\nb: 5", "escrow password: ***\nb: 5"],
    ["  escrow password: ab1\nb: 5", "  escrow password: ***\nb: 5"],
    ["- escrow password = ab1\nb: 5", "- escrow password = ***\nb: 5"],
    ["birth:\n900101\nb: 5", "birth:\n******\nb: 5"],
    [
      "a:\n            birth:\n              900101\n            b: 5",
      "a:\n            birth:\n              ******\n            b: 5",
    ],
    [
      'birth: /* six 6, a */ x /* one, two 2 */ + "900101", b: 5',
      'birth: /* six *, a */ x /* one, two * */ + "******", b: 5',
    ],
    ["birth:\n\n\n\n  900101\nb: 5", "birth:\n\n\n\n  ******\nb: 5"],
    ["birth:\r\n\r\n  900101\r\nb: 5", "birth:\r\n\r\n  ******\r\nb: 5"],
    ['birth =\n"900101";\nb = 5', 'birth =\n"******";\nb = 5'],
    ['birth: x +\n"900101",\nb: 5', 'birth: x +\n"******",\nb: 5'],
    ['birth: x\n+ "900101",\nb: 5', 'birth: x\n+ "******",\nb: 5'],
    ['birth: // six 6, then\n  "900101",\nb: 5', 'birth: // six *, then\n  "******",\nb: 5'],
    ["birth: x # six 6\nb: 5", "birth: x # six *\nb: 5"],
    ["birth: x /* six 6 */, b: 5", "birth: x /* six * */, b: 5"],
    ['escrow_password: "ab\\u0022cdefg", b: 5', 'escrow_password: "**\\**********", b: 5'],
    ['birth: "900101\nb: 5', 'birth: "******\nb: 5'],
    ['<input name="birth" value="900101"> 5', '<input name="birth" value="******"> 5'],
    ["<birth>900101</birth> 5", "<birth>******</birth> 5"],
    ["<birth>900101\nb 5", "<birth>******\nb 5"],
    [
      'put("escrow password", "abcdef"); birth: "900101"',
      'put("escrow password", "******"); birth: "******"',
    ],
    ['put(  "escrow_password", "abcdef")', 'put(  "escrow_password", "******")'],
    ['case (1): birth = "900101"; n = 5', 'case (1): birth = "******"; n = 5'],
    ['f((a: b, birth) => "900101")', 'f((a: b, birth) => "******")'],
    ["birth =900101 x1\nb: 5", "birth =****** **\nb: 5"],
    ['birth=x || "900101"; b=5', 'birth=x || "******"; b=5'],
    ["birth=a1 22 b", "birth=** 22 b"],
    ["birth=1a 22 b", "birth=** 22 b"],
    ["'pg=a&escrow_password=' + 'abcdef' + x", "'pg=a&escrow_password=' + '******' + x"],
    ["'pg=a&escrow_password='+'abcdef'+x", "'pg=a&escrow_password='+'******'+x"],
    ["'pg=a&escrow_password=' . 'abcdef' . $x", "'pg=a&escrow_password=' . '******' . $x"],
    ["  a.birth: x\n   y1\nb: 5", "  a.birth: x\n   **\nb: 5"],
    ["birth: 900101\n", "birth: ******\n"],
    ['birth: x\n\n+ "900101",\nb: 5', 'birth: x\n\n+ "******",\nb: 5'],
    ['birth:\t\n"900101",\nb: 5', 'birth:\t\n"******",\nb: 5'],
    ['birth:\r\n"900101",\r\nb: 5', 'birth:\r\n"******",\r\nb: 5'],
    ['birth: f([a], "900101"), b: 5', 'birth: f([a], "******"), b: 5'],
    ["birth: x # six 6", "birth: x # six *"],
    ["birth: x # a, 6\nb: 5", "birth: x # a, *\nb: 5"],
    ["birth: x #a, 6\nb: 5", "birth: x #a, *\nb: 5"],
    ['birth: x /* "900101"', 'birth: x /* "******"'],
    ["birth: x /* a1b 6 */, b: 5", "birth: x /* *** * */, b: 5"],
    ['birth="900101"+"910203" x "5"', 'birth="******"+"******" x "5"'],
    ['birth="900101" + "910203" x "5"', 'birth="******" + "******" x "5"'],
    [`birth="900101" '910203' b="5"`, `birth="******" '******' b="5"`],
    ['birth="900101"\n+ "910203"\nb="5"', 'birth="******"\n+ "******"\nb="5"'],
    ['birth="900101"\r\n+ "910203"\r\nb="5"', 'birth="******"\r\n+ "******"\r\nb="5"'],
    [`'a' birth="900101" x "910203"`, `'a' birth="******" x "910203"`],
    ["escrow_password: 'abcdef', b: 5", "escrow_password: '******', b: 5"],
    [String.raw`escrow_password: "ab\"cd", b: 5`, String.raw`escrow_password: "**\"**", b: 5`],
    [String.raw`escrow_password: "ab\\", b: "cd"`, String.raw`escrow_password: "**\\", b: "cd"`],
    [
      String.raw`"{\"escrow_password\":\"ab\\\"cd\",\"b\":5}"`,
      String.raw`"{\"escrow_password\":\"**\\\"**\",\"b\":5}"`,
    ],
    ['birth: "900101\nb: "x"', 'birth: "******\nb: "x"'],
    ["escrow_password: `ab\\`cd`, b: `k`", "escrow_password: `**\\`**`, b: `k`"],
    ["<birth>900101", "<birth>******"],
    ['<birth="900101", b: 5', '<birth="******", b: 5'],
    [
      "cardBirth: 900101, CARD_NUMBER: 1111, 'pwd-2digit': 12, b: 5",
      "cardBirth: ******, CARD_NUMBER: ****, 'pwd-2digit': **, b: 5",
    ],
  ])("redact hides what is assigned to a secret name: %j", (text, shown) =>
    expect(redacted(text)).toBe(shown),
  );
});

describe("redact goes on behind a line end", () => {
  test.each(["?", ":", "+", "||", "&&", "=", "\\", "-"])(
    "redact goes on behind a line end that is behind %s",
    (operator) => {
      const text = (value: string) => `birth: x ${operator}\n"${value}",\nb: 5`;
      expect(redacted(text("900101"))).toBe(text("******"));
    },
  );
  test.each(["?", ":", "+", ".", "||", "&&"])(
    "redact goes on behind a line end that is before %s",
    (operator) => {
      const text = (value: string) => `birth: x\n${operator} "${value}",\nb: 5`;
      expect(redacted(text("900101"))).toBe(text("******"));
    },
  );
  test.each([",", ";", "*", "x", "|", "&"])(
    "redact goes on behind a line end, but not behind one that is before %s",
    (other) => {
      const text = `birth: x\n${other} "a1",\nb: 5`;
      expect(redacted(text)).toBe(text);
    },
  );
});

describe("redact leaves", () => {
  test.each([
    'width: 400, with: 4, both: 5, bits: 32, expr = 1, month: 3, first: 1, path: "/a1", batch: 9',
    'name: "a1", amount: 9900, vbank_name: "1", identifier_type: "phone", refund_amount: 5',
    "cvs: 5, svc: 7, csv: 3, entry: 2, query: 4, depth: 5, length: 6, right: 7, earth: 8",
    'merchant_uid: "o-1", buyer_tel: "010-1234-5678", customer_uid: "c1", pay_method: "card"',
    'const pay = (amount: number) => { pg = "kcp.A52CY"; };',
    'const pay = (id: string): number => { pg = "kcp.A52CY"; };',
    "{ birth, amount: 100 }, pwd_2digit: body.pwd_2digit, birth: user.birth",
    'expiry: "YYYY-MM", birth: "YYMMDD", pwd_2digit: "NN", cvc: "뒷면 세 자리"',
    'const keys = ["birth", "amount", "cvc"]; for (const key of keys) check(key, 6)',
    "IMP.request_pay({ amount: 100, card: { direct: { code: '367' } }, display: { card_quota: [3] } })",
    "birth: http://a.example, b: 5",
    "birth: a#b, c: 5",
    'birth: "cvc", cvc: "birth", pwd_2digit: "expiry"',
    'f("birth" "a1")',
    "<birth>YYMMDD</birth>",
    "n1: <birth>YYMMDD</birth>",
    `<input name="birth" value="YYMMDD"> 5`,
    'birth x; el.value = "a1"',
    `birth x" value="a1"`,
    'birth: ["cvc"], "a1"',
    'f({ birth, amount: 100 }, "x")',
    'f("a", "escrow_password", "abcdef")',
    '(a):number => { pg = "a1"; }',
    '(a:number) => { pg = "a1"; }',
    'const pay = (id) \t:\t number => { pg = "a1"; }',
    "x escrow_password=abcdef y",
    '- "birth": x\n  b2: 5',
    "-   birth: x\n    b2: 5",
    "- - birth: x\n    b2: 5",
    `  birth: x\n  b2: 5\n${"# six\n".repeat(100)}`,
    "birth=",
    "  a.birth: x\n  b2: 5",
    "- a: x\n  birth: x\n  b2: 5",
    "ask for escrow password: a1",
    "birth:\nb2: 5",
    "birth:\n\nb2: 5",
    "return `order_id_${1667634130160}`; // order_id_1667634130160",
  ])("redact leaves what is no secret: %s", (text) => expect(redacted(text)).toBe(text));
});

it("hides the text of a long template, and none that is too long to be one", () => {
  const template = (length: number) => `escrow_password: \`${"abcde".repeat(length / 5)}\``;
  for (const length of [300, 1_995]) expect(redacted(template(length))).toMatch(/`\*+`$/);
  expect(redacted(template(2_100))).toBe(template(2_100));
});

it("redact hides what is between the tags of a secret name, and nothing that is too long to be looked at", () => {
  const element = (length: number) => `<birth>${"1".repeat(length)}</birth> 5`;
  expect(redacted(element(3_900))).toMatch(/^<birth>[*]+<\/birth> 5$/);
  expect(redacted(element(4_100))).toBe(element(4_100));
  const before = "word ".repeat(1_000);
  expect(redacted(before + element(6))).toBe(`${before}<birth>******</birth> 5`);
});

it("redact looks at four thousand letters of a value", () => {
  const list = redacted(`birth: [${"1,".repeat(3_000)}`);
  expect(list).toBe(`birth: [${"*,".repeat(1_999)}${"1,".repeat(1_001)}`);
  const open = redacted(`<birth>${"1".repeat(5_000)}`);
  expect(open).toBe(`<birth>${"*".repeat(3_999)}${"1".repeat(1_001)}`);
});

it("redact hides card numbers wherever they are, also behind escapes", () => {
  expect(
    redacted("see 4242 4242 4242 4242 and %204111111111111111 or 4111%201111%201111%201111"),
  ).toBe("see **** **** **** **** and %20**************** or ****%******%******%******");
  expect(redacted("\\u0034111111111111111")).toBe("\\********************");
});

it("redact hides literals in the spans of readers, and all of a whole one", () => {
  const text = 'a = user1.name + "900101" + (7)\nkey: abc def';
  const at = text.indexOf("key: ") + 5;
  const spans = [
    [4, 31],
    [at, at + 3, true],
    [-5, 0],
    [-5, -2, true],
    [9, 4, true],
    [400, 500],
  ] as const;
  expect(redact(text, { names: [], spans })).toBe('a = *****.name + "******" + (*)\nkey: *** def');
});

it("redact hides each literal in the span of a reader, whatever is between them, and none beside it", () => {
  const text = '"no1"; f("abcdef" "x1", "y2"; `z`\n"last"); "no2"';
  const span = [7, text.length - 7] as const;
  expect(redact(text, { names: [], spans: [span] })).toBe(
    '"no1"; f("******" "**", "**"; `*`\n"****"); "no2"',
  );
});

it("hides the literals behind a bracket that the span of a reader does not open", () => {
  const text = 'f(a, 5) + "900101"';
  expect(redact(text, { names: [], spans: [[5, text.length]] })).toBe('f(a, *) + "******"');
});

/** Ways in which a text gives a value to a key, with something behind it. */
const writings: readonly ((key: string, value: string) => string)[] = [
  (key, value) => `f({ ${key}: "${value}", amount: 100 });\nnext(5);\n`,
  (key, value) => `f({ a: 1, "${key}": '${value}' });\nnext(5);\n`,
  (key, value) => `f({ ${key}: t ? "${value}" : "x1", amount: 100 });`,
  (key, value) => `f({ ${key}: x || \`${value}\` });`,
  (key, value) => `o.${key} = "${value}";\no["${key}"] ??= '${value}';`,
  (key, value) => `f({\n  ${key}:\n    isCorp\n      ? "${value}"\n      : y,\n  amount: 100 })`,
  (key, value) => `{"pg": "ksnet", "${key}": "${value}", "amount": 100}`,
  (key, value) => `{"${key}" : ["${value}"], "amount": 100`,
  (key, value) => `{"a": {"${key}":"${value}" "amount" 100}`,
  (key, value) => `curl -d "{\\"${key}\\":\\"${value}\\",\\"amount\\":100}" u`,
  (key, value) => `curl u -d '${key}=${value}' -d amount=100`,
  (key, value) => `curl u -d 'pg=ksnet&${key}=${value}&amount=100'`,
  (key, value) => `curl 'https://a.example/?amount=1&${key}=${value}'`,
  (key, value) => `${key}: "${value}"\namount: 100\n`,
  (key, value) => `- {${key}: '${value}', amount: 100}\n`,
  (key, value) => `// ${key}: "${value}", gone\nf();`,
  (key, value) => `map.put("${key}", "${value}");\nmap.put("amount", 100);`,
  (key, value) => `const body = "{\\"${key}\\": \\"${value}\\"";\nbroken(`,
  (key, value) => `f({ ${key}: "${value}`,
];
/** The same where a value is without quotes; one without a digit is a name there. */
const bareWritings: typeof writings = [
  (key, value) => `f({ ${key}: ${value}, amount: 100 });`,
  (key, value) => `${key}: ${value} # c\namount: 100\n`,
  (key, value) => `a:\n  - ${key}: ${value}\n    amount: 100\n`,
  (key, value) => `${key}: |\n  ${value}\namount: 100\n`,
  (key, value) => `curl u -d ${key}=${value} -d amount=100`,
];

const digit = fc.constantFrom(..."0123456789");
const letter = fc.constantFrom(..."abcEFGkpqRSTuvw");
const named = fc.constantFrom(...secretNames);
const edited = fc
  .tuple(
    named,
    fc.nat(),
    fc.constantFrom(..."abenrtxyz_59"),
    fc.constantFrom("none", "drop", "add", "change", "swap", "camel", "upper"),
  )
  .map(([name, seed, other, edit]) => {
    const at = seed % name.length;
    const [before, after] = [name.slice(0, at), name.slice(at + 1)];
    if (edit === "drop") return before + after;
    if (edit === "add") return before + other + name.slice(at);
    if (edit === "change") return before + other + after;
    if (edit === "swap") return before + after.slice(0, 1) + name[at] + after.slice(1);
    if (edit === "camel") return name.replace(/_(.)/g, (_, next: string) => next.toUpperCase());
    return edit === "upper" ? name.toUpperCase() : name;
  });
/** Two values of the same form. */
const twins = (form: fc.Arbitrary<string>) =>
  form.chain((shape) => {
    const filled = fc
      .tuple(
        ...[...shape].map((kind) =>
          kind === "d" ? digit : kind === "l" ? letter : fc.constant(kind),
        ),
      )
      .map((characters) => characters.join(""));
    return fc.tuple(filled, filled);
  });
const withDigit = fc.constantFrom(
  "dd",
  "ddd",
  "dddddd",
  "dddd-dd",
  "dddd-dddd-dddd-dddd",
  "dddddddddddddddd",
  "dd-dd-dd",
  "dldl",
  "ldld",
  "ddddddddddd",
);
const quoted = fc.oneof(withDigit, fc.constantFrom("llllll", "ll", "lll-lll", "dd dd dd"));

describe("redact", () => {
  const same = (
    writing: (key: string, value: string) => string,
    key: string,
    values: readonly string[],
  ) => {
    const [left, right] = values.map((value) => redacted(writing(key, value))) as [string, string];
    expect(left).toBe(right);
    expect(left).toHaveLength(writing(key, values[0] as string).length);
  };
  it("redact shows the same whatever the secret between quotes, also at misspelt keys", () => {
    fc.assert(fc.property(fc.constantFrom(...writings), edited, twins(quoted), same), {
      numRuns: 4_000,
    });
  });
  it("redact shows the same whatever the secret without quotes", () => {
    fc.assert(fc.property(fc.constantFrom(...bareWritings), edited, twins(withDigit), same), {
      numRuns: 2_000,
    });
  });
  it("redact keeps length and lines of any text, and is done after one pass", () => {
    const piece = fc.constantFrom(
      ..."\"'`\\/{}()[],;:=&#?$|\n %ab1",
      "birth",
      "card_number",
      "${",
      "/*",
      "*/",
      "\\u0031",
      "4111111111111111",
      "가",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const shown = redacted(text);
        expect(shown).toHaveLength(text.length);
        expect(shown.split("\n").map((line) => line.length)).toEqual(
          text.split("\n").map((line) => line.length),
        );
        expect(shown.replace(/[^\n]/g, "")).toBe(text.replace(/[^\n]/g, ""));
      }),
      { numRuns: 2_000 },
    );
  });
  it("redact takes no longer a character for a longer text", () => {
    const hostile = [
      "birth: (",
      'birth="',
      "birth:/*",
      "birth=",
      "`${birth:",
      "1 ",
      "birth:\n ",
      "\\u0062",
    ];
    for (const piece of hostile) {
      const text = piece.repeat(50_000);
      expect(redacted(text), piece).toHaveLength(text.length);
    }
  });
});
