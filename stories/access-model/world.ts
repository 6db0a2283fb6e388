/**
 * A random country for the proof of access: agencies, units, workers who serve, moved, left or whose time ran out; cases with members until
 * a day, sections, recusals; reports, approvals and the log. Only facts, no rule: rules.ts says who may see what, load.ts puts it in.
 */
import { type Dice, dice } from "./dice.ts";

export interface Agency {
  id: string;
  kind: string;
  jurisdiction: { id: string; code: string };
  /** Its name says where a child sleeps. */
  isHome: boolean;
  isOversight: boolean;
}
export interface Unit {
  is: "unit";
  id: string;
  agency: Agency;
}
export interface Worker {
  is: "worker";
  id: string;
  token: string;
  sessionId: string;
  /** Where they serve; for who left or ran out, where they served last. */
  unit: Unit;
  roles: string[];
  /** left: through the verb, which also ends the sessions. ran-out: the posting had an end, and the session lives on. */
  serves: "yes" | "left" | "ran-out";
  /** Where they served before they moved. */
  cameFrom: Unit | null;
}
export interface TaskForce {
  is: "task-force";
  id: string;
  members: { worker: Worker; during: When }[];
}
export type Holder = Worker | Unit | TaskForce;
/** Lasting, over, or not begun. */
export type When = "now" | "over" | "later";

export interface Case {
  id: string;
  ref: string;
  oversightRef: string;
  owner: Unit;
  jurisdiction: { id: string; code: string };
  open: boolean;
  /** Track 1 closed, with the second still open, or both as `open` says. */
  risk: number | null;
  situation: string;
  district: string;
  openedAt: string;
}
export interface Membership {
  case: Case;
  holder: Holder;
  purpose: number;
  during: When;
}
export interface Grant {
  case: Case;
  holder: Holder;
  section: number;
  during: When;
}
export interface Recusal {
  worker: Worker;
  case: Case;
  lifted: boolean;
}
/** A row of a table that hangs on a case. */
export interface Leaf {
  id: string;
  table: CaseTable;
  case: Case;
  section: number | null;
  by: Worker;
}
export const caseTables = [
  "people",
  "events",
  "notes",
  "places",
  "documents",
  "contact_rules",
  "changes",
  "screenings",
  "risks",
  "goals",
  "tasks",
  "hand_overs",
  "assessments",
] as const;
export type CaseTable = (typeof caseTables)[number];

export interface Report {
  id: string;
  desk: Unit;
  about: Agency | null;
  case: Case | null;
  status: number;
  draft: boolean;
  danger: number;
  district: string;
  read: boolean;
  receivedAt: string;
  messageId: string;
  historyId: string;
  fileId: string;
}
export interface Reading {
  id: string;
  report: Report;
  reader: Worker;
  done: boolean;
}
export interface Approval {
  id: string;
  case: Case;
  askedBy: Worker;
  second: Worker;
  state: "waits" | "decided" | "too-late";
}
export interface Key {
  agency: Agency;
  kind: number;
  blind: string;
  person: Leaf;
}
export interface Look {
  id: string;
  case: Case;
  worker: Worker;
  verb: "case-viewed" | "identity-opened" | "closing-asked";
  outcome: "done" | "not-visible";
  /** Of an opening: whose identity. */
  person: Leaf | null;
}

export interface Country {
  agencies: Agency[];
  units: Unit[];
  workers: Worker[];
  taskForces: TaskForce[];
  cases: Case[];
  memberships: Membership[];
  grants: Grant[];
  recusals: Recusal[];
  leaves: Leaf[];
  reports: Report[];
  readings: Reading[];
  approvals: Approval[];
  keys: Key[];
  looks: Look[];
}

export const situations = ["begging", "domestic-work", "other"] as const;
export const districts = ["XA-one-n", "XA-one-s", "XA-two-n"] as const;
const blinds = ["aa".repeat(16), "bb".repeat(16), "cc".repeat(16)] as const;
export const someBlind = (d: Dice): string => d.one(blinds);

const kinds = [
  { kind: "helpline" },
  { kind: "helpline" },
  { kind: "police" },
  { kind: "committee" },
  { kind: "home", isHome: true },
  { kind: "commission", isOversight: true },
] as const;

/** A country of about 12 units, 30 workers, 36 cases and 24 reports. Time stands in the middle: nothing begins or ends while it is asked. */
export function randomCountry(seed: number): Country {
  const d = dice(seed);
  const nation = { id: d.uuid(), code: "XA" };
  const states = ["XA-one", "XA-two"].map((code) => ({ id: d.uuid(), code }));
  const agencies: Agency[] = [
    ...kinds.map((k) => ({ id: d.uuid(), jurisdiction: d.one(states), isHome: false, isOversight: false, ...k })),
    { id: d.uuid(), jurisdiction: nation, kind: "commission", isHome: false, isOversight: true },
  ];
  const units = agencies.flatMap((agency) =>
    Array.from({ length: 1 + d.below(agency.isOversight ? 1 : 3) }, (): Unit => ({ is: "unit", id: d.uuid(), agency })),
  );
  const workers = units.flatMap((unit) =>
    Array.from({ length: 1 + d.below(3) }, (): Worker => {
      const gone = d.below(10);
      const own = units.filter((other) => other.agency === unit.agency && other !== unit);
      return {
        is: "worker",
        id: d.uuid(),
        token: d.bytes(32).toString("base64url"),
        sessionId: d.uuid(),
        unit,
        roles: [
          unit.agency.isOversight ? "overseer" : "case-worker",
          ...(d.chance(0.3) ? ["supervisor"] : []),
          ...(d.chance(0.05) ? ["overseer"] : []), // outside an oversight body it means nothing
        ],
        serves: gone === 0 ? "left" : gone === 1 ? "ran-out" : "yes",
        cameFrom: own.length > 0 && d.chance(0.25) ? d.one(own) : null,
      };
    }),
  );
  const when = (): When => d.one(["now", "now", "now", "over", "later"] as const);
  const taskForces = Array.from(
    { length: 2 },
    (): TaskForce => ({
      is: "task-force",
      id: d.uuid(),
      members: d.some(workers, 4).map((worker) => ({ worker, during: worker.serves === "yes" ? when() : "over" })),
    }),
  );
  const holders: Holder[] = [...workers, ...units, ...taskForces];
  const owners = units.filter((unit) => !unit.agency.isOversight);
  const cases = Array.from(
    { length: 36 },
    (_, at): Case => ({
      id: d.uuid(),
      ref: `HW-${at.toString(36).toUpperCase().padStart(3, "0")}-${d
        .below(36 ** 3)
        .toString(36)
        .toUpperCase()
        .padStart(3, "0")}`,
      oversightRef: d.uuid(),
      owner: d.one(owners),
      jurisdiction: d.one(states),
      open: d.chance(0.75),
      risk: d.chance(0.2) ? null : d.below(5),
      situation: d.one(situations),
      district: d.one(districts),
      openedAt: new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString(),
    }),
  );
  const memberships = cases.flatMap((one) => [
    { case: one, holder: one.owner, purpose: 1, during: "now" as const },
    ...d
      .some(
        holders.filter((holder) => holder !== one.owner),
        6,
      )
      .map((holder) => ({ case: one, holder, purpose: 1 + d.below(4), during: when() })),
  ]);
  const grants = cases.flatMap((one) =>
    // Also to somebody who is no member, or no longer: a section alone opens nothing.
    d
      .some([...new Set([...memberships.filter((m) => m.case === one).map((m) => m.holder), d.one(workers)])], 5)
      .flatMap((holder) =>
        d.some([1, 2, 3, 4, 5, 6, 7, 8, 9], 5).map((section) => ({ case: one, holder, section, during: when() })),
      ),
  );
  // Mostly people who would see it otherwise; a recusal of somebody far away proves nothing.
  const recusals = cases.flatMap((one) =>
    d
      .some(
        workers.filter(
          (w) =>
            w.unit.agency === one.owner.agency ||
            memberships.some((m) => m.case === one && m.holder === w) ||
            w.unit.agency.isOversight,
        ),
        3,
      )
      .filter(() => d.chance(0.5))
      .map((worker) => ({ worker, case: one, lifted: d.chance(0.25) })),
  );
  const leaves = cases.flatMap((one) =>
    caseTables.flatMap((table) =>
      Array.from(
        { length: table === "people" ? 2 : 1 + d.below(2) },
        (): Leaf => ({
          id: d.uuid(),
          table,
          case: one,
          section: sectionFor(table, d),
          by: d.one(workers),
        }),
      ),
    ),
  );
  const desks = units.filter((unit) => unit.agency.kind === "helpline" || unit.agency.kind === "police");
  const reports = Array.from({ length: 24 }, (_, at): Report => {
    const desk = d.one(desks);
    return {
      id: d.uuid(),
      desk,
      about: d.chance(0.3) ? (d.chance(0.5) ? desk.agency : d.one(agencies)) : null,
      case: d.chance(0.4) ? d.one(cases) : null,
      status: 1 + d.below(8),
      draft: d.chance(0.15),
      danger: d.below(3),
      district: d.one(districts),
      read: d.chance(0.5),
      receivedAt: new Date(Date.UTC(2026, 5, 1) + at * 60_000).toISOString(),
      messageId: d.uuid(),
      historyId: d.uuid(),
      fileId: d.uuid(),
    };
  });
  // A desk's own people recused from the case that a report is tied to: the report, its count and its reading close with it.
  for (const { case: tied, desk } of reports) {
    const atDesk = workers.filter((w) => w.unit === desk && !recusals.some((r) => r.case === tied && r.worker === w));
    if (tied !== null && atDesk.length > 0 && d.chance(0.6))
      recusals.push({ worker: d.one(atDesk), case: tied, lifted: d.chance(0.2) });
  }
  const readings = reports.flatMap((report) =>
    d.some(workers, 2).map((reader) => ({ id: d.uuid(), report, reader, done: d.chance(0.3) })),
  );
  const approvals = cases.flatMap((one) =>
    d.chance(0.6)
      ? [d.one(workers)].map(
          (second): Approval => ({
            id: d.uuid(),
            case: one,
            second,
            askedBy: d.one(workers.filter((w) => w !== second)),
            state: d.one(["waits", "waits", "decided", "too-late"] as const),
          }),
        )
      : [],
  );
  const people = leaves.filter((leaf) => leaf.table === "people");
  const keys = people.flatMap((person) =>
    d.some(agencies, 3).map((agency): Key => ({ agency, kind: 1 + d.below(2), blind: someBlind(d), person })),
  );
  const looks = cases.flatMap((one) =>
    d.some([...workers], 6).map((worker): Look => {
      const verb = d.one(["case-viewed", "case-viewed", "identity-opened", "closing-asked"] as const);
      const theirs = people.filter((p) => p.case === one);
      return {
        id: d.uuid(),
        case: one,
        worker,
        verb,
        outcome: d.chance(0.8) ? "done" : "not-visible",
        person: verb === "identity-opened" ? d.one(theirs) : null,
      };
    }),
  );
  return {
    agencies,
    units,
    workers,
    taskForces,
    cases,
    memberships,
    grants,
    recusals,
    leaves,
    reports,
    readings,
    approvals,
    keys,
    looks,
  };
}

function sectionFor(table: CaseTable, d: Dice): number | null {
  switch (table) {
    case "people":
      return d.chance(0.4) ? 7 : null;
    case "events":
    case "notes":
    case "documents":
    case "changes":
    case "goals":
    case "tasks":
    case "assessments":
      return d.chance(0.35) ? null : 1 + d.below(9);
    case "places":
      return 2;
    case "contact_rules":
      return 3;
    default:
      return null;
  }
}
