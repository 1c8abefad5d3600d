import { Validator as CfworkerValidator, type Schema } from "@cfworker/json-schema";
import { registerSchema, type SchemaObject, validate } from "@hyperjump/json-schema/draft-2020-12";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { rules } from "paylint";
import { valid, violating } from "paylint/arbitraries";
import type { Kind } from "../support/payloads.js";
import { type Environment, environments, schemaOf, verdictOf } from "./verdict.js";

/** A JSON Schema validator that knows nothing of paylint. */
interface Independent {
  readonly name: string;
  accepts(payload: unknown, environment: Environment): boolean;
}

const at = (environment: Environment) => `#/$defs/${environment}`;

async function independentsFor(kind: Kind): Promise<Independent[]> {
  const schema = schemaOf(kind);
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(schema);
  const uri = `https://paylint.example/${kind}`;
  registerSchema({ ...schema, $id: uri } as SchemaObject, uri);
  const hyperjump = new Map(
    await Promise.all(
      environments.map(async (one) => [one, await validate(uri + at(one))] as const),
    ),
  );
  const cfworker = new Map(
    environments.map((one) => [
      one,
      new CfworkerValidator({ ...schema, $id: uri, $ref: at(one) } as Schema, "2020-12"),
    ]),
  );
  return [
    {
      name: "ajv",
      accepts: (payload, one) => ajv.getSchema(schema.$id + at(one))?.(payload) === true,
    },
    {
      name: "hyperjump",
      accepts: (payload, one) => hyperjump.get(one)?.(payload as never).valid === true,
    },
    {
      name: "cfworker",
      accepts: (payload, one) => cfworker.get(one)?.validate(payload).valid === true,
    },
  ];
}

/** How the emitted schema of a kind fares. */
export interface Agreement {
  readonly kind: Kind;
  readonly payloads: number;
  readonly accepted: number;
  readonly refused: number;
  /** Payloads in which only that is wrong which the schema says it cannot say. */
  readonly unsayable: number;
  /** The first disagreements, each as validator, environment and payload. */
  readonly disagreements: readonly string[];
}

/** Compares three independent validators with ours, on generated payloads, valid and broken. */
export async function compare(kind: Kind, payloads: number, seed: number): Promise<Agreement> {
  const independents = await independentsFor(kind);
  const broken = rules
    .filter(({ kinds, inText, note }) => Object.hasOwn(kinds, kind) && !inText && !note)
    .map(({ id }) => violating(id, { kind }));
  // Half of what is made has something wrong; a part of that more than one thing.
  const arbitrary = fc.tuple(
    fc.oneof(
      { arbitrary: valid(kind), weight: broken.length },
      ...broken.map((one) => ({ arbitrary: one, weight: 1 })),
      { arbitrary: fc.jsonValue(), weight: 1 },
    ),
    fc.constantFrom(...environments),
  );
  const counts = { accepted: 0, refused: 0, unsayable: 0 };
  const disagreements: string[] = [];
  for (const [made, environment] of fc.sample(arbitrary, { numRuns: payloads, seed })) {
    const payload: unknown = JSON.parse(JSON.stringify(made));
    const verdict = verdictOf(kind, payload, environment);
    counts[verdict === undefined ? "unsayable" : verdict ? "accepted" : "refused"]++;
    if (verdict === undefined) continue;
    for (const { name, accepts } of independents) {
      if (accepts(payload, environment) === verdict || disagreements.length >= 5) continue;
      disagreements.push(`${name} ${environment} ${JSON.stringify(payload)}`);
    }
  }
  return { kind, payloads, ...counts, disagreements };
}
