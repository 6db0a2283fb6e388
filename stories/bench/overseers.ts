/** Overseers over an invented nation, of the whole of it and of a small State, and the lists that they read; for measuring. */
import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import type { Seat } from "./nation.ts";
import type { Query } from "./shapes.ts";

export interface Overseers {
  readonly nation: Seat;
  /** Of a State with sixty cases, all of them old: a walk through the nation's newest would not come to them for long. */
  readonly state: Seat;
}

/** Adds both to a filled nation, and one opening and one refusal for each case. @param admin the superuser */
export async function addOverseers(admin: pg.Pool): Promise<Overseers> {
  const client = await admin.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    const { rows } = await client.query<{ id: string; agency: string; case: string }>(
      `insert into agencies.jurisdiction values (gen_random_uuid(), 'XX-S', '{"en":"A small State"}') returning id,
         (select id from agencies.agency limit 1) as agency, (select id from cases.cases limit 1) as case`,
    );
    const small = rows[0]?.id;
    await client.query(
      `update cases.cases set jurisdiction_id = $1 where id in (select id from cases.cases order by opened_at limit 60)`,
      [small],
    );
    for (const [verb, outcome] of [
      ["identity-opened", "done"],
      ["case-viewed", "not-visible"],
    ])
      await client.query(
        `insert into log.detail (entry_id, at, worker_id, agency_id, case_id, subject_kind, subject_id, verb, outcome, salt, details, exact)
         select gen_random_uuid(), c.opened_at, c.opened_by, (select u.agency_id from agencies.posting p join agencies.unit u on u.id = p.unit_id
                  where p.worker_id = c.opened_by limit 1), c.id, 'case', c.id, $1, $2, '\\x00000000000000000000000000000000', '{}', ''
           from cases.cases c`,
        [verb, outcome],
      );
    const seats = {
      nation: await seat(client, "(select id from agencies.jurisdiction where code = 'XX')"),
      state: await seat(client, "(select id from agencies.jurisdiction where code = 'XX-S')"),
    };
    await client.query("commit");
    await client.query("vacuum analyze");
    return seats;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function seat(client: pg.PoolClient, jurisdiction: string): Promise<Seat> {
  const [agency, unit, worker, token] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await client.query(
    `insert into agencies.agency values ('${agency}', ${jurisdiction}, 'oversight', '{"en":"An overseer"}', false, true)`,
  );
  await client.query(`insert into agencies.unit values ('${unit}', '${agency}', '{"en":"A desk"}')`);
  await client.query(`insert into agencies.worker values ('${worker}', '{"en":"An overseer"}', 'en', true)`);
  await client.query(
    `insert into agencies.posting values ('${worker}', '${unit}', array['overseer'], tstzrange('2026-01-01', null))`,
  );
  await client.query(
    "insert into sessions.session (token_hash, worker_id, expires_at, level, level_at) values ($1, $2, now() + interval '1 day', 2, now())",
    [createHash("sha256").update(token).digest(), worker],
  );
  return { workerId: worker, token, principals: [], role: "homeward_oversight" };
}

const END = "'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'";

/** Trees that a page walks for each of its rows: the view looks its parts up by their keys, and a tree grows a page higher at times. */
export const TREES = 4;
const LISTS = { "cases of": "case_page", "openings in": "opening_page", "refusals in": "refusal_page" } as const;

/** As the room asks them: for an overseer of the nation, and the cases also for one of a small State. */
export const OVERSEEN: readonly { name: string; as: keyof Overseers; asked: Query }[] = [
  ...Object.entries(LISTS).map(([list, page]) => ({ name: `${list} the nation`, as: "nation" as const, page })),
  { name: "cases of a small State", as: "state" as const, page: LISTS["cases of"] },
].map(({ name, as, page }) => ({
  name,
  as,
  asked: { text: `select * from oversight.${page}(${END}, 50)`, values: [] },
}));
