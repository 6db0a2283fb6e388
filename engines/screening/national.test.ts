import { describe, expect, test } from "vitest";
import { weigh } from "./dimension.ts";
import { isChild } from "./elements.ts";
import type { Answers, NationalOffence } from "./model.ts";
import { MEANS, PURPOSES } from "./model.ts";
import { nationalElements } from "./national.ts";
import { INDIA_BNS_143 } from "./offences/india.ts";
import { assess, listFor } from "./screen.ts";
import { given } from "./testing.ts";

function read(answers: Answers, offence: NationalOffence = INDIA_BNS_143) {
  const child = isChild(answers);
  return nationalElements(offence, { child, answers, dimensions: weigh(listFor(child), answers) });
}

describe("India, BNS s. 143", () => {
  const used = ["act.receipt", "purpose.servitude"];

  test("asks a means even for a child: the same answers are met internationally and open for the charge", () => {
    const advice = assess({ answers: given({ yes: used }), offences: [INDIA_BNS_143] });
    expect(advice).toMatchObject({
      international: { outcome: "met" },
      national: [{ offence: "in.bns.143", outcome: "not-yet-knowable", means: { needed: true } }],
    });
    expect(read(given({ yes: used })).reasons.map(({ code }) => code)).toContain("law-asks-means-for-child");
  });

  test("is met once a means it names is shown, also by a dimension", () => {
    expect(read(given({ yes: [...used, "means.payment-to-controller"] })).outcome).toBe("met");
    expect(read(given({ yes: [...used, "deceptive.wrong-job", "deceptive.schooling-promised"] })).outcome).toBe("met");
  });

  test("does not name abuse of a position of vulnerability", () => {
    const pressed = given({
      yes: [
        ...used,
        "means.abuse-of-vulnerability",
        "vulnerable.economic-need",
        "vulnerable.family-situation",
        "vulnerable.lack-of-information-used",
      ],
    });
    expect(read(pressed).outcome).toBe("not-yet-knowable");
    const denied = {
      ...pressed,
      ...given({ no: [...MEANS.filter((id) => id !== "means.abuse-of-vulnerability"), ...others()] }),
    };
    expect(read(denied)).toMatchObject({ outcome: "not-met", means: { outcome: "not-met" } });
  });

  test("does not name forced labour, which stays for a prosecutor to argue, and says so", () => {
    const worked = given({
      yes: ["act.receipt", "means.fraud", "exploitation.excessive-hours", "exploitation.low-or-no-pay"],
      no: PURPOSES,
    });
    const found = read(worked);
    expect(found).toMatchObject({ outcome: "not-yet-knowable", purpose: { outcome: "not-yet-knowable" } });
    expect(found.reasons).toContainEqual({
      code: "law-does-not-name-purpose",
      items: ["exploitation.excessive-hours", "exploitation.low-or-no-pay"],
    });
    // A closed list would leave no room, and neither would recruitment that points nowhere.
    const cleared = { ...worked, ...given({ no: recruitment() }) };
    expect(read(cleared).purpose.outcome).toBe("not-yet-knowable");
    expect(read(cleared, { ...INDIA_BNS_143, purposeList: "closed" }).outcome).toBe("not-met");
  });

  test("covers the commercial sexual use of a child as sexual exploitation", () => {
    const narrow = { ...INDIA_BNS_143, purposes: ["purpose.sexual"] } as const;
    expect(
      read(given({ yes: ["act.transfer", "means.deception", "purpose.commercial-sexual-use"] }), narrow).outcome,
    ).toBe("met");
  });

  test("carries its marks and the word that a person must still compare it", () => {
    expect(INDIA_BNS_143).toMatchObject({ needsCheck: true, marks: { meansNeededForChild: "V", purposes: "G" } });
  });
});

describe("a law that a country pack gives", () => {
  const travelOnly: NationalOffence = {
    id: "xx.travel",
    version: "1",
    provision: "Invented Act, s. 2",
    acts: ["act.transportation", "act.transfer"],
    means: [],
    meansNeededForChild: false,
    purposes: ["purpose.forced-labour"],
    purposeList: "closed",
    marks: { acts: "G", means: "G", meansNeededForChild: "G", purposes: "G" },
    needsCheck: true,
  };

  test("may need travel where Palermo needs none", () => {
    const kept = given({
      yes: ["act.harbouring", "purpose.forced-labour"],
      no: ["act.transportation", "act.transfer"],
    });
    expect(read(kept, travelOnly).outcome).toBe("not-met");
    expect(assess({ answers: kept, offences: [travelOnly] })).toMatchObject({ international: { outcome: "met" } });
  });

  test("that needs no means for a child is met without one", () => {
    const moved = given({ yes: ["act.transportation", "exploitation.excessive-hours", "exploitation.hazardous"] });
    expect(read(moved, travelOnly)).toMatchObject({ outcome: "met", means: { needed: false } });
  });
});

function others(): string[] {
  return listFor(true)
    .items.filter(({ dimension }) => dimension.startsWith("deceptive") || dimension.startsWith("coerci"))
    .map(({ id }) => id);
}

function recruitment(): string[] {
  return listFor(true)
    .items.filter(({ dimension }) => dimension.includes("recruitment"))
    .map(({ id }) => id);
}
