import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../stories/world.ts";

let w: World;
let base: string;
let anil: Person;
beforeAll(async () => {
  w = await world();
  await w.web.listen({ host: "127.0.0.1", port: 0 });
  base = `http://127.0.0.1:${(w.web.server.address() as AddressInfo).port}`;
  anil = await w.as("anil");
});
const streams: AbortController[] = [];
afterEach(() => {
  for (const stream of streams.splice(0)) stream.abort();
});
afterAll(() => w.stop());

interface Heard {
  status: number;
  headers: Headers;
  events: { event: string; data: { what?: string; id?: string; gone?: true } }[];
  closed: boolean;
}

/** Opens a stream and waits until it is heard. */
async function listen(person: Person): Promise<Heard> {
  const control = new AbortController();
  streams.push(control);
  const answer = await fetch(`${base}/api/events`, {
    headers: { cookie: `hw_session=${person.token}` },
    signal: control.signal,
  });
  const heard: Heard = { status: answer.status, headers: answer.headers, events: [], closed: false };
  const take = async () => {
    let rest = "";
    for await (const part of answer.body ?? []) {
      const blocks = (rest + Buffer.from(part).toString("utf8")).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        if (event && data) heard.events.push({ event, data: JSON.parse(data) });
      }
    }
  };
  void take()
    .catch(() => undefined)
    .finally(() => {
      heard.closed = true;
    });
  if (answer.status === 200) await until(() => heard.events.some((e) => e.event === "again"));
  return heard;
}

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (what()) return;
    await sleep(25);
  }
  throw new Error("it did not happen");
}

const about = (heard: Heard, id: string) => heard.events.filter((e) => e.event === "change" && e.data.id === id);
/** Something about the case changes; who did it does not matter here. */
const change = (caseId: string) =>
  w.db.admin.query("update cases.cases set situation = situation where id = $1", [caseId]);
const member = (caseId: string, who: Person) =>
  anil.call("POST", `/api/cases/${caseId}/members`, {
    kind: "worker",
    subjectId: who.workerId,
    purpose: 1,
    until: new Date(Date.now() + 86_400_000).toISOString(),
    sections: [1, 3],
    basis: "joint-work",
  });

test("a member hears that the case changed; a stranger, a recused person and one whose time ended hear nothing at all", async () => {
  const { caseId } = await w.aCase(anil);
  const [hemant, ravi, tapan] = [await w.as("hemant"), await w.as("ravi"), await w.as("tapan")];
  await member(caseId, ravi);
  const ended = await member(caseId, tapan);
  const streams = {
    member: await listen(anil),
    stranger: await listen(hemant),
    recused: await listen(ravi),
    ended: await listen(tapan),
  };
  await change(caseId);
  await until(
    () =>
      about(streams.member, caseId).length > 0 &&
      about(streams.recused, caseId).length > 0 &&
      about(streams.ended, caseId).length > 0,
  );
  await ravi.ask((tx) => tx.rows(sql`select access.recuse(${ravi.workerId}, ${caseId}, 'declared')`));
  await anil.call("PUT", `/api/cases/${caseId}/members/${ended.body.member}`, {
    until: new Date().toISOString(),
    basis: "work-done",
  });
  await sleep(600); // what was on its way is through
  const before = Object.fromEntries(Object.entries(streams).map(([who, heard]) => [who, heard.events.length]));
  await change(caseId);
  await until(() => streams.member.events.length > (before.member ?? 0));
  await sleep(600);
  expect(about(streams.member, caseId).at(-1)?.data).toEqual({ what: "case", id: caseId });
  expect(streams.recused.events.length).toBe(before.recused);
  expect(streams.ended.events.length).toBe(before.ended);
  expect(streams.stranger.events).toEqual([{ event: "again", data: {} }]);
});

test("whoever is taken off a case hears that it closed, once; the others on it hear that it changed, and a stranger nothing", async () => {
  const { caseId } = await w.aCase(anil);
  const [tapan, hemant] = [await w.as("tapan"), await w.as("hemant")];
  const theirs = await member(caseId, tapan);
  const streams = { member: await listen(anil), taken: await listen(tapan), stranger: await listen(hemant) };
  // A clock that goes some minutes before ours still means now.
  const ahead = new Date(Date.now() + 5 * 60_000).toISOString();
  await anil.call("PUT", `/api/cases/${caseId}/members/${theirs.body.member}`, { until: ahead, basis: "work-done" });
  await until(() => about(streams.taken, caseId).length > 0 && about(streams.member, caseId).length > 0);
  expect(about(streams.taken, caseId).map((e) => e.data)).toEqual([{ what: "case", id: caseId, gone: true }]);
  for (const { data } of about(streams.member, caseId)) expect(data).toEqual({ what: "case", id: caseId });
  await sleep(400);
  expect(about(streams.stranger, caseId)).toEqual([]);
  expect((await tapan.call("GET", `/api/cases/${caseId}`)).status).toBe(404);
});

test("who is let onto a case hears of it at once", async () => {
  const { caseId } = await w.aCase(anil);
  const hemant = await w.as("hemant");
  const heard = await listen(hemant);
  await member(caseId, hemant);
  await until(() => about(heard, caseId).length > 0);
});

test("a desk hears of a new report; another agency does not", async () => {
  const farah = await w.as("farah");
  const [desk, other] = [await listen(farah), await listen(anil)];
  const { body } = await farah.call("POST", "/api/calls", {});
  await farah.call("POST", `/api/calls/${body.id}/report`, {});
  await until(() => about(desk, body.id).length > 0);
  await sleep(400);
  expect(about(other, body.id)).toEqual([]);
});

test.each([
  ["signs out", (who: Person) => who.call("DELETE", "/api/session")],
  [
    "ends it from another browser",
    async (who: Person) => (await w.as("alka")).call("DELETE", "/api/sessions/others").then(() => who),
  ],
] as const)("the stream closes at once when its person %s", async (_, act) => {
  const alka = await w.as("alka");
  const heard = await listen(alka);
  const colleague = await listen(anil);
  await act(alka);
  await until(() => heard.closed);
  expect(heard.events.at(-1)?.event).toBe("ended");
  expect(colleague.closed).toBe(false);
  expect((await listen(alka)).status).toBe(401);
});

test("a session holds few streams, and proxies are told not to hold them back", async () => {
  const person = await w.as("geeta");
  const all = await Promise.all(Array.from({ length: 6 }, () => listen(person)));
  expect(all.map((h) => h.status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect((await listen(person)).status).toBe(429);
  expect(all[0]?.headers.get("x-accel-buffering")).toBe("no");
  expect(all[0]?.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect((await listen(await w.as("geeta"))).status).toBe(200);
});

test("what changes while the ear is cut off is not missed: everybody reads anew", async () => {
  const heard = await listen(await w.as("birendra"));
  const before = heard.events.filter((e) => e.event === "again").length;
  await w.db.admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen homeward'",
  );
  await until(() => heard.events.filter((e) => e.event === "again").length > before);
  expect(heard.closed).toBe(false);
});
