/** Words by which code tells, in any language, what it does with a webhook. */

/** Words of what verifies a webhook. */
export const checking = /verif|signature|hmac|timing_?safe|guard|validat|secret/i;

/** Words of what asks PortOne. */
export const ofService = /iamport|port_?one|\bimp\b/i;

/** Addresses that webhooks are sent from. */
export const senders = /52\.78\.(?:100\.19|48\.223|5\.241)/;

/** Objects whose methods store, tell or answer, and look nothing up at PortOne: a shop's own data, logs, answers. */
export const stores =
  /^(?:db|prisma|knex|sql|pool|redis|supabase|mongoose|console|res|reply|response|ctx|c|logger|log|JSON|Object|Array|String|Number|Math|Date|NextResponse|Response)$|(?:order|repository|repo|dao|mapper|model|store|cart|user|product|stock|inventory|ticket|member|mail|slack|coupon|point|enrol\w*|subscription)s?$/i;
