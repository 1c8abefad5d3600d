import { describe, expect, it } from "vitest";
import { readPython } from "../../../../dist/extract/python/read.js";
import { apis } from "../../../../dist/generated/apis.js";
import { readBy, shown } from "../shownPayload.js";

const host = "https://api.iamport.kr";
const cancel = `${host}/payments/cancel`;
const token = `${host}/users/getToken`;
const imports =
  "import aiohttp, http.client, httplib, httpx, json, requests, urllib.parse, urllib.request, urllib2, simplejson, ujson, orjson\n";

/**
 * What the requests of a text are: the calls with their payloads, and what is to be said of a path or a header. Nothing but a POST
 * gets a token, so that any other method is told with the path for that.
 */
function requestsIn(code: string): string[] {
  const { calls, facts } = readBy(readPython, imports + code, { apis });
  return [
    ...calls.map(
      ({ name, payload, isForm }) =>
        `${name} ${payload ? shown(payload) : "nothing"}${isForm ? " as a form" : ""}`,
    ),
    ...facts.map(({ value, terms }) => terms?.request ?? value ?? ""),
  ];
}

/** The same without what is said of tokens. */
const callsIn = (code: string) => requestsIn(code).filter((line) => !line.startsWith("v1 "));

const cancelled = ["POST /payments/cancel { x: 1 }"];
const form = ["POST /payments/cancel { x: 1 } as a form"];

describe("The method of a request is known in Python", () => {
  it.each([
    ...["get", "put", "patch", "delete"].map((name) => [
      name,
      `requests.${name}("${token}", json={})`,
      name.toUpperCase(),
    ]),
    ["request", `requests.request("PUT", "${token}")`, "PUT"],
    ["request by names", `requests.request(method="PUT", url="${token}")`, "PUT"],
    ["Request", `urllib.request.Request("${token}", {}, method="PUT")`, "PUT"],
  ])("The method of a request is known in Python by %s", (_name, code, method) => {
    expect(callsIn(code as string)).toEqual([`${method} /users/getToken`]);
  });
  it.each([
    ["post", `requests.post("${cancel}", json={"x": 1})`],
    ["post with names", `requests.post(url="${cancel}", json={"x": 1})`],
    ["request", `requests.request("post", "${cancel}", json={"x": 1})`],
    ["urllib's Request", `urllib.request.Request("${cancel}", json.dumps({"x": 1}))`],
    ["urllib's urlopen", `urllib.request.urlopen("${cancel}", json.dumps({"x": 1}))`],
    ["urllib2's Request", `urllib2.Request("${cancel}", json.dumps({"x": 1}))`],
    ["urllib2's urlopen", `urllib2.urlopen("${cancel}", json.dumps({"x": 1}))`],
    ["Request with a name", `urllib.request.Request(url="${cancel}", data=json.dumps({"x": 1}))`],
    [
      "urlopen with a name",
      `urllib.request.urlopen(full_url="${cancel}", data=json.dumps({"x": 1}))`,
    ],
  ])("The method of a request is known in Python by %s, as POST", (_name, code) => {
    expect(callsIn(code)).toEqual(cancelled);
  });
  it.each([
    ["another function", `requests.send("${cancel}", json={"x": 1})`],
    ["a function whose name ends so", `requests.repost("${cancel}", json={"x": 1})`],
    ["a function whose name begins so", `requests.postpone("${cancel}", json={"x": 1})`],
    ["a request of no method", `requests.request("${cancel}", json={"x": 1})`],
    [
      "a request of a method that is not known",
      `requests.request(verb, "${cancel}", json={"x": 1})`,
    ],
    ["get of a dictionary", `settings = load()\nsettings.get("/users/getToken")`],
    ["post of a dictionary", `d = {}\nd.post("${cancel}", {"x": 1})`],
    ["Request without data", `urllib.request.Request("${token}", method="PUT")`],
    ["another module's urlopen", `other.urlopen("${cancel}", json.dumps({"x": 1}))`],
    ["an address that is no text", `requests.post(5, json={"x": 1})`],
  ])("but not by %s", (_name, code) => {
    expect(callsIn(code)).toEqual([]);
  });
});

describe("A client of HTTP knows its host in Python", () => {
  const send = `c.post("/payments/cancel", json={"x": 1})`;
  it.each([
    ["httpx.Client", `c = httpx.Client(base_url="${host}")\n${send}`],
    ["httpx.AsyncClient", `c = httpx.AsyncClient(base_url="${host}")\n${send}`],
    ["aiohttp.ClientSession", `c = aiohttp.ClientSession(base_url="${host}")\n${send}`],
    ["aiohttp.ClientSession by place", `c = aiohttp.ClientSession("${host}")\n${send}`],
    ["requests.Session", `c = requests.Session(base_url="${host}")\n${send}`],
    ["requests.session", `c = requests.session(base_url="${host}")\n${send}`],
    [
      "HTTPSConnection",
      `c = http.client.HTTPSConnection("api.iamport.kr")\nc.request("POST", "/payments/cancel", json.dumps({"x": 1}))`,
    ],
    [
      "HTTPConnection",
      `c = http.client.HTTPConnection("api.iamport.kr")\nc.request("POST", "/payments/cancel", json.dumps({"x": 1}))`,
    ],
    [
      "HTTPSConnection of httplib",
      `c = httplib.HTTPSConnection("api.iamport.kr")\nc.request("POST", "/payments/cancel", json.dumps({"x": 1}))`,
    ],
  ])("A client of HTTP knows its host in Python: %s", (_name, code) => {
    expect(callsIn(code)).toEqual(cancelled);
  });
  it.each([
    [
      "of another module",
      `c = other.Client(base_url="${host}")\n${send}`,
      "POST …/payments/cancel { x: 1 }",
    ],
    [
      "of another name",
      `c = httpx.Clients(base_url="${host}")\n${send}`,
      "POST …/payments/cancel { x: 1 }",
    ],
    [
      "with an address by place",
      `c = httpx.Client("${host}")\n${send}`,
      "POST …/payments/cancel { x: 1 }",
    ],
  ])("but not one %s", (_name, code) => {
    expect(callsIn(code)).toEqual([]);
  });
});

describe("The body of a request is known in Python", () => {
  it.each([
    ["json", `json={"x": 1}`],
    ["data that is JSON", `data=json.dumps({"x": 1})`],
    ["content", `content=json.dumps({"x": 1})`],
    ["body", `body=json.dumps({"x": 1})`],
    ["its place", `json.dumps({"x": 1})`],
    ["simplejson", `data=simplejson.dumps({"x": 1})`],
    ["ujson", `data=ujson.dumps({"x": 1})`],
    ["orjson", `data=orjson.dumps({"x": 1})`],
    ["json beside data that is nothing", `json={"x": 1}, data=None`],
    ["data beside json that is nothing", `json=None, data=json.dumps({"x": 1})`],
    ["json in a dictionary of arguments", `**{"json": {"x": 1}}`],
  ])("The body of a request is known in Python by %s", (_name, body) => {
    expect(callsIn(`requests.post("${cancel}", ${body})`)).toEqual(cancelled);
  });
  it.each([
    ["data", `data={"x": 1}`],
    ["its place", `{"x": 1}`],
    ["data in a dictionary of arguments", `**{"data": {"x": 1}}`],
    ["urlencode", `data=urllib.parse.urlencode({"x": 1})`],
  ])("The body of a request is known in Python as a form by %s", (_name, body) => {
    expect(callsIn(`requests.post("${cancel}", ${body})`)).toEqual(form);
  });
  it("The body of a request is known in Python as a form by urlencode of an older Python", () => {
    expect(
      callsIn(`import urllib\nurllib2.urlopen("${cancel}", urllib.urlencode({"x": 1}))`),
    ).toEqual(form);
  });
});

describe("A function is none of a client's whose name only holds one of its names", () => {
  const send = `c.post("/payments/cancel", json={"x": 1})`;
  const request = `c.request("POST", "/payments/cancel", json.dumps({"x": 1}))`;
  it.each([
    [
      "a connection of another module",
      `c = tools.http.client.HTTPSConnection("api.iamport.kr")\n${request}`,
    ],
    [
      "a connection whose name is longer",
      `c = http.client.HTTPSConnections("api.iamport.kr")\n${request}`,
    ],
    ["a session of another module", `c = tools.requests.Session(base_url="${host}")\n${send}`],
    ["a client that is given a host", `c = httpx.Client("api.iamport.kr")\n${send}`],
    ["a client that is given nothing", `c = httpx.Client()\n${send}`],
    [
      "a request of another module",
      `tools.urllib.request.Request("${cancel}", json.dumps({"x": 1}))`,
    ],
    [
      "a request whose name is longer",
      `urllib.request.Requests("${cancel}", json.dumps({"x": 1}))`,
    ],
    [
      "a request of any method",
      `urllib.request.Request("${cancel}", json.dumps({"x": 1}), method=verb)`,
    ],
    ["a request without an address", `urllib.request.Request(data=json.dumps({"x": 1}))`],
    ["a method with more behind it", `requests.request("POST it", "${cancel}", json={"x": 1})`],
    ["a method with more before it", `requests.request("1POST", "${cancel}", json={"x": 1})`],
    [
      "a function that is given nothing",
      "requests.post()\nrequests.request()\nurllib.request.Request()",
    ],
    ["an address that is not known", `requests.post(given, json={"x": 1})`],
  ])(
    "A function is none of a client's whose name only holds one of its names: %s",
    (_name, code) => {
      expect(callsIn(`import tools\n${code}`)).toEqual([]);
    },
  );
  it("A request is sent without encryption, too", () => {
    expect(callsIn(`requests.get("${token.replace("https", "http")}")`)).toEqual([
      "GET /users/getToken",
    ]);
  });
  it("A request of a session without a host is known where it has the whole address", () => {
    expect(callsIn(`c = requests.Session()\nc.get("${token}")`)).toEqual(["GET /users/getToken"]);
  });
  it("A body is not known that is among arguments which are not known", () => {
    expect(callsIn(`requests.post("${cancel}", **given)`)).toEqual(["POST /payments/cancel ?"]);
    expect(callsIn(`requests.post("${cancel}", **{"timeout": 1})`)).toEqual([
      "POST /payments/cancel nothing",
    ]);
  });
});

describe("The token of a request is known in Python", () => {
  const said = (args: string, name = "requests.post") =>
    requestsIn(`${name}("${cancel}", json={"x": 1}${args})`).filter((line) =>
      line.startsWith("v1 "),
    );
  it.each([
    ["none", "", ["v1 absent"]],
    ["none of httpx", "", ["v1 absent"], "httpx.post"],
    ["none of a client", "", [], "session.post"],
    ["none among headers", `, headers={"a": "b"}`, ["v1 absent"]],
    ["none among headers of a client", `, headers={"a": "b"}`, [], "session.post"],
    ["a text", `, headers={"Authorization": "t-1"}`, ["v1 text:t-1"]],
    ["a text of another case", `, headers={"authorization": "t-1"}`, ["v1 text:t-1"]],
    ["another header for tokens", `, headers={"X-ImpTokenHeader": "t-1"}`, []],
    ["headers that are not known", ", headers=headers", []],
    ["headers of which more is not known", `, headers={"a": "b", **more}`, []],
    ["an argument for it", ", auth=a", []],
    ["an argument for it beside headers", `, auth=a, headers={"a": "b"}`, []],
    ["cookies", ", cookies=c", []],
    ["an argument whose name only ends so", ", no_auth=a", ["v1 absent"]],
    ["an argument whose name only begins so", ", auth_kind=a", ["v1 absent"]],
    [
      "another header for tokens beside others",
      `, headers={"a": "b", "X-ImpTokenHeader": "t-1"}`,
      [],
    ],
    ["none of another module's function", "", [], "tools.requests.post"],
    ["none of a function below the module", "", [], "requests.sessions.post"],
    ["none among headers below the module", `, headers={"a": "b"}`, [], "requests.sessions.post"],
    ["arguments that are not known", ", **more", []],
  ])(
    "The token of a request is known in Python where it is %s",
    (_name, args, expected, name?: string) => {
      expect(said(args as string, name)).toEqual(expected);
    },
  );
});
