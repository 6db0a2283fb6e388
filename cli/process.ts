import { messageOf, systemCode } from "./failure.ts";

/** A process that has started: how to end it, and what to tell the supervisor with "ready". */
export interface Running {
  said?: Readonly<Record<string, unknown>>;
  /** Finishes what is under way and lets go of sockets and connections. */
  stop(): Promise<void>;
}

const graceMs = 4_000;

/**
 * The child's side of supervise.ts: waits for the settings, starts, says so, and ends when told to, or when the supervisor is gone,
 * however it went. Ctrl-C in a terminal reaches every process at once; only the supervisor answers it, so that the order holds.
 */
export function runAsMember(start: (settings: unknown) => Promise<Running>): void {
  let starting: Promise<Running> | null = null;
  let ending = false;

  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code), graceMs).unref();
    try {
      await (await starting)?.stop();
    } catch (error) {
      console.error(messageOf(error));
    }
    process.exit(code);
  };

  process.on("SIGINT", () => {});
  process.on("SIGHUP", () => {});
  process.on("SIGTERM", () => void end(0));
  process.on("disconnect", () => void end(0));
  process.on("message", (message: { settings?: unknown; stop?: true }) => {
    if (message.stop) return void end(0);
    if (starting) return;
    starting = start(message.settings);
    starting.then(
      (running) => process.send?.({ ready: true, ...running.said }),
      (error: unknown) => {
        console.error(error);
        process.send?.({ failed: messageOf(error), code: systemCode(error) ?? undefined }, undefined, undefined, () => {
          process.exit(1);
        });
      },
    );
  });
}
