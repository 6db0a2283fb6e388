import { createHash, randomUUID } from "node:crypto";
import type {} from "@fastify/cookie";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import type pg from "pg";
import { DatabaseRefusal, inOneTrip, type Tx, transact, type Who } from "../postgres/transaction.ts";
import { StandingEntries } from "./listings.ts";
import { codeOf, Forbidden, isRefusal, type Refusal, refuse } from "./problems.ts";
import type {} from "./server.ts";

declare const made: unique symbol;

/** Who acts, as the database saw them at the start of this transaction. Only `act()` makes one. */
export interface Actor {
  readonly [made]: true;
  readonly workerId: string;
  readonly sessionId: string;
  readonly agencyId: string | null;
  readonly agencyKind: string | null;
  readonly unitId: string | null;
  readonly jurisdictionId: string | null;
  readonly roles: readonly string[];
  readonly language: string;
  readonly level: number;
  /** Seconds since the last step-up; null when there was none in this session. */
  readonly levelAgeSeconds: number | null;
  readonly isOversight: boolean;
}

export type ActorFacts = Omit<Actor, typeof made>;

/** Asks the database who stands behind the token; injected by app.ts, since platform knows no room. @throws DatabaseRefusal HW401 */
export type LoadActor = (tx: Tx) => Promise<ActorFacts>;

/** What the log says of a request: the verb, and on what. */
export interface Doing {
  verb: string;
  subject?: { kind: string; id: string | null };
  caseId?: string;
  /** The status of a success that is kept for retries. */
  status?: number;
}

export interface ActOptions {
  pool: pg.Pool;
  role: string;
  loadActor: LoadActor;
  /** May somebody with these roles do this act? Asked besides the database's own rules, never instead. */
  may(roles: readonly string[], action: string): boolean;
}

export interface Acting {
  /**
   * One transaction for one request: session and actor are authenticated inside it, a refusal is committed and recorded, a throw is rolled
   * back and recorded in a second transaction, and COMMIT is checked to have committed. A write with an Idempotency-Key that was answered
   * before gets the same answer and does nothing.
   */
  act<T>(
    request: FastifyRequest,
    doing: Doing,
    work: (tx: Tx, actor: Actor) => Promise<T | Refusal>,
  ): Promise<T | Refusal>;
  /** Work that must not stand in one transaction, such as an opening by the vault: a throw is recorded as an attempt, and goes on. */
  attempt<T>(request: FastifyRequest, doing: Doing, work: () => Promise<T>): Promise<T>;
  /**
   * A read in one trip: all questions are asked before the first answer is waited for. Records nothing by itself, but that a list was read
   * where `listed` names the verb: once per session and quarter of an hour, in the same transaction.
   */
  look<T>(request: FastifyRequest, ask: (tx: Tx) => Promise<T>, listed?: string): Promise<T>;
}

/** The session's token as it came in, never stored or logged. */
export function tokenOf(request: FastifyRequest): string {
  return request.cookies?.hw_session ?? "";
}

/** Makes `act` and `look` for one login pool. */
export function createActing({ pool, role, loadActor, may }: ActOptions): Acting {
  const listings = new StandingEntries();
  const who = (request: FastifyRequest): Who => ({ role, token: tokenOf(request) });

  function forbids(request: FastifyRequest, actor: Actor): Refusal | null {
    const action = request.routeOptions.config.action ?? null;
    return action === null || may(actor.roles, action) ? null : refuse("role-not-enough");
  }

  /** The change is gone with its transaction; that it was tried stays. A failure here must not hide the first one. */
  async function recordAttempt(request: FastifyRequest, doing: Doing, error: unknown): Promise<void> {
    const known = codeOf(error);
    if (known?.code === "signed-out") return;
    const outcome = known?.outcome ?? "failed";
    await transact(pool, who(request), (tx) =>
      record(tx, doing, outcome, known ? { code: known.code } : {}, request),
    ).catch((second: unknown) => {
      if (!(second instanceof DatabaseRefusal))
        request.log.error({ event: "log-entry-lost" }, "an attempt could not be recorded");
    });
  }

  return {
    async act(request, doing, work) {
      try {
        return await transact(pool, who(request), async (tx) => {
          const actor = (await loadActor(tx)) as Actor;
          const forbidden = forbids(request, actor);
          if (forbidden) {
            await record(tx, doing, "refused", { code: forbidden.code }, request);
            return forbidden;
          }
          const key = idempotencyKey(request);
          if (key !== null) {
            const before = await claim(tx, key, request);
            if (before !== null) return before as never;
          }
          const result = await work(tx, actor);
          if (isRefusal(result)) {
            await record(tx, doing, "refused", { code: result.code }, request);
          } else if (key !== null) {
            await tx.rows(
              sql`select platform.keep_answer(${key}, ${doing.status ?? 200}::smallint, ${JSON.stringify(result ?? null)}::jsonb)`,
            );
          }
          return result;
        });
      } catch (error) {
        await recordAttempt(request, doing, error);
        throw error;
      }
    },
    async attempt(request, doing, work) {
      try {
        const forbidden = await inOneTrip(pool, who(request), async (tx) =>
          forbids(request, (await loadActor(tx)) as Actor),
        );
        if (forbidden) throw new Forbidden(forbidden);
        return await work();
      } catch (error) {
        await recordAttempt(request, doing, error);
        throw error;
      }
    },
    async look(request, ask, listed) {
      const stands = listed === undefined ? null : listings.entry(tokenOf(request), listed);
      const entry = { seconds: 0 };
      const seen = await inOneTrip(pool, who(request), (tx) => {
        const actor = loadActor(tx);
        const recorded = stands === null || stands.still() ? null : recordList(tx, stands.verb);
        const asked = ask(tx);
        recorded?.catch(() => undefined);
        asked.catch(() => undefined); // the actor's own error comes first
        return actor.then(async (facts) => {
          const forbidden = forbids(request, facts as Actor);
          if (forbidden) throw new Forbidden(forbidden);
          entry.seconds = (await recorded) ?? 0;
          return asked;
        });
      });
      // Committed: only now does the entry stand.
      if (entry.seconds > 0) stands?.until(entry.seconds);
      return seen;
    },
  };
}

function record(tx: Tx, doing: Doing, outcome: string, details: object, request: FastifyRequest): Promise<unknown> {
  return tx.rows(sql`select log.record(${doing.verb}, ${doing.subject?.kind ?? "nothing"}, ${doing.subject?.id ?? null}::uuid, ${doing.caseId ?? null}::uuid,
    ${outcome}, null, ${requestId(request)}::uuid, ${JSON.stringify(details)}::jsonb)`);
}

async function recordList(tx: Tx, verb: string): Promise<number> {
  return (await tx.one<{ seconds: number }>(sql`select log.record_list(${verb}) as seconds`)).seconds;
}

/** The request's own id, a random UUID made by us; it ties an entry to the server's log line. */
export function requestId(request: FastifyRequest): string {
  return /^[0-9a-f-]{36}$/.test(request.id) ? request.id : randomUUID();
}

function idempotencyKey(request: FastifyRequest): string | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const key = request.headers["idempotency-key"];
  return typeof key === "string" && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(key)
    ? key
    : null;
}

async function claim(tx: Tx, key: string, request: FastifyRequest): Promise<unknown> {
  const body = createHash("sha256")
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  const { claimed } = await tx.one<{ claimed: { answer: unknown } | null }>(
    sql`select to_jsonb(platform.claim_key(${key}::uuid, ${body})) as claimed`,
  );
  return claimed === null ? null : claimed.answer;
}
