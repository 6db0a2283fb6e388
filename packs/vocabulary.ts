/**
 * The words that the program itself knows, and that a pack may use but not change: the sections of a case and the acts that a role
 * may be allowed. What they are called for people stands in words/, in every language.
 */

/** The sections of a case. The numbers are stored with every grant: they keep their meaning for ever. */
export const sections = {
  identity: 1,
  location: 2,
  contact: 3,
  health: 4,
  counselling: 5,
  statements: 6,
  suspects: 7,
  intelligence: 8,
  "own-words": 9,
} as const;

export type Section = keyof typeof sections;

/** Every section's code, in the order of the numbers. */
export const sectionCodes = Object.keys(sections) as [Section, ...Section[]];

/**
 * What a role may be allowed to do. A route asks for exactly one of these. To be allowed an act is never enough by itself: to touch a
 * case one must also be tied to it (access), hold the section, and not be recused.
 */
export const actionCodes = [
  "report.take", // write down a call, or a report that came on paper or from another agency
  "report.read",
  "report.claim",
  "report.answer", // through the receipt
  "report.sort", // merge, forward, not for us, spam: each is read a second time
  "report.review", // that second reading
  "screening.make",
  "screening.decide", // also the countersignature under "not trafficking"
  "case.open",
  "case.read",
  "case.write", // events, notes, people, documents' titles, tasks
  "case.risk",
  "case.plan",
  "case.consent",
  "case.contact", // safe-contact rules
  "case.place", // where the child sleeps
  "case.hand-over",
  "case.grant", // bring a unit or worker onto a case, extend, withdraw, hand on a section
  "case.take-over", // urgent, for 12 h, then ratified or fallen
  "case.reopen",
  "closure.request",
  "closure.approve", // as the second person, of another agency
  "approval.decide", // any other act that waits for a second person
  "identity.write",
  "identity.open",
  "identity.find", // by exact phone or document number
  "identity.erase", // ask for it; a second person decides
  "file.add",
  "file.open",
  "file.block", // "this is abuse of a child": every view is closed at once
  "recusal.declare", // of oneself
  "recusal.order", // of somebody else
  "break-glass.use",
  "break-glass.review",
  "oversight.read", // without names
  "oversight.name", // ask for a name: two overseers
  "oversight.decide", // on oversight's own things
  "agency.manage", // units and their territory
  "worker.manage", // joining, moving, leaving, roles
  "worker.vouch", // for a colleague who lost the sign-in
  "import.run",
  "installation.manage", // packs, thresholds, keys: with a second person
] as const;

export type Action = (typeof actionCodes)[number];

/** What an overseer may do, and nothing else: oversight reads, and decides on its own things only. */
export const overseerActions: readonly Action[] = [
  "oversight.read",
  "oversight.name",
  "oversight.decide",
  "break-glass.review",
  "recusal.order",
  "recusal.declare",
];

/** What whoever keeps workers and units may do, and nothing else: they see no case. */
export const administratorActions: readonly Action[] = [
  "agency.manage",
  "worker.manage",
  "worker.vouch",
  "installation.manage",
  "approval.decide", // of an act on no case, such as naming an overseer: they are drawn for no other
];

/** Roles that the database knows by name; every pack must have them. */
export const requiredRoles = ["supervisor", "overseer", "administrator"] as const;

/** Lines of work. A late duty climbs within its line, to the administration or to oversight; a committee is no police station's superior. */
export const lineCodes = [
  "helpline",
  "police",
  "committee",
  "administration",
  "care",
  "health",
  "labour",
  "justice",
  "civil-society",
  "oversight",
] as const;

export type Line = (typeof lineCodes)[number];

/** The lines whose kinds may be granted these sections by default (harm.md, rules 1 and 2). Anybody else needs a reason each time. */
export const guardedSections: Readonly<Partial<Record<Section, readonly Line[]>>> = {
  location: ["committee", "administration", "care"],
  "own-words": ["committee", "civil-society"],
  counselling: ["care", "health", "civil-society"],
};

/** The lines in which somebody may write down where a child sleeps; everybody else would first have to learn it. */
export const placeLines: readonly Line[] = ["committee", "administration", "care", "civil-society"];
