import { type ChildProcess, fork } from "node:child_process";
import { createInterface } from "node:readline";

/** One process under the supervisor. It gets these settings over its private channel, and nothing of our environment. */
export interface Member {
  name: string;
  /** The file Node runs; it answers with `{ ready: true, … }` or `{ failed: sentence }` (see process.ts). */
  entry: string;
  arguments?: readonly string[];
  settings: unknown;
  /** Its whole environment. Secrets belong into the settings: an environment can be read in /proc and lands in crash reports. */
  environment?: Readonly<Record<string, string>>;
  nodeOptions?: readonly string[];
}

/** What happens to the processes, for whoever tells a person. */
export type Happening =
  | { kind: "ready"; member: string; after: number }
  | { kind: "crashed"; member: string; how: string; again: number }
  | { kind: "line"; member: string; stream: "out" | "err"; text: string }
  | { kind: "stopped"; member: string }
  | { kind: "killed"; member: string };

export interface Patience {
  /** How long a process may take until it is ready, in ms. */
  ready: number;
  /** How long one may take to stop before it is killed, in ms. */
  stop: number;
  /** The wait before the first restart, in ms; it doubles with each crash up to `longest`, and starts anew after `calm`. */
  first: number;
  longest: number;
  calm: number;
}

export const usualPatience: Patience = { ready: 180_000, stop: 5_000, first: 200, longest: 10_000, calm: 60_000 };

export interface Supervision {
  /** What each process said with its `ready`: the web process's address, for one. */
  readonly said: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** The process numbers of those that run now. */
  pids(): ReadonlyMap<string, number>;
  /** Stops all, the last of the list first, each within its patience. Safe to call again. */
  stop(): Promise<void>;
  /** Ends all at once. */
  kill(): void;
}

/** A process that could not start, in its own words. */
export class MemberFailed extends Error {
  override readonly name = "MemberFailed";
  readonly member: string;
  /** The system's code where there is one, such as EADDRINUSE. */
  readonly code: string | null;

  constructor(member: string, sentence: string, code: string | null = null) {
    super(sentence);
    this.member = member;
    this.code = code;
  }
}

/**
 * Starts the members side by side and keeps them alive: a crashed one is started again, after a growing wait. They find each other by
 * themselves, since each must also live with the other's restart.
 * @throws MemberFailed when one does not get ready at first; the others are stopped then
 */
export async function supervise(
  members: readonly Member[],
  tell: (happening: Happening) => void,
  patience: Partial<Patience> = {},
): Promise<Supervision> {
  const keepers = members.map((member) => new Keeper(member, tell, { ...usualPatience, ...patience }));
  const said = new Map<string, Readonly<Record<string, unknown>>>();
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= (async () => {
      for (const keeper of keepers.toReversed()) await keeper.stop();
    })();
    return stopping;
  };
  const starts = keepers.map(async (keeper) => said.set(keeper.member.name, await keeper.start()));
  try {
    await Promise.all(starts);
  } catch (error) {
    await stop();
    await Promise.allSettled(starts);
    throw error;
  }
  return {
    said,
    pids: () =>
      new Map(keepers.flatMap((keeper) => (keeper.pid === undefined ? [] : [[keeper.member.name, keeper.pid]]))),
    stop,
    kill: () => {
      for (const keeper of keepers) keeper.kill();
    },
  };
}

type Said = Readonly<Record<string, unknown>>;

/** Keeps one member alive. */
class Keeper {
  readonly member: Member;
  readonly #tell: (happening: Happening) => void;
  readonly #patience: Patience;
  #child: ChildProcess | null = null;
  #ended: Promise<void> = Promise.resolve();
  #stopping = false;
  #crashes = 0;
  #again: NodeJS.Timeout | null = null;

  constructor(member: Member, tell: (happening: Happening) => void, patience: Patience) {
    this.member = member;
    this.#tell = tell;
    this.#patience = patience;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the process and waits until it is ready. @throws MemberFailed */
  start(): Promise<Said> {
    const { name, entry, settings } = this.member;
    const begun = performance.now();
    const child = fork(entry, this.member.arguments ?? [], {
      execArgv: ["--disable-warning=ExperimentalWarning", ...(this.member.nodeOptions ?? [])],
      env: { ...this.member.environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      serialization: "advanced",
    });
    this.#child = child;
    this.#listen(child);
    child.send({ settings }, () => {}); // one that died at once is told by its end

    return new Promise<Said>((resolve, reject) => {
      let ready = false;
      const late = setTimeout(() => {
        reject(new MemberFailed(name, `${name}: not ready after ${Math.round(this.#patience.ready / 1000)} s`));
        child.kill("SIGKILL");
      }, this.#patience.ready);
      child.on("message", (message) => {
        const said = asRecord(message);
        if (said.ready === true) {
          ready = true;
          clearTimeout(late);
          this.#tell({ kind: "ready", member: name, after: performance.now() - begun });
          resolve(said);
        } else if (typeof said.failed === "string") {
          reject(new MemberFailed(name, said.failed, typeof said.code === "string" ? said.code : null));
        }
      });
      let closed = () => {};
      this.#ended = new Promise((done) => {
        closed = done;
      });
      const over = (how: string) => {
        clearTimeout(late);
        if (this.#child === child) this.#child = null;
        closed();
        reject(new MemberFailed(name, `${name}: ${how}`));
        if (ready && !this.#stopping) this.#startAgain(how, performance.now() - begun);
      };
      child.once("error", (error) => over(error.message));
      child.once("close", (code, signal) => over(signal ?? `exit ${code}`));
    });
  }

  /** The process told that it should end, then, out of patience, killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#again) clearTimeout(this.#again);
    const child = this.#child;
    if (child === null) return;
    if (child.connected) child.send({ stop: true }, () => {});
    else child.kill("SIGTERM");
    const forced = setTimeout(() => {
      this.#tell({ kind: "killed", member: this.member.name });
      child.kill("SIGKILL");
    }, this.#patience.stop);
    await this.#ended;
    clearTimeout(forced);
    this.#tell({ kind: "stopped", member: this.member.name });
  }

  kill(): void {
    this.#stopping = true;
    if (this.#again) clearTimeout(this.#again);
    this.#child?.kill("SIGKILL");
  }

  #startAgain(how: string, lived: number): void {
    this.#crashes = lived >= this.#patience.calm ? 1 : this.#crashes + 1;
    const again = Math.min(this.#patience.longest, this.#patience.first * 2 ** Math.min(this.#crashes - 1, 30));
    this.#tell({ kind: "crashed", member: this.member.name, how, again });
    this.#again = setTimeout(() => {
      const started = performance.now();
      // One that dies before it is ready was not told as a crash yet.
      this.start().catch((error: Error) => {
        if (!this.#stopping) this.#startAgain(error.message, performance.now() - started);
      });
    }, again);
  }

  #listen(child: ChildProcess): void {
    for (const [stream, input] of [
      ["out", child.stdout],
      ["err", child.stderr],
    ] as const) {
      if (!input) continue;
      createInterface({ input }).on("line", (text) => {
        this.#tell({ kind: "line", member: this.member.name, stream, text });
      });
    }
  }
}

function asRecord(message: unknown): Said {
  return typeof message === "object" && message !== null ? { ...message } : {};
}
