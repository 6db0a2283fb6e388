import type { FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import type { Acting } from "../http/act.ts";
import { sendProblem } from "../http/problems.ts";
import type { VaultCaller } from "../keys/vault.ts";
import type { Language } from "../languages/words.ts";
import { DatabaseRefusal, type Tx, transact } from "../postgres/transaction.ts";

/** Codes made of words that one person can say to another on the phone. */
export interface SpokenCodes {
  /** A new one: the words to say, and the one spelling that is hashed. */
  make(language: Language): { words: string[]; canonical: string };
  /** The one spelling of what somebody typed; null when it is no such code. */
  read(text: string): string | null;
}

type Names = Record<string, string>;

/** What the first administrator chooses from. */
export interface FirstAgency {
  kinds: readonly { code: string; names: Names; isHome: boolean; isOversight: boolean }[];
  jurisdictions: readonly { code: string; names: Names }[];
}

export interface SessionsHouse {
  acting: Acting;
  pools: { signin: pg.Pool };
  vault: VaultCaller;
  kind: "real" | "demo";
  secure: boolean;
  /** Words that can be said on the phone, for a recovery; injected, since the lists belong to a room. */
  spoken: SpokenCodes;
  firstAgency: FirstAgency;
}

/** A transaction on the sign-in page's login, which may make no session that passes for anybody. */
export function asSignIn<T>(
  { pools }: Pick<SessionsHouse, "pools">,
  token: string | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return transact(pools.signin, { role: "homeward_signin", token }, work);
}

/** Says in the header how long, so that the page can count down. */
export function askToWait(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  return sendProblem(request, reply.header("retry-after", seconds), "sign-in-wait");
}

/** Does a call on the vault; answers with the wait where the vault asks for one, else null. */
export async function orWait(
  request: FastifyRequest,
  reply: FastifyReply,
  call: () => Promise<unknown>,
): Promise<FastifyReply | null> {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof DatabaseRefusal && error.detail === "sign-in-wait" && /^\d+$/.test(error.message))
      return askToWait(request, reply, Number(error.message));
    throw error;
  }
}
