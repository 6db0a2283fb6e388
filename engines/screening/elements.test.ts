import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weigh } from "./dimension.ts";
import { decide, internationalElements, isChild } from "./elements.ts";
import { CHILD_LABOUR } from "./lists/labour.ts";
import { ACTS, type Answers, type ItemId, MEANS, type Outcome, PURPOSES } from "./model.ts";
import { nationalElements } from "./national.ts";
import { INDIA_BNS_143 } from "./offences/india.ts";
import { listFor } from "./screen.ts";
import { anyAnswers, anyId, asAdult, asChild, but, given } from "./testing.ts";

const rank: Record<Outcome, number> = { "not-met": 0, "not-yet-knowable": 1, met: 2 };
const recruitmentItems = CHILD_LABOUR.items
  .filter(({ dimension }) => dimension.includes("recruitment"))
  .map(({ id }) => id);
const exploitationItems = CHILD_LABOUR.items
  .filter(({ dimension }) => dimension === "exploitation")
  .map(({ id }) => id);

function read(answers: Answers) {
  const child = isChild(answers);
  const facts = { child, answers, dimensions: weigh(listFor(child), answers) };
  return { international: internationalElements(facts), national: nationalElements(INDIA_BNS_143, facts) };
}

describe("a child until shown otherwise", () => {
  test.each([
    [{}, true],
    [given({ unknown: ["age.under-18"] }), true],
    [given({ yes: ["age.under-18"] }), true],
    [given({ yes: ["age.under-18", "age.settled"] }), true],
    // "Nineteen", said the officer.
    [given({ no: ["age.under-18"] }), true],
    [given({ no: ["age.under-18"], unknown: ["age.settled"] }), true],
    [given({ no: ["age.under-18"], yes: ["age.settled"] }), false],
  ])("%j: %s", (answers, child) => {
    expect(isChild(answers)).toBe(child);
  });

  test("a doubtful age gives the same finding as a child's, whatever else is answered", () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom("unknown", "not-asked", "no") as fc.Arbitrary<"unknown">,
        (answers, doubt) => {
          const doubtful = but(but(answers, "age.under-18", doubt), "age.settled", "unknown");
          expect(read(doubtful)).toEqual(read(asChild(answers)));
        },
      ),
    );
  });
});

describe("the elements of a child", () => {
  test("act and purpose suffice; no means is needed", () => {
    const { international } = read(given({ yes: ["act.harbouring", "purpose.servitude"] }));
    expect(international).toMatchObject({ finding: "elements-met", outcome: "met", means: { needed: false } });
  });

  test("no movement is needed: each act is enough alone", () => {
    for (const act of ACTS) expect(read(given({ yes: [act, "purpose.slavery"] })).international.outcome).toBe("met");
  });

  test("a positive exploitation dimension is the purpose", () => {
    const { international } = read(
      given({ yes: ["act.receipt", "exploitation.excessive-hours", "exploitation.no-school"] }),
    );
    expect(international.purpose.metByDimensions).toEqual(["exploitation"]);
    expect(international.finding).toBe("elements-met");
  });

  test("commercial sexual use settles the purpose by itself", () => {
    const { international } = read(
      given({ yes: ["act.receipt", "purpose.commercial-sexual-use"], no: exploitationItems }),
    );
    expect(international.finding).toBe("elements-met");
    expect(international.purpose.metBy).toEqual(["purpose.commercial-sexual-use"]);
  });

  test("exploitation without a known act asks who brought or kept the child, even if every act is denied", () => {
    for (const no of [[], ACTS] as const) {
      expect(read(given({ yes: ["purpose.forced-labour"], no })).international).toMatchObject({
        finding: "exploitation-act-open",
        outcome: "not-yet-knowable",
      });
    }
  });

  test("an act with nothing known of the purpose is not a no; with deception it is the recruitment stage", () => {
    expect(read(given({ yes: ["act.transportation"] })).international.finding).toBe("act-seen-purpose-open");
    const deceived = given({
      yes: ["act.transportation", "deceptive.wrong-job", "deceptive.papers"],
      no: exploitationItems,
    });
    expect(read(deceived).international.finding).toBe("recruitment-stage");
  });

  test("empty exploitation at a border never yields a no", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const intercepted = { ...answers, ...given({ unknown: [...exploitationItems, ...PURPOSES] }) };
        expect(read(asChild(intercepted)).international.outcome).not.toBe("not-met");
      }),
    );
  });

  test("a no to every purpose is relied on only when no recruitment dimension can stand", () => {
    const denied = given({ yes: ["act.transportation"], no: [...PURPOSES, ...exploitationItems] });
    expect(read(denied).international.outcome).toBe("not-yet-knowable");
    expect(read({ ...denied, ...given({ yes: ["deceptive.wrong-job", "deceptive.pay"] }) }).international.finding).toBe(
      "recruitment-stage",
    );
    const cleared = { ...denied, ...given({ no: recruitmentItems }) };
    expect(read(cleared).international.finding).toBe("elements-not-met");
  });

  test("means never change a child's finding, in either direction", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom("yes", "no", "unknown"), (answers, value) => {
        const child = asChild(answers);
        const changed = { ...child, ...Object.fromEntries(MEANS.map((id) => [id, { value } as const])) };
        expect(read(changed).international.finding).toBe(read(child).international.finding);
      }),
    );
  });
});

describe("the elements of an adult", () => {
  const exploited = asAdult(
    given({ yes: ["act.recruitment", "exploitation.excessive-hours", "exploitation.low-or-no-pay"] }),
  );

  test("need a means: stated, or shown by a dimension", () => {
    expect(read(exploited).international.finding).toBe("exploitation-means-open");
    expect(read(but(exploited, "means.deception", "yes")).international.finding).toBe("elements-met");
    const deceived = { ...exploited, ...given({ yes: ["deceptive.wrong-job", "deceptive.pay"] }) };
    expect(read(deceived).international).toMatchObject({
      finding: "elements-met",
      means: { needed: true, metByDimensions: ["deceptive-recruitment"] },
    });
  });

  test("with no means left: exploited, not trafficked", () => {
    const freely = {
      ...exploited,
      ...given({
        no: [
          ...MEANS,
          ...listFor(false)
            .items.filter(({ dimension }) => dimension !== "exploitation")
            .map(({ id }) => id),
        ],
      }),
    };
    expect(read(freely).international).toMatchObject({ finding: "exploitation-without-means", outcome: "not-met" });
    // The same answers of a child are trafficking.
    expect(read(asChild(freely)).international.finding).toBe("elements-met");
  });

  test("commercial sexual use of a child is no purpose of an adult", () => {
    const adult = asAdult(given({ yes: ["act.receipt", "means.deception", "purpose.commercial-sexual-use"] }));
    expect(read(adult).international.purpose.outcome).toBe("not-yet-knowable");
    expect(read(but(adult, "purpose.sexual", "yes")).international.finding).toBe("elements-met");
  });
});

describe("laws of every finding", () => {
  const decidable = fc
    .record({ answers: anyAnswers, adult: fc.boolean() })
    .map(({ answers, adult }) => (adult ? asAdult(answers) : asChild(answers)));

  test("the samples reach every outcome", () => {
    const seen = new Set(
      fc.sample(decidable, { numRuns: 1500, seed: 7 }).map((answers) => read(answers).international.finding),
    );
    for (const finding of [
      "elements-met",
      "elements-not-met",
      "recruitment-stage",
      "exploitation-act-open",
      "act-seen-purpose-open",
    ] as const) {
      expect(seen, finding).toContain(finding);
    }
  });

  test("an extra yes never lowers an outcome", () => {
    fc.assert(
      fc.property(decidable, anyId, (answers, id: ItemId) => {
        const [before, after] = [read(answers), read(but(answers, id, "yes"))];
        expect(rank[after.international.outcome]).toBeGreaterThanOrEqual(rank[before.international.outcome]);
        expect(rank[after.national.outcome]).toBeGreaterThanOrEqual(rank[before.national.outcome]);
      }),
      { numRuns: 500 },
    );
  });

  test("met and not met stand however the unknown are answered", () => {
    fc.assert(
      fc.property(decidable, fc.infiniteStream(fc.boolean()), (answers, coin) => {
        const before = read(answers);
        let after = answers;
        for (const [id, { value }] of Object.entries(answers)) {
          if (value === "yes" || value === "no") continue;
          after = but(after, id, coin.next().value ? "yes" : "no");
        }
        after = isChild(answers) ? asChild(after) : asAdult(after);
        for (const side of ["international", "national"] as const) {
          if (before[side].outcome !== "not-yet-knowable") expect(read(after)[side].outcome).toBe(before[side].outcome);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("an unseen act alone never makes a no", () => {
    for (const child of [true, false]) {
      for (const means of ["met", "not-yet-knowable"] as const) {
        for (const purpose of ["met", "not-yet-knowable"] as const) {
          expect(decide({ child, act: "not-met", means, purpose, recruitment: false })).not.toBe("elements-not-met");
        }
      }
    }
  });
});
