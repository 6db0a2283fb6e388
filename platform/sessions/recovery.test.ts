import { generate } from "otplib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everybody, type PersonKey, person } from "../../packs/cast.ts";
import { type Person, type World, world } from "../../stories/world.ts";
import { hashPassword } from "./passwords.ts";
import { type Visitor, visitor } from "./test-browser.ts";
import { newSeed, sealSeed } from "./vault.ts";

const PASSWORD = "plum carriage 44 lantern";

let w: World;
/** Heads the unit, keeps its workers, works in it; and a supervisor of another agency. */
let geeta: Person;
let ruksana: Person;
let alka: Person;
const oldSeeds = new Map<string, string>();

/** One of the cast with a password and a seed that the test knows. */
async function known(key: PersonKey): Promise<{ id: string; login: string }> {
  const { id, login } = person(key);
  const seed = newSeed();
  oldSeeds.set(login, seed);
  await w.db.admin.query(
    "update sessions.credential set password_hash = $2, totp_sealed = $3, totp_last_step = 0, failures = 0, wait_until = '-infinity' where worker_id = $1",
    [id, await hashPassword(PASSWORD), sealSeed(w.ring, id, seed)],
  );
  await w.db.admin.query("delete from sessions.recovery where worker_id = $1", [id]);
  return { id, login };
}
const codeOf = (seed: string | undefined) => generate({ secret: seed ?? "" });
const enter = (by: Visitor, login: string) => by.send("POST", "/api/session", { login, password: PASSWORD });
const ask = (login: string) => visitor(w.web).send("POST", "/api/recoveries", { login });
const waitingFor = async (who: Person) =>
  (await who.call("GET", "/api/recoveries")).body.recoveries as {
    id: string;
    step: string;
    workerNames: { en: string };
  }[];

/** Asks, is vouched for by `by`, says the words, enrols anew. */
async function recover(
  key: PersonKey,
  by: Person,
): Promise<{ id: string; login: string; recovery: string; browser: Visitor; seed: string; ratifier: string }> {
  const { id, login } = await known(key);
  await ask(login);
  const recovery = (await waitingFor(by)).find((one) => one.workerNames.en === person(key).names.en)?.id ?? "";
  const vouched = await by.call("POST", `/api/recoveries/${recovery}/vouching`, { language: "en" });
  expect(vouched.status).toBe(200);
  const browser = visitor(w.web);
  expect((await enter(browser, login)).body).toEqual({ next: "totp" });
  const words: string[] = vouched.body.words;
  expect((await browser.send("POST", "/api/session/recovery", { words: words.join(" ").toUpperCase() })).body).toEqual({
    next: "enrol",
  });
  const { seed } = (await browser.send("POST", "/api/session/enrolment", {})).body;
  expect((await browser.send("POST", "/api/session/enrolment", { seed, code: await codeOf(seed) })).body).toEqual({
    kept: true,
  });
  return { id, login, recovery, browser, seed, ratifier: vouched.body.ratifier };
}

/** Does this seed's next code finish a sign-in? The clock is not waited for: used steps are forgotten first. */
async function signsIn(login: string, seed: string | undefined): Promise<boolean> {
  await w.db.admin.query(
    "with c as (update sessions.credential set totp_last_step = 0, failures = 0, wait_until = '-infinity' where login = $1 returning worker_id) update sessions.recovery r set totp_last_step = 0 from c where r.worker_id = c.worker_id",
    [login],
  );
  const browser = visitor(w.web);
  await enter(browser, login);
  return (await browser.send("POST", "/api/session/totp", { code: await codeOf(seed) })).status === 200;
}

beforeAll(async () => {
  w = await world();
  [geeta, ruksana, alka] = await Promise.all([w.as("geeta"), w.as("ruksana"), w.as("alka")]);
});
afterAll(() => w.stop());

test("asking answers alike whether there is such a sign-in or not, and only colleagues who may vouch see it", async () => {
  const { login } = await known("anil");
  const [there, not] = [await ask(login), await ask("nobody-has-this-name")];
  expect([there.status, there.body]).toEqual([not.status, not.body]);
  expect((await waitingFor(geeta)).map((one) => one.workerNames.en)).toContain(person("anil").names.en);
  expect(await waitingFor(alka)).toEqual([]);
  expect((await (await w.as("hemant")).call("GET", "/api/recoveries")).status).toBe(403);
});

test("vouching needs the agency, a fresh second factor and somebody else than oneself", async () => {
  const { login } = await known("anil");
  await ask(login);
  const id = (await waitingFor(geeta)).find((one) => one.workerNames.en === person("anil").names.en)?.id;
  const vouch = async (who: Person) =>
    (await who.call("POST", `/api/recoveries/${id}/vouching`, { language: "hi" })).status;
  expect(await vouch(alka)).toBe(404);
  expect(await vouch(await w.as("geeta", { level: 1 }))).toBe(403);
  expect(await vouch(geeta)).toBe(200);

  await known("geeta");
  await ask(person("geeta").login);
  const { rows } = await w.db.admin.query<{ id: string }>("select id from sessions.recovery where worker_id = $1", [
    geeta.workerId,
  ]);
  expect((await geeta.call("POST", `/api/recoveries/${rows[0]?.id}/vouching`, { language: "en" })).status).toBe(404);
  expect((await ruksana.call("POST", `/api/recoveries/${rows[0]?.id}/vouching`, { language: "en" })).status).toBe(200);
  await w.db.admin.query("delete from sessions.recovery where worker_id = $1", [geeta.workerId]);
});

test("wrong words wait like wrong codes, right ones work once", async () => {
  const { login } = await known("anil");
  await ask(login);
  const id = (await waitingFor(geeta)).find((one) => one.workerNames.en === person("anil").names.en)?.id;
  const { words } = (await geeta.call("POST", `/api/recoveries/${id}/vouching`, { language: "hi" })).body;
  const browser = visitor(w.web);
  await enter(browser, login);
  const say = (said: string) => browser.send("POST", "/api/session/recovery", { words: said });
  expect((await say("acorn acorn acorn acorn acorn")).body.code).toBe("recovery-code-wrong");
  expect((await say("no words at all")).body.code).toBe("recovery-code-wrong");
  expect((await say(words.join(" "))).body).toEqual({ next: "enrol" });
  const other = visitor(w.web);
  await enter(other, login);
  expect((await other.send("POST", "/api/session/recovery", { words: words.join(" ") })).body.code).toBe(
    "recovery-code-wrong",
  );
});

test("words older than half an hour are too old", async () => {
  const { id: worker, login } = await known("anil");
  await ask(login);
  const id = (await waitingFor(geeta)).find((one) => one.workerNames.en === person("anil").names.en)?.id;
  const { words } = (await geeta.call("POST", `/api/recoveries/${id}/vouching`, { language: "en" })).body;
  await w.db.admin.query(
    "update sessions.recovery set vouched_at = vouched_at - interval '31 minutes' where worker_id = $1",
    [worker],
  );
  const browser = visitor(w.web);
  await enter(browser, login);
  expect((await browser.send("POST", "/api/session/recovery", { words: words.join(" ") })).body.code).toBe(
    "recovery-code-wrong",
  );
});

test("it takes effect at once, ends what was open, decides nothing that would outlive it, and another person ratifies", async () => {
  const before = await w.as("anil");
  expect((await before.call("GET", "/api/me")).status).toBe(200);
  const { login, recovery, browser, seed, ratifier } = await recover("anil", geeta);
  expect(ratifier).toBe("agency");
  expect((await browser.send("GET", "/api/me")).body.session.level).toBe(2);
  // The lost phone may hold a session and the old seed.
  expect((await before.call("GET", "/api/me")).status).toBe(401);
  expect(await signsIn(login, oldSeeds.get(login))).toBe(false);

  const { body: mine } = await browser.send("GET", "/api/my-sign-in");
  expect(Date.parse(mine.recoveryEndsAt) - Date.now()).toBeLessThanOrEqual(12 * 3_600_000);
  const { rows } = await w.db.admin.query(
    "select bool_and(s.expires_at <= r.used_at + interval '12 hours') as ends from sessions.session s join sessions.recovery r on r.id = s.recovery_id where r.id = $1",
    [recovery],
  );
  expect(rows[0]).toEqual({ ends: true });
  expect((await browser.send("POST", "/api/passkeys/options")).body.code).toBe("recovery-not-ratified");
  expect(
    (await browser.send("PUT", "/api/password", { old: PASSWORD, password: "four yellow kites 9 rivers" })).body.code,
  ).toBe("recovery-not-ratified");
  expect((await browser.send("POST", "/api/session/totp-enrolment", {})).body.code).toBe("recovery-not-ratified");

  const decide = async (who: Person, says = "ratified") =>
    (await who.call("POST", `/api/recoveries/${recovery}/decision`, { says })).status;
  expect(await decide(geeta)).toBe(404); // she vouched
  expect(await decide(alka)).toBe(404); // another agency
  expect(await decide(await w.as("ruksana", { level: 1 }))).toBe(403);
  expect(await decide(ruksana)).toBe(204);
  expect(await signsIn(login, oldSeeds.get(login))).toBe(false);
  expect(await signsIn(login, seed)).toBe(true);
  expect((await browser.send("POST", "/api/passkeys/options")).status).toBe(200);

  const { rows: told } = await w.db.admin.query(
    "select distinct verb from log.detail where subject_id = $1 and outcome = 'done' and verb like 'recovery-%' order by 1",
    [before.workerId],
  );
  expect(told.map((row: { verb: string }) => row.verb)).toEqual([
    "recovery-asked",
    "recovery-ratified",
    "recovery-used",
    "recovery-vouched",
  ]);
});

test("not ratified within twelve hours it falls by itself, and what was there before counts again", async () => {
  const { id, login, recovery, seed } = await recover("anil", geeta);
  expect(await signsIn(login, seed)).toBe(true);
  // No job runs in between: only time has gone by.
  await w.db.admin.query("update sessions.recovery set used_at = used_at - interval '12 hours' where id = $1", [
    recovery,
  ]);
  expect(await signsIn(login, seed)).toBe(false);
  expect(await signsIn(login, oldSeeds.get(login))).toBe(true);
  expect((await waitingFor(ruksana)).map((one) => one.id)).not.toContain(recovery);
  expect((await ruksana.call("POST", `/api/recoveries/${recovery}/decision`, { says: "ratified" })).body.code).toBe(
    "recovery-over",
  );
  const { rows } = await w.db.admin.query(
    "select count(*)::int as n from sessions.session where worker_id = $1 and recovery_id is not null and expires_at > now() + interval '12 hours'",
    [id],
  );
  expect(rows[0]).toEqual({ n: 0 });
});

test("declined it ends at once", async () => {
  const { login, recovery, browser, seed } = await recover("anil", ruksana);
  expect((await browser.send("GET", "/api/me")).status).toBe(200);
  expect((await geeta.call("POST", `/api/recoveries/${recovery}/decision`, { says: "declined" })).status).toBe(204);
  expect((await browser.send("GET", "/api/me")).status).toBe(401);
  expect(await signsIn(login, seed)).toBe(false);
  expect(await signsIn(login, oldSeeds.get(login))).toBe(true);
});

test("whoever is here by a recovery alone vouches for nobody", async () => {
  const { browser } = await recover("geeta", ruksana);
  await known("anil");
  await ask(person("anil").login);
  const { rows } = await w.db.admin.query<{ id: string }>("select id from sessions.recovery where worker_id = $1", [
    person("anil").id,
  ]);
  expect((await browser.send("GET", "/api/recoveries")).body.recoveries).toEqual([]);
  expect((await browser.send("POST", `/api/recoveries/${rows[0]?.id}/vouching`, { language: "en" })).status).toBe(404);
  await w.db.admin.query("delete from sessions.recovery where worker_id = $1", [geeta.workerId]);
});

test("where the own agency has nobody else, one of another agency is drawn, and only that one can ratify", async () => {
  const { rows } = await w.db.admin.query<{ worker: string; voucher: string; agency: string }>(`
    select x.worker_id as worker, v.worker_id as voucher, u.agency_id as agency from agencies.posting v join agencies.unit u on u.id = v.unit_id
      join agencies.posting x on x.worker_id <> v.worker_id join agencies.unit xu on xu.id = x.unit_id and xu.agency_id = u.agency_id
     where v.roles && array['supervisor','administrator'] and not x.roles && array['supervisor','administrator']
       and (select count(*) from agencies.posting o join agencies.unit ou on ou.id = o.unit_id where ou.agency_id = u.agency_id
             and o.roles && array['supervisor','administrator'] and o.during @> now()) = 1 limit 1`);
  const [small] = rows;
  const keyOf = (id: string | undefined) => everybody().find((one) => one.id === id)?.key ?? "anil";
  const voucher = await w.as(keyOf(small?.voucher));
  const { recovery, ratifier } = await recover(keyOf(small?.worker), voucher);
  expect(ratifier).toBe("other-agency");
  const { rows: drawn } = await w.db.admin.query<{ second: string; agency: string }>(
    "select r.second, u.agency_id as agency from sessions.recovery r join agencies.posting q on q.worker_id = r.second and q.during @> now() join agencies.unit u on u.id = q.unit_id where r.id = $1",
    [recovery],
  );
  expect(drawn[0]?.agency).not.toBe(small?.agency);
  const second = await w.as(keyOf(drawn[0]?.second));
  const bystander = second.workerId === alka.workerId ? geeta : alka;
  expect((await bystander.call("POST", `/api/recoveries/${recovery}/decision`, { says: "ratified" })).status).toBe(404);
  expect((await voucher.call("POST", `/api/recoveries/${recovery}/decision`, { says: "ratified" })).status).toBe(404);
  expect((await waitingFor(second)).map((one) => one.id)).toContain(recovery);
  expect((await second.call("POST", `/api/recoveries/${recovery}/decision`, { says: "ratified" })).status).toBe(204);
});
