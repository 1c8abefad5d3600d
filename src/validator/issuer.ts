/** A row of the issuer table. Cells are as in `schemas/`: `required`, `forbidden`, `-`, an amount in won. */
export interface Issuer<Code extends string = string> {
  /** Code of the card company, as the gateway has it. */
  readonly code: Code;
  /** Name in English. */
  readonly en: string;
  /** Name in Korean. */
  readonly ko: string;
  readonly [column: string]: string | number;
}
