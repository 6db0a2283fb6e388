/** One clock for all that counts down on a page: it ticks on the minute, and at once when the page is looked at again. */
import { useSyncExternalStore } from "react";

let now = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
  clearTimeout(timer);
  if (listeners.size > 0) timer = setTimeout(tick, 60_000 - (now % 60_000) + 20);
}

const looked = () => {
  if (document.visibilityState === "visible") tick();
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    document.addEventListener("visibilitychange", looked);
    // Not at once: a store must not change while it is being subscribed to.
    timer = setTimeout(tick, 60_000 - (Date.now() % 60_000) + 20);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", looked);
  };
}

/** Milliseconds since 1970, fresh to the minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => {
    if (listeners.size === 0 && Date.now() - now > 1000) now = Date.now();
    return now;
  });
}
