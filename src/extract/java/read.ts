import { readProgram } from "../program/read.js";
import type { Reader } from "../reader.js";
import { library } from "./library.js";
import { programOf } from "./lower.js";
import { withoutTexts } from "./parse.js";

/** Reads a file of Java. */
export const readJava: Reader = (text, options) =>
  readProgram(
    text,
    {
      name: "java",
      syntax: "java",
      rules: {
        membersAreVisible: true,
        assigningDeclares: false,
        // A field of a class that this one extends.
        isValue: (name) => /^[a-z]/.test(name),
      },
      library,
      codeOf: withoutTexts,
      programOf,
    },
    options,
  );
