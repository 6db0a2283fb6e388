import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isPositive } from "../dimension.ts";
import {
  decide,
  internationalElements,
  isChild,
  MEANS_OF,
  outcomeOf,
  PURPOSE_OF_EXPLOITATION,
  RECRUITMENT,
} from "../elements.ts";
import {
  ACTS,
  DIMENSIONS,
  FINDINGS,
  MEANS,
  OUTCOMES,
  PURPOSES,
  VALUES,
  type Value,
  type WeighedList,
} from "../model.ts";
import { nationalElements } from "../national.ts";
import { INDIA_BNS_143 } from "../offences/india.ts";
import { exploitationOf } from "../reasons.ts";
import { RULE_VERSION } from "../screen.ts";
import { ITEMS, LISTS, PROMPTS } from "./all.ts";
import { CHILD_PURPOSES, GROUND, WIDER_PURPOSES } from "./ground.ts";
import { ADULT_LABOUR, CHILD_LABOUR } from "./labour.ts";
import { CHILD_SEXUAL } from "./prompts.ts";

describe("the labour lists hold what the source holds", () => {
  test("child: 65 items, 10+10+15+8+15+7, none weak", () => {
    expect(profile(CHILD_LABOUR)).toEqual(["2S 8M 0W", "4S 6M 0W", "0S 15M 0W", "1S 7M 0W", "8S 7M 0W", "0S 7M 0W"]);
    expect(CHILD_LABOUR.items).toHaveLength(65);
  });

  test("adult: 67 items, 10+10+16+9+15+7", () => {
    expect(profile(ADULT_LABOUR)).toEqual(["1S 8M 1W", "1S 9M 0W", "0S 14M 2W", "1S 7M 1W", "4S 10M 1W", "0S 5M 2W"]);
    expect(ADULT_LABOUR.items).toHaveLength(67);
  });

  test("the adult list is the child's and two more", () => {
    const child = CHILD_LABOUR.items.map(({ id }) => id);
    const more = ADULT_LABOUR.items.map(({ id }) => id).filter((id) => !child.includes(id));
    expect(more).toEqual(["vulnerable.false-law", "exploitation.no-social-protection"]);
    expect(ADULT_LABOUR.items.filter(({ id }) => child.includes(id))).toHaveLength(65);
  });

  test("an item weighs no more for an adult than for a child", () => {
    const rank = { weak: 0, medium: 1, strong: 2 };
    for (const item of CHILD_LABOUR.items) {
      const adult = ADULT_LABOUR.items.find(({ id }) => id === item.id);
      expect(rank[adult?.strength ?? "strong"], item.id).toBeLessThanOrEqual(rank[item.strength]);
    }
  });

  test("taken papers and a locked door weigh more where the work is done than on the way", () => {
    const strength = (id: string) => CHILD_LABOUR.items.find((item) => item.id === id)?.strength;
    expect([strength("coercive.papers-taken"), strength("held.papers-taken")]).toEqual(["medium", "strong"]);
    expect([strength("coercive.confined"), strength("held.confined")]).toEqual(["medium", "strong"]);
  });
});

describe("every list", () => {
  test("says where it comes from, and that a person must still compare it", () => {
    for (const list of LISTS) {
      expect(list.source.length, list.id).toBeGreaterThan(10);
      expect(list.needsCheck, list.id).toBe(true);
      expect(["V", "S", "G"]).toContain(list.mark);
    }
    expect(new Set(LISTS.map(({ id }) => id)).size).toBe(LISTS.length);
  });

  test("names each item once; only the two labour lists share items", () => {
    for (const list of LISTS) expect(new Set(list.items.map(({ id }) => id)).size, list.id).toBe(list.items.length);
    const total = LISTS.filter((list) => list !== CHILD_LABOUR).reduce((sum, { items }) => sum + items.length, 0);
    expect(ITEMS.size).toBe(total);
    expect(total).toBe(174);
  });

  test("asks an item the same way for child and adult", () => {
    for (const item of CHILD_LABOUR.items) expect(ITEMS.get(item.id)?.how).toBe(item.how);
  });

  test("is frozen all the way down", () => {
    for (const list of [...LISTS, INDIA_BNS_143]) expect(isFrozenDeep(list), list.id).toBe(true);
  });

  test("has ids of the form group.name", () => {
    for (const id of ITEMS.keys()) expect(id).toMatch(/^[a-z-]+\.[a-z0-9-]+$/);
  });

  test("holds the acts, means and purposes that the model names", () => {
    const ground = GROUND.items.map(({ id }) => id);
    expect(ground).toEqual(expect.arrayContaining([...ACTS, ...MEANS, ...PURPOSES]));
    expect(GROUND.items.filter(({ stage }) => ["act", "means", "purpose"].includes(stage))).toHaveLength(
      ACTS.length + MEANS.length + PURPOSES.length,
    );
  });
});

describe("what is not there", () => {
  test("prompts carry no weight: the child-sexual list has 13 topics and not one strength", () => {
    expect(CHILD_SEXUAL.items).toHaveLength(13);
    for (const list of PROMPTS) for (const item of list.items) expect(Object.keys(item).sort()).toEqual(["how", "id"]);
  });

  test("no item asks for sex, caste, religion, nationality, looks, dress or travelling alone", () => {
    const banned =
      /gender|female|male\b|girl|boy|caste|tribe|religion|faith|nationalit|citizen|skin|race|dress|cloth|looks|alone$/;
    const asking = [...ITEMS.keys()].filter((id) => banned.test(id));
    // "safe to talk alone", "small child left alone" and "never let out alone" are about control, not about a kind of person.
    expect(asking).toEqual(["danger.under-5-alone", "safe.alone", "domestic.never-out-alone"]);
  });

  test("no item asks whether the person agreed to work or travel", () => {
    expect([...ITEMS.keys()].filter((id) => /consent|willing|voluntary|agree/.test(id))).toEqual([
      "understands.agrees",
    ]);
  });

  test("no detail of sexual acts is ever put to the person", () => {
    const touchy = [
      "purpose.commercial-sexual-use",
      "purpose.sexual",
      "abuse.sexual",
      "held.forced-tasks",
      "sexual.clients-set",
      "sexual.condom-refusal",
    ];
    for (const id of touchy) expect(ITEMS.get(id)?.how, id).toBe("known");
    for (const { id, how } of CHILD_SEXUAL.items) expect(how, id).not.toBe("ask");
  });
});

/*
 * An old assessment names the versions it was made with, so one version must mean one content for ever. When a test
 * below fails: give the list (or the rule) a new version and add its digest to recorded.json; never change a line.
 */
describe("one version, one content", () => {
  const recorded = JSON.parse(readFileSync(new URL("./recorded.json", import.meta.url), "utf8")) as Record<
    string,
    Record<string, string>
  >;

  test.each([...LISTS, INDIA_BNS_143])("$id $version is what was recorded", (list) => {
    expect(recorded[list.id]?.[list.version]).toBe(digest(list));
  });

  test(`the rule ${RULE_VERSION} is what was recorded`, () => {
    expect(recorded.rule?.[RULE_VERSION]).toBe(digest(rule()));
  });

  test("a changed weight changes the digest", () => {
    const [first, ...rest] = CHILD_LABOUR.items;
    const changed = { ...CHILD_LABOUR, items: [{ ...first, strength: "weak" }, ...rest] };
    expect(digest(changed)).not.toBe(digest(CHILD_LABOUR));
  });
});

/** Everything in the rule that is a table, written out. */
function rule() {
  const upTo4 = [0, 1, 2, 3, 4];
  const both = [true, false];
  return {
    dimension: upTo4.flatMap((s) => upTo4.flatMap((m) => upTo4.map((w) => isPositive(s, m, w)))),
    decide: both.flatMap((child) =>
      OUTCOMES.flatMap((act) =>
        OUTCOMES.flatMap((means) =>
          OUTCOMES.flatMap((purpose) => both.map((recruitment) => decide({ child, act, means, purpose, recruitment }))),
        ),
      ),
    ),
    outcomes: FINDINGS.map(outcomeOf),
    child: VALUES.flatMap((a) =>
      VALUES.map((b) => isChild({ "age.under-18": { value: a }, "age.settled": { value: b } })),
    ),
    elements: elementsTable(),
    means: MEANS_OF,
    purposes: { labour: PURPOSE_OF_EXPLOITATION, child: CHILD_PURPOSES, wider: WIDER_PURPOSES },
    recruitment: RECRUITMENT,
  };
}

/**
 * Elements, status and a national offence for every combination of act, means, purpose and dimensions, each
 * shown, denied or not known; the dimensions are made up, so that a changed list leaves this table alone.
 */
function elementsTable() {
  const states = ["yes", "no", "unknown"] as const;
  const rows: string[] = [];
  for (const child of [true, false]) {
    for (const [act, means, purpose] of product(states, 3)) {
      const answers = {
        ...all(ACTS, act),
        ...all(MEANS, means),
        ...all(PURPOSES, purpose),
        "status.begun": { value: "no" },
      } as const;
      for (const [recruited, exploited, kept] of product(states, 3)) {
        const dimensions = DIMENSIONS.map((dimension) => {
          const state = dimension === "exploitation" ? exploited : dimension.includes("recruitment") ? recruited : kept;
          const [lower, upper] = [state === "yes", state !== "no"];
          const finding = lower ? "positive" : upper ? "open" : "negative";
          return { dimension, lower, upper, finding, yes: [], unknown: [], smallest: null } as const;
        });
        const facts = { child, answers, dimensions };
        const international = internationalElements(facts);
        const national = nationalElements(INDIA_BNS_143, facts).outcome;
        rows.push([international.finding, exploitationOf(facts, international), national].join());
      }
    }
  }
  return rows;
}

function product<T>(values: readonly T[], times: number): T[][] {
  return times === 0 ? [[]] : values.flatMap((value) => product(values, times - 1).map((rest) => [value, ...rest]));
}

function all(ids: readonly string[], value: Value | undefined) {
  return Object.fromEntries(ids.map((id) => [id, { value: value ?? "unknown" }]));
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function profile(list: WeighedList): string[] {
  return DIMENSIONS.map((dimension) => {
    const count = (strength: string) =>
      list.items.filter((item) => item.dimension === dimension && item.strength === strength).length;
    return `${count("strong")}S ${count("medium")}M ${count("weak")}W`;
  });
}

function isFrozenDeep(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozenDeep);
}
