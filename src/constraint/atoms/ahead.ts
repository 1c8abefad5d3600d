import { type Ahead, isAhead } from "../../validator/present.js";
import { defineAtom } from "./atom.js";

/** A time is so far ahead of the present. It holds only in a context in which the present is given. */
export interface AheadAtom {
  readonly name: "ahead";
  readonly by: Ahead;
}

export const ahead = defineAtom<AheadAtom>({
  name: "ahead",
  test: (value, { by }, { given }) => isAhead(value, given, by),
  emit({ by }, site) {
    const how = site.constant(JSON.stringify(by), "ahead");
    const test = `${site.import("isAhead", "present")}(${site.value}, on, ${how})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: () => null,
});
