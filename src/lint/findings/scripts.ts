import type { Extraction } from "../../extract/reader.js";
import type { Span } from "../../text/positions.js";
import { localeOf } from "../../validator/options.js";
import type { LintOptions } from "../types.js";
import type { SpannedDiagnostic } from "./findings.js";
import { loadedAt } from "./otherFiles.js";
import { textDiagnostic } from "./textDiagnostics.js";
import type { TextFaults } from "./textFaults.js";

/** The first call of a text that pays with a gateway. */
export interface PaidWith {
  readonly kind: string;
  readonly span: Span;
}

/** Scripts that do not belong where a gateway is paid with, in a text or in a page that loads it. */
export function findingsOfScripts(
  addresses: Extraction["addresses"],
  paidWith: ReadonlyMap<string, PaidWith>,
  { scripts }: TextFaults,
  options: LintOptions,
): SpannedDiagnostic[] {
  return scripts.flatMap(({ gateway, pattern, ...fault }): SpannedDiagnostic[] => {
    const paid = paidWith.get(gateway);
    if (!paid) return [];
    const { kind, span: call } = paid;
    const wanted = new RegExp(pattern, "u");
    const diagnostic = textDiagnostic(fault, {}, options);
    const own = addresses.filter(({ text }) => wanted.test(text));
    if (own.length > 0) return own.map(({ span }) => ({ diagnostic, span, kind }));
    const elsewhere = options.project?.scripts?.find(({ address }) => wanted.test(address));
    // A page that loads another script of the same host has the SDK that it asks for.
    if (!elsewhere || addresses.some(({ text }) => hostOf(text) === hostOf(elsewhere.address))) {
      return [];
    }
    const message = `${diagnostic.message} ${loadedAt(elsewhere, localeOf(options))}`;
    return [{ diagnostic: { ...diagnostic, message }, span: call, kind }];
  });
}

const hostOf = (address: string) => /^(?:https?:)?\/\/([^/?#]+)/.exec(address)?.[1];
