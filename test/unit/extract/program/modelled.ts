import type {
  CallExpression,
  ClassModel,
  Expression,
  FunctionModel,
  Statement,
} from "../../../../dist/extract/program/model.js";

/** Expressions and statements of programs as they are when their languages have been read. */

const span = [0, 1] as const;
let places = 100;

export const constant = (value: number | boolean | null): Expression => ({
  is: "constant",
  value,
  span,
});
export const text = (of: string): Expression => ({
  ...{ is: "text", text: of, span },
  written: () => ({ text: of, offsets: [...of].map((_, index) => index) }),
});
export const name = (of: string): Expression => ({ is: "name", name: of, span });
export const self: Expression = { is: "self", span };
export const unknown = (...parts: Expression[]): Expression => ({ is: "unknown", parts, span });
export const joined = (...parts: Expression[]): Expression => ({ is: "joined", parts, span });
export const list = (...items: Expression[]): Expression => ({
  ...{ is: "list", span },
  items: items.map((value) => ({ value, span })),
});
export const object = (...values: Expression[]): Expression => ({
  ...{ is: "object", span },
  entries: values.map((value) => ({ key: text("k"), value, span })),
});
export const item = (of: Expression, at: Expression): Expression => ({ is: "item", of, at, span });
export const fn = (more: Partial<FunctionModel> = {}): FunctionModel => ({
  ...{ name: "f", span, parameters: [], body: [] },
  ...more,
});
export const lambda = (model: FunctionModel): Expression => ({ is: "function", fn: model, span });
export const assign = (target: Expression, value: Expression, isUpdate = false): Expression => ({
  ...{ is: "assign", target, value, isUpdate, span },
});

/** `a.b.c`, of names with dots between them or of any expression. */
export const path = (of: string | Expression, ...names: string[]): Expression => {
  const [first, ...others] = typeof of === "string" ? of.split(".") : [of];
  const begun = typeof first === "string" ? name(first) : (first as Expression);
  return [...(others as string[]), ...names].reduce<Expression>(
    (one, member) => ({ is: "member", of: one, name: member, key: span, span }),
    begun,
  );
};

/** A call of what a path leads to. Each is at a place of its own. */
export const call = (of: string | Expression, ...args: Expression[]): CallExpression => ({
  ...{ is: "call", callee: path(of), list: span },
  span: [places++, places],
  arguments: args.map((value) => ({ value, span })),
});
export const made = (of: string, ...args: Expression[]): CallExpression => ({
  ...call(of, ...args),
  isNew: true,
});

export const run = (expression: Expression): Statement => ({ is: "do", expression });
export const declare = (
  of: string,
  more: { type?: string; value?: Expression } = {},
): Statement => ({
  ...{ is: "declare", name: of, span },
  ...more,
});
export const declared = (model: FunctionModel): Statement => ({ is: "function", fn: model });
export const loop = (
  names: readonly string[],
  body: readonly Statement[],
  more: { before?: readonly Statement[]; of?: Expression } = {},
): Statement => ({
  ...{ is: "loop", before: [], body, ...more },
  names: names.map((one) => ({ name: one, span })),
});
export const classOf = (of: string, body: readonly Statement[]): ClassModel => ({
  name: of,
  span,
  body,
});
