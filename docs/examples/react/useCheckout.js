import { requestPay } from "paylint/ksnet/v1";
import { useCallback, useState } from "react";

/**
 * `pay(payment)` opens the payment window, unless it would refuse: then `faults` says why, and nothing opens.
 * `IMP` is PortOne's SDK, loaded by the page.
 */
export function useCheckout({ locale = "ko", environment = "any" } = {}) {
  const [faults, setFaults] = useState([]);
  const pay = useCallback(
    (payment) => {
      const { ok, diagnostics } = requestPay.check(payment, { locale, environment });
      setFaults(diagnostics.filter(({ severity }) => severity === "error"));
      if (!ok) return Promise.resolve(undefined);
      return new Promise((resolve) => globalThis.IMP.request_pay(payment, resolve));
    },
    [locale, environment],
  );
  return { pay, faults };
}
