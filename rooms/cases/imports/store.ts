import { sql } from "kysely";
import type { KeptFile } from "../../../platform/files/index.ts";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import type { LayoutId } from "./model.ts";
import type { CasePlan } from "./placing.ts";

/** SQL of imports: rows in, rows out; decides nothing. */

export type ImportState = "open" | "staging" | "staged" | "in";

export type ImportRow = {
  id: string;
  jurisdiction_id: string;
  agency_id: string;
  layout: LayoutId;
  /** Bytes of the file; int8 arrives as text. */
  bytes: string;
  revision: number;
  state: ImportState;
  rows_planned: number;
  rows_staged: number;
  staged_line: number;
  rows_in: number | null;
  begun_at: string;
  changed_at: string;
  in_at: string | null;
};

const columns = sql`id, jurisdiction_id, agency_id, layout, bytes, revision, state, rows_planned, rows_staged, staged_line, rows_in, begun_at, changed_at, in_at`;

/** One import, or null for what the actor does not see and for what does not exist. */
export function oneImport(tx: Tx, id: string): Promise<ImportRow | null> {
  return tx.maybe<ImportRow>(sql`select ${columns} from cases.imports where id = ${id}::uuid`);
}

/** The imports that the actor may go on with or look back at; the newest first. */
export function myImports(tx: Tx): Promise<ImportRow[]> {
  return tx.rows<ImportRow>(sql`
    select ${columns} from cases.imports
     where (owner_id = any((select access.principals())::int[]) or supervisors_id = any((select access.principals())::int[]))
     order by changed_at desc, id limit 50`);
}

/** Writes the import and its file, or finds the one that was begun with the same file. @throws DatabaseRefusal HW422 import-elsewhere */
export function begin(
  tx: Tx,
  made: { id: string; layout: LayoutId; file: KeptFile; sealed: Buffer },
): Promise<{ id: string; fresh: boolean }> {
  const { file } = made;
  return tx.one<{ id: string; fresh: boolean }>(sql`
    select * from cases.begin_import(${made.id}::uuid, ${file.sha256}, ${made.layout}, ${file.bytes}::bigint, ${file.id}::uuid,
                                     ${file.kind}, ${file.sealedKey}, ${made.sealed})`);
}

/** What was decided changes, and what was staged by the older decisions goes. Null where somebody changed it since. */
export async function keepWork(
  tx: Tx,
  id: string,
  seen: number,
  sealed: Buffer,
  layout: LayoutId,
): Promise<ImportRow | null> {
  const changed = await tx.maybe<ImportRow>(sql`
    update cases.imports set sealed = ${sealed}, layout = ${layout}, revision = revision + 1, state = 'open', rows_planned = 0, rows_staged = 0,
           staged_line = 0, changed_at = now()
     where id = ${id}::uuid and revision = ${seen} and state <> 'in' returning ${columns}`);
  if (changed) await tx.rows(sql`delete from cases.import_rows where import_id = ${id}::uuid`);
  return changed;
}

/** From now on rows wait. Null where somebody changed the decisions since, or staging has begun already. */
export function startStaging(tx: Tx, id: string, seen: number, planned: number): Promise<ImportRow | null> {
  return tx.maybe<ImportRow>(sql`
    update cases.imports set state = 'staging', rows_planned = ${planned}, rows_staged = 0, staged_line = 0, changed_at = now()
     where id = ${id}::uuid and revision = ${seen} and state = 'open' returning ${columns}`);
}

/**
 * A stretch of rows, and how far it went, in one transaction. Null where another run has staged behind this line since: then nothing of
 * this stretch was kept.
 */
export async function stage(
  tx: Tx,
  of: { id: string; revision: number; after: number; upTo: number; last: boolean },
  rows: readonly { line: number; plan: CasePlan }[],
): Promise<ImportRow | null> {
  const held = await tx.maybe(sql`
    select id from cases.imports where id = ${of.id}::uuid and revision = ${of.revision} and state = 'staging' and staged_line = ${of.after} for update`);
  if (held === null) return null;
  await tx.rows(sql`
    insert into cases.import_rows (import_id, jurisdiction_id, line, plan)
    select i.id, i.jurisdiction_id, r.line, r.plan from cases.imports i,
           jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (line int, plan jsonb) where i.id = ${of.id}::uuid`);
  return tx.maybe<ImportRow>(sql`
    update cases.imports set rows_staged = rows_staged + ${rows.length}, staged_line = ${of.upTo}, changed_at = now(),
           state = case when ${of.last} then 'staged' else 'staging' end
     where id = ${of.id}::uuid returning ${columns}`);
}

/** The last step. `dropped` is the file that has no row any more. @throws DatabaseRefusal HW412, HW422 import-not-ready */
export async function promote(
  tx: Tx,
  id: string,
  revision: number,
): Promise<{ rows_in: number; dropped: string | null }> {
  // Twenty thousand cases take longer than a page may; the limits are for this transaction only.
  await tx.rows(
    sql`select set_config('statement_timeout', '600000', true), set_config('transaction_timeout', '660000', true)`,
  );
  return tx.one<{ rows_in: number; dropped: string | null }>(
    sql`select * from cases.promote_import(${id}::uuid, ${revision})`,
  );
}

export async function drop(tx: Tx, id: string): Promise<string | null> {
  return (await tx.one<{ file: string | null }>(sql`select cases.drop_import(${id}::uuid) as file`)).file;
}

/** The agency's decisions about a file's columns, for the next file that has the same. */
export function keepMapping(
  tx: Tx,
  by: { agencyId: string; jurisdictionId: string; workerId: string },
  signature: Buffer,
  sealed: Buffer,
): Promise<unknown> {
  return tx.rows(sql`
    insert into cases.import_mappings (agency_id, jurisdiction_id, signature, sealed, kept_by)
    values (${by.agencyId}::uuid, ${by.jurisdictionId}::uuid, ${signature}, ${sealed}, ${by.workerId}::uuid)
    on conflict (agency_id, signature) do update set sealed = excluded.sealed, kept_at = now(), kept_by = excluded.kept_by`);
}

/** The sections that a case of this agency begins with: what its kind usually holds, identity and contact. */
export async function sectionsOf(tx: Tx, agencyId: string): Promise<number[]> {
  const rows = await tx.rows<{ section: number }>(sql`
    select 1 as section union select 3 union
    select k.section from agencies.kind_section k join agencies.agency a on a.kind = k.kind where a.id = ${agencyId}::uuid order by 1`);
  return rows.map((row) => row.section);
}

/** A field's answers and how many cases give them; the first, without a field, counts all cases. */
export type Sum = { field: string | null; codes: unknown; n: string };

export function sums(tx: Tx, id: string): Promise<Sum[]> {
  return tx.rows<Sum>(sql`select * from cases.import_sums(${id}::uuid)`);
}

/** The language that the actor reads, of those that there are words in. */
export async function languageOfActor(tx: Tx): Promise<"en" | "hi"> {
  const { language } = await tx.one<{ language: string }>(sql`select s.language from access.actor_snapshot() s`);
  return language === "hi" ? "hi" : "en";
}
