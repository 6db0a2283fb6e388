import type { DimensionId, How, Strength, WeighedItem, WeighedList } from "../model.ts";
import { frozen } from "./freeze.ts";

/**
 * The ILO / European Commission indicators of trafficking for labour, children and adults, as one table:
 * [name, strength for a child, strength for an adult, how]. Recruitment and destination keep rows of their own,
 * because taken papers or a locked door weigh more where the work is done than on the way there.
 * A dash: the item is not on that list.
 */
type Row = readonly [name: string, child: Strength | "-", adult: Strength | "-", how: How];

const [S, M, W] = ["strong", "medium", "weak"] as const;

const deceptive: readonly Row[] = [
  ["wrong-job", S, S, "ask"],
  ["schooling-promised", S, W, "ask"],
  ["pay", M, M, "ask"],
  ["conditions", M, M, "ask"],
  ["contract", M, M, "ask"],
  ["housing", M, M, "ask"],
  ["papers", M, M, "ask"],
  ["travel-terms", M, M, "ask"],
  ["join-family", M, M, "ask"],
  ["marriage-or-adoption", M, M, "ask"],
];

const coercive: readonly Row[] = [
  ["violence", S, S, "ask"],
  ["threats-of-violence", S, M, "ask"],
  ["abducted-or-sold", S, M, "ask"],
  ["debt-bondage", S, M, "ask"],
  ["papers-taken", M, M, "ask"],
  ["confined", M, M, "ask"],
  ["threat-authorities", M, M, "ask"],
  ["threat-shame", M, M, "ask"],
  ["family-threatened", M, M, "ask"],
  ["money-withheld", M, M, "ask"],
];

const vulnerable: readonly Row[] = [
  ["hard-family-used", M, M, "ask"],
  ["irregular-status-used", M, M, "ask"],
  ["schooling-or-language-used", M, M, "ask"],
  ["lack-of-information-used", M, M, "ask"],
  ["exploiter-control", M, M, "ask"],
  ["economic-need", M, M, "ask"],
  ["false-picture", M, M, "ask"],
  ["false-law", "-", M, "ask"],
  ["family-situation", M, M, "ask"],
  ["personal-situation", M, M, "ask"],
  ["emotional-dependency", M, M, "ask"],
  ["authorities-or-status", M, M, "ask"],
  ["past-hardship", M, M, "known"],
  ["cannot-arrange-travel", M, M, "ask"],
  ["belief-used", M, W, "ask"],
  ["general-context", M, W, "known"],
];

const exploitation: readonly Row[] = [
  ["excessive-hours", S, S, "ask"],
  ["low-or-no-pay", M, M, "ask"],
  ["wage-manipulation", M, M, "ask"],
  ["bad-housing", M, M, "observe"],
  ["bad-conditions", M, M, "observe"],
  ["hazardous", M, M, "observe"],
  ["law-or-contract-ignored", M, M, "observe"],
  ["no-school", M, W, "ask"],
  ["no-social-protection", "-", M, "observe"],
];

const held: readonly Row[] = [
  ["papers-taken", S, S, "ask"],
  ["debt-bondage", S, S, "ask"],
  ["confined", S, S, "observe"],
  ["violence", S, S, "observe"],
  ["threats-of-violence", S, M, "ask"],
  ["forced-into-crime", S, M, "ask"],
  ["forced-tasks", S, M, "known"],
  ["strong-influence", S, M, "observe"],
  ["against-peers", M, M, "ask"],
  ["made-to-lie", M, M, "ask"],
  ["threat-authorities", M, M, "ask"],
  ["threat-worse", M, M, "ask"],
  ["family-threatened", M, M, "ask"],
  ["wages-withheld", M, M, "ask"],
  ["threat-shame", M, W, "ask"],
];

const dependent: readonly Row[] = [
  ["on-exploiter", M, M, "observe"],
  ["unknown-area", M, M, "ask"],
  ["economic-need", M, M, "ask"],
  ["family-situation", M, M, "ask"],
  ["authorities-or-status", M, M, "ask"],
  ["past-hardship", M, W, "known"],
  // The exploiter's use of discrimination. Which group a person belongs to is never an input.
  ["discrimination-used", M, W, "known"],
];

const sides: readonly (readonly [group: string, dimension: DimensionId, rows: readonly Row[]])[] = [
  ["deceptive", "deceptive-recruitment", deceptive],
  ["coercive", "coercive-recruitment", coercive],
  ["vulnerable", "vulnerability-at-recruitment", vulnerable],
  ["exploitation", "exploitation", exploitation],
  ["held", "coercion-at-destination", held],
  ["dependent", "vulnerability-at-destination", dependent],
];

const source =
  "ILO and European Commission, Operational indicators of trafficking in human beings, revised September 2009 (WCMS_105023), from a transcription";

/** 65 items, no weak one. */
export const CHILD_LABOUR: WeighedList = frozen({
  kind: "weighed",
  id: "ilo-ec-child-labour",
  version: "2009-09.1",
  source,
  mark: "S",
  needsCheck: true,
  items: column(1),
});

/** 67 items: the child's 65 with their adult strengths, and two that only adults have. */
export const ADULT_LABOUR: WeighedList = frozen({
  kind: "weighed",
  id: "ilo-ec-adult-labour",
  version: "2009-09.1",
  source,
  mark: "S",
  needsCheck: true,
  items: column(2),
});

function column(who: 1 | 2): WeighedItem[] {
  return sides.flatMap(([group, dimension, rows]) =>
    rows.flatMap((row) => {
      const strength = row[who];
      return strength === "-" ? [] : [{ id: `${group}.${row[0]}`, how: row[3], dimension, strength }];
    }),
  );
}
