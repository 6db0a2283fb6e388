import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, type Actor, tokenOf } from "../../../platform/http/act.ts";
import {
  declareProblems,
  isRefusal,
  NotVisible,
  type Refusal,
  refuse,
  sendRefusal,
} from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import type { VaultClient } from "../../identities/index.ts";
import * as cases from "../actions.ts";
import { openTexts, sealText } from "../narrative.ts";
import { recordChange } from "../store.ts";
import { viewed } from "../viewing.ts";
import { Consent, NewConsent, Stands, type NewConsent as Wish } from "./model.ts";
import { type AgeRule, mayEnd, type Stands as Standing, standing, wordsNeeded, wordsSection } from "./rules.ts";
import * as store from "./store.ts";

declareProblems("cases", {
  "consent-ends": 422,
  "consent-person": 422,
  "consent-over": 409,
  "consent-receiver": 422,
});

export interface ConsentsHouse {
  acting: Acting;
  vault: VaultClient;
  /** The pack's ages and purposes: who decides at which age, and which purpose needs a receiver. */
  consent: {
    readonly ages: readonly AgeRule[];
    readonly purposes: readonly { readonly code: string; readonly needsReceiver: boolean }[];
    readonly channels: readonly { readonly code: string }[];
  };
}

const Id = z.object({ id: z.uuid() });
const ConsentId = z.object({ id: z.uuid(), consent: z.uuid() });

/**
 * What stands now for one act of sharing, asked inside the act's own transaction. Anything but "yes" stops it.
 * @param asked whose, for what, to whom, through which channel
 */
export async function consentStands(
  tx: Tx,
  caseId: string,
  asked: { personId: string; purpose: string; receiver: string | null; channel: string | null },
  ages: readonly AgeRule[],
  at: number = Date.now(),
): Promise<Standing> {
  const facts = await cases.seen(tx, caseId);
  const person = await store.personOnCase(tx, caseId, asked.personId);
  if (person === null) throw new NotVisible();
  const rows = (await store.consents(tx, caseId)).filter((row) => row.person_id === asked.personId);
  return standing(rows.map(store.answerOf), asked, wordsNeeded(ages, person.age ?? facts.age), at);
}

/** Consent and assent: for one purpose, one receiver and one channel each; ends by itself, is taken back at once, and is never wiped. */
export function registerConsents(app: Web, { acting, vault, consent: pack }: ConsentsHouse): void {
  app.get(
    "/api/cases/:id/consents",
    {
      schema: {
        params: Id,
        response: { 200: z.object({ ref: z.string(), consents: z.array(Consent), stands: z.array(Stands) }) },
      },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const read = await acting.act(
        request,
        { verb: "case-viewed", subject: { kind: "case", id }, caseId: id },
        async (tx) => {
          const facts = await viewed(tx, id);
          return {
            facts,
            rows: await store.consents(tx, id),
            ages: await tx.rows<{ id: string; age: number | null }>(
              sql`select id, age from cases.people where case_id = ${id}::uuid`,
            ),
          };
        },
      );
      if (isRefusal(read)) return sendRefusal(request, reply, read);
      const texts = await openTexts(vault, tokenOf(request), id, read.rows.map(store.placeOf));
      const ageOf = (person: string) => read.ages.find((one) => one.id === person)?.age ?? read.facts.age;
      return reply.send({
        ref: read.facts.ref,
        consents: read.rows.map((row, i) => shown(row, texts[i] ?? null)),
        stands: stands(read.rows, (person) => wordsNeeded(pack.ages, ageOf(person))),
      });
    },
  );

  app.post(
    "/api/cases/:id/consents",
    {
      schema: { params: Id, body: NewConsent, response: { 201: Id } },
      config: { audience: "staff", verb: "consent-recorded", action: "case.consent" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const wish = request.body;
      const row = randomUUID();
      const section = wordsSection(wish.giver);
      const sealed =
        wish.words === ""
          ? null
          : await sealText(vault, tokenOf(request), id, {
              table: "cases.consents",
              column: "sealed",
              row,
              section,
              text: wish.words,
            });
      const result = await acting.act(
        request,
        { verb: "consent-recorded", subject: { kind: "case", id }, caseId: id, status: 201 },
        (tx, actor) => recordConsent(tx, actor, id, row, wish, sealed, pack),
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  // Withdrawal is a state that begins now. Whoever is on the case may write it down: it protects, and waits for nobody.
  app.put(
    "/api/cases/:id/consents/:consent/withdrawal",
    {
      schema: {
        params: ConsentId,
        body: z.object({ words: z.string().trim().min(1).max(4000) }),
        response: { 200: z.object({ withdrawnAt: z.string() }) },
      },
      config: { audience: "staff", verb: "consent-withdrawn", action: "case.write" },
    },
    async (request, reply) => {
      const { id, consent } = request.params;
      const before = await acting.look(request, (tx) => store.oneConsent(tx, id, consent));
      const row = randomUUID();
      const section = before === null ? null : wordsSection(store.giverOf(before));
      const reason = await sealText(vault, tokenOf(request), id, {
        table: "cases.changes",
        column: "sealed",
        row,
        section,
        text: request.body.words,
      });
      const result = await acting.act(
        request,
        { verb: "consent-withdrawn", subject: { kind: "consent", id: consent }, caseId: id },
        async (tx, actor) => {
          await cases.seen(tx, id);
          const found = await store.oneConsent(tx, id, consent);
          if (found === null) throw new NotVisible();
          const done = await tx.maybe<{ withdrawn_at: string }>(sql`
            update cases.consents set withdrawn_at = now() where id = ${consent}::uuid and withdrawn_at is null and answer = 'yes' returning withdrawn_at`);
          if (done === null) return refuse("consent-over");
          await recordChange(tx, {
            id: row,
            caseId: id,
            table: "consents",
            row: consent,
            section,
            field: "withdrawn",
            was: null,
            became: done.withdrawn_at,
            reason,
            by: actor.workerId,
          });
          await happened(tx, actor, id, "consent-withdrawn", null);
          await cases.record(tx, "consent-withdrawn", id, { kind: "consent", id: consent }, { purpose: found.purpose });
          return { withdrawnAt: done.withdrawn_at };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.send(result);
    },
  );
}

async function recordConsent(
  tx: Tx,
  actor: Actor,
  caseId: string,
  id: string,
  wish: Wish,
  sealed: Buffer | null,
  pack: ConsentsHouse["consent"],
): Promise<{ id: string } | Refusal> {
  await cases.seen(tx, caseId);
  const purpose = pack.purposes.find((one) => one.code === wish.purpose);
  if (purpose === undefined || (purpose.needsReceiver && wish.receiverAgency === null))
    return refuse("consent-receiver");
  if (!mayEnd(Date.parse(wish.givenAt), Date.parse(wish.endsAt)) || Date.parse(wish.givenAt) > Date.now() + 300_000)
    return refuse("consent-ends");
  const giver = wish.giver === "child" ? wish.personId : wish.giver === "caregiver" ? wish.caregiverId : null;
  const known = await store.personOnCase(tx, caseId, wish.personId);
  if (known === null || (wish.giver === "caregiver" && (giver === null || giver === wish.personId)))
    return refuse("consent-person");
  if (giver !== null && (await store.personOnCase(tx, caseId, giver)) === null) return refuse("consent-person");
  const facts = await cases.seen(tx, caseId);
  // The child's word beside a caregiver's is assent; where the child decides alone it is consent.
  const assent = wish.giver === "child" && wordsNeeded(pack.ages, known.age ?? facts.age).decides === "caregiver";
  await tx.rows(sql`insert into cases.consents (id, case_id, jurisdiction_id, person_id, given_by, purpose, receiver_agency, channel, answer, is_assent, how, language,
      interpreter, who_present, to_please, mark, given_at, ends_at, recorded_by, sealed)
    select ${id}::uuid, c.id, c.jurisdiction_id, ${wish.personId}::uuid, ${giver}::uuid, ${wish.purpose}, ${wish.receiverAgency}::uuid, ${wish.channel}, ${wish.answer},
           ${assent}, ${wish.how.join(" ")}, ${wish.language}, ${wish.interpreter}, ${wish.present.join(" ")}, ${wish.toPlease}, ${wish.mark},
           ${wish.givenAt}::timestamptz, ${wish.endsAt}::timestamptz, ${actor.workerId}::uuid, ${sealed} from cases.cases c where c.id = ${caseId}::uuid`);
  await happened(tx, actor, caseId, "consent-given", wish.givenAt);
  await cases.record(
    tx,
    "consent-recorded",
    caseId,
    { kind: "consent", id },
    { purpose: wish.purpose, giver: wish.giver, answer: wish.answer },
  );
  return { id };
}

function happened(tx: Tx, actor: Actor, caseId: string, kind: string, at: string | null): Promise<void> {
  return cases.addEvent(
    tx,
    actor,
    caseId,
    { kind, section: null, happenedAt: at, approx: null, fromPaper: false, corrects: null },
    null,
    randomUUID(),
  );
}

function shown(row: store.ConsentRow, words: string | null): z.input<typeof Consent> {
  const giver = store.giverOf(row);
  const hidden = row.receiver_agency !== null && row.receiver === null;
  return {
    id: row.id,
    personId: row.person_id,
    giver,
    caregiverId: giver === "caregiver" ? row.given_by : null,
    isAssent: row.is_assent,
    purpose: row.purpose,
    receiver: row.receiver,
    receiverHidden: hidden,
    receiverAgency: hidden ? null : row.receiver_agency,
    channel: row.channel,
    answer: row.answer === "withdrawn" ? "no" : row.answer,
    how: row.how.split(" "),
    language: row.language,
    interpreter: row.interpreter,
    present: row.who_present.split(" "),
    toPlease: row.to_please,
    mark: row.mark,
    givenAt: row.given_at,
    endsAt: row.ends_at,
    withdrawnAt: row.withdrawn_at,
    words,
  };
}

/** What stands now, once for each thing that was ever asked on this case. */
function stands(
  rows: readonly store.ConsentRow[],
  neededFor: (person: string) => ReturnType<typeof wordsNeeded>,
): z.input<typeof Stands>[] {
  const asked = new Map<string, store.ConsentRow>();
  for (const row of rows) asked.set([row.person_id, row.purpose, row.receiver_agency, row.channel].join("|"), row);
  return [...asked.values()].map((row) => {
    const found = standing(
      rows.filter((one) => one.person_id === row.person_id).map(store.answerOf),
      { purpose: row.purpose, receiver: row.receiver_agency, channel: row.channel },
      neededFor(row.person_id),
      Date.now(),
    );
    const hidden = row.receiver_agency !== null && row.receiver === null;
    return {
      personId: row.person_id,
      purpose: row.purpose,
      receiverAgency: hidden ? null : row.receiver_agency,
      receiver: row.receiver,
      receiverHidden: hidden,
      channel: row.channel,
      state: found.state,
      by: found.by,
      until: found.until === null ? null : new Date(found.until).toISOString(),
      doubtful: found.doubtful,
    };
  });
}
