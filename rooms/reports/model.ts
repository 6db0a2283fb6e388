import { z } from "zod";
import { Code, District, Instant } from "../cases/model.ts";

/** The words of a report. */
export const CHANNEL = { "public-form": 1, "helpline-call": 2, agency: 3 } as const;
export const DANGER = { now: 0, no: 1, "not-sure": 2 } as const;
export const STATUS = {
  new: 1,
  claimed: 2,
  "case-opened": 3,
  forwarded: 4,
  merged: 5,
  "not-for-us": 6,
  spam: 7,
  answered: 8,
} as const;
/** Where instead, when a report is not for us: codes, told to nobody outside. */
export const INSTEAD = [
  "police",
  "women-helpline",
  "elder-helpline",
  "labour-office",
  "school",
  "health",
  "other-country",
  "no-child-concerned",
] as const;

const keys = <T extends Record<string, number>>(codes: T) =>
  z.enum(Object.keys(codes) as [keyof T & string, ...(keyof T & string)[]]);
export const Channel = keys(CHANNEL);
export const Danger = keys(DANGER);
export const Status = keys(STATUS);

/** The words of a report: sealed to the intake key before they reach the database. */
export const Words = z.object({
  saw: z.string().trim().max(20_000).default(""),
  where: z.string().trim().max(20_000).default(""),
  reachHow: z.string().trim().max(20_000).default(""),
  /** A caller's number, if it was given or shown; only staff forms have it. */
  callerPhone: z.string().trim().max(30).default(""),
});
export type Words = z.infer<typeof Words>;

/** Whether this number may be called back: asked of the caller, never assumed. */
export const CallBack = z.enum(["safe", "unsafe", "ask-first"]);
/** How a line ended. */
export const Ended = z.enum(["hung-up", "cut-off"]);

export const NewReport = z.object({
  danger: Danger.default("not-sure"),
  language: z.enum(["en", "hi"]).default("en"),
  district: District.nullable().default(null),
  situation: Code.nullable().default(null),
  age: z.string().max(20).nullable().default(null),
  aboutSelf: z.boolean().default(false),
  silent: z.boolean().default(false),
  callBack: CallBack.nullable().default(null),
  /** When it was said, where it is entered later. */
  receivedAt: Instant.nullable().default(null),
  aboutAgency: z.uuid().nullable().default(null),
  words: Words.prefault({}),
});
export type NewReport = z.infer<typeof NewReport>;

export const CallChange = z.object({
  danger: Danger.optional(),
  district: District.nullable().optional(),
  situation: Code.nullable().optional(),
  age: z.string().max(20).nullable().optional(),
  aboutSelf: z.boolean().optional(),
  silent: z.boolean().optional(),
  callBack: CallBack.nullable().optional(),
  ended: Ended.nullable().optional(),
  words: Words.optional(),
});
export type CallChange = z.infer<typeof CallChange>;

export const ReportRow = z.object({
  id: z.uuid(),
  channel: Channel,
  language: z.string(),
  receivedAt: Instant,
  danger: Danger,
  status: Status,
  codes: z.record(z.string(), z.unknown()),
  district: z.string().nullable(),
  situation: z.string().nullable(),
  claimed: z.boolean(),
  mine: z.boolean(),
  read: z.boolean(),
  caseId: z.uuid().nullable(),
  reopened: z.boolean(),
  version: z.int(),
  draft: z.boolean(),
  files: z.int(),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const Unfiled = z.object({
  unread: z.int(),
  unreadOver4h: z.int(),
  drafts: z.int(),
  secondReadsLate: z.int(),
  oldest: Instant.nullable(),
});
export const ReportList = z.object({ reports: z.array(ReportRow), next: z.string().nullable(), unfiled: Unfiled });

export const ReportView = ReportRow.extend({
  words: Words.nullable(),
  claimedBy: z.record(z.string(), z.string()).nullable(),
  caseRef: z.string().nullable(),
  /** Whether the reporter can be answered through a receipt. */
  answerable: z.boolean(),
  messages: z.array(
    z.object({ id: z.uuid(), from: z.enum(["us", "reporter"]), at: Instant, text: z.string().nullable() }),
  ),
  attachments: z.array(
    z.object({
      fileId: z.uuid(),
      kind: z.string(),
      bytes: z.int(),
      addedAt: Instant,
      opened: z.boolean(),
      blocked: z.boolean(),
    }),
  ),
  history: z.array(
    z.object({
      at: Instant,
      act: z.string(),
      codes: z.record(z.string(), z.unknown()),
      by: z.record(z.string(), z.string()).nullable(),
    }),
  ),
  merged: z.array(z.uuid()),
  mergedInto: z.uuid().nullable(),
  secondRead: z.object({ id: z.uuid(), act: z.string(), dueAt: Instant }).nullable(),
  earlierCalls: z.array(z.object({ id: z.uuid(), receivedAt: Instant, status: Status })),
});

/** A call that somebody began and has not finished: no words, only when and how urgent. */
export const UnfinishedCall = z.object({ id: z.uuid(), receivedAt: Instant, danger: Danger, version: z.int() });
export type UnfinishedCall = z.infer<typeof UnfinishedCall>;

export const SettingAside = z.discriminatedUnion("how", [
  z.object({ how: z.literal("merged"), into: z.uuid(), reason: z.string().trim().min(3).max(2000) }),
  z.object({ how: z.literal("forwarded"), unitId: z.uuid(), reason: z.string().trim().min(3).max(2000) }),
  z.object({ how: z.literal("not-for-us"), instead: z.enum(INSTEAD), reason: z.string().trim().min(3).max(2000) }),
  z.object({ how: z.literal("spam"), reason: z.string().trim().min(3).max(2000) }),
]);
export type SettingAside = z.infer<typeof SettingAside>;

export const SecondRead = z.object({
  id: z.uuid(),
  reportId: z.uuid(),
  act: z.string(),
  actedAt: Instant,
  dueAt: Instant,
  late: z.boolean(),
});
