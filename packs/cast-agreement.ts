/**
 * The cast and its stories must hold together with the country: everybody works somewhere, writes only on cases of their own, does
 * only what their role may do, and nothing could be taken for a real person.
 */
import { twice, unknown } from "./agreement.ts";
import type { Path } from "./located-json.ts";
import type { Fault } from "./problems.ts";
import type { CastOfPack, Country } from "./shape.ts";
import type { StoryCase, StoryReport } from "./story-model.ts";
import type { Action } from "./vocabulary.ts";

type Faults = Generator<Fault, void, undefined>;

/** Every fault of the invented people and their stories. */
export function* castFaults(country: Country, stage: CastOfPack): Faults {
  const look = new Look(country, stage);
  yield* agencies(country, stage, look);
  yield* workers(country, stage, look);
  for (const [index, story] of stage.stories.entries()) {
    const at: Path = ["stories", index];
    const reports = new Set(story.reports.map(({ key }) => key));
    const cases = new Set(story.cases.map(({ key }) => key));
    for (const [c, told] of story.cases.entries())
      yield* ofCase(look, "cast-stories.json", [...at, "cases", c], told, reports, cases);
    for (const [r, report] of story.reports.entries())
      yield* ofReport(look, "cast-stories.json", [...at, "reports", r], report, reports, cases);
  }
  const reports = new Set(stage.reports.map(({ key }) => key));
  const cases = new Set(stage.cases.map(({ key }) => key));
  for (const [c, told] of stage.cases.entries())
    yield* ofCase(look, "cast-cases.json", ["cases", c], told, reports, cases);
  for (const [r, report] of stage.reports.entries())
    yield* ofReport(look, "cast-reports.json", ["reports", r], report, reports, cases);
  yield* keysOnce(stage);
  yield* phones(country, stage);
}

/** What is asked again and again: who works where, and what a code may be. */
class Look {
  readonly codes: Readonly<
    Record<
      "situation" | "risk" | "relation" | "event" | "purpose" | "consent" | "channel" | "district" | "language",
      ReadonlySet<string>
    >
  >;
  readonly country: Country;
  readonly stage: CastOfPack;
  private readonly units = new Map<string, { agency: string; kind: string }>();

  constructor(country: Country, stage: CastOfPack) {
    this.country = country;
    this.stage = stage;
    const codes = (list: readonly { code: string }[]) => new Set(list.map(({ code }) => code));
    this.codes = {
      situation: codes(country.situations),
      risk: codes(country.riskLevels),
      relation: codes(country.relations),
      event: codes(country.eventKinds),
      purpose: codes(country.purposes),
      consent: codes(country.consent.purposes),
      channel: codes(country.consent.channels),
      district: codes(country.districts),
      language: codes(country.about.spoken),
    };
    for (const [agency, { kind, units }] of Object.entries(stage.cast.agencies)) {
      for (const unit of Object.keys(units)) this.units.set(unit, { agency, kind });
    }
  }

  kindOf(unit: string): string | undefined {
    return this.units.get(unit)?.kind;
  }

  unitOf(worker: string): string | undefined {
    return this.stage.cast.workers[worker]?.unit;
  }

  may(worker: string, action: Action): boolean {
    const held = this.stage.cast.workers[worker]?.roles ?? [];
    return this.country.roles.some(({ code, actions }) => held.includes(code) && actions.includes(action));
  }

  *code(file: string, path: Path, list: keyof Look["codes"], value: string | undefined, where: string): Faults {
    if (value !== undefined && !this.codes[list].has(value)) yield unknown(file, path, value, this.codes[list], where);
  }

  /** A worker of the cast who may do this. */
  *worker(file: string, path: Path, worker: string | undefined, action: Action): Faults {
    if (worker === undefined) return;
    if (!this.stage.cast.workers[worker]) yield unknown(file, path, worker, [], "cast.json");
    else if (!this.may(worker, action)) yield { file, path, word: "may-not", values: { worker, action } };
  }
}

function* agencies({ kinds, jurisdictions, districts }: Country, { cast }: CastOfPack, look: Look): Faults {
  const file = "cast.json";
  const states = new Set(jurisdictions.map(({ code }) => code));
  const ids: [Path, string][] = [];
  const unitKeys: [Path, string][] = [];
  for (const [key, agency] of Object.entries(cast.agencies)) {
    const at: Path = ["agencies", key];
    ids.push([[...at, "id"], agency.id]);
    const known = kinds.map(({ code }) => code);
    if (!known.includes(agency.kind)) yield unknown(file, [...at, "kind"], agency.kind, known, "agency-kinds.json");
    if (!states.has(agency.jurisdiction))
      yield unknown(file, [...at, "jurisdiction"], agency.jurisdiction, states, "places.json");
    for (const [unitKey, unit] of Object.entries(agency.units)) {
      ids.push([[...at, "units", unitKey, "id"], unit.id]);
      unitKeys.push([[...at, "units", unitKey], unitKey]);
      for (const [d, code] of unit.districts.entries()) {
        const path: Path = [...at, "units", unitKey, "districts", d];
        yield* look.code(file, path, "district", code, "places.json");
        const district = districts.find((entry) => entry.code === code);
        if (district?.endedOn)
          yield { file, path, word: "district-ended", values: { value: code, day: district.endedOn } };
        if (
          district &&
          district.jurisdiction !== agency.jurisdiction &&
          jurisdictions.find(({ code }) => code === agency.jurisdiction)?.level === "state"
        ) {
          yield { file, path, word: "district-elsewhere", values: { value: code, state: agency.jurisdiction } };
        }
      }
    }
  }
  for (const [key, { id }] of Object.entries(cast.workers)) ids.push([["workers", key, "id"], id]);
  yield* twice(file, ids);
  yield* twice(file, unitKeys);
}

function* workers({ roles }: Country, { cast }: CastOfPack, look: Look): Faults {
  const file = "cast.json";
  yield* twice(
    file,
    Object.entries(cast.workers).map(([key, { login }]) => [["workers", key, "login"] as Path, login] as const),
  );
  for (const [key, worker] of Object.entries(cast.workers)) {
    const at: Path = ["workers", key];
    const kind = look.kindOf(worker.unit);
    if (kind === undefined) {
      yield unknown(file, [...at, "unit"], worker.unit, [], file);
      continue;
    }
    for (const [r, code] of worker.roles.entries()) {
      const role = roles.find((entry) => entry.code === code);
      if (!role)
        yield unknown(
          file,
          [...at, "roles", r],
          code,
          roles.map(({ code }) => code),
          "roles.json",
        );
      else if (!role.kinds.includes(kind))
        yield {
          file,
          path: [...at, "roles", r],
          word: "role-elsewhere",
          values: { role: code, kind, list: role.kinds.join(", ") },
        };
    }
  }
}

function* ofCase(
  look: Look,
  file: string,
  at: Path,
  told: StoryCase,
  reports: ReadonlySet<string>,
  cases: ReadonlySet<string>,
): Faults {
  const path = (...more: Path): Path => [...at, ...more];
  yield* look.worker(file, path("openedBy"), told.openedBy, "case.open");
  yield* look.code(file, path("district"), "district", told.district, "places.json");
  yield* look.code(file, path("situation"), "situation", told.situation, "situations.json");
  yield* look.code(file, path("risk"), "risk", told.risk, "risk-levels.json");
  if (told.fromReport !== undefined && !reports.has(told.fromReport))
    yield unknown(file, path("fromReport"), told.fromReport, reports, file);

  // Who may write here: the owner's unit and the members'.
  const units = new Set([look.unitOf(told.openedBy) ?? "", ...told.members.map(({ unit }) => unit)]);
  const inside = function* (where: Path, worker: string, action: Action): Faults {
    yield* look.worker(file, where, worker, action);
    const unit = look.unitOf(worker);
    if (unit !== undefined && !units.has(unit))
      yield { file, path: where, word: "not-on-case", values: { worker, case: told.key } };
  };

  yield* twice(
    file,
    told.people.map(({ key }, index) => [path("people", index, "key"), key] as const),
  );
  if (!told.people.some(({ role }) => role === "child"))
    yield { file, path: path("people"), word: "no-child", values: { case: told.key } };
  for (const [p, person] of told.people.entries()) {
    yield* look.code(file, path("people", p, "relation"), "relation", person.relation, "relations.json");
    for (const [l, language] of (person.languages ?? []).entries())
      yield* look.code(file, path("people", p, "languages", l), "language", language, "pack.json");
    if (person.ownCase !== undefined && !cases.has(person.ownCase))
      yield unknown(file, path("people", p, "ownCase"), person.ownCase, cases, file);
  }
  for (const [m, { unit, purpose }] of told.members.entries()) {
    const kind = look.kindOf(unit);
    if (kind === undefined) yield unknown(file, path("members", m, "unit"), unit, [], "cast.json");
    else if (look.country.kinds.find(({ code }) => code === kind)?.oversight)
      yield { file, path: path("members", m, "unit"), word: "oversight-member" };
    yield* look.code(file, path("members", m, "purpose"), "purpose", purpose, "purposes.json");
  }
  for (const [r, { worker }] of told.recusals.entries())
    yield* look.worker(file, path("recusals", r, "worker"), worker, "recusal.declare");
  if (told.place) {
    yield* inside(path("place", "recordedBy"), told.place.recordedBy, "case.place");
    const home = told.place.agency;
    if (home !== null && !look.stage.cast.agencies[home])
      yield unknown(file, path("place", "agency"), home, [], "cast.json");
  }
  for (const [c, { channel }] of (told.contact ?? []).entries())
    yield* look.code(file, path("contact", c, "channel"), "channel", channel, "consent.json");
  for (const [e, event] of told.events.entries()) {
    yield* inside(path("events", e, "by"), event.by, "case.write");
    yield* look.code(file, path("events", e, "kind"), "event", event.kind, "event-kinds.json");
  }
  for (const [n, { by }] of told.notes.entries()) yield* inside(path("notes", n, "by"), by, "case.write");
  if (told.screening) yield* inside(path("screening", "by"), told.screening.by, "screening.make");
  for (const [g, goal] of told.goals.entries()) {
    for (const [t, { unit }] of goal.tasks.entries()) {
      if (!units.has(unit) && look.kindOf(unit) === undefined)
        yield unknown(file, path("goals", g, "tasks", t, "unit"), unit, units, "cast.json");
    }
  }
  for (const [c, consent] of (told.consents ?? []).entries()) {
    yield* inside(path("consents", c, "by"), consent.by, "case.consent");
    yield* look.code(file, path("consents", c, "purpose"), "consent", consent.purpose, "consent.json");
    if (consent.receiver !== undefined && !look.stage.cast.agencies[consent.receiver]) {
      yield unknown(file, path("consents", c, "receiver"), consent.receiver, [], "cast.json");
    }
    for (const who of ["person", "givenBy"] as const) {
      const people = told.people.map(({ key }) => key);
      if (!people.includes(consent[who])) yield unknown(file, path("consents", c, who), consent[who], people, file);
    }
  }
  for (const [c, closure] of (told.closures ?? []).entries()) {
    yield* inside(path("closures", c, "by"), closure.by, "closure.request");
    const track = look.country.tracks.find(({ code }) => code === closure.track);
    const outcomes = track?.outcomes.map(({ code }) => code) ?? [];
    if (!outcomes.includes(closure.outcome))
      yield unknown(file, path("closures", c, "outcome"), closure.outcome, outcomes, "closing-outcomes.json");
  }
  for (const [m, { who }] of told.mustNotSee.entries()) {
    if (!look.stage.cast.workers[who]) yield unknown(file, path("mustNotSee", m, "who"), who, [], "cast.json");
  }
}

function* ofReport(
  look: Look,
  file: string,
  at: Path,
  report: StoryReport,
  reports: ReadonlySet<string>,
  cases: ReadonlySet<string>,
): Faults {
  const path = (...more: Path): Path => [...at, ...more];
  yield* look.worker(file, path("takenBy"), report.takenBy, "report.take");
  yield* look.worker(file, path("claimedBy"), report.claimedBy, "report.claim");
  yield* look.code(file, path("district"), "district", report.district, "places.json");
  yield* look.code(file, path("language"), "language", report.language, "pack.json");
  yield* look.code(file, path("from", "relation"), "relation", report.from.relation, "relations.json");
  const sender = report.from.anonymous ? undefined : report.from.agency;
  if (sender !== undefined && !look.stage.cast.agencies[sender]) {
    yield unknown(file, path("from", "agency"), sender, [], "cast.json");
  }
  for (const [m, { by }] of report.messages.entries())
    yield* look.worker(file, path("messages", m, "by"), by, "report.answer");
  // Only the state that needs a companion has it: a merged report says into which, a forwarded one to whom.
  const needed = {
    merged: "mergedInto",
    forwarded: "forwardedTo",
    "not-for-us": "whereTo",
    "case-opened": "case",
  } as const;
  for (const [state, field] of Object.entries(needed) as [
    keyof typeof needed,
    (typeof needed)[keyof typeof needed],
  ][]) {
    if ((report.state === state) !== (report[field] !== undefined))
      yield { file, path: path("state"), word: "report-state", values: { state: report.state, field } };
  }
  if (report.mergedInto !== undefined && !reports.has(report.mergedInto))
    yield unknown(file, path("mergedInto"), report.mergedInto, reports, file);
  if (report.case !== undefined && !cases.has(report.case)) yield unknown(file, path("case"), report.case, cases, file);
  if (report.forwardedTo !== undefined && !look.stage.cast.agencies[report.forwardedTo])
    yield unknown(file, path("forwardedTo"), report.forwardedTo, [], "cast.json");
}

function* keysOnce({ stories, cases, reports }: CastOfPack): Faults {
  const caseKeys = new Map<string, string>();
  const reportKeys = new Map<string, string>();
  for (const [s, story] of stories.entries()) {
    yield* twice(
      "cast-stories.json",
      story.cases.map(({ key }, c) => [["stories", s, "cases", c, "key"] as Path, key] as const),
      caseKeys,
    );
    yield* twice(
      "cast-stories.json",
      story.reports.map(({ key }, r) => [["stories", s, "reports", r, "key"] as Path, key] as const),
      reportKeys,
    );
  }
  yield* twice(
    "cast-cases.json",
    cases.map(({ key }, c) => [["cases", c, "key"] as Path, key] as const),
    caseKeys,
  );
  yield* twice(
    "cast-reports.json",
    reports.map(({ key }, r) => [["reports", r, "key"] as Path, key] as const),
    reportKeys,
  );
}

/** Each phone lies in the range that no person can have. */
function* phones({ about }: Country, { stories, cases, reports }: CastOfPack): Faults {
  const range = new RegExp(about.inventedPhones.pattern);
  for (const [file, content] of [
    ["cast-stories.json", { stories }],
    ["cast-cases.json", { cases }],
    ["cast-reports.json", { reports }],
  ] as const) {
    for (const [path, value] of numbers(content, [])) {
      if (!range.test(value))
        yield { file, path, word: "phone-real", values: { value, pattern: about.inventedPhones.pattern } };
    }
  }
}

function* numbers(value: unknown, path: Path): Generator<[Path, string]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === "number" && typeof inner === "string") yield [here, inner];
    else yield* numbers(inner, here);
  }
}
