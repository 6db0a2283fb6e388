/** What a measurement found against its target. */
export interface Verdict {
  what: string;
  value: number;
  unit: string;
  /** The value is at most this. */
  limit: number;
  /** What else was measured beside it. */
  beside?: string;
}

/** Prints one line a verdict, the missed ones marked, and tells whether all were met. */
export function print(name: string, verdicts: readonly Verdict[]): boolean {
  const missed = verdicts.filter((v) => !(v.value <= v.limit));
  const width = Math.max(...verdicts.map((v) => v.what.length));
  for (const v of verdicts) {
    const mark = v.value <= v.limit ? "met   " : "MISSED";
    const figure = `${v.value.toFixed(2)} ${v.unit}`;
    console.log(`${mark}  ${v.what.padEnd(width)}  ${figure} (at most ${v.limit})${v.beside ? `; ${v.beside}` : ""}`);
  }
  console.log(`bench ${name}: ${verdicts.length - missed.length} of ${verdicts.length} targets met`);
  return missed.length === 0;
}

/** The middle value: half of the others are below it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
