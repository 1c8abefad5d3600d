import { describe, expect, it } from "vitest";
import { type Location, noWrites, Store } from "../../../../dist/extract/program/store.js";

/** A variable whose states are joined to a list of them. */
const variable = (owner?: Location<unknown>): Location<unknown> => ({
  join: (states) => states.map((one) => one ?? "nothing").join(" or "),
  ...(owner && { owner }),
});

/** A program with a variable and another, which both have a value. */
function begun() {
  const store = new Store();
  const [one, other] = [variable(), variable()];
  store.set(one, "a");
  store.set(other, "b");
  const states = () => [store.get(one), store.get(other)];
  return { store, one, other, states };
}

describe("What an alternative writes is kept apart", () => {
  it("What an alternative writes is taken back and given", () => {
    const { store, one, other, states } = begun();
    const fresh = variable();
    const written = store.apart(() => {
      store.set(one, "c");
      store.set(one, "d");
      store.set(fresh, "e");
      expect(states()).toEqual(["d", "b"]);
    });
    expect(states()).toEqual(["a", "b"]);
    expect(store.get(fresh)).toBeUndefined();
    expect([...written]).toEqual([
      [one, "d"],
      [fresh, "e"],
    ]);
    expect(written.has(other)).toBe(false);
  });

  it("An alternative within another is taken back to what that wrote", () => {
    const { store, one, states } = begun();
    const written = store.apart(() => {
      store.set(one, "c");
      store.apart(() => store.set(one, "d"));
      expect(states()[0]).toBe("c");
    });
    expect(written.get(one)).toBe("c");
    expect(states()[0]).toBe("a");
  });
});

describe("The states of alternatives are joined", () => {
  const joined = (...alternatives: ((store: Store, one: Location<unknown>) => void)[]) => {
    const { store, one, states } = begun();
    store.join(alternatives.map((write) => store.apart(() => write(store, one))));
    return states();
  };
  it("A variable is what each of the alternatives writes", () => {
    expect(
      joined(
        (store, one) => store.set(one, "c"),
        (store, one) => store.set(one, "d"),
      ),
    ).toEqual(["c or d", "b"]);
  });
  it("A variable may be as it was where an alternative does not write it", () => {
    expect(
      joined(
        (store, one) => store.set(one, "c"),
        () => {},
      ),
    ).toEqual(["c or a", "b"]);
    expect(
      joined(
        () => {},
        (store, one) => store.set(one, "c"),
        (store, one) => store.set(one, "d"),
      ),
    ).toEqual(["c or d or a", "b"]);
  });
  it("What no alternative writes is as it was", () => {
    expect(
      joined(
        () => {},
        () => {},
      ),
    ).toEqual(["a", "b"]);
    const { store, states } = begun();
    store.join([noWrites, noWrites]);
    expect(states()).toEqual(["a", "b"]);
  });

  const owned = (isMadeBefore: boolean, isMadeInOther: boolean) => {
    const store = new Store();
    const owner = variable();
    const part = variable(owner);
    if (isMadeBefore) store.set(owner, "made");
    store.join([
      store.apart(() => {
        if (!isMadeBefore) store.set(owner, "made");
        store.set(part, "c");
      }),
      store.apart(() => {
        if (isMadeInOther) store.set(owner, "made too");
      }),
    ]);
    return store.get(part);
  };
  it.each([
    ["that is there before may be without it", true, false, "c or nothing"],
    ["that only one alternative makes has it", false, false, "c"],
    ["that each alternative makes may be without it", false, true, "c or nothing"],
  ] as const)("A part of something %s", (_name, isMadeBefore, isMadeInOther, state) => {
    expect(owned(isMadeBefore, isMadeInOther)).toBe(state);
  });
});

describe("Alternatives that ended are joined to what is the case later", () => {
  it("A variable may be what an alternative that ended wrote, or what it became since", () => {
    const { store, one, other, states } = begun();
    const written = store.apart(() => store.set(one, "ended"));
    store.mark();
    store.set(other, "later");
    store.joinEnded([written]);
    expect(states()).toEqual(["ended or a", "b or later"]);
  });

  it("What an alternative that ended left alone is as it is now, if it has not changed", () => {
    const { store, states } = begun();
    store.mark();
    store.joinEnded([noWrites]);
    expect(states()).toEqual(["a", "b"]);
  });

  it("Several alternatives that ended are each joined with the states of their moment", () => {
    const { store, one, other, states } = begun();
    const first = store.apart(() => store.set(one, "first"));
    store.mark();
    store.set(other, "between");
    const second = store.apart(() => store.set(one, "second"));
    store.mark();
    store.set(other, "later");
    store.joinEnded([first, second]);
    expect(states()).toEqual(["first or second or a", "b or between or later"]);
  });

  it("What has been made since an alternative ended was no part of it", () => {
    const { store } = begun();
    const owner = variable();
    const part = variable(owner);
    const plain = variable();
    store.mark();
    store.set(owner, "made");
    store.set(part, "p");
    store.set(plain, "x");
    store.joinEnded([noWrites]);
    expect([owner, part, plain].map((location) => store.get(location))).toEqual(["made", "p", "x"]);
  });

  it("A part that something gets since an alternative ended may be missing", () => {
    const { store } = begun();
    const owner = variable();
    const part = variable(owner);
    store.set(owner, "made");
    store.mark();
    store.set(part, "p");
    store.joinEnded([noWrites]);
    expect(store.get(part)).toBe("nothing or p");
  });

  it("Marks within others are taken back to those", () => {
    const { store, one, other, states } = begun();
    const outer = store.apart(() => store.set(one, "outer"));
    store.mark();
    const inner = store.apart(() => store.set(one, "inner"));
    store.mark();
    store.set(other, "later");
    store.joinEnded([inner]);
    expect(states()).toEqual(["inner or a", "b or later"]);
    store.joinEnded([outer]);
    expect(states()[0]).toBe("outer or inner or a");
    expect(states()[1]).toBe("b or b or later");
  });
});
