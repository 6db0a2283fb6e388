import { z } from "zod";

/** The words of a case. Codes without a closed list here are codes of the country's pack. */
export const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
export const District = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,59}$/);
export const Instant = z.iso.datetime({ offset: true });
const Names = z.record(z.string(), z.string()).nullable();

export const SEX = { "not-known": 0, girl: 1, boy: 2, another: 3 } as const;
export const AGE_BASIS = { "not-known": 0, seems: 1, said: 2, papers: 3, assessed: 4 } as const;
/** "Not sure" is a child until it is settled (practice/screening.md, section 1, step 3). */
export const IS_CHILD = { no: 0, yes: 1, "not-sure": 2 } as const;
export const RISK = { immediate: 0, high: 1, medium: 2, low: 3, none: 4 } as const;
export const ROLE = { child: 1, sibling: 2, caregiver: 3, suspect: 4, other: 5, "person-of-concern": 6 } as const;
export const STAGES = ["reported", "safe", "heard", "cared-for", "justice", "home", "followed"] as const;
export const TRACK = { care: 1, justice: 2 } as const;

const keys = <T extends Record<string, number>>(codes: T) =>
  z.enum(Object.keys(codes) as [keyof T & string, ...(keyof T & string)[]]);
export const Sex = keys(SEX);
export const AgeBasis = keys(AGE_BASIS);
export const IsChild = keys(IS_CHILD);
export const Risk = keys(RISK);
export const Role = keys(ROLE);
export const Stage = z.enum(STAGES);
export const Track = keys(TRACK);

/** The word for a stored number. @throws Error for a number that no word has */
export function wordOf<T extends Record<string, number>>(codes: T, n: number): keyof T & string {
  const found = Object.entries(codes).find(([, value]) => value === n);
  if (!found) throw new Error(`No word for ${n}.`);
  return found[0];
}

export const NewCase = z.object({
  sex: Sex.default("not-known"),
  age: z.int().min(0).max(23).nullable().default(null),
  ageBasis: AgeBasis.default("not-known"),
  isChild: IsChild.default("not-sure"),
  situation: Code,
  district: District.nullable().default(null),
  /** When contact was made; the time of entry is kept beside it. */
  happenedAt: Instant.nullable().default(null),
  risk: Risk.nullable().default(null),
  note: z.string().trim().max(20_000).optional(),
});
export type NewCase = z.infer<typeof NewCase>;

export const CaseRow = z.object({
  id: z.uuid(),
  ref: z.string(),
  openedAt: Instant,
  happenedAt: Instant.nullable(),
  sex: Sex,
  age: z.int().nullable(),
  ageBasis: AgeBasis,
  isChild: IsChild,
  situation: z.string(),
  district: z.string().nullable(),
  risk: Risk.nullable(),
  respondBy: Instant.nullable(),
  isOpen: z.boolean(),
  version: z.int(),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const CaseList = z.object({ cases: z.array(CaseRow), next: z.string().nullable() });

export const CaseChange = z.object({
  sex: Sex.optional(),
  age: z.int().min(0).max(23).nullable().optional(),
  ageBasis: AgeBasis.optional(),
  isChild: IsChild.optional(),
  situation: Code.optional(),
  district: District.nullable().optional(),
  reason: z.string().trim().min(3).max(300),
});
export type CaseChange = z.infer<typeof CaseChange>;

export const RiskChange = z.object({
  level: Risk,
  reason: z.string().trim().min(3).max(2000),
  triggers: z.array(Code).max(20).default([]),
});

export const NewPerson = z.object({
  role: Role,
  relation: Code.nullable().default(null),
  relationClaimed: z.boolean().default(true),
  livesWith: z.boolean().nullable().default(null),
  sex: Sex.default("not-known"),
  age: z.int().min(0).max(120).nullable().default(null),
});
/** What may change about somebody on the case. Who is a suspect stands in a section of its own: that role is never changed, only ended. */
export const PersonChange = z.object({
  relation: Code.nullable().optional(),
  relationClaimed: z.boolean().optional(),
  livesWith: z.boolean().nullable().optional(),
  sex: Sex.optional(),
  age: z.int().min(0).max(120).nullable().optional(),
  /** True: no longer on the case; false: back. */
  ended: z.boolean().optional(),
  reason: z.string().trim().min(3).max(300),
});
export type PersonChange = z.infer<typeof PersonChange>;

export const NewEvent = z.object({
  kind: Code,
  section: z.int().min(1).max(9).nullable().default(null),
  happenedAt: Instant.nullable(),
  /** How exactly the time is known: not to the hour, a month, about a month, a year, about a day. Null: as given. */
  approx: z.enum(["day", "month", "season", "year", "about"]).nullable().default(null),
  fromPaper: z.boolean().default(false),
  corrects: z.uuid().nullable().default(null),
  text: z.string().trim().max(20_000).optional(),
  stage: Stage.optional(),
});
export type NewEvent = z.infer<typeof NewEvent>;

export const NewNote = z.object({
  text: z.string().trim().min(1).max(20_000),
  section: z.int().min(1).max(9).nullable().default(null),
  kind: z.enum(["note", "own-words", "decision"]).default("note"),
  corrects: z.uuid().nullable().default(null),
});

export const Member = z.object({
  member: z.int(),
  kind: z.int(),
  workerId: z.uuid().nullable(),
  unitId: z.uuid().nullable(),
  agencyId: z.uuid().nullable(),
  agency: Names,
  unit: Names,
  worker: Names,
  isHome: z.boolean(),
  isOwner: z.boolean(),
  purpose: z.int(),
  basis: z.string(),
  since: Instant,
  /** Null: as long as it owns the case. */
  until: Instant.nullable(),
  sections: z.array(z.int()),
});

export const CaseView = CaseRow.extend({
  origin: z.string(),
  reportId: z.uuid().nullable(),
  riskSetAt: Instant.nullable(),
  manages: z.boolean(),
  sections: z.array(z.int()),
  tracks: z.array(
    z.object({ track: Track, openedAt: Instant, closedAt: Instant.nullable(), outcome: z.string().nullable() }),
  ),
  stages: z.array(z.object({ id: z.uuid(), stage: Stage, reachedAt: Instant, leftAt: Instant.nullable() })),
  people: z.array(
    z.object({
      id: z.uuid(),
      role: Role,
      relation: z.string().nullable(),
      relationClaimed: z.boolean(),
      livesWith: z.boolean().nullable(),
      sex: Sex,
      age: z.int().nullable(),
      version: z.int(),
      addedAt: Instant,
      sealed: z.boolean(),
      identityVersion: z.int().nullable(),
      erased: z.boolean(),
    }),
  ),
  timeline: z.array(
    z.object({
      id: z.uuid(),
      section: z.int().nullable(),
      held: z.boolean(),
      kind: z.string().nullable(),
      happenedAt: Instant.nullable(),
      approx: z.string().nullable(),
      recordedAt: Instant,
      agency: Names,
      fromHome: z.boolean(),
      fromPaper: z.boolean(),
      corrects: z.uuid().nullable(),
      codes: z.record(z.string(), z.unknown()),
      text: z.string().nullable(),
    }),
  ),
  notes: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      section: z.int().nullable(),
      writtenAt: Instant,
      agency: Names,
      corrects: z.uuid().nullable(),
      text: z.string().nullable(),
    }),
  ),
  members: z.array(Member),
  looks: z.int(),
});
export type CaseView = z.infer<typeof CaseView>;

export const OwedResponse = CaseRow.extend({ riskSetAt: Instant.nullable() });

/** Somebody on one of my cases: never a name. */
export const PersonOfCase = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  ref: z.string(),
  role: Role,
  relation: z.string().nullable(),
  relationClaimed: z.boolean(),
  sex: Sex,
  age: z.int().nullable(),
  /** The section that opens the name, where there is one and the reader holds it. */
  opens: z.boolean(),
  sealed: z.boolean(),
  situation: z.string(),
  district: z.string().nullable(),
  caseIsOpen: z.boolean(),
});
export type PersonOfCase = z.infer<typeof PersonOfCase>;

export const Change = z.object({
  id: z.uuid(),
  at: Instant,
  of: z.enum(["cases", "people", "risks"]),
  rowId: z.uuid(),
  field: z.string(),
  was: z.unknown(),
  became: z.unknown(),
  section: z.int().nullable(),
  agency: Names,
  fromHome: z.boolean(),
  worker: Names,
  mine: z.boolean(),
  /** Why, as typed; null where the reader may not open it. */
  reason: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

export const Look = z.object({
  at: Instant,
  verb: z.string(),
  purpose: z.string().nullable(),
  agency: Names,
  fromHome: z.boolean(),
  worker: Names,
  mine: z.boolean(),
});
