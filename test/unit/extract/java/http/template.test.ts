import { describe, expect, it } from "vitest";
import { body, cancel, cancelled, requestsIn, token } from "./requestsIn.js";

describe("A template sends a request by the name of its method", () => {
  it("A template sends a request whatever it is called", () => {
    expect(requestsIn(`http.postForObject("${cancel}", ${body}, String.class);`)).toEqual(
      cancelled,
    );
  });
  it.each([
    [
      "a map that is called like one",
      `Map<String, Object> rest = new HashMap<>(); rest.put("${token}", ${body});`,
    ],
    ["a method of the class itself", `put("${token}", ${body});`],
    [
      "a method whose name ends like one that executes",
      `client.reexecute(new HttpPut("${token}"));`,
    ],
    [
      "a method whose name begins like one that executes",
      `client.executed(new HttpPut("${token}"));`,
    ],
    ["a method that is given no address", "rest.postForObject(); rest.exchange(); rest.put();"],
  ])("A template sends a request, and %s does not", (_name, code) => {
    expect(requestsIn(code)).toEqual([]);
  });
  it("A client sends the request that it is given behind a host", () => {
    expect(requestsIn(`client.execute(new HttpHost("a"), new HttpPut("${token}"));`)).toEqual([
      "PUT /users/getToken",
    ]);
    expect(requestsIn(`client.execute(new URI("a"), new HttpPut("${token}"));`)).toEqual([
      "PUT /users/getToken",
    ]);
  });
  it("A template sends a request without a body", () => {
    expect(requestsIn(`rest.exchange("${token}", HttpMethod.PUT);`)).toEqual([
      "PUT /users/getToken",
    ]);
  });
});

describe("The method that a template is given is known by its name", () => {
  it("The method that a template is given is known by its name with spaces in it", () => {
    expect(requestsIn(`rest.exchange("${token}", HttpMethod . PUT, entity, A.class);`)).toEqual([
      "PUT /users/getToken",
    ]);
  });
  it.each(["HttpMethod.PUT_ALL", "Verbs.PUT", "PUT_METHOD", "method.PUT()"])(
    "The method that a template is given is known by its name, and not as %s",
    (method) => {
      expect(requestsIn(`rest.exchange("${token}", ${method}, entity, A.class);`)).toEqual([]);
    },
  );
});
