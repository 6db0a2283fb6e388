import { describe, expect, test } from "vitest";
import type { Answers, Finding, NationalOffence } from "./model.ts";
import { PURPOSES } from "./model.ts";
import { INDIA_BNS_143 } from "./offences/india.ts";
import { assess } from "./screen.ts";
import { but, given } from "./testing.ts";

// Everybody here is invented.

function finding(answers: Answers, offences: readonly NationalOffence[] = [INDIA_BNS_143]): Finding {
  const advice = assess({ answers, offences });
  if (advice.kind !== "finding") throw new Error(`expected a finding, got ${advice.kind}`);
  return advice;
}

function positive({ dimensions }: Finding): string[] {
  return dimensions.filter(({ finding }) => finding === "positive").map(({ dimension }) => dimension);
}

describe("Meena, 14, housework in Delhi", () => {
  const meena = given({
    yes: [
      "age.under-18",
      "act.recruitment",
      "act.transportation",
      "act.receipt",
      "act.harbouring",
      "deceptive.wrong-job",
      "deceptive.schooling-promised",
      "exploitation.excessive-hours",
      "exploitation.low-or-no-pay",
      "exploitation.no-school",
      "held.confined",
      "held.violence",
      "held.wages-withheld",
      "abuse.sexual", // she told the nurse
    ],
    no: ["status.ongoing"],
  });

  test("deception, exploitation and coercion at destination are positive; the elements are met without a means", () => {
    const found = finding(meena);
    expect(positive(found)).toEqual(["deceptive-recruitment", "exploitation", "coercion-at-destination"]);
    expect(found.international).toMatchObject({ finding: "elements-met", outcome: "met", means: { needed: false } });
    expect(found.treatedAs).toBe("child");
    expect(found.exploitation).toBe("ended");
  });

  test("the labour and the sexual track open beside the finding", () => {
    expect(finding(meena).tracks).toEqual(["child-labour", "sexual-abuse"]);
  });

  test("the national finding is kept apart: means shown, forced labour not named, servitude would settle it", () => {
    const [national] = finding(meena).national;
    expect(national).toMatchObject({ outcome: "not-yet-knowable", act: { outcome: "met" }, means: { outcome: "met" } });
    expect(national?.reasons.map(({ code }) => code)).toEqual([
      "law-asks-means-for-child",
      "law-does-not-name-purpose",
    ]);
    expect(national?.turning).toContainEqual({ item: "purpose.servitude", ifYes: "met", ifNo: null });
  });
});

describe("eleven boys, a bangle workshop in Jaipur", () => {
  const boy = given({
    yes: [
      "age.under-18",
      "act.recruitment",
      "act.transportation",
      "act.harbouring",
      "means.payment-to-controller", // ₹2,000 to the parents
      "exploitation.excessive-hours",
      "exploitation.hazardous",
      "held.confined", // the padlock
    ],
    unknown: ["held.violence"],
  });

  test("each boy: elements met internationally; one strong sign of coercion alone stays open", () => {
    const found = finding(boy);
    expect(found.international.finding).toBe("elements-met");
    expect(found.dimensions.find(({ dimension }) => dimension === "coercion-at-destination")?.finding).toBe("open");
    expect(found.tracks).toEqual(["child-labour"]);
  });

  test("payment to the parents is a means, which the national offence needs", () => {
    expect(finding(boy).national[0]?.means).toMatchObject({ outcome: "met", metBy: ["means.payment-to-controller"] });
  });

  test("Imran, who may be 17 or 19, is treated as a child until his age is settled", () => {
    const imran = but(boy, "age.under-18", "unknown");
    const { reasons, ...found } = finding(imran);
    const { reasons: boyReasons, ...same } = finding(boy);
    expect({ ...found, international: withoutAge(found) }).toEqual({ ...same, international: withoutAge(same) });
    expect(reasons.map(({ code }) => code)).toContain("age-in-doubt-so-child");
    expect(boyReasons.map(({ code }) => code)).toContain("child");

    // "Nineteen" typed by somebody: still a child. Shown by a doctor: an adult, for whom the payment is the means.
    const said = but(imran, "age.under-18", "no");
    expect(finding(said).treatedAs).toBe("child");
    expect(finding(but(said, "age.settled", "yes"))).toMatchObject({
      treatedAs: "adult",
      international: { finding: "elements-met", means: { needed: true, outcome: "met" } },
    });
  });

  function withoutAge({ international }: Pick<Finding, "international">) {
    return { ...international, turning: international.turning.filter(({ item }) => !item.startsWith("age.")) };
  }
});

describe("Sarita, 16, at the border", () => {
  const sarita = given({
    yes: [
      "age.under-18",
      "act.recruitment",
      "act.transportation",
      "deceptive.wrong-job",
      "deceptive.papers",
      "vulnerable.economic-need",
      "vulnerable.lack-of-information-used",
      "vulnerable.family-situation",
    ],
  });

  test("recruitment stage, purpose to be established: never a no", () => {
    const found = finding(sarita);
    expect(positive(found)).toEqual(["deceptive-recruitment", "vulnerability-at-recruitment"]);
    expect(found.international).toMatchObject({ finding: "recruitment-stage", outcome: "not-yet-knowable" });
    expect(found.dimensions.find(({ dimension }) => dimension === "exploitation")?.finding).toBe("open");
    expect(found.reasons.map(({ code }) => code)).toContain("purpose-not-known");
  });

  test("any one purpose, intended, would settle it; nothing else alone would", () => {
    const turning = finding(sarita).international.turning;
    expect(turning.map(({ item }) => item)).toEqual(PURPOSES);
    expect(turning.every(({ ifYes, ifNo }) => ifYes === "elements-met" && ifNo === null)).toBe(true);
    const intended = { ...sarita, ...given({ yes: ["purpose.sexual"], no: ["status.begun"] }) };
    expect(finding(intended)).toMatchObject({ international: { finding: "elements-met" }, exploitation: "intended" });
  });

  test("nothing begun and every purpose denied still is no no", () => {
    const denied = { ...sarita, ...given({ no: ["status.begun", ...PURPOSES, "exploitation.excessive-hours"] }) };
    const found = finding({ ...denied, ...given({ no: found4() }) });
    expect(found.international.finding).toBe("recruitment-stage");
    expect(found.exploitation).toBe("unknown");
    expect(found.reasons.find(({ code }) => code === "no-to-purpose-not-relied-on")?.items).toContain(
      "deceptive.wrong-job",
    );
  });

  function found4(): string[] {
    const side = finding(sarita).dimensions.find(({ dimension }) => dimension === "exploitation");
    return [...(side?.unknown ?? [])];
  }
});

test("Asmita, 22, papers shown, travelling to work by choice: no finding holds her, and no outcome says so", () => {
  const asmita = given({
    yes: ["act.transportation", "age.settled"],
    no: ["age.under-18", "status.begun", ...PURPOSES],
  });
  const found = finding(asmita);
  expect(found.treatedAs).toBe("adult");
  expect(found.international.outcome).toBe("not-yet-knowable");
  expect(found.decision).toEqual({ by: "named-worker", noNeedsSecondPerson: false });
});
