import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonKey } from "../packs/cast.ts";
import { OPEN, ROWS, type Row, type Target } from "./matrix.ts";
import { type Answer, nextAddress, type Person, upload, type World, world } from "./world.ts";

type Method = Parameters<Person["call"]>[0];
type Ids = Record<string, string>;

let w: World;
const people = new Map<PersonKey, Person>();
const as = async (key: PersonKey): Promise<Person> => {
  const known = people.get(key) ?? (await w.as(key));
  people.set(key, known);
  return known;
};
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.stop());

/** Who plays each tie. All of one line hold the same role, so that only the tie differs. */
const LINES: Record<
  Row["by"],
  { tied: PersonKey; strangers: PersonKey[]; recused?: PersonKey; ended?: PersonKey; other: PersonKey }
> = {
  "case-worker": { tied: "anil", strangers: ["hemant"], recused: "ravi", ended: "tapan", other: "ruksana" },
  supervisor: { tied: "geeta", strangers: ["alka"], recused: "birendra", ended: "kakoli", other: "anil" },
  helpline: { tied: "farah", strangers: ["ravi"], other: "ruksana" },
  administrator: { tied: "ruksana", strangers: ["tushar"], other: "anil" },
  overseer: { tied: "meher", strangers: [], other: "anil" },
  "records-clerk": { tied: "pooja", strangers: ["manoj"], other: "anil" },
};

/** A fresh thing of this kind, tied to the line's first person; recused and ended people were members of it before. */
async function make(of: Target, line: (typeof LINES)[Row["by"]], url = ""): Promise<Ids> {
  const farah = await as("farah");
  switch (of) {
    case "nothing":
      return { id: randomUUID() };
    case "worker": {
      // A new colleague: leaving is one of the acts, and the cast is needed afterwards.
      const ruksana = await as("ruksana");
      const joined = await ruksana.call("POST", "/api/colleagues", {
        names: { en: "Invented Colleague" },
        language: "en",
        unitId: ruksana.unitId,
        roles: ["case-worker"],
      });
      return { id: joined.body.id };
    }
    case "recovery":
    case "used-recovery": {
      // Somebody of the tied one's agency has lost the second factor; the other one vouched, where it was used.
      const tied = await as(line.tied);
      const { rows } = await w.db.admin.query<{ id: string }>(
        `with lost as (select q.worker_id, u.agency_id, (select x.worker_id from agencies.posting x where x.worker_id <> $1 limit 1) as other
                         from agencies.posting q join agencies.unit u on u.id = q.unit_id where u.agency_id = $2 and q.worker_id <> $1 limit 1)
         insert into sessions.recovery (worker_id, agency_id, expires_at, vouched_by, vouched_at, used_at, totp_sealed)
         select worker_id, agency_id, now() + interval '1 hour', case when $3 then (select worker_id from agencies.posting where worker_id not in ($1, lost.worker_id) limit 1) end,
                case when $3 then now() end, case when $3 then now() end, case when $3 then '\\x00'::bytea end from lost returning id`,
        [tied.workerId, tied.agencyId, of === "used-recovery"],
      );
      return { id: rows[0]?.id ?? "" };
    }
    case "call":
      return { id: (await farah.call("POST", "/api/calls", {})).body.id };
    case "report": {
      const { body } = await farah.call("POST", "/api/calls", {});
      await farah.call("POST", `/api/calls/${body.id}/report`, {});
      const { body: made } = await farah.call("POST", `/api/reports/${body.id}/screenings`, { answers: {} });
      return { id: body.id, file: randomUUID(), screening: made.id };
    }
    case "import": {
      const pooja = await as("pooja");
      // Another name in each: the same file again would be the same import.
      const file = `First Name,Age\nInvented ${randomUUID()},12\n`;
      const begun = await pooja.send("POST", "/api/imports?name=register.csv", file);
      return { id: begun.body.id, line: "2" };
    }
    case "second-read": {
      const { id } = await make("report", line);
      const aside = await farah.call("POST", `/api/reports/${id}/setting-aside`, {
        how: "spam",
        reason: "Nothing in it",
      });
      await w.db.admin.query("update reports.second_reads set acted_by = $2, reader = $3 where id = $1", [
        aside.body.secondReadId,
        (await as("ishita")).workerId,
        farah.workerId,
      ]);
      return { id: aside.body.secondReadId };
    }
    case "case":
    case "person": {
      const anil = await as("anil");
      const { caseId, childId } = await w.aCase(anil);
      const { body } = await anil.call("POST", `/api/cases/${caseId}/screenings`, { answers: {} });
      const until = new Date(Date.now() + 86_400_000).toISOString();
      for (const key of [line.recused, line.ended]) {
        if (key === undefined) continue;
        const member = await as(key);
        const granted = await anil.call("POST", `/api/cases/${caseId}/members`, {
          kind: "worker",
          subjectId: member.workerId,
          purpose: 1,
          until,
          sections: [1, 3],
          basis: "joint-work",
        });
        expect((await member.call("GET", `/api/cases/${caseId}`)).status, `${key} was a member before`).toBe(200);
        if (key === line.ended)
          await anil.call("PUT", `/api/cases/${caseId}/members/${granted.body.member}`, {
            until: new Date().toISOString(),
            basis: "work-done",
          });
        else await member.ask((tx) => tx.rows(sql`select access.recuse(${member.workerId}, ${caseId}, 'declared')`));
      }
      // A worker of a committee's kind would hold where she sleeps; here the test gives it, so that the place's door is open to the tied one.
      await w.db.admin.query(
        "insert into access.section_grant (case_id, principal_id, section, valid_until, basis, granted_by) select case_id, owner_id, s, 'infinity', 'owner', $2 from access.door, unnest(array[1,2]) s where case_id = $1 on conflict do nothing",
        [caseId, anil.workerId],
      );
      return {
        id: of === "case" ? caseId : childId,
        caseId,
        screening: body.id,
        ...(/:(goal|task|consent|rule|document|handover|place)/.test(url) ? await casework(anil, caseId, childId) : {}),
        person: childId,
        track: "care",
        member: "999999",
        section: "1",
      };
    }
    case "approval": {
      const { id } = await make("case", { ...line, recused: "birendra", ended: "kakoli" });
      const asked = await (await as("anil")).call("POST", `/api/cases/${id}/tracks/care/closing`, {
        outcome: "safe-with-parents",
        reason: "All is well at home",
      });
      await w.db.admin.query("update access.approval set second = $2 where id = $1", [
        asked.body.approvalId,
        (await as(line.tied)).workerId,
      ]);
      return { id: asked.body.approvalId };
    }
  }
}

/** One of each thing that hangs on a case, made by its worker. */
async function casework(anil: Person, caseId: string, childId: string): Promise<Ids> {
  const later = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const made = async (url: string, body: object): Promise<string> => {
    const { status, body: answer } = await anil.call("POST", `/api/cases/${caseId}${url}`, body);
    expect(status, url).toBe(201);
    return answer.id as string;
  };
  const goal = await made("/goals", { domain: "school", text: "School", reviewOn: later.slice(0, 10) });
  const paper = await upload(w, anil, caseId, { kind: "letter", section: null }, Buffer.from("%PDF-1.7\nA letter"));
  expect(paper.status).toBe(201);
  return {
    goal,
    task: await made("/tasks", { goalId: goal, kind: "school", text: "Go there", unitId: anil.unitId, dueAt: later }),
    consent: await made("/consents", {
      personId: childId,
      giver: "child",
      purpose: "services",
      answer: "yes",
      how: ["words"],
      language: "hi",
      interpreter: false,
      present: ["support-person"],
      toPlease: "no",
      mark: "spoken",
      givenAt: new Date().toISOString(),
      endsAt: later,
    }),
    rule: await made("/contact-rules", { channel: "letter", allowed: false, household: true }),
    document: paper.body.id,
    place: await made("/places", { since: new Date().toISOString(), name: "A place" }),
    handover: await made("/hand-overs", {
      unitId: anil.unitId,
      until: new Date(Date.now() + 40_000_000).toISOString(),
      text: "Look in at night",
    }),
  };
}

function calling(key: string, row: Row, ids: Ids): [Method, string, object | undefined, Record<string, string>] {
  const [method, url = ""] = key.split(" ");
  const path = url.replace(/:([a-z]+)/gi, (_all, name: string) => ids[name] ?? randomUUID());
  const namesCase = row.of === "person" && (method === "PUT" || url.endsWith("/erasure"));
  const body = row.body && namesCase ? { ...row.body, caseId: ids.caseId } : row.body;
  return [method as Method, `${path}${row.query ?? ""}`, body, row.headers ?? {}];
}

test("every route has its row, and every row its route", () => {
  const routes = w.web.routeTable
    .map((route) => `${route.method} ${route.url}`)
    .filter((key) => !OPEN.some((open) => open.test(key)));
  expect(routes.filter((key) => !(key in ROWS))).toEqual([]);
  expect(Object.keys(ROWS).filter((key) => !routes.includes(key))).toEqual([]);
  for (const route of w.web.routeTable) {
    const open = OPEN.some((pattern) => pattern.test(`${route.method} ${route.url}`));
    expect(open, `${route.method} ${route.url} is for ${route.audience}`).toBe(
      route.audience !== "staff" && route.audience !== "oversight",
    );
  }
});

test.each(Object.keys(ROWS))("%s", async (key) => {
  const row = ROWS[key] as Row;
  const line = LINES[row.by];
  const ids = await make(row.of, line, key);
  const call = calling(key, row, ids);
  const unknown = calling(key, row, { ...ids, id: randomUUID() });
  const route = w.web.routeTable.find((one) => `${one.method} ${one.url}` === key);

  const out = await w.web.inject({
    method: call[0],
    url: call[1],
    ...(call[2] ? { payload: call[2] } : {}),
    headers: call[3],
    remoteAddress: nextAddress(),
  });
  expect(out.statusCode, "signed out").toBe(401);

  if (route?.action)
    expect(
      (await (await as(row.other ?? line.other)).call(...call)).status,
      `${row.other ?? line.other}'s role does not hold ${route.action}`,
    ).toBe(403);

  if (row.of !== "nothing") {
    const shut = [...line.strangers, ...(row.of === "case" || row.of === "person" ? [line.recused, line.ended] : [])];
    for (const who of shut) {
      if (who === undefined) continue;
      const person = await as(who);
      const closed = await person.call(...call);
      const absent = await person.call(...unknown);
      expect(closed.status, `${who} meets a door`).toBe(404);
      expect(same(closed), `${who} learns nothing from it`).toBe(same(absent));
    }
  }
  // Last, because it may change the thing: there was something to refuse.
  expect((await (await as(line.tied)).call(...call)).status, `${line.tied} may`).toBe(row.tied);
});

const same = (answer: Answer) => JSON.stringify([answer.status, answer.body]);
