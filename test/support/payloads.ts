import type { CheckOptions, Diagnostic } from "paylint";
import { validators } from "../../dist/generated/validators.js";

/** Id of a payload kind. */
export type Kind = keyof typeof validators;

export const kinds = Object.keys(validators) as Kind[];

/** Kinds whose vectors the build writes. `npm run prove` takes the kinds of every gateway. */
export const shippedKinds = kinds.filter((kind) => /^(?:portone|ksnet)\./.test(kind));

/** The kind whose rules are the most. */
const richest: Kind = "ksnet.v1.request-pay";

/** One in so many of these kinds, others with another seed but always as many; and always the one whose rules are the most. */
export const someKinds = (parts: number): Kind[] => {
  const others = shippedKinds.filter((kind) => kind !== richest);
  const first = Number(process.env.FC_SEED);
  return [
    richest,
    ...Array.from(
      { length: Math.floor(others.length / parts) },
      (_, index) => others[(first + index * parts) % others.length] as Kind,
    ),
  ];
};

/** A payload in which nothing is found, and which names its gateway by a key of `bypass`; written here apart from the tables' own sample. */
export const plain = {
  channelKey: "channel-key-1d0c9a02-0000-4000-8000-000000000000",
  bypass: { ksnet: {} },
  pay_method: "card",
  merchant_uid: "T-1001",
  name: "머그컵",
  amount: 80000,
  tax_free: 0,
  buyer_name: "이바다",
  currency: "KRW",
  m_redirect_url: "https://store.example/done",
};

/** `plain` for a direct call, with everything that any card company asks for. */
export const direct = (code: string) => ({
  ...plain,
  card: { direct: { code } },
  buyer_tel: "010-0000-0000",
  storeDetails: { businessName: "바다상점", businessRegistrationNumber: "1234567891" },
  bypass: { ksnet: { url: "https://store.example", tcode: "skt" } },
});

/** The rules of diagnostics with their paths, as `rule path`, sorted. */
const said = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ rule, path }) => `${rule} ${path}`).sort();

/** What is found, as `rule path`, sorted. */
export const found = (
  payload: unknown,
  options?: CheckOptions,
  kind: Kind = "ksnet.v1.request-pay",
): string[] => said(validators[kind].check(payload, options).diagnostics);

/** The errors found, as `rule path`, sorted. */
export const errors = (
  payload: unknown,
  options?: CheckOptions,
  kind: Kind = "ksnet.v1.request-pay",
): string[] =>
  said(
    validators[kind]
      .check(payload, options)
      .diagnostics.filter(({ severity }) => severity === "error"),
  );
