/** What eslint-scope, and ESLint itself, say of the names in a program; the part that is read here. */
export interface ScopeManager {
  readonly scopes: readonly {
    readonly references: readonly Reference[];
    readonly variables: readonly ScopeVariable[];
  }[];
}

/** A use of a name. */
export interface Reference {
  readonly identifier: unknown;
  readonly resolved: ScopeVariable | null;
  /** What is written to the name: its first value, what is assigned to it, a default. */
  readonly writeExpr?: unknown;
  isWrite(): boolean;
  isRead(): boolean;
}

/** Where a name is declared: `Parameter`, `Variable`, `ImportBinding` and the like. */
interface Definition {
  readonly type: string;
  readonly node: unknown;
  readonly name: unknown;
}

/** A name that a program declares. */
export interface ScopeVariable {
  readonly name: string;
  readonly defs: readonly Definition[];
  readonly references: readonly Reference[];
  readonly scope?: { readonly type: string };
}
