import { z } from "zod";

/** A name by language; one is enough. */
export const Names = z.record(z.string(), z.string());

export const Me = z.object({
  worker: z.object({
    id: z.uuid(),
    names: Names,
    roles: z.array(z.string()),
    language: z.string(),
    unit: z.object({ id: z.uuid(), names: Names }).nullable(),
    agency: z.object({ id: z.uuid(), names: Names, kind: z.string(), isOversight: z.boolean() }).nullable(),
  }),
  session: z.object({
    level: z.int(),
    levelAgeSeconds: z.int().nullable(),
    expiresAt: z.string(),
    hasSecondFactor: z.boolean(),
  }),
  demo: z.boolean(),
  /** Where the work is done: by its days and habits, not the device's. */
  place: z.object({ country: z.string(), timeZone: z.string() }),
});

const Coded = z.looseObject({ code: z.string(), names: Names });

/** What screens need of the country's pack: names for its codes, and what follows from them. A pack may say more; it is passed on. */
export const PackForScreens = z.looseObject({
  about: z.looseObject({
    emergency: z.array(z.looseObject({ number: z.string(), danger: z.boolean(), names: Names })),
  }),
  situations: z.array(Coded),
  districts: z.array(Coded.extend({ jurisdiction: z.string() })),
  jurisdictions: z.array(Coded),
  riskLevels: z.array(Coded.extend({ firstResponse: z.looseObject({ what: Names }).nullable() })),
  relations: z.array(Coded),
  eventKinds: z.array(Coded.extend({ section: z.string().nullable(), headline: Names.optional() })),
  purposes: z.array(Coded.extend({ number: z.int(), sections: z.array(z.string()), lasts: z.string() })),
  kinds: z.array(Coded.extend({ sections: z.array(z.string()), purpose: z.string() })),
  roles: z.array(Coded.extend({ actions: z.array(z.string()) })),
  tracks: z.array(Coded.extend({ outcomes: z.array(Coded.extend({ tellOversight: z.boolean() })) })),
});

export const Directory = z.object({
  agencies: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      names: Names,
      jurisdiction: z.string(),
      units: z.array(z.object({ id: z.uuid(), names: Names, districts: z.array(z.string()) })),
    }),
  ),
});

export const Colleague = z.object({
  id: z.uuid(),
  names: Names,
  roles: z.array(z.string()),
  unitId: z.uuid(),
  since: z.string(),
  /** False while a colleague's one-time link was not used; null for whoever does not administer here. */
  signsIn: z.boolean().nullable(),
});

/** One of the own agency's units, for whoever keeps them. */
export const OwnUnit = z.object({
  id: z.uuid(),
  names: Names,
  districts: z.array(z.string()),
  colleagues: z.int(),
  closedAt: z.string().nullable(),
});

/** The own agency for whoever keeps its units. */
export const OwnOffice = z.object({
  units: z.array(OwnUnit),
  jurisdiction: z.string(),
  /** Whether this agency keeps the list of agencies. */
  keepsAgencies: z.boolean(),
  /** Nobody of another agency can sign in yet: changes are made at once. */
  alone: z.boolean(),
});

/** Somebody whose work here has ended, and may begin again. */
export const GoneColleague = z.object({
  id: z.uuid(),
  names: Names,
  roles: z.array(z.string()),
  unitId: z.uuid(),
  leftAt: z.string(),
});

/** One colleague for whoever administers: where they serve, and what a move or an end would touch. Numbers only: an administrator sees no case. */
export const ColleagueDetail = z.object({
  id: z.uuid(),
  names: Names,
  language: z.string(),
  unitId: z.uuid(),
  roles: z.array(z.string()),
  since: z.string(),
  /** When the work here ended; null while it goes on. */
  leftAt: z.string().nullable(),
  signsIn: z.boolean(),
  openSessions: z.int(),
  /** Cases that they are on by name, and not through their unit. */
  casesByName: z.int(),
  /** Nobody else in the agency is a supervisor. */
  onlySupervisor: z.boolean(),
});

/** Where a new colleague makes the own sign-in: once, until then. The path is for this server's address. */
export const SignUpLink = z.object({ path: z.string(), expiresAt: z.string() });
/** `signUp` is null where the same request came before: the link is kept nowhere, a new one can be made. */
export const Joined = z.object({ id: z.uuid(), signUp: SignUpLink.nullable() });

export const Joining = z.object({
  names: Names.refine((n) => Object.values(n).some((v) => v.trim().length > 0), "A name is needed."),
  language: z.enum(["en", "hi"]),
  unitId: z.uuid(),
  roles: z.array(z.string()).min(1).max(8),
});
export const Posting = z.object({ unitId: z.uuid(), roles: z.array(z.string()).min(1).max(8) });

/** Why somebody becomes an overseer: a code, since the log keeps it. */
export const OVERSEER_BASES = ["new-post", "follows-another", "stands-in"] as const;
const Naming = { unitId: z.uuid(), basis: z.enum(OVERSEER_BASES) };
/** Somebody who serves in the oversight agency already, or somebody new. */
export const OverseerWish = z.union([
  z.object({ workerId: z.uuid(), ...Naming }),
  z.object({ names: Joining.shape.names, language: Joining.shape.language, ...Naming }),
]);

const Called = Joining.shape.names;
const Districts = z.array(z.string().max(20)).max(200);
/** A change of units or agencies: asked by an administrator, done once somebody of another agency agreed to exactly that. */
export const OfficeWish = z.discriminatedUnion("change", [
  z.object({ change: z.literal("unit-added"), names: Called, districts: Districts }),
  z.object({ change: z.literal("unit-changed"), unitId: z.uuid(), names: Called, districts: Districts }),
  z.object({ change: z.enum(["unit-closed", "unit-opened"]), unitId: z.uuid() }),
  z.object({
    change: z.literal("agency-added"),
    names: Called,
    kind: z.string(),
    jurisdiction: z.string(),
    unitNames: Called,
    administrator: Called,
    language: Joining.shape.language,
  }),
]);

/** What became of an asked change. */
export const OfficeChanged = z.object({
  /** Whom it waits for; null: it was done at once, since nobody of another agency can sign in yet. */
  approvalId: z.uuid().nullable(),
  /** The new agency's first administrator makes the sign-in here; null where none was made, or the request was a repeat. */
  signUp: SignUpLink.nullable(),
});

/** An agency, for whoever keeps the list of them. */
export const KeptAgency = z.object({
  id: z.uuid(),
  kind: z.string(),
  names: Names,
  jurisdiction: z.string(),
  isFounding: z.boolean(),
  units: z.int(),
  /** Nobody there can sign in yet: whose link is awaited. */
  awaits: z.object({ id: z.uuid(), names: Names }).nullable(),
});
