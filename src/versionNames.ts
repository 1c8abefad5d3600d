/** A key of V1 and what it is in V2, as pointers. */
export interface NamePair {
  readonly v1: string;
  readonly v2: string;
  readonly change: "renamed" | "moved" | "value" | "both" | "shape" | "unit" | "same";
  /** A tool may rewrite it without knowing what the author meant. */
  readonly safe?: true;
  /** V2 has the amount in the currency's smallest unit. */
  readonly unit?: "minor";
  /** The list of values that it changes by. */
  readonly values?: string;
}

/** `names.yaml`: what the kinds of one version, their keys and values are in the other. */
export interface VersionNames {
  readonly kinds: readonly {
    readonly v1: string;
    readonly v2: string;
    readonly keys: readonly NamePair[];
  }[];
  readonly values: Readonly<Record<string, readonly { v1: unknown; v2: unknown }[]>>;
}
