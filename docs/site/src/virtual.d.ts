declare module "virtual:kind-titles" {
  /** Titles of kinds by version and name, such as `v1.request-pay`; `{gateway}` stands for the gateway's name. */
  export const kindTitles: Readonly<Record<string, { readonly ko: string; readonly en: string }>>;
}
