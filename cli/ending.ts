/**
 * How a long-running command ends: Ctrl-C, SIGTERM or a closed terminal undo what was begun, the last first; a second signal stops
 * waiting and kills.
 */
export interface Ending {
  /** Registers how to undo something, and how to do it at once where there is a quicker way. */
  undo(gently: () => Promise<void>, atOnce?: () => void): void;
  /** Aborts with the first signal. */
  readonly signal: AbortSignal;
  /** Settles with the first signal. */
  readonly asked: Promise<"asked">;
  /** Runs work that can simply be left: rejects with the first signal. */
  unlessAsked<T>(work: Promise<T>): Promise<T>;
  /** Undoes everything; again: waits for the same. */
  end(): Promise<void>;
}

/** Thrown where a signal broke work off. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** @param onAsked tells the person that it is stopping, and that a second Ctrl-C forces it */
export function catchSignals(onAsked: (signal: NodeJS.Signals) => void): Ending {
  const gentle: (() => Promise<void>)[] = [];
  const quick: (() => void)[] = [];
  let ended: Promise<void> | null = null;
  let count = 0;
  const aborter = new AbortController();
  const asked = new Promise<"asked">((done) => {
    aborter.signal.addEventListener("abort", () => done("asked"));
  });
  for (const signal of signals) {
    process.on(signal, () => {
      count += 1;
      if (count > 1) {
        for (const kill of quick) kill();
        process.exit(130);
      }
      onAsked(signal);
      aborter.abort();
    });
  }
  return {
    asked,
    signal: aborter.signal,
    unlessAsked: (work) =>
      Promise.race([
        work,
        asked.then(() => {
          throw new Interrupted();
        }),
      ]),
    undo(gently, atOnce) {
      gentle.push(gently);
      if (atOnce) quick.push(atOnce);
    },
    end() {
      ended ??= (async () => {
        const problems: unknown[] = [];
        for (let step = gentle.pop(); step; step = gentle.pop())
          await step().catch((error: unknown) => problems.push(error));
        if (problems.length > 0) throw problems[0];
      })();
      return ended;
    },
  };
}
