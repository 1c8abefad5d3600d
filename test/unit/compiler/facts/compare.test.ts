import { describe, expect, it } from "vitest";
import { differences } from "../../../../src/compiler/facts/compare.js";
import { descriptionsIn } from "../../../../src/compiler/facts/descriptions.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";

const kinds = readTables("schemas").kinds.filter(({ row }) => row.kind === "portone.v1.prepare");
const rows = (document: unknown) =>
  differences(descriptionsIn(document), kinds).map(({ call, path, what }) =>
    [call, path, what].filter(Boolean).join(" "),
  );

const call = "POST /payments/prepare";
const key = (name: string, more: object = {}) => ({
  name,
  in: "formData",
  type: "string",
  ...more,
});
const asIs = [
  key("merchant_uid", { required: true, maxLength: 40 }),
  key("amount", { type: "number", required: true }),
  key("currency", { type: ["string", "null"] }),
];
const swagger = (parameters: readonly object[]) => ({
  paths: { "/payments/prepare": { post: { parameters }, put: { parameters } } },
});

describe("a published description beside the tables", () => {
  it("The published description is as the tables have it", () => {
    expect(rows(swagger(asIs))).toEqual([]);
  });

  it("The comparison with a published description shows what came, went and changed", () => {
    const edited = swagger([
      key("merchant_uid", { required: true, maxLength: 60 }),
      key("amount", { type: "string" }),
      key("memo", { required: true }),
      { name: "Authorization", in: "header", type: "string" },
    ]);
    expect(rows(edited).filter((row) => row.startsWith(call))).toEqual([
      `${call} /merchant_uid maxLength: 40 → 60`,
      `${call} /amount types: number → string`,
      `${call} /amount required: true → false`,
      `${call} /memo came: string, required`,
      `${call} /currency went`,
    ]);
  });

  it("The comparison with a published description shows calls that came and went", () => {
    const { paths } = swagger(asIs);
    expect(rows({ paths: { "/payments/prepared": paths["/payments/prepare"] } })).toEqual([
      `${call} went`,
      "PUT /payments/prepare went",
      "POST /payments/prepared came, and no kind has it",
      "PUT /payments/prepared came, and no kind has it",
    ]);
  });

  it("A published description is read in OpenAPI 3, with references and forms", () => {
    const schema = { $ref: "#/components/schemas/Prepare" };
    const operation = { requestBody: { content: { "application/json": { schema } } } };
    const document = {
      paths: { "/payments/prepare": { post: operation, put: operation } },
      components: {
        schemas: {
          Prepare: {
            type: "object",
            required: ["merchant_uid", "amount"],
            properties: {
              merchant_uid: { type: "string", maxLength: 40 },
              amount: { type: "number" },
            },
            allOf: [
              { properties: { currency: { type: ["string", "null"], enum: ["USD", "KRW"] } } },
            ],
          },
        },
      },
    };
    expect(rows(document).filter((row) => row.startsWith(call))).toEqual([
      `${call} /currency enum: none → KRW USD`,
    ]);
  });

  it("A published description is read in the form of the browser SDK's", () => {
    const keys = descriptionsIn({
      methods: { requestPayment: { input: "request/Payment" } },
      types: {
        "request/Payment": {
          type: "object",
          properties: {
            storeId: { type: "string" },
            products: {
              optional: true,
              type: "array",
              items: { type: "object", properties: { id: { type: "string" } } },
            },
          },
        },
      },
    }).get("requestPayment");
    expect([...(keys ?? [])].map(([path]) => path)).toEqual([
      "/storeId",
      "/products",
      "/products/*/id",
    ]);
    expect(keys?.get("/products")).toEqual({ types: ["array"], required: false });
  });

  it("What is no published description is refused", () => {
    expect(() => descriptionsIn({ title: "x" })).toThrow("none of paths");
    expect(() => descriptionsIn("x")).toThrow("no description");
  });
});
