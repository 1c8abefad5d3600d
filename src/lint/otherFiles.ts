import { escapeControls } from "../validator/mask.js";
import type { Locale } from "../validator/types.js";

/** A place in another file. */
interface Place {
  readonly file: string;
  /** From 1. */
  readonly line?: number;
}

const shown = ({ file, line }: Place): string =>
  escapeControls(line === undefined ? file : `${file}:${line}`);

/** Where another file loads a script. */
export const loadedAt = (place: Place, locale: Locale): string =>
  locale === "ko" ? `불러오는 위치: ${shown(place)}` : `It is loaded at ${shown(place)}.`;

/** Where another file has a value that this one uses. */
export const writtenAt = (place: Place, locale: Locale): string =>
  locale === "ko" ? `작성된 위치: ${shown(place)}` : `It is written at ${shown(place)}.`;
