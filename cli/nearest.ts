/**
 * The known word closest to what was typed, or null where none is close: at most a third of its letters, and at least one, may be
 * wrong. A swap of neighbours counts as one slip, since it is the commonest one.
 */
export function nearest(typed: string, known: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  let best: string | null = null;
  let bestSlips = Number.POSITIVE_INFINITY;
  for (const word of known) {
    const limit = Math.max(1, Math.ceil(Math.max(word.length, wanted.length) / 3));
    const slips = slipsBetween(wanted, word.toLowerCase());
    if (slips <= limit && slips < bestSlips) {
      best = word;
      bestSlips = slips;
    }
  }
  return best;
}

/** How many letters were left out, added, changed or swapped with their neighbour (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        slips = Math.min(slips, at(older, column - 2) + 1);
      }
      current.push(slips);
    }
    older = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
