import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../platform/postgres/transaction.ts";
import { hashOf, newToken } from "../../platform/sessions/tokens.ts";
import type { SignUpLink } from "./model.ts";

/** Somebody's one-time link. It stands beside the answer and not in it: an answer is kept for repeats, and the link is kept nowhere. */
export class OneTimeLink {
  readonly #token = newToken();
  #expiresAt: string | null = null;

  /** What the database may know of it. */
  get hash(): Buffer {
    return hashOf(this.#token);
  }

  /** @param offering the function that keeps the hash and says when it ends */
  async offer(tx: Tx, offering: RawBuilder<unknown>): Promise<void> {
    const { ends } = await tx.one<{ ends: string }>(sql`select ${offering} as ends`);
    this.#expiresAt = ends;
  }

  /** Null where the request was a repeat: then no link was made. */
  shown(): z.infer<typeof SignUpLink> | null {
    return this.#expiresAt === null ? null : { path: `/set-up#${this.#token}`, expiresAt: this.#expiresAt };
  }
}
