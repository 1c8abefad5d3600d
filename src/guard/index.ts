/**
 * Checks real payloads in the browser while you develop: a wrapper around PortOne's SDK.
 * @module
 */

import type { CallKind } from "../extract/calls.js";
import { lastNameOf } from "../extract/sdks.js";
import { callKinds } from "../generated/callKinds.js";
import { sdks } from "../generated/sdks.js";
import { claimOfValue } from "../lint/attribution/claims.js";
import { attributeData, type Judgement } from "../lint/attribution/gateway.js";
import { loadValidator } from "../loadValidator.js";
import { PaylintError } from "../validator/error.js";
import type { CheckResult, Locale } from "../validator/types.js";
import { tell } from "./tell.js";

export { PaylintError } from "../validator/error.js";

/** How `guard` checks the calls of an SDK. */
export interface GuardOptions {
  /**
   * Whether calls are checked. It has no default, so that nobody ships the checks without knowing it. Pass
   * `import.meta.env.DEV` or `process.env.NODE_ENV !== "production"`.
   */
  readonly enabled: boolean;
  /** Gateway of the calls that do not name one, by company (`inicis`) or code (`html5_inicis`). */
  readonly gateway?: string;
  /** Gateway by channel key. */
  readonly channels?: Readonly<Record<string, string>>;
  /** Language of the reports. Default: Korean in a Korean browser, else English. */
  readonly locale?: Locale;
  /** Whether a call with an error is stopped. The call then returns a promise that is rejected with a `PaylintError`. Default: false. */
  readonly block?: boolean;
}

type Check = (value: unknown) => CheckResult;
type Method = (this: unknown, ...args: unknown[]) => unknown;

/** How long a call waits for its rules to be loaded, in milliseconds. The window opens all the same. */
const patience = 1000;

/**
 * Wraps PortOne's SDK. It checks the real values that are passed to a function that opens a payment window before the window
 * opens, and reports the faults in the console, without card data. Everything else of the SDK works as before. A call waits
 * for its rules to load, one second at most.
 * @param sdk `IMP`, or the module of the V2 SDK.
 * @param options Whether calls are checked, and for which gateway.
 * @returns An object to use in place of the SDK. Where `enabled` is false, it is the SDK itself. Never throws.
 * @example
 * ```ts
 * import { guard, PaylintError } from "paylint/guard";
 *
 * const sdk = { request_pay: async (_payload: object) => "the window opens" };
 * const IMP = guard(sdk, { enabled: true, gateway: "ksnet", block: true });
 * const answer = await IMP.request_pay({ pay_method: "card", amount: "9900" }).catch((error: unknown) => error);
 * if (answer instanceof PaylintError) {
 *   console.log(answer.kind, answer.diagnostics.map(({ rule, path }) => `${rule} ${path}`));
 * }
 * ```
 *
 * ```text
 * ksnet.v1.request-pay [
 *   'shape/required /merchant_uid',
 *   'shape/required /buyer_name',
 *   'shape/required /pg',
 *   'shape/required /currency',
 *   'checkout/redirect-url /m_redirect_url',
 *   'tax/tax-free /tax_free',
 *   'shape/type /amount'
 * ]
 * ```
 */
export function guard<Sdk extends object>(sdk: Sdk, options: GuardOptions): Sdk {
  if (!options.enabled) return sdk;
  const checks = new Checks(options);
  const wrapped = new Map<unknown, Method>();
  const target: object = typeof sdk === "function" ? () => undefined : {};
  // The SDK itself may be frozen, as a module is, so that no proxy of it could answer otherwise than it does.
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(sdk, key);
      if (typeof value !== "function") return value;
      const known = wrapped.get(value);
      if (known) return known;
      const kinds = callKinds.filter((one) => one.function === key);
      const method = value as Method;
      const bound = kinds.length > 0 ? guarded(method, sdk, kinds, checks) : method.bind(sdk);
      wrapped.set(value, bound);
      return bound;
    },
    set: (_, key, value) => Reflect.set(sdk, key, value),
    has: (_, key) => Reflect.has(sdk, key),
    ownKeys: () => Reflect.ownKeys(sdk),
    getOwnPropertyDescriptor(_, key) {
      const own = Reflect.getOwnPropertyDescriptor(sdk, key);
      return own && { ...own, configurable: true };
    },
    getPrototypeOf: () => Reflect.getPrototypeOf(sdk),
  }) as Sdk;
}

/** A function of the SDK that checks its payload first. */
function guarded(method: Method, sdk: object, kinds: readonly CallKind[], checks: Checks): Method {
  checks.prepare(kinds);
  const at = payloadArgument(kinds);
  return (...args) => {
    const open = () => method.apply(sdk, args);
    const checked = checks.ofCall(args[at], kinds);
    if (checked instanceof Promise) return checked.then(open);
    return checked === undefined ? open() : Promise.reject(checked);
  };
}

/** Which argument of the function of kinds is the payload. */
function payloadArgument(kinds: readonly CallKind[]): number {
  const name = kinds[0]?.function;
  const functions = sdks.flatMap(({ globals, functions = [] }) => (globals ? functions : []));
  return functions.find((one) => (one.takes ?? lastNameOf(one)) === name)?.payload ?? 0;
}

/** Checks payloads, and tells what is wrong with them. */
class Checks {
  readonly #options: GuardOptions;
  readonly #locale: Locale;
  readonly #loading = new Map<string, Promise<Check>>();
  readonly #loaded = new Map<string, Check>();

  constructor(options: GuardOptions) {
    this.#options = options;
    this.#locale = options.locale ?? localeOfBrowser();
  }

  /** Loads the rules that are likely to be needed. */
  prepare(kinds: readonly CallKind[]): void {
    const { channels = {} } = this.#options;
    const likely = [
      {},
      ...Object.keys(channels).map((channel) => this.#withChannel(channel, kinds)),
    ];
    for (const payload of likely) {
      for (const { kind } of this.#attribute(payload, kinds).kinds) {
        this.#load(kind).catch(() => undefined);
      }
    }
  }

  #withChannel(channel: string, [kind]: readonly CallKind[]): object {
    const key = kind?.names.channel?.slice(1);
    return key === undefined ? {} : { [key]: channel };
  }

  /**
   * Checks a payload.
   * @returns why the call is to be held back, if it is; a promise, which is rejected then, where the rules are still loading
   */
  ofCall(
    payload: unknown,
    kinds: readonly CallKind[],
  ): PaylintError | undefined | Promise<undefined> {
    const [{ kind }] = this.#attribute(payload, kinds).kinds;
    const name = kinds[0]?.function ?? "";
    const loaded = this.#loaded.get(kind);
    if (loaded) return this.#judge(name, kind, loaded(payload));
    // What is checked is what was handed over, whatever becomes of the object meanwhile.
    const asGiven = copied(payload);
    const judged = this.#load(kind).then(
      (check) => this.#judge(name, kind, check(asGiven)),
      () => undefined,
    );
    return soon(judged).then((fault) => {
      if (fault) throw fault;
      return undefined;
    });
  }

  #attribute(payload: unknown, kinds: readonly CallKind[]): Judgement {
    const { gateway, channels = {} } = this.#options;
    const claim = claimOfValue(payload, kinds[0] as CallKind, channels);
    return attributeData(claim, kinds, { gateway, channels, gateways: [] });
  }

  #judge(name: string, kind: string, { ok, diagnostics }: CheckResult): PaylintError | undefined {
    tell(name, kind, diagnostics, this.#locale);
    return this.#options.block && !ok ? new PaylintError(kind, diagnostics) : undefined;
  }

  #load(kind: string): Promise<Check> {
    const known = this.#loading.get(kind);
    if (known !== undefined) return known;
    const loading = loadValidator(kind).then((validator) => {
      const check: Check = (value) =>
        validator.check(value, { locale: this.#locale, now: new Date() });
      this.#loaded.set(kind, check);
      return check;
    });
    this.#loading.set(kind, loading);
    return loading;
  }
}

/** What a promise gives, if it gives that in time. */
const soon = <Result>(promise: Promise<Result>): Promise<Result | undefined> =>
  Promise.race([
    promise,
    new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined)),
  ]);

/** A copy; the value itself where it holds what cannot be copied, such as a function. */
function copied(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
}

function localeOfBrowser(): Locale {
  const { navigator } = globalThis as { navigator?: { readonly language?: string } };
  return navigator?.language?.startsWith("ko") ? "ko" : "en";
}
