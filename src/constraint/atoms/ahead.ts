import { type Ahead, isAhead } from "../../validator/currentTime.js";
import { defineAtom } from "./atom.js";

/** A time is so far ahead of the current time. It holds only in a context in which it is given. */
export interface AheadAtom {
  readonly name: "ahead";
  readonly by: Ahead;
}

export const ahead = defineAtom<AheadAtom>({
  name: "ahead",
  test: (value, { by }, { contextBits }) => isAhead(value, contextBits, by),
  emit({ by }, site) {
    const how = site.constant(JSON.stringify(by), "ahead");
    const test = `${site.import("isAhead", "currentTime")}(${site.value}, contextBits, ${how})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: () => null,
});
