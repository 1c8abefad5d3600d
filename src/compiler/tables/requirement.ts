import type { Case } from "./ruleTypes.js";
import { scopeOf } from "./shapeAt.js";

/** Paths, with the list around them, at which a case's faults show. */
export function facesOf(one: Case): string[] {
  const { require = [], forbid = [], constrain = {}, requireAny, atMostOne, exactlyOne } = one;
  const rivals = atMostOne ?? exactlyOne;
  const faces = [
    ...require,
    ...forbid,
    ...Object.keys(constrain),
    ...(requireAny ? [requireAny.flat()[0] as string] : []),
    ...(rivals ? [objectAround(rivals)] : []),
    ...(one.compare ? [one.compare.path] : []),
    ...(one.sum ? [one.sum.path] : []),
  ];
  return faces.map((path) => scopeOf(one) + path);
}

/** The object whose keys replace each other. */
export const objectAround = ([first]: readonly string[]): string =>
  first?.slice(0, first.lastIndexOf("/")) ?? "";

/** A case with those of its faults that show at paths to keep; nothing where none is left. */
export function withFaces(one: Case, isKept: (path: string) => boolean): Case[] {
  const faces = facesOf(one);
  const kept = faces.filter(isKept);
  if (kept.length === 0) return [];
  if (kept.length === faces.length) return [one];
  const { require, forbid, constrain, ...rest } = one;
  const isOwnKept = (path: string) => isKept(scopeOf(one) + path);
  // The alternatives of a case are one fault, whatever the paths at which it shows.
  if (!require && !forbid && !constrain) return [one];
  const constrained = Object.entries(constrain ?? {}).filter(([path]) => isOwnKept(path));
  return [
    {
      ...rest,
      ...(require && { require: require.filter(isOwnKept) }),
      ...(forbid && { forbid: forbid.filter(isOwnKept) }),
      ...(constrain && { constrain: Object.fromEntries(constrained) }),
    },
  ];
}
