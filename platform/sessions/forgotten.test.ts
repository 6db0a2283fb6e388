import { generate } from "otplib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PersonKey, person } from "../../packs/cast.ts";
import { type Person, type World, world } from "../../stories/world.ts";
import { hashPassword } from "./passwords.ts";
import { type Visitor, visitor } from "./test-browser.ts";
import { newSeed, sealSeed } from "./vault.ts";

const OLD = "plum carriage 44 lantern";
const NEW = "copper kettle 91 window";

let w: World;
let geeta: Person; // vouches: supervisor of anil's agency
let ruksana: Person; // confirms: its administrator
beforeAll(async () => {
  w = await world();
  [geeta, ruksana] = await Promise.all([w.as("geeta"), w.as("ruksana")]);
});
afterAll(() => w.stop());

/** One of the cast with a password and a seed that the test knows, and no way back asked for. */
async function known(key: PersonKey): Promise<{ id: string; login: string; seed: string }> {
  const { id, login } = person(key);
  const seed = newSeed();
  await w.db.admin.query(
    "update sessions.credential set password_hash = $2, totp_sealed = $3, totp_last_step = 0, failures = 0, wait_until = '-infinity' where worker_id = $1",
    [id, await hashPassword(OLD), sealSeed(w.ring, id, seed)],
  );
  await w.db.admin.query("delete from sessions.recovery where worker_id = $1", [id]);
  return { id, login, seed };
}
const ask = (login: string, lost = "password") => visitor(w.web).send("POST", "/api/recoveries", { login, lost });
const waitingFor = async (who: Person, name: string, lost = "password") =>
  (
    (await who.call("GET", "/api/recoveries")).body.recoveries as {
      id: string;
      step: string;
      lost: string;
      workerNames: { en: string };
    }[]
  ).find((one) => one.workerNames.en === name && one.lost === lost);
async function vouched(key: PersonKey, login: string, lost = "password"): Promise<{ id: string; words: string }> {
  await ask(login, lost);
  const waiting = await waitingFor(geeta, person(key).names.en, lost);
  expect(waiting).toMatchObject({ step: "vouch", lost });
  const { body } = await geeta.call("POST", `/api/recoveries/${waiting?.id}/vouching`, { language: "en" });
  return { id: waiting?.id ?? "", words: body.words.join(" ") };
}
const renew = (by: Visitor, login: string, words: string, password = NEW) =>
  by.send("POST", "/api/session/forgotten-password", { login, words, password });
const enters = async (login: string, password: string) => {
  await w.db.admin.query("update sessions.credential set failures = 0, wait_until = '-infinity' where login = $1", [
    login,
  ]);
  return (await visitor(w.web).send("POST", "/api/session", { login, password })).status === 200;
};

test("a forgotten password comes back: asked, vouched for, made anew, still with the second factor, and confirmed by another", async () => {
  const { login, seed, id } = await known("anil");
  const before = await w.as("anil");
  const { id: recovery, words } = await vouched("anil", login);
  expect((await before.call("GET", "/api/me")).status).toBe(200);

  const browser = visitor(w.web);
  expect((await renew(browser, login, words.toUpperCase())).body).toEqual({ next: "totp" });
  expect((await before.call("GET", "/api/me")).status).toBe(401); // every session from before has ended
  expect((await browser.send("GET", "/api/me")).status).toBe(401); // words and password alone pass for nobody
  expect((await browser.send("POST", "/api/session/totp", { code: await generate({ secret: seed }) })).status).toBe(
    200,
  );
  expect((await browser.send("GET", "/api/me")).body.worker.id).toBe(id);
  expect(await enters(login, NEW)).toBe(true);
  expect(await enters(login, OLD)).toBe(false);
  // Until it is confirmed nothing is changed that would outlive its fall.
  const own = await browser.send("PUT", "/api/password", { old: NEW, password: "three other plain words" });
  expect(own.body.code).toBe("recovery-not-ratified");

  expect((await geeta.call("POST", `/api/recoveries/${recovery}/decision`, { says: "ratified" })).status).toBe(404);
  expect(await waitingFor(ruksana, person("anil").names.en)).toMatchObject({ step: "ratify", lost: "password" });
  expect((await ruksana.call("POST", `/api/recoveries/${recovery}/decision`, { says: "ratified" })).status).toBe(204);
  await w.db.admin.query(
    "update sessions.recovery set used_at = used_at - interval '13 hours', ratified_at = ratified_at - interval '13 hours' where id = $1",
    [recovery],
  );
  expect(await enters(login, NEW)).toBe(true);
  expect(await enters(login, OLD)).toBe(false);
  const { rows } = await w.db.admin.query(
    "select verb from log.detail where subject_id = $1 and verb like 'recovery-%' order by at",
    [id],
  );
  expect(rows.map(({ verb }: { verb: string }) => verb)).toEqual([
    "recovery-asked",
    "recovery-vouched",
    "recovery-used",
    "recovery-ratified",
  ]);
});

test("without a second person it falls after twelve hours, and declined it falls at once: the old password counts again", async () => {
  const { login } = await known("anil");
  const first = await vouched("anil", login);
  await renew(visitor(w.web), login, first.words);
  expect(await enters(login, NEW)).toBe(true);
  await w.db.admin.query(
    "update sessions.recovery set used_at = used_at - interval '12 hours 1 second' where id = $1",
    [first.id],
  );
  expect(await enters(login, NEW)).toBe(false);
  expect(await enters(login, OLD)).toBe(true);

  await w.db.admin.query("delete from sessions.recovery");
  const second = await vouched("anil", login);
  const browser = visitor(w.web);
  await renew(browser, login, second.words);
  expect((await ruksana.call("POST", `/api/recoveries/${second.id}/decision`, { says: "declined" })).status).toBe(204);
  expect((await browser.send("POST", "/api/session/totp", { code: "000000" })).status).toBe(401);
  expect(await enters(login, NEW)).toBe(false);
  expect(await enters(login, OLD)).toBe(true);
});

test("wrong words, words of another, used ones and names that nobody has answer alike, and wait alike", async () => {
  const { login } = await known("anil");
  const { words } = await vouched("anil", login);
  const wrong = "acorn acorn acorn acorn acorn";
  const there = await renew(visitor(w.web), login, wrong);
  const nobody = await renew(visitor(w.web), "nobody-has-this-name", words);
  expect([there.status, there.body]).toEqual([nobody.status, nobody.body]);
  expect(there.body.code).toBe("recovery-code-wrong");
  const { login: other } = await known("hemant");
  expect((await renew(visitor(w.web), other, words)).body.code).toBe("recovery-code-wrong");
  expect((await renew(visitor(w.web), login, words)).status).toBe(200);
  expect((await renew(visitor(w.web), login, words)).body.code).toBe("recovery-code-wrong"); // once
  const seen: Record<string, number[]> = {};
  for (const name of ["one-more-nobody", other]) {
    await w.db.admin.query("update sessions.credential set failures = 0, wait_until = '-infinity'");
    seen[name] = [];
    for (let n = 0; n < 4; n++) seen[name].push((await renew(visitor(w.web), name, wrong)).status);
  }
  expect(seen[other]).toEqual(seen["one-more-nobody"]);
  expect(seen[other]).toContain(429);
});

test("a password that is too easy is refused before the words are spent", async () => {
  const { login } = await known("anil");
  const { words } = await vouched("anil", login);
  expect((await renew(visitor(w.web), login, words, "short")).body.code).toBe("password-short");
  expect((await renew(visitor(w.web), login, words)).status).toBe(200);
});

test("one person's word never gives both back: the second factor waits until the password is confirmed", async () => {
  const { login } = await known("anil");
  const first = await vouched("anil", login);
  await renew(visitor(w.web), login, first.words);
  await ask(login, "factor");
  const waiting = (await geeta.call("GET", "/api/recoveries")).body.recoveries.find(
    (one: { lost: string; step: string }) => one.lost === "factor" && one.step === "vouch",
  );
  const early = await geeta.call("POST", `/api/recoveries/${waiting.id}/vouching`, { language: "en" });
  expect([early.status, early.body.code]).toEqual([409, "recovery-stands"]);
  await ruksana.call("POST", `/api/recoveries/${first.id}/decision`, { says: "ratified" });
  expect((await geeta.call("POST", `/api/recoveries/${waiting.id}/vouching`, { language: "en" })).status).toBe(200);

  // Nor when both were vouched for before either was used.
  const again = await known("anil");
  const password = await vouched("anil", again.login);
  const factor = await vouched("anil", again.login, "factor");
  const browser = visitor(w.web);
  await renew(browser, again.login, password.words);
  const both = await browser.send("POST", "/api/session/recovery", { words: factor.words });
  expect(both.body.code).toBe("recovery-stands");
});

test("words for a lost second factor make no password, and the other way round", async () => {
  const { login } = await known("anil");
  const factor = await vouched("anil", login, "factor");
  expect((await renew(visitor(w.web), login, factor.words)).body.code).toBe("recovery-code-wrong");
  await known("anil");
  const password = await vouched("anil", login);
  const browser = visitor(w.web);
  await browser.send("POST", "/api/session", { login, password: OLD });
  const said = await browser.send("POST", "/api/session/recovery", { words: password.words });
  expect(said.body.code).toBe("recovery-code-wrong");
});
