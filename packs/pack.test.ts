import { describe, expect, test } from "vitest";
import { india, loadSpoilt } from "./broken.ts";
import { loadPack } from "./pack.ts";
import { administratorActions, guardedSections, overseerActions } from "./vocabulary.ts";

const loaded = loadPack(india);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
const { pack } = loaded;

describe("India's pack", () => {
  test("loads, and its hash changes with a single letter", () => {
    expect(pack.about.id).toBe("in");
    expect(pack.hash).toMatch(/^[0-9a-f]{64}$/);
    const changed = loadSpoilt("situations.json", (file) => {
      file.note += ".";
    });
    expect(changed.ok && changed.pack.hash !== pack.hash).toBe(true);
  });

  test("has every kind of agency that the response needs", () => {
    const kinds = pack.kinds.map(({ code }) => code);
    for (const needed of [
      "helpline",
      "ahtu",
      "sjpu",
      "police-station",
      "cwc",
      "dcpu",
      "cci",
      "labour",
      "rpf",
      "prosecutor",
      "dlsa",
      "ngo",
      "hospital",
      "district-magistrate",
      "state-commission",
      "national-commission",
    ]) {
      expect(kinds).toContain(needed);
    }
  });

  test("has the nation and three states, each with its districts", () => {
    const districts = (state: string) =>
      pack.districts.filter(({ jurisdiction, endedOn }) => jurisdiction === state && !endedOn).length;
    expect(pack.jurisdictions.map(({ code }) => code)).toEqual(["IN", "IN-DL", "IN-BR", "IN-WB"]);
    expect(["IN-DL", "IN-BR", "IN-WB"].map(districts)).toEqual([13, 38, 23]);
  });

  test("no kind but carers and deciders is granted by default where a child sleeps", () => {
    const holders = (section: "location" | "own-words") =>
      pack.kinds.filter(({ sections }) => sections.includes(section)).map(({ code }) => code);
    expect(holders("location")).toEqual(["cwc", "dcpu", "cci"]);
    expect(holders("own-words")).toEqual(["cwc", "ngo"]);
    expect(Object.keys(guardedSections)).toContain("location");
  });

  test("a committee stands on no other kind's ladder, and oversight ends each", () => {
    for (const { code, ladder, oversight } of pack.kinds) {
      expect(ladder.some(({ tell }) => tell === "cwc")).toBe(false);
      if (!oversight) expect([code, ladder.at(-1)?.tell]).toEqual([code, expect.stringMatching(/-commission$/)]);
    }
  });

  test("an overseer only reads, and whoever keeps the workers sees no case", () => {
    const actions = (role: string) => pack.roles.find(({ code }) => code === role)?.actions ?? [];
    expect([...actions("overseer")].sort()).toEqual([...overseerActions].sort());
    expect(administratorActions).toEqual(expect.arrayContaining([...actions("administrator")]));
    expect(actions("records-clerk")).not.toContain("identity.open");
  });

  test("two numbers for danger, both with what they are", () => {
    expect(pack.about.emergency.filter(({ danger }) => danger).map(({ number }) => number)).toEqual(["112", "1098"]);
  });

  test("lost contact and no evidence are told to oversight", () => {
    const told = pack.tracks.flatMap(({ outcomes }) =>
      outcomes.filter(({ tellOversight }) => tellOversight).map(({ code }) => code),
    );
    expect(told).toEqual(expect.arrayContaining(["lost-contact", "died", "no-evidence", "mistake-of-fact"]));
  });
});
