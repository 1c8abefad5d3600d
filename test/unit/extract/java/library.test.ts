import { expect, it } from "vitest";
import { payloadOf } from "./ownFile.js";

it.each([
  "requireNonNullElse(m, other);",
  "MyObjects.hash(m);",
  "reassert(m);",
  "MyAssert.state(m);",
])(
  "A map may change that is handed over to a method whose name only holds that of another: %s",
  (call) => {
    expect(payloadOf(`m.put("x", 1); ${call}`)).toBe("{ x: ?, … }!");
  },
);
