import { memberName, type Node, unwrapped } from "../../extract/javascript/syntax/ast.js";
import type { Rewriting } from "./rewriting.js";

/** The object of V1's SDK, and the function of it that V2 has no use for. */
const goneFrom = ({ options }: Rewriting): string[] => options.tables.code.gone.split(".");

/** Takes out what V2 has no use for, where nothing of V1 is left that needs it. */
export function removeRemnants(rewriting: Rewriting): void {
  removeCall(rewriting);
  removeName(rewriting);
}

function removeCall(rewriting: Rewriting): void {
  const [object = "", name] = goneFrom(rewriting);
  const isGone = new RegExp(`^(?:window\\.)?${object}\\??\\.${name}$`);
  for (const [node, parent] of rewriting.parents) {
    if (node.type !== "CallExpression" || parent?.type !== "ExpressionStatement") continue;
    const callee = unwrapped(node.callee as Node);
    if (callee.type !== "MemberExpression" || memberName(callee) !== name) continue;
    if (!isGone.test(rewriting.text.slice(...callee.range))) continue;
    if (
      rewriting.result.untouched.length > 0 ||
      !/^(?:Program|BlockStatement)$/.test(rewriting.parents.get(parent)?.type ?? "")
    )
      continue;
    removeStatement(rewriting, parent);
    rewriting.tell("done", parent.range[0], "init");
  }
}

/** `const { NAME } = window` and `var NAME = window.NAME` name what is not there in V2, where nothing else is left of it. */
function removeName(rewriting: Rewriting): void {
  const [name = ""] = goneFrom(rewriting);
  const isNaming = new RegExp(
    `^(?:const|let|var)\\s+(?:\\{\\s*${name}\\s*\\}\\s*=\\s*window|${name}\\s*=\\s*window\\.${name});?$`,
  );
  const nodes = [...rewriting.parents.keys()];
  const isGone = ({ range: [start, end] }: Node) =>
    rewriting.result.edits.some((edit) => edit.start <= start && end <= edit.end);
  const declaration = nodes.find(
    (node) =>
      node.type === "VariableDeclaration" && isNaming.test(rewriting.text.slice(...node.range)),
  );
  const isMigrated = rewriting.result.done.length > 0 && rewriting.result.untouched.length === 0;
  if (!declaration || !isMigrated) return;
  const [start, end] = declaration.range;
  const isUsed = nodes.some(
    (node) =>
      node.type === "Identifier" &&
      node.name === name &&
      !(start <= node.range[0] && node.range[1] <= end) &&
      !isGone(node),
  );
  if (!isUsed) removeStatement(rewriting, declaration);
}

/** Takes a statement out, with its line if nothing else is on it. */
function removeStatement(rewriting: Rewriting, { range: [start, end] }: Node): void {
  const lineStart = rewriting.text.lastIndexOf("\n", start - 1) + 1;
  const isFirst = rewriting.text.slice(lineStart, start).trim() === "";
  const isAlone = isFirst && /^[ \t]*(?:\n|$)/.test(rewriting.text.slice(end));
  const next = rewriting.text.indexOf("\n", end);
  rewriting.result.edits.push({
    start: isAlone ? lineStart : start,
    end: isAlone && next >= 0 ? next + 1 : end,
    text: "",
  });
}
