/**
 * Pointers, each written as how many keys it begins with that the one before has too, and the rest of it:
 * `1/detail` after `0/card/direct` is `/card/detail`.
 */
export function frontCoded(pointers: readonly string[]): string[] {
  let before: readonly string[] = [];
  return pointers.map((pointer) => {
    const keys = pointer.split("/").slice(1);
    let shared = 0;
    while (shared < Math.min(keys.length, 9) && keys[shared] === before[shared]) shared++;
    before = keys;
    return (
      shared +
      keys
        .slice(shared)
        .map((key) => `/${key}`)
        .join("")
    );
  });
}

/** The pointers that were written so. */
export function pointersIn(coded: readonly string[]): string[] {
  let before = "";
  return coded.map((one) => {
    const shared = before.split("/", Number(one[0]) + 1).join("/");
    before = shared + one.slice(1);
    return before;
  });
}
