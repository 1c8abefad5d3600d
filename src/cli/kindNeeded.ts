/** Why a named file is not checked whose payloads can be of any kind. */
export const kindNeeded =
  "cannot tell what kind of payload this is; give --kind, a $schema, or a name such as order.request-pay.json";
