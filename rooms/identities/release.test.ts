/** No receipt, no key: what the vault's door asks for, one thing after the other, with each of them missing. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPool } from "../../platform/postgres/pool.ts";
import { transact } from "../../platform/postgres/transaction.ts";
import { onCase, type Person, type World, world } from "../../stories/world.ts";

let w: World;
let farah: Person;
let pool: pg.Pool;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
  pool = createPool(w.db.config("hw_vault"), { max: 2 });
});
afterAll(async () => {
  await pool.end();
  await w.stop();
});

const as = <T>(who: Person, work: Parameters<typeof transact<T>>[2]) =>
  transact(pool, { role: "homeward_vault", token: who.token }, work);
const ask = async (who: Person, childId: string): Promise<string> =>
  (
    await as(who, (tx) =>
      tx.one<{ id: string }>(sql`select identities.ask_opening(${childId}, 'hearing', null, null) as id`),
    )
  ).id;
const release = (who: Person, opening: string) =>
  as(who, (tx) => tx.rows(sql`select * from identities.release(${opening})`));
const shut = { sqlstate: "HW404" };

describe("what was asked for is released", () => {
  test("once", async () => {
    const { childId } = await w.aCase(farah);
    const opening = await ask(farah, childId);
    expect(await release(farah, opening)).toHaveLength(1);
    await expect(release(farah, opening)).rejects.toMatchObject(shut);
  });

  test("to the session that asked: not to a colleague on the case, and not to the same person signed in elsewhere", async () => {
    const { caseId, childId } = await w.aCase(farah);
    const ravi = await w.as("ravi");
    await onCase(farah, caseId, "worker", ravi.workerId, [1]);
    expect(await release(ravi, await ask(ravi, childId)), "the colleague may open it").toHaveLength(1);
    const opening = await ask(farah, childId);
    await expect(release(ravi, opening)).rejects.toMatchObject(shut);
    await expect(release(await w.as("farah"), opening)).rejects.toMatchObject(shut);
    expect(await release(farah, opening)).toHaveLength(1);
  });

  test("within a minute", async () => {
    const { childId } = await w.aCase(farah);
    const asked = async (secondsAgo: number) => {
      const opening = await ask(farah, childId);
      await w.db.admin.query(
        "update identities.opening set asked_at = now() - $2 * interval '1 second' where id = $1",
        [opening, secondsAgo],
      );
      return release(farah, opening);
    };
    await expect(asked(61)).rejects.toMatchObject(shut);
    expect(await asked(30)).toHaveLength(1);
  });

  test("against its own entry in the log: none, or one that tells of something else, opens nothing", async () => {
    const { childId } = await w.aCase(farah);
    const turned = async (entry: string) => {
      const opening = await ask(farah, childId);
      await w.db.admin.query("update identities.opening set entry_id = $2 where id = $1", [opening, entry]);
      return release(farah, opening);
    };
    const { rows } = await w.db.admin.query<{ entry_id: string }>(
      "select entry_id from log.detail where verb <> 'identity-opened' limit 1",
    );
    await expect(turned(randomUUID())).rejects.toMatchObject(shut);
    await expect(turned(rows[0]?.entry_id ?? "")).rejects.toMatchObject(shut);
    expect(await release(farah, await ask(farah, childId))).toHaveLength(1);
  });

  test("to somebody who still is on the case", async () => {
    const { caseId, childId } = await w.aCase(farah);
    const ravi = await w.as("ravi");
    await onCase(farah, caseId, "worker", ravi.workerId, [1]);
    const opening = await ask(ravi, childId);
    await ravi.ask((tx) => tx.rows(sql`select access.recuse(${ravi.workerId}, ${caseId}, 'declared')`));
    await expect(release(ravi, opening)).rejects.toMatchObject(shut);
  });

  test("by a second factor of the last quarter of an hour", async () => {
    const { childId } = await w.aCase(farah);
    const earlier = await w.as("farah");
    const aged = (minutes: number) =>
      w.db.admin.query(
        "update sessions.session set level_at = now() - $2 * interval '1 minute' where token_hash = sha256(convert_to($1, 'UTF8'))",
        [earlier.token, minutes],
      );
    await aged(16);
    await expect(ask(earlier, childId)).rejects.toMatchObject({ sqlstate: "HW422", detail: "step-up-needed" });
    await aged(14);
    expect(await release(earlier, await ask(earlier, childId))).toHaveLength(1);
  });
});

describe("sealed words open where they belong, and nowhere else", () => {
  const notes = async (who: Person, caseId: string): Promise<(string | null)[]> =>
    (await who.call("GET", `/api/cases/${caseId}`)).body.notes.map((note: { text: string | null }) => note.text);
  const write = async (caseId: string, text: string): Promise<string> => {
    const made = await farah.call("POST", `/api/cases/${caseId}/notes`, { text });
    expect(made.status).toBe(201);
    return made.body.id;
  };
  const swap = (a: string, b: string) =>
    w.db.admin.query(
      "update cases.notes n set sealed = o.sealed from cases.notes o where (n.id, o.id) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))",
      [a, b],
    );

  test("two notes of one case that changed places do not open, and the rest does", async () => {
    const { caseId } = await w.aCase(farah);
    const [first, second] = [await write(caseId, "He came at night"), await write(caseId, "She was at school")];
    await write(caseId, "Her aunt rang");
    await swap(first, second);
    expect((await notes(farah, caseId)).filter((text) => text !== null)).toEqual(["Her aunt rang"]);
    await swap(first, second);
    expect((await notes(farah, caseId)).filter((text) => text !== null)).toHaveLength(3);
  });

  test("another case's note does not open under this one's key, by whoever holds both cases", async () => {
    const [one, other] = [await w.aCase(farah), await w.aCase(farah)];
    const id = await write(one.caseId, "He came at night");
    await farah.call("GET", `/api/cases/${one.caseId}`);
    await farah.call("GET", `/api/cases/${other.caseId}`);
    const { rows } = await w.db.admin.query<{ sealed: Buffer }>("select sealed from cases.notes where id = $1", [id]);
    const sealed = rows[0]?.sealed ?? Buffer.alloc(0);
    const place = { table: "cases.notes", column: "sealed", row: id, section: 0 };
    const under = (caseId: string) => w.vault.openNarratives(farah.token, caseId, [{ place, sealed }]);
    expect(await under(one.caseId)).toEqual(["He came at night"]);
    expect(await under(other.caseId)).toEqual([null]);
  });

  test("nor does it open to a member without its section, whatever section the caller names", async () => {
    const { caseId } = await w.aCase(farah);
    const ravi = await w.as("ravi");
    await onCase(farah, caseId, "worker", ravi.workerId, [1]);
    await ravi.call("GET", `/api/cases/${caseId}`);
    await farah.call("GET", `/api/cases/${caseId}`);
    const row = randomUUID();
    const place = (section: number) => ({ table: "cases.notes", column: "sealed", row, section });
    const [sealed = Buffer.alloc(0)] = await w.vault.seal(farah.token, "case", caseId, [
      { place: place(3), text: "Ring after four" },
    ]);
    const opened = (who: Person, section: number) =>
      w.vault.openNarratives(who.token, caseId, [{ place: place(section), sealed }]);
    expect(await opened(farah, 3)).toEqual(["Ring after four"]);
    for (const section of [0, 1, 3, 9]) expect([section, await opened(ravi, section)]).toEqual([section, [null]]);
  });
});
