/**
 * The two ways through the questions, as data: what is asked, in which order, and what is offered as an answer.
 * The sentences stand in `words/public.*.json` under the step's name.
 */
import type { Answers, ChoiceField, Door, TextField } from "./model.ts";

export type StepName =
  | "screen"
  | "seen"
  | "danger"
  | "call"
  | "saw"
  | "age"
  | "where"
  | "company"
  | "role"
  | "files"
  | "reach"
  | "check";

export type Step = { name: StepName; when?: (answers: Answers) => boolean } & (
  | { kind: "choice"; field: ChoiceField; options: readonly string[] }
  | { kind: "text"; field: TextField; rows: number }
  | { kind: "reach"; options: readonly string[] }
  /** A page between two questions, with something more urgent than the next one. */
  | { kind: "pause" }
  | { kind: "files" }
  | { kind: "check" }
);

const danger: Step = { name: "danger", kind: "choice", field: "danger", options: ["yes", "no", "not-sure"] };
/** The numbers come before any further question. */
const call: Step = { name: "call", kind: "pause", when: ({ danger }) => danger === "yes" };
const saw: Step = { name: "saw", kind: "text", field: "saw", rows: 7 };
const where: Step = { name: "where", kind: "text", field: "where", rows: 3 };
const company: Step = {
  name: "company",
  kind: "choice",
  field: "company",
  options: ["harm", "safe", "alone", "not-sure"],
};
const check: Step = { name: "check", kind: "check" };

export const journeys: Readonly<Record<Door, readonly Step[]>> = {
  worried: [
    danger,
    call,
    saw,
    { name: "age", kind: "choice", field: "age", options: ["under-6", "6-11", "12-17", "not-sure"] },
    where,
    company,
    { name: "role", kind: "choice", field: "role", options: ["near", "family", "chance", "work", "unsaid"] },
    { name: "files", kind: "files" },
    { name: "reach", kind: "reach", options: ["no", "call", "message", "not-sure"] },
    check,
  ],
  // A child is never asked for pictures: nobody should make one for us, and one that shows abuse must not be sent again.
  me: [
    { name: "screen", kind: "choice", field: "screen", options: ["yes", "no", "not-sure"] },
    { name: "seen", kind: "pause", when: ({ screen }) => screen === "yes" },
    danger,
    call,
    saw,
    { name: "age", kind: "choice", field: "age", options: ["under-12", "12-14", "15-17", "18-or-more", "not-sure"] },
    where,
    company,
    { name: "reach", kind: "reach", options: ["yes", "sometimes", "no", "not-sure"] },
    check,
  ],
};

/** The steps that this reporter meets, given the answers so far. */
export function stepsFor(door: Door, answers: Answers): readonly Step[] {
  return journeys[door].filter((step) => step.when?.(answers) ?? true);
}

/** The step of that name; the first one where there is none of that name at this door. */
export function stepNamed(door: Door, name: string | undefined): Step {
  return journeys[door].find((step) => step.name === name) ?? firstStep(door);
}

export function firstStep(door: Door): Step {
  const [first] = journeys[door];
  if (!first) throw new Error(`No question stands behind the door "${door}".`);
  return first;
}

export function stepAfter(door: Door, step: Step, answers: Answers): Step {
  const order = journeys[door].indexOf(step);
  return stepsFor(door, answers).find((other) => journeys[door].indexOf(other) > order) ?? step;
}

/** @returns null at the first question: before it stands the start page */
export function stepBefore(door: Door, step: Step, answers: Answers): Step | null {
  const order = journeys[door].indexOf(step);
  return stepsFor(door, answers).findLast((other) => journeys[door].indexOf(other) < order) ?? null;
}

/** "Question 3 of 8": pauses and the last look are not counted. */
export function placeOf(door: Door, step: Step): { number: number; total: number } | null {
  const questions = journeys[door].filter(({ kind }) => kind !== "pause" && kind !== "check");
  const number = questions.indexOf(step) + 1;
  return number === 0 ? null : { number, total: questions.length };
}
