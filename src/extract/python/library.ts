import { asMaps, isData } from "../program/dataClasses.js";
import type { Library } from "../program/library.js";
import { interpretCollectionCall } from "./collections.js";
import { interpretHttpCall } from "./http.js";
import { interpretTextOrNumberCall, memberOfValues } from "./values.js";

/** What Python's libraries do, as far as requests are made with them. */
export const library: Library = {
  call(site, run) {
    const path = site.path ?? "";
    return (
      interpretCollectionCall(site, path, run) ??
      interpretHttpCall(site, path, run) ??
      interpretTextOrNumberCall(site, path, run)
    );
  },
  member(of, name, span, run) {
    if (name === "__dict__" && isData(of)) {
      return asMaps(of, (type, at) => run.make(type, at), run.objects, false);
    }
    const { type } = of;
    const text = memberOfValues(type, name);
    return text === undefined ? undefined : run.unknown(span, { types: ["string"], text });
  },
  leavesArguments: ({ path, receiverSource }) =>
    /^(?:print|len|isinstance|type|str|repr|bool|logging\.\w+|pprint\.\w+|hasattr|id)$/.test(
      path ?? "",
    ) || /^(?:log|logger|logging|LOGGER|_logger|self\.logger)$/.test(receiverSource),
};
