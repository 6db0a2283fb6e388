/** A screening while it is made: what was answered, in which order, and what comes next. Pure; both ways of filling share it. */
import {
  type Answers,
  DIMENSIONS,
  type ItemId,
  LISTS,
  type Next,
  nextQuestion,
  type Source,
  type Stage,
  type Strength,
  sheet,
} from "../../../../engines/screening/index.ts";

export const GIVEN = ["yes", "no", "unknown"] as const;
export type Given = (typeof GIVEN)[number];

export interface Filling {
  readonly answers: Answers;
  /** Beside single answers; sealed with the rest when the screening is kept. */
  readonly itemNotes: Readonly<Record<ItemId, string>>;
  readonly notes: string;
  /** Questions that stood on the page, in that order, answered or skipped. */
  readonly trail: readonly ItemId[];
  /** Where in the trail one is; its length means: at the next question. */
  readonly at: number;
}

export const BLANK: Filling = { answers: {}, itemNotes: {}, notes: "", trail: [], at: 0 };

export type Step = Next | { readonly kind: "again"; readonly item: ItemId; readonly stage: Stage };

const STAGE_OF: ReadonlyMap<ItemId, Stage> = new Map(
  LISTS.flatMap((list): (readonly [ItemId, Stage])[] =>
    list.kind === "ground"
      ? list.items.map((item) => [item.id, item.stage] as const)
      : list.kind === "weighed"
        ? list.items.map((item) => [item.id, item.dimension] as const)
        : [],
  ),
);

/** The stage of a question; null for a prompt, which belongs to none. */
export const stageOf = (item: ItemId): Stage | null => STAGE_OF.get(item) ?? null;

/** What stands on the page now: an earlier question, the next one, or the end. */
export function stepOf(filling: Filling): Step {
  const item = filling.trail[filling.at];
  const stage = item === undefined ? null : stageOf(item);
  if (item !== undefined && stage !== null) return { kind: "again", item, stage };
  return nextQuestion(passedOver(filling));
}

/** For the order alone a skipped question counts as not known, so that it does not come back at once. No finding reads this. */
function passedOver({ answers, trail }: Filling): Answers {
  const skipped = skippedIn({ answers, trail }).map((id) => [id, { value: "unknown" }] as const);
  return { ...answers, ...Object.fromEntries(skipped) };
}

/** Questions that were passed over without an answer. */
export function skippedIn({ answers, trail }: Pick<Filling, "answers" | "trail">): readonly ItemId[] {
  return trail.filter((id) => givenTo(answers, id) === null);
}

export function givenTo(answers: Answers, item: ItemId): Given | null {
  const value = answers[item]?.value;
  return value === undefined || value === "not-asked" ? null : value;
}

/** One answer, without moving on. Null takes it back. */
export function answer(filling: Filling, item: ItemId, value: Given | null, source?: Source | null): Filling {
  const { [item]: before, ...others } = filling.answers;
  if (value === null) return { ...filling, answers: others };
  const known = source === undefined ? before?.source : (source ?? undefined);
  return { ...filling, answers: { ...others, [item]: { value, ...(known === undefined ? {} : { source: known }) } } };
}

/** The answer to the question on the page: it stays there until one goes on, so that a slip can be mended where it happened. */
export function choose(filling: Filling, item: ItemId, value: Given): Filling {
  const standing = filling.trail[filling.at] === item;
  const trail = standing ? filling.trail : [...filling.trail.filter((id) => id !== item), item];
  return answer({ ...filling, trail, at: standing ? filling.at : trail.length - 1 }, item, value);
}

/** Leaves a question, answered or skipped. A danger that was just seen goes first, whatever stood further on. */
export function goOn(filling: Filling, item: ItemId): Filling {
  const here = filling.trail[filling.at];
  const trail = here === item ? filling.trail : [...filling.trail.filter((id) => id !== item), item];
  const danger = givenTo(filling.answers, item) === "yes" && stageOf(item) === "danger";
  return { ...filling, trail, at: danger || here !== item ? trail.length : filling.at + 1 };
}

/** One question back; at the first, nothing. */
export function goBack(filling: Filling): Filling {
  return { ...filling, at: Math.max(0, filling.at - 1) };
}

/** To a question by its name: one that was there, or one that was not asked yet. */
export function goTo(filling: Filling, item: ItemId): Filling {
  const at = filling.trail.indexOf(item);
  return at >= 0 ? { ...filling, at } : { ...filling, trail: [...filling.trail, item], at: filling.trail.length };
}

export function note(filling: Filling, item: ItemId, text: string): Filling {
  const { [item]: _, ...others } = filling.itemNotes;
  return { ...filling, itemNotes: text === "" ? others : { ...others, [item]: text } };
}

/** Which question of its stage this is, and of how many that could come in it. */
export function placeInStage(
  filling: Filling,
  item: ItemId,
  stage: Stage,
): { readonly nth: number; readonly of: number } {
  const ids =
    sheet(filling.answers)
      .find((group) => group.stage === stage)
      ?.items.map(({ id }) => id) ?? [];
  const before = filling.trail.slice(0, filling.at).filter((id) => id !== item && ids.includes(id)).length;
  return { nth: before + 1, of: Math.max(ids.length, before + 1) };
}

/** The stages that stand before and beside the elements. */
type Ground = Exclude<Stage, "act" | "means" | "purpose" | (typeof DIMENSIONS)[number]>;

/** What a question serves: an element, a dimension with its weight, or the ground on which one may ask at all. */
export type Serves =
  | { readonly of: "dimension"; readonly dimension: (typeof DIMENSIONS)[number]; readonly strength: Strength }
  | { readonly of: "element"; readonly element: "act" | "means" | "purpose" }
  | { readonly of: "ground"; readonly stage: Ground }
  | { readonly of: "prompt"; readonly list: string };

export function serves(item: ItemId, answers: Answers): Serves {
  for (const group of sheet(answers)) {
    const found = group.items.find(({ id }) => id === item);
    if (found === undefined) continue;
    if (group.stage === null) return { of: "prompt", list: group.list };
    const dimension = DIMENSIONS.find((one) => one === group.stage);
    if (dimension !== undefined && "strength" in found)
      return { of: "dimension", dimension, strength: found.strength as Strength };
    return atStage(group.stage);
  }
  // Off the sheet since the age was settled: it still stood on the page.
  return atStage(stageOf(item));
}

function atStage(stage: Stage | null | undefined): Serves {
  switch (stage) {
    case "act":
    case "means":
    case "purpose":
      return { of: "element", element: stage };
    case "danger":
    case "safe":
    case "understanding":
    case "age":
      return { of: "ground", stage };
    default:
      return { of: "ground", stage: "status" };
  }
}

/** What the server takes: notes without an answer stay, an answer taken back does not. */
export function toKeep(filling: Filling): object {
  const itemNotes = Object.fromEntries(
    Object.entries(filling.itemNotes)
      .map(([id, text]) => [id, text.trim()] as const)
      .filter(([, text]) => text !== ""),
  );
  return {
    answers: filling.answers,
    ...(filling.notes.trim() === "" ? {} : { notes: filling.notes.trim() }),
    ...(Object.keys(itemNotes).length === 0 ? {} : { itemNotes }),
  };
}
