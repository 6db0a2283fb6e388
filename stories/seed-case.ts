/**
 * One invented case played in as the people of the cast would enter it: opened, its people sealed, the others brought in, a home by placing the child
 * there, what happened and when, notes, plan, consent, contact, screening, hand-over, assessment, recusals, closing. What still lies ahead of the
 * story's day is left out: it has not happened yet.
 */

import { instantOf } from "../packs/story.ts";
import type { StoryCase } from "../packs/story-model.ts";
import { CASEWORK, CLOSED_BECAUSE } from "./seed-casework.ts";
import type { Player } from "./seed-player.ts";

const SECTIONS = [
  "identity",
  "location",
  "contact",
  "health",
  "counselling",
  "statements",
  "suspects",
  "intelligence",
  "own-words",
];
/** Where on the way home a child is after this. */
const STAGES: Readonly<Record<string, string>> = {
  "taken-in-charge": "safe",
  "heard-by-committee": "heard",
  "fir-registered": "justice",
  restored: "home",
};
/** What a task of this part of life most often is. */
const TASKS: Readonly<Record<string, string>> = {
  safety: "visit-family",
  school: "school",
  money: "money",
  justice: "hearing",
  health: "medical",
  mind: "counselling",
  family: "find-family",
};
const BASIS: Readonly<Record<string, string>> = {
  protection: "statutory-duty",
  investigation: "urgent-protection",
  prosecution: "statutory-duty",
  support: "support-person",
};

/**
 * Plays it; day 0 of the story is `zero`.
 * @param report the report that it is opened from, where it is
 * @returns the case's id, or null where it could not be opened
 */
export async function playCase(
  play: Player,
  told: StoryCase,
  zero: Temporal.PlainDate,
  report: string | null = null,
): Promise<string | null> {
  const { pack, stage } = play;
  const now = Temporal.Now.instant();
  const at = (moment: StoryCase["opened"]) => instantOf(moment, zero, pack.about.timeZone);
  const happened = (moment: StoryCase["opened"]) => Temporal.Instant.compare(at(moment), now) <= 0;
  const by = told.openedBy;
  const made = await play.do(by, "POST", report === null ? "/api/cases" : `/api/reports/${report}/case`, {
    sex: told.subject.sex,
    age: told.subject.age ?? null,
    ageBasis: told.subject.age === undefined ? "not-known" : told.subject.ageBasis,
    isChild: told.subject.child,
    situation: told.situation,
    district: told.district,
    // Who may set it says why; it is set once.
    risk: play.may(by, "case.risk") ? null : told.risk,
    happenedAt: at(told.happened ?? told.opened).toString(),
  });
  if (made === null) return null;
  const base = `/api/cases/${made.id}`;
  const people = new Map<string, string>();
  for (const someone of told.people) {
    if (play.ended()) return null;
    const person = await play.do(by, "POST", `${base}/people`, {
      role: someone.role,
      relation: someone.relation,
      livesWith: someone.livesWith ?? null,
      sex: someone.sex === "girl" || someone.sex === "boy" ? someone.sex : "not-known",
      age: someone.age ?? null,
    });
    if (person === null) continue;
    people.set(someone.key, person.id);
    // A suspect is sealed in a section of its own, which whoever opens a case often does not hold.
    if (someone.role === "suspect" || !play.may(by, "identity.write")) continue;
    await play.do(
      by,
      "PUT",
      `/api/identities/${person.id}`,
      {
        caseId: made.id,
        section: "identity",
        identity: {
          givenName: someone.names.given,
          ...(someone.names.family === undefined ? {} : { familyName: someone.names.family }),
          ...(someone.phones?.[0] === undefined ? {} : { phone: someone.phones[0].number }),
          ...(someone.addresses?.[0] === undefined ? {} : { address: someone.addresses[0].text }),
          ...(someone.languages === undefined ? {} : { languages: someone.languages }),
        },
      },
      { "if-match": '"0"' },
    );
  }
  if (play.may(by, "case.risk")) await play.do(by, "POST", `${base}/risk`, { level: told.risk, reason: told.riskWhy });

  for (const member of told.members) {
    if (play.ended()) return null;
    const agency = stage.agencyOf(member.unit);
    const kind = pack.kinds.find((one) => one.code === agency.kind);
    // A home comes with the place, so that nobody who brings it in need know which it is.
    if (kind?.nameIsLocation) continue;
    const purpose = pack.purposes.find((one) => one.code === member.purpose);
    if (purpose === undefined) continue;
    await play.do(by, "POST", `${base}/members`, {
      kind: "unit",
      subjectId: stage.unitOf(member.unit),
      purpose: purpose.number,
      until: ends(member.lasts ?? purpose.lasts, pack.about.timeZone),
      sections: purpose.sections
        .filter((section) => kind?.sections.includes(section))
        .map((section) => SECTIONS.indexOf(section) + 1),
      basis: BASIS[member.purpose] ?? "referral",
    });
  }

  for (const rule of told.contact ?? [])
    await play.do(by, "POST", `${base}/contact-rules`, {
      channel: rule.channel,
      allowed: rule.allowed,
      household: rule.household,
      text: rule.text,
    });
  if (told.place !== undefined && happened(told.place.since)) {
    const home = told.place.agency === null ? null : stage.firstUnit(told.place.agency);
    await play.do(told.place.recordedBy, "POST", `${base}/places`, {
      since: at(told.place.since).toString(),
      home: home === null ? null : { unitId: home, reviewAt: ends("P4M", pack.about.timeZone) },
      name: home === null ? told.place.text.slice(0, 300) : "",
      note: told.place.text,
    });
  }
  for (const event of told.events) {
    if (play.ended()) return null;
    // The place has told of itself.
    if (!happened(event.when) || (event.kind === "placed" && told.place !== undefined)) continue;
    await play.do(event.by, "POST", `${base}/events`, {
      kind: event.kind,
      section: play.sectionOf(event.kind),
      happenedAt: at(event.when).toString(),
      ...(event.text === undefined ? {} : { text: event.text }),
      ...(STAGES[event.kind] === undefined ? {} : { stage: STAGES[event.kind] }),
    });
  }
  for (const note of told.notes) {
    if (!happened(note.when)) continue;
    const section = note.section === null ? null : SECTIONS.indexOf(note.section) + 1;
    const kind = note.kind === "hand-over" ? "note" : note.kind;
    await play.do(note.by, "POST", `${base}/notes`, {
      text: note.text,
      section: kind === "own-words" ? 9 : section,
      kind,
    });
  }
  await playPlan(play, told, base, at);
  for (const consent of told.consents ?? []) {
    const child = people.get(consent.person);
    if (child === undefined || !happened(consent.when) || consent.answer === "withdrawn") continue;
    const fromChild = consent.givenBy === consent.person;
    const given = at(consent.when);
    await play.do(consent.by, "POST", `${base}/consents`, {
      personId: child,
      giver: fromChild ? "child" : "caregiver",
      caregiverId: fromChild ? null : (people.get(consent.givenBy) ?? null),
      purpose: consent.purpose,
      receiverAgency: consent.receiver === undefined ? null : stage.agencyId(consent.receiver),
      answer: consent.answer,
      how: [consent.how],
      language: consent.language,
      interpreter: consent.interpreter,
      present: [consent.interpreter ? "interpreter" : "support-person"],
      toPlease: consent.toPlease,
      mark: consent.mark,
      givenAt: given.toString(),
      endsAt: given.add({ hours: 24 * 150 }).toString(),
      words: consent.text,
    });
  }
  await playCasework(play, told, base);
  // Who is not on the case has nothing to step back from.
  const units = told.members.map((member) => stage.unitOf(member.unit));
  for (const recusal of told.recusals)
    if (units.includes(stage.unitOfWorker(recusal.worker)))
      await play.do(recusal.worker, "POST", `${base}/recusal`, {});
  return made.id;
}

/** Goals with their tasks, by the first of its people whose role plans. */
async function playPlan(
  play: Player,
  told: StoryCase,
  base: string,
  at: (moment: StoryCase["opened"]) => Temporal.Instant,
): Promise<void> {
  const planner = play.planner([told.openedBy, ...told.events.map((event) => event.by)]);
  if (planner === null) return;
  const in30 = Temporal.Now.plainDateISO(play.pack.about.timeZone).add({ days: 30 }).toString();
  for (const goal of told.goals) {
    const made = await play.do(planner, "POST", `${base}/goals`, {
      domain: goal.domain,
      text: goal.text,
      reviewOn: in30,
    });
    if (made === null) continue;
    for (const task of goal.tasks) {
      const added = await play.do(planner, "POST", `${base}/tasks`, {
        goalId: made.id,
        kind: TASKS[goal.domain] ?? "other",
        text: task.text,
        // A unit that is not on the case gets no task of it; then it stays with whoever plans.
        unitId: told.members.some((member) => member.unit === task.unit)
          ? play.stage.unitOf(task.unit)
          : play.stage.unitOfWorker(planner),
        dueAt: at(task.due).toString(),
      });
      if (added === null || task.done === undefined) continue;
      const late = task.done === "done-late";
      await play.do(
        planner,
        "PUT",
        `${base}/tasks/${added.id}/outcome`,
        { how: late ? "done" : task.done, ...(late ? { lateReason: "no-vehicle" } : {}) },
        { "if-match": '"1"' },
      );
    }
  }
}

async function playCasework(play: Player, told: StoryCase, base: string): Promise<void> {
  const { screening, handOver, assessment, closing: waiting } = CASEWORK[told.key] ?? {};
  const answered = told.screening ?? screening;
  if (answered !== undefined) {
    const made = await play.do(answered.by, "POST", `${base}/screenings`, { answers: answered.answers });
    const decision =
      told.screening === undefined ? (screening?.decision ?? null) : { is: "trafficking", reason: told.riskWhy };
    if (made !== null && decision !== null)
      await play.do(answered.by, "PUT", `${base}/screenings/${made.id}/decision`, {
        decision: decision.is,
        reason: decision.reason,
      });
  }
  if (handOver !== undefined)
    await play.do(handOver.by, "POST", `${base}/hand-overs`, {
      unitId: play.stage.unitOfWorker(handOver.by),
      until: Temporal.Now.instant().add({ hours: 12 }).toString(),
      text: handOver.text,
    });
  if (assessment !== undefined)
    await play.do(assessment.by, "POST", `${base}/assessments`, {
      ...assessment.about,
      madeOn: Temporal.Now.plainDateISO(play.pack.about.timeZone).toString(),
    });
  const closings = [
    ...(told.closures ?? []).map((one) => ({
      by: one.by,
      track: one.track,
      outcome: one.outcome,
      reason: CLOSED_BECAUSE,
      agreed: true,
    })),
    ...(waiting === undefined ? [] : [{ ...waiting, agreed: false }]),
  ];
  for (const { by, track, outcome, reason, agreed } of closings) {
    const asked = await play.do(by, "POST", `${base}/tracks/${track}/closing`, { outcome, reason });
    if (asked !== null && agreed && (await play.agree(asked.approvalId)))
      await play.do(by, "POST", `${base}/tracks/${track}/closure`, { outcome, approvalId: asked.approvalId });
  }
}

/** The end of the day that lies so far ahead. @param lasts ISO 8601 duration of years, months and days */
function ends(lasts: string, timeZone: string): string {
  return Temporal.Now.zonedDateTimeISO(timeZone)
    .add(Temporal.Duration.from(lasts))
    .with({ hour: 23, minute: 59 })
    .toInstant()
    .toString();
}
