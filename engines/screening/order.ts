import { answerTo } from "./dimension.ts";
import { type Facts, isChild, purposesFor, RECRUITMENT } from "./elements.ts";
import { ITEMS, PROMPTS } from "./lists/all.ts";
import { GROUND } from "./lists/ground.ts";
import {
  ACTS,
  type Answers,
  DIMENSIONS,
  type DimensionId,
  type How,
  type Item,
  type ItemId,
  MEANS,
  STRENGTHS,
  type Stage,
} from "./model.ts";
import { talkOf } from "./reasons.ts";
import { changesFinding, dangersIn, listFor, read, refuseUnlisted } from "./screen.ts";

/**
 * The next step for a worker who takes one question at a time.
 * `changesFinding` is false where the answer alone would only add weight: the worker may stop there.
 */
export type Next =
  | Readonly<{ kind: "question"; item: ItemId; stage: Stage; how: How; changesFinding: boolean }>
  | Readonly<{ kind: "act-now"; dangers: readonly ItemId[] }>
  | Readonly<{ kind: "done"; because: "nothing-left" | "observe-only" }>;

/**
 * What to ask next: danger, a safe talk, understanding, age, the elements that are still missing, then the
 * dimensions. What an earlier statement answered is not asked again, "unknown" neither; what can no longer matter
 * is not asked at all. Where it is not safe to talk, only what a worker can see or already knows is left.
 * Follows the international elements: what a charge still needs stands in the advice, for the police to fill.
 * @throws RangeError for an item that no list in force holds
 */
export function nextQuestion(answers: Answers): Next {
  refuseUnlisted(answers);
  const dangers = dangersIn(answers);
  if (dangers.length > 0) return { kind: "act-now", dangers };

  const seenOnly = talkOf(answers) === "observe-only";
  for (const { stage, items } of order(answers)) {
    // Once the talk is off, the rest of its own checks are pointless too.
    if (seenOnly && (stage === "safe" || stage === "understanding")) continue;
    for (const id of items) {
      const item = itemOf(id);
      if (answerTo(answers, id) !== "not-asked" || (seenOnly && item.how === "ask")) continue;
      return { kind: "question", item: id, stage, how: item.how, changesFinding: changesFinding(answers, id) };
    }
  }
  return { kind: "done", because: seenOnly ? "observe-only" : "nothing-left" };
}

/** Everything that may be filled for this person, by stage, then the prompts by list: the sheet for the practised. */
export function sheet(
  answers: Answers,
): readonly Readonly<{ stage: Stage | null; list: string; items: readonly Item[] }>[] {
  const child = isChild(answers);
  const stages = ["danger", "safe", "understanding", "age", "act", "means", "purpose", "status"] as const;
  const list = listFor(child);
  const purposes: readonly ItemId[] = purposesFor(child);
  return [
    ...stages.map((stage) => ({
      stage,
      list: GROUND.id,
      items: GROUND.items.filter((item) => item.stage === stage && (stage !== "purpose" || purposes.includes(item.id))),
    })),
    ...DIMENSIONS.map((stage) => ({
      stage,
      list: list.id,
      items: list.items.filter((item) => item.dimension === stage),
    })),
    ...PROMPTS.map(({ id, items }) => ({ stage: null, list: id, items })),
  ];
}

function order(answers: Answers): { stage: Stage; items: readonly ItemId[] }[] {
  const { facts, international } = read(answers, []);
  const { act, means, purpose } = international;
  const { child } = facts;
  const begun = answerTo(answers, "status.begun");
  const missing = (outcome: string, items: readonly ItemId[]) => (outcome === "met" ? [] : items);
  return [
    ...(["danger", "safe", "understanding"] as const).map((stage) => ({ stage, items: inStage(stage) })),
    { stage: "age", items: ["age.under-18", ...(answerTo(answers, "age.under-18") === "no" ? ["age.settled"] : [])] },
    { stage: "act", items: missing(act.outcome, ACTS) },
    { stage: "status", items: ["status.begun", ...(begun === "yes" ? ["status.ongoing"] : []), "abuse.sexual"] },
    { stage: "purpose", items: missing(purpose.outcome, purposesFor(child)) },
    { stage: "means", items: child ? [] : missing(means.outcome, MEANS) },
    ...dimensionsInOrder(begun === "no").map((stage) => ({ stage, items: openItems(stage, facts) })),
  ];
}

/** Where nothing has begun, destination cannot be answered; a "no" there would read as a fact. */
function dimensionsInOrder(notBegun: boolean): readonly DimensionId[] {
  if (notBegun) return RECRUITMENT;
  return ["exploitation", ...DIMENSIONS.filter((dimension) => dimension !== "exploitation")];
}

/** The unknown items of a dimension that is not yet decided, strong ones first. */
function openItems(dimension: DimensionId, { dimensions, child }: Facts): ItemId[] {
  const found = dimensions.find((each) => each.dimension === dimension);
  if (found?.finding !== "open") return [];
  const items = listFor(child).items.filter(({ id }) => found.unknown.includes(id));
  return items.sort((a, b) => STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength)).map(({ id }) => id);
}

function inStage(stage: Stage): ItemId[] {
  return GROUND.items.filter((item) => item.stage === stage).map(({ id }) => id);
}

function itemOf(id: ItemId): Item {
  const item = ITEMS.get(id);
  if (item === undefined) throw new RangeError(`No screening list in force holds the item "${id}".`);
  return item;
}
