/**
 * A row of the issuer table: what a gateway asks for when a card company is called directly. In addition to the keys below, it
 * has a key for each column of the gateway's table. A cell is a word, such as `required`, `forbidden` or `-` (nothing is asked
 * for), or an amount in won.
 * @see The page of the gateway, such as `docs/gateways/ksnet.md`, which shows the table with its source.
 */
export interface Issuer<Code extends string = string> {
  /** Code of the card company, as the gateway has it. */
  readonly code: Code;
  /** Name in English. */
  readonly en: string;
  /** Name in Korean. */
  readonly ko: string;
  readonly [column: string]: string | number;
}
