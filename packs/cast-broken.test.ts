import { expect, test } from "vitest";
import { at, type Change, loadSpoilt, put, refused } from "./broken.ts";

const cast = "cast.json";
const stories = "cast-stories.json";
const small = "cast-cases.json";
const reports = "cast-reports.json";
const beat = "agencies.station-a.units.station-a-duty.districts[0]";
const employer = "stories[0].cases[0].people[1].phones[0]";

const cases: [what: string, file: string, change: Change, problem: RegExp][] = [
  ["a person said to be real", cast, put("workers.farah.invented", false), /form/],
  ["a file that does not say it", small, put("invented", undefined), /missing/],
  ["a phone that somebody could have", stories, put(`${employer}.number`, "+919810000001"), /real person/],
  ["a phone not marked", stories, put(`${employer}.invented`, undefined), /missing/],
  ["an unknown district", cast, put(beat, "IN-DL-moon"), /“IN-DL-moon”/],
  ["a district that ended", cast, put(beat, "IN-DL-shahdara"), /ended/],
  ["a district of another state", cast, put(beat, "IN-BR-gaya"), /does not lie/],
  ["an unknown kind", cast, put("agencies.station-a.kind", "army"), /“army”/],
  ["an unknown state", cast, put("agencies.station-a.jurisdiction", "IN-GA"), /“IN-GA”/],
  ["one id for two", cast, at("workers.tomas.id", ({ workers }) => (workers.tomas.id = workers.farah.id)), /already/],
  ["one sign-in for two", cast, put("workers.tomas.login", "farah"), /already/],
  ["a unit that is not there", cast, put("workers.farah.unit", "moon-desk"), /“moon-desk”/],
  ["an unknown role", cast, put("workers.farah.roles[0]", "queen"), /“queen”/],
  ["a role where it is not held", cast, put("workers.farah.roles[0]", "overseer"), /not held/],
  ["a language that no screen speaks", cast, put("workers.farah.language", "fr"), /not know/],
  [
    "a writer who is not on the case",
    stories,
    put("stories[0].cases[0].events[1].by", "balwinder"),
    /no unit that is on/,
  ],
  ["a clerk who opens a case", small, put("cases[0].openedBy", "pooja"), /“case.open”/],
  ["police who record the place", stories, put("stories[0].cases[0].place.recordedBy", "vikram"), /“case.place”/],
  ["an overseer as member", small, put("cases[0].members[0].unit", "commission-delhi-review"), /never a member/],
  ["an unknown purpose", small, put("cases[0].members[0].purpose", "curiosity"), /“curiosity”/],
  ["an unknown relation", small, put("cases[0].people[0].relation", "owner"), /“owner”/],
  ["an unknown event", small, put("cases[0].events[0].kind", "rumour"), /“rumour”/],
  ["an unknown outcome", small, put("cases[23].closures[0].outcome", "forgotten"), /“forgotten”/],
  ["a case without a child", small, at("cases[0].people", (f) => (f.cases[0].people[0].role = "other")), /no child/],
  ["a case key twice", small, put("cases[1].key", "meena"), /already/],
  ["a report of a case that is none", reports, put("reports[0].case", "nothing"), /“nothing”/],
  [
    "a merged report that says not into which",
    reports,
    at("reports[9].state", (f) => delete f.reports[9].mergedInto),
    /do not go together/,
  ],
  ["a moment in words", reports, put("reports[0].received", "yesterday"), /form/],
];

test.each(cases)("a broken cast is refused: %s", (_what, file, change, problem) => {
  refused(file, change, problem);
});

const meena = "stories[0].cases[0]";
const codes: [file: string, path: string][] = [
  [stories, `${meena}.district`],
  [stories, `${meena}.situation`],
  [stories, `${meena}.risk`],
  [stories, `${meena}.fromReport`],
  [stories, `${meena}.people[0].languages[0]`],
  [stories, `${meena}.recusals[0].worker`],
  [stories, `${meena}.place.agency`],
  [stories, `${meena}.contact[0].channel`],
  [stories, `${meena}.notes[0].by`],
  [stories, `${meena}.screening.by`],
  [stories, `${meena}.members[0].unit`],
  [stories, `${meena}.goals[0].tasks[0].unit`],
  [stories, `${meena}.consents[0].by`],
  [stories, `${meena}.consents[0].purpose`],
  [stories, `${meena}.consents[0].person`],
  [stories, `${meena}.consents[0].receiver`],
  [stories, `${meena}.mustNotSee[0].who`],
  [stories, "stories[1].cases[0].people[3].ownCase"],
  [small, "cases[23].closures[0].by"],
  [stories, "stories[0].reports[0].takenBy"],
  [stories, "stories[0].reports[0].messages[0].by"],
  [stories, "stories[0].reports[0].from.relation"],
  [reports, "reports[0].claimedBy"],
  [reports, "reports[0].district"],
  [reports, "reports[0].language"],
  [reports, "reports[9].mergedInto"],
  [reports, "reports[10].forwardedTo"],
  [reports, "reports[14].from.agency"],
];

test.each(codes)("a code that nobody knows is refused: %s %s", (file, path) => {
  const none = path.endsWith("district") ? "IN-DL-none" : path.includes("anguage") ? "zz" : "nothing-here";
  refused(file, put(path, none), new RegExp(`“${none}”`));
});

test("a key names one thing only", () => {
  refused(cast, at("agencies.station-a.units.night", moveUnit), /already/);
  refused(stories, put(`${meena}.people[1].key`, "meena"), /already/);
  refused(stories, put("stories[1].cases[0].key", "meena"), /already/);
  refused(stories, put("stories[1].reports[0].key", "neighbour"), /already/);
  refused(reports, put("reports[1].key", "neighbour"), /already/);
});

/** Two agencies, each with a unit called "night". */
function moveUnit({ agencies }: { agencies: Record<string, { units: Record<string, { id: string }> }> }): void {
  const add = (agency: string, id: string) => {
    const { units } = agencies[agency] ?? { units: {} };
    units.night = { ...structuredClone(Object.values(units)[0]), id };
  };
  add("ahtu-delhi", "00000000-0000-4000-8000-000000000001");
  add("station-a", "00000000-0000-4000-8000-000000000002");
}

test("a pack may have no cast, but not half of one", () => {
  const result = loadSpoilt(small, null);
  expect(result.ok ? [] : result.problems.map(({ file }) => file)).toEqual([small]);
});
