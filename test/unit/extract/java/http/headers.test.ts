import { describe, expect, it } from "vitest";
import { body, cancel, cancelled, form, requestsIn } from "./requestsIn.js";

const entity = (code: string, payload = body) =>
  requestsIn(
    `HttpHeaders h = new HttpHeaders(); ${code} rest.postForEntity("${cancel}", new HttpEntity<>(${payload}, h), A.class);`,
  );
const chain = (step: string) =>
  requestsIn(`WebClient.create().post().uri("${cancel}").${step}.bodyValue(${body}).retrieve();`);

describe("A token stays in the headers", () => {
  it.each([
    ["another setter", "h.setAccept(a);"],
    ["a header of another name", `h.set("a", "b");`],
    ["a method that reads", "h.getContentType();"],
    ["a header that is asked for", `h.getOrDefault("Authorization", "t-2");`],
  ])("A token stays in the headers behind %s", (_name, code) => {
    expect(entity(`h.set("Authorization", "t-1"); ${code}`)).toEqual([...cancelled, "v1 text:t-1"]);
  });
  it("A token is no longer known behind what may change any header", () => {
    expect(entity(`h.set("Authorization", "t-1"); h.resetAll();`)).toEqual([
      ...cancelled,
      "v1 text:${}",
    ]);
  });
});

describe("A token is known in headers however they are made", () => {
  it("A token is known in headers whose variable tells no type", () => {
    expect(
      requestsIn(
        `var h = new HttpHeaders(); h.setBearerAuth("t-1"); rest.postForEntity("${cancel}", new HttpEntity<>(${body}, h), A.class);`,
      ),
    ).toEqual([...cancelled, "v1 text:Bearer t-1"]);
  });
  it("A token is known in headers that take all of a map", () => {
    expect(entity(`h.setAll(Map.of("Authorization", "t-1"));`)).toEqual([
      ...cancelled,
      "v1 text:t-1",
    ]);
    expect(chain(`headers(h -> h.setAll(Map.of("Authorization", "t-1")))`)).toEqual([
      ...cancelled,
      "v1 text:t-1",
    ]);
  });
  it("A token is known by the name's constant with spaces in it", () => {
    expect(chain(`header(HttpHeaders . AUTHORIZATION, "t-1")`)).toEqual([
      ...cancelled,
      "v1 text:t-1",
    ]);
  });
});

describe("A header whose name only holds that of another is none", () => {
  it.each(["Proxy-Authorization", "Authorization-Kind"])(
    "A header whose name only holds that of another is none: %s is no token",
    (name) => {
      expect(chain(`header("${name}", "t-1")`)).toEqual(cancelled);
      expect(entity(`h.set("${name}", "t-1");`)).toEqual(cancelled);
    },
  );
  it.each(["X-Content-Type", "Content-Type-Options"])(
    "A header whose name only holds that of another is none: %s says no form",
    (name) => {
      expect(entity(`h.set("${name}", "application/x-www-form-urlencoded");`)).toEqual(cancelled);
    },
  );
  it.each(["addIfAbsent", "reset", "preset"])(
    "A method whose name only holds that of another is none: %s puts no token",
    (name) => {
      expect(entity(`h.${name}("Authorization", "t-1");`)).toEqual(cancelled);
    },
  );
});

describe("Headers say that the body is a form", () => {
  it("Headers say that the body is a form by a media type that has a name", () => {
    expect(
      entity(`String type = "application/x-www-form-urlencoded"; h.set("Content-Type", type);`),
    ).toEqual(form);
  });
  it("Headers say that the body is a form by a header of the request itself, and not by another step", () => {
    expect(chain(`header("Content-Type", "application/x-www-form-urlencoded")`)).toEqual(form);
    expect(chain(`attribute("a", "urlencoded").header("b", "c")`)).toEqual(cancelled);
  });
});
