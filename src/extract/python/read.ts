import { readProgram } from "../program/read.js";
import type { Reader } from "../reader.js";
import { library } from "./library.js";
import { programOf } from "./lower.js";
import { withoutTexts } from "./texts.js";

/** Reads a file of Python. */
export const readPython: Reader = (text, options) =>
  readProgram(
    text,
    {
      name: "python",
      syntax: "python",
      rules: { membersAreVisible: false, assigningDeclares: true, isValue: () => false },
      library,
      codeOf: withoutTexts,
      programOf,
    },
    options,
  );
