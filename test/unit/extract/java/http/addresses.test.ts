import { describe, expect, it } from "vitest";
import { cancel, requestsIn } from "./requestsIn.js";

/** What is known of an address as a value. */
const known = (address: string) =>
  requestsIn(`rest.postForObject("${cancel}", Map.of("x", ${address}), String.class);`)[0]?.replace(
    "POST /payments/cancel ",
    "",
  );

describe("An address that is put together is a text", () => {
  it.each(["toUri", "toUriString", "toString", "toURI"])(
    "An address that is put together is a text once it is asked for with %s",
    (name) => {
      expect(known(`UriComponentsBuilder.fromUriString("a").${name}()`)).toBe('{ x: "a" }');
    },
  );
});

describe("Another path of an address keeps what is before it", () => {
  const replaced = (base: string) =>
    known(`UriComponentsBuilder.fromUriString(${base}).replacePath("/c").toUriString()`);
  it.each([
    ["a scheme and a host", `"https://a.example/b"`, `"https://a.example/c"`],
    ["a host without a scheme", `"//a.example/b"`, `"//a.example/c"`],
    ["a host alone", `"a.example/b"`, `"a.example/c"`],
    ["a host with a query", `"https://a.example?b=https://d"`, `"https://a.example/c"`],
    ["a host with a fragment", `"https://a.example#b"`, `"https://a.example/c"`],
    ["a host with a path that is not known", `"https://a.example/" + id`, `"https://a.example/c"`],
    [
      "a host of which the end is not known",
      `"https://a." + id + "/b"`,
      `?:string "https://a.…/c"`,
    ],
    ["no host", `"/b"`, `?:string "…/c"`],
    ["nothing that is known", "made()", `?:string "…/c"`],
  ])("Another path of an address keeps what is before it: %s", (_name, base, address) => {
    expect(replaced(base)).toBe(`{ x: ${address} }`);
  });
});

it.each(["path", "replacePath", "setPath", "pathSegment"])(
  "An address stays what it is where %s is given nothing yet",
  (name) => {
    expect(known(`UriComponentsBuilder.fromUriString("a").${name}().toUriString()`)).toBe(
      '{ x: "a" }',
    );
  },
);

it.each([
  `MyUriComponentsBuilder.fromUriString("a").toUriString()`,
  `UriComponentsBuilder.newInstances("a").toUriString()`,
  `MyServletUriComponentsBuilder.begin("a").toUriString()`,
  `new MyURIBuilder("a").toUriString()`,
  `new URIBuilders("a").toUriString()`,
])("An address is not known of a builder whose name only holds that of another: %s", (address) => {
  expect(known(address)).toBe("{ x: ? }");
});
