import type { Severity } from "../../validator/types.js";
import type { Building, Layer, LayeredCase, LayeredFacts } from "./layerTypes.js";
import { facesOf } from "./requirement.js";
import { keysReportedBy } from "./ruleFacts.js";
import type { At } from "./sources.js";
import type { KeyFact, WrittenKey, WrittenLift } from "./written.js";

/** Notes where a gateway's table is not within what holds at any gateway. */
export class Narrowing {
  readonly #building: Building;
  /** What holds at any gateway; undefined where the table is about none. */
  readonly #neutral: LayeredFacts | undefined;

  constructor(building: Building, neutral: LayeredFacts | undefined) {
    this.#building = building;
    this.#neutral = neutral;
  }

  /** The neutral kind is never louder than its quietest gateway. */
  checkQuieter(here: At, rule: string, at: string | undefined, severity: Severity): void {
    if (severity === "error" || !this.#neutral) return;
    if (!severitiesOf(rule, at, this.#neutral, this.#building).includes("error")) return;
    const reason = `a gateway that is quieter makes this at most a warning in PortOne's table${at === undefined ? "" : ` (at ${at})`}; write "severity: warning" and "atGateways: error" there`;
    this.#building.problems.add(here.file, here.row, reason);
  }

  /**
   * PortOne's table may be louder than a gateway about a key that the gateway does not read: whoever gives that key means another
   * gateway, and here the key itself is told.
   */
  checkLiftOfReaders(here: At, lift: WrittenLift, { keys, rows }: Layer): void {
    const { rule, at, reads } = lift;
    const isTold =
      reads === undefined ||
      keys[reads]?.unsupported ||
      rows.some(({ forbid }) => [forbid].flat().includes(reads));
    if (isTold || !this.#neutral) return;
    const cases = this.#neutral.cases.filter((layered) => isMeantBy(lift, layered));
    const meant = { keys: new Map(), cases, said: this.#neutral.said };
    if (!severitiesOf(rule, at, meant, this.#building).includes("error")) return;
    const reason = `errors that depend on ${reads} are lifted only where the gateway does not read it: mark it "unsupported", or forbid it in a row`;
    this.#building.problems.add(here.file, here.row, reason);
  }

  /** A gateway narrows what PortOne's table allows, and is not quieter than it. */
  checkKey(pointer: string, row: WrittenKey, { files }: Layer): void {
    const known = this.#neutral?.keys.get(pointer)?.facts;
    if (!known) return;
    const here = { file: files.keys, row: pointer };
    const note = (reason: string) => this.#building.problems.add(here.file, here.row, reason);
    const wider = (row.enum ?? []).filter((value) => known.enum && !known.enum.includes(value));
    if (wider.length > 0 && row.enum) {
      note(`PortOne's list of values lacks ${wider.map(String).join(", ")}`);
    }
    const types = [known.type ?? []].flat();
    const isKnown = (type: string) =>
      types.includes(type) || (type === "integer" && types.includes("number"));
    const others = [row.type ?? []].flat().filter((type) => !isKnown(type));
    if (types.length > 0 && others.length > 0) {
      note(`PortOne's table does not take the type ${others.join(", ")}`);
    }
    for (const [fact, severity] of Object.entries(row.severity ?? {})) {
      const rule = [...this.#building.words].find(([, { content }]) =>
        content.keywords?.includes(fact as KeyFact),
      );
      if (rule) this.checkQuieter(here, rule[0], pointer, severity);
    }
  }
}

/** Whether a lift is about a row, by what the row has a condition on. */
export const isMeantBy = ({ reads }: WrittenLift, { one }: LayeredCase): boolean =>
  reads === undefined || Object.hasOwn(one.when ?? {}, reads);

/** The severities of a rule's faults, at a path or anywhere. */
function severitiesOf(
  rule: string,
  at: string | undefined,
  { keys, cases, said }: LayeredFacts,
  building: Building,
): Severity[] {
  const usual = said.get(rule)?.severity ?? building.words.get(rule)?.content.severity;
  const isMeant = (path: string) => at === undefined || path === at;
  return [
    ...cases
      .filter((layered) => layered.rule === rule && facesOf(layered.one).some(isMeant))
      .map(({ one }) => one.severity),
    ...keysReportedBy(rule, keys, at, building).flatMap(({ key, facts }) =>
      facts.map((fact) => key.said[fact]?.severity),
    ),
  ].flatMap((severity) => severity ?? usual ?? []);
}
