/** The view of a list, kept in the address. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type ListView, viewFromSearch, viewToSearch } from "./view.ts";

/**
 * @param columns keys that may be sorted or narrowed by
 * @param first the view while the address says nothing
 */
export function useListView(
  columns: readonly string[],
  first?: ListView,
): readonly [ListView, (next: ListView) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const names = columns.join(",");
  const view = useMemo(() => {
    const keys = names.split(",");
    const said = Object.keys(search).some((key) => key === "q" || key === "sort" || key.startsWith("only-"));
    return said || first === undefined ? viewFromSearch(search, keys) : first;
  }, [search, names, first]);
  const set = useCallback(
    (next: ListView) => {
      const asked = viewToSearch(next);
      // An address that says nothing means the first view, so the whole list must say something.
      if (first !== undefined && Object.keys(asked).length === 0) asked["q"] = "";
      void navigate({
        to: ".",
        search: ((before: Record<string, unknown>) => ({
          ...Object.fromEntries(
            Object.entries(before).filter(([key]) => key !== "q" && key !== "sort" && !key.startsWith("only-")),
          ),
          ...asked,
        })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate, first],
  );
  return [view, set];
}
