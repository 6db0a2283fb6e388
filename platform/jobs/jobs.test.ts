import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { upkeep } from "../../app.ts";
import { type Person, type World, world } from "../../stories/world.ts";
import { createPool } from "../postgres/pool.ts";
import { transact } from "../postgres/transaction.ts";
import { type AsWorker, ask, type Jobs, startRunner } from "./index.ts";

let w: World;
let farah: Person;
let anil: Person;
let jobsPool: pg.Pool;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
  anil = await w.as("anil");
  jobsPool = createPool(w.db.config("hw_jobs"), { max: 2 });
});
const running: Jobs[] = [];
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  await w.db.admin.query("delete from graphile_worker._private_jobs");
});
afterAll(async () => {
  await jobsPool.end();
  await w.stop();
});

type Line = Record<string, unknown>;
async function start(tasks: { name: string; run(job: AsWorker): Promise<void> }[], withUpkeep = false) {
  const lines: Line[] = [];
  const jobs = await startRunner({
    config: w.db.config("hw_jobs"),
    app: w.db.config("hw_app"),
    upkeep: withUpkeep ? upkeep(w.vault) : [],
    tasks: [...tasks, { name: "unused", run: async () => undefined }],
    log: (line) => lines.push(line),
    retryMs: 50,
  });
  running.push(jobs);
  return { jobs, lines };
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await what()) return;
    await sleep(50);
  }
  throw new Error("it did not happen");
}

const outcome = async (id: string) =>
  (await w.db.admin.query("select outcome from jobs.job where id = $1", [id])).rows[0]?.outcome as string | null;
const asJobs = <T>(text: ReturnType<typeof sql<T>>) =>
  transact(jobsPool, { role: "homeward_jobs", token: null }, (tx) => tx.rows<T>(text));

test("a job acts with the rights of whoever asked, on the cases they see and no others", async () => {
  const mine = await w.aCase(anil);
  const other = await w.aCase(farah);
  const seen: unknown[] = [];
  await start([
    {
      name: "look",
      async run({ act, arguments: { cases } }) {
        seen.push(
          ...(await act((tx) =>
            tx.rows<{ id: string }>(sql`select id from cases.cases where id = any(${cases as string[]}::uuid[])`),
          )),
        );
      },
    },
  ]);
  const id = await anil.ask((tx) => ask(tx, "look", { cases: [mine.caseId, other.caseId] }));
  await until(async () => (await outcome(id)) === "done");
  expect(seen).toEqual([{ id: mine.caseId }]);
  const { rows } = await w.db.admin.query(
    "select verb, outcome from log.detail where subject_id = $1 order by at, entry_id",
    [id],
  );
  expect(rows.map((r) => r.verb)).toEqual(["job-asked", "job-begun", "job-ended"]);
});

test("a job of a transaction that is rolled back was never asked for", async () => {
  const count = async () => Number((await w.db.admin.query("select count(*) from jobs.job")).rows[0].count);
  const before = await count();
  await expect(
    anil.ask(async (tx) => {
      await ask(tx, "look", {});
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await count()).toBe(before);
  await anil.ask((tx) => ask(tx, "look", {}));
  expect(await count()).toBe(before + 1);
});

test("words cannot be given to a job, ids and codes can", async () => {
  await expect(anil.ask((tx) => ask(tx, "look", { name: "Zubeida Quillpatra" }))).rejects.toThrow(/ids and codes/);
  await expect(anil.ask((tx) => ask(tx, "look", { deep: { a: "b" } }))).rejects.toThrow(/ids and codes/);
  await anil.ask((tx) => ask(tx, "look", { ids: [anil.workerId], how: "by-phone", n: 3 }));
});

test("a token works only while the queue holds the job, and not after", async () => {
  let token = "";
  let inside = 0;
  await start([
    {
      name: "keep",
      async run(job) {
        token = job.token;
        inside = (await job.act((tx) => tx.rows(sql`select access.actor()`))).length;
      },
    },
  ]);
  const id = await anil.ask((tx) => ask(tx, "keep", {}));
  await until(async () => (await outcome(id)) === "done");
  expect(inside).toBe(1);
  const use = () => transact(w.pools.app, { role: "homeward_app", token }, (tx) => tx.rows(sql`select access.actor()`));
  await expect(use()).rejects.toThrow(/no session/);
  // Even a session row that came back gives nothing: no live worker holds the job.
  await w.db.admin.query("update sessions.session set revoked_at = null where job_id = $1", [id]);
  await expect(use()).rejects.toThrow(/no session/);
});

test("nobody mints a token for a job that no live worker holds, and staff mint none at all", async () => {
  const id = await anil.ask((tx) => ask(tx, "look", {}));
  await expect(asJobs(sql`select jobs.begin_job(${id}::uuid)`)).rejects.toThrow(/no live worker/);
  await w.db.admin.query(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'x' where id = (select queue_id from jobs.job where id = $1)",
    [id],
  );
  // Locked, but by a process that is dead: its lock is gone.
  await expect(asJobs(sql`select jobs.begin_job(${id}::uuid)`)).rejects.toThrow(/no live worker/);
  await expect(anil.ask((tx) => tx.rows(sql`select jobs.begin_job(${id}::uuid)`))).rejects.toThrow(/permission denied/);
});

test.for(["the session that asked is ended", "the worker leaves"] as const)(
  "a job ends with its asker's rights: %s",
  async (how) => {
    const person = await w.as("tapan");
    const id = await person.ask((tx) => ask(tx, "look", {}));
    const kept = await (await w.as("ravi")).ask((tx) => ask(tx, "look", {}));
    if (how === "the worker leaves")
      await w.db.admin.query(
        "update agencies.posting set during = tstzrange(lower(during), now()) where worker_id = $1 and upper_inf(during)",
        [person.workerId],
      );
    else await person.call("DELETE", "/api/session");
    let ran = 0;
    await start([
      {
        name: "look",
        async run() {
          ran += 1;
        },
      },
    ]);
    await until(async () => (await outcome(id)) !== null && (await outcome(kept)) !== null);
    expect([await outcome(id), await outcome(kept), ran]).toEqual(["rights-ended", "done", 1]);
  },
);

test("rights that end while the job runs end it at its next step", async () => {
  const person = await w.as("alka");
  let refused = "";
  await start([
    {
      name: "long",
      async run({ act }) {
        await act((tx) => tx.rows(sql`select access.actor()`));
        await person.call("DELETE", "/api/session");
        await act((tx) => tx.rows(sql`select access.actor()`)).catch((error: Error) => {
          refused = error.message;
        });
      },
    },
  ]);
  const id = await person.ask((tx) => ask(tx, "long", {}));
  await until(async () => (await outcome(id)) === "done");
  expect(refused).toMatch(/no session/);
});

test("what fails is tried again later; what failed too often is dead and is counted, without its words", async () => {
  const { lines } = await start([
    {
      name: "fail",
      async run() {
        throw new Error("Zubeida Quillpatra could not be found");
      },
    },
  ]);
  const id = await anil.ask(async (tx) => {
    const { id } = await tx.one<{ id: string }>(sql`select jobs.ask('fail', '{}', 2) as id`);
    return id;
  });
  await until(() => lines.some((l) => l.outcome === "failed"));
  const queued = () =>
    w.db.admin.query(
      "select attempts, run_at > updated_at as later, last_error from graphile_worker._private_jobs where id = (select queue_id from jobs.job where id = $1)",
      [id],
    );
  await until(async () => (await queued()).rows[0].last_error !== null);
  expect((await queued()).rows[0]).toMatchObject({ attempts: 1, later: true });
  await w.db.admin.query("update graphile_worker._private_jobs set run_at = now()");
  await until(async () => (await outcome(id)) === "failed");
  // The queue lets the job go a moment after its outcome is written.
  const dead = () => asJobs<{ dead: string }>(sql`select dead from jobs.figures() where task = 'worker:fail'`);
  await until(async () => Number((await dead())?.[0]?.dead) === 1);
  expect(JSON.stringify([lines, (await queued()).rows])).not.toMatch(/Zubeida/);
});

test("a second process waits; when the first dies, what it held goes on at once", async () => {
  const first = new pg.Client(w.db.config("hw_jobs"));
  await first.connect();
  await first.query("select pg_advisory_lock($1)", [0x686a6f62]);
  const id = await anil.ask((tx) => ask(tx, "look", {}));
  await w.db.admin.query(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead', attempts = 1 where id = (select queue_id from jobs.job where id = $1)",
    [id],
  );
  const { jobs } = await start([{ name: "look", run: async () => undefined }]);
  expect(jobs.leading).toBe(false);
  await first.end();
  await until(async () => (await outcome(id)) === "done");
  expect(jobs.leading).toBe(true);
});

test("the jobs login reaches the queue and its named purposes, and nothing of the rooms", async () => {
  for (const table of ["cases.cases", "reports.reports", "sessions.session", "jobs.job", "log.detail"])
    await expect(asJobs(sql.raw(`select * from ${table}`))).rejects.toThrow(/permission denied/);
  await expect(asJobs(sql`select graphile_worker.add_job('worker:look', '{}')`)).rejects.toThrow(/permission denied/);
  expect(await asJobs(sql`select * from jobs.figures()`)).toBeDefined();
});

test("upkeep runs by itself: long expired sessions and answers go, fresh ones stay", async () => {
  await w.db.admin.query(
    "insert into sessions.session (token_hash, worker_id, expires_at, level) values (sha256('old'), $1, now() - interval '2 days', 1)",
    [anil.workerId],
  );
  await w.db.admin.query(
    "insert into platform.idempotency (worker_id, key, request_hash, made_at) values ($1, gen_random_uuid(), sha256('a'), now() - interval '8 days'), ($1, gen_random_uuid(), sha256('b'), now() - interval '6 days')",
    [anil.workerId],
  );
  const { lines } = await start([], true);
  await until(() => lines.filter((l) => l.outcome === "done").length >= 4);
  const { rows } = await w.db.admin.query(
    "select (select count(*) from sessions.session where token_hash = sha256('old'))::int as old, (select count(*) from platform.idempotency where worker_id = $1)::int as answers",
    [anil.workerId],
  );
  expect(rows[0]).toEqual({ old: 0, answers: 1 });
  expect((await anil.call("GET", "/api/me")).status).toBe(200);
  const purposes = await w.db.admin.query("select purpose from jobs.upkeep order by purpose");
  expect(purposes.rows.map((r) => r.purpose)).toEqual([
    "redraw-second-reads",
    "tidy-answers",
    "tidy-keys",
    "tidy-sessions",
  ]);
});
