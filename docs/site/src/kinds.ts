/** What an object is that nothing else is said of. */
export const usualKind = "portone.v1.request-pay";

/** The kinds that open a payment window, by version. */
export const usualNames: Readonly<Record<string, string>> = {
  v1: "request-pay",
  v2: "request-payment",
};

/** The gateway of a kind; empty for PortOne's own. */
export const gatewayOfKind = (kind: string): string => {
  const [owner = ""] = kind.split(".", 1);
  return owner === "portone" ? "" : owner;
};
