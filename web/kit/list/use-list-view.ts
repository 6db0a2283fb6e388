/** The view of a list, kept in the address. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type ListView, viewFromSearch, viewToSearch } from "./view.ts";

const isOurs = (key: string) => key === "q" || key === "sort" || key.startsWith("only-");

/**
 * The list follows a press at once; the address follows a moment later, in a turn of its own, so that neither waits for the other.
 * @param columns keys that may be sorted or narrowed by
 * @param first the view while the address says nothing; a module constant or the like
 */
export function useListView(
  columns: readonly string[],
  first?: ListView,
): readonly [ListView, (next: ListView) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const [wish, setWish] = useState<ListView | null>(null);
  const later = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const names = columns.join(",");
  const said = Object.keys(search).some(isOurs);
  const asked = wish ?? (said || first === undefined ? viewFromSearch(search, names.split(",")) : first);
  // The same view is the same object, so that a list is not arranged again because its address caught up.
  const signature = JSON.stringify([viewToSearch(asked), asked.sort]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `signature` is `asked`, by value
  const view = useMemo(() => asked, [signature]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address has caught up, or Back was pressed: it is right from here on
  useEffect(() => setWish(null), [search]);
  useEffect(() => () => clearTimeout(later.current), []);

  const set = useCallback(
    (next: ListView) => {
      setWish(next);
      const words = viewToSearch(next);
      // An address that says nothing means the first view, so the whole list must say something.
      if (first !== undefined && Object.keys(words).length === 0) words["q"] = "";
      clearTimeout(later.current);
      later.current = setTimeout(() => {
        void navigate({
          to: ".",
          search: ((before: Record<string, unknown>) => ({
            ...Object.fromEntries(Object.entries(before).filter(([key]) => !isOurs(key))),
            ...words,
          })) as never,
          replace: true,
          resetScroll: false,
        });
      }, 60);
    },
    [navigate, first],
  );
  return [view, set];
}
