import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assess, INDIA_BNS_143 } from "../engines/screening/index.ts";
import { india } from "./broken.ts";
import { everybody, person } from "./cast.ts";
import { loadPack } from "./pack.ts";
import { screeningOffences } from "./screening.ts";
import type { Pack } from "./shape.ts";
import { nameOutside, proposedSections } from "./sharing.ts";
import { everything, instantOf, sealedWords } from "./story.ts";

const pack = load();
const stage = pack.stage;
if (!stage) throw new Error("India's pack has a cast");

function load(): Pack {
  const loaded = loadPack(india);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.pack;
}

const openFiles = [
  "pack.json",
  "places.json",
  "agency-kinds.json",
  "purposes.json",
  "roles.json",
  "situations.json",
  "risk-levels.json",
  "relations.json",
  "event-kinds.json",
  "consent.json",
  "closing-outcomes.json",
  "national-offences.json",
  "cast.json",
];

describe("the cast", () => {
  test("everybody of scenarios 1 and 12 is there, where they serve", () => {
    const serves = (key: Parameters<typeof person>[0]) => `${person(key).agency.kind} ${person(key).roles[0]}`;
    expect(
      [
        "farah",
        "vikram",
        "rekha",
        "deepak",
        "kavita",
        "asha-rao",
        "pooja",
        "anil",
        "leela",
        "arvind",
        "suresh",
        "jyoti",
        "ritu",
        "mehnaz",
        "teresa",
        "meher",
        "zarina",
      ].map((key) => serves(key as "farah")),
    ).toEqual([
      "helpline helpline-worker",
      "ahtu investigator",
      "sjpu investigator",
      "police-station duty-officer",
      "cwc supervisor",
      "cwc committee-member",
      "cwc records-clerk",
      "dcpu case-worker",
      "cci home-manager",
      "hospital health-worker",
      "labour inspector",
      "rpf investigator",
      "prosecutor prosecutor",
      "dlsa legal-aid-lawyer",
      "ngo support-person",
      "state-commission overseer",
      "national-commission overseer",
    ]);
  });

  test("each kind of agency but none is acted, and each state has two overseers", () => {
    const acted = new Set(everybody().map(({ agency }) => agency.kind));
    expect(pack.kinds.filter(({ code }) => !acted.has(code))).toEqual([]);
    const overseers = everybody()
      .filter(({ roles }) => roles.includes("overseer"))
      .map(({ agency }) => agency.key);
    for (const commission of [
      "commission-delhi",
      "commission-bihar",
      "commission-west-bengal",
      "commission-national",
    ]) {
      expect(overseers.filter((key) => key === commission)).toHaveLength(2);
    }
  });

  test("a second person can be drawn outside each agency: supervisors in every state", () => {
    const states = everybody()
      .filter(({ roles }) => roles.includes("supervisor"))
      .map(({ agency }) => agency.jurisdiction);
    expect(new Set(states)).toEqual(new Set(["IN-DL", "IN-BR", "IN-WB"]));
  });

  test("both clerks who must be recused are clerks who would otherwise see the case", () => {
    const recused = everything(stage).cases.flatMap((told) => told.recusals.map(({ worker }) => [told.key, worker]));
    expect(recused).toEqual([
      ["meena", "santosh"],
      ["asha", "manoj"],
      ["ojas", "manoj"],
    ]);
    const meena = everything(stage).cases.find(({ key }) => key === "meena");
    expect(meena?.members.map(({ unit }) => unit)).toContain(person("santosh").unit.key);
  });

  test("only homes are named by their place, and each has a name for outside", () => {
    const homes = Object.entries(stage.cast.agencies)
      .filter(([, { kind }]) => nameOutside(pack, kind))
      .map(([key]) => key);
    expect(homes).toEqual(["asha-house", "kashphool-house"]);
    expect(nameOutside(pack, "cci")).toEqual({ en: "A care home", hi: "एक बाल गृह" });
    expect(nameOutside(pack, "ahtu")).toBeNull();
  });
});

describe("nobody is real", () => {
  test("all phones are marked invented and lie where no person has a number", () => {
    const text = ["cast-stories.json", "cast-cases.json", "cast-reports.json"]
      .map((file) => readFileSync(join(india, file), "utf8"))
      .join("");
    const phones = [...text.matchAll(/"number": "(\+\d+)"[^}]*?"invented": (true|false)/g)];
    expect(phones.length).toBeGreaterThan(15);
    expect(text.match(/"number":/g)).toHaveLength(phones.length);
    for (const [, number, invented] of phones)
      expect([number, invented]).toEqual([expect.stringMatching(/^\+9111000\d{5}$/), "true"]);
    // No other run of digits in the stories could be dialled: only house numbers and post codes that begin with 0.
    expect(text.replace(/"\+9111000\d{5}"/g, "").match(/\d{7,}/g)).toBeNull();
  });

  test("what must stay sealed occurs nowhere in what the database holds in the open", () => {
    const open = openFiles.map((file) => readFileSync(join(india, file), "utf8")).join("\n");
    const sealed = sealedWords(stage);
    expect(sealed.length).toBeGreaterThan(200);
    expect(sealed.filter((word) => open.includes(word))).toEqual([]);
    expect(sealed.filter((word) => word.length < 6)).toEqual([]);
  });

  test("names come in several scripts, very long, and without a family name", () => {
    const children = everything(stage).cases.flatMap(({ people }) => people.filter(({ role }) => role === "child"));
    expect(new Set(children.map(({ names }) => names.script))).toEqual(new Set(["Deva", "Latn", "Beng", "Arab"]));
    for (const { names } of children) expect(names.given).toMatch(new RegExp(`\\p{Script=${names.script}}`, "u"));
    expect(Math.max(...children.map(({ names }) => `${names.given} ${names.family ?? ""}`.length))).toBeGreaterThan(90);
    expect(children.some(({ names }) => names.family === undefined)).toBe(true);
  });

  test("lists look alive: cases over many agencies, reports in every state", () => {
    const owners = new Set(stage.cases.map(({ openedBy }) => person(openedBy as "farah").agency.key));
    expect(stage.cases.length).toBeGreaterThanOrEqual(25);
    expect(owners.size).toBeGreaterThanOrEqual(14);
    expect(new Set(stage.reports.map(({ state }) => state)).size).toBe(8);
  });
});

describe("the stories", () => {
  test("moments fall where the scenarios put them", () => {
    const at = (moment: string, starts: string) =>
      instantOf(moment, Temporal.PlainDate.from(starts), pack.about.timeZone).toString();
    expect(stage.stories.map(({ starts }) => starts)).toEqual(["2027-01-11", "2027-11-08"]);
    expect(at("day 0 22:50", "2027-01-11")).toBe("2027-01-11T17:20:00Z");
    expect(at("day 36 13:00", "2027-01-11")).toBe("2027-02-16T07:30:00Z"); // restored on Tuesday 16 February
    expect(at("day 1 11:30", "2027-11-08")).toBe("2027-11-09T06:00:00Z"); // before the committee
    expect(() => at("tomorrow", "2027-01-11")).toThrow(RangeError);
  });

  test("Meena's answers lead the screening to the finding that the story tells", () => {
    const told = everything(stage).cases.find(({ key }) => key === "meena")?.screening;
    if (!told) throw new Error("the story has a screening");
    const advice = assess({ answers: told.answers, offences: screeningOffences(pack) });
    if (advice.kind !== "finding") throw new Error("no danger was answered yes");
    expect(advice.international.finding).toBe(told.expect.finding);
    expect(advice.dimensions.filter(({ finding }) => finding === "positive").map(({ dimension }) => dimension)).toEqual(
      told.expect.positive,
    );
    expect([...advice.tracks].sort()).toEqual([...told.expect.tracks].sort());
  });

  test("the pack's trafficking offence says what the screening's says", () => {
    const [offence] = screeningOffences(pack);
    const sorted = (list: readonly string[] = []) => [...list].sort();
    expect(offence?.id).toBe(INDIA_BNS_143.id);
    for (const part of ["acts", "means", "purposes"] as const)
      expect(sorted(offence?.[part])).toEqual(sorted(INDIA_BNS_143[part]));
    expect(offence?.meansNeededForChild).toBe(INDIA_BNS_143.meansNeededForChild);
    expect(offence?.purposeList).toBe(INDIA_BNS_143.purposeList);
  });

  test("whoever must not see where she sleeps is offered no section for it", () => {
    for (const told of everything(stage).cases) {
      for (const { who } of told.mustNotSee.filter(({ what }) => what === "place")) {
        const { agency, unit } = person(who as "farah");
        const member = told.members.find((entry) => entry.unit === unit.key);
        const kind = pack.kinds.find(({ code }) => code === agency.kind);
        const purpose = pack.purposes.find(({ code }) => code === (member?.purpose ?? "protection"));
        if (!kind || !purpose) throw new Error("known to the pack");
        expect(proposedSections(kind, purpose)).not.toContain("location");
      }
    }
  });
});
