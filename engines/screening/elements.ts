import { answerTo, isOpen } from "./dimension.ts";
import { CHILD_PURPOSES } from "./lists/ground.ts";
import {
  ACTS,
  type Answers,
  type DimensionFinding,
  type DimensionId,
  type ElementFinding,
  type FindingCode,
  type International,
  type ItemId,
  MEANS,
  type MeansId,
  type Outcome,
  PURPOSES,
  type PurposeId,
} from "./model.ts";

/** What the elements are read from. */
export type Facts = Readonly<{ child: boolean; answers: Answers; dimensions: readonly DimensionFinding[] }>;

/** Recruitment, transfer and transport: what can be seen before any exploitation has begun. */
export const RECRUITMENT: readonly DimensionId[] = [
  "deceptive-recruitment",
  "coercive-recruitment",
  "vulnerability-at-recruitment",
];

/** The means that a positive dimension shows. Exploitation shows none. */
export const MEANS_OF: Readonly<Partial<Record<DimensionId, MeansId>>> = {
  "deceptive-recruitment": "means.deception",
  "coercive-recruitment": "means.other-coercion",
  "vulnerability-at-recruitment": "means.abuse-of-vulnerability",
  "coercion-at-destination": "means.other-coercion",
  "vulnerability-at-destination": "means.abuse-of-vulnerability",
};

/** The labour lists measure labour: a positive exploitation dimension shows this purpose and no other. */
export const PURPOSE_OF_EXPLOITATION: PurposeId = "purpose.forced-labour";

/**
 * A child until shown otherwise: only "not under 18" that is also settled (papers, a doctor, or plainly far
 * above 23) makes an adult. A bought officer's "nineteen" changes nothing.
 */
export function isChild(answers: Answers): boolean {
  return !(answerTo(answers, "age.under-18") === "no" && answerTo(answers, "age.settled") === "yes");
}

/** The purposes that may be held of this person. Commercial sexual use settles a child's purpose, never an adult's. */
export function purposesFor(child: boolean): readonly PurposeId[] {
  return child ? PURPOSES : PURPOSES.filter((purpose) => !CHILD_PURPOSES.includes(purpose));
}

/**
 * One element: met when an item or a dimension shows it, not met when nothing that could show it is still open.
 */
export function element(items: readonly ItemId[], dimensions: readonly DimensionId[], facts: Facts): ElementFinding {
  const sides = facts.dimensions.filter(({ dimension }) => dimensions.includes(dimension));
  const metBy = items.filter((id) => answerTo(facts.answers, id) === "yes");
  const metByDimensions = sides.filter(({ lower }) => lower).map(({ dimension }) => dimension);
  const open = items.filter((id) => isOpen(facts.answers, id));
  const openDimensions = sides.filter(({ finding }) => finding === "open").map(({ dimension }) => dimension);
  const outcome: Outcome =
    metBy.length + metByDimensions.length > 0
      ? "met"
      : open.length + openDimensions.length > 0
        ? "not-yet-knowable"
        : "not-met";
  return { outcome, metBy, metByDimensions, open, openDimensions };
}

/**
 * The international elements. For a child, act and purpose suffice; means are noted and never needed.
 * @source Palermo Protocol (2000), art. 3(a)–(d)
 */
export function internationalElements(facts: Facts): International {
  const act = element(ACTS, [], facts);
  const means = element(MEANS, Object.keys(MEANS_OF) as DimensionId[], facts);
  const purpose = relied(element(purposesFor(facts.child), ["exploitation"], facts), facts);
  const finding = decide({
    child: facts.child,
    act: act.outcome,
    means: means.outcome,
    purpose: purpose.outcome,
    recruitment: recruitmentStands(facts),
  });
  return { act, means: { ...means, needed: !facts.child }, purpose, finding, outcome: outcomeOf(finding) };
}

/** True when a recruitment dimension is positive. */
export function recruitmentStands({ dimensions }: Facts): boolean {
  return dimensions.some(({ dimension, lower }) => lower && RECRUITMENT.includes(dimension));
}

/** The items answered yes in these dimensions. */
export function yesIn(dimensions: readonly DimensionId[], facts: Facts): ItemId[] {
  return facts.dimensions.filter(({ dimension }) => dimensions.includes(dimension)).flatMap(({ yes }) => yes);
}

/**
 * A "no" to every purpose is relied on only when no recruitment dimension is or can still become positive.
 * Purpose is intent: at a border nothing has happened yet, and somebody who deceives a child on the way does not
 * do it for nothing.
 */
export function relied(purpose: ElementFinding, facts: Facts): ElementFinding {
  if (purpose.outcome !== "not-met") return purpose;
  const pointing = facts.dimensions
    .filter(({ dimension, upper }) => upper && RECRUITMENT.includes(dimension))
    .map(({ dimension }) => dimension);
  return pointing.length === 0
    ? purpose
    : { ...purpose, outcome: "not-yet-knowable", openDimensions: [...purpose.openDimensions, ...pointing] };
}

export type Position = Readonly<{
  child: boolean;
  act: Outcome;
  means: Outcome;
  purpose: Outcome;
  recruitment: boolean;
}>;

/**
 * The procedure itself. An act nobody has seen never makes a "no" once exploitation is seen: somebody brought or
 * keeps the person, so the question stays open. Changing this table changes RULE_VERSION (a test holds both).
 */
export function decide({ child, act, means, purpose, recruitment }: Position): FindingCode {
  if (purpose === "not-met") return "elements-not-met";
  if (!child && means === "not-met") return purpose === "met" ? "exploitation-without-means" : "elements-not-met";
  if (purpose === "met") {
    if (act !== "met") return "exploitation-act-open";
    return child || means === "met" ? "elements-met" : "exploitation-means-open";
  }
  if (act !== "met") return "not-yet-knowable";
  return recruitment ? "recruitment-stage" : "act-seen-purpose-open";
}

/** The three outcomes behind the findings. */
export function outcomeOf(finding: FindingCode): Outcome {
  switch (finding) {
    case "elements-met":
      return "met";
    case "elements-not-met":
    case "exploitation-without-means":
      return "not-met";
    case "recruitment-stage":
    case "act-seen-purpose-open":
    case "exploitation-act-open":
    case "exploitation-means-open":
    case "not-yet-knowable":
      return "not-yet-knowable";
  }
}
