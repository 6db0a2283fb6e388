import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DatabaseRefusal } from "../../platform/postgres/transaction.ts";
import { type Person, type World, world } from "../../stories/world.ts";

let w: World;
let farah: Person;
let asha: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
  asha = await w.as("asha-rao");
});
afterAll(() => w.stop());

async function openCase(by: Person): Promise<string> {
  const id = randomUUID();
  const ref = `HW-${randomUUID().slice(0, 3).toUpperCase()}-${randomUUID().slice(0, 3).toUpperCase()}`;
  await by.ask((tx) =>
    tx.rows(
      sql`select cases.open_case(${id}, ${ref}, 1::smallint, 14::smallint, 1::smallint, 1::smallint, 'domestic-work', 'IN-DL-south', now(), null)`,
    ),
  );
  return id;
}
const sees = (who: Person, id: string) =>
  who.ask(async (tx) => (await tx.rows(sql`select id from cases.cases where id = ${id}`)).length === 1);

test("a helpline worker sees the case she opened; a committee member does not, until she is brought in, and no longer once that ends", async () => {
  const id = await openCase(farah);
  expect(await sees(farah, id)).toBe(true);
  expect(await sees(asha, id)).toBe(false);
  const { member } = await farah.ask((tx) =>
    tx.one<{ member: number }>(
      sql`select access.grant_member(${id}, 2::smallint, ${asha.unitId}, 1::smallint, now() + interval '30 days', '{1,3}', 'joint-work') as member`,
    ),
  );
  expect(await sees(asha, id)).toBe(true);
  await farah.ask((tx) => tx.rows(sql`select access.set_member_end(${id}, ${member}, now(), 'done')`));
  expect(await sees(asha, id)).toBe(false);
});

test("a forged, empty or revoked token passes for nobody, also on a used connection", async () => {
  const id = await openCase(farah);
  const again = await w.as("farah");
  expect(await sees(again, id)).toBe(true);
  await w.db.admin.query(
    "update sessions.session set revoked_at = now() where worker_id = $1 and token_hash = sha256(convert_to($2, 'UTF8'))",
    [again.workerId, again.token],
  );
  await expect(sees(again, id)).rejects.toBeInstanceOf(DatabaseRefusal);
  await expect(
    farah.ask((tx) => tx.rows(sql`select set_config('access.token', '', true), (select count(*) from cases.cases)`)),
  ).rejects.toThrow();
});
