import type { Span } from "../../../text/positions.js";
import type { CallExpression, Expression, Parameter } from "../model.js";
import type { LocalNames } from "./localNames.js";
import type { ServerLibrary, Servers } from "./servers.js";

/** What of a request a value is: all of it, its body as it was received or parsed, or a text that was made of that again. */
type Sent =
  | { readonly is: "request"; readonly of: readonly ServerLibrary[] }
  | { readonly is: "raw" | "body" | "written" };

/** A field of what was sent, and where its key is written. */
export interface SentField {
  readonly name: string;
  readonly span: Span;
}

/** Finds in a function what somebody sent. */
export class SentValues {
  readonly #servers: Servers;
  readonly #names: LocalNames;
  /** True where a request reaches the function first, so that its parameters are what was sent. */
  readonly #isHandler: boolean;
  /** What is found so far. */
  readonly #sent = new Map<Expression, Sent | undefined>();
  readonly #fields = new Map<Expression, SentField | undefined>();

  constructor(servers: Servers, names: LocalNames, isHandler: boolean) {
    this.#servers = servers;
    this.#names = names;
    this.#isHandler = isHandler;
  }

  sent(expression: Expression): Sent | undefined {
    return once(this.#sent, expression, () => this.#sentBy(expression));
  }

  /** Which field of a body an expression is. */
  field(expression: Expression): SentField | undefined {
    return once(this.#fields, expression, () => this.#fieldBy(expression));
  }

  #sentBy(expression: Expression): Sent | undefined {
    switch (expression.is) {
      case "name":
        return this.#named(expression.name) ?? this.#imported(expression);
      case "member":
        return this.#imported(expression) ?? this.#member(expression.of, expression.name);
      case "call":
        return this.#made(expression);
      case "either":
        return this.#same(expression.choices, (one) => this.sent(one));
      default:
        return undefined;
    }
  }

  #fieldBy(expression: Expression): SentField | undefined {
    switch (expression.is) {
      case "name": {
        const values = this.#names.values.get(expression.name);
        if (values) return this.#sameField(values);
        const parameter = this.#parameter(expression.name);
        return parameter && this.#fieldOf(parameter);
      }
      case "item":
        return expression.at.is === "text" && this.#isBody(expression.of)
          ? { name: expression.at.text, span: expression.at.span }
          : undefined;
      case "member":
        return this.#isBody(expression.of)
          ? { name: expression.name, span: expression.key }
          : undefined;
      case "call":
        return this.#read(expression);
      case "either":
        return this.#sameField(expression.choices);
      default:
        return undefined;
    }
  }

  /** The field that a parameter is: by its annotation, or by its own name. */
  parameterField(parameter: Parameter): SentField | undefined {
    return this.#isHandler ? this.#fieldOf(parameter) : undefined;
  }

  #sameField(values: readonly (Expression | undefined)[]): SentField | undefined {
    const fields = withoutBlank(values).map((one) => one && this.field(one));
    const [first] = fields;
    return first && fields.every((one) => one?.name === first.name) ? first : undefined;
  }

  #same(
    values: readonly (Expression | undefined)[],
    of: (value: Expression) => Sent | undefined,
  ): Sent | undefined {
    const all = withoutBlank(values).map((one) => one && of(one));
    const [first] = all;
    return first && all.every((one) => one?.is === first.is) ? first : undefined;
  }

  #isBody(expression: Expression): boolean {
    return this.sent(expression)?.is === "body";
  }

  #named(name: string): Sent | undefined {
    const values = this.#names.values.get(name);
    if (values) return this.#same(values, (one) => this.sent(one));
    const parameter = this.#parameter(name);
    return parameter && this.#sentAs(parameter);
  }

  #parameter(name: string): Parameter | undefined {
    if (!this.#isHandler || this.#names.inner.has(name)) return undefined;
    return this.#names.fn.parameters.find((one) => one.name === name);
  }

  /** What a program imports that stands for a request. */
  #imported(expression: Expression): Sent | undefined {
    const path = this.#servers.pathOf(expression);
    const of = this.#servers.libraries.filter(
      ({ requests }) => path !== undefined && requests?.names?.includes(path),
    );
    return of.length > 0 ? { is: "request", of } : undefined;
  }

  #sentAs({ name, type, types, marks = [] }: Parameter): Sent | undefined {
    const of = this.#servers.libraries.filter(({ requests }) => {
      const isTyped = type !== undefined && requests?.types?.includes(type);
      return isTyped || (type === undefined && requests?.parameters?.includes(name));
    });
    if (of.length > 0) return { is: "request", of };
    const isObject = types?.includes("object") || (type !== undefined && types === undefined);
    const library = this.#servers.libraries.find(({ bodies }) =>
      marks.some((mark) => bodies?.includes(mark.name)),
    );
    if (library) {
      if (library.typedBodies) return isObject ? { is: "body" } : undefined;
      return { is: types?.includes("string") ? "raw" : "body" };
    }
    if (marks.some((mark) => this.#servers.lists("fields", mark.name))) {
      const isWhole = type !== undefined && this.#servers.lists("wholeTypes", type);
      return isWhole ? { is: "body" } : undefined;
    }
    const isService = type !== undefined && this.#servers.lists("services", type);
    const isTyped = marks.length === 0 && isObject && !isService && this.#takesTypedBodies();
    return isTyped ? { is: "body" } : undefined;
  }

  #takesTypedBodies(): boolean {
    const { marks = [] } = this.#names.fn;
    return this.#servers.libraries.some(
      ({ typedBodies, handlers }) =>
        typedBodies && marks.some((mark) => handlers?.includes(mark.name)),
    );
  }

  #fieldOf(parameter: Parameter): SentField | undefined {
    const { name, span, marks = [] } = parameter;
    if (this.#sentAs(parameter)) return undefined;
    // Other annotations have texts, too.
    const own = marks.find(
      (mark) =>
        this.#servers.lists("fields", mark.name) || this.#servers.lists("bodies", mark.name),
    );
    return own && { name: own.text ?? name, span };
  }

  #member(of: Expression, name: string): Sent | undefined {
    const from = this.sent(of);
    if (from?.is !== "request") return undefined;
    if (from.of.some(({ parsed }) => parsed?.includes(name))) return { is: "body" };
    return from.of.some(({ raw }) => raw?.includes(name)) ? { is: "raw" } : undefined;
  }

  #made(call: CallExpression): Sent | undefined {
    const { callee, arguments: args } = call;
    const isMethod = callee.is === "member";
    const read = isMethod ? this.#member(callee.of, callee.name) : undefined;
    if (read) return read;
    const receiver = isMethod ? this.sent(callee.of) : undefined;
    const from = receiver ?? (args[0] && this.sent(args[0].value));
    if (!from || from.is === "request") return undefined;
    if (this.#servers.calls("parses", call)) return { is: "body" };
    if (from.is === "body" && this.#servers.calls("writes", call)) return { is: "written" };
    return this.#servers.calls("converts", call) ? from : undefined;
  }

  /** `body.get("status")`, `dto.getStatus()`, and such a value in another form. */
  #read(call: CallExpression): SentField | undefined {
    const { callee, arguments: args } = call;
    const [first] = args;
    if (callee.is === "member") {
      const from = this.sent(callee.of)?.is;
      const isRead = this.#servers.calls("reads", call) && (from === "body" || from === "request");
      if (isRead && first?.value.is === "text") {
        return { name: first.value.text, span: first.value.span };
      }
      if (from === "body" && args.length === 0 && !this.#servers.calls("converts", call)) {
        return { name: propertyOf(callee.name), span: callee.key };
      }
    }
    if (!this.#servers.calls("converts", call)) return undefined;
    const receiver = callee.is === "member" ? this.field(callee.of) : undefined;
    return receiver ?? (first && this.field(first.value));
  }
}

/** What is found of an expression, which is looked at once; what it is by way of itself is not known. */
function once<Found>(
  known: Map<Expression, Found | undefined>,
  expression: Expression,
  find: () => Found | undefined,
): Found | undefined {
  if (known.has(expression)) return known.get(expression);
  known.set(expression, undefined);
  const found = find();
  known.set(expression, found);
  return found;
}

/** The property that an accessor gives: `status` of `getStatus`. */
function propertyOf(method: string): string {
  const [, name = method] = /^get(?=[A-Z])(\w+)$/.exec(method) ?? [];
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** Values without those that stand for nothing: `None`, `""`, `{}`. */
const withoutBlank = (values: readonly (Expression | undefined)[]) =>
  values.filter(
    (one) =>
      !(one?.is === "constant" && one.value === null) &&
      !(one?.is === "text" && one.text === "") &&
      !(one?.is === "object" && one.entries.length === 0),
  );
