import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { between, Heights, type Laid, lay, nearer } from "./stretch.ts";

/** How much more than the screen is kept ready, in screens, above and below. */
const AHEAD = 0.5;

/** Browsers that hold the reader's place by themselves when something above changes its height. */
const holdsPlace = () => CSS.supports("overflow-anchor", "auto");

/**
 * Keeps in the page what the reader sees of a list that scrolls with the page. New stretches are made one at a time, nearest to the
 * middle of the screen first, and measured by the browser's own layout: no step holds up a finger.
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
  const [made, setMade] = useState<{ readonly heights: Heights; readonly stretches: readonly number[] } | null>(null);
  const [measured, setMeasured] = useState(0);
  const frame = useRef(0);
  const stretches = made?.heights === heights ? made.stretches : FIRST;

  const look = useCallback(() => {
    const box = table.current;
    if (box === null) return;
    const head = box.tHead?.offsetHeight ?? 0;
    const from = -box.getBoundingClientRect().top - head;
    const ahead = innerHeight * AHEAD;
    const wanted = between(heights, count, from - ahead, from + innerHeight + ahead);
    const middle = between(heights, count, from + innerHeight / 2, from + innerHeight / 2);
    if (wanted === null || middle === null) return;
    // Making rows may be put off by a key or a finger; what was there before stays until then.
    startTransition(() =>
      setMade((before) => {
        const now = before?.heights === heights ? before.stretches : FIRST;
        const next = nearer(now, wanted, middle[0]);
        return before?.heights === heights && next === now ? before : { heights, stretches: next };
      }),
    );
  }, [table, heights, count]);

  const soon = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(look);
  }, [look]);

  useEffect(() => {
    soon();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame.current);
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
    };
  }, [soon]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step the next one, until all that is wanted is made
  useEffect(soon, [stretches, measured]);

  useEffect(() => {
    const box = table.current;
    if (box === null) return;
    const watch = new ResizeObserver((entries) => {
      let changed = false;
      let above = 0;
      for (const { target, contentRect } of entries) {
        const stretch = target instanceof HTMLElement ? target.dataset["stretch"] : undefined;
        if (stretch === undefined) {
          setWidth(Math.round(contentRect.width));
          continue;
        }
        const before = heights.of(Number(stretch));
        // A stretch that has just been taken out reports nothing.
        if (contentRect.height === 0 || !heights.take(Number(stretch), contentRect.height)) continue;
        changed = true;
        if (target.getBoundingClientRect().bottom < 0) above += contentRect.height - before;
      }
      if (!changed) return;
      if (above !== 0 && !holdsPlace()) scrollBy(0, above);
      setMeasured((times) => times + 1);
    });
    watch.observe(box);
    for (const body of box.tBodies) if (stretches.includes(Number(body.dataset["stretch"]))) watch.observe(body);
    return () => watch.disconnect();
  }, [table, heights, stretches]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights change within, `measured` tells when
  return useMemo(() => lay(heights, count, stretches, kept), [heights, count, stretches, kept, measured]);
}

const FIRST: readonly number[] = [0];
