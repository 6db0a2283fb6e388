/**
 * Finds, narrows and sorts rows in small steps, so that thirty thousand of them never hold up a finger or a key on an old phone: after
 * at most SLICE_MS of work the browser gets its turn.
 */
import { turn } from "../turn.ts";
import type { ListView } from "./view.ts";

export interface Sortable<Row> {
  readonly key: string;
  /** What it sorts and narrows by: a code, a time, a number. Null sorts last, in either direction. Asked of every row, so it looks nothing up. */
  readonly value: (row: Row) => string | number | null;
  /** What it sorts by where that is not `value`: a code's rank, a name in the reader's language. The same for the same value: asked once for each. */
  readonly order?: (row: Row) => string | number | null;
  /** Words a person may look for; without it, `value`. The same for the same value: asked once for each. */
  readonly words?: (row: Row) => string;
}

/** Wall-clock milliseconds of work before the browser gets its turn; far below the 50 ms at which a page feels stuck. */
const SLICE_MS = 8;
/** Looking at the clock is not free either; but a look must come soon, whatever a column does for a row. */
const LOOK_EVERY = 32;

export interface Pace {
  /** Gives the browser its turn at once. */
  readonly rest: () => Promise<void>;
  /** Called between steps; resolves when work may go on. Throws when the work is no longer wanted. */
  readonly step: () => Promise<void> | undefined;
}

/** The pace of a browser: a step waits only when the slice is used up. */
export function inSlices(signal: AbortSignal): Pace {
  let began = performance.now();
  let looks = 0;
  const rest = async () => {
    await turn();
    if (signal.aborted) throw signal.reason;
    began = performance.now();
  };
  return {
    rest,
    step: () => {
      looks += 1;
      if (looks % LOOK_EVERY !== 0) return undefined;
      if (signal.aborted) throw signal.reason;
      if (performance.now() - began < SLICE_MS) return undefined;
      return rest();
    },
  };
}

/** All at once: for short lists and tests. */
export const AT_ONCE: Pace = { rest: async () => undefined, step: () => undefined };

/** Case, marks and composition do not count when somebody looks for a word; Devanagari's signs do, because they are letters. */
export const fold = (text: string): string =>
  isAscii(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC")
        .toLocaleLowerCase();

const isAscii = (text: string) => {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
};

/** Asks `ask` once for each value of a column: looking a word up in a language costs more than all else that is done with a row. */
function oncePerValue<Row, Found>(column: Sortable<Row>, ask: (row: Row) => Found): (row: Row) => Found {
  const known = new Map<string | number | null, Found>();
  return (row) => {
    const value = column.value(row);
    const before = known.get(value);
    if (before !== undefined) return before;
    const found = ask(row);
    known.set(value, found);
    return found;
  };
}

/** The words of a column as they are looked for. */
function foldedOf<Row>(column: Sortable<Row>): (row: Row) => string {
  const { words } = column;
  return words === undefined
    ? (row) => fold(String(column.value(row) ?? ""))
    : oncePerValue(column, (row) => fold(words(row)));
}

/**
 * Positions of the rows that match a view, in its order. Stable: equal rows keep the order in which they came.
 * @param language for the order of letters
 */
export async function arrange<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  view: ListView,
  language: string,
  pace: Pace,
): Promise<number[]> {
  const found = await narrow(rows, columns, view, pace);
  const column = columns.find((one) => one.key === view.sort?.column);
  return view.sort === null || column === undefined
    ? found
    : sortBy(found, rows, column, view.sort.down, language, pace);
}

async function narrow<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  view: ListView,
  pace: Pace,
): Promise<number[]> {
  const wanted = fold(view.words)
    .split(/\s+/)
    .filter((word) => word !== "");
  const only = columns.flatMap((column) => {
    const codes = view.only[column.key];
    return codes === undefined || codes.length === 0 ? [] : [{ column, codes: new Set(codes) }];
  });
  const said = columns.map(foldedOf);
  const found: number[] = [];
  for (const [index, row] of rows.entries()) {
    const pause = pace.step();
    if (pause !== undefined) await pause;
    if (!only.every(({ column, codes }) => codes.has(String(column.value(row) ?? "")))) continue;
    if (!wanted.every((word) => said.some((text) => text(row).includes(word)))) continue;
    found.push(index);
  }
  return found;
}

async function sortBy<Row>(
  found: readonly number[],
  rows: readonly Row[],
  column: Sortable<Row>,
  down: boolean,
  language: string,
  pace: Pace,
): Promise<number[]> {
  const keys: (string | number | null)[] = new Array(found.length);
  const keyOf = column.order === undefined ? column.value : oncePerValue(column, column.order);
  let ascii = true;
  for (let at = 0; at < found.length; at += 1) {
    const pause = pace.step();
    if (pause !== undefined) await pause;
    const value = keyOf(rows[found[at] as number] as Row);
    const key = typeof value === "string" ? value.toLocaleLowerCase() : value;
    if (typeof key === "string" && ascii && !isAscii(key)) ascii = false;
    keys[at] = key;
  }
  // Comparing by a language's letters is slow; a column that is plain ASCII throughout does not need it.
  const collator = ascii ? null : new Intl.Collator(language, { numeric: true });
  const compare = (one: number, other: number): number => {
    const [a, b] = [keys[one] ?? null, keys[other] ?? null];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1; // unknown is last, both ways
    let order: number;
    if (typeof a === "number" && typeof b === "number") order = a - b;
    else if (collator === null) order = String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
    else order = collator.compare(String(a), String(b));
    return down ? -order : order;
  };
  let from = Array.from(found, (_, at) => at);
  let to = new Array<number>(from.length);
  for (let width = 1; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      for (let left = start, right = middle, at = start; at < end; at += 1) {
        const pause = pace.step();
        if (pause !== undefined) await pause;
        const takeLeft = left < middle && (right >= end || compare(from[left] as number, from[right] as number) <= 0);
        to[at] = from[takeLeft ? left++ : right++] as number;
      }
    }
    [from, to] = [to, from];
  }
  return from.map((at) => found[at] as number);
}
