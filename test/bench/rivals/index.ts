import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { arktypeAccepts } from "./arktype.js";
import { typeboxAccepts } from "./typebox.js";
import { valibotAccepts } from "./valibot.js";
import { zodAccepts } from "./zod.js";

/** Other validators, given the shape in their own words and the rules between values as one function. ajv has the emitted schema. */
export function rivals(): Record<string, (payload: unknown) => boolean> {
  const schema = JSON.parse(readFileSync("dist/schemas/ksnet.v1.request-pay.json", "utf8"));
  return {
    TypeBox: typeboxAccepts,
    ArkType: arktypeAccepts,
    "ajv, emitted schema": new Ajv2020({ strict: false }).compile(schema),
    zod: zodAccepts,
    valibot: valibotAccepts,
  };
}
