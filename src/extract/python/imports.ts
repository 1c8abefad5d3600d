import type { Import } from "../program/model.js";

/** What a statement imports, by its text. */
export function importsIn(statement: string): Import[] {
  const plain = statement.replace(/#[^\n]*|[()\\]/g, " ").replace(/\s+/g, " ");
  const from = /^from ([\w.]+) import (.*)$/.exec(plain);
  const list = (from ? from[2] : plain.replace(/^import /, "")) ?? "";
  return list.split(",").flatMap((one): Import[] => {
    const [, imported = "", alias] = /^\s*([\w.*]+)(?: as (\w+))?\s*$/.exec(one) ?? [];
    if (imported === "") return [];
    if (from) {
      const module = from[1] as string;
      return imported === "*"
        ? [{ name: "*", module }]
        : [{ name: alias ?? imported, imported, module }];
    }
    // `import a.b` declares `a`.
    const [root = ""] = imported.split(".");
    return [{ name: alias ?? root, module: alias === undefined ? root : imported }];
  });
}
