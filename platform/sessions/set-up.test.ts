import { randomUUID } from "node:crypto";
import { generate } from "otplib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endSessions, makeSetupLink } from "../../app.ts";
import { type World, world } from "../../stories/world.ts";
import { type Visitor, visitor } from "./test-browser.ts";

let w: World;
beforeAll(async () => {
  w = await world({ kind: "real" });
});
afterAll(() => w.stop());

const PASSWORD = "plum carriage 44 lantern";
const printed = async () => (await makeSetupLink(w.db.config("hw_admin"), "http://localhost"))?.split("#")[1] ?? null;
const first = (token: string) => ({
  token,
  login: "Nandini",
  password: PASSWORD,
  name: "Nandini Invented",
  language: "en",
  agencyName: "Unit of a district that is not there",
  kind: "dcpu",
  jurisdiction: "IN-DL",
  unitName: "Office",
});

/** Takes a seed, enters its code, and is in. */
async function enrol(by: Visitor): Promise<string> {
  const { body } = await by.send("POST", "/api/session/enrolment", {});
  const kept = await by.send("POST", "/api/session/enrolment", {
    seed: body.seed,
    code: await generate({ secret: body.seed }),
  });
  expect(kept.body).toEqual({ kept: true });
  return body.seed;
}

let administrator: Visitor;

test("from nothing to a second worker who signs in, over HTTP alone", async () => {
  const token = (await printed()) ?? "";
  administrator = visitor(w.web);
  const link = await administrator.send("POST", "/api/sign-up-links/reading", { token });
  expect(link.body).toMatchObject({ first: true, names: null });
  expect(link.body.kinds.map((one: { code: string }) => one.code)).toContain("dcpu");
  expect(link.body.kinds.map((one: { code: string }) => one.code)).not.toContain("national-commission");

  // A password that is too easy is refused in words, and the link stays good.
  for (const [password, code] of [
    ["short", "password-short"],
    ["Password@1234", "password-common"],
    ["nandini-12345", "password-like-name"],
  ] as const) {
    const weak = await administrator.send("POST", "/api/installation/administrator", { ...first(token), password });
    expect(weak).toMatchObject({ status: 422, body: { code } });
    expect(weak.body.next).toMatch(/words/);
  }
  const made = await administrator.send("POST", "/api/installation/administrator", first(token));
  expect(made).toMatchObject({ status: 201, body: { next: "enrol" } });

  // Password alone passes for nobody.
  expect((await administrator.send("GET", "/api/me")).status).toBe(401);
  const seed = (await administrator.send("POST", "/api/session/enrolment", {})).body.seed;
  expect((await administrator.send("POST", "/api/session/enrolment", { seed, code: "000000" })).body.code).toBe(
    "code-wrong",
  );
  await enrol(administrator);
  const me = (await administrator.send("GET", "/api/me")).body;
  expect(me).toMatchObject({ worker: { roles: ["administrator"], agency: { kind: "dcpu" } }, session: { level: 2 } });

  // Spent: for whoever finds it, for a second tab, and the next start prints none.
  expect((await visitor(w.web).send("POST", "/api/sign-up-links/reading", { token })).status).toBe(410);
  expect((await visitor(w.web).send("POST", "/api/installation/administrator", first(token))).body.code).toBe(
    "link-over",
  );
  expect(await printed()).toBeNull();

  const joined = await administrator.send("POST", "/api/colleagues", {
    names: { en: "Farhan Invented" },
    language: "en",
    unitId: me.worker.unit.id,
    roles: ["supervisor"],
  });
  expect(joined.status).toBe(201);
  const farhan = visitor(w.web);
  const theirs = joined.body.signUp.path.split("#")[1];
  expect((await farhan.send("POST", "/api/sign-up-links/reading", { token: theirs })).body).toMatchObject({
    first: false,
    names: { en: "Farhan Invented" },
  });
  expect(
    (await farhan.send("POST", "/api/sign-ups", { token: theirs, login: "nandini", password: PASSWORD })).body.code,
  ).toBe("login-taken");
  expect(
    (await farhan.send("POST", "/api/sign-ups", { token: theirs, login: "farhan", password: PASSWORD })).status,
  ).toBe(201);
  await enrol(farhan);
  expect((await farhan.send("GET", "/api/me")).body.worker).toMatchObject({
    id: joined.body.id,
    roles: ["supervisor"],
  });
  expect(
    (await visitor(w.web).send("POST", "/api/sign-ups", { token: theirs, login: "again", password: PASSWORD })).status,
  ).toBe(410);

  const { rows } = await w.db.admin.query(
    "select verb from log.detail where verb in ('installation-set-up','worker-joined','sign-in-made','signed-in')",
  );
  expect(new Set(rows.map((row: { verb: string }) => row.verb)).size).toBe(4);
});

async function join(name: string): Promise<{ id: string; token: string }> {
  const me = (await administrator.send("GET", "/api/me")).body;
  const { body } = await administrator.send("POST", "/api/colleagues", {
    names: { en: name },
    language: "en",
    unitId: me.worker.unit.id,
    roles: ["case-worker"],
  });
  return { id: body.id, token: body.signUp.path.split("#")[1] };
}
const reads = async (token: string) =>
  (await visitor(w.web).send("POST", "/api/sign-up-links/reading", { token })).status;

test("a newer link ends the older one, a colleague who left has none, and whoever can sign in gets none", async () => {
  const { id, token } = await join("Gone Tomorrow");
  expect(await reads(token)).toBe(200);
  const again = await administrator.send("POST", `/api/colleagues/${id}/sign-up-link`);
  const newer = again.body.signUp.path.split("#")[1];
  expect([await reads(token), await reads(newer)]).toEqual([410, 200]);

  await administrator.send("DELETE", `/api/colleagues/${id}`);
  expect(await reads(newer)).toBe(410);

  const me = (await administrator.send("GET", "/api/me")).body;
  expect((await administrator.send("POST", `/api/colleagues/${me.worker.id}/sign-up-link`)).body.code).toBe(
    "sign-in-exists",
  );
});

test("a link that ran out is over", async () => {
  const { id, token } = await join("Late Comer");
  await w.db.admin.query(
    "update sessions.setup_link set expires_at = now() - interval '1 second' where worker_id = $1",
    [id],
  );
  expect(await reads(token)).toBe(410);
});

test("a repeated request makes no second colleague and no link, and the link lies nowhere in the database", async () => {
  const me = (await administrator.send("GET", "/api/me")).body;
  const body = { names: { en: "Only Once" }, language: "en", unitId: me.worker.unit.id, roles: ["case-worker"] };
  const key = { "idempotency-key": randomUUID() };
  const one = await administrator.send("POST", "/api/colleagues", body, key);
  const two = await administrator.send("POST", "/api/colleagues", body, key);
  expect(two.body).toEqual({ id: one.body.id, signUp: null });
  const token = one.body.signUp.path.split("#")[1];
  const { rows } = await w.db.admin.query(
    "select count(*)::int as n from (select answer::text as t from platform.idempotency union all select details::text from log.detail) x where position($1 in t) > 0",
    [token],
  );
  expect(rows[0]).toEqual({ n: 0 });
});

test("a right password forgives no wrong code: whoever knows it cannot guess for ever", async () => {
  const guesser = visitor(w.web);
  const enter = () => guesser.send("POST", "/api/session", { login: "farhan", password: PASSWORD });
  expect((await enter()).body).toEqual({ next: "totp" });
  expect((await guesser.send("POST", "/api/session/totp", { code: "000000" })).body.code).toBe("code-wrong");
  await guesser.send("POST", "/api/session/totp", { code: "000000" });
  expect((await enter()).body).toEqual({ next: "totp" });
  await guesser.send("POST", "/api/session/totp", { code: "000000" });
  const waits = await guesser.send("POST", "/api/session/totp", { code: "000000" });
  expect(waits).toMatchObject({ status: 429, body: { code: "sign-in-wait" } });
  expect(Number(waits.headers["retry-after"])).toBeGreaterThan(0);
  expect((await enter()).status).toBe(429);
});

test("a sign-in name that nobody has costs the same growing wait", async () => {
  const guesser = visitor(w.web);
  const enter = () => guesser.send("POST", "/api/session", { login: "nobody-here", password: "plum carriage" });
  expect([(await enter()).status, (await enter()).status, (await enter()).status, (await enter()).status]).toEqual([
    401, 401, 401, 429,
  ]);
});

test("the sign-in page's login cannot begin a session that passes for somebody", async () => {
  const client = await w.pools.signin.connect();
  try {
    await client.query("begin");
    await client.query("set local role homeward_signin");
    await expect(
      client.query(
        "select sessions.begin((select worker_id from agencies.posting limit 1), '\\x00', interval '1 hour', 2::smallint, '')",
      ),
    ).rejects.toThrow(/permission denied/);
  } finally {
    await client.query("rollback");
    client.release();
  }
});

test("a state that comes from a backup or another machine signs nobody in, and no link in it opens a door", async () => {
  expect((await administrator.send("GET", "/api/me")).status).toBe(200);
  const { token } = await join("Usha Invented");
  expect(await reads(token)).toBe(200);

  expect(await endSessions(w.db.config("hw_admin"), "installation-moved")).toBeGreaterThan(0);
  expect((await administrator.send("GET", "/api/me")).status).toBe(401);
  expect(await reads(token)).toBe(410);
  const { rows } = await w.db.admin.query("select details from log.detail where verb = 'installation-moved'");
  expect(rows).toHaveLength(1);
});
