import {
  type Answers,
  DIMENSIONS,
  type DimensionFinding,
  type DimensionId,
  type ItemId,
  type Smallest,
  STRENGTHS,
  type Strength,
  type Value,
  type WeighedItem,
  type WeighedList,
} from "./model.ts";

/**
 * Does one dimension stand, given how many of its strong, medium and weak items were answered yes?
 * More yes, or a stronger item in place of a weaker one, never takes a positive back.
 * @source ILO / European Commission, Operational indicators (2009), rule for one dimension
 */
export function isPositive(strong: number, medium: number, weak: number): boolean {
  return strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1);
}

/** The value given to an item; `not-asked` where there is none. */
export function answerTo(answers: Answers, id: ItemId): Value {
  return Object.hasOwn(answers, id) ? (answers[id]?.value ?? "not-asked") : "not-asked";
}

/** Not known and not asked are the same to every finding; only the order of questions tells them apart. */
export function isOpen(answers: Answers, id: ItemId): boolean {
  const value = answerTo(answers, id);
  return value === "unknown" || value === "not-asked";
}

/** Weighs the six dimensions of a list, each with what it could still become. */
export function weigh(list: WeighedList, answers: Answers): readonly DimensionFinding[] {
  return DIMENSIONS.map((dimension) => weighOne(dimension, list.items, answers));
}

/** One dimension of a list. */
export function weighOne(dimension: DimensionId, items: readonly WeighedItem[], answers: Answers): DimensionFinding {
  const yes: WeighedItem[] = [];
  const unknown: WeighedItem[] = [];
  for (const item of items) {
    if (item.dimension !== dimension) continue;
    const value = answerTo(answers, item.id);
    if (value === "yes") yes.push(item);
    else if (value !== "no") unknown.push(item);
  }

  const lower = positive(yes);
  const upper = positive([...yes, ...unknown]);
  return {
    dimension,
    lower,
    upper,
    finding: lower ? "positive" : upper ? "open" : "negative",
    yes: yes.map(({ id }) => id),
    unknown: unknown.map(({ id }) => id),
    smallest: upper && !lower ? smallest(yes, unknown) : null,
  };
}

/** Writes out the smallest sets one by one. There can be hundreds: take what the screen needs. */
export function* setsOf({ mixes, candidates }: Smallest): Generator<readonly ItemId[]> {
  for (const mix of mixes) {
    const [first, second, third] = STRENGTHS.map((strength) =>
      choose(candidates[strength], mix.filter((each) => each === strength).length),
    );
    for (const a of first ?? []) for (const b of second ?? []) for (const c of third ?? []) yield [...a, ...b, ...c];
  }
}

function positive(items: readonly WeighedItem[]): boolean {
  return isPositive(...counts(items));
}

function counts(items: readonly WeighedItem[]): [strong: number, medium: number, weak: number] {
  const [strong, medium, weak] = STRENGTHS.map((strength) => items.filter((item) => item.strength === strength).length);
  return [strong ?? 0, medium ?? 0, weak ?? 0];
}

/** @throws Error when not even all unknown items suffice; the caller has checked that they do */
function smallest(yes: readonly WeighedItem[], unknown: readonly WeighedItem[]): Smallest {
  const [s, m, w] = counts(yes);
  const [moreS, moreM, moreW] = counts(unknown);
  // Three medium answers are the most that the rule ever asks for.
  for (const size of [1, 2, 3]) {
    const mixes: Strength[][] = [];
    for (let a = 0; a <= Math.min(size, moreS); a++) {
      for (let b = 0; b <= Math.min(size - a, moreM); b++) {
        const c = size - a - b;
        if (c <= moreW && isPositive(s + a, m + b, w + c)) mixes.push(mix(a, b, c));
      }
    }
    if (mixes.length > 0) return { mixes, candidates: candidates(mixes, unknown) };
  }
  throw new Error("An open dimension must have a set of answers that makes it positive.");
}

function mix(strong: number, medium: number, weak: number): Strength[] {
  return [
    ...Array<Strength>(strong).fill("strong"),
    ...Array<Strength>(medium).fill("medium"),
    ...Array<Strength>(weak).fill("weak"),
  ];
}

function candidates(mixes: Strength[][], unknown: readonly WeighedItem[]): Smallest["candidates"] {
  const of = (strength: Strength) =>
    mixes.some((each) => each.includes(strength))
      ? unknown.filter((item) => item.strength === strength).map(({ id }) => id)
      : [];
  return { strong: of("strong"), medium: of("medium"), weak: of("weak") };
}

function choose(ids: readonly ItemId[], count: number): readonly ItemId[][] {
  if (count === 0) return [[]];
  return ids.flatMap((id, at) => choose(ids.slice(at + 1), count - 1).map((rest) => [id, ...rest]));
}
