import fc from "fast-check";
import { ITEMS } from "./lists/all.ts";
import { type Answer, type Answers, type ItemId, VALUES, type Value } from "./model.ts";

/** Answers for a test: which items are yes, which no, which asked and not known. */
export function given(said: Partial<Record<"yes" | "no" | "unknown", readonly ItemId[]>>): Answers {
  const answers: Record<ItemId, Answer> = {};
  for (const value of ["yes", "no", "unknown"] as const) {
    for (const id of said[value] ?? []) answers[id] = { value };
  }
  return answers;
}

const ids = [...ITEMS.keys()];
const groups = [...new Set(ids.map((id) => id.split(".")[0] ?? id))];
const value = fc.constantFrom<Value>(...VALUES);

/**
 * Answers as they come: each group mostly one value, with a few items off it, so that the rare findings
 * (everything denied, one side positive) are met too. No danger, which would stop everything.
 */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .record({
    byGroup: fc.tuple(...groups.map(() => value)),
    flips: fc.array(fc.tuple(fc.constantFrom(...ids), value), { maxLength: 25 }),
  })
  .map(({ byGroup, flips }) => {
    const answers: Record<ItemId, Answer> = {};
    for (const id of ids) answers[id] = { value: byGroup[groups.indexOf(id.split(".")[0] ?? id)] ?? "unknown" };
    for (const [id, flipped] of flips) answers[id] = { value: flipped };
    for (const id of ids) if (id.startsWith("danger.")) answers[id] = { value: "no" };
    return answers;
  });

/** An age or nothing about it. */
export const anyId = fc.constantFrom(...ids.filter((id) => !id.startsWith("danger.") && !id.startsWith("age.")));

/** The same answers with one value changed. */
export function but(answers: Answers, id: ItemId, changed: Value): Answers {
  return { ...answers, [id]: { value: changed } };
}

/** The same answers as of a person shown to be an adult. */
export function asAdult(answers: Answers): Answers {
  return but(but(answers, "age.under-18", "no"), "age.settled", "yes");
}

/** The same answers as of a child. */
export function asChild(answers: Answers): Answers {
  return but(answers, "age.under-18", "yes");
}
