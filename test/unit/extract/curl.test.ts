import { describe, expect, it } from "vitest";
import { readShell } from "../../../dist/extract/curl.js";
import { nothing } from "../../../dist/extract/reader.js";
import { apis } from "../../../dist/generated/apis.js";
import { applyFixes } from "../../../dist/lint/index.js";
import { address, again, found, linesOf, linted } from "./shared.js";
import { payloadsBy, readBy } from "./shownPayload.js";

const rules = async (text: string, filename = "a.sh") =>
  (await found(filename, text)).map((line) => line.replace(/^\S+ /, ""));

const read = (text: string) => readBy(readShell, text);

const amountIsText = ["shape/type /amount"];
const json = `-H "Content-Type: application/json"`;

describe("A curl command is read", () => {
  it.each([
    [
      "with a header in capital letters",
      `curl -H "CONTENT-TYPE: APPLICATION/JSON" -d '${again()}' ${address}`,
    ],
    ["with its options apart", `curl -X POST ${json} -d '${again()}' ${address}`],
    ["with its method attached", `curl -XPOST ${json} -d '${again()}' ${address}`],
    ["with its method behind an equals sign", `curl --request=POST -d '${again()}' ${address}`],
    ["with options that share a dash", `curl -sSX POST -d '${again()}' ${address}`],
    ["with the data among options that share a dash", `curl -skd '${again()}' ${address}`],
    ["without a method", `curl ${address} --json '${again()}'`],
    ["with options that take a value", `curl -o out.json -u a:b -m 5 ${address} -d '${again()}'`],
    ["with long options of no value", `curl --silent --no-buffer ${address} -d '${again()}'`],
    ["in double quotes", `curl ${address} -d "${again().replaceAll('"', '\\"')}"`],
    ["in the quotes of C", `curl ${address} -d $'${again().replaceAll('"', "\\x22")}'`],
    [
      "in quotes that touch",
      `curl ${address} -d '${again().slice(0, 9)}'"'"'${again().slice(9)}'`.replace(`'"'"'`, "''"),
    ],
    ["continued", `curl -X POST \\\n  -d '${again()}' \\\n  ${address}`],
    [
      "continued in a file of Windows",
      `curl -X POST \\\r\n  -d '${again()}' \\\r\n  ${address}\r\n`,
    ],
    [
      "continued as in cmd",
      `curl.exe -X POST ^\n  -d "${again().replaceAll('"', '\\"')}" ^\n  ${address}`,
    ],
    ["continued as in PowerShell", `curl.exe -X POST \`\n  -d '${again()}' \`\n  ${address}`],
    ["with a comment behind it", `curl ${address} -d '${again()}' # "pays`],
    ["with its output sent away", `curl ${address} -d '${again()}' 2>&1 >out.json`],
    ["with output sent away first", `curl -d '${again()}' > out.json ${address}`],
    ["in a pipe", `curl -d '${again()}' ${address} | jq .response`],
    ["in backticks", `x=\`curl -d '${again()}' ${address}\`; curl "$x"`],
    [
      "with a token from a command",
      `curl -H "Authorization: $(cat 'a b' | jq -r "$(x)")" -d '${again()}' ${address}`,
    ],
    ["with a here-document", `curl ${address} ${json} -d @- <<EOF\n${again()}\nEOF\n`],
    ["with a here-document before the address", `curl -d @- <<'END' ${address}\n${again()}\nEND\n`],
    [
      "with an indented here-document in a pipe",
      `curl -d @- ${address} <<-EOF | jq\n\t${again()}\n\tEOF\n`,
    ],
    ["with a here-string", `curl -d @- ${address} <<< '${again()}'`],
    ["behind another with an open quote", `echo don't; curl ${address} -d '${again()}'`],
  ])("A curl command is read %s", async (_name, text) => {
    expect(await rules(text)).toEqual(amountIsText);
  });

  it.each([
    ..."anyauth basic compressed create-dirs digest disable fail fail-early fail-with-body globoff head http1.0 http1.1".split(
      " ",
    ),
    ..."http2 http2-prior-knowledge http3 include insecure ipv4 ipv6 junk-session-cookies list-only location".split(
      " ",
    ),
    ..."location-trusted negotiate no-buffer no-keepalive no-progress-meter ntlm parallel path-as-is post301 post302".split(
      " ",
    ),
    ..."post303 progress-bar proxy-insecure raw remote-header-name remote-name retry-all-errors retry-connrefused".split(
      " ",
    ),
    ..."show-error show-headers silent ssl ssl-reqd styled-output tcp-fastopen tcp-nodelay tlsv1 tlsv1.2 trace-time".split(
      " ",
    ),
    "verbose",
  ])("A curl command is read in which --%s takes no value", async (name) => {
    expect(await rules(`curl --${name} ${address} -d '${again()}'`)).toEqual(amountIsText);
  });

  it.each([
    ..."user-agent cookie connect-timeout max-time output retry retry-delay user proxy referer cacert".split(
      " ",
    ),
    ..."failing noproxy header-file httpx tlsv ssl-x xsilent verbosely".split(" "),
  ])("A curl command is read in which --%s takes the next word as its value", async (name) => {
    const text = `curl --${name} https://other.example ${address} -d '${again()}'`;
    expect(await rules(text)).toEqual(amountIsText);
  });

  it.each(Array.from("AbcCDeEHKmoPQrtTuUwxyYz"))(
    "A curl command is read in which -%s takes a value, attached or not",
    async (letter) => {
      const apart = `curl -${letter} https://other.example ${address} -d '${again()}'`;
      expect(await rules(apart)).toEqual(amountIsText);
      const attached = `curl -s${letter}https://other.example ${address} -d '${again()}'`;
      expect(await rules(attached)).toEqual(amountIsText);
    },
  );

  it.each(Array.from("aBfgiIjJklLMnNOpqRsSvZ01246#"))(
    "A curl command is read in which -%s takes no value",
    async (letter) => {
      expect(await rules(`curl -${letter} ${address} -d '${again()}'`)).toEqual(amountIsText);
      expect(await rules(`curl -${letter}d '${again()}' ${address}`)).toEqual(amountIsText);
    },
  );

  it.each(["data", "data-ascii", "data-binary", "data-raw", "json"])(
    "A curl command is read whose body --%s gives",
    async (name) => {
      expect(await rules(`curl ${address} ${json} --${name} '${again()}'`)).toEqual(amountIsText);
      expect(await rules(`curl ${address} ${json} --${name}='${again()}'`)).toEqual(amountIsText);
    },
  );

  it.each([
    ["--url", `curl -d '${again()}' --url ${address}`],
    ["--url=", `curl -d '${again()}' --url=${address}`],
    ["the first of two addresses", `curl ${address} https://other.example -d '${again()}'`],
    ["--next", `curl ${address} -d '${again()}' --next https://other.example -X PUT -d x`],
    ["-:", `curl ${address} -d '${again()}' -: https://other.example -X PUT -d x`],
  ])("A curl command is read up to its address, which is given by %s", async (_name, text) => {
    expect(await rules(text)).toEqual(amountIsText);
  });

  it("A curl command is read with the last of the methods that it names", async () => {
    expect(await rules(`curl -X GET -X POST ${address} -d '${again()}'`)).toEqual(amountIsText);
    expect((await linted("a.sh", `curl -X POST -X PUT ${address} -d '${again()}'`)).calls).toBe(0);
    expect((await linted("a.sh", `curl -X PUT ${address} -d '${again()}'`)).calls).toBe(0);
    expect((await linted("a.sh", `curl -X POST ${address}`)).calls).toBe(1);
  });

  it.each([
    ["-d of a file", "-d @rest.txt", true],
    ["--data-binary of a file", "--data-binary @rest.txt", true],
    ["--data-raw of a text that begins so", "--data-raw @rest.txt", false],
    ["-F of a file", "-F a=@rest.txt", true],
    ["-F of what a file holds", "-F 'a=<rest.txt'", true],
    ["-F of a text with the sign in it", "-F a=b@rest.txt", false],
    ["-F of a text with both signs in it", "-F a=b=@rest.txt", false],
    ["-F of a file by a longer key", "-F file=@rest.txt", true],
    ["-d of a text with the sign in it", "-d a=b@rest.txt", false],
    ["--form-string of a text that begins so", "--form-string a=@rest.txt", false],
    ["--data-urlencode of a file", "--data-urlencode a@rest.txt", true],
    ["--data-urlencode of a file without a key", "--data-urlencode @rest.txt", true],
    ["--data-urlencode of a text with the sign in it", "--data-urlencode a=b@rest.txt", false],
  ])(
    "A curl command is read as one whose payload is elsewhere, or not: %s",
    async (_name, part, isElsewhere) => {
      const { unchecked } = await linted("a.sh", `curl ${address} ${part}`);
      expect(unchecked.some(({ code }) => code === "payload-elsewhere")).toBe(isElsewhere);
    },
  );

  it.each([
    ["an option that lacks its value", `curl ${address} -d '${again()}' -X`],
    ["an address with dashes in it", `curl ${address}?from=my-shop--a -d '${again()}'`],
  ])("A curl command is read that has %s", async (_name, text) => {
    expect(await rules(text)).toEqual(amountIsText);
  });

  it.each([
    ["without an address", "curl -d name=a"],
    ["with an address that is empty", `curl "" ${address} -d name=a`],
    ["within a word", "curl"],
  ])("A curl command is none of ours %s", (_name, text) => {
    expect(read(text)).toEqual(nothing);
  });

  it("A curl command is read behind one whose quote nothing closes, of which a text may have a hundred", () => {
    const command = `'\ncurl ${address} -d name=a`;
    const form = ['{ name: "a" } as a form'];
    expect(payloadsBy(readShell, `curl ${command}`)).toEqual(form);
    expect(payloadsBy(readShell, "curl ".repeat(100) + command)).toEqual(form);
    expect(payloadsBy(readShell, "curl ".repeat(101) + command)).toEqual([]);
  });

  it.each(["./curl", "my-curl", "x.curl", "curls", "scurl", "curl.sh", "curl-x"])(
    "%s is another command",
    async (name) => {
      expect((await linted("a.sh", `${name} ${address} -d '${again()}'`)).calls).toBe(0);
    },
  );

  it("A curl command is read up to its end, so that the next command is another", async () => {
    const text = `curl ${address} -d '${again()}'\ncurl ${address} -d '${again("1000")}'\n`;
    expect(await rules(text)).toEqual(amountIsText);
    expect((await linted("a.sh", text)).calls).toBe(2);
  });

  it("A curl command is read behind a here-document of the command before", async () => {
    const one = `curl ${address} -d @- <<EOF\n${again()}\nEOF\n`;
    expect(await rules(one + one)).toEqual([...amountIsText, ...amountIsText]);
  });

  it("A curl command is read with what a here-document expands left open, and what it does not kept", async () => {
    const body = again('"$AMOUNT"');
    expect(await rules(`curl ${address} -d @- <<EOF\n${again("$AMOUNT")}\nEOF\n`)).toEqual([]);
    expect(await rules(`curl ${address} -d @- <<'EOF'\n${body}\nEOF\n`)).toEqual(amountIsText);
  });

  it("A curl command is read to its end where a backtick in quotes or in a here-document has no other", async () => {
    const quoted = `curl ${address} -d '${again()}' -H "https:\`x"\n`;
    expect(await rules(quoted)).toEqual(amountIsText);
    const input = again().replace("}", ',"name":"a`b"}');
    expect(await rules(`curl ${address} -d @- <<EOF\n${input}\nEOF\n`)).toContain(
      "shape/type /amount",
    );
  });

  it("A curl command is read as no POST where its data go to the address", async () => {
    for (const get of ["-G", "--get", "-sG"]) {
      expect((await linted("a.sh", `curl ${get} ${address} -d amount=x`)).calls).toBe(0);
    }
  });

  it("A curl command with a body in a file is read as a call whose payload is elsewhere", async () => {
    const { calls, unchecked } = await linted("a.sh", `curl ${address} -d @body.json`);
    expect(calls).toBe(1);
    expect(unchecked.map(({ code }) => code)).toEqual(["payload-elsewhere"]);
  });

  it("A curl command whose body is no JSON is told of at the fault", async () => {
    const { diagnostics, unchecked } = await linted(
      "a.sh",
      `curl ${address} -d '{\n"a": 1\n"b": 2}'`,
      { rules: { "rest/authorization": "off" } },
    );
    expect(diagnostics.map(({ rule, range }) => `${rule} ${range.line}`)).toEqual(["rest/body 3"]);
    expect(unchecked.map(({ code }) => code)).toEqual(["unparsable"]);
  });
});

describe("A form that curl sends", () => {
  const form = (more: string) =>
    `curl ${address} -d customer_uid=c-1 -d merchant_uid=o-1 -d name=Plan -d buyer_name=Lee -d product_type=digital -d tax_free=0 ${more}`;

  it("A form that curl sends is made of all its parts", async () => {
    expect(await rules(form("-d amount=9900"))).toEqual([]);
    expect(await rules(form("-F amount=ten"))).toEqual(amountIsText);
    expect(await rules(form(`-F 'amount="9900";type=text/plain'`))).toEqual([]);
    expect(await rules(form("--data-urlencode amount=1%30"))).toEqual(amountIsText);
    expect(await rules(form("--data-urlencode 'buyer_email=a&b=c' -d amount=9900"))).toEqual([]);
  });

  it("A form that curl sends is open where one part is in a file", async () => {
    expect(await rules(`curl ${address} -d @rest.txt -d amount=ten`)).toEqual(amountIsText);
  });

  it("A form that curl sends has a key twice where two parts or one give it", async () => {
    const twice = ["source/duplicate-key /name"];
    expect(await rules(form("-d amount=9900 -d name=Other"))).toEqual(twice);
    expect(await rules(form("-d 'amount=9900&name=Other'"))).toEqual(twice);
  });

  it("A form that curl sends is not fixed by taking a pair out, since its option would be left", async () => {
    const text = form("-d amount=9900 -d name=Other");
    expect(applyFixes(text, (await linted("a.sh", text)).diagnostics).text).toBe(text);
  });

  it("A form that curl sends keeps the place of the earlier of two values, which can be a secret", () => {
    const text = `curl ${address} -d birth=900101 -d birth=910203`;
    const [call] = read(text).calls;
    const [duplicate] = call?.payload?.duplicateKeys ?? [];
    expect(text.slice(...(duplicate?.earlier ?? []))).toBe("900101");
    expect(text.slice(...(duplicate?.span ?? []))).toBe("birth");
  });
});

describe("What a curl command sends", () => {
  it.each<[what: string, options: string, payload: string]>([
    ["what one option gives", "-d name=a", '{ name: "a" } as a form'],
    ["what several give", "-d name=a --data vat=1", '{ name: "a", vat: "1" } as a form'],
    ["no quotes of a part", `-F 'name="a;b"'`, '{ name: "a;b" } as a form'],
    ["no type of a part", "-F 'name=abc;type=text/plain'", '{ name: "abc" } as a form'],
    ["no type behind quotes", `-F 'name="";type=text/plain'`, '{ name: "" } as a form'],
    [
      "quotes in a part's quotes",
      `-F 'name="a\\"b";x=y'`,
      String.raw`{ name: "a\\\"b" } as a form`,
    ],
    ["several lines of a part", "-F $'name=a\\nb;x\\ny'", '{ name: "a\\nb" } as a form'],
    ["a part as it is", "--form-string 'name=a&b=c;d'", '{ name: "a&b=c;d" } as a form'],
    ["a text that curl encodes", "--data-urlencode 'name=a&b=c'", '{ name: "a&b=c" } as a form'],
    [
      "pairs that are encoded",
      "--data-raw 'name=a%26+b&vat=1'",
      '{ name: "a& b", vat: "1" } as a form',
    ],
    ["what a here-string gives", "-d @- <<< 'name=a+b'", '{ name: "a b" } as a form'],
    ["no here-string that it does not ask for", "-d name=a <<< 'vat=1'", '{ name: "a" } as a form'],
    ["a file that is called so", "--data-raw @- <<< 'vat=1'", '{ @-: "" } as a form'],
    ["JSON", `--json '{"name":"a"}'`, '{ name: "a" }'],
    ["JSON by its header", `-H content-type:application/json -d '"a"'`, '"a"'],
    ["nothing", "-X POST", "nothing"],
  ])("A curl command sends %s", (_name, options, payload) => {
    expect(payloadsBy(readShell, `curl ${address} ${options}`)).toEqual([payload]);
  });

  it.each([
    ["behind an equals sign", "--data=name=abc"],
    ["attached to a letter", "-sdname=abc"],
    ["in the next word", "--data name=abc"],
    ["in the quotes of a part", `-F 'name="abc";x=y'`],
    ["in a part", `-F name=abc`],
  ])("What a curl command sends is at its place: %s", (_name, option) => {
    const text = `x; curl ${option} ${address}`;
    const [value] = readBy(readShell, text).calls.map((call) => call.payload?.children.get("name"));
    expect(text.slice(...(value?.span ?? []))).toBe("abc");
    expect(text.slice(...(value?.key ?? []))).toBe("name");
  });

  it.each([
    ["up to its last word", "-d name=a", ""],
    ["up to its last word that is not empty", "-d name=a -u", ' "" | jq'],
    ["without what is behind it", "-d name=a", " > out.json # x"],
  ])(
    "The call of a curl command has the name of its request, and goes %s",
    (_name, options, rest) => {
      const command = `curl ${address} ${options}`;
      const text = `#!/bin/sh\n${command}${rest}\n`;
      const [call] = readBy(readShell, text).calls;
      expect(call?.name).toBe("POST /subscribe/payments/again");
      expect(call?.syntax).toBe("form");
      expect(text.slice(...(call?.span ?? []))).toBe(command);
    },
  );
});

describe("The headers of a curl command are read as they are written", () => {
  const written = (text: string, isSample = false) =>
    readBy(readShell, text, { apis, isSample }).facts;

  it.each([
    ["by their letter", "-H 'Authorization: a'", "a"],
    ["by their name", '--header "Authorization: Bearer a"', "Bearer a"],
    ["behind others", "-H '' -H 'X: y' -A z -H 'Authorization: a'", "a"],
    ["with a variable at the end", '-H "Authorization: $TOKEN"', "${TOKEN}"],
    ["with a variable in braces at the end", '-H "Authorization: ${TOKEN}"', "${TOKEN}"],
    ["with a variable before the end", '-H "Authorization: ${A}b"', "${A}b"],
    ["with a dollar before the last letter", '-H "Authorization: $ab"c$d', '${ab}"c${d}'],
    ["with a command at the end", '-H "Authorization: $(cat x)"', "$"],
  ])("The headers of a curl command are read %s", (_name, options, value) => {
    const text = `curl ${options} ${address} -d name=a`;
    const start = text.indexOf(address);
    expect(written(text)).toEqual([
      {
        what: "rest-authorization",
        value: `v1 text:${value}`,
        span: [start, start + address.length],
        isSample: false,
      },
    ]);
  });

  it("The headers of a curl command are told of as a sample's where it is one", () => {
    const text = `curl -H 'Authorization: a' ${address} -d name=a`;
    expect(written(text, true).map(({ isSample }) => isSample)).toEqual([true]);
  });

  it("What other options hold is no header", () => {
    expect(written(`curl -A 'Authorization: a' ${address} -d name=a`)).toEqual([]);
  });
});

describe("A path behind a variable is PortOne's where the text says so", () => {
  const command = (base: string) => `curl -A iamport ${base}/receipts/imp_1 -d identifier=1`;
  it.each<[where: string, text: string, document: string | undefined, isOurs: boolean]>([
    ["in the name of the variable", command("$IAMPORT_URL"), undefined, true],
    [
      "in the value of the variable",
      `URL="https://api.iamport.kr"\n${command("$URL")}`,
      undefined,
      true,
    ],
    ["in the rest of the document", command("$URL"), 'URL="https://api.iamport.kr"', true],
    ["nowhere", command("$URL"), undefined, false],
    ["only in another text", `URL="https://api.iamport.kr"\n${command("$URL")}`, "", false],
  ])(
    "A path behind a variable is PortOne's where the text says so: %s",
    (_where, text, document, isOurs) => {
      const { calls } = readBy(readShell, text, document === undefined ? {} : { document });
      expect(calls.map(({ name }) => name)).toEqual(isOurs ? ["POST …/receipts/imp_1"] : []);
    },
  );
});

describe("Blanks behind a backslash", () => {
  const command = (blanks: string, newline = "\n") =>
    `curl -X POST \\${blanks}${newline}  -d '${again("1000")}' ${address}${newline}`;

  it.each([
    ["blanks", "  ", "\n"],
    ["a tab", "\t", "\n"],
    ["a blank that does not break", "\u00a0", "\n"],
    ["blanks in a file of Windows", " ", "\r\n"],
  ])(
    "Blanks behind a backslash are reported at their place and taken out: %s",
    async (_name, blanks, newline) => {
      const text = command(blanks, newline);
      const result = await linted("a.sh", text);
      expect(linesOf(result)).toEqual(["1:15 source/continuation "]);
      expect(result.diagnostics[0]?.textFix?.safe).toBe(true);
      const fixed = applyFixes(text, result.diagnostics).text;
      expect(fixed).toBe(command("", newline));
      expect((await linted("a.sh", fixed)).diagnostics).toEqual([]);
    },
  );

  it("Blanks behind a backslash are reported once a line, and in both languages", async () => {
    const text = `curl \\ \n -X POST \\ \n -d '${again("1000")}' \\\n ${address}`;
    const { diagnostics } = await linted("a.sh", text, { locale: "ko" });
    expect(diagnostics.map(({ range }) => range.line)).toEqual([1, 2]);
    expect(diagnostics[0]?.message).toContain("공백을 지우세요");
  });

  it("Blanks are none of ours in another command, in quotes, or where nothing follows", async () => {
    const ok = again("1000");
    expect(await rules(`curl https://shop.example/a \\ \n -d '${ok}'`)).toEqual([]);
    expect(await rules(`curl -H "a \\ \n b" ${address} -d '${ok}'`)).toEqual([]);
    expect(await rules(`curl ${address} -d '${ok}' \\ \n\ncd x`)).toEqual([]);
  });
});

it("A text of openings that nothing closes is read in the time of its length", async () => {
  for (const unit of ["curl '", "curl $(", "curl `", "curl <<EOF ", "curl \\ \n", "curl -d '{' "]) {
    const { calls } = await linted("a.sh", unit.repeat(20_000));
    expect(calls).toBe(0);
  }
});

it.each([
  ["a.sh", (body: string) => `curl ${address} --json '${body}'`],
  ["a.http", (body: string) => `POST ${address}\nContent-Type: application/json\n\n${body}\n`],
])("A body that is nested too deeply is reported as unparsable: %s", async (filename, request) => {
  for (const depth of [1000, 100_000]) {
    const body = `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    const { diagnostics, unchecked } = await linted(filename, request(body));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["source/unparsable"]);
    expect(unchecked.map(({ code }) => code)).toEqual(["unparsable"]);
  }
});
