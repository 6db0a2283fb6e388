import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../../stories/world.ts";
import type { Counts } from "./model.ts";

let w: World;
let geeta: Person;
let anil: Person;
beforeAll(async () => {
  w = await world();
  [geeta, anil] = await Promise.all([w.as("geeta"), w.as("anil")]);
});
afterAll(() => w.stop());

const RISKS = ["immediate", "high", "medium", "low", "none"] as const;
const nothing: Counts = { immediate: 0, high: 0, medium: 0, low: 0, none: 0, unset: 0 };

/** What the board must say: counted from the cases themselves. */
async function counted(open: boolean, without: string[] = []): Promise<Counts> {
  const { rows } = await w.db.admin.query<{ risk: number | null; n: number }>(
    `select c.risk, count(*)::int as n from cases.cases c join access.principal p on p.id = c.supervisors_id
      where p.subject = $1 and c.is_open = $2 and c.id <> all ($3::uuid[]) group by 1`,
    [geeta.agencyId, open, without],
  );
  const counts = { ...nothing };
  for (const { risk, n } of rows) counts[risk === null ? "unset" : (RISKS[risk] ?? "none")] = n;
  return counts;
}

test("whatever is opened, graded, closed and reopened, the board counts what is there", async () => {
  const ids: string[] = [];
  const step = fc.oneof(
    fc.record({ do: fc.constant("open" as const), many: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constant("grade" as const), risk: fc.option(fc.integer({ min: 0, max: 4 })), of: fc.nat(20) }),
    fc.record({ do: fc.constant("close" as const), closed: fc.boolean(), of: fc.nat(20) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const s of steps) {
        if (s.do === "open") for (let i = 0; i < s.many; i++) ids.push((await w.aCase(anil)).caseId);
        // By the database's owner, several at once: the board must not depend on which statement changed what.
        else if (s.do === "grade")
          await w.db.admin.query("update cases.cases set risk = $1 where id = any($2)", [s.risk, ids.slice(0, s.of)]);
        else
          await w.db.admin.query("update cases.cases set is_open = $1 where id = any($2)", [
            !s.closed,
            ids.slice(0, s.of),
          ]);
      }
      const { body } = await geeta.call("GET", "/api/case-board");
      if (ids.length === 0) expect(body.board).toBeNull();
      else expect(body.board).toEqual({ open: await counted(true), closed: await counted(false) });
    }),
    { numRuns: 12 },
  );
  expect(ids.length).toBeGreaterThan(5);
});

test("a supervisor's board leaves out the case that she is recused from; another agency and a case worker have no board of it", async () => {
  const { caseId } = await w.aCase(anil);
  const before = (await geeta.call("GET", "/api/case-board")).body.board.open as Counts;
  expect(before).toEqual(await counted(true)); // there was something to leave out
  expect((await geeta.call("POST", `/api/cases/${caseId}/recusal`, {})).status).toBe(204);
  const after = (await geeta.call("GET", "/api/case-board")).body.board.open as Counts;
  expect(after).toEqual(await counted(true, [caseId]));
  expect(after).not.toEqual(before);
  expect((await anil.call("GET", "/api/case-board")).body).toEqual({ board: null });
  const alka = await w.as("alka");
  expect((await alka.call("GET", "/api/case-board")).body.board).not.toEqual({
    open: before,
    closed: await counted(false),
  });
});

test("two who grade cases of one agency at once both count", async () => {
  const cases = await Promise.all(Array.from({ length: 6 }, () => w.aCase(anil)));
  await Promise.all(
    cases.map(({ caseId }, i) =>
      anil.call("POST", `/api/cases/${caseId}/risk`, {
        level: i % 2 === 0 ? "high" : "low",
        reason: "Heard at the door",
      }),
    ),
  );
  const hers = await w.db.admin.query<{ case_id: string }>("select case_id from access.recusal where worker_id = $1", [
    geeta.workerId,
  ]);
  expect((await geeta.call("GET", "/api/case-board")).body.board.open).toEqual(
    await counted(
      true,
      hers.rows.map((row) => row.case_id),
    ),
  );
});
