/** A here-document that a command announces; its lines begin below the command. */
export interface HereDocument {
  readonly delimiter: string;
  /** True where nothing in it is expanded. */
  readonly isLiteral: boolean;
  /** True where tabs at the beginning of a line do not belong to it. */
  readonly isIndented: boolean;
  /** Length of the announcement. */
  readonly length: number;
}

const announcement = /<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|(\\?)([\w-]+))/y;

/** The here-document that is announced at an offset. */
export function hereDocumentAt(text: string, at: number): HereDocument | undefined {
  announcement.lastIndex = at;
  const match = announcement.exec(text);
  if (!match) return undefined;
  const [{ length }, dash, single, double, mark, bare] = match;
  return {
    delimiter: single ?? double ?? bare ?? "",
    isLiteral: bare === undefined || mark !== "",
    isIndented: dash === "-",
    length,
  };
}
