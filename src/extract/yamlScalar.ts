import type { Scalar } from "yaml";
import type { Text } from "../validator/types.js";
import { Unknown } from "../validator/unknown.js";
import { own } from "./own.js";

/** Thrown for a part of a document that a loader of YAML refuses. The message quotes nothing of the text. */
export class UnreadableNode extends Error {
  readonly text: Text;
  /** Offset in the text. */
  readonly at: number;

  constructor(text: Text, at: number) {
    super(text.en);
    this.text = text;
    this.at = at;
  }
}

/** A tag that says another type than the value has. */
export const misfitTag: Text = {
  en: "this tag does not fit the value",
  ko: "태그가 값과 맞지 않습니다",
};

const standard = "tag:yaml.org,2002:";

/**
 * The value of a scalar as a loader gives it, with its tag honoured. What a program's own tag, such as `!env`, stands for is
 * unknown.
 * @throws {UnreadableNode} when the text does not fit the type of its tag
 */
export function scalarValue({ tag, value, source = "", range }: Scalar): unknown {
  if (tag === undefined || tag === "!") return asJson(value);
  if (!tag.startsWith(standard)) return new Unknown(tag);
  const type = tag.slice(standard.length);
  const convert = own(types, type);
  if (!convert) return asJson(value);
  const converted = convert(source);
  if (converted !== undefined) return converted;
  throw new UnreadableNode(misfitTag, range?.[0] ?? 0);
}

/** A time travels as text. */
const asJson = (value: unknown): unknown => (value instanceof Date ? value.toJSON() : value);

const sign = "[-+]?";
const integer = new RegExp(`^${sign}(?:[0-9][0-9_]*|0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+)$`);
const decimal = new RegExp(`^${sign}(?:[0-9][0-9_]*)?\\.?[0-9_]*(?:[eE][-+]?[0-9]+)?$`);

/** What the text of each type's scalars is worth; undefined where it is none of the type. */
const types: Readonly<Record<string, (source: string) => unknown>> = {
  str: (source) => source,
  int: (source) => (integer.test(source) ? numberOf(source) : undefined),
  float(source) {
    const infinity = /^([-+]?)\.inf$/i.exec(source);
    if (infinity) return infinity[1] === "-" ? -Infinity : Infinity;
    if (/^\.nan$/i.test(source)) return Number.NaN;
    const isNumber = integer.test(source) || (/[0-9]/.test(source) && decimal.test(source));
    return isNumber ? numberOf(source) : undefined;
  },
  bool(source) {
    if (/^(?:true|yes|on)$/i.test(source)) return true;
    return /^(?:false|no|off)$/i.test(source) ? false : undefined;
  },
  null: (source) => (/^(?:null|~|)$/i.test(source) ? null : undefined),
  timestamp(source) {
    const time = new Date(source);
    return Number.isNaN(time.getTime()) ? undefined : time.toJSON();
  },
  binary: (source) => source,
};

function numberOf(source: string): number | undefined {
  const [, minus, digits = ""] = /^([-+]?)(.*)$/.exec(source.replaceAll("_", "")) ?? [];
  const number = Number(digits);
  if (Number.isNaN(number)) return undefined;
  return minus === "-" ? -number : number;
}
