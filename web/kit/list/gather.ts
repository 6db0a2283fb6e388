/**
 * Reads a long list page by page, beside the page that shows it: an answer that comes is kept, and told only now and then. To draw the
 * screen anew for each of 150 answers would keep an old phone busy for as long as the reading lasts. Pure but for `ask`.
 */

/** One answer of a list that goes on: `next` is the cursor of what follows, null at the end; the rows stand under the list's own name. */
export interface ListPage {
  readonly next: string | null;
}

/** What has been read of a list so far; a reading that broke off goes on from here. */
export interface Part<Row> {
  readonly rows: readonly Row[];
  /** Cursor of what follows; null before the first answer. */
  readonly next: string | null;
  readonly answers: number;
}

export const NOTHING: Part<never> = { rows: [], next: null, answers: 0 };

export interface Gathering<Page extends ListPage, Row> {
  /** One answer: the first where the cursor is null. */
  readonly ask: (after: string | null) => Promise<Page>;
  readonly pick: (page: Page) => readonly Row[];
  /** Stops once it has so many rows. */
  readonly most: number;
  /** Answers between two tellings, after the first. */
  readonly together: number;
  /** Told after the first answer and after each `together` more. Its rows only grow, at their end. */
  readonly onPart: (part: Part<Row>) => void;
  /** Told of each answer, so that what breaks off is not lost. */
  readonly onKeep: (part: Part<Row>) => void;
}

/**
 * @param from what an earlier reading left behind; NOTHING to begin
 * @returns all rows
 * @throws whatever `ask` throws; what was read until then has been given to `onKeep`
 */
export async function gather<Page extends ListPage, Row>(
  from: Part<Row>,
  { ask, pick, most, together, onPart, onKeep }: Gathering<Page, Row>,
): Promise<readonly Row[]> {
  let { next, answers } = from;
  // Grown in place and copied only when told: thirty thousand rows copied at each of 150 answers would be two million.
  const rows = [...from.rows];
  for (;;) {
    const page = await ask(next);
    for (const row of pick(page)) rows.push(row);
    next = page.next;
    answers += 1;
    onKeep({ rows, next, answers });
    if (next === null || rows.length >= most) return rows;
    if (answers % together === 1 || together === 1) onPart({ rows: rows.slice(), next, answers });
  }
}
