import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, type Change, india, loadSpoilt, put, read, refused } from "./broken.ts";
import { loadPack } from "./pack.ts";

describe("a broken pack is refused with its file, its place and what would be right", () => {
  const kind = "agency-kinds.json";
  const headlines = "event-kinds.json";
  const named = (code: string) => (entry: { code: string }) => entry.code === code;
  const cases: [what: string, file: string, change: Change, problem: RegExp][] = [
    ["a wrong code", "situations.json", put("situations[2].code", "Shop Or"), /form/],
    ["a missing Hindi name", kind, put("kinds[3].names.hi", undefined), /“hi” is missing/],
    ["an empty Hindi name", "roles.json", put("roles[0].names.hi", "  "), /form/],
    ["English left in Hindi", "relations.json", put("relations[1].names.hi", "Mother"), /form/],
    ["a language too many", "roles.json", put("roles[0].names.xx", "x"), /Nothing here is called “xx”/],
    ["an unknown field", "purposes.json", put("purposes[0].secton", []), /secton/],
    ["an unknown section", kind, put("kinds[0].sections[2]", "diary"), /does not know/],
    ["a section twice", kind, put("kinds[0].sections[2]", "identity"), /already/],
    ["a role with an unknown action", "roles.json", put("roles[1].actions[0]", "case.burn"), /does not know/],
    ["a role in an unknown kind", "roles.json", put("roles[1].kinds[0]", "circus"), /“circus” is not in agency-kinds/],
    ["a code that comes twice", "situations.json", put("situations[1].code", "domestic-work"), /already/],
    ["a purpose's number twice", "purposes.json", put("purposes[2].number", 2), /already/],
    ["no owner's purpose", "purposes.json", at("purposes", (f) => f.purposes.shift()), /number 1/],
    ["a kind with an unknown purpose", kind, put("kinds[0].purpose", "fun"), /“fun”/],
    ["an id that is none", "places.json", put("jurisdictions[1].id", "delhi"), /form/],
    ["an id twice", "places.json", at("jurisdictions[1].id", ({ jurisdictions: [a, b] }) => (b.id = a.id)), /already/],
    ["a district of no state", "places.json", put("districts[0].jurisdiction", "IN-XX"), /“IN-XX”/],
    ["a district named for another state", "places.json", put("districts[0].code", "IN-BR-none"), /does not lie/],
    ["a state of another country", "places.json", put("jurisdictions[2].code", "NP-BR"), /country IN/],
    ["two nations", "places.json", at("jurisdictions", (f) => (f.jurisdictions[1].level = "nation")), /exactly one/],
    ["police given the place by default", kind, put("kinds[1].sections[5]", "location"), /by default/],
    ["police given the child's words by default", kind, put("kinds[1].sections[5]", "own-words"), /by default/],
    ["a committee above a police station", kind, put("kinds[3].ladder[1].tell", "cwc"), /not set above/],
    ["a ladder to nobody", kind, put("kinds[3].ladder[1].tell", "king"), /“king”/],
    ["oversight with a section", kind, put("kinds[14].sections", ["identity"]), /holds no section/],
    ["oversight in another line", kind, put("kinds[14].oversight", false), /different things/],
    ["oversight's purpose with a section", "purposes.json", put("purposes[12].sections", ["identity"]), /no section/],
    ["a home without an outside name", kind, at("kinds[6]", (f) => delete f.kinds[6].outside), /tells a place/],
    ["an overseer who opens identities", "roles.json", put("roles[13].actions[6]", "identity.open"), /overseer/],
    ["an administrator who reads cases", "roles.json", put("roles[14].actions[3]", "case.read"), /administrator/],
    ["a supervisor who orders recusals", "roles.json", put("roles[3].actions[21]", "recusal.order"), /overseers only/],
    ["police who record the place", "roles.json", put("roles[1].kinds[3]", "ahtu"), /“case-worker” may record/],
    ["no supervisor at all", "roles.json", at("roles", (f) => (f.roles[3].code = "boss")), /“supervisor” is missing/],
    ["an act that nobody may do", "roles.json", at("roles", (f) => without(f.roles, "case.reopen")), /“case.reopen”/],
    [
      "a headline that tells",
      headlines,
      at("kinds[48].headline", (f) => {
        const told = f.kinds.find(named("own-words"));
        told.headline = told.names;
      }),
      /repeats the name/,
    ],
    [
      "a headline of its own",
      headlines,
      put("kinds[50].headline", { en: "An arrest, it seems", hi: "शायद गिरफ़्तारी" }),
      /differ/,
    ],
    ["a secret kind without a headline", headlines, put("kinds[39].headline", undefined), /Nothing says/],
    ["a needless headline", headlines, put("kinds[0].headline", { en: "Something", hi: "कुछ" }), /has no headline/],
    ["no way to say: other", "situations.json", at("situations", (f) => f.situations.pop()), /“other”/],
    ["ages with a gap", "consent.json", put("ages[1].from", 7), /gap/],
    ["ages that end early", "consent.json", at("ages", (f) => f.ages.pop()), /do not end/],
    ["nobody decides for an unsafe caregiver", "consent.json", put("caregiverUnsafe.decides", "nobody"), /“nobody”/],
    ["risk levels out of order", "risk-levels.json", at("levels[0].number", (f) => f.levels.reverse()), /not in order/],
    ["one number for danger", "pack.json", at("emergency", (f) => (f.emergency[0].danger = false)), /Fewer than two/],
    ["Hindi dropped", "pack.json", at("names.hi", (f) => f.languages.pop()), /Nothing here is called “hi”/],
    ["a script that is none", "pack.json", put("languages[1].script", "Zzzy"), /form/],
    ["a time zone that is none", "pack.json", put("timeZone", "Asia/Nowhere"), /form/],
    ["a phone pattern that is none", "pack.json", put("inventedPhones.pattern", "(("), /form/],
    ["a duration in words", "purposes.json", put("purposes[0].lasts", "six months"), /form/],
    ["a wrong kind of value", "relations.json", put("relations[0].family", "no"), /wrong type/],
    ["a confidence that is none", "national-offences.json", put("offences[0].confidence", "sure"), /does not know/],
    [
      "a punishment in words",
      "national-offences.json",
      put("offences[0].penalties[0].atMost", "long"),
      /form|not know/,
    ],
  ];
  function without(roles: { actions: string[] }[], action: string): void {
    for (const role of roles) role.actions = role.actions.filter((one) => one !== action);
  }

  test.each(cases)("%s", (_what, file, change, problem) => {
    refused(file, change, problem);
  });

  const lists: [file: string, list: string, field: string][] = [
    ["pack.json", "spoken", "code"],
    ["pack.json", "emergency", "number"],
    ["pack.json", "sources", "short"],
    ["places.json", "jurisdictions", "code"],
    ["places.json", "districts", "code"],
    [kind, "kinds", "code"],
    ["purposes.json", "purposes", "code"],
    ["roles.json", "roles", "code"],
    [headlines, "kinds", "code"],
    ["relations.json", "relations", "code"],
    ["national-offences.json", "offences", "code"],
    ["risk-levels.json", "levels", "code"],
    ["closing-outcomes.json", "tracks", "number"],
    ["closing-outcomes.json", "tracks[1].outcomes", "code"],
    ["consent.json", "purposes", "code"],
    ["consent.json", "channels", "code"],
  ];
  test.each(lists)("%s: one %s with the %s of another", (file, list, field) => {
    const taken = read(JSON.parse(readFileSync(join(india, file), "utf8")), `${list}[0].${field}`);
    refused(file, put(`${list}[1].${field}`, taken), /already/);
  });

  test("a language, a section or an act named twice", () => {
    refused(
      "pack.json",
      at("languages[2].code", ({ languages }) => languages.push(languages[1])),
      /already/,
    );
    refused("purposes.json", put("purposes[1].sections[2]", "identity"), /already/);
    refused("roles.json", put("roles[14].actions[3]", "agency.manage"), /already/);
  });

  test("a pack without Hindi anywhere", () => {
    const result = loadSpoilt("*", (content) => {
      content.languages?.pop();
      dropHindi(content);
    });
    expect(result.ok ? [] : result.problems.map(({ path, problem }) => `${path} ${problem}`)).toEqual([
      expect.stringMatching(/^languages .*“hi” is missing/),
    ]);
  });

  test("a missing file, an unknown file, and text that is no JSON, with its line", () => {
    const told = (result: ReturnType<typeof loadPack>) =>
      result.ok ? [] : result.problems.map(({ file, line }) => `${file}:${line}`);
    expect(told(loadSpoilt("roles.json", null))).toEqual(["roles.json:1"]);
    expect(told(loadSpoilt("cast-reports.json", null))).toEqual(["cast-reports.json:1"]);
    expect(told(loadSpoilt("rolls.json", "{}"))).toEqual(["rolls.json:1"]);
    expect(told(loadSpoilt("roles.json", '{\n "note": "x",\n "roles": [ }'))).toEqual(["roles.json:3"]);
    expect(told(loadSpoilt("pack.json", ""))).toEqual(["pack.json:1"]);
  });

  test("the line is the line of the value", () => {
    const result = loadSpoilt("situations.json", (file) => {
      file.situations[2].code = "Shop Or";
    });
    const line = result.ok ? 0 : (result.problems[0]?.line ?? 0);
    const text = JSON.stringify({ ...JSON.parse(readFileSync(join(india, "situations.json"), "utf8")) }, null, 2).split(
      "\n",
    );
    expect(text[line - 1]).toContain('"shop-or-eatery"');
  });

  test("every problem is told in Hindi too", () => {
    const result = loadPack(join(india, ".."), "hi");
    expect(result.ok ? "" : result.problems[0]?.problem).toMatch(/\p{Script=Devanagari}/u);
  });

  // Whatever is taken away, the loader answers with a pack or with problems; it never throws and never tells a line that is not there.
  test("any value taken away or replaced is loaded or refused in words", () => {
    const files = [
      "pack.json",
      "places.json",
      "agency-kinds.json",
      "roles.json",
      "event-kinds.json",
      "consent.json",
      "national-offences.json",
      "cast.json",
      "cast-stories.json",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.infiniteStream(fc.nat()),
        fc.constantFrom(undefined, null, 0, "x", [], {}, true),
        (file, steps, put) => {
          const result = loadSpoilt(file, (content) => spoilSomewhere(content, steps, put));
          if (result.ok) return;
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { problem, right, line } of result.problems) {
            expect(problem.length * right.length).toBeGreaterThan(0);
            expect(line).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 120 },
    );
  }, 120_000);
});

/** Walks down by chance and spoils what it meets. */
function spoilSomewhere(content: Record<string, unknown>, steps: Iterator<number>, put: unknown): void {
  let here: Record<string, unknown> = content;
  for (;;) {
    const keys = Object.keys(here);
    const step = steps.next().value as number;
    const key = keys[step % Math.max(keys.length, 1)];
    if (key === undefined) return;
    const next = here[key];
    if (typeof next === "object" && next !== null && step % 4 !== 0) here = next as Record<string, unknown>;
    else {
      if (put === undefined) delete here[key];
      else here[key] = put;
      return;
    }
  }
}

function dropHindi(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if ("en" in value && "hi" in value) delete value.hi;
  if ("language" in value && "login" in value) value.language = "en"; // a worker
  for (const inner of Object.values(value)) dropHindi(inner);
}
