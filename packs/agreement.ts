/**
 * What the files of a country say of each other must agree, and must not promise what harm follows from: a section given away by
 * default, a headline that tells, an overseer who acts, a committee set above a police station.
 */
import type { Path } from "./located-json.ts";
import { lettersOf } from "./model.ts";
import type { Fault } from "./problems.ts";
import type { Country } from "./shape.ts";
import {
  type Action,
  actionCodes,
  administratorActions,
  guardedSections,
  overseerActions,
  placeLines,
  requiredRoles,
  type Section,
} from "./vocabulary.ts";

type Faults = Generator<Fault, void, undefined>;

/** Every fault that lies between the files of a country, each with the place where it can be put right. */
export function* countryFaults(country: Country): Faults {
  yield* languages(country);
  yield* places(country);
  yield* kinds(country);
  yield* purposes(country);
  yield* roles(country);
  yield* events(country);
  yield* lists(country);
  yield* consent(country);
}

/** A code that another file does not know. The list of what would be right is short enough to print, or names the file. */
export function unknown(file: string, path: Path, value: string, known: Iterable<string>, where: string): Fault {
  const all = [...known];
  return {
    file,
    path,
    word: "unknown-code",
    values: { value, where, list: all.length <= 30 ? all.join(", ") : where },
  };
}

/** Values that come twice where each may come once: at the second, naming the first. */
export function* twice(
  file: string,
  entries: Iterable<readonly [Path, string | number]>,
  seen = new Map<string, string>(),
): Faults {
  for (const [path, value] of entries) {
    const first = seen.get(String(value));
    if (first !== undefined) yield { file, path, word: "twice", values: { value: String(value), first } };
    else seen.set(String(value), `${file} ${path.join(".")}`);
  }
}

const codesOf = (list: readonly { code: string }[]) => new Set(list.map(({ code }) => code));
const codesAt = (name: string, list: readonly { code: string }[]) =>
  list.map(({ code }, index) => [[name, index, "code"] as Path, code] as const);

function* languages({ about }: Country): Faults {
  const file = "pack.json";
  yield* twice(file, codesAt("languages", about.languages));
  yield* twice(file, codesAt("spoken", about.spoken));
  yield* twice(
    file,
    about.emergency.map(({ number }, index) => [["emergency", index, "number"], number] as const),
  );
  yield* twice(
    file,
    about.sources.map(({ short }, index) => [["sources", index, "short"], short] as const),
  );
  for (const [index, { script }] of about.languages.entries()) {
    if (!lettersOf(script)) yield { file, path: ["languages", index, "script"], word: "form-script" };
  }
  for (const needed of ["en", "hi"]) {
    if (!about.languages.some(({ code }) => code === needed))
      yield { file, path: ["languages"], word: "language-needed", values: { needed } };
  }
  // In danger at least two ways must be offered: who cannot reach one must not be left with none.
  if (about.emergency.filter(({ danger }) => danger).length < 2)
    yield { file, path: ["emergency"], word: "danger-numbers" };
  try {
    new Intl.DateTimeFormat("en", { timeZone: about.timeZone });
  } catch {
    yield { file, path: ["timeZone"], word: "form-time-zone" };
  }
  try {
    new RegExp(about.inventedPhones.pattern);
  } catch {
    yield { file, path: ["inventedPhones", "pattern"], word: "form-pattern" };
  }
}

function* places({ about, jurisdictions, districts }: Country): Faults {
  const file = "places.json";
  yield* twice(file, codesAt("jurisdictions", jurisdictions));
  yield* twice(
    file,
    jurisdictions.map(({ id }, index) => [["jurisdictions", index, "id"], id] as const),
  );
  yield* twice(file, codesAt("districts", districts));
  if (jurisdictions.filter(({ level }) => level === "nation").length !== 1) {
    yield { file, path: ["jurisdictions"], word: "one-nation" };
  }
  for (const [index, { code, level }] of jurisdictions.entries()) {
    if (level === "nation" ? code !== about.country : !code.startsWith(`${about.country}-`)) {
      yield {
        file,
        path: ["jurisdictions", index, "code"],
        word: "place-of-country",
        values: { value: code, country: about.country },
      };
    }
  }
  const known = codesOf(jurisdictions);
  for (const [index, { code, jurisdiction }] of districts.entries()) {
    if (!known.has(jurisdiction)) yield unknown(file, ["districts", index, "jurisdiction"], jurisdiction, known, file);
    else if (!code.startsWith(`${jurisdiction}-`)) {
      yield {
        file,
        path: ["districts", index, "code"],
        word: "district-elsewhere",
        values: { value: code, state: jurisdiction },
      };
    }
  }
}

function* kinds({ kinds, purposes }: Country): Faults {
  const file = "agency-kinds.json";
  const known = codesOf(kinds);
  yield* twice(file, codesAt("kinds", kinds));
  for (const [index, kind] of kinds.entries()) {
    const at = (...path: Path): Path => ["kinds", index, ...path];
    if (!codesOf(purposes).has(kind.purpose))
      yield unknown(file, at("purpose"), kind.purpose, codesOf(purposes), "purposes.json");
    yield* twice(
      file,
      kind.sections.map((section, s) => [at("sections", s), section] as const),
    );
    for (const [s, section] of kind.sections.entries()) {
      const lines = guardedSections[section];
      if (lines && !lines.includes(kind.line)) {
        yield { file, path: at("sections", s), word: "section-guarded", values: { section, list: lines.join(", ") } };
      }
    }
    if (kind.oversight !== (kind.line === "oversight")) yield { file, path: at("oversight"), word: "oversight-line" };
    if (kind.oversight && kind.sections.length > 0) yield { file, path: at("sections"), word: "oversight-section" };
    if (kind.nameIsLocation && !kind.outside) yield { file, path: at(), word: "outside-name" };

    for (const [s, { tell }] of kind.ladder.entries()) {
      if (tell === "supervisor") continue;
      const above = kinds.find(({ code }) => code === tell);
      if (!above) yield unknown(file, at("ladder", s, "tell"), tell, ["supervisor", ...known], file);
      else if (above.line !== kind.line && above.line !== "administration" && above.line !== "oversight") {
        yield { file, path: at("ladder", s, "tell"), word: "ladder-crosses", values: { value: tell, line: kind.line } };
      }
    }
  }
}

function* purposes({ purposes, kinds }: Country): Faults {
  const file = "purposes.json";
  yield* twice(file, codesAt("purposes", purposes));
  yield* twice(
    file,
    purposes.map(({ number }, index) => [["purposes", index, "number"], number] as const),
  );
  if (!purposes.some(({ number }) => number === 1)) yield { file, path: ["purposes"], word: "owner-purpose" };
  for (const [index, { code, sections }] of purposes.entries()) {
    yield* twice(
      file,
      sections.map((section, s) => [["purposes", index, "sections", s], section] as const),
    );
    if (kinds.some(({ oversight, purpose }) => oversight && purpose === code) && sections.length > 0) {
      yield { file, path: ["purposes", index, "sections"], word: "oversight-section" };
    }
  }
}

function* roles({ roles, kinds }: Country): Faults {
  const file = "roles.json";
  yield* twice(file, codesAt("roles", roles));
  for (const needed of requiredRoles) {
    if (!codesOf(roles).has(needed)) yield { file, path: ["roles"], word: "role-needed", values: { needed } };
  }
  const allowedTo: ReadonlyMap<string, readonly Action[]> = new Map([
    ["overseer", overseerActions],
    ["administrator", administratorActions],
  ]);
  const oversightOnly: readonly Action[] = overseerActions.filter((action) => action !== "recusal.declare");
  for (const [index, role] of roles.entries()) {
    const known = codesOf(kinds);
    yield* twice(
      file,
      role.actions.map((action, a) => [["roles", index, "actions", a], action] as const),
    );
    for (const [k, kind] of role.kinds.entries()) {
      const path: Path = ["roles", index, "kinds", k];
      const line = kinds.find(({ code }) => code === kind)?.line;
      if (!line) yield unknown(file, path, kind, known, "agency-kinds.json");
      else if (role.actions.includes("case.place") && !placeLines.includes(line)) {
        yield { file, path, word: "place-act", values: { role: role.code, kind } };
      }
    }
    const own = allowedTo.get(role.code);
    for (const [a, action] of role.actions.entries()) {
      const path: Path = ["roles", index, "actions", a];
      if (own && !own.includes(action))
        yield { file, path, word: "role-too-wide", values: { role: role.code, action, list: own.join(", ") } };
      if (role.code !== "overseer" && oversightOnly.includes(action))
        yield { file, path, word: "oversight-act", values: { action } };
    }
  }
  const allowed = new Set(roles.flatMap(({ actions }) => actions));
  for (const action of actionCodes) {
    if (!allowed.has(action)) yield { file, path: ["roles"], word: "action-unheld", values: { action } };
  }
}

/** A headline that differs within a section tells which of its kinds it was; one that repeats the name tells everything. */
function* events({ eventKinds }: Country): Faults {
  const file = "event-kinds.json";
  yield* twice(file, codesAt("kinds", eventKinds));
  const headlines = new Map<Section, string>();
  for (const [index, { section, headline, names }] of eventKinds.entries()) {
    const path: Path = ["kinds", index, "headline"];
    if (section === null) {
      if (headline) yield { file, path, word: "headline-needless" };
      continue;
    }
    if (!headline) {
      yield { file, path, word: "headline-missing", values: { section } };
      continue;
    }
    if (Object.entries(headline).some(([language, text]) => text === names[language]))
      yield { file, path, word: "headline-tells" };
    const first = headlines.get(section);
    const text = JSON.stringify(headline);
    if (first === undefined) headlines.set(section, text);
    else if (first !== text) yield { file, path, word: "headline-differs", values: { section } };
  }
}

function* lists({ situations, riskLevels, relations, tracks, offences }: Country): Faults {
  yield* twice("situations.json", codesAt("situations", situations));
  if (!codesOf(situations).has("other")) yield { file: "situations.json", path: ["situations"], word: "other-needed" };
  yield* twice("relations.json", codesAt("relations", relations));
  yield* twice("national-offences.json", codesAt("offences", offences));
  yield* twice("risk-levels.json", codesAt("levels", riskLevels));
  for (const [index, { number }] of riskLevels.entries()) {
    if (number !== index)
      yield {
        file: "risk-levels.json",
        path: ["levels", index, "number"],
        word: "level-order",
        values: { wanted: String(index) },
      };
  }
  yield* twice(
    "closing-outcomes.json",
    tracks.map(({ number }, index) => [["tracks", index, "number"], number] as const),
  );
  for (const [index, { outcomes }] of tracks.entries()) {
    yield* twice(
      "closing-outcomes.json",
      outcomes.map(({ code }, o) => [["tracks", index, "outcomes", o, "code"], code] as const),
    );
  }
}

/** Every year of childhood has exactly one rule. */
function* consent({ consent, kinds }: Country): Faults {
  const file = "consent.json";
  yield* twice(file, codesAt("purposes", consent.purposes));
  yield* twice(file, codesAt("channels", consent.channels));
  let next = 0;
  for (const [index, { from, to }] of consent.ages.entries()) {
    if (from !== next || to < from)
      yield { file, path: ["ages", index, "from"], word: "ages-gap", values: { wanted: String(next) } };
    next = to + 1;
  }
  if (next !== 18) yield { file, path: ["ages"], word: "ages-end" };
  const { decides } = consent.caregiverUnsafe;
  if (!codesOf(kinds).has(decides))
    yield unknown(file, ["caregiverUnsafe", "decides"], decides, codesOf(kinds), "agency-kinds.json");
}
