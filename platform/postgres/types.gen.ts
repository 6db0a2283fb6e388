// Written by ./homeward schema from a freshly migrated database, and compared with one by the tests.
import type { ColumnType } from "kysely";

/** Filled by the database when left out. */
export type Filled<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
/** Filled by the database, always. */
export type Computed<T> = ColumnType<T, never, never>;
/** Arrives as exact text; may be sent as a number too. */
export type Exact = ColumnType<string, string | number | bigint, string | number | bigint>;
export type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;
/** Send it as JSON text: node-postgres takes a bare array for one of PostgreSQL's. */
export type Json = ColumnType<JsonValue, string, string>;
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** A column of such a type that may be empty. */
export type Nullable<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S | null, I | null | undefined, U | null> : T | null;
/** How a column of such a type arrives. */
export type Selected<T> = T extends ColumnType<infer S, infer _I, infer _U> ? S : T;

export interface AccessApproval {
  id: Filled<string>;
  action: string;
  case_id: string | null;
  payload: Json;
  payload_hash: Bytes;
  reason_sealed: Nullable<Bytes>;
  asked_by: string;
  asked_at: Filled<string>;
  expires_at: string;
  second: string;
  decision: string | null;
  decision_code: string | null;
  decided_at: string | null;
  used_at: string | null;
}

export interface AccessDoor {
  case_id: string;
  jurisdiction_id: string;
  owner_id: number;
  supervisors_id: number;
  is_open: Filled<boolean>;
  sort_at: string;
}

export interface AccessMembership {
  case_id: string;
  principal_id: number;
  purpose: number;
  valid_from: Filled<string>;
  valid_until: string;
  is_open: boolean;
  sort_at: string;
  basis: string;
  granted_by: string;
}

export interface AccessMyReader {
  case_id: string | null;
  is_open: boolean | null;
  sort_at: string | null;
  purpose: number | null;
  valid_until: string | null;
}

export interface AccessMyRecusal {
  case_id: string | null;
}

export interface AccessMySections {
  case_id: string | null;
  section: number | null;
  valid_until: string | null;
}

export interface AccessPrincipal {
  id: Computed<number>;
  kind: number;
  subject: string;
}

export interface AccessRecusal {
  worker_id: string;
  case_id: string;
  basis: string;
  made_by: string;
  made_at: Filled<string>;
  ended_at: string | null;
}

export interface AccessSectionGrant {
  case_id: string;
  principal_id: number;
  section: number;
  valid_from: Filled<string>;
  valid_until: string;
  basis: string;
  granted_by: string;
}

export interface AccessWorkerPrincipal {
  worker_id: string;
  principal_id: number;
  valid_from: Filled<string>;
  valid_until: Filled<string>;
}

export interface AgenciesAgency {
  id: Filled<string>;
  jurisdiction_id: string;
  kind: string;
  names: Json;
  name_is_location: boolean;
  is_oversight: boolean;
  closed_at: string | null;
  is_founding: Filled<boolean>;
}

export interface AgenciesDistrict {
  code: string;
  jurisdiction_id: string;
  names: Json;
}

export interface AgenciesJurisdiction {
  id: string;
  code: string;
  names: Json;
}

export interface AgenciesKindSection {
  kind: string;
  section: number;
}

export interface AgenciesPosting {
  worker_id: string;
  unit_id: string;
  roles: string[];
  during: string;
}

export interface AgenciesTerritory {
  unit_id: string;
  district: string;
}

export interface AgenciesUnit {
  id: Filled<string>;
  agency_id: string;
  names: Json;
  closed_at: string | null;
}

export interface AgenciesWorker {
  id: Filled<string>;
  names: Json;
  language: Filled<string>;
  invented: Filled<boolean>;
}

export interface CasesAssessments {
  id: string;
  case_id: string;
  jurisdiction_id: string;
  section: number | null;
  kind: string;
  made_on: string;
  recorded_at: Filled<string>;
  made_by: string;
  made_agency: string;
  follows: string | null;
  child_heard: string;
  review_on: string | null;
  sealed: Bytes;
  view_sealed: Nullable<Bytes>;
}

export interface CasesBoard {
  supervisors_id: number;
  open_by_risk: number[];
  closed_by_risk: number[];
}

export interface CasesCases {
  id: string;
  jurisdiction_id: string;
  ref: string;
  supervisors_id: number;
  oversight_ref: Filled<string>;
  is_open: Filled<boolean>;
  subject_sex: Filled<number>;
  subject_age: number | null;
  age_basis: Filled<number>;
  is_child: Filled<number>;
  situation: Filled<string>;
  district: string | null;
  risk: number | null;
  risk_set_at: string | null;
  risk_respond_by: string | null;
  origin: Filled<string>;
  report_id: string | null;
  import_line: Nullable<Exact>;
  import_id: string | null;
  opened_at: Filled<string>;
  happened_at: string | null;
  opened_by: string;
  version: Filled<number>;
}

export interface CasesChanges {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  section: number | null;
  of_table: string;
  row_id: string;
  field: string;
  was: Nullable<Json>;
  became: Nullable<Json>;
  sealed: Bytes;
  changed_at: Filled<string>;
  changed_by: string;
}

export interface CasesConsents {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  person_id: string;
  given_by: string | null;
  purpose: string;
  receiver_agency: string | null;
  channel: string | null;
  answer: string;
  is_assent: boolean;
  how: string;
  language: string;
  interpreter: boolean;
  who_present: string;
  to_please: string;
  mark: string;
  given_at: string;
  ends_at: string;
  withdrawn_at: string | null;
  recorded_at: Filled<string>;
  recorded_by: string;
  sealed: Nullable<Bytes>;
}

export interface CasesContactRules {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  section: Filled<number>;
  channel: string;
  allowed: boolean;
  household: boolean;
  sealed: Nullable<Bytes>;
  set_at: Filled<string>;
  set_by: string;
  ended_at: string | null;
  person_id: string | null;
}

export interface CasesDocuments {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  section: number | null;
  file_id: string;
  kind: string;
  added_at: Filled<string>;
  added_by: string;
  first_read_at: string | null;
  sealed: Nullable<Bytes>;
}

export interface CasesEvents {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  section: number | null;
  kind: string;
  happened_at: string | null;
  happened_approx: string | null;
  recorded_at: Filled<string>;
  recorded_by: string;
  recorded_agency: string;
  from_paper: Filled<boolean>;
  corrects: string | null;
  codes: Filled<Json>;
  sealed: Nullable<Bytes>;
}

export interface CasesFindings {
  id: string;
  assessment_id: string;
  case_id: string;
  jurisdiction_id: string;
  section: number | null;
  domain: string;
  level: string;
  made_by: string;
  sealed: Nullable<Bytes>;
}

export interface CasesGoals {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  domain: string;
  sealed: Bytes;
  made_at: Filled<string>;
  made_by: string;
  review_on: string;
  ended_at: string | null;
  outcome: string | null;
  version: Filled<number>;
  section: number | null;
}

export interface CasesHandOvers {
  id: Filled<string>;
  unit_id: string;
  jurisdiction_id: string;
  case_id: string;
  written_at: Filled<string>;
  written_by: string;
  until: string;
  sealed: Bytes;
  read_by: string | null;
  read_at: string | null;
  number: number;
}

export interface CasesImportMappings {
  agency_id: string;
  jurisdiction_id: string;
  signature: Bytes;
  sealed: Bytes;
  kept_at: Filled<string>;
  kept_by: string;
}

export interface CasesImportRows {
  import_id: string;
  jurisdiction_id: string;
  line: number;
  plan: Json;
}

export interface CasesImports {
  id: string;
  jurisdiction_id: string;
  agency_id: string;
  owner_id: number;
  supervisors_id: number;
  file_hash: Bytes;
  file_id: string | null;
  layout: string;
  bytes: Exact;
  sealed: Nullable<Bytes>;
  revision: Filled<number>;
  state: Filled<string>;
  rows_planned: Filled<number>;
  rows_staged: Filled<number>;
  staged_line: Filled<number>;
  rows_in: number | null;
  begun_at: Filled<string>;
  begun_by: string;
  changed_at: Filled<string>;
  in_at: string | null;
  in_by: string | null;
}

export interface CasesNotes {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  section: number | null;
  kind: Filled<string>;
  written_at: Filled<string>;
  written_by: string;
  written_agency: string;
  corrects: string | null;
  codes: Filled<Json>;
  sealed: Bytes;
}

export interface CasesPeople {
  id: string;
  case_id: string;
  jurisdiction_id: string;
  role: number;
  relation: string | null;
  relation_claimed: Filled<boolean>;
  lives_with: boolean | null;
  section: number | null;
  sex: Filled<number>;
  age: number | null;
  own_case_id: string | null;
  added_at: Filled<string>;
  added_by: string;
  ended_at: string | null;
  version: Filled<number>;
}

export interface CasesPlaces {
  id: string;
  case_id: string;
  jurisdiction_id: string;
  section: Filled<number>;
  since: string;
  until: string | null;
  recorded_by: string;
  recorded_at: Filled<string>;
  home_id: string | null;
  review_at: string | null;
}

export interface CasesRisks {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  level: number;
  set_at: Filled<string>;
  set_by: string;
  respond_by: string | null;
  codes: Filled<Json>;
  sealed: Nullable<Bytes>;
}

export interface CasesScreenings {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  made_at: Filled<string>;
  made_by: string;
  made_agency: string;
  rules: Json;
  answers: Json;
  advice: Json;
  sealed: Nullable<Bytes>;
  decision: string | null;
  decided_by: string | null;
  decided_at: string | null;
  decision_sealed: Nullable<Bytes>;
  countersigned_by: string | null;
  countersigned_at: string | null;
  review_on: string | null;
  on_report: Filled<boolean>;
  decided_agency: string | null;
  countersigned_agency: string | null;
}

export interface CasesStages {
  id: Filled<string>;
  case_id: string;
  jurisdiction_id: string;
  stage: number;
  reached_at: string;
  left_at: string | null;
  recorded_at: Filled<string>;
  recorded_by: string;
}

export interface CasesTasks {
  id: Filled<string>;
  case_id: string;
  goal_id: string | null;
  jurisdiction_id: string;
  owner_unit: string;
  owner_worker: string | null;
  due_at: string;
  sealed: Bytes;
  made_at: Filled<string>;
  made_by: string;
  done_at: string | null;
  done_by: string | null;
  done_how: string | null;
  late_reason: string | null;
  version: Filled<number>;
  section: number | null;
  kind: Filled<string>;
}

export interface CasesTracks {
  case_id: string;
  jurisdiction_id: string;
  track: number;
  opened_at: Filled<string>;
  closed_at: string | null;
  outcome: string | null;
  closed_by: string | null;
  second: string | null;
}

export interface IdentitiesErasure {
  person_id: string;
  asked_by: string;
  approval: string;
  at: Filled<string>;
}

export interface IdentitiesExactKey {
  agency_id: string;
  kind: number;
  blind: Bytes;
  person_id: string;
  case_id: string;
}

export interface IdentitiesOpening {
  id: Filled<string>;
  person_id: string;
  case_id: string;
  worker_id: string;
  session_id: string;
  reason: string;
  reason_sealed: Nullable<Bytes>;
  entry_id: string;
  asked_at: Filled<string>;
  asked_in: Filled<string>;
  released_at: string | null;
}

export interface IdentitiesPerson {
  id: string;
  case_id: string;
  jurisdiction_id: string;
  section: number;
  version: Filled<number>;
  sealed_at: Filled<string>;
  sealed_by: string;
  erased_at: string | null;
}

export interface IdentitiesRecord {
  person_id: string;
  key_version: number;
  sealed: Bytes;
}

export interface JobsJob {
  id: Filled<string>;
  queue_id: Nullable<Exact>;
  task: string;
  arguments: Filled<Json>;
  worker_id: string;
  session_id: string;
  asked_at: Filled<string>;
  ended_at: string | null;
  outcome: string | null;
}

export interface JobsUpkeep {
  purpose: string;
  ran_at: string;
  did: Filled<Json>;
}

export interface LogAlias {
  kind: string;
  subject: string;
  alias: Filled<Bytes>;
}

export interface LogCheckpoint {
  size: Exact;
  root: Bytes;
  note: string;
  at: Filled<string>;
}

export interface LogDetail {
  entry_id: string;
  at: string;
  worker_id: string | null;
  session_id: string | null;
  agency_id: string | null;
  case_id: string | null;
  subject_kind: string;
  subject_id: string | null;
  verb: string;
  outcome: string;
  purpose: string | null;
  salt: Bytes;
  details: Json;
  exact: string;
}

export interface LogEntry {
  seq: Exact;
  id: string;
  leaf: Bytes;
  leaf_hash: Bytes;
}

export interface LogPending {
  id: Filled<string>;
  leaf: Bytes;
}

export interface LogTile {
  level: number;
  index: Exact;
  hashes: Bytes;
}

export interface OversightCases {
  oversight_ref: string | null;
  jurisdiction: string | null;
  sex: number | null;
  age_band: string | null;
  situation: string | null;
  risk: number | null;
  risk_respond_by: string | null;
  is_open: boolean | null;
  opened_at: string | null;
  origin: string | null;
  last_event_at: string | null;
  openings: Nullable<Exact>;
}

export interface OversightOpenings {
  entry_id: string | null;
  at: string | null;
  outcome: string | null;
  reason: string | null;
  worker: Nullable<Json>;
  agency: Nullable<Json>;
  agency_kind: string | null;
  oversight_ref: string | null;
  section: string | null;
  refused_because: string | null;
  seq: Nullable<Exact>;
}

export interface OversightRefusals {
  entry_id: string | null;
  at: string | null;
  verb: string | null;
  outcome: string | null;
  code: string | null;
  worker: Nullable<Json>;
  agency: Nullable<Json>;
  agency_kind: string | null;
}

export interface OversightUnread {
  kind: string | null;
  since: string | null;
  hours: number | null;
  channel: number | null;
  danger: number | null;
  missed: number | null;
  jurisdiction: string | null;
  agency: Nullable<Json>;
  agency_kind: string | null;
  key: string | null;
  rank: number | null;
}

export interface PlatformAccessFile {
  place: number;
  name: string;
  checksum: string;
  applied_at: Filled<string>;
}

export interface PlatformFile {
  id: Filled<string>;
  kind: string;
  bytes: Exact;
  sha256: Bytes;
  sealed_key: Bytes;
  made_at: Filled<string>;
  blocked_at: string | null;
}

export interface PlatformIdempotency {
  worker_id: string;
  key: string;
  request_hash: Bytes;
  status: number | null;
  answer: Nullable<Json>;
  made_at: Filled<string>;
}

export interface PlatformInstallation {
  only_one: Filled<boolean>;
  id: Filled<string>;
  kind: string;
  country: string;
  created_at: Filled<string>;
  pack_sha256: string | null;
}

export interface PlatformMigration {
  name: string;
  checksum: string;
  applied_at: Filled<string>;
}

export interface ReportsAttachments {
  id: Filled<string>;
  report_id: string;
  jurisdiction_id: string;
  file_id: string;
  added_at: Filled<string>;
  first_opened_at: string | null;
}

export interface ReportsHistory {
  id: Filled<string>;
  report_id: string;
  jurisdiction_id: string;
  at: Filled<string>;
  by_worker: string | null;
  act: string;
  codes: Filled<Json>;
  sealed: Nullable<Bytes>;
}

export interface ReportsMessages {
  id: Filled<string>;
  report_id: string;
  jurisdiction_id: string;
  from_us: boolean;
  sent_at: Filled<string>;
  sent_by: string | null;
  token_hash: Nullable<Bytes>;
  sealed: Bytes;
}

export interface ReportsReports {
  id: Filled<string>;
  jurisdiction_id: string;
  channel: number;
  language: Filled<string>;
  received_at: Filled<string>;
  entered_at: Filled<string>;
  desk_id: number;
  supervisors_id: number;
  danger: Filled<number>;
  is_draft: Filled<boolean>;
  status: Filled<number>;
  codes: Filled<Json>;
  district: string | null;
  situation: string | null;
  about_agency: string | null;
  sealed: Nullable<Bytes>;
  token_hash: Nullable<Bytes>;
  body_hash: Nullable<Bytes>;
  receipt_hash: Nullable<Bytes>;
  place_key: Nullable<Bytes>;
  caller_key: Nullable<Bytes>;
  taken_by: string | null;
  claimed_by: string | null;
  claimed_at: string | null;
  first_read_at: string | null;
  merged_into: string | null;
  case_id: string | null;
  where_to: string | null;
  reopened_at: string | null;
  version: Filled<number>;
}

export interface ReportsScreenings {
  id: Filled<string>;
  report_id: string;
  jurisdiction_id: string;
  made_at: Filled<string>;
  made_by: string;
  made_agency: string;
  rules: Json;
  answers: Json;
  advice: Json;
  sealed: Nullable<Bytes>;
  decision: string | null;
  decided_by: string | null;
  decided_agency: string | null;
  decided_at: string | null;
  decision_sealed: Nullable<Bytes>;
  review_on: string | null;
  countersigned_by: string | null;
  countersigned_agency: string | null;
  countersigned_at: string | null;
}

export interface ReportsSecondReads {
  id: Filled<string>;
  report_id: string;
  jurisdiction_id: string;
  act: string;
  acted_by: string;
  acted_at: Filled<string>;
  reader: string;
  due_at: string;
  verdict: string | null;
  read_at: string | null;
  missed_by: Filled<string[]>;
}

export interface SessionsChallenge {
  id: Filled<string>;
  worker_id: string | null;
  kind: string;
  secret: Bytes;
  expires_at: string;
  used_at: string | null;
  session_id: string | null;
}

export interface SessionsCredential {
  worker_id: string;
  login: string;
  password_hash: string;
  totp_sealed: Nullable<Bytes>;
  totp_last_step: Filled<Exact>;
  failures: Filled<number>;
  wait_until: Filled<string>;
  disabled_at: string | null;
  changed_at: Filled<string>;
}

export interface SessionsPasskey {
  credential_id: Bytes;
  worker_id: string;
  public_key: Bytes;
  counter: Exact;
  transports: Filled<string[]>;
  label: Filled<string>;
  created_at: Filled<string>;
  last_used_at: string | null;
}

export interface SessionsRecovery {
  id: Filled<string>;
  worker_id: string;
  asked_at: Filled<string>;
  vouched_by: string | null;
  vouched_at: string | null;
  code_hash: Nullable<Bytes>;
  expires_at: string;
  used_at: string | null;
  ratified_by: string | null;
  ratified_at: string | null;
  totp_sealed: Nullable<Bytes>;
  totp_last_step: Filled<Exact>;
  second: string | null;
  agency_id: string | null;
  declined_by: string | null;
  declined_at: string | null;
  lost: Filled<string>;
  password_hash: string | null;
}

export interface SessionsSession {
  token_hash: Bytes;
  id: Filled<string>;
  worker_id: string;
  label: Filled<string>;
  created_at: Filled<string>;
  expires_at: string;
  level: number;
  level_at: string | null;
  revoked_at: string | null;
  job_id: string | null;
  recovery_id: string | null;
}

export interface SessionsSetupLink {
  token_hash: Bytes;
  expires_at: string;
  used_at: string | null;
  worker_id: string | null;
  made_by: string | null;
  made_at: Filled<string>;
}

export interface Database {
  "access.approval": AccessApproval;
  "access.door": AccessDoor;
  "access.membership": AccessMembership;
  "access.my_reader": AccessMyReader;
  "access.my_recusal": AccessMyRecusal;
  "access.my_sections": AccessMySections;
  "access.principal": AccessPrincipal;
  "access.recusal": AccessRecusal;
  "access.section_grant": AccessSectionGrant;
  "access.worker_principal": AccessWorkerPrincipal;
  "agencies.agency": AgenciesAgency;
  "agencies.district": AgenciesDistrict;
  "agencies.jurisdiction": AgenciesJurisdiction;
  "agencies.kind_section": AgenciesKindSection;
  "agencies.posting": AgenciesPosting;
  "agencies.territory": AgenciesTerritory;
  "agencies.unit": AgenciesUnit;
  "agencies.worker": AgenciesWorker;
  "cases.assessments": CasesAssessments;
  "cases.board": CasesBoard;
  "cases.cases": CasesCases;
  "cases.changes": CasesChanges;
  "cases.consents": CasesConsents;
  "cases.contact_rules": CasesContactRules;
  "cases.documents": CasesDocuments;
  "cases.events": CasesEvents;
  "cases.findings": CasesFindings;
  "cases.goals": CasesGoals;
  "cases.hand_overs": CasesHandOvers;
  "cases.import_mappings": CasesImportMappings;
  "cases.import_rows": CasesImportRows;
  "cases.imports": CasesImports;
  "cases.notes": CasesNotes;
  "cases.people": CasesPeople;
  "cases.places": CasesPlaces;
  "cases.risks": CasesRisks;
  "cases.screenings": CasesScreenings;
  "cases.stages": CasesStages;
  "cases.tasks": CasesTasks;
  "cases.tracks": CasesTracks;
  "identities.erasure": IdentitiesErasure;
  "identities.exact_key": IdentitiesExactKey;
  "identities.opening": IdentitiesOpening;
  "identities.person": IdentitiesPerson;
  "identities.record": IdentitiesRecord;
  "jobs.job": JobsJob;
  "jobs.upkeep": JobsUpkeep;
  "log.alias": LogAlias;
  "log.checkpoint": LogCheckpoint;
  "log.detail": LogDetail;
  "log.entry": LogEntry;
  "log.pending": LogPending;
  "log.tile": LogTile;
  "oversight.cases": OversightCases;
  "oversight.openings": OversightOpenings;
  "oversight.refusals": OversightRefusals;
  "oversight.unread": OversightUnread;
  "platform.access_file": PlatformAccessFile;
  "platform.file": PlatformFile;
  "platform.idempotency": PlatformIdempotency;
  "platform.installation": PlatformInstallation;
  "platform.migration": PlatformMigration;
  "reports.attachments": ReportsAttachments;
  "reports.history": ReportsHistory;
  "reports.messages": ReportsMessages;
  "reports.reports": ReportsReports;
  "reports.screenings": ReportsScreenings;
  "reports.second_reads": ReportsSecondReads;
  "sessions.challenge": SessionsChallenge;
  "sessions.credential": SessionsCredential;
  "sessions.passkey": SessionsPasskey;
  "sessions.recovery": SessionsRecovery;
  "sessions.session": SessionsSession;
  "sessions.setup_link": SessionsSetupLink;
}
