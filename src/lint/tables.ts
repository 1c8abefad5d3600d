import type { PartialKind } from "../constraint/checkPartial.js";
import type { Api } from "../extract/apis.js";
import type { CallKind, CallTables } from "../extract/calls.js";
import type { Sdk } from "../extract/sdks.js";
import type { SecretsInCode } from "../extract/secrets.js";
import { apis } from "../generated/apis.js";
import { callKinds } from "../generated/callKinds.js";
import { codeRules } from "../generated/codeRules.js";
import { partialKinds } from "../generated/partialKinds.js";
import { sdks } from "../generated/sdks.js";
import { secretNames } from "../generated/secretNames.js";
import { secretsInCode as secrets } from "../generated/secretsInCode.js";
import { textFaults } from "../generated/textFaults.js";
import type { CodeRule } from "./findings/codeRules.js";
import type { TextFaults } from "./findings/textFaults.js";

/** What the linter needs of the tables; made from `schemas/`. */
export interface LintTables {
  readonly callKinds: readonly CallKind[];
  readonly sdks: readonly Sdk[];
  readonly apis: readonly Api[];
  readonly secrets: SecretsInCode;
  readonly codeRules: readonly CodeRule[];
  readonly textFaults: TextFaults;
  /** Keys whose values no output shows, in any kind. */
  readonly secretNames: readonly string[];
  /** Ids of all kinds. Some may be loaded later. */
  readonly kindNames: readonly string[];
}

/** What readers recognise calls by. */
export const callTables = ({ callKinds: kinds, sdks, apis, secrets }: LintTables): CallTables => ({
  ...{ kinds, sdks, apis, secrets },
});

/** The kinds that are loaded, by id. */
export type LoadedKinds = ReadonlyMap<string, PartialKind>;

export const tables: LintTables = {
  callKinds,
  sdks,
  apis,
  secrets,
  codeRules,
  textFaults,
  secretNames,
  kindNames: Object.keys(partialKinds),
};
