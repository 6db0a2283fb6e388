import type pg from "pg";
import { DatabaseRefusal, inOneTrip, type Tx } from "../postgres/transaction.ts";

/** What the database says over the channel `homeward`; the triggers that send it lie beside the tables they watch. */
interface Notice {
  what: string;
  id?: string;
  /** Principals whom it may concern; a narrowing only, row security decides. */
  to?: number[];
  /** Principals for whom it has just closed: they saw it until now, and whoever of them sees it no more is told that. */
  gone?: number[];
  worker?: string;
}

/** One thing that a reader can see and that changed. Without an id: something of this kind, look again. */
export interface Change {
  what: string;
  id?: string;
  /** The reader saw it a moment ago and sees it no more. */
  gone?: true;
}

/** Answers which of these ids the session behind `tx` can see: a query under row security. */
export type Visible = (tx: Tx, ids: readonly string[]) => Promise<readonly { id: string }[]>;

export interface Reader {
  token: string;
  sessionId: string;
  workerId: string;
  /** Asked anew at each heartbeat. */
  principals: ReadonlySet<number>;
  tell(change: Change): void;
  /** Something was missed: read everything anew. */
  again(): void;
  /** The session is over. */
  end(): void;
}

export interface HubOptions {
  /** The pool of login hw_app: one connection listens while there are readers. */
  pool: pg.Pool;
  kinds: Readonly<Record<string, Visible>>;
  /** Changes within this time go out together; 200 ms. */
  gatherMs?: number;
  onTrouble?: (what: string) => void;
}

const MOST_IDS = 200;

/**
 * One ear for all streams of a web process. A notice reaches a reader only after the reader's own session was asked, under row security,
 * whether it can see the thing: who is not on a case, is recused from it or has left hears nothing, not even that something happened.
 */
export class EventHub {
  readonly #options: HubOptions;
  readonly #readers = new Set<Reader>();
  readonly #waiting = new Map<Reader, Map<string, Set<string> | null>>();
  /** Of what waits, what was taken from the reader. */
  readonly #taken = new Map<Reader, Set<string>>();
  #ear: pg.PoolClient | null = null;
  #listening: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: HubOptions) {
    this.#options = options;
  }

  /** Adds a reader once we listen, so that nothing falls between its first look and its stream. Returns how to take it away. */
  async add(reader: Reader): Promise<() => void> {
    this.#readers.add(reader);
    this.#listening ??= this.#listen();
    await this.#listening;
    return () => {
      this.#readers.delete(reader);
      this.#waiting.delete(reader);
      this.#taken.delete(reader);
      if (this.#readers.size === 0) this.#deafen();
    };
  }

  count(sessionId: string): number {
    return [...this.#readers].filter((reader) => reader.sessionId === sessionId).length;
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#readers.clear();
    this.#deafen();
  }

  async #listen(): Promise<void> {
    const ear = await this.#options.pool.connect();
    if (this.#closed || this.#readers.size === 0) return void ear.release();
    this.#ear = ear;
    ear.on("notification", ({ payload }) => this.#hear(payload ?? ""));
    ear.once("error", () => this.#lost(ear));
    ear.once("end", () => this.#lost(ear));
    try {
      await ear.query("listen homeward");
    } catch (error) {
      this.#lost(ear);
      throw error;
    }
  }

  #deafen(): void {
    const ear = this.#ear;
    this.#ear = null;
    this.#listening = null;
    ear?.removeAllListeners("notification");
    ear?.release(true); // ended, not given back: another user of the pool must not listen
  }

  /** Whatever was said meanwhile is lost: listen again after a moment, and let everybody read anew. */
  #lost(ear: pg.PoolClient): void {
    if (this.#ear !== ear) return;
    this.#deafen();
    if (this.#closed || this.#readers.size === 0) return;
    setTimeout(
      () => {
        this.#listening ??= this.#listen();
        this.#listening.then(
          () => {
            for (const reader of this.#readers) reader.again();
          },
          (error: Error) => {
            this.#options.onTrouble?.(error.name);
            this.#listening = null;
            for (const reader of this.#readers) reader.again(); // they come back and try anew
          },
        );
      },
      500 + Math.random() * 1500,
    ).unref();
  }

  #hear(payload: string): void {
    let notice: Notice;
    try {
      notice = JSON.parse(payload) as Notice;
    } catch {
      return; // not one of ours
    }
    if (notice.what === "session") {
      for (const reader of [...this.#readers]) if (reader.sessionId === notice.id) reader.end();
      return;
    }
    for (const reader of this.#readers) {
      const holds = (some: number[] | undefined) =>
        Array.isArray(some) && some.some((principal) => reader.principals.has(principal));
      const gone = holds(notice.gone) && notice.id !== undefined;
      if (gone) this.#taken.set(reader, (this.#taken.get(reader) ?? new Set()).add(notice.id ?? ""));
      if (gone || notice.worker === reader.workerId || holds(notice.to)) this.#gather(reader, notice);
    }
  }

  #gather(reader: Reader, { what, id }: Notice): void {
    const kinds = this.#waiting.get(reader) ?? new Map<string, Set<string> | null>();
    this.#waiting.set(reader, kinds);
    const ids = kinds.get(what);
    if (id === undefined) kinds.set(what, null);
    else if (ids === undefined) kinds.set(what, new Set([id]));
    else if (ids !== null) ids.add(id);
    this.#timer ??= setTimeout(() => void this.#flush(), this.#options.gatherMs ?? 200);
  }

  async #flush(): Promise<void> {
    this.#timer = null;
    const work = [...this.#waiting];
    const taken = new Map(this.#taken);
    this.#waiting.clear();
    this.#taken.clear();
    for (const [reader, kinds] of work) await this.#tell(reader, kinds, taken.get(reader) ?? new Set());
  }

  async #tell(reader: Reader, kinds: Map<string, Set<string> | null>, taken: ReadonlySet<string>): Promise<void> {
    try {
      for (const [what, ids] of kinds) {
        const visible = this.#options.kinds[what];
        if (ids === null || visible === undefined) {
          if (ids === null) reader.tell({ what });
          continue;
        }
        // What was taken comes first: a page that must close does not wait behind a full answer.
        const asked = [...ids].sort((a, b) => Number(taken.has(b)) - Number(taken.has(a))).slice(0, MOST_IDS);
        const seen = await inOneTrip(this.#options.pool, { role: "homeward_app", token: reader.token }, (tx) =>
          visible(tx, asked),
        );
        for (const { id } of seen) reader.tell({ what, id });
        for (const id of asked)
          if (taken.has(id) && !seen.some((one) => one.id === id)) reader.tell({ what, id, gone: true });
        if (ids.size > MOST_IDS) reader.tell({ what });
      }
    } catch (error) {
      if (error instanceof DatabaseRefusal && error.sqlstate === "HW401") reader.end();
      else reader.again(); // what could not be asked may have been seen
    }
  }
}
