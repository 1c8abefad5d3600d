import fc from "fast-check";
import { type Decision, gateways, kinds, loadValidator, migratePayload } from "paylint";
import { valid } from "paylint/arbitraries";
import { describe, expect, it } from "vitest";

/** V1 requests of PortOne and of every gateway that has both versions. */
const requests = kinds.filter((kind) => {
  const [owner = "", version, name = ""] = kind.split(".");
  const company = gateways.find(({ code, version: of }) => code === owner && of === "v1")?.company;
  const isBoth =
    owner === "portone" || gateways.some((one) => one.version === "v2" && one.company === company);
  return version === "v1" && isBoth && !["callback", "payment"].includes(name);
});

const contexts = fc.record({
  environment: fc.constantFrom("any" as const, "pc" as const, "mobile" as const),
  store: fc.constantFrom({}, { productType: "digital" as const }, { taxation: "mixed" as const }),
});

/** Pointers of all that is given and is no object or list with something in it. */
function leaves(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${at}/${key}`));
}

const others = [undefined, true, "real", 7];

const isWithin = (pointer: string, top: string) => pointer === top || pointer.startsWith(`${top}/`);

describe.each(requests)("%s in V2", (kind) => {
  const gateway = kind.split(".")[0] as string;
  const payloads = contexts.chain((context) =>
    valid(kind as never, context).map((payload) => ({ payload, context })),
  );

  it("has no error but where a person must decide", async () => {
    await fc.assert(
      fc.asyncProperty(payloads, async ({ payload, context }) => {
        const migrated = migratePayload(kind, payload, { gateway, ...context });
        expect(migrated.payloads.length).toBeGreaterThan(0);
        for (const [index, one] of migrated.payloads.entries()) {
          const validator = await loadValidator(one.kind);
          const isOpen = (path: string) =>
            migrated.decide.some(
              (decision: Decision) => decision.payload === index && decision.path === path,
            );
          const errors = validator
            .check(one.payload, context)
            .diagnostics.filter(({ severity, path }) => severity === "error" && !isOpen(path));
          expect(errors.map(({ rule, path }) => `${rule} ${path}`)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("loses nothing that it does not list", () => {
    fc.assert(
      fc.property(payloads, ({ payload, context }) => {
        const { payloads: made, decide } = migratePayload(kind, payload, { gateway, ...context });
        const isListed = (pointer: string) =>
          decide.some(({ from }) => from !== undefined && isWithin(pointer, from));
        const before = JSON.stringify({ payloads: made, decide });
        for (const pointer of leaves(payload).filter((one) => !isListed(one))) {
          // With another value, or none, something else comes out.
          const after = others.map((other) =>
            JSON.stringify(
              migratePayload(kind, changed(payload, pointer, other), { gateway, ...context }),
            ),
          );
          expect(new Set([before, ...after]).size, pointer).toBeGreaterThan(1);
        }
      }),
      { numRuns: 15 },
    );
  });
});

/** A copy with another value at a pointer; without it where that is undefined. */
function changed(payload: unknown, pointer: string, other: unknown): unknown {
  const copy = structuredClone(payload);
  const keys = pointer.split("/").slice(1);
  const last = keys.pop() as string;
  let node = copy as Record<string, unknown>;
  for (const key of keys) node = node[key] as Record<string, unknown>;
  if (other !== undefined) node[last] = other;
  else if (Array.isArray(node)) node.splice(Number(last), 1);
  else delete node[last];
  return copy;
}
