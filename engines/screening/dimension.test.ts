import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPositive, setsOf, weigh, weighOne } from "./dimension.ts";
import { ADULT_LABOUR, CHILD_LABOUR } from "./lists/labour.ts";
import { type Answers, STRENGTHS, type WeighedItem } from "./model.ts";
import { anyAnswers, but, given } from "./testing.ts";

describe("the rule for one dimension", () => {
  test.each([
    [0, 0, "---"],
    [0, 1, "---"],
    [0, 2, "-++"],
    [0, 3, "+++"],
    [0, 9, "+++"],
    [1, 0, "-++"],
    [1, 1, "+++"],
    [1, 7, "+++"],
    [2, 0, "+++"],
    [8, 3, "+++"],
  ])("%i strong, %i medium, then none, one, two or more weak: %s", (strong, medium, signs) => {
    const counted = [0, 1, 2].map((weak) => (isPositive(strong, medium, weak) ? "+" : "-")).join("");
    expect(counted).toBe(signs);
    for (const weak of [3, 4, 9]) expect(isPositive(strong, medium, weak)).toBe(signs[2] === "+");
  });

  test("an extra yes, or a stronger item, never turns + into -", () => {
    let checked = 0;
    for (let s = 0; s <= 5; s++) {
      for (let m = 0; m <= 5; m++) {
        for (let w = 0; w <= 5; w++) {
          if (!isPositive(s, m, w)) continue;
          const better = [isPositive(s + 1, m, w), isPositive(s, m + 1, w), isPositive(s, m, w + 1)];
          if (m > 0) better.push(isPositive(s + 1, m - 1, w));
          if (w > 0) better.push(isPositive(s, m + 1, w - 1), isPositive(s + 1, m, w - 1));
          expect(better, `${s} ${m} ${w}`).not.toContain(false);
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(150);
  });

  test("without weak items, as on the child's list, it shrinks to s≥2, or s=1 with m≥1, or m≥3", () => {
    for (let s = 0; s <= 5; s++) {
      for (let m = 0; m <= 5; m++) expect(isPositive(s, m, 0)).toBe(s >= 2 || (s === 1 && m >= 1) || m >= 3);
    }
  });
});

describe("what is not known", () => {
  test("nothing answered leaves every dimension open, none negative", () => {
    for (const list of [CHILD_LABOUR, ADULT_LABOUR]) {
      expect(weigh(list, {}).map(({ finding }) => finding)).toEqual(Array(6).fill("open"));
    }
  });

  test("asked and not known weighs the same as not asked", () => {
    const unknown = given({ unknown: CHILD_LABOUR.items.map(({ id }) => id) });
    expect(weigh(CHILD_LABOUR, unknown)).toEqual(weigh(CHILD_LABOUR, {}));
  });

  test("lower never exceeds upper, and the finding follows from both", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(CHILD_LABOUR, ADULT_LABOUR), (answers, list) => {
        for (const { lower, upper, finding, smallest } of weigh(list, answers)) {
          expect(lower && !upper).toBe(false);
          expect(finding).toBe(lower ? "positive" : upper ? "open" : "negative");
          expect(smallest !== null).toBe(finding === "open");
        }
      }),
    );
  });

  test("however the unknown are answered, the finding stays between lower and upper", () => {
    fc.assert(
      fc.property(anyAnswers, fc.infiniteStream(fc.boolean()), (answers, coin) => {
        const before = weigh(CHILD_LABOUR, answers);
        let after: Answers = answers;
        for (const id of before.flatMap(({ unknown }) => unknown)) {
          after = but(after, id, coin.next().value ? "yes" : "no");
        }
        for (const [at, { lower }] of weigh(CHILD_LABOUR, after).entries()) {
          expect(lower || !before[at]?.lower).toBe(true);
          expect(!lower || before[at]?.upper).toBe(true);
        }
      }),
    );
  });

  test("a yes in place of anything never turns + into -, nor does a stronger item", () => {
    const list = fc.array(
      fc.record({ strength: fc.constantFrom(...STRENGTHS), value: fc.constantFrom("yes", "no", "unknown") }),
      {
        minLength: 1,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(list, fc.nat(), (rows, pick) => {
        const items = rows.map(({ strength }, at): WeighedItem => ({ ...sample, id: `t.${at}`, strength }));
        const answers: Answers = Object.fromEntries(rows.map(({ value }, at) => [`t.${at}`, { value }]));
        const at = pick % rows.length;
        const before = weighOne("exploitation", items, answers);
        const oneMore = weighOne("exploitation", items, but(answers, `t.${at}`, "yes"));
        const raised = items.map((item, n) => (n === at ? { ...item, strength: "strong" as const } : item));
        const stronger = weighOne("exploitation", raised, answers);
        for (const after of [oneMore, stronger]) {
          expect(after.lower || !before.lower).toBe(true);
          expect(after.upper || !before.upper).toBe(true);
        }
      }),
    );
  });
});

describe("the smallest sets", () => {
  test("one strong known: any one other item would do", () => {
    const found = of("deceptive-recruitment", given({ yes: ["deceptive.wrong-job"] }));
    expect(found?.finding).toBe("open");
    expect(found?.smallest?.mixes).toEqual([["medium"], ["strong"]]);
    expect([...setsOf(found?.smallest ?? none)]).toHaveLength(9);
  });

  test("are exactly the sets that a search through all of them finds", () => {
    const rows = fc.array(
      fc.record({ strength: fc.constantFrom(...STRENGTHS), value: fc.constantFrom("yes", "no", "unknown") }),
      {
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const items = given.map(({ strength }, at): WeighedItem => ({ ...sample, id: `t.${at}`, strength }));
        const answers: Answers = Object.fromEntries(given.map(({ value }, at) => [`t.${at}`, { value }]));
        const found = weighOne("exploitation", items, answers);
        fc.pre(found.smallest !== null);
        const ours = [...setsOf(found.smallest ?? none)].map((set) => [...set].sort().join());
        expect(new Set(ours)).toEqual(searched(items, answers, found.unknown));
        expect(new Set(ours).size).toBe(ours.length);
      }),
      { numRuns: 400 },
    );
  });
});

const sample = { id: "t", how: "ask", dimension: "exploitation", strength: "medium" } as const;
const none = { mixes: [], candidates: { strong: [], medium: [], weak: [] } };

function of(dimension: string, answers: Answers) {
  return weigh(CHILD_LABOUR, answers).find((each) => each.dimension === dimension);
}

/** Every smallest set of unknown items that makes the dimension positive, by trying them all. */
function searched(items: readonly WeighedItem[], answers: Answers, unknown: readonly string[]): Set<string> {
  const making: string[][] = [];
  for (let bits = 0; bits < 2 ** unknown.length; bits++) {
    const set = unknown.filter((_, at) => bits & (1 << at));
    if (weighOne("exploitation", items, { ...answers, ...given({ yes: set }) }).lower) making.push(set);
  }
  const fewest = Math.min(...making.map((set) => set.length));
  return new Set(making.filter((set) => set.length === fewest).map((set) => set.sort().join()));
}
