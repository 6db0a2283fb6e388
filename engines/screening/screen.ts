import { answerTo, isOpen, weigh } from "./dimension.ts";
import { type Facts, internationalElements, isChild } from "./elements.ts";
import { ITEMS, LISTS } from "./lists/all.ts";
import { GROUND } from "./lists/ground.ts";
import { ADULT_LABOUR, CHILD_LABOUR } from "./lists/labour.ts";
import type {
  Advice,
  Answers,
  Freeze,
  International,
  ItemId,
  National,
  NationalOffence,
  Turning,
  WeighedList,
} from "./model.ts";
import { nationalElements } from "./national.ts";
import { exploitationOf, reasonsOf, talkOf, tracksOf } from "./reasons.ts";

/** Of the rule for a dimension, the procedure of the elements and everything else that turns answers into advice. */
export const RULE_VERSION = "2026-11-24.1";

export type Input = Readonly<{ answers: Answers; offences: readonly NationalOffence[] }>;

/**
 * What the answers say, for a named worker who decides. A danger comes first and stops the rest.
 * Never closes, ends or releases anything; holds no number, so that none can be shown as a likelihood.
 * Sex, caste, religion, nationality and looks cannot be given: there is no item for them.
 * @throws RangeError for an item that no list in force holds
 */
export function assess({ answers, offences }: Input): Advice {
  refuseUnlisted(answers);
  const always = { protection: "continues", freeze: freezeOf(offences) } as const;

  const dangers = dangersIn(answers);
  if (dangers.length > 0) return { ...always, kind: "act-now", dangers };

  const { facts, international, national } = read(answers, offences);
  const turning = turningPoints(answers, offences, facts, international, national);
  return {
    ...always,
    kind: "finding",
    treatedAs: facts.child ? "child" : "adult",
    talk: talkOf(answers),
    international: { ...international, turning: turning.international },
    national: national.map((one, at) => ({ ...one, turning: turning.national[at] ?? [] })),
    dimensions: facts.dimensions,
    exploitation: exploitationOf(facts, international),
    tracks: tracksOf(facts),
    reasons: reasonsOf(facts, international),
    decision: { by: "named-worker", noNeedsSecondPerson: facts.child },
  };
}

/** @throws RangeError for an item that no list in force holds */
export function refuseUnlisted(answers: Answers): void {
  for (const id of Object.keys(answers)) {
    if (!ITEMS.has(id)) throw new RangeError(`No screening list in force holds the item "${id}".`);
  }
}

/** The dangers answered yes. */
export function dangersIn(answers: Answers): ItemId[] {
  return GROUND.items
    .filter(({ id, stage }) => stage === "danger" && answerTo(answers, id) === "yes")
    .map(({ id }) => id);
}

/** The labour list that weighs this person. */
export function listFor(child: boolean): WeighedList {
  return child ? CHILD_LABOUR : ADULT_LABOUR;
}

/** True when an old assessment was made with the lists, rule and offences in force now. */
export function isCurrent(freeze: Freeze, offences: readonly NationalOffence[]): boolean {
  return JSON.stringify(freeze) === JSON.stringify(freezeOf(offences));
}

function freezeOf(offences: readonly NationalOffence[]): Freeze {
  const named = ({ id, version }: { id: string; version: string }) => ({ id, version });
  return { rule: RULE_VERSION, lists: LISTS.map(named), offences: offences.map(named) };
}

/** Would a yes or a no to this one item change the international finding? */
export function changesFinding(answers: Answers, id: ItemId): boolean {
  const finding = (changed: Answers) => read(changed, []).international.finding;
  return (["yes", "no"] as const).some((value) => finding({ ...answers, [id]: { value } }) !== finding(answers));
}

type Reading = { facts: Facts; international: International; national: readonly National[] };

/** The answers as facts and elements, without the turning points, which cost a hundred times as much. */
export function read(answers: Answers, offences: readonly NationalOffence[]): Reading {
  const child = isChild(answers);
  const facts: Facts = { child, answers, dimensions: weigh(listFor(child), answers) };
  return {
    facts,
    international: internationalElements(facts),
    national: offences.map((offence) => nationalElements(offence, facts)),
  };
}

/** Tries each unanswered item both ways, one at a time. */
function turningPoints(
  answers: Answers,
  offences: readonly NationalOffence[],
  facts: Facts,
  international: International,
  national: readonly National[],
) {
  const ground = GROUND.items.filter(({ stage }) => ["age", "act", "means", "purpose"].includes(stage));
  const points: { international: Turning<International["finding"]>[]; national: Turning<National["outcome"]>[][] } = {
    international: [],
    national: national.map(() => []),
  };
  for (const { id } of [...ground, ...listFor(facts.child).items]) {
    if (!isOpen(answers, id)) continue;
    const yes = read({ ...answers, [id]: { value: "yes" } }, offences);
    const no = read({ ...answers, [id]: { value: "no" } }, offences);
    note(points.international, id, international.finding, yes.international.finding, no.international.finding);
    for (const [at, before] of national.entries()) {
      note(points.national[at] ?? [], id, before.outcome, yes.national[at]?.outcome, no.national[at]?.outcome);
    }
  }
  return points;
}

function note<F>(into: Turning<F>[], item: ItemId, before: F, yes: F | undefined, no: F | undefined): void {
  const change = (after: F | undefined) => (after === undefined || after === before ? null : after);
  const turning = { item, ifYes: change(yes), ifNo: change(no) };
  if (turning.ifYes !== null || turning.ifNo !== null) into.push(turning);
}
