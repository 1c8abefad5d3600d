import { kindTitles } from "virtual:kind-titles";
import { locale } from "./words.js";

/** Names of a version's kinds, each with what it is called. */
export const kindOptions = (version: string): (readonly [name: string, title: string])[] =>
  Object.entries(kindTitles).flatMap(([id, title]) => {
    const [of, name = ""] = id.split(".");
    return of === version ? [[name, title[locale].replace("{gateway}", "").trim()] as const] : [];
  });
