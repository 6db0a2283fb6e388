/** Who looked through a list of people's affairs stands in the log, once for a session and a quarter of an hour, whichever room's list it is. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonKey } from "../packs/cast.ts";
import { type World, world } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.stop());

const LISTS: readonly (readonly [string, string, PersonKey])[] = [
  ["/api/cases", "cases-listed", "farah"],
  ["/api/people", "people-listed", "farah"],
  ["/api/tasks", "tasks-listed", "farah"],
  ["/api/first-responses", "responses-listed", "farah"],
  ["/api/hand-overs", "hand-overs-listed", "farah"],
  ["/api/reports", "reports-listed", "farah"],
  ["/api/second-reads", "second-reads-listed", "farah"],
  ["/api/oversight/cases", "cases-reviewed", "meher"],
  ["/api/oversight/openings", "openings-read", "meher"],
  ["/api/oversight/refusals", "refusals-read", "meher"],
  ["/api/oversight/unread", "unread-read", "meher"],
];

test.each(LISTS)("reading %s twice is one entry, %s", async (address, verb, who) => {
  const reader = await w.as(who);
  const entries = async () => {
    const { rows } = await w.db.admin.query<{ n: number }>(
      "select count(*)::int as n from log.detail d join sessions.session s on s.id = d.session_id where s.token_hash = sha256($1::bytea) and d.verb = $2",
      [Buffer.from(reader.token), verb],
    );
    return rows[0]?.n;
  };
  expect(await entries()).toBe(0);
  for (let times = 0; times < 2; times++) expect((await reader.call("GET", address)).status).toBe(200);
  expect(await entries()).toBe(1);
});
