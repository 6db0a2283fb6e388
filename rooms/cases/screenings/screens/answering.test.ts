import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess, ITEMS, nextQuestion } from "../../../../engines/screening/index.ts";
import {
  answer,
  BLANK,
  choose,
  type Filling,
  GIVEN,
  goBack,
  goOn,
  goTo,
  note,
  placeInStage,
  serves,
  skippedIn,
  stageOf,
  stepOf,
  toKeep,
} from "./answering.ts";
import { differences } from "./differences.ts";

const said = (filling: Filling, item: string, value: (typeof GIVEN)[number]) =>
  goOn(choose(filling, item, value), item);
const itemNow = (filling: Filling) => {
  const step = stepOf(filling);
  return step.kind === "question" || step.kind === "again" ? step.item : null;
};

/** Goes on until there is no question left, with answers or skips as they come. */
function walk(choices: readonly ("yes" | "no" | "unknown" | "skip")[]): Filling {
  let filling = BLANK;
  for (const choice of choices) {
    const item = itemNow(filling);
    if (item === null) break;
    filling = choice === "skip" ? goOn(filling, item) : said(filling, item, choice);
  }
  return filling;
}
const anyWalk = fc.array(fc.constantFrom("yes", "no", "unknown", "skip"), { maxLength: 140 });

test("the first questions are those of danger, and a danger stops the form whatever stood further on", () => {
  expect(stageOf(itemNow(BLANK) ?? "")).toBe("danger");
  let filling = said(said(BLANK, "danger.held", "no"), "danger.injured", "no");
  filling = goBack(goBack(filling));
  expect(itemNow(filling)).toBe("danger.held");
  expect(stepOf(said(filling, "danger.held", "yes"))).toEqual({ kind: "act-now", dangers: ["danger.held"] });
});

test("choosing does not move on: the question stays until one goes on, also a danger", () => {
  for (const value of GIVEN) {
    const chosen = choose(BLANK, "danger.held", value);
    expect(itemNow(chosen)).toBe("danger.held");
    expect(itemNow(choose(chosen, "danger.held", "no"))).toBe("danger.held");
    expect(choose(chosen, "danger.held", "no").trail).toEqual(["danger.held"]);
  }
  expect(itemNow(goOn(choose(BLANK, "danger.held", "no"), "danger.held"))).toBe("danger.injured");
});

test("whoever corrects a danger goes on where they were", () => {
  const filling = said(BLANK, "danger.held", "yes");
  expect(stepOf(filling).kind).toBe("act-now");
  const corrected = said(goBack(filling), "danger.held", "no");
  expect(itemNow(corrected)).toBe("danger.injured");
});

describe("skipping", () => {
  test("never repeats a question, and never counts as an answer", () => {
    fc.assert(
      fc.property(anyWalk, (choices) => {
        const filling = walk(choices);
        expect(new Set(filling.trail).size).toBe(filling.trail.length);
        for (const id of skippedIn(filling)) expect(filling.answers[id]).toBeUndefined();
        expect(Object.keys(filling.answers).length + skippedIn(filling).length).toBe(filling.trail.length);
        assess({ answers: filling.answers, offences: [] }); // never refuses what we built
      }),
      { numRuns: 40 },
    );
  });

  test("a skipped check of a safe talk does not make the talk safe", () => {
    const skipped = walk([...Array(6).fill("no"), ...Array(9).fill("skip")]);
    expect(skippedIn(skipped).length).toBeGreaterThan(0);
    const step = stepOf(skipped);
    if (step.kind === "question") expect(step.how).not.toBe("ask");
    expect(assess({ answers: skipped.answers, offences: [] })).toMatchObject({ talk: "to-check" });
  });
});

test("back and on again leads through the same questions", () => {
  fc.assert(
    fc.property(anyWalk, fc.nat({ max: 200 }), (choices, steps) => {
      const filling = walk(choices);
      let back = filling;
      for (let n = 0; n < steps; n++) back = goBack(back);
      while (back.at < back.trail.length) {
        const item = itemNow(back);
        expect(item).toBe(back.trail[back.at]);
        back = { ...back, at: back.at + 1 };
      }
      expect(stepOf(back)).toEqual(stepOf(filling));
    }),
    { numRuns: 40 },
  );
});

test("answered on the sheet is not asked again among the questions", () => {
  const filling = answer(answer(BLANK, "danger.held", "no"), "danger.injured", "unknown");
  expect(itemNow(filling)).toBe("danger.being-moved");
  expect(itemNow(goTo(filling, "act.harbouring"))).toBe("act.harbouring");
});

test("an answer keeps how it is known when it changes, and loses both when it is taken back", () => {
  const filling = answer(BLANK, "act.receipt", "yes", "document");
  expect(answer(filling, "act.receipt", "no").answers["act.receipt"]).toEqual({ value: "no", source: "document" });
  expect(answer(filling, "act.receipt", "yes", null).answers["act.receipt"]).toEqual({ value: "yes" });
  expect(answer(filling, "act.receipt", null).answers).toEqual({});
});

test("every question says what it serves, and where in its stage it stands", () => {
  for (const id of ITEMS.keys()) expect(serves(id, {})).toHaveProperty("of");
  expect(serves("exploitation.excessive-hours", {})).toEqual({
    of: "dimension",
    dimension: "exploitation",
    strength: "strong",
  });
  expect(serves("act.receipt", {})).toEqual({ of: "element", element: "act" });
  expect(serves("sexual.images", {})).toEqual({ of: "prompt", list: "child-sexual-exploitation" });
  const second = said(BLANK, "danger.held", "no");
  expect(placeInStage(second, "danger.injured", "danger")).toEqual({ nth: 2, of: 6 });
});

test("what is kept holds no empty notes and no answer that was taken back", () => {
  const filling = note(
    note(answer(answer(BLANK, "act.receipt", "yes"), "act.receipt", null), "act.receipt", "  "),
    "a.b",
    "x",
  );
  expect(toKeep(filling)).toEqual({ answers: {}, itemNotes: { "a.b": "x" } });
  expect(nextQuestion(filling.answers)).toMatchObject({ kind: "question" });
});

test("two screenings differ in what was answered otherwise, never in what nobody asked", () => {
  const before = { "a.b": { value: "unknown" }, "c.d": { value: "yes" }, "e.f": { value: "not-asked" } } as const;
  const after = { "a.b": { value: "yes" }, "c.d": { value: "yes" }, "g.h": { value: "no" } } as const;
  expect(differences(before, after)).toEqual([
    { item: "a.b", before: "unknown", after: "yes" },
    { item: "g.h", before: null, after: "no" },
  ]);
  expect(differences(before, before)).toEqual([]);
});
