import fc from "fast-check";
import { gateways, kinds, loadValidator, migratePayload } from "paylint";
import { valid } from "paylint/arbitraries";

/** What V1 sends of PortOne and of every gateway that has both versions. */
export const migratable: readonly string[] = kinds.filter((kind) => {
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

type Context = typeof contexts extends fc.Arbitrary<infer One> ? One : never;

const given = (kind: string) =>
  contexts.chain((context) =>
    valid(kind as never, context).map((payload) => ({ payload, context })),
  );

/** Errors that V2 finds where the migration lists nothing to decide, as `rule path`. */
export async function unlistedErrors(
  kind: string,
  payload: unknown,
  context: Partial<Context>,
): Promise<string[]> {
  const gateway = kind.split(".")[0] as string;
  const { payloads, decide } = migratePayload(kind, payload, { gateway, ...context });
  const found = await Promise.all(
    payloads.map(async (one, index) => {
      const { diagnostics } = (await loadValidator(one.kind)).check(one.payload, context);
      const isListed = (at: string) =>
        decide.some(({ payload: of, path }) => of === index && path === at);
      return diagnostics
        .filter(({ severity, path }) => severity === "error" && !isListed(path))
        .map(({ rule, path }) => `${rule} ${path}`);
    }),
  );
  return payloads.length === 0 ? ["no payload"] : found.flat();
}

/** The results of a valid payload have no error in V2 but where a person must decide. */
export const isValidInV2 = (kind: string) =>
  fc.asyncProperty(given(kind), async ({ payload, context }) => {
    const errors = await unlistedErrors(kind, payload, context);
    if (errors.length > 0) throw new Error(`${kind}: ${errors.join(", ")}`);
  });

/** Whatever is given and not listed makes a difference to the results. */
export const losesNothing = (kind: string) =>
  fc.property(given(kind), ({ payload, context }) => {
    const options = { gateway: kind.split(".")[0] as string, ...context };
    const migrated = migratePayload(kind, payload, options);
    const before = JSON.stringify(migrated);
    const isListed = (pointer: string) =>
      migrated.decide.some(({ from }) => from !== undefined && isWithin(pointer, from));
    for (const pointer of leaves(payload).filter((one) => !isListed(one))) {
      const isSeen = [undefined, true, "real", 7].some(
        (other) =>
          JSON.stringify(migratePayload(kind, changed(payload, pointer, other), options)) !==
          before,
      );
      if (!isSeen) throw new Error(`${kind}: ${pointer} is lost`);
    }
  });

const isWithin = (pointer: string, top: string) => pointer === top || pointer.startsWith(`${top}/`);

/** Pointers of all that is given and is no object or list with something in it. */
function leaves(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${at}/${key}`));
}

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
