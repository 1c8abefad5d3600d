import {
  memberName,
  type Node,
  nodesOutsideFunctions,
  parentsIn,
} from "../../extract/javascript/syntax/ast.js";
import type { TextEdit } from "../../text/textEdit.js";
import type { Text } from "../../validator/types.js";
import type { Mappings } from "../mapping.js";

/** A function that is given the result of a payment. */
export interface Callback {
  readonly node: Node;
  /** Name of its one parameter. */
  readonly parameter: string;
}

/** An inline function of one plain parameter; undefined for any other callback. */
export function inlineCallback(node: Node | undefined): Callback | undefined {
  if (node?.type !== "FunctionExpression" && node?.type !== "ArrowFunctionExpression")
    return undefined;
  const [parameter, ...others] = node.params as Node[];
  if (parameter?.type !== "Identifier" || others.length > 0) return undefined;
  return { node, parameter: parameter.name as string };
}

/** What a callback reads of a result of some kind of V1, as it is in V2, and what a person must decide of it. */
export function readsInV2(
  { node, parameter }: Callback,
  kind: string | undefined,
  { mappings }: Mappings,
): {
  readonly edits: TextEdit[];
  readonly decisions: { readonly name: string; readonly at: number; readonly why: Text }[];
} {
  const rows = mappings.find(({ v1 }) => v1 === kind?.split(".")[2]);
  const edits: TextEdit[] = [];
  const decisions: { name: string; at: number; why: Text }[] = [];
  for (const [member, parent] of parentsIn(node.body as Node)) {
    const isRead =
      member.type === "MemberExpression" &&
      (member.object as Node).type === "Identifier" &&
      (member.object as Node).name === parameter;
    const name = isRead ? memberName(member) : undefined;
    if (name === undefined) continue;
    const [start, end] = member.range;
    const [route] = rows?.keys[`/${name}`] ?? [];
    if (route?.trueWithout !== undefined) {
      const isNegated = parent?.type === "UnaryExpression" && parent.operator === "!";
      const [from, to] = isNegated ? parent.range : [start, end];
      const key = route.trueWithout.slice(1);
      const text = `${parameter}?.${key} ${isNegated ? "!==" : "==="} undefined`;
      edits.push({
        start: from,
        end: to,
        text: isTest(member, parent, isNegated, node) ? text : `(${text})`,
      });
    } else {
      if (route?.to !== undefined) {
        const property = member.property as Node;
        edits.push({
          start: property.range[0],
          end: property.range[1],
          text: computed(member, route.to),
        });
        if (route.why) decisions.push({ name: `${parameter}.${name}`, at: start, why: route.why });
      } else {
        const why = route?.why ?? rows?.others;
        if (why) decisions.push({ name: `${parameter}.${name}`, at: start, why });
      }
    }
  }
  return { edits, decisions };
}

const computed = (member: Node, to: string) =>
  member.computed === true ? JSON.stringify(to.slice(1)) : to.slice(1);

/** Whether a read is alone as the condition of an `if`, where it needs no parentheses. */
function isTest(member: Node, parent: Node | undefined, isNegated: boolean, within: Node): boolean {
  const test = isNegated ? parent : member;
  return [...parentsIn(within).entries()].some(
    ([one, above]) => one === test && above?.type === "IfStatement" && above.test === test,
  );
}

/** Whether the body can be behind an `await` in the function around it. */
export function canBeInlined(
  { node, parameter }: Callback,
  text: string,
  around: Node,
  isLast: boolean,
): boolean {
  const body = node.body as Node;
  if (body.type !== "BlockStatement") return false;
  for (const one of nodesOutsideFunctions(body)) {
    if (one.type === "ReturnStatement" && !isLast) return false;
    if (one.type === "ThisExpression" && node.type === "FunctionExpression") return false;
    if (one.type === "Identifier" && one.name === "arguments") return false;
  }
  const elsewhere =
    text.slice(around.range[0], node.range[0]) + text.slice(node.range[1], around.range[1]);
  return !namesDeclaredIn(body, parameter).some((name) =>
    new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(elsewhere),
  );
}

/** Names that the body would bring into the function around it. */
function namesDeclaredIn(body: Node, parameter: string): string[] {
  const names = [parameter];
  for (const one of nodesOutsideFunctions(body)) {
    if (one.type === "VariableDeclarator" && (one.id as Node).type === "Identifier") {
      names.push((one.id as Node).name as string);
    }
  }
  return names;
}
