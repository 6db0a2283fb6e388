/** A whole list, read page by page, so that no answer is large enough to hold up the page while it is parsed. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { request } from "../client.ts";
import type { Problem, ProblemError } from "../problem.ts";
import { keyOf } from "../reading.ts";

/** One answer of a list that goes on: `next` is the cursor of what follows, null at the end; the rows stand under the list's own name. */
export interface ListPage {
  readonly next: string | null;
}

export interface AllRows<Row> {
  readonly rows: readonly Row[];
  readonly state: "reading" | "more" | "read" | "failed";
  readonly problem: Problem | null;
  readonly retry: () => void;
}

/** Rows of one answer: the most that the server gives, and parsing them stays far below one frame on an old phone. */
const PAGE = 200;
/** After the first answer, so many are shown together: to arrange thirty thousand rows anew for each answer would be in the reader's way. */
const TOGETHER = 25;
const NONE: readonly unknown[] = [];

/**
 * Reads `path` to its end: `useAllRows<Found, CaseRow>("/api/cases?open=any", (page) => page.cases)`.
 * @param pick the rows of one answer; a module constant or the like, so that it stays the same
 * @param most stops there: a list of more rows than this is searched on the server, not here
 */
export function useAllRows<Page extends ListPage, Row>(
  path: string,
  pick: (page: Page) => readonly Row[],
  most = 30_000,
): AllRows<Row> {
  const query = useInfiniteQuery<Page, ProblemError, { pages: Page[] }, string[], string | null>({
    queryKey: [...keyOf(path), "all"],
    initialPageParam: null,
    queryFn: ({ pageParam, signal }) => {
      const more = new URLSearchParams({
        atMost: String(PAGE),
        ...(pageParam === null ? {} : { after: pageParam }),
      });
      return request("GET", `${path}${path.includes("?") ? "&" : "?"}${more}`, undefined, { signal });
    },
    getNextPageParam: (last, pages) => (pages.length * PAGE >= most ? null : last.next),
    // Narrowed on the server: what was read before stays until the answer is here.
    placeholderData: (before) => before,
    // Comparing thirty thousand rows with themselves would cost more than showing them.
    structuralSharing: false,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage, isPlaceholderData } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const pages = data?.pages ?? NONE;
  const shown = hasNextPage ? Math.max(1, pages.length - (pages.length % TOGETHER)) : pages.length;
  const first = pages[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that is read again is a list with another first page
  const rows = useMemo(() => pages.slice(0, shown).flatMap((page) => pick(page as Page)), [first, shown, pick]);
  return {
    rows,
    state: isError ? "failed" : data === undefined ? "reading" : hasNextPage || isPlaceholderData ? "more" : "read",
    problem: query.error?.problem ?? null,
    retry: () => void (data === undefined ? query.refetch() : fetchNextPage()),
  };
}
