import { describe, expect, it } from "vitest";
import { body, cancel, cancelled, requestsIn, token } from "./requestsIn.js";

const opened = (address: string) =>
  `HttpURLConnection c = (HttpURLConnection) new URL("${address}").openConnection();`;
const json = `new JSONObject(${body}).toString()`;

describe("A connection sends one request", () => {
  it.each(["getInputStream", "getResponseCode"])(
    "A connection sends one request, and %s behind it reads the answer",
    (name) => {
      const code = `${opened(cancel)} c.setRequestMethod("POST"); c.getOutputStream().write(${json}); c.${name}();`;
      expect(requestsIn(code)).toEqual(cancelled);
    },
  );
  it("A connection sends one request, with the method that was set before it was written", () => {
    const code = `${opened(token)} c.setRequestMethod("PUT"); c.getOutputStream().write("{}");`;
    expect(requestsIn(code)).toEqual(["PUT /users/getToken"]);
  });
  it("A connection sends one request, whose method and body are not there yet", () => {
    const code = `${opened(cancel)} c.setRequestMethod(); c.setRequestProperty(); c.getOutputStream().write();`;
    expect(requestsIn(code)).toEqual(["POST /payments/cancel nothing"]);
  });
});

describe("What is written elsewhere is no body of a connection", () => {
  const put = `${opened(token)} c.setRequestMethod("PUT");`;
  it.each([
    ["a writer of something else", `PrintWriter p = new PrintWriter(out); p.write("{}");`],
    ["a writer of nothing", `StringWriter w = new StringWriter(); w.write("{}");`],
    ["a writer of a map", `var w = new PrintWriter(Map.of("a", 1)); w.write("{}");`],
    ["what a function makes of the connection", `wrap(c).write("{}");`],
    ["an object of another class", `new Things(c).write("{}");`],
    ["an object of a class whose name only begins so", `new WriterOfLogs(c).write("{}");`],
  ])("What is written elsewhere is no body of a connection: by %s", (_name, code) => {
    expect(requestsIn(`${put} ${code}`)).toEqual([]);
  });
  it("A text that a writer gets may be another afterwards", () => {
    expect(
      requestsIn(
        `StringBuilder b = new StringBuilder("a"); new PrintWriter(b).append("b"); rest.postForObject("${cancel}", Map.of("x", b.toString()), String.class);`,
      ),
    ).toEqual(["POST /payments/cancel { x: ?:string }"]);
  });
});
