import { describe, expect, it } from "vitest";
import { controller, handler, map, paid, pay, webhooks } from "./controllers.js";

const believed = [expect.stringMatching(/ webhook\/unverified$/)];

describe("An object that Java makes of what a webhook says checks nothing", () => {
  it.each(["Payment", "Order", "Hook"])("by the builder of a %s", async (name) => {
    const made = `var p = ${name}.builder().uid(body.get("imp_uid")).build();`;
    expect(await webhooks(handler(`${made} ${paid}${pay}`))).toEqual(believed);
  });
  it.each(["PayClient", "PayRequest", "UriThing", "UrlThing", "HttpThing"])(
    "but not by that of a %s, which may ask for more",
    async (name) => {
      const made = `var p = ${name}.builder().uid(body.get("imp_uid")).build();`;
      expect(await webhooks(handler(`${made} ${paid}${pay}`))).toEqual([]);
    },
  );
  it("and not by what is no builder", async () => {
    const made = `var p = Payment.maker().uid(body.get("imp_uid")).build();`;
    expect(await webhooks(handler(`${made} ${paid}${pay}`))).toEqual([]);
  });

  it.each([
    ...["save", "set", "put", "add", "append", "update", "delete", "with"],
    "setUid",
    "withUid",
  ])("by its method %s", async (name) => {
    const made = `Payment p = new Payment(); p.${name}(body.get("imp_uid"));`;
    expect(await webhooks(handler(`${made} ${paid}${pay}`))).toEqual(believed);
  });
  it.each(["withoutImplied", "address", "complete", "input"])("but not by %s", async (name) => {
    const made = `Payment p = new Payment(); p.${name}(body.get("imp_uid"));`;
    expect(await webhooks(handler(`${made} ${paid}${pay}`))).toEqual([]);
  });
});

describe("A method that answers a request is told by its annotation", () => {
  it.each([
    [`@PostMapping("/hook")`, 1],
    [`@RequestMapping("/hook")`, 1],
    [`@RequestMapping(value = "/hook", method = RequestMethod.POST)`, 1],
    [`@RequestMapping(value = "/hook", method = {RequestMethod.GET, RequestMethod.POST})`, 1],
    ...["GET", "PUT", "PATCH", "DELETE"].map((verb) => [
      `@RequestMapping(value = "/hook", method = RequestMethod.${verb})`,
      0,
    ]),
    [`@Scheduled("/hook")`, 0],
  ])("%s", async (marks, count) => {
    expect(await webhooks(handler(`${paid}${pay}`, marks as string))).toHaveLength(count as number);
  });

  it.each([
    ["plain", "@RestController", 1],
    ["with an annotation that is not known", "@RestController @Checked", 0],
    ["with users", `@RestController @PreAuthorize("hasRole('ADMIN')")`, 0],
    ["that extends another", "@RestController", 0, "Base"],
  ])("in a class %s", async (_name, marks, count, base?: string) => {
    const text = controller(
      `@PostMapping("/hook") public void hook(${map}) { ${paid}${pay} }`,
      marks,
    );
    const found = await webhooks(
      base === undefined ? text : text.replace("class IamportController", `$& extends ${base}`),
    );
    expect(found).toHaveLength(count);
  });
});
