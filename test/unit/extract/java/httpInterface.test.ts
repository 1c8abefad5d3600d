import { describe, expect, it } from "vitest";
import { readJava } from "../../../../dist/extract/java/read.js";
import { apis } from "../../../../dist/generated/apis.js";
import { payloadsBy, readBy } from "../shownPayload.js";

const host = "https://api.iamport.kr";
const feign = (url = host) => `@FeignClient(name = "pay", url = "${url}")`;

const file = (heading: string, method: string, call: string) =>
  `${heading} interface Api { ${method} }\nclass A { Api api; void f(String id, Map<String, Object> more) { api.send(${call}); } } // ${host}`;

const payloads = (method: string, call = `Map.of("x", 1)`, heading = feign()) =>
  payloadsBy(readJava, file(heading, method, call)).map((one) => one.replaceAll("!", ""));

const body = "Object send(@RequestBody Map<String, Object> body);";

describe("The request of an interface's method is known", () => {
  it.each([
    [
      "whose address is that of the interface",
      `@PostMapping ${body}`,
      feign(`${host}/payments/cancel`),
    ],
    [
      "whose address is plain",
      `@PostMapping("/payments/cancel") ${body}`,
      feign("http://api.iamport.kr"),
    ],
    ["with a line with spaces in it", `@RequestLine("POST  /payments/cancel") ${body}`, feign()],
    [
      "with a method without spaces",
      `@RequestMapping(path="/payments/cancel",method=RequestMethod.POST) ${body}`,
      feign(),
    ],
    [
      "with a list of methods",
      `@RequestMapping(path = "/payments/cancel", method = {RequestMethod.POST}) ${body}`,
      feign(),
    ],
    [
      "whose annotation is named in full",
      `@org.springframework.web.bind.annotation.PostMapping("/payments/cancel") ${body}`,
      feign(),
    ],
  ])("The request of an interface's method is known: %s", (_name, method, heading) => {
    expect(payloads(method, undefined, heading)).toEqual(["{ x: 1 }"]);
  });
  it.each([
    [
      "whose host is another",
      `@PostMapping("/payments/cancel") ${body}`,
      feign("http://orders.example"),
    ],
    ["whose line is not written out", `@RequestLine(LINE) ${body}`, feign()],
    [
      "whose annotation only reads like a line",
      `@Operation("POST /payments/cancel") ${body}`,
      feign(),
    ],
    [
      "whose method is not known",
      `@RequestMapping(path = "/payments/cancel", method = METHOD) ${body}`,
      feign(),
    ],
  ])("The request of an interface's method is not known: %s", (_name, method, heading) => {
    expect(payloads(method, undefined, heading)).toEqual([]);
  });
  it("The request of an interface's method has its method in small or large letters", () => {
    const text = file(feign(), `@Putmapping @PutMapping("/users/getToken") ${body}`, "more");
    expect(readBy(readJava, text, { apis }).facts.map(({ terms }) => terms?.request)).toEqual([
      "PUT /users/getToken",
    ]);
  });
});

describe("The body of an interface's method is the parameter that is marked so", () => {
  const post = (parameters: string) => `@POST("/payments/cancel") Object send(${parameters});`;
  it.each([
    ["Body", "@Body Map<String, Object> b"],
    ["RequestBody", "@RequestBody Map<String, Object> b"],
    ["RequestBody and another", "@RequestBody @Other Map<String, Object> b"],
    ["nothing", "Map<String, Object> b"],
    ["what checks it", "@Valid @Validated @NotNull Map<String, Object> b"],
    ["what checks it, by its full name", "@javax.validation.Valid Map<String, Object> b"],
  ])(
    "The body of an interface's method is the parameter that is marked with %s",
    (_name, parameter) => {
      expect(payloads(post(parameter))).toEqual(["{ x: 1 }"]);
    },
  );
  it.each(["@BodyPart", "@NoBody", "@ValidPart", "@InValid", "@NotNullable", "@Header"])(
    "The body of an interface's method is not the parameter that is marked with %s",
    (mark) => {
      expect(payloads(post(`${mark}("a") Map<String, Object> b`))).toEqual(["nothing"]);
    },
  );
  it("A field of a form has the name that its annotation says first or behind others", () => {
    expect(
      payloads(`@FormUrlEncoded ${post(`@Field(encoded = true, value = "x") int a`)}`, "1"),
    ).toEqual(["{ x: ?:number } as a form"]);
  });
  it("A form is told by one annotation of several", () => {
    expect(payloads(`@Other @FormUrlEncoded ${post("@Body Map<String, Object> b")}`)).toEqual([
      "{ x: 1 } as a form",
    ]);
  });
});
