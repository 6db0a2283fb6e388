import { fieldNamed, isField } from "./fields.ts";
import type {
  About,
  Childhood,
  EventKind,
  PlannedCase,
  PlannedDate,
  PlannedEvent,
  PlannedPerson,
  PlannedValue,
  RowIssue,
  RowKey,
} from "./model.ts";
import { EventKind as EventKinds } from "./model.ts";
import { rowIssue } from "./rows.ts";
import { type AgesKnown, childhoodOf, standingOf, yearsOf } from "./rules.ts";

/** Puts the values of one row in their places: a case, its people, its events. */

export type Circumstances = {
  /** The file names nobody: published records. */
  deidentified: boolean;
  today: string;
};

/** The day of each kind of event, by field. */
const dayFields: Partial<Record<EventKind, string>> = {
  registration: "hw_RegistrationDate",
  "referral-in": "cas_IncomingReferralDate",
  "referral-out": "cas_OutgoingReferralDate",
  rescue: "hw_RescueDate",
  placement: "hw_PlacementDate",
  "trafficking-event": "hte_Date",
};

/** What a row becomes, and what its values say against each other. `case` is null where it tells of nobody and nothing. */
export function caseOf(
  key: RowKey,
  values: readonly PlannedValue[],
  circumstances: Circumstances,
): { case: PlannedCase | null; issues: RowIssue[] } {
  const about = (...what: About[]) => values.filter((value) => what.includes(aboutOf(value)));
  const victim = about("victim");
  const events = eventsOf(values);
  const caseValues = about("case", "organisation");
  // A line of totals, or a remark across the sheet, is no child. Published rows may say nothing of the victim and still count.
  if (!circumstances.deidentified && !victim.some(tellsOfHer)) {
    return { case: null, issues: [rowIssue("wrong", "row-without-person", key.line)] };
  }
  const standing = standingOf(codeOf(values, "cas_Status"), circumstances.deidentified);
  const known = {
    birthdate: dateOf(values, "prs_Birthdate"),
    age: ageOf(values, "hw_Age"),
    majority: codeOf(values, "hw_MajorityStatus") as "Adult" | "Minor" | null,
    on: firstDay(events.filter(isArrival)) ?? circumstances.today,
    past: standing === "past" || standing === "past-de-identified",
  };
  const people: PlannedPerson[] = [
    { role: "victim", childhood: childhood(known, circumstances), group: false, values: victim },
  ];
  const suspect = about("suspect");
  if (suspect.length > 0) people.push({ role: "suspect", childhood: null, group: isGroup(suspect), values: suspect });
  for (const group of caregiverGroups(about("caregiver"))) {
    people.push({ role: "caregiver", childhood: null, group: false, values: group });
  }
  const planned = { key, standing, values: caseValues, people, events };
  const issues = circumstances.deidentified ? [] : contradictions(planned, known);
  return { case: planned, issues };
}

function aboutOf(value: PlannedValue): About {
  // Kept columns have no field, and become notes.
  return isField(value.field) ? fieldNamed(value.field).about : "note";
}

/** Of a published record of which nothing is known nobody will ever settle it. */
function childhood(known: AgesKnown, { deidentified }: Circumstances): Childhood | null {
  return deidentified && known.majority === null && !known.birthdate && !known.age ? null : childhoodOf(known);
}

/** A salutation or a title alone is no person. */
function tellsOfHer(value: PlannedValue): boolean {
  return value.field !== "prs_Salutation" && value.field !== "prs_Title";
}

function eventsOf(values: readonly PlannedValue[]): PlannedEvent[] {
  return EventKinds.options.flatMap((kind): PlannedEvent[] => {
    const own = values.filter((value) => aboutOf(value) === kind);
    if (own.length === 0) return [];
    const dayField = dayFields[kind];
    const on = (dayField && dateOf(own, dayField)) || (kind === "registration" ? publishedYears(own) : null);
    return [{ kind, on, values: own }];
  });
}

/** CTDC publishes the year of registration, or a span of them: "2014-2018". */
function publishedYears(values: readonly PlannedValue[]): PlannedDate | null {
  const years = codeOf(values, "ctdc_RegistrationYears")?.split("-");
  const [first, last = first] = years ?? [];
  if (first === undefined || last === undefined) return null;
  return { from: `${first}-01-01`, to: `${last}-12-31`, precision: first === last ? "year" : "span", about: false };
}

/** Several genders, ages or regions: one record for people of whom only that is published. */
function isGroup(values: readonly PlannedValue[]): boolean {
  const single = ["suspect/prs_Gender", "suspect/ctdc_AgeBand"];
  return values.some(
    (value) => single.includes(value.field) && value.content.is === "codes" && value.content.codes.length > 1,
  );
}

/** Father, mother and guardian are three people. */
function caregiverGroups(values: readonly PlannedValue[]): PlannedValue[][] {
  const named = (...fields: string[]) => values.filter((value) => fields.includes(value.field));
  const groups = [named("hw_FatherName"), named("hw_MotherName"), named("hw_GuardianName", "hw_GuardianPhone")];
  return groups.filter((group) => group.length > 0);
}

function contradictions(
  planned: PlannedCase,
  known: {
    birthdate: PlannedDate | null;
    age: { from: number | null; to: number | null } | null;
    on: string;
    past: boolean;
  },
): RowIssue[] {
  const { line } = planned.key;
  const issues: RowIssue[] = [];
  const doubtful = (code: RowIssue["code"], params: RowIssue["params"] = {}, field: string | null = null) =>
    issues.push(rowIssue("doubtful", code, line, params, field));
  const { birthdate, age, on } = known;
  const [youngest, oldest] = yearsOf(known);
  if (birthdate && age) {
    const [least, most] = yearsOf({ birthdate, age: null, on });
    const apart = Math.max((age.from ?? 0) - (most ?? 0), (least ?? 0) - (age.to ?? 200));
    // The register's age was taken on some day; a year either way is no contradiction.
    if (apart > 1) doubtful("age-against-birthdate", { years: apart }, "hw_Age");
  }
  for (const event of planned.events) {
    if (birthdate && event.on && event.on.to < birthdate.from)
      doubtful("before-birth", { event: event.kind }, "prs_Birthdate");
  }
  const closes = dateOf(planned.values, "hw_CaseClosureDate");
  const opens = firstDay(
    planned.events.filter((event) => event.kind === "registration" || event.kind === "referral-in"),
  );
  if (closes && opens && closes.to < opens) doubtful("closed-before-opened", {}, "hw_CaseClosureDate");
  if (planned.standing === "past" && !planned.values.some((value) => value.field === "cas_ReasonForCaseClosure")) {
    doubtful("closed-without-reason", {}, "cas_Status");
  }
  if (!known.past && youngest !== null && youngest >= 18 && (oldest ?? 200) >= 18 && youngest <= 23) {
    doubtful("age-near-eighteen", { age: youngest }, age ? "hw_Age" : "prs_Birthdate");
  }
  return issues;
}

/** The day that a register's age belongs to: when she was found, not when it happened to her. */
function isArrival(event: PlannedEvent): boolean {
  return event.kind === "registration" || event.kind === "referral-in" || event.kind === "rescue";
}

/** The first day on which any of these events is dated. */
function firstDay(events: readonly PlannedEvent[]): string | null {
  const days = events.flatMap((event) => (event.on ? [event.on.from] : []));
  return days.length === 0 ? null : (days.sort()[0] ?? null);
}

function codeOf(values: readonly PlannedValue[], field: string): string | null {
  const content = values.find((value) => value.field === field)?.content;
  return content?.is === "codes" ? (content.codes[0] ?? null) : null;
}

function dateOf(values: readonly PlannedValue[], field: string): PlannedDate | null {
  const content = values.find((value) => value.field === field)?.content;
  return content?.is === "date" ? content.date : null;
}

function ageOf(values: readonly PlannedValue[], field: string): { from: number | null; to: number | null } | null {
  const content = values.find((value) => value.field === field)?.content;
  if (content?.is === "age") return { from: content.from, to: content.to };
  return content?.is === "number" ? { from: content.number, to: content.number } : null;
}
