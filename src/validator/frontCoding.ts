/**
 * Pointers as one text. Each is written as the keys that follow those of the one before: below its parent, or, behind a
 * number, below so many of its keys. `card,1/direct,detail,0/name` are `/card`, `/card/direct`, `/card/detail` and `/name`.
 * @throws for a key with a comma
 */
export function frontCoded(pointers: readonly string[]): string {
  let before: readonly string[] = [];
  const coded = pointers.map((pointer) => {
    if (pointer.includes(",")) throw new Error(`no text of pointers can hold ${pointer}`);
    const keys = pointer.split("/").slice(1);
    let shared = 0;
    while (shared < Math.min(keys.length, before.length) && keys[shared] === before[shared])
      shared++;
    const further = keys.slice(shared);
    const isSibling = shared === Math.max(before.length - 1, 0);
    before = keys;
    const [first] = further;
    const isPlain = isSibling && first !== undefined && !/^\d/.test(first);
    return (isPlain ? further : [shared, ...further]).join("/");
  });
  return coded.join(",");
}

/** The pointers of texts that were written so. */
export const pointersIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => {
    let keys: readonly string[] = [];
    return text.split(",").map((coded) => {
      const further = coded.split("/");
      const shared = /^\d/.test(coded) ? Number(further.shift()) : keys.length - 1;
      keys = [...keys.slice(0, shared), ...further];
      return keys.map((key) => `/${key}`).join("");
    });
  });
