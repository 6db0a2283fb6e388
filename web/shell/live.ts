/**
 * Open pages follow what others do. One stream for all tabs of a browser, where it can share one; the stream says only kind and id, and the
 * readings that are on the screen are made old, so that they are asked again. Nothing moves while somebody types or the tab is hidden; but what
 * is closed to the reader is gone at once.
 */
import type { QueryClient } from "@tanstack/react-query";

type Said = { event: "change"; what: string; id?: string; gone?: true } | { event: "again" | "ended" };

/** First word of the readings that a kind makes old; the second is the id, or a list's own. */
const READINGS: Readonly<Record<string, readonly string[]>> = {
  case: ["cases", "looks", "identities"],
  report: ["reports"],
  "second-read": ["second-reads"],
  approval: ["approvals"],
};
const UUID = /^[0-9a-f]{8}-/;
/** After this long without a key pressed, a field that still has the cursor holds nothing back. */
const TYPING_MS = 10_000;

/** Is this reading about the thing, or a list that may hold it? */
export function concerns(key: readonly unknown[], what: string, id?: string): boolean {
  const [kind, which] = key;
  if (!READINGS[what]?.includes(String(kind))) return false;
  return id === undefined || which === id || !UUID.test(String(which ?? ""));
}

/** Starts following; returns how to stop. Without EventSource the pages are as they were when they were read. */
export function followChanges(queries: QueryClient): () => void {
  if (typeof EventSource === "undefined") return () => undefined;
  const stopping = new AbortController();
  const { signal } = stopping;
  const waiting = new Map<string, Said>();
  let typedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const busy = (): boolean => {
    if (document.hidden) return true;
    const here = document.activeElement;
    const writes = here?.matches("input, textarea, select, [contenteditable=true]") ?? false;
    return writes && Date.now() - typedAt < TYPING_MS;
  };
  const flush = (): void => {
    clearTimeout(timer);
    if (waiting.size === 0) return;
    if (busy()) {
      timer = setTimeout(flush, 1_000);
      return;
    }
    const said = [...waiting.values()];
    waiting.clear();
    if (said.some((one) => one.event !== "change")) {
      void queries.invalidateQueries({ refetchType: "active" });
      return;
    }
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => said.some((one) => one.event === "change" && concerns(queryKey, one.what, one.id)),
    });
  };
  const take = (said: Said): void => {
    if (said.event === "change" && said.gone === true) {
      // Closed to the reader: what was read leaves the screen now, also under somebody who types, and in a tab that nobody looks at.
      void queries.resetQueries({ predicate: ({ queryKey }) => concerns(queryKey, said.what, said.id) });
      return;
    }
    waiting.set(said.event === "change" ? `${said.what} ${said.id ?? ""}` : said.event, said);
    clearTimeout(timer);
    timer = setTimeout(flush, 150);
  };

  document.addEventListener(
    "input",
    () => {
      typedAt = Date.now();
    },
    { signal, capture: true },
  );
  document.addEventListener("visibilitychange", flush, { signal });
  document.addEventListener("focusout", () => setTimeout(flush, 200), { signal });

  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("homeward-live");
  channel?.addEventListener("message", ({ data }: MessageEvent<Said>) => take(data));
  const hold = () =>
    holdStream(signal, (said) => {
      channel?.postMessage(said);
      take(said);
    });
  // The tab that has the lock listens for all; when it closes, the next one does.
  if (navigator.locks !== undefined && channel !== null)
    navigator.locks.request("homeward-live", { signal }, hold).catch(() => undefined);
  else void hold();

  return () => {
    stopping.abort();
    clearTimeout(timer);
    channel?.close();
  };
}

/** Keeps a stream open until it is told to stop. The browser comes back by itself after a cut; after a refusal we do, later each time. */
function holdStream(signal: AbortSignal, say: (said: Said) => void): Promise<void> {
  return new Promise((done) => {
    let refusals = 0;
    let first = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource | null = null;
    const stop = () => {
      clearTimeout(again);
      source?.close();
      done();
    };
    signal.addEventListener("abort", stop);
    const open = () => {
      if (signal.aborted) return;
      const stream = new EventSource("/api/events");
      source = stream;
      stream.addEventListener("change", ({ data }) =>
        say({ event: "change", ...(JSON.parse(data) as { what: string; id?: string; gone?: true }) }),
      );
      stream.addEventListener("again", () => {
        refusals = 0;
        // The pages have just been read when the first stream begins.
        if (!first) say({ event: "again" });
        first = false;
      });
      stream.addEventListener("ended", () => {
        stream.close();
        say({ event: "ended" }); // the next reading asks who is there
        later();
      });
      stream.addEventListener("error", () => {
        if (stream.readyState === EventSource.CLOSED) later();
      });
    };
    const later = () => {
      clearTimeout(again);
      refusals += 1;
      again = setTimeout(open, Math.min(120_000, 5_000 * 2 ** refusals) * (0.5 + Math.random()));
    };
    open();
  });
}
