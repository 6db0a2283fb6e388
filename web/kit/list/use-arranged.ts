import { startTransition, useEffect, useMemo, useState } from "react";
import { arrange, inSlices, type Sortable } from "./arrange.ts";
import { type ListView, sameView, WHOLE } from "./view.ts";

const NONE: readonly number[] = [];

/** Positions of the rows as the view wants them; keeps showing the last order while a new one is worked out. */
export function useArranged<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  view: ListView,
  language: string,
): { readonly order: readonly number[]; readonly working: boolean } {
  const asItCame = sameView(view, WHOLE);
  const whole = useMemo(() => (asItCame ? Array.from(rows, (_, index) => index) : NONE), [asItCame, rows]);
  const [done, setDone] = useState<{ rows: readonly Row[]; view: ListView; order: readonly number[] } | null>(null);
  useEffect(() => {
    if (asItCame) return;
    const gone = new AbortController();
    const pace = inSlices(gone.signal);
    // Not in the turn of the press that asked for it.
    pace
      .rest()
      .then(() => arrange(rows, columns, view, language, pace))
      .then(
        (order) => startTransition(() => setDone({ rows, view, order })),
        () => undefined, // a newer view came
      );
    return () => gone.abort();
  }, [rows, columns, view, language, asItCame]);
  if (asItCame) return { order: whole, working: false };
  const fresh = done !== null && done.rows === rows && done.view === view;
  // The last order still holds where rows were only added; positions beyond the end belong to rows that are gone.
  const order =
    done === null
      ? NONE
      : fresh || done.rows.length <= rows.length
        ? done.order
        : done.order.filter((at) => at < rows.length);
  return { order, working: !fresh };
}
