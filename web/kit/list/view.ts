/**
 * How a list is being looked at: words, order, what it is narrowed to. It lives in the address, so that a view can be sent to a
 * colleague, kept under a name and found again with Back. It holds codes and search words only: no name belongs into an address.
 */

export interface ListView {
  /** Words looked for in the list. */
  readonly words: string;
  readonly sort: { readonly column: string; readonly down: boolean } | null;
  /** Column → codes it may have; a column without an entry is not narrowed. */
  readonly only: Readonly<Record<string, readonly string[]>>;
}

export const WHOLE: ListView = { words: "", sort: null, only: {} };

const ONLY = "only-";

/** The view as parameters of an address: `?q=delhi&sort=-due&only-risk=high,urgent`. */
export function viewToSearch(view: ListView): Record<string, string> {
  const search: Record<string, string> = {};
  if (view.words !== "") search["q"] = view.words;
  if (view.sort !== null) search["sort"] = `${view.sort.down ? "-" : ""}${view.sort.column}`;
  for (const [column, codes] of Object.entries(view.only)) {
    if (codes.length > 0) search[`${ONLY}${column}`] = codes.join(",");
  }
  return search;
}

/** Reads an address. What it does not know it leaves out: an old link shows more, never an error. */
export function viewFromSearch(search: Readonly<Record<string, unknown>>, columns: readonly string[]): ListView {
  const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
  const sort = text(search["sort"]);
  const column = sort.replace(/^-/, "");
  const only = Object.fromEntries(
    columns.flatMap((name): [string, string[]][] => {
      const codes = text(search[`${ONLY}${name}`])
        .split(",")
        .filter((code) => code !== "");
      return codes.length === 0 ? [] : [[name, codes]];
    }),
  );
  return {
    words: text(search["q"]),
    sort: columns.includes(column) ? { column, down: sort.startsWith("-") } : null,
    only,
  };
}

export const sameView = (one: ListView, other: ListView): boolean =>
  JSON.stringify(sorted(viewToSearch(one))) === JSON.stringify(sorted(viewToSearch(other)));

const sorted = (search: Record<string, string>) =>
  Object.entries(search).sort(([one], [other]) => (one < other ? -1 : 1));

/** Pressing a column's head: first to last, then last to first, then as it came. */
export function nextSort(sort: ListView["sort"], column: string): ListView["sort"] {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? null : { column, down: true };
}
