/** What `act()` promises to whoever presses a button, on the real server and the real database. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nextAddress, type Person, type World, world } from "../../stories/world.ts";
import { CommitUnknown, inOneTrip, type Tx, transact } from "../postgres/transaction.ts";

let w: World;
let farah: Person;
let ishita: Person;
beforeAll(async () => {
  w = await world();
  [farah, ishita] = await Promise.all([w.as("farah"), w.as("ishita")]);
});
afterAll(() => w.stop());

const count = async (what: string): Promise<number> =>
  (await w.db.admin.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n ?? -1;
const key = () => ({ "idempotency-key": randomUUID() });
const aReport = (saw: string) => ({ words: { saw } });

describe("a change from another page than ours", () => {
  const send = (headers: Record<string, string>, method: "GET" | "POST" = "POST") =>
    w.web.inject({
      method,
      url: "/api/reports",
      remoteAddress: nextAddress(),
      headers: { cookie: `hw_session=${farah.token}`, host: "homeward.test", ...headers },
      ...(method === "POST" ? { payload: aReport("A girl cleans a flat.") } : {}),
    });

  test.each([
    ["another site's address", { origin: "https://elsewhere.invalid" }],
    ["our name over another scheme", { origin: "https://homeward.test" }],
    ["another port of this machine", { origin: "http://homeward.test:8081" }],
    ["what the browser calls another site", { "sec-fetch-site": "cross-site" }],
    ["what the browser calls a sister site", { "sec-fetch-site": "same-site" }],
  ])("is refused: %s", async (_, headers) => {
    const before = await count("reports.reports");
    const refused = await send(headers);
    expect([refused.statusCode, refused.json().code]).toEqual([403, "other-origin"]);
    expect(await count("reports.reports")).toBe(before);
    expect((await send(headers, "GET")).statusCode, "reading changes nothing").toBe(200);
  });

  test("and from ours it is done", async () => {
    const before = await count("reports.reports");
    const done = await send({ origin: "http://homeward.test", "sec-fetch-site": "same-origin" });
    expect(done.statusCode).toBe(201);
    expect(await count("reports.reports")).toBe(before + 1);
  });
});

describe("nobody hears “done” of what was not written", () => {
  const write = (tx: Tx) => tx.rows(sql`select log.record('tried-to-write', 'case', null)`);
  const written = () => count("log.detail where verb = 'tried-to-write'");
  const app = () => ({ role: "homeward_app", token: farah.token });

  test("a failed question that the work swallowed makes COMMIT a ROLLBACK, and that is thrown", async () => {
    const swallowed = async (tx: Tx) => {
      const wrote = write(tx);
      const failed = tx.rows(sql`select 1 / 0`).catch(() => null);
      await wrote;
      await failed;
      return "done";
    };
    await expect(transact(w.pools.app, app(), swallowed)).rejects.toThrow(CommitUnknown);
    await expect(inOneTrip(w.pools.app, app(), swallowed)).rejects.toThrow(CommitUnknown);
    expect(await written()).toBe(0);
    await transact(w.pools.app, app(), write);
    await inOneTrip(w.pools.app, app(), write);
    expect(await written()).toBe(2);
  });

  test("a COMMIT that was cut off is thrown too", async () => {
    const before = await written();
    const cut = transact(w.pools.app, app(), async (tx) => {
      await write(tx);
      const { pid } = await tx.one<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await w.db.admin.query("select pg_terminate_backend($1, 5000)", [pid]);
      return "done";
    });
    await expect(cut).rejects.toThrow();
    expect(await written()).toBe(before);
  });
});

test("who acts is asked inside the transaction: a session that ends in the middle of it writes nothing more", async () => {
  const someone = await w.as("farah");
  const tried = (end: boolean) =>
    someone.ask(async (tx) => {
      await tx.rows(sql`select log.record('before-the-end', 'case', null)`);
      if (end)
        await w.db.admin.query(
          "update sessions.session set revoked_at = now() where token_hash = sha256(convert_to($1, 'UTF8'))",
          [someone.token],
        );
      await tx.rows(sql`select log.record('after-the-end', 'case', null)`);
    });
  await tried(false);
  await expect(tried(true)).rejects.toMatchObject({ sqlstate: "HW401" });
  expect(await count("log.detail where verb in ('before-the-end', 'after-the-end')")).toBe(2);
  expect((await someone.call("GET", "/api/me")).status).toBe(401);
});

describe("a retry with its key", () => {
  test("gets the answer of the first and does nothing", async () => {
    const mine = key();
    const first = await farah.call("POST", "/api/reports", aReport("A girl cleans a flat."), mine);
    const before = await count("reports.reports");
    const again = await farah.call("POST", "/api/reports", aReport("A girl cleans a flat."), mine);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(await count("reports.reports")).toBe(before);
    expect((await farah.call("POST", "/api/reports", aReport("A girl cleans a flat."), key())).body.id).not.toBe(
      first.body.id,
    );
  });

  test("and another body, or another address, is refused and does nothing", async () => {
    const mine = key();
    expect((await farah.call("POST", "/api/reports", aReport("A girl cleans a flat."), mine)).status).toBe(201);
    const before = await count("reports.reports");
    const other = await farah.call("POST", "/api/reports", aReport("A boy carries bricks."), mine);
    expect([other.status, other.body.code]).toEqual([409, "idempotency-other-body"]);
    const elsewhere = await farah.call("POST", "/api/calls", aReport("A girl cleans a flat."), mine);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, "idempotency-other-body"]);
    expect(await count("reports.reports")).toBe(before);
  });

  test("is one's own: whoever has seen another's key learns nothing by it, and keeps nobody from writing", async () => {
    const seen = key();
    const hers = await farah.call("POST", "/api/reports", aReport("A girl cleans a flat."), seen);
    const theirs = await ishita.call("POST", "/api/reports", aReport("A girl cleans a flat."), seen);
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(hers.body.id);
    const theirOther = await w.as("tomas");
    expect((await theirOther.call("POST", "/api/reports", aReport("A boy carries bricks."), seen)).status).toBe(201);
    expect((await farah.call("POST", "/api/reports", aReport("A girl cleans a flat."), seen)).body).toEqual(hers.body);
  });
});
