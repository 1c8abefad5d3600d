import { readProgram } from "../program/read.js";
import type { Reader } from "../reader.js";
import { library } from "./library.js";
import { programOf } from "./lower.js";
import { withoutTexts } from "./parse.js";

/** First names of packages, by which classes are named in full. */
const packages = /^(?:java|javax|jakarta|org|com|io|okhttp3|reactor)$/;

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
        // A field of a class that this one extends, unless a package is called so.
        isValue: (name) => /^[a-z]/.test(name) && !packages.test(name),
      },
      library,
      codeOf: withoutTexts,
      programOf,
    },
    options,
  );
