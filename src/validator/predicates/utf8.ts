/** The platform's class, as far as it is used here. */
declare const TextEncoder: new () => { encode(text: string): { readonly length: number } };

/** True of a text that takes at most so many bytes in UTF-8. */
export const utf8Bytes = (
  value: unknown,
  { max = Number.POSITIVE_INFINITY }: { readonly max?: number },
): boolean => typeof value !== "string" || new TextEncoder().encode(value).length <= max;
