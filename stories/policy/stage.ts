/** One small country in which every tie to one case, and to one report, has its person: the columns of the page of ticks. */
import { dice } from "../access-model/dice.ts";
import {
  type Agency,
  type Case,
  type Country,
  caseTables,
  type Leaf,
  type Report,
  type Unit,
  type Worker,
} from "../access-model/world.ts";

export interface Stage {
  country: Country;
  case: Case;
  report: Report;
  people: Record<"member" | "sectioned" | "supervisor" | "other" | "recused" | "ended" | "overseer", Worker>;
}

/** The same every time, so that the page changes only when the policy does. */
export function stage(): Stage {
  const d = dice(1);
  const nation = { id: d.uuid(), code: "XA" };
  const agency = (kind: string, isOversight = false): Agency => ({
    id: d.uuid(),
    kind,
    jurisdiction: nation,
    isHome: false,
    isOversight,
  });
  const [helpline, police, commission] = [agency("helpline"), agency("police"), agency("commission", true)];
  const unit = (of: Agency): Unit => ({ is: "unit", id: d.uuid(), agency: of });
  const [owner, desk, elsewhere, station, commissioners] = [
    unit(helpline),
    unit(helpline),
    unit(helpline),
    unit(police),
    unit(commission),
  ];
  const worker = (at: Unit, roles: string[], cameFrom: Unit | null = null): Worker => ({
    is: "worker",
    id: d.uuid(),
    token: d.bytes(32).toString("base64url"),
    sessionId: d.uuid(),
    unit: at,
    roles,
    serves: "yes",
    cameFrom,
  });
  const people = {
    member: worker(desk, ["case-worker"]),
    sectioned: worker(desk, ["case-worker"]),
    supervisor: worker(elsewhere, ["supervisor"]),
    other: worker(station, ["case-worker", "supervisor"]),
    recused: worker(desk, ["case-worker", "supervisor"]),
    ended: worker(elsewhere, ["case-worker"], desk),
    overseer: worker(commissioners, ["overseer"]),
  };
  const one: Case = {
    id: d.uuid(),
    ref: "HW-000-000",
    oversightRef: d.uuid(),
    owner,
    jurisdiction: nation,
    open: true,
    risk: 1,
    situation: "begging",
    district: "XA-n",
    openedAt: "2026-01-01T00:00:00Z",
  };
  const members = [people.member, people.sectioned, people.recused, people.ended];
  const leaves = caseTables.flatMap((table): Leaf[] => {
    const row = (section: number | null): Leaf => ({ id: d.uuid(), table, case: one, section, by: people.sectioned });
    if (table === "people") return [row(null), row(7)];
    if (table === "places") return [row(2)];
    if (table === "contact_rules") return [row(3)];
    if (table === "screenings" || table === "risks" || table === "hand_overs") return [row(null)];
    return [row(null), row(5)];
  });
  const report: Report = {
    id: d.uuid(),
    desk,
    about: null,
    case: one,
    status: 1,
    draft: false,
    danger: 1,
    district: "XA-n",
    read: true,
    receivedAt: "2026-01-01T00:00:00Z",
    messageId: d.uuid(),
    historyId: d.uuid(),
    fileId: d.uuid(),
  };
  // Another one at the desk, which belongs to no case yet.
  const loose: Report = {
    ...report,
    id: d.uuid(),
    case: null,
    messageId: d.uuid(),
    historyId: d.uuid(),
    fileId: d.uuid(),
  };
  const sealed = leaves.filter((leaf) => leaf.table === "people");
  return {
    case: one,
    report,
    people,
    country: {
      agencies: [helpline, police, commission],
      units: [owner, desk, elsewhere, station, commissioners],
      workers: Object.values(people),
      taskForces: [],
      cases: [one],
      memberships: [
        { case: one, holder: owner, purpose: 1, during: "now" },
        ...members.map((holder) => ({
          case: one,
          holder,
          purpose: 1,
          during: holder === people.ended ? ("over" as const) : ("now" as const),
        })),
      ],
      grants: [people.sectioned, people.recused, people.ended].flatMap((holder) =>
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map((section) => ({
          case: one,
          holder,
          section,
          during: holder === people.ended ? ("over" as const) : ("now" as const),
        })),
      ),
      recusals: [{ worker: people.recused, case: one, lifted: false }],
      leaves,
      reports: [report, loose],
      readings: [{ id: d.uuid(), report, reader: people.member, done: false }],
      approvals: [{ id: d.uuid(), case: one, askedBy: people.other, second: people.sectioned, state: "waits" }],
      keys: sealed.map((person) => ({ agency: helpline, kind: 1, blind: "aa".repeat(16), person })),
      looks: [
        {
          id: d.uuid(),
          case: one,
          worker: people.other,
          verb: "identity-opened",
          outcome: "done",
          person: sealed[0] ?? null,
        },
        { id: d.uuid(), case: one, worker: people.other, verb: "case-viewed", outcome: "not-visible", person: null },
      ],
    },
  };
}
