import { createHash } from "node:crypto";

/**
 * Which log entries of read lists stand: a list asked again within its entry's quarter of an hour need not look for the entry. What the
 * database told, and nothing else: how long an entry stands is said there, in the transaction that wrote or found it. A process that starts
 * knows of none and asks once more.
 */
export class StandingEntries {
  readonly #until = new Map<string, number>();
  readonly #atMost: number;
  readonly #now: () => number;

  /** @param now milliseconds that only ever go forward */
  constructor(atMost = 20_000, now: () => number = () => performance.now()) {
    this.#atMost = atMost;
    this.#now = now;
  }

  /** The entry of one session, of whose token only a hash is kept, and one verb. */
  entry(token: string, verb: string): StandingEntry {
    const key = `${createHash("sha256").update(token).digest("base64url")} ${verb}`;
    return {
      verb,
      still: () => (this.#until.get(key) ?? Number.NEGATIVE_INFINITY) > this.#now(),
      until: (seconds) => {
        this.#until.delete(key);
        this.#until.set(key, this.#now() + seconds * 1000);
        // The oldest go first; whoever is forgotten is asked about once more.
        for (const [oldest] of this.#until) {
          if (this.#until.size <= this.#atMost) break;
          this.#until.delete(oldest);
        }
      },
    };
  }
}

export interface StandingEntry {
  verb: string;
  /** Does it stand now? */
  still(): boolean;
  /** It stands for so many seconds from now; said only after the transaction that found or wrote it has committed. */
  until(seconds: number): void;
}
