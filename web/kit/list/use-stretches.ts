import {
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { between, Heights, type Laid, lay } from "./stretch.ts";

/** How much more than the screen is kept ready, in screens, above and below. */
const AHEAD = 0.6;

/** Browsers that hold the reader's place by themselves when something above changes its height. */
const holdsPlace = () => CSS.supports("overflow-anchor", "auto");

/**
 * Keeps in the page what the reader sees of a list that scrolls with the page.
 * @param table the list's table; each stretch in it carries `data-stretch`
 * @param guess height of one row until one is measured, in pixels
 * @param version changes when heights are no longer what they were: other rows, another density
 * @param kept a stretch that stays, because the focus is in it
 */
export function useStretches(
  table: RefObject<HTMLTableElement | null>,
  count: number,
  guess: number,
  version: unknown,
  kept: number | null,
): Laid {
  const [width, setWidth] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the reasons to measure anew
  const heights = useMemo(() => new Heights(guess), [guess, version, width]);
  const [range, setRange] = useState<readonly [number, number]>([0, 3]);
  const [measured, setMeasured] = useState(0);
  const top = useRef(0);

  const look = useCallback(() => {
    const ahead = innerHeight * AHEAD;
    const from = scrollY - top.current;
    const next = between(heights, count, from - ahead, from + innerHeight + ahead);
    if (next === null) return;
    // Making rows may be put off by a key or a finger; what was there before stays until then.
    startTransition(() => setRange((before) => (before[0] === next[0] && before[1] === next[1] ? before : next)));
  }, [heights, count]);

  useEffect(() => {
    look();
    addEventListener("scroll", look, { passive: true });
    addEventListener("resize", look);
    return () => {
      removeEventListener("scroll", look);
      removeEventListener("resize", look);
    };
  }, [look]);

  useEffect(() => {
    const box = table.current;
    if (box === null) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(box);
    return () => watch.disconnect();
  }, [table]);

  // After each change of the page: where the list begins, and how high what is new has become.
  useLayoutEffect(() => {
    const box = table.current;
    if (box === null) return;
    const head = box.tHead?.getBoundingClientRect().height ?? 0;
    top.current = box.getBoundingClientRect().top + scrollY + head;
    let changed = false;
    let above = 0;
    for (const body of box.tBodies) {
      const stretch = Number(body.dataset["stretch"]);
      const { height, bottom } = body.getBoundingClientRect();
      const before = heights.of(stretch);
      if (!heights.take(stretch, height)) continue;
      changed = true;
      if (bottom < 0) above += height - before;
    }
    if (!changed) return;
    if (above !== 0 && !holdsPlace()) scrollBy(0, above);
    setMeasured((times) => times + 1);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a measured height moves what is laid out and what is seen
  useEffect(() => look(), [measured, look]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights change within, `measured` tells when
  return useMemo(() => lay(heights, count, range, kept), [heights, count, range, kept, measured]);
}
