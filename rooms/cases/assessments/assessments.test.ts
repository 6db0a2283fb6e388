import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onCase, type Person, type World, world } from "../../../stories/world.ts";
import { DOMAIN_CODES } from "../domains.ts";
import { LEVELS } from "./model.ts";
import { inDanger, turnOf } from "./rules.ts";

let w: World;
let anil: Person;
let deepak: Person;
let teresa: Person;
let caseId: string;
beforeAll(async () => {
  w = await world();
  [anil, deepak, teresa] = await Promise.all([w.as("anil"), w.as("deepak"), w.as("teresa")]);
  ({ caseId } = await w.aCase(anil));
  await onCase(anil, caseId, "unit", deepak.unitId, [1, 3]);
  await onCase(anil, caseId, "unit", teresa.unitId, [1, 5, 9]);
});
afterAll(() => w.stop());

const wish = (more: object = {}) => ({
  kind: "full",
  madeOn: "2026-11-20",
  childHeard: "alone",
  reviewOn: "2027-01-20",
  findings: [
    { domain: "safety", level: "concern", text: "The uncle still comes by" },
    { domain: "mind", level: "danger", text: "She does not sleep" },
  ],
  bestInterests: "She stays where she is until her aunt has been seen.",
  childView: "मुझे यहीं रहना है।",
  ...more,
});
const make = (who: Person, body: object) => who.call("POST", `/api/cases/${caseId}/assessments`, body);
const list = async (who: Person) => (await who.call("GET", `/api/cases/${caseId}/assessments`)).body.assessments;

test("each reads the findings of the sections they hold, and her own view only whom she chose", async () => {
  const made = await make(anil, wish());
  expect(made.status).toBe(201);
  const of = async (who: Person) => (await list(who)).find((a: { id: string }) => a.id === made.body.id);
  const support = await of(teresa);
  expect(support.childView).toBe("मुझे यहीं रहना है।");
  expect(support.findings).toContainEqual({ domain: "mind", level: "danger", text: "She does not sleep" });
  const police = await of(deepak);
  expect(police.bestInterests).toBe("She stays where she is until her aunt has been seen.");
  expect(police.childView).toBeNull();
  expect(police.findings).toEqual([{ domain: "safety", level: "concern", text: "The uncle still comes by" }]);
  const stored = await w.db.admin.query(
    "select to_jsonb(a)::text as t from cases.assessments a union all select to_jsonb(f)::text from cases.findings f",
  );
  expect(stored.rows.map((row) => row.t).join()).not.toMatch(/uncle|sleep|aunt|यहीं/);
});

test("an assessment of the mind is not there for police; made again, both are kept and the later names the first", async () => {
  const first = await make(teresa, wish({ kind: "mind" }));
  const again = await make(teresa, wish({ kind: "mind", madeOn: "2026-11-23", follows: first.body.id }));
  expect(again.status).toBe(201);
  const kept = (await list(teresa)).filter((a: { kind: string }) => a.kind === "mind");
  expect(kept.map((a: { follows: string | null }) => a.follows)).toEqual([first.body.id, null]);
  expect((await list(deepak)).filter((a: { kind: string }) => a.kind === "mind")).toEqual([]);
  const hidden = await make(deepak, wish({ follows: first.body.id }));
  expect(hidden.status).toBe(404);
});

test("something was looked at, once each, on a day that has come", async () => {
  expect((await make(anil, wish({ findings: [] }))).body.code).toBe("assessment-empty");
  const twice = [
    { domain: "safety", level: "safe" },
    { domain: "safety", level: "danger" },
  ];
  expect((await make(anil, wish({ findings: twice }))).body.code).toBe("assessment-empty");
  expect((await make(anil, wish({ madeOn: "2099-01-01" }))).body.code).toBe("assessment-day");
});

test("nobody changes an assessment: the app may only add", async () => {
  await make(anil, wish());
  await expect(anil.ask((tx) => tx.rows(sql`update cases.assessments set kind = 'first'`))).rejects.toThrow(
    /permission denied/,
  );
});

const finding = fc.record({ domain: fc.constantFrom(...DOMAIN_CODES), level: fc.constantFrom(...LEVELS) });

test("what got better from here got worse from there, and what is not known is neither", () => {
  fc.assert(
    fc.property(finding, fc.constantFrom(...LEVELS), (one, other) => {
      const there = { ...one, level: other };
      const [on, back] = [turnOf([one], there), turnOf([there], one)];
      if (on === "better") expect(back).toBe("worse");
      if (one.level === "not-known" || other === "not-known") expect(["same", "new"]).toContain(on);
      expect(turnOf([], one)).toBe("new");
    }),
  );
  expect(
    inDanger([
      { domain: "safety", level: "danger" },
      { domain: "school", level: "safe" },
    ]),
  ).toEqual(["safety"]);
});
