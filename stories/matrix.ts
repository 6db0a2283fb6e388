/**
 * Every route of the server that needs somebody, and how to call it so that only access decides. A route without a row fails the test, and a
 * row without a route too. Public and sign-in routes stand in OPEN: anybody may call them.
 */
export type Target =
  | "nothing"
  | "case"
  | "person"
  | "report"
  | "call"
  | "second-read"
  | "approval"
  | "worker"
  | "recovery"
  | "used-recovery"
  | "import";

export interface Row {
  /** What the `:id` of the path names. */
  of: Target;
  body?: object;
  headers?: Record<string, string>;
  query?: string;
  /** Who may: a role of the cast that holds the route's act. */
  by: "case-worker" | "supervisor" | "helpline" | "administrator" | "overseer" | "records-clerk";
  /** Whose role does not hold the act, where the line's own other person's does. */
  other?: "anil";
  /** What somebody who is tied to it gets. A refusal by rule is an answer too: it shows that the door was open. */
  tied: number;
}

const later = new Date(Date.now() + 30 * 86_400_000).toISOString();
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const soon = later.slice(0, 10);
const nobody = "00000000-0000-7000-8000-00000000dead";
const hash = "0".repeat(64);
const why = "A reason long enough to count";
const ifMatch = (n: number) => ({ "if-match": `"${n}"` });

export const ROWS: Readonly<Record<string, Row>> = {
  // Where being signed in is enough.
  "POST /api/session/step-up": { of: "nothing", body: { code: "000000" }, by: "case-worker", tied: 422 },
  "POST /api/session/totp-enrolment": { of: "nothing", body: {}, by: "case-worker", tied: 200 },
  "GET /api/sessions": { of: "nothing", by: "case-worker", tied: 200 },
  "DELETE /api/sessions/:id": { of: "nothing", by: "case-worker", tied: 404 },
  "GET /api/my-sign-in": { of: "nothing", by: "case-worker", tied: 200 },
  // The old password is not this one.
  "PUT /api/password": {
    of: "nothing",
    body: { old: "nobody has this one", password: "plum carriage 44 lantern" },
    by: "case-worker",
    tied: 422,
  },
  "POST /api/passkeys/options": { of: "nothing", by: "case-worker", tied: 200 },
  "POST /api/passkeys": {
    of: "nothing",
    body: { challengeId: nobody, label: "A key", answer: { id: "AA", response: {} } },
    by: "case-worker",
    tied: 422,
  },
  "PUT /api/passkeys/:id": { of: "nothing", body: { label: "A key" }, by: "case-worker", tied: 404 },
  "DELETE /api/passkeys/:id": { of: "nothing", by: "case-worker", tied: 404 },
  "POST /api/session/step-up/passkey/options": { of: "nothing", by: "case-worker", tied: 200 },
  "POST /api/session/step-up/passkey": {
    of: "nothing",
    body: { challengeId: nobody, answer: { id: "AA", response: {} } },
    by: "case-worker",
    tied: 422,
  },
  // Whose sign-in one may stand up for is tried in platform/sessions/recovery.test.ts.
  "GET /api/recoveries": { of: "nothing", by: "supervisor", other: "anil", tied: 200 },
  "POST /api/recoveries/:id/vouching": {
    of: "recovery",
    body: { language: "en" },
    by: "supervisor",
    other: "anil",
    tied: 200,
  },
  "POST /api/recoveries/:id/decision": {
    of: "used-recovery",
    body: { says: "ratified" },
    by: "supervisor",
    other: "anil",
    tied: 204,
  },
  "GET /api/events": { of: "nothing", query: "?seconds=0", by: "case-worker", tied: 200 },
  "GET /api/me": { of: "nothing", by: "case-worker", tied: 200 },
  "GET /api/pack": { of: "nothing", by: "case-worker", tied: 200 },
  "GET /api/agencies": { of: "nothing", by: "case-worker", tied: 200 },
  "GET /api/colleagues": { of: "nothing", by: "case-worker", tied: 200 },

  "POST /api/colleagues": {
    of: "nothing",
    body: { names: { en: "Nobody Real" }, language: "en", unitId: nobody, roles: ["case-worker"] },
    by: "administrator",
    tied: 404,
  },
  "PUT /api/colleagues/:id/posting": {
    of: "worker",
    body: { unitId: nobody, roles: ["administrator"] },
    by: "administrator",
    tied: 404,
  },
  "POST /api/colleagues/:id/sign-up-link": { of: "worker", by: "administrator", tied: 201 },
  "DELETE /api/colleagues/:id": { of: "worker", by: "administrator", tied: 204 },
  "GET /api/colleagues/:id": { of: "worker", by: "administrator", tied: 200 },
  // Nobody rejoins who has not left: agencies/postings.test.ts tells of those who have.
  "POST /api/colleagues/:id/posting": {
    of: "worker",
    body: { unitId: nobody, roles: ["administrator"] },
    by: "administrator",
    tied: 404,
  },
  "GET /api/units": { of: "nothing", by: "administrator", tied: 200 },
  // Hers is not the agency that keeps the list: agencies/offices.test.ts tells of the one that does.
  "GET /api/kept-agencies": { of: "nothing", by: "administrator", tied: 404 },
  "POST /api/first-administrators/:id/link": { of: "nothing", by: "administrator", tied: 404 },
  "POST /api/office-changes": {
    of: "nothing",
    body: { change: "unit-opened", unitId: nobody },
    by: "administrator",
    tied: 404,
  },
  "PUT /api/office-changes/:id": { of: "nothing", by: "administrator", tied: 404 },

  // Her agency oversees nobody: whom she may name at all is told in agencies/overseers.test.ts.
  "POST /api/overseers": {
    of: "nothing",
    body: { workerId: nobody, unitId: nobody, basis: "new-post" },
    by: "administrator",
    tied: 404,
  },
  "PUT /api/overseers/:id": { of: "nothing", by: "administrator", tied: 404 },

  "POST /api/identities/:id/openings": { of: "person", body: { reason: "hearing" }, by: "case-worker", tied: 201 },
  "PUT /api/identities/:id": {
    of: "person",
    body: { section: "identity", identity: { givenName: "Invented" } },
    headers: ifMatch(1),
    by: "case-worker",
    tied: 200,
  },
  "POST /api/identity-searches": {
    of: "nothing",
    body: { kind: "phone", value: "+911100000000" },
    by: "case-worker",
    tied: 200,
  },
  // The case is open: rooms/cases/erasure tells of one that is closed.
  "POST /api/identities/:id/erasure": { of: "person", body: { reason: why }, by: "supervisor", tied: 409 },
  "DELETE /api/identities/:id": { of: "person", query: `?approval=${nobody}`, by: "supervisor", tied: 409 },

  "GET /api/cases": { of: "nothing", by: "case-worker", tied: 200 },
  "GET /api/case-board": { of: "nothing", by: "case-worker", tied: 200 },
  "POST /api/cases": { of: "nothing", body: { situation: "begging" }, by: "case-worker", tied: 201 },
  "GET /api/cases/:id": { of: "case", by: "case-worker", tied: 200 },
  "GET /api/cases/:id/looks": { of: "case", by: "case-worker", tied: 200 },
  "PATCH /api/cases/:id": {
    of: "case",
    body: { age: 12, reason: why },
    headers: ifMatch(1),
    by: "case-worker",
    tied: 200,
  },
  "POST /api/cases/:id/risk": { of: "case", body: { level: "high", reason: why }, by: "case-worker", tied: 201 },
  "POST /api/cases/:id/people": { of: "case", body: { role: "sibling" }, by: "case-worker", tied: 201 },
  "POST /api/cases/:id/events": {
    of: "case",
    body: { kind: "child-reached", happenedAt: null },
    by: "case-worker",
    tied: 201,
  },
  "POST /api/cases/:id/notes": { of: "case", body: { text: "A note" }, by: "case-worker", tied: 201 },
  "POST /api/screening-advice": { of: "nothing", body: { answers: {} }, by: "case-worker", tied: 200 },
  "POST /api/cases/:id/screenings": { of: "case", body: { answers: {} }, by: "case-worker", tied: 201 },
  "GET /api/cases/:id/screenings": { of: "case", by: "case-worker", tied: 200 },
  "PUT /api/cases/:id/screenings/:screening/decision": {
    of: "case",
    body: { decision: "not-yet", reason: why },
    by: "case-worker",
    tied: 200,
  },
  // The one who decided cannot countersign: the same answer as for none.
  "PUT /api/cases/:id/screenings/:screening/countersignature": { of: "case", by: "case-worker", tied: 404 },
  "GET /api/cases/:id/places": { of: "case", by: "case-worker", tied: 200 },
  "POST /api/cases/:id/places": {
    of: "case",
    body: { since: "2026-11-24T10:00:00Z", name: "A place" },
    by: "case-worker",
    tied: 201,
  },
  "GET /api/cases/:id/homes": { of: "case", by: "case-worker", tied: 200 },
  // A place that is no home has nothing to look at again.
  "PUT /api/cases/:id/places/:place/review": { of: "case", body: { reviewAt: later }, by: "case-worker", tied: 422 },
  "PUT /api/cases/:id/places/:place/departure": {
    of: "case",
    body: { at: "2026-11-24T11:00:00Z" },
    by: "case-worker",
    tied: 204,
  },
  // Her present place has not ended: the same answer as for none.
  "DELETE /api/cases/:id/places/:place/departure": { of: "case", by: "case-worker", tied: 404 },
  "GET /api/cases/:id/plan": { of: "case", by: "case-worker", tied: 200 },
  "GET /api/cases/:id/plan/history": { of: "case", by: "case-worker", tied: 200 },
  "POST /api/cases/:id/goals": {
    of: "case",
    body: { domain: "school", text: "Back to school", reviewOn: soon },
    by: "case-worker",
    tied: 201,
  },
  "PATCH /api/cases/:id/goals/:goal": {
    of: "case",
    body: { text: "School near the aunt", reason: why },
    headers: ifMatch(1),
    by: "case-worker",
    tied: 200,
  },
  // The case's one task hangs on it and is open.
  "PUT /api/cases/:id/goals/:goal/outcome": {
    of: "case",
    body: { outcome: "met", reason: why },
    headers: ifMatch(1),
    by: "case-worker",
    tied: 409,
  },
  "POST /api/cases/:id/tasks": {
    of: "case",
    body: { kind: "visit-child", text: "See her", unitId: nobody, dueAt: later },
    by: "case-worker",
    tied: 422,
  },
  "PATCH /api/cases/:id/tasks/:task": {
    of: "case",
    body: { dueAt: later, reason: why },
    headers: ifMatch(1),
    by: "case-worker",
    tied: 200,
  },
  "PUT /api/cases/:id/tasks/:task/outcome": {
    of: "case",
    body: { how: "tried-not-seen" },
    headers: ifMatch(1),
    by: "case-worker",
    tied: 200,
  },
  "DELETE /api/cases/:id/tasks/:task/outcome": {
    of: "case",
    body: { reason: why },
    headers: ifMatch(1),
    by: "case-worker",
    tied: 409,
  },
  "GET /api/tasks": { of: "nothing", by: "case-worker", tied: 200 },
  "GET /api/cases/:id/consents": { of: "case", by: "case-worker", tied: 200 },
  "POST /api/cases/:id/consents": {
    of: "case",
    body: {
      personId: nobody,
      giver: "child",
      purpose: "services",
      answer: "yes",
      how: ["words"],
      language: "hi",
      interpreter: false,
      present: ["support-person"],
      toPlease: "no",
      mark: "thumb",
      givenAt: "2026-11-24T10:00:00Z",
      endsAt: later,
    },
    by: "case-worker",
    tied: 422,
  },
  "PUT /api/cases/:id/consents/:consent/withdrawal": {
    of: "case",
    body: { words: "She does not want it" },
    by: "case-worker",
    tied: 200,
  },
  "GET /api/cases/:id/contact-rules": { of: "case", by: "case-worker", tied: 200 },
  "POST /api/cases/:id/contact-rules": {
    of: "case",
    body: { channel: "phone-call", allowed: false, household: true },
    by: "case-worker",
    tied: 201,
  },
  "DELETE /api/cases/:id/contact-rules/:rule": { of: "case", by: "case-worker", tied: 204 },
  "GET /api/cases/:id/documents": { of: "case", by: "case-worker", tied: 200 },
  // The door is asked before the file: a body without one shows that it was open.
  "POST /api/cases/:id/documents": { of: "case", body: {}, by: "case-worker", tied: 422 },
  "GET /api/cases/:id/documents/:document/copy": { of: "case", by: "case-worker", tied: 200 },
  "GET /api/cases/:id/documents/:document/original": { of: "case", by: "case-worker", tied: 200 },
  "POST /api/cases/:id/documents/:document/block": { of: "case", by: "case-worker", tied: 204 },
  "GET /api/cases/:id/hand-overs": { of: "case", by: "case-worker", tied: 200 },
  "POST /api/cases/:id/hand-overs": {
    of: "case",
    body: { unitId: nobody, until: tomorrow, text: "Look in at night" },
    by: "case-worker",
    tied: 422,
  },
  // Whoever wrote it cannot have read it for the next shift.
  "PUT /api/cases/:id/hand-overs/:handover/reading": { of: "case", by: "case-worker", tied: 409 },
  "GET /api/hand-overs": { of: "nothing", by: "case-worker", tied: 200 },
  "GET /api/cases/:id/assessments": { of: "case", by: "case-worker", tied: 200 },
  "POST /api/cases/:id/assessments": {
    of: "case",
    body: {
      kind: "first",
      madeOn: "2026-11-24",
      childHeard: "alone",
      findings: [{ domain: "safety", level: "concern" }],
      bestInterests: why,
    },
    by: "case-worker",
    tied: 201,
  },
  "POST /api/cases/:id/tracks/:track/closing": {
    of: "case",
    body: { outcome: "safe-with-parents", reason: why },
    by: "case-worker",
    tied: 202,
  },
  "POST /api/cases/:id/tracks/:track/closure": {
    of: "case",
    body: { outcome: "safe-with-parents", approvalId: nobody },
    by: "case-worker",
    tied: 409,
  },
  "DELETE /api/cases/:id/tracks/:track/closure": { of: "case", body: { reason: why }, by: "case-worker", tied: 204 },
  "POST /api/cases/:id/members": {
    of: "case",
    body: { kind: "worker", subjectId: nobody, purpose: 1, until: later, basis: "joint-work" },
    by: "case-worker",
    tied: 422,
  },
  "PUT /api/cases/:id/members/:member": {
    of: "case",
    body: { until: later, basis: "longer-needed" },
    by: "case-worker",
    tied: 422,
  },
  "PUT /api/cases/:id/members/:member/sections/:section": {
    of: "case",
    body: { until: later, basis: "joint-work" },
    by: "case-worker",
    tied: 422,
  },
  "GET /api/cases/:id/access": { of: "case", by: "case-worker", tied: 200 },
  "GET /api/cases/:id/approvals": { of: "case", by: "case-worker", tied: 200 },
  "GET /api/cases/:id/history": { of: "case", by: "case-worker", tied: 200 },
  "PATCH /api/cases/:id/people/:person": {
    of: "case",
    body: { age: 12, reason: why },
    headers: ifMatch(1),
    by: "case-worker",
    tied: 200,
  },
  "GET /api/people": { of: "nothing", by: "case-worker", tied: 200 },
  "GET /api/first-responses": { of: "nothing", by: "case-worker", tied: 200 },
  "POST /api/cases/:id/recusal": { of: "case", body: {}, by: "case-worker", tied: 204 },

  "GET /api/approvals/asked": { of: "nothing", by: "case-worker", tied: 200 },
  "POST /api/imports": { of: "nothing", query: "?name=r.csv", body: {}, by: "records-clerk", tied: 400 },
  "GET /api/imports": { of: "nothing", by: "records-clerk", tied: 200 },
  "GET /api/imports/:id": { of: "import", by: "records-clerk", tied: 200 },
  "PUT /api/imports/:id/form": { of: "import", body: {}, headers: ifMatch(1), by: "records-clerk", tied: 400 },
  "PUT /api/imports/:id/mapping": {
    of: "import",
    body: { decisions: [], assumed: "day-first" },
    headers: ifMatch(1),
    by: "records-clerk",
    tied: 200,
  },
  "PUT /api/imports/:id/mends": {
    of: "import",
    body: { mends: [] },
    headers: ifMatch(1),
    by: "records-clerk",
    tied: 200,
  },
  "GET /api/imports/:id/dry-run": { of: "import", by: "records-clerk", tied: 200 },
  "GET /api/imports/:id/lines/:line": { of: "import", by: "records-clerk", tied: 200 },
  "POST /api/imports/:id/staging": {
    of: "import",
    body: { looked: true },
    headers: ifMatch(1),
    by: "records-clerk",
    tied: 200,
  },
  "POST /api/imports/:id/promotion": { of: "import", headers: ifMatch(1), by: "records-clerk", tied: 409 },
  "DELETE /api/imports/:id": { of: "import", by: "records-clerk", tied: 204 },
  "GET /api/imports/:id/marginals": { of: "import", by: "records-clerk", tied: 409 },

  "GET /api/approvals": { of: "nothing", by: "supervisor", tied: 200 },
  "GET /api/approvals/:id/case": { of: "approval", by: "supervisor", tied: 200 },
  "POST /api/approvals/:id/decision": {
    of: "approval",
    body: { payloadHash: hash, decision: "declined", code: "not-right" },
    by: "supervisor",
    tied: 409,
  },

  "GET /api/oversight/unread": { of: "nothing", by: "overseer", tied: 200 },
  "GET /api/oversight/openings": { of: "nothing", by: "overseer", tied: 200 },
  "GET /api/oversight/cases": { of: "nothing", by: "overseer", tied: 200 },
  "GET /api/oversight/refusals": { of: "nothing", by: "overseer", tied: 200 },
  "GET /api/oversight/log": { of: "nothing", by: "overseer", tied: 200 },

  "GET /api/reports": { of: "nothing", by: "helpline", tied: 200 },
  "GET /api/reports/:id": { of: "report", by: "helpline", tied: 200 },
  "POST /api/reports": { of: "nothing", body: {}, by: "helpline", tied: 201 },
  "GET /api/calls": { of: "nothing", by: "helpline", tied: 200 },
  "POST /api/calls": { of: "nothing", body: {}, by: "helpline", tied: 201 },
  "PATCH /api/calls/:id": { of: "call", body: { silent: true }, headers: ifMatch(1), by: "helpline", tied: 200 },
  "POST /api/calls/:id/report": { of: "call", by: "helpline", tied: 200 },
  "PUT /api/reports/:id/claim": { of: "report", by: "helpline", tied: 204 },
  "DELETE /api/reports/:id/claim": { of: "report", by: "helpline", tied: 204 },
  // A call has no receipt to answer through.
  "POST /api/reports/:id/messages": { of: "report", body: { text: "Thank you" }, by: "helpline", tied: 409 },
  "POST /api/reports/:id/setting-aside": {
    of: "report",
    body: { how: "spam", reason: why },
    by: "helpline",
    tied: 201,
  },
  "GET /api/second-reads": { of: "nothing", by: "helpline", tied: 200 },
  "POST /api/second-reads/:id/verdict": {
    of: "second-read",
    body: { verdict: "agree", reason: why },
    by: "helpline",
    tied: 204,
  },
  "POST /api/reports/:id/screenings": { of: "report", body: { answers: {} }, by: "helpline", tied: 201 },
  "GET /api/reports/:id/screenings": { of: "report", by: "helpline", tied: 200 },
  "PUT /api/reports/:id/screenings/:screening/decision": {
    of: "report",
    body: { decision: "not-yet", reason: why },
    by: "helpline",
    tied: 200,
  },
  // Nobody has decided on it: the same answer as for none.
  "PUT /api/reports/:id/screenings/:screening/countersignature": { of: "report", by: "helpline", tied: 404 },
  "POST /api/reports/:id/case": { of: "report", body: { situation: "begging" }, by: "helpline", tied: 201 },
  // No such file hangs on it: the door of the report is tried in reports.test.ts with a real one.
  "GET /api/reports/:id/attachments/:file": { of: "report", by: "helpline", tied: 404 },
  "POST /api/reports/:id/attachments/:file/block": { of: "report", by: "helpline", tied: 404 },
};

/** Routes that ask for nobody: the public pages, sign-in, the log's face, and what an operator's monitor asks. */
export const OPEN: readonly RegExp[] = [
  /^(POST|DELETE) \/api\/session$/,
  /^POST \/api\/session\/(totp|enrolment|recovery|forgotten-password|passkey|passkey\/options)$/,
  /^POST \/api\/(sign-up-links\/reading|sign-ups|installation\/administrator|recoveries)$/,
  /^(GET \/api\/demo\/cast|POST \/api\/demo\/session)$/,
  /^[A-Z]+ \/report(\/|$)/,
  /^GET \/log\//,
  /^GET \/(interface|problems)(\/|$)/,
  /^GET \/(health\/(live|ready)|metrics)$/,
];
