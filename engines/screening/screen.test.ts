import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LISTS, PROMPTS } from "./lists/all.ts";
import { GROUND } from "./lists/ground.ts";
import { type Advice, type Answers, type Finding, PURPOSES } from "./model.ts";
import { INDIA_BNS_143 } from "./offences/india.ts";
import { assess, isCurrent, listFor, RULE_VERSION } from "./screen.ts";
import { anyAnswers, asAdult, asChild, but, given } from "./testing.ts";

const offences = [INDIA_BNS_143];

function finding(answers: Answers): Finding {
  const advice = assess({ answers, offences });
  if (advice.kind !== "finding") throw new Error(`expected a finding, got ${advice.kind}`);
  return advice;
}

function codes(answers: Answers): string[] {
  return finding(answers).reasons.map(({ code }) => code);
}

describe("danger first", () => {
  const dangers = GROUND.items.filter(({ stage }) => stage === "danger").map(({ id }) => id);

  test.each(dangers)("%s: act now, and nothing else is worked out", (danger) => {
    const advice = assess({ answers: given({ yes: ["act.receipt", "purpose.slavery", danger] }), offences });
    expect(Object.keys(advice).sort()).toEqual(["dangers", "freeze", "kind", "protection"]);
    expect(advice).toMatchObject({ kind: "act-now", dangers: [danger], protection: "continues" });
  });

  test("a danger not known does not stop the work, nor does one denied", () => {
    expect(finding(given({ unknown: [...dangers] })).kind).toBe("finding");
    expect(finding(given({ no: [...dangers] })).kind).toBe("finding");
  });
});

describe("is it safe to talk", () => {
  const checks = GROUND.items.filter(({ stage }) => stage === "safe" || stage === "understanding").map(({ id }) => id);

  test("only when every check is answered yes", () => {
    expect(finding({}).talk).toBe("to-check");
    expect(finding(given({ yes: checks })).talk).toBe("may-ask");
    expect(finding(given({ yes: checks.slice(1) })).talk).toBe("to-check");
  });

  test.each(checks)("%s not yes: observe only, and the reason says so", (id) => {
    for (const value of ["no", "unknown"] as const) {
      const found = finding(but(given({ yes: checks }), id, value));
      expect(found.talk).toBe("observe-only");
      expect(found.reasons[0]).toEqual({
        code: id.startsWith("safe") ? "not-safe-to-talk" : "not-understood",
        items: [id],
      });
    }
  });
});

describe("exploitation", () => {
  test.each([
    ["nothing known", {}, "unknown"],
    ["planned", given({ yes: ["purpose.forced-labour"], no: ["status.begun"] }), "intended"],
    ["begun, nobody knows that it ended", given({ yes: ["status.begun"] }), "ongoing"],
    ["begun and going on", given({ yes: ["status.begun", "status.ongoing"] }), "ongoing"],
    ["begun and over", given({ yes: ["status.begun"], no: ["status.ongoing"] }), "ended"],
    [
      "seen in the answers",
      given({ yes: ["exploitation.excessive-hours", "exploitation.hazardous"], no: ["status.begun"] }),
      "ongoing",
    ],
    ["a purpose, but meant or done is not known", given({ yes: ["purpose.forced-labour"] }), "unknown"],
    ["not begun, purpose not known", given({ no: ["status.begun"] }), "unknown"],
    ["all denied", given({ no: ["status.begun", ...PURPOSES, ...listFor(true).items.map(({ id }) => id)] }), "none"],
  ] as const)("%s: %s", (_, answers, expected) => {
    expect(finding(answers as Answers).exploitation).toBe(expected);
  });
});

describe("reasons", () => {
  test("say when a finding rests on a wider reading alone", () => {
    const begging = given({ yes: ["act.transfer", "purpose.forced-begging"] });
    expect(codes(begging)).toContain("purpose-by-wider-reading");
    expect(codes(but(begging, "purpose.servitude", "yes"))).not.toContain("purpose-by-wider-reading");
    expect(finding(begging).tracks).toEqual(["non-punishment"]);
  });

  test("say that commercial sexual use settles a child's purpose, and open its track", () => {
    const used = given({ yes: ["purpose.commercial-sexual-use"] });
    expect(codes(used)).toEqual(expect.arrayContaining(["commercial-sexual-use-settles-purpose", "act-not-known"]));
    expect(finding(used)).toMatchObject({
      international: { finding: "exploitation-act-open" },
      tracks: ["sexual-abuse"],
    });
  });

  test("say when answers cannot all be true", () => {
    const odd = given({ yes: ["exploitation.hazardous"], no: ["status.begun"] });
    expect(finding(odd).reasons).toContainEqual({
      code: "answers-disagree",
      items: ["status.begun", "exploitation.hazardous"],
    });
  });

  test("say that absence is weak evidence wherever something was not found", () => {
    expect(codes(given({ no: listFor(true).items.map(({ id }) => id) }))).toContain("absence-is-weak-evidence");
    expect(codes({})).not.toContain("absence-is-weak-evidence");
  });

  test("name only items that were answered yes as seen", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { code, items } of finding(answers).reasons) {
          if (!code.endsWith("-seen") && !code.startsWith("commercial")) continue;
          for (const id of items) expect(answers[id]?.value, `${code} ${id}`).toBe("yes");
        }
      }),
    );
  });
});

describe("what it must not do", () => {
  const adviceOf = (answers: Answers): Advice => assess({ answers, offences });

  test("no number in any advice, so none can be shown as a likelihood", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(numbersIn(adviceOf(answers))).toEqual([]);
      }),
    );
  });

  test("a negative closes nothing: protection goes on, and a child's no needs a second person", () => {
    const nothing = given({ yes: ["age.under-18"], no: [...PURPOSES, ...listFor(true).items.map(({ id }) => id)] });
    const found = finding(nothing);
    expect(found.international.outcome).toBe("not-met"); // there is a negative to misuse
    expect(found).toMatchObject({
      protection: "continues",
      decision: { by: "named-worker", noNeedsSecondPerson: true },
    });
    expect(JSON.stringify(found)).not.toMatch(/close|release|remov(?!al)|end-protection/);
  });

  test("prompts change no finding; those seen ask for inquiry", () => {
    const prompts = PROMPTS.flatMap(({ items }) => items.map(({ id }) => id));
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom("yes", "no", "unknown"), (answers, value) => {
        const changed = { ...answers, ...Object.fromEntries(prompts.map((id) => [id, { value } as const])) };
        const { reasons: before, ...same } = finding(answers);
        const { reasons: after, ...found } = finding(changed);
        expect(found).toEqual(same);
        expect(after.some(({ code }) => code === "prompt-asks-for-inquiry")).toBe(value === "yes");
        expect(before.length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });

  test("source and note change nothing: no finding reads what was written", () => {
    const plain = given({ yes: ["act.receipt", "purpose.servitude"] });
    const noted = { ...plain, "act.receipt": { value: "yes", source: "third-person", note: "a word" } } as const;
    expect(assess({ answers: noted, offences })).toEqual(assess({ answers: plain, offences }));
  });

  test("an input that no list holds is refused: caste, nationality or a typing error", () => {
    for (const id of ["caste", "nationality", "deceptive.wrong-jobs", "__proto__x"]) {
      expect(() => assess({ answers: { [id]: { value: "yes" } }, offences })).toThrow(RangeError);
    }
  });
});

describe("the freeze", () => {
  test("names rule, every list and every offence with its version", () => {
    const { freeze } = assess({ answers: {}, offences });
    expect(freeze.rule).toBe(RULE_VERSION);
    expect(freeze.lists).toEqual(LISTS.map(({ id, version }) => ({ id, version })));
    expect(freeze.offences).toEqual([{ id: "in.bns.143", version: "2023.1" }]);
    expect(isCurrent(freeze, offences)).toBe(true);
    expect(isCurrent(freeze, [])).toBe(false);
    expect(isCurrent({ ...freeze, rule: "older" }, offences)).toBe(false);
  });
});

describe("turning points", () => {
  test("are exactly the unanswered items that change the finding when answered", () => {
    const everyone = fc.record({ answers: anyAnswers, adult: fc.boolean() });
    fc.assert(
      fc.property(everyone, ({ answers, adult }) => {
        const person = adult ? asAdult(answers) : asChild(answers);
        const { international, national } = finding(person);
        for (const { item, ifYes, ifNo } of international.turning) {
          expect(["unknown", "not-asked"]).toContain(person[item]?.value);
          for (const [value, change] of [
            ["yes", ifYes],
            ["no", ifNo],
          ] as const) {
            const after = finding(but(person, item, value)).international.finding;
            expect(after).toBe(change ?? international.finding);
          }
        }
        for (const { item, ifYes } of national[0]?.turning ?? []) {
          if (ifYes !== null) expect(finding(but(person, item, "yes")).national[0]?.outcome).toBe(ifYes);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("a stated but unsettled adult age is one", () => {
    const boy = given({ yes: ["act.receipt", "purpose.servitude"], no: ["age.under-18"] });
    expect(finding(boy).international.turning).toEqual([
      { item: "age.settled", ifYes: "exploitation-means-open", ifNo: null },
    ]);
  });
});

function numbersIn(value: unknown, path = ""): string[] {
  if (typeof value === "number") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, `${path}/${key}`));
}
