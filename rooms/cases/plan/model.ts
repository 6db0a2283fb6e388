import { z } from "zod";
import { DOMAIN_CODES } from "../domains.ts";
import { Instant } from "../model.ts";

/** What a task is, as a code: My day says it without opening anything. */
export const TASK_KINDS = [
  "visit-child",
  "visit-family",
  "call",
  "meeting",
  "hearing",
  "accompany",
  "medical",
  "counselling",
  "school",
  "papers",
  "money",
  "find-family",
  "report",
  "other",
] as const;
export const TaskKind = z.enum(TASK_KINDS);

/** Why something was late. Clocks must not punish who enters: each answer feeds the picture of what was missing (harm.md, rule 13). */
export const LATE_REASONS = [
  "no-vehicle",
  "no-sitting",
  "hospital",
  "no-staff",
  "not-safe-then",
  "child-not-ready",
  "papers-missing",
  "told-late",
  "other",
] as const;

export const GOAL_OUTCOMES = ["met", "partly", "abandoned"] as const;
export const DONE_HOW = ["done", "done-late", "tried-not-seen", "no-longer-needed"] as const;

const Text = z.string().trim().min(1).max(4000);
const Reason = z.string().trim().min(3).max(2000);
const Names = z.record(z.string(), z.string()).nullable();
const Day = z.iso.date();

export const NewGoal = z.object({ domain: z.enum(DOMAIN_CODES), text: Text, reviewOn: Day });
export type NewGoal = z.infer<typeof NewGoal>;

export const GoalChange = z.object({ text: Text.optional(), reviewOn: Day.optional(), reason: Reason });
export type GoalChange = z.infer<typeof GoalChange>;

export const GoalEnd = z.object({ outcome: z.enum(GOAL_OUTCOMES), reason: Reason });

export const NewTask = z.object({
  goalId: z.uuid().nullable().default(null),
  /** Without a goal: the part of life it belongs to, for its section. */
  domain: z.enum(DOMAIN_CODES).nullable().default(null),
  kind: TaskKind,
  text: Text,
  unitId: z.uuid(),
  workerId: z.uuid().nullable().default(null),
  dueAt: Instant,
});
export type NewTask = z.infer<typeof NewTask>;

export const TaskChange = z.object({
  unitId: z.uuid().optional(),
  workerId: z.uuid().nullable().optional(),
  dueAt: Instant.optional(),
  reason: Reason,
});
export type TaskChange = z.infer<typeof TaskChange>;

export const TaskEnd = z.object({
  how: z.enum(["done", "tried-not-seen", "no-longer-needed"]),
  lateReason: z.enum(LATE_REASONS).nullable().default(null),
  /** When it was done; now where it is left out. Entered afterwards, it may lie before the entry, never after it. */
  doneAt: Instant.optional(),
  note: z.string().trim().max(2000).default(""),
});
export type TaskEnd = z.infer<typeof TaskEnd>;

export const Goal = z.object({
  id: z.uuid(),
  domain: z.enum(DOMAIN_CODES),
  section: z.int().nullable(),
  text: z.string().nullable(),
  madeAt: Instant,
  reviewOn: Day,
  endedAt: Instant.nullable(),
  outcome: z.enum(GOAL_OUTCOMES).nullable(),
  version: z.int(),
});
export type Goal = z.infer<typeof Goal>;

export const Task = z.object({
  id: z.uuid(),
  goalId: z.uuid().nullable(),
  section: z.int().nullable(),
  /** Not held: a headline, by section and time, and nothing else. */
  held: z.boolean(),
  kind: TaskKind.nullable(),
  text: z.string().nullable(),
  unitId: z.uuid().nullable(),
  unit: Names,
  agency: Names,
  fromHome: z.boolean(),
  workerId: z.uuid().nullable(),
  worker: Names,
  dueAt: Instant,
  madeAt: Instant,
  doneAt: Instant.nullable(),
  doneHow: z.enum(DONE_HOW).nullable(),
  lateReason: z.enum(LATE_REASONS).nullable(),
  version: z.int(),
});
export type Task = z.infer<typeof Task>;

export const Plan = z.object({
  ref: z.string(),
  isOpen: z.boolean(),
  goals: z.array(Goal),
  tasks: z.array(Task),
});
export type Plan = z.infer<typeof Plan>;

export const Change = z.object({
  id: z.uuid(),
  of: z.enum(["goal", "task"]),
  rowId: z.uuid(),
  field: z.string(),
  was: z.unknown(),
  became: z.unknown(),
  /** The words before the change, where words were changed. */
  wasText: z.string().nullable(),
  reason: z.string().nullable(),
  at: Instant,
  by: Names,
});
export type Change = z.infer<typeof Change>;

export const MyTask = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  ref: z.string(),
  sex: z.string(),
  age: z.int().nullable(),
  ageBasis: z.string(),
  situation: z.string(),
  district: z.string().nullable(),
  section: z.int().nullable(),
  held: z.boolean(),
  kind: TaskKind.nullable(),
  dueAt: Instant,
  madeAt: Instant,
  whose: z.enum(["me", "unit", "colleague"]),
  worker: Names,
});
export type MyTask = z.infer<typeof MyTask>;
