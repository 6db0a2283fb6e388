import { createHash } from "node:crypto";
import type { Place } from "../../../platform/keys/seal.ts";
import { SECTIONS } from "../../identities/model.ts";
import { AGE_BASIS, IS_CHILD, ROLE, SEX } from "../model.ts";
import { contentInWords, type WordsForValues } from "./contents.ts";
import { fieldNamed, isField } from "./fields.ts";
import { identityOf } from "./identity.ts";
import type { EventKind, PlannedCase, PlannedDate, PlannedPerson, PlannedValue, Standing } from "./model.ts";
import { yearsOf } from "./rules.ts";
import { situationOf } from "./situations.ts";

/** Puts a planned case into the rows that it becomes. Texts come out beside it: each is sealed before anything is stored. */

/** A case as `cases.promote_import` takes it. Sealed values are base64; null until the vault has sealed them. */
export type CasePlan = {
  id: string;
  standing: Standing;
  open: boolean;
  sex: number;
  age: number | null;
  ageBasis: number;
  isChild: number;
  situation: string;
  at: string | null;
  closedAt: string | null;
  people: { id: string; role: number; relation: string | null; sex: number; age: number | null }[];
  events: PlacedEvent[];
  notes: { id: string; section: number | null; sealed: string | null }[];
  records: { person: string; section: number; sealed: string | null; keys: { kind: number; blind: string }[] }[];
};

export type PlacedEvent = {
  id: string;
  section: number | null;
  kind: string;
  at: string | null;
  approx: string | null;
  codes: Record<string, unknown>;
  sealed: string | null;
};

/** A text that waits for the vault: under whose key, for which place, and where the sealed bytes go. */
export type SealWish = {
  kind: "person" | "case";
  id: string;
  place: Place;
  text: string;
  put(sealed: string): void;
};

/** A value that becomes findable: phones and document numbers, by their exact key. */
export type KeyWish = { kind: "phone" | "document"; value: string; put(key: { kind: number; blind: string }): void };

export type Placed = { line: number; plan: CasePlan; texts: SealWish[]; keys: KeyWish[] };

export type PlacingRules = {
  importId: string;
  /** The day on which it comes in. */
  today: string;
  /** Situations that the country's pack knows. */
  situations: ReadonlySet<string>;
  words: WordsForValues;
};

/** Kinds of the pack's timeline, and the section in which each stands; what has none goes into the one entry of having been brought in. */
const kinds: Partial<Record<EventKind, { kind: string; section: number | null }>> = {
  registration: { kind: "registered", section: null },
  "referral-in": { kind: "referred-in", section: null },
  "referral-out": { kind: "referred-out", section: null },
  rescue: { kind: "child-reached", section: null },
  placement: { kind: "placed", section: SECTIONS.location },
  "trafficking-event": { kind: "exploitation", section: SECTIONS.statements },
  "support-plan": { kind: "support-planned", section: null },
};
export const broughtIn = "brought-in";

/** A row that is staged again after a broken run becomes the same case: its ids follow from the import and the line. */
export function derivedId(importId: string, line: number, what: string): string {
  const hex = createHash("sha256").update(`${importId}\n${line}\n${what}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function placeCase(planned: PlannedCase, rules: PlacingRules): Placed {
  const { line } = planned.key;
  const idOf = (what: string) => derivedId(rules.importId, line, what);
  const caseId = idOf("case");
  const texts: SealWish[] = [];
  const keys: KeyWish[] = [];
  const [victim] = planned.people;
  const found = firstDay(planned);
  const age = victim ? ageOf(victim, found ?? rules.today) : null;
  const plan: CasePlan = {
    id: caseId,
    standing: planned.standing,
    open: planned.standing === "open" || planned.standing === "follow-up",
    sex: victim ? sexOf(victim.values) : SEX["not-known"],
    age: age !== null && age <= 23 ? age : null,
    ageBasis: age === null ? AGE_BASIS["not-known"] : AGE_BASIS.said,
    isChild: childOf(victim),
    situation: situationOf(planned, rules.situations),
    at: found === null ? null : noon(found),
    closedAt: closedOn(planned),
    people: [],
    events: [],
    notes: [],
    records: [],
  };
  const said = new Sections();
  const codes = new Codes();

  for (const [nth, person] of planned.people.entries()) {
    const id = idOf(`person/${nth}`);
    plan.people.push(personRow(id, person, found ?? rules.today));
    const { identity, rest, exact } = identityOf(person, nth === 0 ? planned.values : []);
    if (Object.keys(identity).length > 0) {
      const section = person.role === "suspect" ? SECTIONS.suspects : SECTIONS.identity;
      const record: CasePlan["records"][number] = { person: id, section, sealed: null, keys: [] };
      plan.records.push(record);
      texts.push({
        kind: "person",
        id,
        place: { table: "identities.record", column: "sealed", row: id, section: 0 },
        text: JSON.stringify(identity),
        put: (sealed) => {
          record.sealed = sealed;
        },
      });
      for (const key of exact) keys.push({ ...key, put: (made) => record.keys.push(made) });
    }
    sort(rest, null);
  }
  sort(planned.values, null);

  for (const [nth, event] of planned.events.entries()) {
    const known = kinds[event.kind];
    if (!known) {
      sort(event.values, null);
      continue;
    }
    const own = new Sections();
    const ownCodes = new Codes();
    for (const value of event.values) {
      if (isText(value)) own.add(sectionOf(value) ?? known.section, lineOf(value, rules.words));
      else if (!isDayOf(value, event.on)) ownCodes.add(sectionOf(value) ?? known.section, value);
    }
    const sections = new Set([...own.keys(), ...ownCodes.keys(), ...(event.on ? [known.section] : [])]);
    for (const section of sections) {
      addEvent(`event/${nth}`, known.kind, section, event.on, ownCodes.of(section), own.of(section));
    }
  }

  for (const section of codes.keys()) addEvent("codes", broughtIn, section, null, codes.of(section), null);
  // Even a row that says nothing but a name leaves a trace of where it came from.
  if (!codes.has(null)) addEvent("codes", broughtIn, null, null, null, null);
  for (const section of said.keys()) {
    const id = idOf(`note/${section ?? 0}`);
    const note: CasePlan["notes"][number] = { id, section, sealed: null };
    plan.notes.push(note);
    texts.push({
      kind: "case",
      id: caseId,
      place: { table: "cases.notes", column: "sealed", row: id, section: section ?? 0 },
      text: said.of(section) ?? "",
      put: (sealed) => {
        note.sealed = sealed;
      },
    });
  }
  return { line, plan, texts, keys };

  /** Texts become notes of their section, codes stay codes of theirs. */
  function sort(values: readonly PlannedValue[], fallback: number | null): void {
    for (const value of values) {
      if (isText(value)) said.add(sectionOf(value) ?? fallback, lineOf(value, rules.words));
      else codes.add(sectionOf(value) ?? fallback, value);
    }
  }

  function addEvent(
    name: string,
    kind: string,
    section: number | null,
    on: PlannedDate | null,
    values: Record<string, unknown> | null,
    text: string | null,
  ): void {
    const id = idOf(`${name}/${section ?? 0}`);
    const event: PlacedEvent = {
      id,
      section,
      kind,
      at: on ? noon(on.from) : null,
      approx: on ? approxOf(on) : null,
      codes: { ...(values ? { values } : {}), ...(on && on.precision !== "day" ? { on } : {}) },
      sealed: null,
    };
    plan.events.push(event);
    if (text === null) return;
    texts.push({
      kind: "case",
      id: caseId,
      place: { table: "cases.events", column: "sealed", row: id, section: section ?? 0 },
      text,
      put: (sealed) => {
        event.sealed = sealed;
      },
    });
  }
}

/** Texts by section, in the order in which they came. */
class Sections {
  #texts = new Map<number | null, string[]>();
  add(section: number | null, text: string): void {
    this.#texts.set(section, [...(this.#texts.get(section) ?? []), text]);
  }
  keys = () => this.#texts.keys();
  of = (section: number | null): string | null => this.#texts.get(section)?.join("\n") ?? null;
}

/** Codes, days and numbers by section and field. */
class Codes {
  #values = new Map<number | null, Record<string, unknown>>();
  add(section: number | null, { field, content }: PlannedValue): void {
    const own = this.#values.get(section) ?? {};
    own[field] =
      content.is === "codes"
        ? content.codes
        : content.is === "date"
          ? content.date
          : content.is === "number"
            ? content.number
            : content.is === "yes-no"
              ? content.yes
              : content;
    this.#values.set(section, own);
  }
  keys = () => this.#values.keys();
  has = (section: number | null) => this.#values.has(section);
  of = (section: number | null): Record<string, unknown> | null => this.#values.get(section) ?? null;
}

/** Whatever a person wrote is sealed, also where its field is an open one. */
function isText(value: PlannedValue): boolean {
  return value.sealed || value.content.is === "text";
}

function sectionOf(value: PlannedValue): number | null {
  return value.section === null ? null : SECTIONS[value.section];
}

function lineOf(value: PlannedValue, words: WordsForValues): string {
  const label = isField(value.field) ? words.field(value.field) : (value.header ?? words.keptWithoutName);
  const list = isField(value.field) ? fieldNamed(value.field).list : null;
  return `${label}: ${contentInWords(value.content, list, words)}`;
}

function isDayOf(value: PlannedValue, on: PlannedDate | null): boolean {
  return value.content.is === "date" && on !== null && value.content.date.from === on.from;
}

function personRow(id: string, person: PlannedPerson, on: string): CasePlan["people"][number] {
  const role =
    person.role === "suspect"
      ? ROLE.suspect
      : person.role === "caregiver"
        ? ROLE.caregiver
        : person.childhood === "adult"
          ? ROLE["person-of-concern"]
          : ROLE.child;
  const named = (field: string) => person.values.some((value) => value.field === field);
  const relation = named("hw_FatherName") ? "father" : named("hw_MotherName") ? "mother" : null;
  return { id, role, relation, sex: sexOf(person.values), age: person.group ? null : ageOf(person, on) };
}

const sexes: Readonly<Record<string, number>> = {
  Feminine: SEX.girl,
  Masculine: SEX.boy,
  TransgenderFeminine: SEX.another,
  TransgenderMasculine: SEX.another,
  NonConforming: SEX.another,
};

function sexOf(values: readonly PlannedValue[]): number {
  const content = values.find((value) => value.field.endsWith("prs_Gender"))?.content;
  const [only, ...more] = content?.is === "codes" ? content.codes : [];
  return only === undefined || more.length > 0 ? SEX["not-known"] : (sexes[only] ?? SEX["not-known"]);
}

/** Her age when she was found; where papers and memory leave room, the younger one. */
function ageOf(person: PlannedPerson, on: string): number | null {
  const born = person.values.find((value) => value.field === "prs_Birthdate")?.content;
  const told = person.values.find((value) => /(?:^|\/)hw_Age$/.test(value.field))?.content;
  const [least, most] = yearsOf({
    birthdate: born?.is === "date" ? born.date : null,
    age: told?.is === "age" ? told : told?.is === "number" ? { from: told.number, to: told.number } : null,
    on,
  });
  const years = least ?? most;
  return years === null || years > 120 ? null : years;
}

function childOf(victim: PlannedPerson | undefined): number {
  if (victim?.childhood === "child") return IS_CHILD.yes;
  return victim?.childhood === "adult" ? IS_CHILD.no : IS_CHILD["not-sure"];
}

/** The day on which she was found or registered; the first of them. */
function firstDay(planned: PlannedCase): string | null {
  const arrivals = planned.events.filter((event) => /^(registration|referral-in|rescue)$/.test(event.kind) && event.on);
  return arrivals.map((event) => event.on?.from ?? "").sort()[0] ?? null;
}

function closedOn(planned: PlannedCase): string | null {
  const content = planned.values.find((value) => value.field === "hw_CaseClosureDate")?.content;
  return content?.is === "date" ? noon(content.date.to) : null;
}

/** A day without a time is told by its noon: the same day almost everywhere. */
function noon(day: string): string {
  return `${day}T12:00:00Z`;
}

function approxOf(on: PlannedDate): string {
  if (on.about || on.precision === "year" || on.precision === "span") return "about";
  return on.precision;
}
