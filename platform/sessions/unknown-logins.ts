import { createHmac, randomBytes } from "node:crypto";

const REMEMBERS = 5_000;

interface Tried {
  failures: number;
  until: number;
}

/**
 * The same growing wait for sign-in names that nobody has, so that a wait does not tell which names there are. In memory only, under a key of
 * this process; the oldest are forgotten first.
 */
export class UnknownLogins {
  readonly #secret = randomBytes(32);
  readonly #tried = new Map<string, Tried>();

  /** Seconds still to wait; 0 where none. */
  waits(login: string, now = Date.now()): number {
    const tried = this.#tried.get(this.#key(login));
    return tried === undefined ? 0 : Math.max(0, Math.ceil((tried.until - now) / 1000));
  }

  /** A wrong password: as sessions.failed counts it for those who are there. */
  failed(login: string, now = Date.now()): void {
    const key = this.#key(login);
    const failures = (this.#tried.get(key)?.failures ?? 0) + 1;
    const seconds = failures < 3 ? 0 : Math.min(900, 2 * 2 ** Math.min(failures - 2, 10));
    this.#tried.delete(key);
    this.#tried.set(key, { failures, until: now + seconds * 1000 });
    const [oldest] = this.#tried.keys();
    if (this.#tried.size > REMEMBERS && oldest !== undefined) this.#tried.delete(oldest);
  }

  #key(login: string): string {
    return createHmac("sha256", this.#secret).update(login.toLowerCase()).digest("base64url");
  }
}
