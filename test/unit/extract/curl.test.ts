import { describe, expect, it } from "vitest";
import { readShell } from "../../../dist/extract/curl.js";
import { parse } from "../../../dist/extract/javascript/syntax/parse.js";
import { callKinds } from "../../../dist/generated/callKinds.js";
import { sdks } from "../../../dist/generated/sdks.js";
import { applyFixes } from "../../../dist/lint/index.js";
import { noTables } from "../../../src/extract/calls.js";
import { address, again, found, linesOf, linted } from "./shared.js";

const rules = async (text: string, filename = "a.sh") =>
  (await found(filename, text)).map((line) => line.replace(/^\S+ /, ""));

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
    const [call] = readShell(text, {
      ...noTables,
      kinds: callKinds,
      sdks,
      ending: ".sh",
      parser: parse,
    }).calls;
    const [duplicate] = call?.payload?.duplicateKeys ?? [];
    expect(text.slice(...(duplicate?.earlier ?? []))).toBe("900101");
    expect(text.slice(...(duplicate?.span ?? []))).toBe("birth");
  });
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
