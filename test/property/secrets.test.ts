import fc from "fast-check";
import { expect, it } from "vitest";
import { folderWith, runIn } from "../support/command.js";

/** Card data of one form. */
interface Secrets {
  readonly card_number: string;
  readonly expiry: string;
  readonly birth: string;
  readonly pwd_2digit: string;
  readonly cvc: string;
}

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(""));

/** The digit that makes a number pass Luhn's check. */
function checkDigit(number: string): number {
  const sum = [...number]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return (10 - (sum % 10)) % 10;
}

const grouped = (number: string) => (number.match(/.{4}/g) as string[]).join("-");

/** No published test number begins so, and the check digit is right or wrong as asked. */
const cardNumber = (isValid: boolean) =>
  digits(11).map((middle) => {
    const number = `9441${middle}`;
    return grouped(number + ((checkDigit(number) + (isValid ? 0 : 1)) % 10));
  });

const secrets = (isValid: boolean): fc.Arbitrary<Secrets> =>
  fc.record({
    card_number: cardNumber(isValid),
    expiry: fc
      .tuple(fc.integer({ min: 2030, max: 2039 }), fc.integer({ min: 10, max: 12 }))
      .map((parts) => parts.join("-")),
    birth: digits(6).map((text) => text.replace(/^0/, "9")),
    pwd_2digit: digits(2).map((text) => text.replace(/^0/, "9")),
    cvc: digits(3).map((text) => text.replace(/^0/, "9")),
  });

/** The body, with one key misspelt where that is asked for. */
function bodyOf(of: Secrets, misspelt: boolean): Record<string, unknown> {
  const { birth, ...rest } = of;
  return { merchant_uid: "cup-1", amount: "1000", ...rest, [misspelt ? "brith" : "birth"]: birth };
}

const url = "https://api.iamport.kr/subscribe/payments/onetime";
const json = (body: object) => JSON.stringify(body);
const form = (body: object) => new URLSearchParams(Object.entries(body)).toString();
const code = (body: object, argument: string, before = "") =>
  `// paylint: ksnet\n${before}axios.post("${url}", ${argument || json(body)});\n`;

/** A class that sends what it is given as the body of a payment. */
const javaOf = (statements: string) =>
  `class A {
  void send(Object body) {
    // paylint: ksnet
    rest.postForObject("${url}", body, String.class);
  }
  void pay() {
    ${statements}
  }
}
`;

/** Ways in which a body is in a file: readers, and code and data that cannot be read. */
const writers: Record<string, (body: Record<string, unknown>) => string> = {
  "a.onetime.json": (body) => JSON.stringify(body, null, 2),
  "b.onetime.json": (body) => json(body).replace(",", ""),
  "c.onetime.jsonc": (body) => `// card\n${json(body).replace("}", ',"birth":1}')}`,
  "d.onetime.ndjson": (body) => `${json(body)}\n${json({ ...body, amount: 1 })}\n{"a":}\n`,
  "e.onetime.yaml": (body) =>
    Object.entries(body)
      .map(([key, value]) => `${key}: ${value} # that\n`)
      .join(""),
  "f.onetime.yaml": (body) => `a: &a "${body.card_number}"\ncard_number: *a\nb: [${body.cvc}\n`,
  "g.js": (body) => code(body, ""),
  "h.js": (body) =>
    code(
      body,
      "{ ...card, amount: '1' }",
      `const card = { pwd_2digit: t ? "${body.pwd_2digit}" : "1" };\ncard.card_number = "${body.card_number}";\n`,
    ),
  "i.js": (body) => code(body, `{ amount: "1", birth: x || "${body.cvc}${body.cvc}" `),
  "j.md": (body) =>
    `\`\`\`js\n${code(body, "")}\`\`\`\n\n\`\`\`js\n${code(body, "{ ...}")}\`\`\`\n`,
  "k.html": (body) => `<script>${code(body, "")}</script>`,
  "l.sh": (body) =>
    `# paylint: ksnet\ncurl ${url} -H 'Content-Type: application/json' -d '${json(body)}'\n`,
  "m.sh": (body) =>
    `# paylint: ksnet\ncurl ${url} -d '${form(body)}' -d birth=1 -d card_number=${body.card_number}\n`,
  "n.http": (body) =>
    `# paylint: ksnet\nPOST ${url}\nContent-Type: application/json\n\n${json(body)}\n`,
  "o.java": (body) => {
    const puts = Object.entries(body).map(([key, value]) => `m.put("${key}", "${value}");`);
    return javaOf(`Map<String, Object> m = new HashMap<>();\n${puts.join("\n")}\nsend(m);`);
  },
  "p.java": (body) =>
    javaOf(
      `String pin = "${body.pwd_2digit}"; String day = t ? "${body.cvc}${body.cvc}" : null; pin = pin + "";
       Map<String, Object> m = new HashMap<>(Map.of("birth", day, "cvc", hidden("${body.cvc}")));
       m.put("pwd_2digit", pin); if (t) m.put("expiry", "${body.expiry}"); send(m);`,
    ),
  "q.java": (body) =>
    `import com.siot.IamportRestClient.request.*;\n${javaOf(
      `// paylint: ksnet
       OnetimePaymentData d = new OnetimePaymentData("cup-1", "1000", new CardInfo("${body.card_number}", "${body.expiry}", "${body.cvc}${body.cvc}", "${body.pwd_2digit}"));
       d.setName("1"); new IamportClient("1${body.cvc}", "2${body.cvc}").onetimePayment(d);`,
    )}`,
  "r.java": (body) =>
    javaOf(
      `String s = """
         {"amount": "1000", "birth": "${body.cvc}${body.cvc}",
          "card_number": "${body.card_number}"}
         """; send("{\\"pwd_2digit\\": \\"${body.pwd_2digit}\\", \\"amount\\": \\"1\\"}"); send(s);`,
    ),
  "s.py": (body) =>
    `# paylint: ksnet\nimport requests\nrequests.post("${url}", json=${json(body)})\n`,
  "t.py": (body) =>
    `# paylint: ksnet
import requests
def pay(birth, pin="${body.pwd_2digit}"):
    d = dict(birth=birth, amount="1000", **{"pwd_2digit": pin})
    d["expiry"] = f"{x}${body.expiry}"
    d.update(cvc='${body.cvc}', card_number="${body.card_number}" if a else b)
    requests.post("${url}", json=d)
pay("${body.cvc}${body.cvc}")
`,
  "u.py": (body) =>
    `from iamport import Iamport
client = Iamport("1${body.cvc}", imp_secret="2${body.cvc}")
# paylint: ksnet
client.pay_onetime(merchant_uid="cup-1", amount="1", card_number='${body.card_number}', expiry="""${body.expiry}""", brith='${body.cvc}')
`,
  "v.java": (body) =>
    javaOf(
      `Card c = Card.builder().card_number("${body.card_number}").birth("${body.cvc}${body.cvc}").amount("1").build();
       c.setPwd_2digit(t ? "${body.pwd_2digit}" : null); send(c);
       send(new Key("${body.expiry}", switch (n) { case 1 -> "${body.pwd_2digit}"; default -> { yield "${body.cvc}"; } }));`,
    ).replace(
      "class A {",
      `class A {
  @Data @Builder static class Card { private String card_number; private String birth; private String amount; private String pwd_2digit = "${body.pwd_2digit}"; }
  record Key(String expiry, String pwd_2digit) { Key { expiry = expiry + "${body.cvc}"; } }`,
    ),
  "w.java": (body) =>
    `@FeignClient(name = "iamport", url = "https://api.iamport.kr") interface Api {
  // paylint: ksnet
  @PostMapping("/subscribe/payments/onetime") Object pay(@RequestBody Map<String, Object> body);
}
class A { Api api; void pay() { api.pay(Map.of("amount", "1", "birth", "${body.cvc}${body.cvc}", "card_number", "${body.card_number}")); } }
`,
  "x.py": (body) =>
    `# paylint: ksnet
import requests
@dataclass
class Card:
    card_number: str
    birth: str = "${body.cvc}${body.cvc}"
    amount: str = "1"
    pwd_2digit: str = field(default="${body.pwd_2digit}")
class Model(BaseModel):
    card_number: str
    cvc: int
requests.post("${url}", json=asdict(Card("${body.card_number}")))
requests.post("${url}", json=Model(card_number="${body.card_number}", cvc="${body.cvc}").model_dump())
`,
  "y.md": (body) =>
    `\`\`\`java\nMap<String, Object> m = new HashMap<>();\nm.put("amount", "1"); m.put("card_number", "${body.card_number}"); m.put("birth", "${body.cvc}${body.cvc}");\nrest.postForObject("${url}", m, String.class);\n\`\`\`\n\n\`\`\`py\n# ...\nrequests.post("${url}", json=${json(body)})\n\`\`\`\n`,
};

const options = [
  ...["pretty", "json", "sarif", "github", "junit"].map((format) => ["--format", format]),
  ["--diff"],
  ["--diff", "--unsafe-fixes"],
  ["--locale", "ko"],
  ["--pg", "ksnet", "--environment", "pc"],
];

it("Inputs that differ only in secrets of one form print the same, by every reader, format and option", async () => {
  const two = fc.boolean().chain((isValid) => fc.tuple(secrets(isValid), secrets(isValid)));
  await fc.assert(
    fc.asyncProperty(
      two,
      fc.constantFrom(...Object.keys(writers)),
      fc.constantFrom(...options),
      fc.boolean(),
      async ([first, second], name, args, misspelt) => {
        const write = writers[name] as (body: Record<string, unknown>) => string;
        const printed = async (of: Secrets) => {
          const folder = folderWith({ [name]: write(bodyOf(of, misspelt)) });
          return runIn(folder, [...args, name]);
        };
        expect(await printed(first)).toEqual(await printed(second));
      },
    ),
    { numRuns: 200 },
  );
});
