/** Chance that can be thrown again: the same seed makes the same world. */
export interface Dice {
  /** A whole number from 0 to n - 1. */
  below(n: number): number;
  chance(of: number): boolean;
  /** @throws RangeError on an empty list */
  one<T>(list: readonly T[]): T;
  /** At most `most` different ones, in the list's order. */
  some<T>(list: readonly T[], most: number): T[];
  bytes(n: number): Buffer;
  uuid(): string;
}

/** @param seed any whole number */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    // splitmix32: every state follows from the one before, and neighbouring seeds part at once.
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const bytes = (n: number): Buffer => Buffer.from(Array.from({ length: n }, () => below(256)));
  return {
    below,
    chance: (of) => next() < of,
    one(list) {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError("There is nothing to choose from.");
      return found;
    },
    some(list, most) {
      const wanted = below(Math.min(most, list.length) + 1);
      const left = list.map((_, at) => at);
      const taken = Array.from({ length: wanted }, () => left.splice(below(left.length), 1)[0] as number);
      return taken.sort((a, b) => a - b).map((at) => list[at] as (typeof list)[number]);
    },
    bytes,
    uuid() {
      const hex = bytes(16).toString("hex");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
