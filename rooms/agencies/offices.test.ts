import { sql } from "kysely";
import { generate } from "otplib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSetupLink } from "../../app.ts";
import { type Visitor, visitor } from "../../platform/sessions/test-browser.ts";
import { type Person, type World, world } from "../../stories/world.ts";

const PASSWORD = "plum carriage 44 lantern";
const called = (en: string) => ({ en, hi: "कोई इकाई" });

describe("where other agencies work", () => {
  let w: World;
  let tushar: Person; // administrator of the agency that keeps the list
  let ruksana: Person; // administrator of a child protection unit
  let anil: Person; // case worker in ruksana's unit
  beforeAll(async () => {
    w = await world();
    [tushar, ruksana, anil] = await Promise.all([w.as("tushar"), w.as("ruksana"), w.as("anil")]);
  });
  afterAll(() => w.stop());

  const ask = (who: Person, wish: object) => who.call("POST", "/api/office-changes", wish);
  const other = (who: Person) => (who === tushar ? ruksana : tushar);
  async function agreed(who: Person, id: string): Promise<void> {
    const second = other(who);
    const { body } = await second.call("GET", "/api/approvals");
    const waiting = body.approvals.find((one: { id: string }) => one.id === id);
    expect(waiting.action).toBe("office-change");
    const said = await second.call("POST", `/api/approvals/${id}/decision`, {
      payloadHash: waiting.payloadHash,
      decision: "approved",
      code: "in-order",
    });
    expect(said.status).toBe(204);
  }
  /** Asks, is agreed to, is done. */
  async function change(who: Person, wish: object) {
    const asked = await ask(who, wish);
    expect(asked.body.approvalId).not.toBeNull();
    await agreed(who, asked.body.approvalId);
    return who.call("PUT", `/api/office-changes/${asked.body.approvalId}`);
  }
  const unitsOf = async (who: Person) => (await who.call("GET", "/api/units")).body.units;
  const added = async (who: Person, name: string) => {
    expect((await change(who, { change: "unit-added", names: called(name), districts: [] })).status).toBe(200);
    return (await unitsOf(who)).find((unit: { names: { en: string } }) => unit.names.en === name).id as string;
  };

  test("a unit is added, changed, closed and opened by two, and not before the second person agreed", async () => {
    const asked = await ask(ruksana, { change: "unit-added", names: called("River desk"), districts: ["IN-DL-south"] });
    expect(asked.body).toEqual({ approvalId: expect.any(String), signUp: null });
    const path = `/api/office-changes/${asked.body.approvalId}`;
    expect((await ruksana.call("PUT", path)).body.code).toBe("second-person-needed");
    expect((await unitsOf(ruksana)).length).toBe(1);
    await agreed(ruksana, asked.body.approvalId);
    expect((await tushar.call("PUT", path)).status).toBe(404); // not in another's hand
    expect((await ruksana.call("PUT", path)).status).toBe(200);
    expect((await ruksana.call("PUT", path)).body.code).toBe("second-person-needed"); // once
    const unit = (await unitsOf(ruksana)).find((one: { names: { en: string } }) => one.names.en === "River desk");
    expect(unit).toMatchObject({ districts: ["IN-DL-south"], colleagues: 0, closedAt: null });

    await change(ruksana, { change: "unit-changed", unitId: unit.id, names: called("Lake desk"), districts: [] });
    expect((await unitsOf(ruksana)).find((one: { id: string }) => one.id === unit.id)).toMatchObject({
      names: called("Lake desk"),
      districts: [],
    });
    await change(ruksana, { change: "unit-closed", unitId: unit.id });
    const joining = { names: called("Nobody Real"), language: "en", unitId: unit.id, roles: ["case-worker"] };
    expect((await ruksana.call("POST", "/api/colleagues", joining)).body.code).toBe("unit-closed");
    expect((await ask(ruksana, { change: "unit-closed", unitId: unit.id })).body.code).toBe("unit-closed");
    await change(ruksana, { change: "unit-opened", unitId: unit.id });
    expect((await ruksana.call("POST", "/api/colleagues", joining)).status).toBe(201);
    expect((await ask(ruksana, { change: "unit-opened", unitId: unit.id })).body.code).toBe("unit-open");
  });

  test("a unit that people, cases, tasks or reports still need is not closed, and the refusal says which", async () => {
    const close = async (who: Person, unitId: string) =>
      (await ask(who, { change: "unit-closed", unitId })).body.code ?? "asked";
    expect(await close(ruksana, ruksana.unitId)).toBe("unit-has-people");

    const unitId = await added(ruksana, "Empty desk");
    expect(await close(ruksana, unitId)).toBe("asked"); // there is something to refuse
    const moved = await ruksana.call("PUT", `/api/colleagues/${anil.workerId}/posting`, {
      unitId,
      roles: ["case-worker"],
    });
    expect(moved.status).toBe(204);
    const { caseId } = await w.aCase(anil);
    await ruksana.call("PUT", `/api/colleagues/${anil.workerId}/posting`, {
      unitId: anil.unitId,
      roles: ["case-worker"],
    });
    const refused = await ask(ruksana, { change: "unit-closed", unitId });
    expect(refused.body.code).toBe("unit-owns-cases");
    expect(JSON.stringify(refused.body)).not.toContain(caseId);
    await w.db.admin.query("update access.door set is_open = false where case_id = $1", [caseId]);
    await w.db.admin.query("update access.membership set is_open = false where case_id = $1", [caseId]);
    expect(await close(ruksana, unitId)).toBe("asked");

    const { caseId: own } = await w.aCase(anil);
    const goal = await anil.call("POST", `/api/cases/${own}/goals`, {
      domain: "school",
      text: "School",
      reviewOn: "2027-01-01",
    });
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    await anil.call("POST", `/api/cases/${own}/tasks`, {
      goalId: goal.body.id,
      kind: "school",
      text: "x",
      unitId: anil.unitId,
      dueAt,
    });
    await w.db.admin.query("update cases.tasks set owner_unit = $1 where case_id = $2", [unitId, own]);
    expect(await close(ruksana, unitId)).toBe("unit-has-tasks");

    const desk = await added(tushar, "Evening desk");
    const farah = await w.as("farah");
    const { body } = await farah.call("POST", "/api/calls", {});
    await farah.call("POST", `/api/calls/${body.id}/report`, {});
    expect(await close(tushar, desk)).toBe("asked");
    await w.db.admin.query(
      "with p as (insert into access.principal (kind, subject) values (2, $1) returning id) update reports.reports set desk_id = p.id from p where reports.id = $2",
      [desk, body.id],
    );
    expect(await close(tushar, desk)).toBe("unit-has-reports");
  });

  test("a unit is somebody's own: others' units, others' districts and other roles are refused", async () => {
    const rename = { change: "unit-changed", unitId: ruksana.unitId, names: called("Taken over"), districts: [] };
    expect((await ask(tushar, rename)).status).toBe(404);
    expect((await ask(ruksana, { ...rename, districts: ["IN-BR-katihar"] })).body.code).toBe("district-elsewhere");
    expect((await ask(ruksana, { ...rename, districts: ["IN-DL-west"] })).status).toBe(200);
    expect((await ask(anil, rename)).status).toBe(403);
  });

  test("only the agency that keeps the list adds agencies, and whoever adds them gains no sight of any case", async () => {
    const wish = {
      change: "agency-added",
      names: called("Lantern House"),
      kind: "cci",
      jurisdiction: "IN-DL",
      unitNames: called("House"),
      administrator: called("Oindrila Quillpatra"),
      language: "en",
    };
    expect((await ask(ruksana, wish)).status).toBe(404);
    expect((await ruksana.call("GET", "/api/kept-agencies")).status).toBe(404);
    expect((await ask(tushar, { ...wish, kind: "no-such-kind" })).body.code).toBe("body-invalid");

    const { caseId } = await w.aCase(anil);
    expect((await anil.call("GET", `/api/cases/${caseId}`)).status).toBe(200); // there is something to see
    const sight = async (who: Person) => ({
      principals: (await who.ask((tx) => tx.one<{ p: number[] }>(sql`select access.principals() as p`))).p.length,
      cases: Number((await who.ask((tx) => tx.one<{ n: string }>(sql`select count(*) as n from cases.cases`))).n),
      reads: (await who.ask((tx) => tx.rows(sql`select * from access.my_reader`))).length,
      sections: (await who.ask((tx) => tx.rows(sql`select * from access.my_sections`))).length,
      persons: Number(
        (await who.ask((tx) => tx.one<{ n: string }>(sql`select count(*) as n from identities.person`))).n,
      ),
    });
    const before = await sight(tushar);
    const done = await change(tushar, wish);
    expect(done.status).toBe(200);
    expect(done.body.signUp.path).toMatch(/^\/set-up#/);
    expect(await sight(tushar)).toEqual(before);
    expect(before).toMatchObject({ principals: 2, cases: 0, persons: 0 });
    expect((await tushar.call("GET", `/api/cases/${caseId}`)).status).toBe(403);

    const kept = (await tushar.call("GET", "/api/kept-agencies")).body.agencies;
    const house = kept.find((one: { names: { en: string } }) => one.names.en === "Lantern House");
    expect(house).toMatchObject({ kind: "cci", units: 1, awaits: { names: called("Oindrila Quillpatra") } });
    // A home: its name is a place, so it stands in no directory.
    const directory = (await anil.call("GET", "/api/agencies")).body;
    expect(JSON.stringify(directory)).not.toContain("Lantern House");

    // A new link ends the one before; nobody else makes one; and it is over once somebody there can sign in.
    const again = `/api/first-administrators/${house.awaits.id}/link`;
    expect((await ruksana.call("POST", again)).status).toBe(404);
    const renewed = await tushar.call("POST", again);
    const old = await visitor(w.web).send("POST", "/api/sign-up-links/reading", {
      token: done.body.signUp.path.split("#")[1],
    });
    expect(old.status).toBe(410);
    const hers = visitor(w.web);
    const token = renewed.body.signUp.path.split("#")[1];
    await hers.send("POST", "/api/sign-ups", { token, login: "oindrila", password: PASSWORD });
    expect((await tushar.call("POST", again)).status).toBe(404);
    await enrol(hers);
    expect((await hers.send("GET", "/api/me")).body.worker).toMatchObject({ roles: ["administrator"] });
    expect((await hers.send("GET", "/api/cases")).status).toBe(403);
    expect((await hers.send("GET", "/api/kept-agencies")).status).toBe(404);
  });

  test("territory that a unit gains opens no case that is there", async () => {
    const hemant = await w.as("hemant"); // case worker of the western unit
    const { caseId } = await w.aCase(anil); // found in the south
    const alone = async () => (await hemant.call("GET", `/api/cases/${caseId}`)).status;
    expect(await alone()).toBe(404);
    await w.db.admin.query(
      "insert into agencies.territory (unit_id, district) values ($1, 'IN-DL-south') on conflict do nothing",
      [hemant.unitId],
    );
    expect(await alone()).toBe(404);
  });

  test("who cannot sign in is not drawn: nothing waits for somebody who cannot come", async () => {
    await w.db.admin.query("update sessions.credential set disabled_at = now() where worker_id = $1", [
      ruksana.workerId,
    ]);
    await w.db.admin.query(
      "update sessions.credential set disabled_at = now() where worker_id in (select worker_id from agencies.posting where 'administrator' = any(roles)) and worker_id <> $1",
      [tushar.workerId],
    );
    const asked = await ask(tushar, { change: "unit-added", names: called("Too late desk"), districts: [] });
    expect(asked.body.code).toBe("no-second-person");
    await w.db.admin.query("update sessions.credential set disabled_at = null");
    expect((await ask(tushar, { change: "unit-added", names: called("In time desk"), districts: [] })).status).toBe(
      200,
    );
  });
});

async function enrol(by: Visitor): Promise<void> {
  const { body } = await by.send("POST", "/api/session/enrolment", {});
  await by.send("POST", "/api/session/enrolment", { seed: body.seed, code: await generate({ secret: body.seed }) });
}

test("on the first day the first administrator adds alone, and the log says so; an oversight agency never begins so", async () => {
  const w = await world({ kind: "real" });
  try {
    const token = (await makeSetupLink(w.db.config("hw_admin"), "http://localhost"))?.split("#")[1] ?? "";
    const first = visitor(w.web);
    await first.send("POST", "/api/installation/administrator", {
      token,
      login: "nandini",
      password: PASSWORD,
      name: "Nandini Invented",
      language: "en",
      agencyName: "Unit of a district that is not there",
      kind: "dcpu",
      jurisdiction: "IN-DL",
      unitName: "Office",
    });
    await enrol(first);
    const add = (kind: string, name: string) =>
      first.send("POST", "/api/office-changes", {
        change: "agency-added",
        names: { en: name },
        kind,
        jurisdiction: "IN-DL",
        unitNames: { en: "Bench" },
        administrator: { en: "Oindrila Quillpatra" },
        language: "en",
      });
    expect((await first.send("GET", "/api/units")).body).toMatchObject({ keepsAgencies: true, alone: true });
    expect((await add("state-commission", "Commission")).body.code).toBe("no-second-person");
    const made = await add("cwc", "Committee");
    expect(made.body.approvalId).toBeNull();
    const { rows } = await w.db.admin.query("select details from log.detail where verb = 'office-changed'");
    expect(rows).toEqual([{ details: { change: "agency-added", alone: true } }]);

    const hers = visitor(w.web);
    await hers.send("POST", "/api/sign-ups", {
      token: made.body.signUp.path.split("#")[1],
      login: "oindrila",
      password: PASSWORD,
    });
    await enrol(hers);
    // From now on there is somebody to ask.
    const next = await add("state-commission", "Commission");
    expect(next.body).toEqual({ approvalId: expect.any(String), signUp: null });
    expect((await hers.send("GET", "/api/approvals")).body.approvals[0]).toMatchObject({
      action: "office-change",
      payload: { change: "agency-added", isOversight: true, names: { en: "Commission" } },
    });
  } finally {
    await w.stop();
  }
});
