/** Puts a random country into an empty database, set by set. Postings go through the real verbs; what no verb can make stands as it would. */
import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import type { CaseTable, Country, Holder, Leaf, When, Worker } from "./world.ts";

type Row = Record<string, unknown>;

const day = 86_400_000;
const from = (during: When) => new Date(Date.now() + { now: -day, over: -2 * day, later: day }[during]).toISOString();
const until = (during: When) => new Date(Date.now() + { now: day, over: -day, later: 2 * day }[during]).toISOString();

/** What a test needs to speak of what was loaded. */
export interface Loaded {
  country: Country;
  /** The number under which access knows somebody. */
  principal(holder: Holder): number;
  /** The number of an agency's supervisors. */
  supervisors(agencyId: string): number;
}

/** @param admin a superuser's pool on a fresh database */
export async function load(admin: pg.Pool, country: Country): Promise<Loaded> {
  const put = async (table: string, rows: readonly Row[]): Promise<void> => {
    if (rows.length === 0) return;
    const given = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const filled = await owed(admin, table, given);
    const columns = [...given, ...Object.keys(filled)].join(", ");
    const whole = rows.map((row, at) => ({
      ...row,
      ...Object.fromEntries(Object.entries(filled).map(([name, make]) => [name, make(at)])),
    }));
    await admin.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(whole)],
    );
  };
  const { agencies, units, workers } = country;
  const jurisdictions = new Map(
    [...agencies.map((a) => a.jurisdiction), ...country.cases.map((c) => c.jurisdiction)].map((j) => [j.id, j]),
  );
  await put(
    "agencies.jurisdiction",
    [...jurisdictions.values()].map((j) => ({ ...j, names: { en: j.code } })),
  );
  await put(
    "agencies.agency",
    agencies.map((a) => ({
      id: a.id,
      jurisdiction_id: a.jurisdiction.id,
      kind: a.kind,
      names: { en: a.id },
      name_is_location: a.isHome,
      is_oversight: a.isOversight,
    })),
  );
  await put(
    "agencies.unit",
    units.map((u) => ({ id: u.id, agency_id: u.agency.id, names: { en: u.id } })),
  );
  await put(
    "agencies.worker",
    workers.map((w) => ({ id: w.id, names: { en: w.id }, language: "en", invented: true })),
  );
  await put(
    "sessions.session",
    workers.map((w) => ({
      token_hash: `\\x${createHash("sha256").update(w.token).digest("hex")}`,
      id: w.sessionId,
      worker_id: w.id,
      label: "proof",
      created_at: new Date().toISOString(),
      expires_at: until("now"),
      level: 2,
      level_at: new Date().toISOString(),
    })),
  );
  await admin.query(
    `insert into access.principal (kind, subject) select (x->>'kind')::smallint, (x->>'id')::uuid from jsonb_array_elements($1::jsonb) x`,
    [
      JSON.stringify([
        ...workers.map((w) => ({ kind: 1, id: w.id })),
        ...units.map((u) => ({ kind: 2, id: u.id })),
        ...country.taskForces.map((t) => ({ kind: 3, id: t.id })),
        ...agencies.map((a) => ({ kind: 4, id: a.id })),
      ]),
    ],
  );
  const { rows: numbers } = await admin.query<{ id: number; subject: string }>(
    "select id, subject from access.principal",
  );
  const numberOf = new Map(numbers.map((row) => [row.subject, row.id]));
  const numbered = (id: string): number => {
    const found = numberOf.get(id);
    if (found === undefined) throw new Error("A principal was not numbered.");
    return found;
  };
  await post(admin, workers);
  await put(
    "access.worker_principal",
    country.taskForces.flatMap((t) =>
      t.members.map((m) => ({
        worker_id: m.worker.id,
        principal_id: numbered(t.id),
        valid_from: from(m.during),
        valid_until: until(m.during),
      })),
    ),
  );

  await put(
    "access.door",
    country.cases.map((c) => ({
      case_id: c.id,
      jurisdiction_id: c.jurisdiction.id,
      owner_id: numbered(c.owner.id),
      supervisors_id: numbered(c.owner.agency.id),
      is_open: c.open,
      sort_at: c.openedAt,
    })),
  );
  await put(
    "cases.cases",
    country.cases.map((c) => ({
      id: c.id,
      jurisdiction_id: c.jurisdiction.id,
      ref: c.ref,
      oversight_ref: c.oversightRef,
      supervisors_id: numbered(c.owner.agency.id),
      is_open: c.open,
      subject_sex: 1,
      age_basis: 0,
      is_child: 1,
      situation: c.situation,
      district: c.district,
      risk: c.risk,
      origin: "direct",
      opened_at: c.openedAt,
      opened_by: workers[0]?.id,
      version: 1,
    })),
  );
  await put(
    "cases.tracks",
    country.cases.flatMap((c) =>
      [1, 2].map((track) => ({
        case_id: c.id,
        jurisdiction_id: c.jurisdiction.id,
        track,
        opened_at: c.openedAt,
        ...(c.open ? {} : { closed_at: c.openedAt, outcome: "safe" }),
      })),
    ),
  );
  const tie = { basis: "proof", granted_by: workers[0]?.id };
  await put(
    "access.membership",
    country.memberships.map((m) => ({
      case_id: m.case.id,
      principal_id: numbered(m.holder.id),
      purpose: m.purpose,
      valid_from: from(m.during),
      valid_until: m.holder === m.case.owner ? "infinity" : until(m.during),
      is_open: m.case.open,
      sort_at: m.case.openedAt,
      ...tie,
    })),
  );
  await put(
    "access.section_grant",
    country.grants.map((g) => ({
      case_id: g.case.id,
      principal_id: numbered(g.holder.id),
      section: g.section,
      valid_from: from(g.during),
      valid_until: until(g.during),
      ...tie,
    })),
  );
  await put(
    "access.recusal",
    country.recusals.map((r) => ({
      worker_id: r.worker.id,
      case_id: r.case.id,
      basis: "declared",
      made_by: r.worker.id,
      made_at: from("now"),
      ...(r.lifted ? { ended_at: new Date().toISOString() } : {}),
    })),
  );
  const { rows: files } = await admin.query<{ id: string }>(
    `insert into platform.file (kind, bytes, sha256, sealed_key) values ('image/png', 9, sha256('x'), '\\x00') returning id`,
  );
  for (const [table, rows] of byTable(country.leaves))
    await put(
      `cases.${table}`,
      rows.map((leaf) => leafRow(leaf, files[0]?.id ?? "")),
    );
  await put(
    "identities.person",
    country.leaves
      .filter((l) => l.table === "people" || l.table === "places")
      .map((l) => ({
        id: l.id,
        case_id: l.case.id,
        jurisdiction_id: l.case.jurisdiction.id,
        section: l.table === "places" ? 2 : (l.section ?? 1),
        version: 1,
        sealed_at: new Date().toISOString(),
        sealed_by: l.by.id,
      })),
  );
  await put(
    "identities.exact_key",
    [...new Map(country.keys.map((k) => [`${k.agency.id} ${k.kind} ${k.blind} ${k.person.id}`, k])).values()].map(
      (k) => ({
        agency_id: k.agency.id,
        kind: k.kind,
        blind: `\\x${k.blind}`,
        person_id: k.person.id,
        case_id: k.person.case.id,
      }),
    ),
  );
  await putReports(put, country, numbered);
  await put(
    "access.approval",
    country.approvals.map((a) => ({
      id: a.id,
      action: "track-closing",
      case_id: a.case.id,
      payload: { track: 1 },
      payload_hash: `\\x${"00".repeat(32)}`,
      asked_by: a.askedBy.id,
      asked_at: from("now"),
      second: a.second.id,
      expires_at: a.state === "too-late" ? until("over") : until("now"),
      ...(a.state === "decided" ? { decision: "declined", decided_at: from("now") } : {}),
    })),
  );
  await put(
    "log.detail",
    country.looks.map((l) => ({
      entry_id: l.id,
      at: new Date().toISOString(),
      worker_id: l.worker.id,
      session_id: l.worker.sessionId,
      agency_id: l.worker.unit.agency.id,
      case_id: l.case.id,
      subject_kind: l.person ? "person" : "case",
      subject_id: l.person?.id ?? l.case.id,
      verb: l.verb,
      outcome: l.outcome,
      purpose: null,
      salt: `\\x${"00".repeat(16)}`,
      details: {},
      exact: "{}",
    })),
  );
  await admin.query("analyze");
  return { country, principal: (holder) => numbered(holder.id), supervisors: numbered };
}

/** Columns that a table demands and the model knows nothing of: what they hold decides nothing here. */
export async function owed(admin: pg.Pool, table: string, given: readonly string[]) {
  const { rows } = await admin.query<{ name: string; type: string }>(
    `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef
        and a.attidentity = '' and a.attname <> all ($2)`,
    [table, given],
  );
  const makers: Readonly<Record<string, (at: number) => unknown>> = {
    integer: (at) => at + 1,
    smallint: () => 1,
    boolean: () => false,
    uuid: () => randomUUID(),
    bytea: () => "\\x00",
    jsonb: () => ({}),
    date: () => "2026-01-01",
    "timestamp with time zone": () => new Date().toISOString(),
  };
  return Object.fromEntries(rows.map(({ name, type }) => [name, makers[type] ?? (() => "proof")]));
}

async function post(admin: pg.Pool, workers: readonly Worker[]): Promise<void> {
  const each = (rows: object[]) => [JSON.stringify(rows)];
  const posting = `select agencies.post((x->>'id')::uuid, (x->>'unit')::uuid, array(select jsonb_array_elements_text(x->'roles')))
    from jsonb_array_elements($1::jsonb) x`;
  await admin.query(posting, each(workers.map((w) => ({ id: w.id, unit: (w.cameFrom ?? w.unit).id, roles: w.roles }))));
  await admin.query(
    posting,
    each(workers.filter((w) => w.cameFrom).map((w) => ({ id: w.id, unit: w.unit.id, roles: w.roles }))),
  );
  const gone = (how: Worker["serves"]) => workers.filter((w) => w.serves === how).map((w) => w.id);
  await admin.query("select agencies.post(id, null, null) from unnest($1::uuid[]) id", [gone("left")]);
  await admin.query("update sessions.session set revoked_at = now() where worker_id = any($1)", [gone("left")]);
  await admin.query(
    `update agencies.posting set during = tstzrange(now() - interval '2 hours', now() - interval '1 hour')
      where worker_id = any($1) and during @> statement_timestamp()`,
    [gone("ran-out")],
  );
  await admin.query(
    `update access.worker_principal set valid_from = now() - interval '2 hours', valid_until = now() - interval '1 hour'
      where worker_id = any($1) and valid_until > statement_timestamp()`,
    [gone("ran-out")],
  );
}

async function putReports(
  put: (table: string, rows: readonly Row[]) => Promise<void>,
  country: Country,
  numbered: (id: string) => number,
): Promise<void> {
  const { reports } = country;
  const sealed = "\\x00";
  const own = (r: Country["reports"][number]) => ({
    report_id: r.id,
    jurisdiction_id: r.desk.agency.jurisdiction.id,
  });
  await put(
    "reports.reports",
    reports.map((r) => ({
      id: r.id,
      jurisdiction_id: r.desk.agency.jurisdiction.id,
      channel: 1,
      language: "en",
      received_at: r.receivedAt,
      entered_at: r.receivedAt,
      desk_id: numbered(r.desk.id),
      supervisors_id: numbered(r.desk.agency.id),
      danger: r.danger,
      is_draft: r.draft,
      status: r.status,
      codes: {},
      district: r.district,
      about_agency: r.about?.id,
      case_id: r.case?.id,
      version: 1,
      ...(r.read ? { first_read_at: r.receivedAt } : {}),
    })),
  );
  await put(
    "reports.messages",
    reports.map((r) => ({ id: r.messageId, ...own(r), from_us: false, sent_at: r.receivedAt, sealed })),
  );
  await put(
    "reports.history",
    reports.map((r) => ({ id: r.historyId, ...own(r), at: r.receivedAt, act: "received", codes: {} })),
  );
  await put(
    "platform.file",
    reports.map((r) => ({
      id: r.fileId,
      kind: "image/png",
      bytes: 1,
      sha256: `\\x${"00".repeat(32)}`,
      sealed_key: sealed,
      made_at: r.receivedAt,
    })),
  );
  await put(
    "reports.attachments",
    reports.map((r) => ({ id: r.fileId, ...own(r), file_id: r.fileId, added_at: r.receivedAt })),
  );
  await put(
    "reports.second_reads",
    country.readings.map((r) => ({
      id: r.id,
      ...own(r.report),
      act: "spam",
      acted_by: country.workers.find((w) => w !== r.reader)?.id,
      acted_at: r.report.receivedAt,
      reader: r.reader.id,
      due_at: r.report.receivedAt,
      ...(r.done ? { verdict: "agree", read_at: r.report.receivedAt } : {}),
    })),
  );
}

function byTable(leaves: readonly Leaf[]): Map<CaseTable, Leaf[]> {
  const tables = new Map<CaseTable, Leaf[]>();
  for (const leaf of leaves) tables.set(leaf.table, [...(tables.get(leaf.table) ?? []), leaf]);
  return tables;
}

/** A row that the table's checks accept; what it says does not matter, only where it hangs. The rest fills itself. */
function leafRow(leaf: Leaf, file: string): Row {
  const row = { id: leaf.id, case_id: leaf.case.id, jurisdiction_id: leaf.case.jurisdiction.id };
  const sectioned = { ...row, section: leaf.section };
  const by = leaf.by.id;
  const unit = leaf.by.unit.id;
  const agency = leaf.by.unit.agency.id;
  switch (leaf.table) {
    case "people":
      return { ...sectioned, role: leaf.section === 7 ? 4 : 1, added_by: by };
    case "events":
      return { ...sectioned, recorded_by: by, recorded_agency: agency };
    case "notes":
      return { ...sectioned, written_by: by, written_agency: agency };
    case "places":
      return { ...row, recorded_by: by };
    case "documents":
      return { ...sectioned, file_id: file, added_by: by };
    case "contact_rules":
      return { ...row, set_by: by };
    case "changes":
      return { ...sectioned, changed_by: by };
    case "screenings":
      return { ...row, made_by: by, made_agency: agency };
    case "risks":
      return { ...row, set_by: by };
    case "goals":
      return { ...sectioned, made_by: by };
    case "tasks":
      return { ...sectioned, owner_unit: unit, made_by: by };
    case "hand_overs":
      return { ...row, unit_id: unit, written_by: by };
    case "assessments":
      return { ...sectioned, made_by: by, made_agency: agency, child_heard: "alone" };
  }
}
