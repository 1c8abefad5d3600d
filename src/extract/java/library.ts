import type { Library, LibraryCall, Run } from "../program/library.js";
import { interpretCollectionCall } from "./collections.js";
import { interpretHttpCall } from "./http/calls.js";
import { interpretHeaderCall } from "./http/headers.js";
import { interpretStringBuilder } from "./stringBuilder.js";
import { interpretTextOrNumberCall, memberOfValues } from "./values.js";

/** What Java's libraries do, as far as requests are made with them. */
export const library: Library = {
  call(site: LibraryCall, run: Run) {
    const path = shortPath(site.path);
    return (
      interpretHeaderCall(site, run) ??
      interpretStringBuilder(site, run) ??
      interpretHttpCall(site, path, run) ??
      interpretCollectionCall(site, path, run) ??
      interpretTextOrNumberCall(site, path, run)
    );
  },
  member({ type }, name, span) {
    const known = memberOfValues(type, name);
    return known === undefined ? undefined : { span, known };
  },
  leavesArguments: ({ name, receiverSource, path }) =>
    /^(?:log|logger|LOG|LOGGER|System\.out|System\.err)$/.test(receiverSource) ||
    /^(?:assert\w*|print\w*|requireNonNull|isTrue|notNull)$/.test(name) ||
    /^(?:System\.out|System\.err|Objects|Assert|StringUtils|ObjectUtils)\./.test(path ?? ""),
};

/** The class and the method, without the packages before them. */
const shortPath = (path: string | undefined): string =>
  path === undefined
    ? ""
    : path
        .split(".")
        .slice(-2)
        .join(".")
        .replace(/^[a-z][\w]*\.(?=[A-Z])/, "");
