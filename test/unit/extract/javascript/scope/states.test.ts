import { describe, expect, it } from "vitest";
import { knownPayload } from "../reading.js";

/** What is known of the state of a component that does something else with it, too. */
const state = (declared: string, rest = "", expression = "a") =>
  knownPayload(`function Pay() { ${declared} ${rest} IMP.request_pay({ a: ${expression} }); }`, {
    ending: ".tsx",
  }).replace(/^\{ a: (.*) \}$/, "$1");

describe("A state of React is what it is first, and what the program sets", () => {
  it.each([
    ["const [a, setA] = useState(1);", "", "1"],
    ["const [a] = useState(1);", "", "1"],
    ["const [a, setA] = React.useState(1);", "", "1"],
    ["const [a, setA] = (useState(1));", "", "1"],
    ["const [a, setA] = useState(() => 1);", "", "1"],
    ["const [a, setA] = useState(function () { return 1; });", "", "1"],
    ["const [a, setA] = useState(1);", "setA(2);", "?number"],
    ["const [a, setA] = useState(1);", "setA(1);", "1"],
    ["const [a, setA] = useState(1);", `setA("2");`, "?number|string"],
    ["const [a, setA] = useState(1);", "setA(x);", "?"],
    ["const [a, setA] = useState(1);", "setA();", "?"],
    ["const [a, setA] = useState(1);", "on(setA);", "?"],
    ["const [a, setA] = useState(1);", "<Input onChange={setA} />;", "?"],
    ["const [a, setA] = useState(1);", "useEffect(f, [setA]);", "1"],
    ["const [a, setA] = useState<number>();", "setA(2);", "?number"],
    ["const [a, setA] = useState<string | null>(null);", "on(setA);", "?string|null"],
    ["const [a, setA] = useState<Order>();", "", "?"],
    ["const [a, setA] = useState();", "", "?"],
    ["const [, a] = useState(1);", "", "?"],
    ["const [b, a] = useState(1);", "", "?"],
    ["const [b, setB, a] = useState(1);", "", "?"],
    ["const [a, setA] = useOther(1);", "", "?"],
    ["const [a, setA] = useState;", "", "?"],
    ["const [a, setA] = [1, 2];", "", "?"],
    ["const { a } = useState(1);", "", "?"],
    ["let [a, setA] = useState(1);", "", "1"],
  ])("A state of React: %s %s", (declared, rest, expected) => {
    expect(state(declared, rest)).toBe(expected);
  });

  const object = "const [a, setA] = useState({ b: 1, c: { d: 2 } });";
  it.each([
    ["", "{ b: 1, c: { d: 2 } }"],
    ["setA({ ...a, b: 2 });", "{ b: ?, c: ?object }"],
    ["setA({ ...a, e: 2 });", "{ b: 1, c: ?object, e: ? }"],
    ["setA({ ...a });", "{ b: 1, c: ?object }"],
    ["setA((old) => ({ ...old, b: 2 }));", "{ b: ?, c: { d: 2 } }"],
    ["setA(function (old) { return { ...old, b: 2 }; });", "{ b: ?, c: { d: 2 } }"],
    ["setA({ ...a, b: 2 }); setA({ ...a, c: 3 });", "{ b: ?, c: ? }"],
    ["setA({ b: 2 });", "?"],
    ["setA({ b: 2, ...a });", "?"],
    ["setA({ ...other, b: 2 });", "?"],
    ["setA((old) => ({ ...other, b: 2 }));", "?"],
    ["setA((old, other) => ({ ...other, b: 2 }));", "?"],
    ["setA({ ...a, ...other });", "?"],
    ["setA({ ...a, [name]: 2 });", "?"],
    ["setA((old) => { if (x) return old; return { ...old, b: 2 }; });", "?"],
    ["setA(other);", "?"],
    ["setA();", "?"],
    ["a.b = 2;", "{ b: 2, c: { d: 2 } }"],
    ["change(a);", "?object"],
  ])("An object that is a state is known but for what is set: %s", (rest, expected) => {
    expect(state(object, rest)).toBe(expected);
  });
});
