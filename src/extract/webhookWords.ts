import { apis } from "../generated/apis.js";
import { webhookNames } from "../generated/webhookNames.js";

/** Words by which code tells what it does with a webhook; made from the tables. */
export interface WebhookNames {
  /** Matches what verifies a webhook, in any language. */
  readonly checks: string;
  /** Matches objects that hold a shop's own data, write logs or answer, in any language. */
  readonly stores: string;
  /** Matches functions of JavaScript that make requests. */
  readonly asks: string;
  /** Matches functions of JavaScript that store, tell, answer or convert. */
  readonly keeps: string;
  /** Matches functions of JavaScript that only prepare a body or a route. */
  readonly prepares: string;
  /** Matches what a handler in JavaScript is given. */
  readonly requests: string;
}

/** Words of what verifies a webhook. */
export const checking = new RegExp(webhookNames.checks, "i");

/** Objects whose methods store, tell or answer, and look nothing up at PortOne: a shop's own data, logs, answers. */
export const stores = new RegExp(webhookNames.stores, "i");

/** Words of what asks PortOne. */
export const ofService = new RegExp(apis.map(({ hook }) => hook.askedBy).join("|"), "i");

/** Whether a text has an address that webhooks are sent from. */
export const namesSender = (text: string): boolean =>
  apis.some(({ hook }) => hook.senders.some((address) => text.includes(address)));
