import { sql } from "kysely";
import type { Cursor } from "../../platform/http/paging.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import { wordOf } from "../cases/model.ts";
import { CHANNEL, DANGER, type ReportRow, STATUS } from "./model.ts";

export interface Row {
  id: string;
  channel: number;
  language: string;
  received_at: string;
  danger: number;
  status: number;
  codes: Record<string, unknown>;
  district: string | null;
  situation: string | null;
  claimed_by: string | null;
  first_read_at: string | null;
  case_id: string | null;
  reopened_at: string | null;
  version: number;
  is_draft: boolean;
  files: string;
  mine: boolean | null;
}

export function shown(row: Row): ReportRow {
  return {
    id: row.id,
    channel: wordOf(CHANNEL, row.channel),
    language: row.language,
    receivedAt: row.received_at,
    danger: wordOf(DANGER, row.danger),
    status: wordOf(STATUS, row.status),
    codes: row.codes,
    district: row.district,
    situation: row.situation,
    claimed: row.claimed_by !== null,
    mine: row.mine === true,
    read: row.first_read_at !== null,
    caseId: row.case_id,
    reopened: row.reopened_at !== null,
    version: row.version,
    draft: row.is_draft,
    files: Number(row.files),
  };
}

export interface Wish {
  which: "open" | "all";
  dangers: readonly number[];
  district: string | null;
  channel: number | null;
  sort: "danger" | "newest" | "oldest";
  /** Where it goes on; `rank` counts where danger is the order. */
  after: Cursor | null;
  atMost: number;
}

/** What came to a desk, narrowed and in one of three orders; each costs the same however much the desk ever had. */
export function listed(tx: Tx, wish: Wish): Promise<Row[]> {
  const first = wish.sort === "oldest";
  return tx.rows<Row>(sql`select * from reports.listed(${wish.which}, ${wish.dangers}::smallint[], ${wish.district}, ${wish.channel}::smallint, ${wish.sort},
    ${wish.after?.rank ?? -1}::smallint, ${wish.after?.at ?? (first ? "-infinity" : "infinity")}::timestamptz,
    ${wish.after?.id ?? (first ? "00000000-0000-0000-0000-000000000000" : "ffffffff-ffff-ffff-ffff-ffffffffffff")}::uuid, ${wish.atMost}::int)`);
}

/** The calls that I began and have not finished. */
export function myCalls(tx: Tx): Promise<{ id: string; received_at: string; danger: number; version: number }[]> {
  return tx.rows(sql`select * from reports.my_calls()`);
}

export interface UnfiledRow {
  unread: string;
  unread_over_4h: string;
  drafts: string;
  second_reads_late: string;
  oldest: string | null;
}

export function unfiled(tx: Tx): Promise<UnfiledRow> {
  return tx.one<UnfiledRow>(sql`select * from reports.unfiled()`);
}

export interface Facts extends Row {
  sealed: Buffer | null;
  answerable: boolean;
  merged_into: string | null;
  caller_key: Buffer | null;
  claimed_names: Record<string, string> | null;
}

/** One report, or null for unseen and unknown. */
export function one(tx: Tx, id: string): Promise<Facts | null> {
  return tx.maybe<Facts>(sql`
    select r.id, r.channel, r.language, r.received_at, r.danger, r.status, r.codes, r.district, r.situation, r.claimed_by, r.first_read_at, r.case_id, r.reopened_at,
           r.version, r.is_draft, (select count(*) from reports.attachments a where a.report_id = r.id) as files, r.claimed_by = access.actor() as mine, r.sealed,
           r.receipt_hash is not null as answerable, r.merged_into, r.caller_key, (select w.names from agencies.worker w where w.id = r.claimed_by) as claimed_names
      from reports.reports r where r.id = ${id}::uuid`);
}

/** What hangs on a report, asked at once. */
export function parts(tx: Tx, id: string) {
  return {
    messages: tx.rows<{ id: string; from_us: boolean; sent_at: string; sealed: Buffer }>(
      sql`select id, from_us, sent_at, sealed from reports.messages where report_id = ${id}::uuid order by sent_at, id`,
    ),
    attachments: tx.rows<{
      file_id: string;
      kind: string;
      bytes: string;
      added_at: string;
      first_opened_at: string | null;
      blocked: boolean;
    }>(sql`select * from reports.files_of(${id}::uuid)`),
    history: tx.rows<{
      at: string;
      act: string;
      codes: Record<string, unknown>;
      names: Record<string, string> | null;
    }>(sql`
      select h.at, h.act, h.codes, (select w.names from agencies.worker w where w.id = h.by_worker) as names from reports.history h where h.report_id = ${id}::uuid order by h.at, h.id`),
    merged: tx.rows<{ id: string }>(sql`select id from reports.reports where merged_into = ${id}::uuid`),
    secondRead: tx.maybe<{ id: string; act: string; due_at: string }>(
      sql`select id, act, due_at from reports.second_reads where report_id = ${id}::uuid and verdict is null order by due_at limit 1`,
    ),
    caseRef: tx.maybe<{ ref: string }>(
      sql`select c.ref from reports.reports r join cases.cases c on c.id = r.case_id where r.id = ${id}::uuid`,
    ),
    earlier: tx.rows<{ id: string; received_at: string; status: number }>(sql`
      select e.id, e.received_at, e.status from reports.reports r join reports.reports e on e.caller_key = r.caller_key and e.id <> r.id
       where r.id = ${id}::uuid order by e.received_at desc limit 20`),
  };
}
