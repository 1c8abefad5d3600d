import { it } from "vitest";

/** A test that exists only where there is something to look at: a loop over nothing would pass without having looked. */
export const itWhere = (isThere: boolean) => (title: string, test: () => void | Promise<void>) => {
  if (isThere) it(title, test);
};
