import { answerTo } from "./dimension.ts";
import { type Facts, RECRUITMENT, yesIn } from "./elements.ts";
import { PROMPTS } from "./lists/all.ts";
import { GROUND, WIDER_PURPOSES } from "./lists/ground.ts";
import { CHILD_LABOUR } from "./lists/labour.ts";
import type { Answers, Exploitation, International, ItemId, Reason, ReasonCode, Talk, Track } from "./model.ts";

const AGE: readonly ItemId[] = ["age.under-18", "age.settled"];

/** May the person be asked anything? Every safety and understanding answer must be yes; "not known" is not safe. */
export function talkOf(answers: Answers): Talk {
  if ([...notYes("safe", answers), ...notYes("understanding", answers)].length > 0) return "observe-only";
  const open = GROUND.items.some(
    ({ id, stage }) => (stage === "safe" || stage === "understanding") && answerTo(answers, id) === "not-asked",
  );
  return open ? "to-check" : "may-ask";
}

/**
 * How far the exploitation has gone. Begun and not known to have ended counts as going on: the safer presumption.
 * "None" needs both "not begun" and a purpose that is not met.
 */
export function exploitationOf(facts: Facts, international: International): Exploitation {
  const begun = answerTo(facts.answers, "status.begun");
  if (begun === "yes" || international.purpose.metByDimensions.includes("exploitation")) {
    return answerTo(facts.answers, "status.ongoing") === "no" ? "ended" : "ongoing";
  }
  if (begun !== "no") return "unknown";
  if (international.purpose.outcome === "met") return "intended";
  return international.purpose.outcome === "not-met" ? "none" : "unknown";
}

/** Roads that open beside the finding, whatever it is. */
export function tracksOf({ child, answers }: Facts): readonly Track[] {
  const said = (...ids: ItemId[]) => ids.some((id) => answerTo(answers, id) === "yes");
  const exploited = CHILD_LABOUR.items.filter(({ dimension }) => dimension === "exploitation").map(({ id }) => id);
  const tracks: Track[] = [];
  if (
    child &&
    said("purpose.forced-labour", "purpose.servitude", "purpose.debt-bondage", "purpose.serfdom", ...exploited)
  ) {
    tracks.push("child-labour");
  }
  if (said("abuse.sexual", "purpose.commercial-sexual-use", "purpose.sexual")) tracks.push("sexual-abuse");
  if (said("purpose.forced-crime", "purpose.forced-begging", "held.forced-into-crime")) tracks.push("non-punishment");
  return tracks;
}

/** Why the advice is what it is: codes with the items behind them, in the order in which a screen tells them. */
export function reasonsOf(facts: Facts, international: International): readonly Reason[] {
  const { answers } = facts;
  return [
    ...talk(answers),
    age(facts),
    ...elements(facts, international),
    ...status(facts, international),
    ...disagreements(facts, international),
    ...some("prompt-asks-for-inquiry", promptsSeen(answers)),
    ...(international.outcome === "not-met" || facts.dimensions.some(({ finding }) => finding === "negative")
      ? [reason("absence-is-weak-evidence", [])]
      : []),
  ];
}

function talk(answers: Answers): Reason[] {
  return [
    ...some("not-safe-to-talk", notYes("safe", answers)),
    ...some("not-understood", notYes("understanding", answers)),
  ];
}

function age({ child, answers }: Facts): Reason {
  if (!child) return reason("adult", AGE);
  const under18 = answerTo(answers, "age.under-18");
  if (under18 === "yes") return reason("child", ["age.under-18"]);
  return under18 === "no" ? reason("age-not-settled-so-child", AGE) : reason("age-in-doubt-so-child", ["age.under-18"]);
}

function elements(facts: Facts, { act, means, purpose }: International): Reason[] {
  const word = (outcome: typeof act.outcome, seen: ReasonCode, open: ReasonCode, denied: ReasonCode) =>
    outcome === "met" ? seen : outcome === "not-met" ? denied : open;
  const meansBy = [...means.metBy, ...yesIn(means.metByDimensions, facts)];
  return [
    reason(word(act.outcome, "act-seen", "act-not-known", "act-denied"), act.metBy),
    means.needed
      ? reason(word(means.outcome, "means-seen", "means-not-known", "means-denied"), meansBy)
      : reason("means-not-needed-for-child", meansBy),
    ...purposeReasons(facts, purpose),
  ];
}

function purposeReasons(facts: Facts, purpose: International["purpose"]): Reason[] {
  if (purpose.outcome === "not-met") return [reason("purpose-denied", [])];
  if (purpose.outcome === "not-yet-knowable") {
    const denied = purpose.open.length === 0 && !purpose.openDimensions.includes("exploitation");
    return denied
      ? [reason("no-to-purpose-not-relied-on", yesIn(RECRUITMENT, facts))]
      : [reason("purpose-not-known", [])];
  }
  const used = purpose.metBy.filter((id): boolean => id === "purpose.commercial-sexual-use");
  const wider = purpose.metBy.filter((id) => WIDER_PURPOSES.some((purposeId) => purposeId === id));
  return [
    ...some("commercial-sexual-use-settles-purpose", used),
    ...some("purpose-seen", [
      ...purpose.metBy.filter((id) => !used.includes(id)),
      ...yesIn(purpose.metByDimensions, facts),
    ]),
    ...(wider.length === purpose.metBy.length && purpose.metByDimensions.length === 0
      ? [reason("purpose-by-wider-reading", wider)]
      : []),
  ];
}

function status(facts: Facts, international: International): Reason[] {
  return exploitationOf(facts, international) === "ongoing" && answerTo(facts.answers, "status.ongoing") !== "yes"
    ? [reason("exploitation-presumed-ongoing", ["status.ongoing"])]
    : [];
}

/** Answers that cannot all be true. The finding follows the seen fact; the worker is told. */
function disagreements(facts: Facts, { act }: International): Reason[] {
  const seen = yesIn(["exploitation"], facts);
  const recruited = facts.dimensions.filter(({ dimension, lower }) => lower && RECRUITMENT.includes(dimension));
  return [
    ...(answerTo(facts.answers, "status.begun") === "no" && seen.length > 0
      ? [reason("answers-disagree", ["status.begun", ...seen])]
      : []),
    ...(act.outcome === "not-met" && recruited.length > 0
      ? [reason("answers-disagree", ["act.recruitment", ...recruited.flatMap(({ yes }) => yes)])]
      : []),
  ];
}

function promptsSeen(answers: Answers): ItemId[] {
  return PROMPTS.flatMap(({ items }) => items.map(({ id }) => id)).filter((id) => answerTo(answers, id) === "yes");
}

function notYes(stage: "safe" | "understanding", answers: Answers): ItemId[] {
  return GROUND.items
    .filter((item) => item.stage === stage && ["no", "unknown"].includes(answerTo(answers, item.id)))
    .map(({ id }) => id);
}

function some(code: ReasonCode, items: readonly ItemId[]): Reason[] {
  return items.length > 0 ? [reason(code, items)] : [];
}

function reason(code: ReasonCode, items: readonly ItemId[]): Reason {
  return { code, items };
}
