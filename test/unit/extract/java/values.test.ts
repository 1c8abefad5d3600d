import { describe, expect, it } from "vitest";
import { readJava } from "../../../../dist/extract/java/read.js";
import { linted } from "../shared.js";
import { payloadsBy } from "../shownPayload.js";
import { knownOf, payloadOf } from "./ownFile.js";

/** What is known of an expression in a payload. */
function known(expression: string, before = ""): string | undefined {
  const [payload] = payloadsBy(
    readJava,
    `class Shop { void pay(String id, Object other, String text) { ${before}
      rest.postForObject("https://api.iamport.kr/payments/cancel", Map.of("x", ${expression}), String.class);
    } }`,
  );
  return /^\{ x: (.*) \}$/.exec(payload ?? "")?.[1];
}

const milliseconds = `?:number "_____________" 1000000000000…9999999999999`;
const seconds = `?:number "__________" 1000000000…9999999999`;

describe("What Java's own functions give is known", () => {
  it.each([
    ["System.currentTimeMillis()", milliseconds],
    ["System.nanoTime()", "?:number"],
    ["UUID.randomUUID()", `?:string "${"_".repeat(36)}"`],
    [`String.join(",", list)`, "?:string"],
    ["Math.round(other)", "?:number"],
    ["Math.abs(other)", "?:number"],
    ["Math.max(other, 1)", "?:number"],
    ["Math.min(other, 1)", "?:number"],
    ["Things.nanoTime()", "?"],
    ...["BigDecimal", "BigInteger", "Integer", "Long", "Double", "Float", "Short"].flatMap(
      (name) => [
        [`${name}.valueOf("2")`, "2"],
        [`${name}.valueOf(other)`, "?:number"],
      ],
    ),
    [`Integer.parseInt("2")`, "2"],
    [`Long.parseLong("2")`, "2"],
    [`Boolean.valueOf("2")`, "?"],
    [`Integer.toString(2)`, "?"],
    ...["BigDecimal", "BigInteger", "Integer", "Long", "Double"].map((name) => [
      `new ${name}("2")`,
      "2",
    ]),
    [`new Things("2")`, "?"],
    [`new BigDecimals("2")`, "?"],
    [`new BigDecimal("")`, "?:number"],
    [`new BigDecimal("1e999")`, "?:number"],
    [`new BigDecimal(UUID.randomUUID())`, `?:number "${"_".repeat(36)}"`],
    ["BigDecimal.ZERO", "0"],
    ["BigDecimal.ONE", "1"],
    ["BigDecimal.TWO", "2"],
    ["BigDecimal.TEN", "10"],
    ["BigInteger.TEN", "10"],
    ["BigDecimal.ELEVEN", "?"],
    ["Things.TEN", "?"],
    ["String.valueOf(2)", `"2"`],
    ["String.valueOf()", "?:string"],
    ["Objects.toString(2)", `"2"`],
    [`new String("a")`, `"a"`],
    [`Objects.requireNonNull("a")`, `"a"`],
    [`Mono.just("a")`, `"a"`],
    [`String.format("%s-%d", "a", 2)`, `"a-2"`],
    [`String.format("%n%%")`, `"\\n%"`],
    [`String.format("%5d|", 1)`, `?:string "…|"`],
    [`"%s|%x".formatted("a", 1)`, `?:string "a|…"`],
    ["new Date()", "?"],
    ["new Date().getTime()", milliseconds],
    ["new Date().toString()", `?:string "___ ___ __ ________ … ____"`],
  ])("What Java's own functions give is known: %s", (expression, value) => {
    expect(known(expression as string)).toBe(value);
  });
});

describe("What a method of any value gives is known by its name", () => {
  it.each([
    ...["int", "long", "double", "float", "short"].map((name) => [`${name}Value()`, "?:number"]),
    ["getTime()", "?:number"],
    ["length()", "?:number"],
    ["size()", "?:number"],
    ["toEpochMilli()", milliseconds],
    ["getTimeInMillis()", milliseconds],
    ["toEpochSecond()", seconds],
    ["getEpochSecond()", seconds],
    ["length(1)", "?"],
    ["toEpochMilli(1)", "?"],
    ["lengths()", "?"],
    ["byteValue()", "?"],
    ["toString()", `?:string "…"`],
    ["toPlainString()", `?:string "…"`],
    ["concat(1)", `?:string "…1"`],
  ])("What a method of any value gives is known by its name: %s", (call, value) => {
    expect(known(`other.${call}`)).toBe(value);
  });
  it.each([
    ["trim()", "?:string"],
    ["strip()", "?:string"],
    ["intern()", "?:string"],
    ["getBytes()", "?:string"],
    ["substring(1)", "?:string"],
    ["toUpperCase()", "?:string"],
    ["toLowerCase()", "?:string"],
    ["replace(1, 2)", "?:string"],
    ["replaceAll(1, 2)", "?:string"],
    ["replaceFirst(1, 2)", "?:string"],
    ["format(1)", "?:string"],
    ["repeat(2)", "?:string"],
    ["name()", "?:string"],
    ["split(1)", "?"],
    ["names()", "?"],
  ])("What a method of any value gives is known by its name: %s of a text", (call, value) => {
    const made = "UUID.randomUUID().toString().trim()";
    expect(known(`${made}.${call}`)).toBe(value);
  });
  it.each(["trim()", "strip()", "intern()", `getBytes("UTF-8")`])(
    "%s of a text that is known",
    (call) => {
      expect(known(`"a".${call}`)).toBe(`"a"`);
    },
  );
  it("What a method of any value gives is known by its name trim() of a text with a blank at its end", () => {
    expect(known(`"a ".trim()`)).toBe("?:string");
  });
  it.each(["intValue()", "longValue()"])(
    "What a method of any value gives is known by its name: %s of a number that is known",
    (call) => {
      expect(known(`new BigDecimal("2").${call}`)).toBe("2");
    },
  );
  it("What a method of any value gives is known by its name substring(1) of what may be no text", () => {
    expect(known("other.substring(1)")).toBe("?");
  });
});

describe("What a secret goes through stays hidden in Java", () => {
  it.each([
    "k",
    "k.trim()",
    "k.toUpperCase()",
    "k.substring(1)",
    `k.concat("a")`,
    `"a".concat(k)`,
    `"a".replace("a", k)`,
    `String.join("", k)`,
    "String.valueOf(k)",
    "new String(k)",
    `String.format("%s", k)`,
    `"%s".formatted(k)`,
    "Objects.toString(k)",
    "new BigDecimal(k)",
    "Integer.parseInt(k)",
    "new BigDecimal(k.substring(1))",
    "new StringBuilder(k).append(1).toString()",
  ])("What a secret goes through stays hidden in Java: %s", async (given) => {
    for (const secret of ["secret-3", " 30303030 "]) {
      const text = `class A { String k = "${secret}"; void f() { rest.postForObject("https://api.iamport.kr/users/getToken", Map.of("imp_key", "0000000000000000", "imp_secret", ${given}), String.class); } }`;
      const { redacted } = await linted("A.java", text);
      expect(redacted).toHaveLength(text.length);
      expect(redacted).not.toContain(secret.trim());
    }
  });
});

describe("A number is known that a text holds", () => {
  it.each([
    [`new BigDecimal("1 ")`, "1"],
    [`Long.valueOf("9")`, "9"],
    ["new BigDecimal(1.5)", "1.5"],
    [`Integer.parseInt(" ")`, "?:number"],
    [`new BigDecimal("a")`, "?:number"],
    ["new BigDecimal(id)", "?:number"],
    ["new BigDecimal()", "?"],
    ["Objects.requireNonNull()", "?"],
    [`java.math.BigDecimal.valueOf(2)`, "2"],
    [`com.acme.shop.Things.valueOf(3)`, "?"],
  ])("A number is known that a text holds: %s", (written, value) => {
    expect(knownOf(written)).toBe(value);
  });
});

describe("A text that is built of JSON is no JSON once more is added", () => {
  const made = `StringBuilder b = new StringBuilder(mapper.writeValueAsString(Map.of("a", 1)));`;
  it.each([
    ["it is not", `${made} m = b.toString();`, "{ a: 1 }"],
    ["it is", `${made} b.append("b"); m = b.toString();`, "nothing"],
  ])("A text that is built of JSON is no JSON once more is added: %s", (_name, code, payload) => {
    expect(payloadOf(code)).toBe(payload);
  });
  it("A text that is built is none of a class whose name only ends so", () => {
    expect(knownOf("b.toString()", "", `var b = new MyStringBuilder("a"); b.append("b");`)).toBe(
      `?:string "…"`,
    );
  });
});
