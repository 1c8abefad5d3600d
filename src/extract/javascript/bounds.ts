import { anyCharacter, type Bounds, Unknown } from "../../validator/unknown.js";

/** What is known of a number, also of one that is written out; undefined of anything else. */
export function boundsOf(value: unknown): Bounds | undefined {
  if (typeof value === "number" && Number.isFinite(value)) {
    return { least: value, most: value, isWhole: Number.isInteger(value) };
  }
  return value instanceof Unknown ? value.bounds : undefined;
}

/** What is known of the sum, the difference, the product or the quotient of two numbers. */
export function computed(operator: string, left: Bounds, right: Bounds): Bounds | undefined {
  const isWhole = left.isWhole && right.isWhole;
  switch (operator) {
    case "+":
      return { least: left.least + right.least, most: left.most + right.most, isWhole };
    case "-":
      return { least: left.least - right.most, most: left.most - right.least, isWhole };
    case "*":
    case "/": {
      if (operator === "/" && right.least <= 0 && right.most >= 0) return undefined;
      const ends = [left.least, left.most].flatMap((one) =>
        [right.least, right.most].map((other) => (operator === "*" ? one * other : one / other)),
      );
      return {
        least: Math.min(...ends),
        most: Math.max(...ends),
        isWhole: isWhole && operator === "*",
      };
    }
    default:
      return undefined;
  }
}

/** What is known of a number that is rounded down, or may be rounded up. */
export const rounded = ({ least, most }: Bounds, isDown: boolean): Bounds => ({
  least: Math.floor(least),
  most: isDown ? Math.floor(most) : Math.ceil(most),
  isWhole: true,
});

/** A whole number as a text, where every one within its bounds has as many digits. */
export function digitsOf({ least, most, isWhole }: Bounds): string | undefined {
  const [first, last] = [String(Math.floor(least)), String(Math.floor(most))];
  const isKnown = isWhole && first.length === last.length && /^\d+$/.test(first + last);
  return isKnown ? anyCharacter.repeat(first.length) : undefined;
}
