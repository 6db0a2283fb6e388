/** Lists that people narrow and sort on the server: every row once, in the order asked for, and nothing of another desk. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../stories/world.ts";

let w: World;
let farah: Person;
let geeta: Person;
beforeAll(async () => {
  w = await world();
  [farah, geeta] = await Promise.all([w.as("farah"), w.as("geeta")]);
  // 40 reports of her desk, 5 of another; several at one instant, so that a cursor must also count the id.
  await w.db.admin.query(
    `insert into reports.reports (jurisdiction_id, channel, desk_id, supervisors_id, danger, district, status, received_at)
     select u.jurisdiction, 1 + n % 3, case when n < 40 then d.id else o.id end, s.id, n % 3, case when n % 4 = 0 then 'IN-DL-SOUTH' end,
            case when n % 5 = 0 then 7 else 1 end, timestamptz '2026-11-20 10:00Z' + (n / 4) * interval '1 hour'
       from generate_series(0, 44) n,
            (select a.jurisdiction_id as jurisdiction from agencies.agency a where a.id = $2) u,
            (select id from access.principal where kind = 2 and subject = $1) d,
            (select id from access.principal where kind = 4 and subject = $2) s,
            (select id from access.principal where kind = 2 and subject <> $1 limit 1) o`,
    [farah.unitId, farah.agencyId],
  );
});
afterAll(() => w.stop());

interface Row {
  id: string;
  danger: string;
  receivedAt: string;
  channel: string;
  district: string | null;
  status: string;
}
const DANGERS = ["now", "not-sure", "no"];

async function all(by: Person, query: string, atMost: number, list: "reports" | "cases" = "reports"): Promise<Row[]> {
  const rows: Row[] = [];
  let after = "";
  do {
    const { status, body } = await by.call("GET", `/api/${list}?${query}&atMost=${atMost}${after}`);
    expect(status).toBe(200);
    rows.push(...body[list]);
    after = body.next === null ? "" : `&after=${body.next}`;
  } while (after !== "");
  return rows;
}

test("a desk reads each of its reports once, in whichever order and however narrowed, page by page", async () => {
  const whole = await all(farah, "which=all", 200);
  expect(whole.length).toBe(40);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        which: fc.constantFrom("open", "all"),
        sort: fc.constantFrom("danger", "newest", "oldest"),
        danger: fc.option(fc.constantFrom(...DANGERS), { nil: undefined }),
        channel: fc.option(fc.constantFrom("public-form", "agency"), { nil: undefined }),
        district: fc.option(fc.constant("IN-DL-SOUTH"), { nil: undefined }),
        atMost: fc.integer({ min: 1, max: 17 }),
      }),
      async ({ which, sort, danger, channel, district, atMost }) => {
        const said = Object.entries({ which, sort, danger, channel, district }).filter((one) => one[1] !== undefined);
        const rows = await all(farah, new URLSearchParams(said as [string, string][]).toString(), atMost);
        const wanted = whole.filter(
          (row) =>
            (which === "all" || row.status === "new") &&
            (danger === undefined || row.danger === danger) &&
            (channel === undefined || row.channel === channel) &&
            (district === undefined || row.district === district),
        );
        expect(new Set(rows.map((row) => row.id))).toEqual(new Set(wanted.map((row) => row.id)));
        expect(rows.length).toBe(wanted.length);
        const key = (row: Row) => [
          sort === "danger" ? DANGERS.indexOf(row.danger) : 0,
          (sort === "oldest" ? 1 : -1) * Date.parse(row.receivedAt),
        ];
        for (const [at, row] of rows.slice(1).entries()) {
          const [before, now] = [key(rows[at] as Row), key(row)];
          expect(
            (before[0] as number) - (now[0] as number) || (before[1] as number) - (now[1] as number),
          ).toBeLessThanOrEqual(0);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("a supervisor reads each case of her agency once, by risk, oldest or newest; another agency's supervisor none of them", async () => {
  const anil = await w.as("anil");
  const levels = ["high", null, "low", "immediate", null, "high"] as const;
  const made = await Promise.all(
    levels.map(async (level) => {
      const { caseId } = await w.aCase(anil);
      if (level !== null) await anil.call("POST", `/api/cases/${caseId}/risk`, { level, reason: "Heard at the door" });
      return caseId;
    }),
  );
  for (const table of ["cases.cases where id", "access.membership where case_id"])
    await w.db.admin.query(`update ${table.replace(" where", " set is_open = false where")} = $1`, [made[2]]);
  for (const sort of ["newest", "oldest", "risk"]) {
    const rows = await all(geeta, `whose=agency&open=any&sort=${sort}`, 2, "cases");
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set(made));
    expect(rows.length).toBe(made.length);
  }
  const risks = (await all(geeta, "whose=agency&open=yes&sort=risk", 2, "cases")).map(
    (row) => (row as unknown as { risk: string | null }).risk,
  );
  expect(risks).toEqual(["immediate", "high", "high", null, null]);
  expect((await all(geeta, "whose=agency&open=any&risk=high", 1, "cases")).length).toBe(2);
  const { rows } = await w.db.admin.query<{ ref: string }>("select ref from cases.cases where id = $1", [made[0]]);
  expect((await all(geeta, `whose=agency&open=any&ref=${rows[0]?.ref}`, 5, "cases")).map((row) => row.id)).toEqual([
    made[0],
  ]);
  expect((await all(anil, "whose=mine&open=any", 2, "cases")).length).toBe(made.length);
  expect((await all(anil, "whose=mine&open=no", 2, "cases")).map((row) => row.id)).toEqual([made[2]]);
  const other = await w.as("alka");
  expect((await all(other, "whose=agency&open=any", 50, "cases")).filter((row) => made.includes(row.id))).toEqual([]);
});
