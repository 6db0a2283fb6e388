/**
 * The invented cast of a country and its stories, for the demonstration and for tests. Everything in these files says of itself that
 * it is invented: a file that does not is refused, so that no real person's record can be shipped by mistake.
 */
import { z } from "zod";
import { Code, Day, District, Duration, Filled, Id, Language, type LanguageEntry, Place } from "./model.ts";
import { sectionCodes } from "./vocabulary.ts";

const Invented = z.literal(true, "form-invented");
/** A moment of a story: `day 0 21:40`, day 0 being the story's first. */
export const Moment = z.string().regex(/^day -?\d{1,4} ([01]\d|2[0-3]):[0-5]\d$/, "form-moment");
export type Moment = z.infer<typeof Moment>;
const section = z.enum(sectionCodes);

const Phone = z.strictObject({
  number: z.string().regex(/^\+[1-9]\d{6,14}$/, "form-phone"),
  whose: Filled,
  invented: Invented,
});
const Address = z.strictObject({ text: Filled, what: Filled, invented: Invented });

const Person = z.strictObject({
  key: Code,
  role: z.enum(["child", "sibling", "caregiver", "suspect", "other", "person-of-concern"]),
  names: z.strictObject({ given: Filled, family: Filled.optional(), script: Filled, also: z.array(Filled).optional() }),
  sex: z.enum(["girl", "boy", "woman", "man", "another", "not-known"]),
  age: z.int().min(0).max(110).optional(),
  relation: Code,
  livesWith: z.boolean().optional(),
  languages: z.array(Language).optional(),
  phones: z.array(Phone).optional(),
  addresses: z.array(Address).optional(),
  ownCase: Code.optional(),
});

const Case = z.strictObject({
  key: Code,
  invented: Invented,
  about: Filled.optional(),
  daysAgo: z.int().min(0).max(3650).optional(),
  openedBy: Code,
  opened: Moment,
  fromReport: Code.optional(),
  happened: Moment.optional(),
  district: District,
  situation: Code,
  risk: Code,
  riskWhy: Filled,
  subject: z.strictObject({
    sex: z.enum(["girl", "boy", "another", "not-known"]),
    age: z.int().min(0).max(23).optional(),
    ageBasis: z.enum(["not-known", "seems", "said", "papers", "assessed"]),
    child: z.enum(["yes", "not-sure"]),
  }),
  people: z.array(Person).min(1),
  members: z.array(z.strictObject({ unit: Code, purpose: Code, lasts: Duration.optional() })),
  recusals: z.array(
    z.strictObject({ worker: Code, because: z.enum(["family", "friend", "debt", "earlier-part"]), text: Filled }),
  ),
  place: z.strictObject({ since: Moment, agency: Code.nullable(), recordedBy: Code, text: Filled }).optional(),
  contact: z
    .array(z.strictObject({ channel: Code, allowed: z.boolean(), household: z.boolean(), text: Filled }))
    .optional(),
  events: z.array(z.strictObject({ when: Moment, by: Code, kind: Code, text: Filled.optional() })),
  notes: z.array(
    z.strictObject({
      when: Moment,
      by: Code,
      section: section.nullable(),
      kind: z.enum(["note", "own-words", "hand-over", "decision"]),
      text: Filled,
    }),
  ),
  screening: z
    .strictObject({
      by: Code,
      when: Moment,
      answers: z.record(
        z.string().regex(/^[a-z]+\.[a-z0-9-]+$/, "form-item"),
        z.strictObject({
          value: z.enum(["yes", "no", "unknown", "not-asked"]),
          source: z.enum(["child-said", "worker-saw", "document", "third-person"]),
        }),
      ),
      expect: z.strictObject({ positive: z.array(Code), finding: Code, tracks: z.array(Code) }),
    })
    .optional(),
  goals: z.array(
    z.strictObject({
      domain: Code,
      text: Filled,
      tasks: z.array(
        z.strictObject({
          text: Filled,
          unit: Code,
          due: Moment,
          done: z.enum(["done", "done-late", "tried-not-seen", "no-longer-needed"]).optional(),
        }),
      ),
    }),
  ),
  consents: z
    .array(
      z.strictObject({
        when: Moment,
        by: Code,
        person: Code,
        givenBy: Code,
        purpose: Code,
        receiver: Code.optional(),
        answer: z.enum(["yes", "no", "withdrawn", "not-asked-danger"]),
        assent: z.boolean(),
        how: z.enum(["words", "pictures", "read-aloud"]),
        language: Language,
        interpreter: z.boolean(),
        present: Filled,
        toPlease: z.enum(["no", "perhaps", "yes"]),
        mark: z.enum(["signature", "thumb", "voice", "spoken"]),
        text: Filled,
      }),
    )
    .optional(),
  closures: z.array(z.strictObject({ track: Code, outcome: Code, when: Moment, by: Code })).optional(),
  mustNotSee: z.array(
    z.strictObject({ who: Code, what: z.enum(["case", "place", "own-words", "reporter", "name"]), why: Filled }),
  ),
});

const Report = z.strictObject({
  key: Code,
  invented: Invented,
  daysAgo: z.int().min(0).max(3650).optional(),
  channel: z.enum(["public-form", "helpline-call", "agency-form"]),
  language: Language,
  received: Moment,
  takenBy: Code.optional(),
  danger: z.enum(["now", "today", "no", "not-known"]),
  district: District.optional(),
  from: z.union([
    z.strictObject({ anonymous: z.literal(true), relation: Code.optional() }),
    z.strictObject({
      anonymous: z.literal(false),
      name: Filled.optional(),
      relation: Code.optional(),
      phone: Phone.optional(),
      agency: Code.optional(),
    }),
  ]),
  text: Filled,
  addresses: z.array(Address),
  phones: z.array(Phone),
  messages: z.array(
    z.strictObject({ from: z.enum(["desk", "reporter"]), by: Code.optional(), when: Moment, text: Filled }),
  ),
  childSpeaks: z.boolean().optional(),
  state: z.enum(["new", "claimed", "answered", "case-opened", "merged", "forwarded", "not-for-us", "spam"]),
  claimedBy: Code.optional(),
  case: Code.optional(),
  mergedInto: Code.optional(),
  forwardedTo: Code.optional(),
  whereTo: Filled.optional(),
});

/** The files of the cast, all or none of which a pack has. */
export function castFiles(languages: readonly LanguageEntry[], words: z.ZodType<Readonly<Record<string, string>>>) {
  const spoken = z.enum(languages.map(({ code }) => code) as [string, ...string[]]);
  return {
    "cast.json": z.strictObject({
      invented: Invented,
      note: Filled,
      agencies: z.record(
        Code,
        z.strictObject({
          invented: Invented,
          id: Id,
          kind: Code,
          jurisdiction: Place,
          names: words,
          units: z.record(Code, z.strictObject({ id: Id, names: words, districts: z.array(District) })),
        }),
      ),
      workers: z.record(
        Code,
        z.strictObject({
          invented: Invented,
          id: Id,
          names: words,
          unit: Code,
          roles: z.array(Code).min(1),
          language: spoken,
          login: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, "form-login"),
          about: words.optional(),
        }),
      ),
    }),
    "cast-stories.json": z.strictObject({
      invented: Invented,
      note: Filled,
      stories: z.array(
        z.strictObject({
          scenario: z.int().min(1),
          key: Code,
          names: words,
          starts: Day,
          reports: z.array(Report),
          cases: z.array(Case),
        }),
      ),
    }),
    "cast-cases.json": z.strictObject({
      invented: Invented,
      note: Filled,
      cases: z.array(Case.required({ daysAgo: true })),
    }),
    "cast-reports.json": z.strictObject({
      invented: Invented,
      note: Filled,
      reports: z.array(Report.required({ daysAgo: true })),
    }),
  };
}

export type CastFiles = ReturnType<typeof castFiles>;
export type Cast = z.infer<CastFiles["cast.json"]>;
export type Story = z.infer<CastFiles["cast-stories.json"]>["stories"][number];
export type StoryCase = z.infer<typeof Case>;
export type StoryReport = z.infer<typeof Report>;
export type StoryPerson = z.infer<typeof Person>;
