import { ctdcColumns } from "./ctdc.ts";
import codeWords from "./facts/code-words.json" with { type: "json" };
import type { PlannedCase, PlannedValue } from "./model.ts";

/** How often each published value occurs in one column, as CTDC's dictionary prints it. */
export type Marginal = {
  column: string;
  /** In the dictionary's order. */
  values: { value: string; count: number; percent: number; validPercent: number; cumulative: number }[];
  valid: number;
  missing: number;
  total: number;
};

/**
 * Counts planned cases back into the columns that CTDC publishes. A release that went in whole comes out with its own figures, to the
 * last one: that is how an import proves that it lost and changed nothing.
 */
export async function ctdcMarginals(cases: AsyncIterable<PlannedCase> | Iterable<PlannedCase>): Promise<Marginal[]> {
  const counts = ctdcColumns.map(() => new Map<string, number>());
  let total = 0;
  for await (const one of cases) {
    total++;
    const values = new Map(
      [
        ...one.values,
        ...one.people.flatMap((person) => person.values),
        ...one.events.flatMap((event) => event.values),
      ].map((value) => [value.field, value]),
    );
    ctdcColumns.forEach((column, index) => {
      const value = publishedValue(values.get(column.field), column);
      const tally = counts[index];
      if (value !== null && tally) tally.set(value, (tally.get(value) ?? 0) + 1);
    });
  }
  return ctdcColumns.map((column, index) => marginal(column.name, counts[index] ?? new Map(), total));
}

/**
 * The same figures from sums that were counted where the cases are stored.
 * @param sums for each field, the answers as stored and how many cases give exactly these
 */
export function marginalsOfSums(
  sums: readonly { field: string; codes: readonly string[]; count: number }[],
  total: number,
): Marginal[] {
  return ctdcColumns.map((column) => {
    const counts = new Map<string, number>();
    for (const { field, codes, count } of sums) {
      if (field !== column.field) continue;
      const content = { is: "codes" as const, codes: [...codes] };
      const value = publishedValue({ field, sealed: false, section: null, header: null, content }, column);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
    }
    return marginal(column.name, counts, total);
  });
}

/** What CTDC prints in a column for a value of ours; null where it is missing. */
export function publishedValue(value: PlannedValue | undefined, column: (typeof ctdcColumns)[number]): string | null {
  if (value?.content.is !== "codes") return null;
  const { codes } = value.content;
  if (column.choice !== null) return codes.includes(column.choice) ? "1" : null;
  const published = new Set(codes.map((code) => publishedCode(code, column)));
  return column.values.filter((one) => published.has(one)).join(";");
}

const words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = codeWords.words;

/** CTDC's own word for a code of HTCDS: "Female" for "Feminine". It is one of the words that the code is read from. */
function publishedCode(code: string, column: (typeof ctdcColumns)[number]): string {
  if (column.values.includes(code)) return code;
  const list = column.field.replace(/^suspect\//, "");
  const known = (words[list]?.[code] ?? []).map((word) => word.toLowerCase());
  const published = column.values.find((one) => known.includes(one.toLowerCase()));
  if (published === undefined) throw new RangeError(`CTDC has no word for ${code} in ${column.name}`);
  return published;
}

function marginal(column: string, counts: ReadonlyMap<string, number>, total: number): Marginal {
  const valid = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let running = 0;
  const values = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, count]) => {
      running += count;
      return {
        value,
        count,
        percent: share(count, total),
        validPercent: share(count, valid),
        cumulative: share(running, valid),
      };
    });
  return { column, values, valid, missing: total - valid, total };
}

/** In hundredths of a percent, as printed. */
function share(count: number, of: number): number {
  return of === 0 ? 0 : Math.round((count / of) * 10_000) / 100;
}
