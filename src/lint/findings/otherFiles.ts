import { escapeControls } from "../../validator/mask.js";
import type { Locale } from "../../validator/types.js";

/** A place in another file. */
interface Location {
  readonly file: string;
  /** From 1. */
  readonly line?: number;
}

const shown = ({ file, line }: Location): string =>
  escapeControls(line === undefined ? file : `${file}:${line}`);

/** Where another file loads a script. */
export const loadedAt = (location: Location, locale: Locale): string =>
  locale === "ko" ? `불러오는 위치: ${shown(location)}` : `It is loaded at ${shown(location)}.`;

/** Where another file has a value that this one uses. */
export const writtenAt = (location: Location, locale: Locale): string =>
  locale === "ko" ? `작성된 위치: ${shown(location)}` : `It is written at ${shown(location)}.`;
