import { describe, expect, it } from "vitest";
import { gatewayNamed, gatewayNames } from "../../dist/gatewayFacts.js";

describe("a gateway's name", () => {
  it("The name of a company means its current code in each version", () => {
    expect(gatewayNamed("inicis", "v1")?.code).toBe("html5_inicis");
    expect(gatewayNamed("inicis", "v2")?.code).toBe("inicis_v2");
    expect(gatewayNamed("nice", "v1")?.code).toBe("nice_v2");
  });

  it("A gateway's name means the code itself where no company has that name", () => {
    expect(gatewayNamed("uplus", "v1")?.code).toBe("uplus");
    expect(gatewayNamed("html5_inicis", "v1")?.company).toBe("inicis");
  });

  it("A gateway's name means nothing in a version that the gateway does not serve", () => {
    expect(gatewayNamed("kpn", "v1")).toBeUndefined();
    expect(gatewayNamed("html5_inicis", "v2")).toBeUndefined();
    expect(gatewayNamed("nobody", "v1")).toBeUndefined();
  });

  it("A gateway's name is listed once, whether company, code or both", () => {
    expect(new Set(gatewayNames).size).toBe(gatewayNames.length);
    expect(gatewayNames).toEqual(expect.arrayContaining(["inicis", "html5_inicis", "inicis_v2"]));
  });
});
