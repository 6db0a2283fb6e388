/**
 * Counts down while nobody uses the page. Any key, touch, scroll or movement of the pointer starts the count anew; a hidden page does
 * not count as used, and neither does a program.
 */
import { useEffect, useRef, useState } from "react";

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"] as const;

/**
 * @param seconds how long nothing may happen
 * @param onIdle called once, when the time is over
 * @param running false: no count
 * @returns seconds left; null while it does not run
 */
export function useIdle(seconds: number, onIdle: () => void, running: boolean): number | null {
  const [left, setLeft] = useState(seconds);
  const done = useRef(onIdle);
  useEffect(() => {
    done.current = onIdle;
  });
  useEffect(() => {
    if (!running) return;
    let last = Date.now();
    let over = false;
    const used = (event: Event) => {
      if (event.isTrusted) last = Date.now();
    };
    const look = () => {
      // By the clock and not by counting: a sleeping laptop's timer does not tick, and it must open closed.
      const rest = Math.max(0, Math.ceil(seconds - (Date.now() - last) / 1000));
      setLeft(rest);
      if (rest === 0 && !over) {
        over = true;
        done.current();
      }
    };
    setLeft(seconds);
    const timer = setInterval(look, 1000);
    for (const sign of SIGNS) addEventListener(sign, used, { passive: true, capture: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) removeEventListener(sign, used, { capture: true });
      document.removeEventListener("visibilitychange", look);
    };
  }, [seconds, running]);
  return running ? left : null;
}
