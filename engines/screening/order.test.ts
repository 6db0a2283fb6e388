import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ITEMS, LISTS } from "./lists/all.ts";
import { GROUND } from "./lists/ground.ts";
import { type Answers, MEANS, PURPOSES, STAGES, type Stage } from "./model.ts";
import { type Next, nextQuestion, sheet } from "./order.ts";
import { assess, listFor } from "./screen.ts";
import { anyAnswers, asAdult, asChild, but, given } from "./testing.ts";

const ready = given({
  yes: GROUND.items.filter(({ stage }) => stage === "safe" || stage === "understanding").map(({ id }) => id),
  no: GROUND.items.filter(({ stage }) => stage === "danger").map(({ id }) => id),
});

type Asked = Extract<Next, { kind: "question" }>;

/** Answers every question from the truth until there is none left. */
function run(
  start: Answers,
  truth: (id: string) => "yes" | "no" | "unknown",
): { answers: Answers; asked: Asked[]; end: Next } {
  const asked: Asked[] = [];
  let answers = start;
  for (;;) {
    const next = nextQuestion(answers);
    if (next.kind !== "question") return { answers, asked, end: next };
    if (asked.some(({ item }) => item === next.item)) throw new Error(`asked twice: ${next.item}`);
    asked.push(next);
    answers = but(answers, next.item, truth(next.item));
  }
}

function stages(asked: readonly Asked[]): Stage[] {
  return asked.map(({ stage }) => stage).filter((stage, at, all) => stage !== all[at - 1]);
}

describe("the order", () => {
  test("danger, safe talk, understanding, age, elements, then the dimensions", () => {
    const { asked, end } = run({}, (id) => (/^(safe|understands|age|status)/.test(id) ? "yes" : "no"));
    expect(stages(asked)).toEqual([
      "danger",
      "safe",
      "understanding",
      "age",
      "act",
      "status",
      "purpose",
      "exploitation",
      ...STAGES.filter((stage) => /recruitment|destination/.test(stage)),
    ]);
    expect(end).toEqual({ kind: "done", because: "nothing-left" });
  });

  test("a danger stops it at once", () => {
    expect(nextQuestion({})).toMatchObject({ item: "danger.held" });
    expect(nextQuestion(given({ yes: ["danger.held"] }))).toEqual({ kind: "act-now", dangers: ["danger.held"] });
  });

  test("an age is settled only where 18 or more was stated", () => {
    expect(nextQuestion({ ...ready, ...given({ no: ["age.under-18"] }) })).toMatchObject({ item: "age.settled" });
    expect(nextQuestion({ ...ready, ...given({ yes: ["age.under-18"] }) })).toMatchObject({ stage: "act" });
  });

  test("a child is never asked for means; an adult is, until one is seen", () => {
    const no = () => "no" as const;
    expect(run(asChild(ready), no).asked.filter(({ stage }) => stage === "means")).toEqual([]);
    expect(
      run(asAdult(ready), no)
        .asked.filter(({ stage }) => stage === "means")
        .map(({ item }) => item),
    ).toEqual(MEANS);
    const deceived = run(asAdult(ready), (id) => (id === "means.threat-or-force" ? "yes" : "no")).asked;
    expect(deceived.filter(({ stage }) => stage === "means")).toHaveLength(1);
  });

  test("where nothing has begun, nothing of the destination is asked", () => {
    const { asked } = run(asChild(ready), (id) => (id.startsWith("act") ? "yes" : "no"));
    expect(stages(asked)).not.toContain("exploitation");
    expect(stages(asked).some((stage) => stage.includes("destination"))).toBe(false);
  });

  test("strong items of a dimension come first, and it is left once decided", () => {
    const { asked } = run(asChild(ready), (id) => (/^(act|status|deceptive)/.test(id) ? "yes" : "no"));
    const deceptive = asked.filter(({ stage }) => stage === "deceptive-recruitment").map(({ item }) => item);
    expect(deceptive).toEqual(["deceptive.wrong-job", "deceptive.schooling-promised"]);
  });

  test("commercial sexual use known: no purpose is asked after it", () => {
    const { asked } = run(asChild(ready), (id) => (id === "purpose.commercial-sexual-use" ? "yes" : "no"));
    expect(asked.filter(({ stage }) => stage === "purpose")).toHaveLength(1);
  });

  test("what an earlier statement told is not asked again", () => {
    const meena = given({
      yes: [
        "age.under-18",
        "act.recruitment",
        "exploitation.excessive-hours",
        "exploitation.low-or-no-pay",
        "status.begun",
      ],
      no: ["status.ongoing"],
      unknown: ["abuse.sexual"],
    });
    const next = nextQuestion({ ...ready, ...meena });
    expect(next).toMatchObject({ stage: "deceptive-recruitment", changesFinding: false }); // the worker may stop here
  });

  test("changesFinding is true only for a single answer that would change it", () => {
    const base = {
      ...asChild(ready),
      ...given({ yes: ["act.receipt", "status.begun"], no: ["status.ongoing", "abuse.sexual"] }),
    };
    expect(nextQuestion(base)).toMatchObject({ item: PURPOSES[0], how: "known", changesFinding: true });
  });
});

describe("where it is not safe to talk", () => {
  test.each(["safe.alone", "understands.agrees"])("%s not yes: nothing is put to the person any more", (id) => {
    for (const value of ["no", "unknown"] as const) {
      const { asked, end } = run(but(ready, id, value), () => "no");
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter(({ how }) => how === "ask")).toEqual([]);
      expect(end).toEqual({ kind: "done", because: "observe-only" });
    }
  });

  test("the checks that are left are dropped", () => {
    const { asked } = run({}, (id) => (id === "safe.alone" ? "no" : "unknown"));
    expect(asked.filter(({ stage }) => stage === "safe").map(({ item }) => item)).toEqual(["safe.alone"]);
    expect(stages(asked)).not.toContain("understanding");
  });
});

describe("laws of the order", () => {
  test("it ends, asks nothing twice, and finds what the full sheet would have found", () => {
    const truth = fc.record({ answers: anyAnswers, adult: fc.boolean() });
    fc.assert(
      fc.property(truth, ({ answers, adult }) => {
        const full = Object.fromEntries(
          Object.entries({ ...answers, ...ready, "status.begun": { value: "yes" } } as Answers).map(
            ([id, { value }]) => [id, { value: value === "yes" ? "yes" : "no" } as const],
          ),
        );
        const person = adult ? asAdult(full) : asChild(full);
        const { answers: got } = run(ready, (id) => (person[id]?.value === "yes" ? "yes" : "no"));
        const [asked, told] = [got, person].map((each) => assess({ answers: each, offences: [] }));
        expect(asked).toMatchObject({
          international: { finding: told?.kind === "finding" ? told.international.finding : "" },
        });
      }),
      { numRuns: 100 },
    );
  });
});

test("an item that no list holds is refused here too", () => {
  expect(() => nextQuestion({ "act.recruitmnet": { value: "yes" } })).toThrow(RangeError);
});

describe("the sheet", () => {
  test("holds every item of the ground, the person's own labour list and the prompts", () => {
    for (const [answers, child] of [
      [{}, true],
      [asAdult({}), false],
    ] as const) {
      const ids = sheet(answers).flatMap(({ items }) => items.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id } of listFor(child).items) expect(ids).toContain(id);
      expect(ids.includes("vulnerable.false-law")).toBe(!child);
      expect(ids.includes("purpose.commercial-sexual-use")).toBe(child);
    }
    const all = new Set([...sheet({}), ...sheet(asAdult({}))].flatMap(({ items }) => items.map(({ id }) => id)));
    expect(all).toEqual(new Set(ITEMS.keys()));
  });

  test("stays whole in danger, and names the list of each part", () => {
    expect(sheet(given({ yes: ["danger.held"] }))).toEqual(sheet({}));
    for (const { list } of sheet({})) expect(LISTS.map(({ id }) => id)).toContain(list);
  });
});
