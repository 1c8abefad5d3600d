import type { Text } from "../validator/types.js";

/** How many levels of lists and objects data may have: far more than any payload, far fewer than overflow the call stack. */
export const deepestNesting = 500;

export const tooDeep: Text = {
  en: "nested too deeply to be read",
  ko: "너무 깊게 중첩되어 읽을 수 없습니다",
};

/** Thrown for data that is nested more deeply than that. */
export class TooDeep extends RangeError {
  /** Offset of the value that is too deep. */
  readonly at: number;

  constructor(at: number) {
    super(tooDeep.en);
    this.at = at;
  }
}
