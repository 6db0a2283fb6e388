/**
 * Which parts of a long list are in the page, and where. Pure.
 *
 * Rows stand in stretches of a few; a stretch's height is measured once it has been shown and guessed before, so that rows may wrap as
 * they like. Adding up a few thousand numbers costs microseconds; knowing each row's place would cost milliseconds per scroll.
 */

/** Rows of one stretch: little enough to be made within one frame on an old phone. */
export const STRETCH = 4;

export class Heights {
  readonly #measured = new Map<number, number>();
  #sum = 0;
  readonly #guess: number;

  /** @param guess height of one row, in pixels, until one has been measured */
  constructor(guess: number) {
    this.#guess = guess;
  }

  /** Height of a whole stretch where it is not measured: the mean of what has been seen. */
  get usual(): number {
    return this.#measured.size === 0 ? this.#guess * STRETCH : this.#sum / this.#measured.size;
  }

  /** Takes a measured height; true where it differs from what was known. */
  take(stretch: number, height: number): boolean {
    const before = this.#measured.get(stretch);
    if (before !== undefined && Math.abs(before - height) < 0.5) return false;
    this.#measured.set(stretch, height);
    this.#sum += height - (before ?? 0);
    return true;
  }

  of(stretch: number): number {
    return this.#measured.get(stretch) ?? this.usual;
  }
}

export interface Shown {
  readonly stretch: number;
  /** Empty space before it, in pixels. */
  readonly gap: number;
}

export interface Laid {
  readonly shown: readonly Shown[];
  /** Empty space after the last one. */
  readonly rest: number;
}

/** First and last stretch that touch the space between two heights; `null` for an empty list. */
export function between(heights: Heights, count: number, from: number, to: number): readonly [number, number] | null {
  const stretches = Math.ceil(count / STRETCH);
  if (stretches === 0) return null;
  let first = stretches - 1;
  let last = stretches - 1;
  let begins = 0;
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const ends = begins + heights.of(stretch);
    if (ends > from && stretch < first) first = stretch;
    if (ends >= to) {
      last = stretch;
      break;
    }
    begins = ends;
  }
  return [first, Math.max(first, last)];
}

/** Stretches made in one step. */
const STEP = 1;

/**
 * One step from what is made towards what is wanted: what is no longer wanted goes, what is missing comes, nearest to the middle first.
 * @returns `made` itself where nothing is to be done
 */
export function nearer(made: readonly number[], wanted: readonly [number, number], middle: number): readonly number[] {
  const stay = made.filter((stretch) => stretch >= wanted[0] && stretch <= wanted[1]);
  const missing: number[] = [];
  for (let stretch = wanted[0]; stretch <= wanted[1]; stretch += 1) if (!stay.includes(stretch)) missing.push(stretch);
  if (missing.length === 0 && stay.length === made.length) return made;
  missing.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return [...stay, ...missing.slice(0, STEP)].sort((one, other) => one - other);
}

/** Lays a list out: the stretches that are made, and the gaps that keep everything at its place. */
export function lay(heights: Heights, count: number, made: readonly number[], kept: number | null): Laid {
  const stretches = Math.ceil(count / STRETCH);
  const wanted = new Set(kept === null ? made : [...made, kept]);
  const shown: Shown[] = [];
  let gap = 0;
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    if (wanted.has(stretch)) {
      shown.push({ stretch, gap });
      gap = 0;
    } else gap += heights.of(stretch);
  }
  return { shown, rest: gap };
}
