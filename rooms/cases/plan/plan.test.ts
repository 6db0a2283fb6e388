import { afterAll, beforeAll, expect, test } from "vitest";
import { onCase, type Person, type World, world } from "../../../stories/world.ts";

let w: World;
let anil: Person; // protection unit; its case, with health
let deepak: Person; // police station; no health
let kiran: Person; // his colleague
beforeAll(async () => {
  w = await world();
  [anil, deepak, kiran] = await Promise.all([w.as("anil"), w.as("deepak"), w.as("kiran")]);
});
afterAll(() => w.stop());

const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
const ifMatch = (version: number) => ({ "if-match": `"${version}"` });

async function aCase(): Promise<string> {
  const { caseId } = await w.aCase(anil);
  await onCase(anil, caseId, "unit", deepak.unitId, [1, 3]);
  return caseId;
}
async function aGoal(caseId: string, domain: string, text: string): Promise<string> {
  const made = await anil.call("POST", `/api/cases/${caseId}/goals`, {
    domain,
    text,
    reviewOn: inDays(30).slice(0, 10),
  });
  expect(made.status).toBe(201);
  return made.body.id;
}
async function aTask(caseId: string, more: object): Promise<string> {
  const made = await anil.call("POST", `/api/cases/${caseId}/tasks`, {
    kind: "visit-child",
    text: "See her alone",
    unitId: deepak.unitId,
    dueAt: inDays(2),
    ...more,
  });
  expect(made.status).toBe(201);
  return made.body.id;
}
const planOf = async (who: Person, caseId: string) => (await who.call("GET", `/api/cases/${caseId}/plan`)).body;

test("a goal and a task are made, read by the unit that owns the task, and answered", async () => {
  const caseId = await aCase();
  const goal = await aGoal(caseId, "school", "Back in class eight by Holi");
  const task = await aTask(caseId, { goalId: goal, kind: "school", text: "Ask the head teacher for a place" });
  const plan = await planOf(deepak, caseId);
  expect(plan.goals[0]).toMatchObject({ domain: "school", text: "Back in class eight by Holi", version: 1 });
  expect(plan.tasks[0]).toMatchObject({
    id: task,
    kind: "school",
    text: "Ask the head teacher for a place",
    held: true,
  });
  const mine = await deepak.call("GET", "/api/tasks");
  expect(mine.body.tasks).toContainEqual(expect.objectContaining({ id: task, whose: "unit", kind: "school" }));
  // My day opens nothing: no words come with it.
  expect(JSON.stringify(mine.body)).not.toContain("teacher");
  const done = await deepak.call("PUT", `/api/cases/${caseId}/tasks/${task}/outcome`, { how: "done" }, ifMatch(1));
  expect(done.body).toEqual({ version: 2, how: "done" });
  expect((await deepak.call("GET", "/api/tasks")).body.tasks.map((t: { id: string }) => t.id)).not.toContain(task);
  const stored = await w.db.admin.query(
    "select to_jsonb(g)::text as t from cases.goals g union all select to_jsonb(t)::text from cases.tasks t",
  );
  expect(stored.rows.map((row) => row.t).join()).not.toMatch(/class eight|teacher/);
});

test("done after its time says why, and the reason is kept; taking it back opens it again", async () => {
  const caseId = await aCase();
  const task = await aTask(caseId, { dueAt: inDays(-1) });
  const path = `/api/cases/${caseId}/tasks/${task}/outcome`;
  expect((await deepak.call("PUT", path, { how: "done" }, ifMatch(1))).body.code).toBe("late-reason-missing");
  const done = await deepak.call(
    "PUT",
    path,
    { how: "done", lateReason: "no-vehicle", note: "The car was in Ghaziabad" },
    ifMatch(1),
  );
  expect(done.body.how).toBe("done-late");
  expect((await planOf(anil, caseId)).tasks[0]).toMatchObject({ doneHow: "done-late", lateReason: "no-vehicle" });
  expect((await deepak.call("DELETE", path, { reason: "Wrong child" }, ifMatch(2))).status).toBe(200);
  expect((await planOf(anil, caseId)).tasks[0]).toMatchObject({ doneHow: null, doneAt: null, version: 3 });
  const { changes } = (await anil.call("GET", `/api/cases/${caseId}/plan/history`)).body;
  expect(changes.map((c: { reason: string }) => c.reason)).toEqual(["Wrong child", "The car was in Ghaziabad"]);
});

test("tried and not seen is work done, late or not", async () => {
  const caseId = await aCase();
  const task = await aTask(caseId, { dueAt: inDays(-3) });
  const tried = await deepak.call(
    "PUT",
    `/api/cases/${caseId}/tasks/${task}/outcome`,
    { how: "tried-not-seen" },
    ifMatch(1),
  );
  expect(tried.body.how).toBe("tried-not-seen");
});

test("police without health read no health goal, and a health task as a headline with its time alone", async () => {
  const caseId = await aCase();
  const goal = await aGoal(caseId, "health", "The burn is treated by a doctor she trusts");
  const task = await aTask(caseId, { goalId: goal, kind: "medical", text: "Change the dressing" });
  const plan = await planOf(anil, caseId);
  expect(plan.goals).toHaveLength(1);
  expect(plan.tasks[0]).toMatchObject({ held: true, kind: "medical", text: "Change the dressing" });
  const police = await planOf(deepak, caseId);
  expect(police.goals).toEqual([]);
  expect(police.tasks[0]).toMatchObject({ id: task, section: 4, held: false, kind: null, text: null, goalId: null });
  expect(JSON.stringify(police)).not.toMatch(/burn|dressing|medical/);
  const day = (await deepak.call("GET", "/api/tasks")).body.tasks.find((t: { id: string }) => t.id === task);
  expect(day).toMatchObject({ held: false, kind: null, section: 4 });
  // The door of a task that one cannot read is the door of no task.
  const shut = await deepak.call("PUT", `/api/cases/${caseId}/tasks/${task}/outcome`, { how: "done" }, ifMatch(1));
  expect(shut.status).toBe(404);
  expect(
    (await anil.call("PUT", `/api/cases/${caseId}/tasks/${task}/outcome`, { how: "done" }, ifMatch(1))).status,
  ).toBe(200);
});

test("two people change one goal: the second gets both versions, and the old words stay in the history", async () => {
  const caseId = await aCase();
  const goal = await aGoal(caseId, "health", "Eats twice a day");
  const path = `/api/cases/${caseId}/goals/${goal}`;
  expect(
    (await anil.call("PATCH", path, { text: "Eats three times a day", reason: "Doctor said so" }, ifMatch(1))).status,
  ).toBe(200);
  const second = await anil.call("PATCH", path, { text: "Eats when hungry", reason: "A guess" }, ifMatch(1));
  expect(second.status).toBe(412);
  expect(second.body.current).toMatchObject({ text: "Eats three times a day", version: 2 });
  expect((await anil.call("PATCH", path, { text: "Eats when hungry", reason: "A guess" })).status).toBe(428);
  const { changes } = (await anil.call("GET", `/api/cases/${caseId}/plan/history`)).body;
  expect(changes[0]).toMatchObject({
    of: "goal",
    field: "text",
    wasText: "Eats twice a day",
    reason: "Doctor said so",
  });
  expect((await deepak.call("GET", `/api/cases/${caseId}/plan/history`)).body.changes).toEqual([]);
});

test("a task that somebody changed since is changed by nobody who saw it before, and says so; without a version nothing is", async () => {
  const caseId = await aCase();
  const path = `/api/cases/${caseId}/tasks/${await aTask(caseId, {})}`;
  const move = (who: Person, version: number) =>
    who.call("PATCH", path, { dueAt: inDays(5), reason: "The court moved its day" }, ifMatch(version));
  const end = (who: Person, version: number) =>
    who.call("PUT", `${path}/outcome`, { how: "no-longer-needed" }, ifMatch(version));
  const back = (who: Person, version: number) =>
    who.call("DELETE", `${path}/outcome`, { reason: "A slip" }, ifMatch(version));
  expect((await move(anil, 1)).status).toBe(200); // version 2
  for (const late of [move, end]) expect((await late(deepak, 1)).body.code).toBe("changed-since");
  expect((await end(deepak, 2)).status).toBe(200); // version 3
  expect((await back(anil, 2)).body.code).toBe("changed-since");
  expect((await anil.call("DELETE", `${path}/outcome`, { reason: "A slip" })).body.code).toBe("version-missing");
  expect((await back(anil, 3)).status).toBe(200);
  expect((await planOf(anil, caseId)).tasks[0]).toMatchObject({ version: 4, doneHow: null });
});

test("two who change one thing in the same moment: one is heard, the other learns that it changed, and nothing is written twice", async () => {
  const caseId = await aCase();
  const goal = await aGoal(caseId, "health", "Eats twice a day");
  const task = await aTask(caseId, { goalId: goal, kind: "school" });
  const other = await aTask(caseId, {});
  const url = `/api/cases/${caseId}`;
  const moments: [string, (n: number) => Promise<{ status: number; body: { code?: string } }>][] = [
    [
      "a task moved",
      (n) => anil.call("PATCH", `${url}/tasks/${task}`, { dueAt: inDays(n), reason: "So it is" }, ifMatch(1)),
    ],
    ["a task answered", () => anil.call("PUT", `${url}/tasks/${other}/outcome`, { how: "done" }, ifMatch(1))],
    [
      "a task taken back",
      () => anil.call("DELETE", `${url}/tasks/${other}/outcome`, { reason: "So it is" }, ifMatch(2)),
    ],
    [
      "a goal",
      (n) => anil.call("PATCH", `${url}/goals/${goal}`, { text: `Eats ${n}`, reason: "So it is" }, ifMatch(1)),
    ],
    ["the case", (n) => anil.call("PATCH", url, { age: n, reason: "So it is" }, ifMatch(1))],
  ];
  for (const [what, act] of moments) {
    const table = what === "the case" ? "cases" : what === "a goal" ? "goals" : "tasks";
    const holder = await w.db.admin.connect();
    try {
      // Whoever reads sees the version that both saw; whoever writes waits here.
      await holder.query("begin");
      await holder.query(
        `select id from cases.${table} where ${table === "cases" ? "id" : "case_id"} = $1 for update`,
        [caseId],
      );
      const both = [act(11), act(12)];
      const waiting =
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' having count(*) >= 2";
      for (let tries = 0; (await w.db.admin.query(waiting)).rowCount === 0 && tries < 300; tries++)
        await new Promise((next) => setTimeout(next, 10));
      await holder.query("commit");
      const answers = await Promise.all(both);
      expect([what, ...answers.map(({ status }) => status).sort()]).toEqual([what, 200, 412]);
      expect(answers.find(({ status }) => status === 412)?.body.code).toBe("changed-since");
    } finally {
      holder.release();
    }
  }
});

test("a goal ends after its tasks, and only once", async () => {
  const caseId = await aCase();
  const goal = await aGoal(caseId, "family", "Her aunt is found");
  const task = await aTask(caseId, { goalId: goal });
  const end = (version: number) =>
    anil.call(
      "PUT",
      `/api/cases/${caseId}/goals/${goal}/outcome`,
      { outcome: "met", reason: "The aunt came" },
      ifMatch(version),
    );
  expect((await end(1)).body.code).toBe("goal-open-tasks");
  await deepak.call("PUT", `/api/cases/${caseId}/tasks/${task}/outcome`, { how: "no-longer-needed" }, ifMatch(1));
  expect((await end(1)).status).toBe(200);
  expect((await end(2)).body.code).toBe("goal-ended");
});

test("a task goes to a unit on the case, and names only somebody who sits there", async () => {
  const caseId = await aCase();
  const wish = { kind: "call", text: "Ring", dueAt: inDays(1) };
  const give = (more: object) => anil.call("POST", `/api/cases/${caseId}/tasks`, { ...wish, ...more });
  const hospital = (await w.as("arvind")).unitId;
  expect((await give({ unitId: hospital })).body.code).toBe("unit-not-on-case");
  expect((await give({ unitId: anil.unitId, workerId: kiran.workerId })).body.code).toBe("worker-not-in-unit");
  expect((await give({ unitId: anil.unitId, workerId: anil.workerId })).status).toBe(201);
});

test("a home on the case is no unit that police can name, because its name is a place", async () => {
  const caseId = await aCase();
  const leela = await w.as("leela");
  await onCase(anil, caseId, "unit", leela.unitId, [1, 2]);
  const wish = { kind: "call", text: "Ring", dueAt: inDays(1), unitId: leela.unitId };
  expect((await deepak.call("POST", `/api/cases/${caseId}/tasks`, wish)).body.code).toBe("unit-not-on-case");
  const made = await anil.call("POST", `/api/cases/${caseId}/tasks`, wish);
  expect(made.status).toBe(201);
  const police = (await planOf(deepak, caseId)).tasks[0];
  expect(police).toMatchObject({ fromHome: true, agency: null, unit: null, unitId: null, worker: null });
  expect((await planOf(anil, caseId)).tasks[0].agency).not.toBeNull();
});

test("a unit's tasks follow the chair: whoever leaves it is named no more, and the task stays", async () => {
  const caseId = await aCase();
  const first = await deepak.call("POST", `/api/cases/${caseId}/tasks`, {
    kind: "visit-child",
    text: "See her",
    unitId: deepak.unitId,
    workerId: kiran.workerId,
    dueAt: inDays(1),
  });
  expect(first.status).toBe(201);
  const seen = async (who: Person) =>
    (await who.call("GET", "/api/tasks")).body.tasks.find((t: { id: string }) => t.id === first.body.id);
  expect(await seen(kiran)).toMatchObject({ whose: "me", worker: null });
  expect(await seen(deepak)).toMatchObject({ whose: "colleague" });
  expect((await seen(deepak)).worker).not.toBeNull();
  await w.db.admin.query("update agencies.posting set during = tstzrange(lower(during), now()) where worker_id = $1", [
    kiran.workerId,
  ]);
  expect(await seen(deepak)).toMatchObject({ whose: "unit", worker: null });
  expect((await planOf(anil, caseId)).tasks[0]).toMatchObject({ workerId: null, worker: null });
});
