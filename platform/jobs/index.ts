import { sql } from "kysely";
import type { Tx } from "../postgres/transaction.ts";
import type { Act, Upkeep } from "./runner.ts";

/**
 * Jobs: work that goes on after the answer.
 * Promises: a job asked for in a transaction is there exactly when that transaction committed; it has the rights of whoever asked, while
 * they last and while a live process holds it; the program's own upkeep has named purposes and nothing more; nothing acts as nobody.
 */
export {
  type Act,
  type AsWorker,
  type Jobs,
  type RunnerOptions,
  startRunner,
  type Upkeep,
  type WorkerTask,
} from "./runner.ts";

/**
 * Asks for a job inside act()'s transaction. Returns its id.
 * @param args ids and codes only
 * @throws DatabaseRefusal HW422 body-invalid when an argument could be words
 */
export async function ask(tx: Tx, task: string, args: Record<string, unknown>): Promise<string> {
  const { id } = await tx.one<{ id: string }>(sql`select jobs.ask(${task}, ${JSON.stringify(args)}::jsonb) as id`);
  return id;
}

/** Upkeep that platform itself needs. */
export const platformUpkeep: readonly Upkeep[] = [
  {
    purpose: "tidy-sessions",
    everyMinutes: 60,
    run: (act: Act) => act((tx) => did(tx, sql`select jobs.tidy_sessions() as did`)),
  },
  {
    purpose: "tidy-answers",
    everyMinutes: 360,
    run: (act: Act) => act((tx) => did(tx, sql`select jobs.tidy_answers() as did`)),
  },
];

/** Runs a definer function that answers what it did. */
export async function did(
  tx: Tx,
  statement: ReturnType<typeof sql<{ did: Record<string, unknown> }>>,
): Promise<Record<string, unknown>> {
  return (await tx.one<{ did: Record<string, unknown> }>(statement)).did;
}
