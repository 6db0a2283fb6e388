/** The files of a country: what each may hold. A file's form depends on one thing only: the languages that must be complete. */
import { z } from "zod";
import { actionCodes, lineCodes, sectionCodes } from "./vocabulary.ts";

// A message is the name of a word (words/en.json, words/hi.json): problems.ts says it in the reader's language.
export const Code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "form-code");
export const Filled = z.string().regex(/\S/, "form-filled");
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, "form-language");
export const Place = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, "form-place");
export const District = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}-[a-z0-9]+(-[a-z0-9]+)*$/, "form-district");
export const Id = z.uuid("form-uuid");
export const Duration = z
  .string()
  .regex(/^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, "form-duration");
export const Day = z.iso.date("form-day");
const Https = z.string().regex(/^https:\/\/[^\s/]+(\/\S*)?$/, "form-address");

/** How far a fact was verified: V its words were read, S a secondary source, G general knowledge. Only V may be shown without a mark. */
export const Confidence = z.enum(["V", "S", "G"]);

const LanguageEntry = z.strictObject({
  code: Language,
  names: z.record(Language, Filled),
  ownName: Filled,
  script: z.string().regex(/^[A-Z][a-z]{3}$/, "form-script"),
  direction: z.enum(["ltr", "rtl"]),
});
export type LanguageEntry = z.infer<typeof LanguageEntry>;

/** Of pack.json only what the other files' form depends on. */
export const Languages = z.looseObject({ languages: z.array(LanguageEntry).min(1) });

/** Has this script letters of its own here? "Bihar" is no Hindi name. Unknown scripts are answered by null. */
export function lettersOf(script: string): RegExp | null {
  try {
    return new RegExp(`\\p{Script=${script}}`, "u");
  } catch {
    return null;
  }
}

/** A name or sentence in every complete language, each in its own script. */
export function inLanguages(languages: readonly LanguageEntry[]): z.ZodType<Readonly<Record<string, string>>> {
  const members = languages.map(({ code, script }) => {
    const letters = lettersOf(script);
    // Digits alone belong to every script: 1098 is 1098.
    return [
      code,
      letters ? Filled.refine((text) => letters.test(text) || /^\d+$/.test(text), "form-script-of-language") : Filled,
    ];
  });
  return z.strictObject(Object.fromEntries(members)) as unknown as z.ZodType<Readonly<Record<string, string>>>;
}

/** The files of a country, each with its schema, for these languages. */
export function countryFiles(languages: readonly LanguageEntry[]) {
  const words = inLanguages(languages);
  const section = z.enum(sectionCodes);
  const named = { code: Code, names: words };
  const penalty = z.strictObject({
    case: words.optional(),
    subsection: Filled.optional(),
    atLeast: z.union([Duration, z.enum(["life", "rest-of-life"])]).nullable(),
    atMost: z.union([Duration, z.enum(["life", "rest-of-life", "death"])]).nullable(),
  });
  // What the screening calls it; a thing that only this law knows meets nothing there.
  const element = z.strictObject({
    ...named,
    meets: z.array(z.string().regex(/^(act|means|purpose)\.[a-z-]+$/, "form-element")),
  });

  return {
    "pack.json": z.strictObject({
      id: Code,
      version: z.string().regex(/^\d+(\.\d+){1,2}$/, "form-version"),
      country: z.string().regex(/^[A-Z]{2}$/, "form-country"),
      names: words,
      languages: z.array(z.strictObject({ ...LanguageEntry.shape, names: words })).min(1),
      spoken: z.array(z.strictObject({ code: Language, names: words })).min(1),
      // Of phones; with it a number that was written without a country is read. None: such numbers stay as they were typed.
      callingCode: z
        .string()
        .regex(/^[1-9]\d{0,2}$/, "form-calling-code")
        .optional(),
      timeZone: z.string().regex(/^[A-Z]\w*(\/[A-Z][\w+-]*)*$/, "form-time-zone"),
      childUntil: z.literal(18),
      emergency: z
        .array(
          z.strictObject({
            number: z.string().regex(/^\d{2,6}$/, "form-short-number"),
            danger: z.boolean(),
            names: words,
            what: words,
            confidence: Confidence,
            source: Filled,
          }),
        )
        .min(1),
      neutralSite: z.strictObject({ address: Https, what: words, why: Filled, confidence: Confidence }),
      inventedPhones: z.strictObject({ pattern: Filled, why: Filled, confidence: Confidence }),
      sources: z.array(z.strictObject({ short: Filled, what: Filled, address: Filled })).min(1),
    }),

    "places.json": z.strictObject({
      note: Filled,
      jurisdictions: z
        .array(z.strictObject({ id: Id, code: Place, level: z.enum(["nation", "state"]), names: words }))
        .min(1),
      districts: z
        .array(
          z.strictObject({
            code: District,
            jurisdiction: Place,
            names: words,
            census2011: z
              .string()
              .regex(/^\d{3}$/, "form-census")
              .optional(),
            endedOn: Day.optional(),
          }),
        )
        .min(1),
    }),

    "agency-kinds.json": z.strictObject({
      note: Filled,
      kinds: z
        .array(
          z.strictObject({
            code: Code,
            line: z.enum(lineCodes),
            names: words,
            short: words.optional(),
            does: words,
            purpose: Code,
            sections: z.array(section),
            oversight: z.boolean(),
            nameIsLocation: z.boolean(),
            outside: words.optional(),
            ladder: z.array(
              z.strictObject({ after: Duration, tell: Code, where: z.enum(["own", "district", "state", "nation"]) }),
            ),
            source: Filled,
            confidence: Confidence,
          }),
        )
        .min(1),
    }),

    "purposes.json": z.strictObject({
      note: Filled,
      purposes: z
        .array(
          z.strictObject({
            number: z.int().min(1).max(32767),
            ...named,
            does: words,
            lasts: Duration,
            sections: z.array(section),
          }),
        )
        .min(1),
    }),

    "roles.json": z.strictObject({
      note: Filled,
      roles: z
        .array(
          z.strictObject({
            ...named,
            does: words,
            kinds: z.array(Code).min(1),
            actions: z.array(z.enum(actionCodes)).min(1),
          }),
        )
        .min(1),
    }),

    "situations.json": z.strictObject({ note: Filled, situations: z.array(z.strictObject(named)).min(1) }),

    "risk-levels.json": z.strictObject({
      note: Filled,
      levels: z
        .array(
          z.strictObject({
            number: z.int().min(0).max(4),
            ...named,
            means: words,
            firstResponse: z.strictObject({ within: Duration, atLatest: Duration, what: words }).nullable(),
            contactEvery: Duration.nullable(),
            contactHow: words.nullable(),
            confidence: Confidence,
            source: Filled,
          }),
        )
        .length(5),
    }),

    "relations.json": z.strictObject({
      note: Filled,
      relations: z.array(z.strictObject({ ...named, family: z.boolean(), caregiver: z.boolean() })).min(1),
    }),

    "event-kinds.json": z.strictObject({
      note: Filled,
      kinds: z
        .array(
          z.strictObject({
            ...named,
            section: section.nullable(),
            headline: words.optional(),
            // Does it answer the first response that a risk level asks for?
            response: z.enum(["seen", "tried"]).optional(),
          }),
        )
        .min(1),
    }),

    "consent.json": z.strictObject({
      note: Filled,
      purposes: z.array(z.strictObject({ ...named, needsReceiver: z.boolean(), lasts: Duration })).min(1),
      channels: z.array(z.strictObject(named)).min(1),
      ages: z
        .array(
          z.strictObject({
            from: z.int().min(0).max(17),
            to: z.int().min(0).max(17),
            decides: z.enum(["caregiver", "child"]),
            child: z.enum(["told", "assent-spoken", "assent-written", "consent"]),
            names: words,
            confidence: Confidence,
          }),
        )
        .min(1),
      caregiverUnsafe: z.strictObject({ decides: Code, names: words, source: Filled, confidence: Confidence }),
    }),

    "closing-outcomes.json": z.strictObject({
      note: Filled,
      tracks: z
        .array(
          z.strictObject({
            number: z.union([z.literal(1), z.literal(2)]),
            code: z.enum(["care", "justice"]),
            names: words,
            outcomes: z.array(z.strictObject({ ...named, tellOversight: z.boolean() })).min(1),
          }),
        )
        .length(2),
    }),

    "national-offences.json": z.strictObject({
      note: Filled,
      offences: z
        .array(
          z.strictObject({
            code: z.string().regex(/^[a-z]+-\d+(-\d+)?$/, "form-offence"),
            act: Filled,
            section: Filled,
            names: words,
            elements: z
              .strictObject({
                version: z.string().regex(/^\d{4}\.\d+$/, "form-edition"),
                provision: Filled,
                purposeList: z.enum(["open", "closed"]),
                marks: z.strictObject({
                  acts: Confidence,
                  means: Confidence,
                  childNeedsMeans: Confidence,
                  purposes: Confidence,
                }),
                acts: z.array(element).min(1),
                means: z.array(element),
                purposes: z.array(element).min(1),
                childNeedsMeans: z.boolean(),
                consentCounts: z.boolean(),
                notes: z.array(words),
              })
              .optional(),
            penalties: z.array(penalty).min(1),
            notes: z.array(words).optional(),
            source: Filled,
            confidence: Confidence,
          }),
        )
        .min(1),
    }),
  };
}

export type CountryFiles = ReturnType<typeof countryFiles>;
type Of<F extends keyof CountryFiles> = z.infer<CountryFiles[F]>;

export type AboutPack = Of<"pack.json">;
export type Jurisdiction = Of<"places.json">["jurisdictions"][number];
export type DistrictEntry = Of<"places.json">["districts"][number];
export type AgencyKind = Of<"agency-kinds.json">["kinds"][number];
export type Purpose = Of<"purposes.json">["purposes"][number];
export type Role = Of<"roles.json">["roles"][number];
export type Situation = Of<"situations.json">["situations"][number];
export type RiskLevel = Of<"risk-levels.json">["levels"][number];
export type Relation = Of<"relations.json">["relations"][number];
export type EventKind = Of<"event-kinds.json">["kinds"][number];
export type ConsentRules = Of<"consent.json">;
export type Track = Of<"closing-outcomes.json">["tracks"][number];
export type Offence = Of<"national-offences.json">["offences"][number];
