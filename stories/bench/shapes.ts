/**
 * The queries that workers ask all day, each as the rooms ask it under row security, beside the same driven SQL by a superuser who is given
 * the principals as numbers: the floor. Costs are shared buffers, which do not depend on what else the machine does.
 */
import type pg from "pg";
import type { Nation, Seat } from "./nation.ts";

export interface Shape {
  name: string;
  as: "worker" | "supervisor";
  /** As the room's store.ts asks it. */
  asked(nation: Nation): Query;
  /** The same work without row security, without a proof of who asks. */
  floor(nation: Nation): Query;
  /** At most this many times the floor and one proof of the actor. */
  times?: number;
  /** At most this many buffers beyond one proof of the actor. */
  beyond?: number;
}

export interface Query {
  text: string;
  values: unknown[];
}

const summary = `k.id, k.ref, k.opened_at, k.happened_at, k.subject_sex, k.subject_age, k.age_basis, k.is_child, k.situation, k.district,
  k.risk, k.risk_respond_by, k.is_open, k.version`;
const notRecused = (column: string) =>
  `${column} <> all (array(select x.case_id from access.recusal x where x.worker_id = $2 and x.ended_at is null))`;
const mine = (seat: Seat) => [seat.principals, seat.workerId];
const oneCase = `select c.id, c.ref, c.opened_at, c.happened_at, c.subject_sex as sex, c.subject_age as age, c.age_basis, c.is_child, c.situation, c.district,
  c.risk, c.risk_respond_by, c.is_open, c.version, c.jurisdiction_id, c.origin, c.report_id, c.risk_set_at`;

export const SHAPES: readonly Shape[] = [
  {
    name: "inbox",
    as: "worker",
    asked: () => ({ text: "select * from cases.inbox('infinity', null, 50)", values: [] }),
    floor: ({ worker }) => ({
      text: `select ${summary}
        from (select distinct on (r.sort_at, r.case_id) r.sort_at, r.case_id from unnest($1::int[]) u(p)
          cross join lateral (select m.case_id, m.sort_at from access.membership m
             where m.principal_id = u.p and m.is_open and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp() and ${notRecused("m.case_id")}
             order by m.sort_at desc, m.case_id desc limit 50) r
          order by r.sort_at desc, r.case_id desc limit 50) r
        join cases.cases k on k.id = r.case_id order by r.sort_at desc, r.case_id desc`,
      values: mine(worker),
    }),
    times: 1.1,
  },
  {
    name: "one case",
    as: "worker",
    asked: ({ caseId }) => ({
      text: "select * from cases.one($1::uuid)",
      values: [caseId],
    }),
    floor: ({ worker, caseId }) => ({
      text: `${oneCase}, exists (select from access.door d where d.case_id = c.id
          and (d.owner_id = any($1::int[]) or d.supervisors_id = any($1::int[])) and ${notRecused("d.case_id")} offset 0) as manages
        from cases.cases c where c.id = $3::uuid and ${notRecused("c.id")}
         and (c.supervisors_id = any($1::int[]) or exists (select from access.membership m where m.case_id = c.id and m.principal_id = any($1::int[])
               and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp() offset 0))`,
      values: [...mine(worker), caseId],
    }),
    times: 1.2,
  },
  {
    name: "filter",
    as: "worker",
    asked: () => ({
      text: "select * from cases.filtered(true, null, null, 2::smallint, null, null, 'infinity', null, 50)",
      values: [],
    }),
    floor: ({ worker }) => ({
      text: `select ${summary} from (select distinct m.case_id, m.sort_at from access.membership m
           where m.principal_id = any($1::int[]) and m.is_open and m.valid_until > statement_timestamp() and m.valid_from <= statement_timestamp() and ${notRecused("m.case_id")}) r
        join cases.cases k on k.id = r.case_id
       where k.risk = 2 order by k.opened_at desc, k.id desc limit 50`,
      values: mine(worker),
    }),
    times: 1.5,
  },
  {
    name: "reports",
    as: "worker",
    asked: () => ({
      text: "select * from reports.listed('open', '{0,1,2}', null, null, 'danger', -1::smallint, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 50)",
      values: [],
    }),
    floor: ({ worker }) => ({
      text: `select r.*, (select count(*) from reports.attachments a where a.report_id = r.id) from unnest($1::int[]) p(id)
        cross join lateral (select x.* from reports.reports x where x.desk_id = p.id and x.status in (1, 2) and not x.is_draft
           and (x.case_id is null or ${notRecused("x.case_id")}) order by x.danger, x.received_at desc, x.id desc limit 50) r`,
      values: mine(worker),
    }),
    times: 1.5,
  },
  {
    name: "agency list",
    as: "supervisor",
    asked: () => ({
      text: "select * from cases.agency_list(true, null, null, null, null, null, 'newest', -1::smallint, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 50)",
      values: [],
    }),
    floor: ({ supervisor }) => ({
      text: `select ${summary} from unnest($1::int[]) p(id)
        cross join lateral (select c.* from cases.cases c where c.supervisors_id = p.id and c.is_open and ${notRecused("c.id")}
           order by c.opened_at desc, c.id desc limit 50) k order by k.opened_at desc, k.id desc limit 50`,
      values: mine(supervisor),
    }),
    times: 1.2,
  },
  {
    name: "board",
    as: "supervisor",
    asked: () => ({ text: "select * from cases.my_board()", values: [] }),
    floor: ({ supervisor }) => ({
      text: "select open_by_risk, closed_by_risk from cases.board where supervisors_id = any($1::int[]) and $2::uuid is not null",
      values: mine(supervisor),
    }),
    beyond: 5,
  },
];

/** What the session's look-up and the reader's principals cost once: every query under row security proves who asks. */
export const PROOF: Query = { text: "select access.principals()", values: [] };

export interface Cost {
  buffers: number;
  ms: number;
  rows: number;
}

/** Asks with the plan's own counters, warm; the least of several buffers and the median time. @param seat null: as whoever is connected */
export async function costOf(client: pg.Client, seat: Seat | null, query: Query, runs = 9): Promise<Cost> {
  const costs: Cost[] = [];
  for (let i = 0; i < runs; i++) {
    await client.query("begin");
    if (seat !== null)
      await client.query("select set_config('access.token', $1, true), set_config('role', $2, true)", [
        seat.token,
        seat.role ?? "homeward_app",
      ]);
    const { rows } = await client.query<{ "QUERY PLAN": [Plan] }>(
      `explain (analyze, buffers, format json) ${query.text}`,
      query.values,
    );
    await client.query("rollback");
    const plan = rows[0]?.["QUERY PLAN"][0];
    if (plan === undefined) throw new Error("PostgreSQL explained nothing.");
    costs.push({
      buffers: plan.Plan["Shared Hit Blocks"] + plan.Plan["Shared Read Blocks"],
      ms: plan["Execution Time"],
      rows: plan.Plan["Actual Rows"],
    });
  }
  const warm = costs.slice(2);
  const times = warm.map((c) => c.ms).sort((a, b) => a - b);
  return {
    buffers: Math.min(...warm.map((c) => c.buffers)),
    ms: times[Math.floor(times.length / 2)] ?? Number.NaN,
    rows: warm[0]?.rows ?? 0,
  };
}

interface Plan {
  Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number; "Actual Rows": number };
  "Execution Time": number;
}
