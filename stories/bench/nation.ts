/**
 * A nation of invented cases, made by the database itself for measuring: agencies, units, workers, and cases with members, sections, people,
 * events, recusals and reports. Codes and random ids only; there is no name in it to leak. One agency owns a fifth of everything. Workers
 * grow with the cases, so a caseload stays the same and an ideal query costs the same at every size.
 */
import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";

export interface Size {
  cases: number;
  /** Cases that one unit owns. */
  perUnit: number;
}

export interface Nation extends Size {
  /** A case worker of the largest agency, with the session's token. */
  worker: Seat;
  /** A supervisor of the largest agency. */
  supervisor: Seat;
  /** An open case that the worker's unit owns. */
  caseId: string;
}

export interface Seat {
  workerId: string;
  token: string;
  /** The principals as numbers: what the baselines are given instead of an actor. */
  principals: number[];
  /** The role in which this person asks; a worker's without it. */
  role?: "homeward_app" | "homeward_oversight";
}

/**
 * Fills an empty, migrated database. Triggers and foreign keys rest while it does; what they would have made is made here.
 * @param admin the superuser
 */
export async function fillNation(admin: pg.Pool, size: Size): Promise<Nation> {
  const units = Math.max(1, Math.round(size.cases / size.perUnit));
  const client = await admin.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query("set local synchronous_commit = off");
    for (const statement of statements(size.cases, units)) await client.query(statement);
    const nation = await seats(client, size, units);
    await client.query("commit");
    await client.query("vacuum analyze");
    return nation;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** Ids that can be computed from a number, so that rows can be joined without being read. */
const uuid = (kind: number, n: string) => `('00000000-0000-7${kind}00-8000-'||lpad(to_hex(${n}), 12, '0'))::uuid`;
const AGENCY = (n: string) => uuid(1, n);
const UNIT = (n: string) => uuid(2, n);
const WORKER = (n: string) => uuid(3, n);
const CASE = (n: string) => uuid(4, n);
const JURISDICTION = uuid(9, "1");

const AGENCIES = 30;
const PER_UNIT = 10;
/** Principals by number: units first, then agencies' supervisors, then workers. */
const agencyOfUnit = (u: string) => `(case when ${u} % 5 = 0 then 0 else 1 + ${u} % ${AGENCIES - 1} end)`;

function statements(cases: number, units: number): string[] {
  const workers = units * PER_UNIT;
  const unitPrincipal = (u: string) => `(1 + ${u})`;
  const agencyPrincipal = (a: string) => `(1 + ${units} + ${a})`;
  const workerPrincipal = (w: string) => `(1 + ${units} + ${AGENCIES} + ${w})`;
  // A case's owner goes round by its number; the second unit and the single worker are scattered by a prime.
  const owner = `(n % ${units})`;
  const second = `((n * 7919 + 1) % ${units})`;
  const single = `((n * 104729 + 3) % ${workers})`;
  const at = `(timestamptz '2026-11-01' - make_interval(secs => (${cases} - n) * 40.0))`;
  const open = "(n % 8 < 3)";
  const all = `generate_series(0::bigint, ${cases - 1}) n`;
  const alphabet = "'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'";
  const digit = (place: number) => `substr(${alphabet}, 1 + ((n * 1640531513 / ${36 ** place}) % 36)::int, 1)`;
  return [
    `insert into agencies.jurisdiction values (${JURISDICTION}, 'XX', '{"en":"An invented state"}')`,
    `insert into agencies.district select 'XX-'||d, ${JURISDICTION}, '{"en":"A district"}' from generate_series(0, 49) d`,
    `insert into agencies.agency select ${AGENCY("a")}, ${JURISDICTION}, case when a = 0 then 'helpline' else 'police' end, '{"en":"An agency"}', false, false
       from generate_series(0, ${AGENCIES - 1}) a`,
    `insert into agencies.unit select ${UNIT("u")}, ${AGENCY(agencyOfUnit("u"))}, '{"en":"A unit"}' from generate_series(0, ${units - 1}) u`,
    `insert into agencies.territory select ${UNIT("u")}, 'XX-'||(u % 50) from generate_series(0, ${units - 1}) u`,
    `insert into agencies.worker select ${WORKER("w")}, '{"en":"A worker"}', 'en', true from generate_series(0, ${workers - 1}) w`,
    `insert into agencies.posting select ${WORKER("w")}, ${UNIT(`w / ${PER_UNIT}`)},
       case when w % ${PER_UNIT} = 0 then array['supervisor'] else array['case-worker'] end, tstzrange('2026-01-01', null) from generate_series(0, ${workers - 1}) w`,
    `insert into access.principal overriding system value
       select ${unitPrincipal("u")}, 2, ${UNIT("u")} from generate_series(0, ${units - 1}) u union all
       select ${agencyPrincipal("a")}, 4, ${AGENCY("a")} from generate_series(0, ${AGENCIES - 1}) a union all
       select ${workerPrincipal("w")}, 1, ${WORKER("w")} from generate_series(0, ${workers - 1}) w`,
    `insert into access.worker_principal
       select ${WORKER("w")}, ${workerPrincipal("w")}, timestamptz '2026-01-01', timestamptz 'infinity' from generate_series(0, ${workers - 1}) w union all
       select ${WORKER("w")}, ${unitPrincipal(`w / ${PER_UNIT}`)}, timestamptz '2026-01-01', timestamptz 'infinity' from generate_series(0, ${workers - 1}) w union all
       select ${WORKER("w")}, ${agencyPrincipal(agencyOfUnit(`(w / ${PER_UNIT})`))}, timestamptz '2026-01-01', 'infinity'
         from generate_series(0, ${workers - 1}, ${PER_UNIT}) w`,
    `insert into access.door select ${CASE("n")}, ${JURISDICTION}, ${unitPrincipal(owner)}, ${agencyPrincipal(agencyOfUnit(owner))}, ${open}, ${at} from ${all}`,
    `insert into access.membership (case_id, principal_id, purpose, valid_from, valid_until, is_open, sort_at, basis, granted_by)
       select ${CASE("n")}, m.p, 1, ${at}, m.until, ${open}, ${at}, 'joint-work', ${WORKER("0")}
         from ${all} cross join lateral (values (${unitPrincipal(owner)}, timestamptz 'infinity'),
           (${unitPrincipal(second)}, case when n % 11 = 0 then ${at} + interval '1 day' else timestamptz '2027-06-01' end),
           (${workerPrincipal(single)}, timestamptz '2027-06-01')) m(p, until) on conflict do nothing`,
    `insert into access.section_grant (case_id, principal_id, section, valid_from, valid_until, basis, granted_by)
       select ${CASE("n")}, ${unitPrincipal(owner)}, s, ${at}, 'infinity', 'owner', ${WORKER("0")} from ${all} cross join unnest('{1,3}'::smallint[]) s`,
    `insert into access.recusal (worker_id, case_id, basis, made_by) select ${WORKER(single)}, ${CASE("n")}, 'knows-someone', ${WORKER(single)} from ${all} where n % 100 = 7`,
    `insert into cases.cases (id, jurisdiction_id, ref, supervisors_id, is_open, subject_sex, subject_age, is_child, situation, district, risk, opened_at, opened_by)
       select ${CASE("n")}, ${JURISDICTION}, 'HW-'||${digit(0)}||${digit(1)}||${digit(2)}||'-'||${digit(3)}||${digit(4)}||${digit(5)},
              ${agencyPrincipal(agencyOfUnit(owner))}, ${open}, 1 + (n % 2)::smallint, (8 + n % 10)::smallint, 1,
              (array['domestic-work','begging','factory','brick-kiln','other'])[1 + n % 5], 'XX-'||((n / 7) % 50), nullif(n % 6, 5)::smallint, ${at}, ${WORKER("0")} from ${all}`,
    `insert into cases.board select a.id, array(select count(*) filter (where c.is_open) from cases.cases c right join generate_series(0, 5) r on c.supervisors_id = a.id
         and coalesce(c.risk, 5) = r group by r order by r), array(select count(*) filter (where not c.is_open) from cases.cases c right join generate_series(0, 5) r
         on c.supervisors_id = a.id and coalesce(c.risk, 5) = r group by r order by r) from access.principal a where a.kind = 4`,
    `insert into cases.tracks (case_id, jurisdiction_id, track, opened_at, closed_at, outcome)
       select ${CASE("n")}, ${JURISDICTION}, t, ${at}, case when not ${open} then ${at} end, case when not ${open} then 'safe-with-parents' end from ${all} cross join unnest('{1,2}'::smallint[]) t`,
    `insert into cases.people (id, case_id, jurisdiction_id, role, sex, age, added_at, added_by)
       select ${uuid(5, "n")}, ${CASE("n")}, ${JURISDICTION}, 1, 1, 12, ${at}, ${WORKER("0")} from ${all}`,
    `insert into cases.events (id, case_id, jurisdiction_id, kind, happened_at, recorded_at, recorded_by, recorded_agency)
       select ${uuid(6, "n * 2 + e")}, ${CASE("n")}, ${JURISDICTION}, 'child-reached', ${at}, ${at}, ${WORKER("0")}, ${AGENCY(agencyOfUnit(owner))} from ${all} cross join generate_series(0, 1) e`,
    `insert into reports.reports (id, jurisdiction_id, channel, language, desk_id, supervisors_id, danger, status, district, received_at, sealed)
       select ${uuid(7, "n")}, ${JURISDICTION}, 1, 'en', ${unitPrincipal(owner)}, ${agencyPrincipal(agencyOfUnit(owner))}, (n % 3)::smallint,
              case when ${open} then 1 else 3 end, 'XX-'||(n % 50), ${at}, '\\x00' from ${all} where n % 2 = 0 or n < 64`,
  ];
}

async function seats(client: pg.PoolClient, size: Size, units: number): Promise<Nation> {
  // Unit 0 is the largest agency's; its worker 0 supervises, its worker 1 does not.
  const seat = async (n: number): Promise<Seat> => {
    const token = randomUUID();
    const { rows } = await client.query<{ id: string; principals: number[] }>(
      `select w.id, array(select principal_id from access.worker_principal p where p.worker_id = w.id) as principals
         from agencies.worker w where w.id = ${WORKER("$1::int")}`,
      [n],
    );
    const [found] = rows;
    if (found === undefined) throw new Error("The invented nation has no such worker.");
    await client.query(
      "insert into sessions.session (token_hash, worker_id, expires_at, level, level_at) values ($1, $2, now() + interval '1 day', 2, now())",
      [createHash("sha256").update(token).digest(), found.id],
    );
    return { workerId: found.id, token, principals: found.principals };
  };
  const supervisor = await seat(0);
  const worker = await seat(1);
  // Everybody else is signed in too: the actor is looked up among as many sessions as such a nation has.
  await client.query(
    `insert into sessions.session (token_hash, worker_id, expires_at, level)
       select sha256(uuid_send(gen_random_uuid())), ${WORKER("w")}, now() + interval '8 hours', 1 from generate_series(2, ${units * PER_UNIT - 1}) w`,
  );
  const { rows } = await client.query<{ id: string }>(`select ${CASE(`${units}`)} as id`);
  return { ...size, worker, supervisor, caseId: rows[0]?.id ?? "" };
}
