/** A whole list, read page by page, so that no answer is large enough to hold up the page while it is parsed. */
import { hashKey, type QueryClient, QueryObserver, useQueryClient } from "@tanstack/react-query";
import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { request } from "../client.ts";
import type { Problem, ProblemError } from "../problem.ts";
import { keyOf } from "../reading.ts";
import { gather, type ListPage, NOTHING, type Part } from "./gather.ts";

export type { ListPage } from "./gather.ts";

export interface AllRows<Row> {
  readonly rows: readonly Row[];
  readonly state: "reading" | "more" | "read" | "failed";
  readonly problem: Problem | null;
  readonly retry: () => void;
}

/** Rows of one answer: the most that the server gives, and parsing them stays far below one frame on an old phone. */
const PAGE = 200;
/** After the first answer, so many are shown together. */
const TOGETHER = 25;
const NONE: readonly never[] = [];

/** What a list says at one moment; the path says which list. */
interface Told<Row> {
  readonly path: string;
  readonly rows: readonly Row[];
  readonly state: AllRows<Row>["state"];
  readonly problem: Problem | null;
}

/** A reading that broke off goes on from where it was for so long; after that, what it had read may have changed. */
const GOES_ON_MS = 60_000;

interface Kept {
  readonly part: Part<unknown>;
  readonly beganAt: number;
}

/** Readings that are under way or broke off, per cache: leaving a page and coming back goes on where it was. */
const parts = new WeakMap<QueryClient, Map<string, Kept>>();
const partsOf = (queries: QueryClient): Map<string, Kept> => {
  const known = parts.get(queries) ?? new Map<string, Kept>();
  parts.set(queries, known);
  return known;
};

const pathAfter = (path: string, after: string | null) => {
  const more = new URLSearchParams({ atMost: String(PAGE), ...(after === null ? {} : { after }) });
  return `${path}${path.includes("?") ? "&" : "?"}${more}`;
};

/**
 * Reads `path` to its end: `useAllRows<Found, CaseRow>("/api/cases?open=any", (page) => page.cases)`.
 * What it tells it tells in steps that a finger may interrupt: a cache's own hook would draw the page at once, in one piece.
 * @param pick the rows of one answer; a module constant or the like, so that it stays the same
 * @param most stops there: a list of more rows than this is searched on the server, not here
 */
export function useAllRows<Page extends ListPage, Row>(
  path: string,
  pick: (page: Page) => readonly Row[],
  most = 30_000,
): AllRows<Row> {
  const queries = useQueryClient();
  const [told, setTold] = useState<Told<Row>>(() => {
    const rows = queries.getQueryData<readonly Row[]>([...keyOf(path), "all"]);
    return { path, rows: rows ?? NONE, state: rows === undefined ? "reading" : "read", problem: null };
  });
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    const queryKey = [...keyOf(path), "all"];
    const kept = partsOf(queries);
    const hash = hashKey(queryKey);
    let shown: readonly Row[] = NONE;
    const observer = new QueryObserver<readonly Row[], ProblemError>(queries, {
      queryKey,
      queryFn: async ({ signal }) => {
        // Told that the list is old: what was read of it is, too.
        const before = queries.getQueryCache().get(hash)?.state.isInvalidated ? undefined : kept.get(hash);
        const goesOn = before !== undefined && Date.now() - before.beganAt < GOES_ON_MS;
        const beganAt = goesOn ? before.beganAt : Date.now();
        const rows = await gather<Page, Row>(goesOn ? (before.part as Part<Row>) : NOTHING, {
          ask: (after) => request<Page>("GET", pathAfter(path, after), undefined, { signal }),
          pick,
          most,
          together: TOGETHER,
          onPart: (part) => {
            shown = part.rows;
            tell();
          },
          onKeep: (part) => kept.set(hash, { part, beganAt }),
        });
        kept.delete(hash);
        return rows;
      },
      // Comparing thirty thousand rows with themselves would cost more than showing them.
      structuralSharing: false,
      notifyOnChangeProps: ["data", "error", "status"],
    });
    let last: Told<Row> | null = null;
    const tell = () => {
      const { data, error, isError } = observer.getCurrentResult();
      const rows =
        data ?? (isError ? ((kept.get(hash)?.part.rows as readonly Row[] | undefined)?.slice() ?? shown) : shown);
      const problem = error?.problem ?? null;
      const state = isError ? "failed" : data !== undefined ? "read" : rows.length > 0 ? "more" : "reading";
      // Narrowed on the server: what was read before stays until the first answer is here.
      if (state === "reading" || (last?.rows === rows && last.state === state && last.problem === problem)) return;
      last = { path, rows, state, problem };
      const now = last;
      startTransition(() => setTold((before) => (same(before, now) ? before : now)));
    };
    const stop = observer.subscribe(tell);
    again.current = () => void observer.refetch();
    tell();
    return stop;
  }, [queries, path, pick, most]);
  const retry = useCallback(() => again.current(), []);
  const state = told.path === path ? told.state : told.rows.length > 0 ? "more" : "reading";
  return { rows: told.rows, state, problem: told.path === path ? told.problem : null, retry };
}

const same = <Row>(one: Told<Row>, other: Told<Row>) =>
  one.path === other.path && one.rows === other.rows && one.state === other.state && one.problem === other.problem;
