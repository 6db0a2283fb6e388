/** The proof of the actor in time: the same row-secured transaction with our look-up of the session, and with a setting that is believed. */
import pg from "pg";
import type { Nation } from "../nation.ts";
import { median, type Verdict } from "../verdicts.ts";

/**
 * A copy of the database in which access.actor() and access.principals() believe plain settings, which is what a system without our proof
 * does; both are asked in turn, so that whatever else the machine does falls on both.
 */
export async function compareProof(app: pg.ClientConfig, admin: pg.ClientConfig, nation: Nation): Promise<Verdict> {
  const copy = `${admin.database}_believing`;
  await asAdmin({ ...admin, database: "postgres" }, (client) =>
    client.query(`create database ${copy} template ${admin.database}`),
  );
  await asAdmin({ ...admin, database: copy }, (client) =>
    client.query(`
      create or replace function access.actor() returns uuid language plpgsql stable parallel safe security definer set search_path = pg_catalog
        as $$ begin return current_setting('access.believed_actor')::uuid; end $$;
      create or replace function access.principals() returns int[] language plpgsql stable parallel safe security definer set search_path = pg_catalog
        as $$ begin return current_setting('access.believed_principals')::int[]; end $$;`),
  );
  const [proving, believing] = [new pg.Client(app), new pg.Client({ ...app, database: copy })];
  await Promise.all([proving.connect(), believing.connect()]);
  try {
    const { worker } = nation;
    const prove = transaction(
      proving,
      "select set_config('access.token', $1, true), set_config('role', 'homeward_app', true)",
      [worker.token],
      nation,
    );
    const believe = transaction(
      believing,
      "select set_config('access.believed_actor', $1, true), set_config('access.believed_principals', $2, true), set_config('role', 'homeward_app', true)",
      [worker.workerId, `{${worker.principals.join(",")}}`],
      nation,
    );
    const ratios: number[] = [];
    const times: [number, number][] = [];
    for (let round = 0; round < 5; round++) {
      const [a, b]: [number[], number[]] = [[], []];
      for (let i = 0; i < 400; i++) {
        a.push(await prove());
        b.push(await believe());
      }
      ratios.push(median(a) / median(b));
      times.push([median(a), median(b)]);
    }
    return {
      what: "proof of the actor, one row-secured row",
      unit: "× time",
      value: median(ratios),
      limit: 1.25,
      beside: `${median(times.map((t) => t[0])).toFixed(3)} ms against ${median(times.map((t) => t[1])).toFixed(3)} ms with a plain setting`,
    };
  } finally {
    await Promise.all([proving.end(), believing.end()]);
  }
}

/** One transaction around one row under row security; answers its time in milliseconds. */
function transaction(client: pg.Client, prelude: string, values: string[], { caseId }: Nation): () => Promise<number> {
  return async () => {
    const began = performance.now();
    await client.query("begin");
    await client.query({ name: "prelude", text: prelude, values });
    const { rowCount } = await client.query({
      name: "row",
      text: "select id from cases.cases where id = $1",
      values: [caseId],
    });
    await client.query("commit");
    if (rowCount !== 1) throw new Error("The measured row cannot be seen.");
    return performance.now() - began;
  };
}

async function asAdmin(config: pg.ClientConfig, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
