import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { dropFile, keepFile } from "../../../platform/files/index.ts";
import { type Acting, type Actor, tokenOf } from "../../../platform/http/act.ts";
import { isRefusal, NotVisible, type Refusal, refuse } from "../../../platform/http/problems.ts";
import { type Language, phrase } from "../../../platform/languages/words.ts";
import { cellText } from "../../../platform/sheets/cells.ts";
import { defaultLimits } from "../../../platform/sheets/limits.ts";
import type { VaultClient } from "../../identities/index.ts";
import type { WordsForValues } from "./contents.ts";
import { type Desk, type FileRefusal, type OpenFile, signatureOf } from "./desk.ts";
import { codeLists } from "./fields.ts";
import type { ColumnDecision, DecisionRefusal } from "./mapping.ts";
import { withDecisions } from "./mapping.ts";
import type { DateOrder, Mend } from "./model.ts";
import { type Placed, placeCase } from "./placing.ts";
import { planRows } from "./plan.ts";
import { type BringInRefusal, mayBringIn } from "./rules.ts";
import { type KeptWork, mappingBox, sealJson, workBox } from "./sealing.ts";
import * as store from "./store.ts";
import { openWork } from "./vault.ts";

export type ImportsHouse = {
  acting: Acting;
  vault: VaultClient;
  desk: Desk;
  intakeKey: Uint8Array;
  /** Where sealed files lie. */
  files: string;
  /** Codes of situations that the country's pack knows. */
  situations: ReadonlySet<string>;
  /** The calendar day where the country is. */
  today(): string;
};

/** A file, its columns or its rows are not as they must be: words in `cases/imports`, `refusals.<code>`. */
export type NotRight = { right: false; refusal: FileRefusal | DecisionRefusal | BringInRefusal };
export const notRight = (refusal: NotRight["refusal"]): NotRight => ({ right: false, refusal });
export const isNotRight = (value: object): value is NotRight => "right" in value && value.right === false;

const doing = (verb: string, id: string | null) => ({ verb, subject: { kind: "import", id } });

/**
 * Takes a file in: read from memory, sealed on the disk, and one row. A refused file leaves nothing behind. The same file again goes on
 * with what was begun.
 */
export async function beginImport(
  house: ImportsHouse,
  request: FastifyRequest,
  name: string,
  bytes: Buffer,
): Promise<{ id: string; fresh: boolean; state: store.ImportState } | NotRight | Refusal> {
  const id = randomUUID();
  const token = tokenOf(request);
  const work: KeptWork = { name, kept: null, decisions: [], mends: [], assumed: "day-first", form: null };
  const first = await house.desk.read(id, 1, work, bytes);
  if (!("file" in first)) return notRight(first);
  work.kept = await house.desk.kept(token, first.file.inspection);
  if (work.kept !== null) first.file.opened.close();
  const read = work.kept === null ? first : await house.desk.read(id, 1, work, bytes);
  if (!("file" in read)) return notRight(read);

  const { opened, mapping } = read.file;
  const kind = opened.kind === "csv" ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const file = await keepFile(house.files, Readable.from([bytes]), {
    maxBytes: defaultLimits.fileBytes,
    publicKey: house.intakeKey,
    kind,
  });
  if ("refused" in file) throw new Error(`the file could not be kept: ${file.refused}`);
  let held = false;
  try {
    const sealed = sealJson(house.intakeKey, workBox(id), work);
    const made = await house.acting.act(request, { ...doing("import-begun", id), status: 201 }, async (tx) => {
      const begun = await store.begin(tx, { id, layout: mapping.layout, file, sealed });
      const row = await store.oneImport(tx, begun.id);
      return { ...begun, state: row?.state ?? ("open" as const) };
    });
    if (!isRefusal(made)) held = made.fresh;
    if (held) house.desk.put(token, read.file);
    return made;
  } finally {
    if (!held) {
      opened.close();
      await dropFile(house.files, file.id);
    }
  }
}

/** The import and its file, for whoever may see it. Null where it is in: then nothing is left to open. @throws NotVisible */
export async function openImport(
  house: ImportsHouse,
  request: FastifyRequest,
  id: string,
): Promise<{ row: store.ImportRow; file: OpenFile | null }> {
  const row = await house.acting.look(request, (tx) => store.oneImport(tx, id));
  if (row === null) throw new NotVisible();
  const file = row.state === "in" ? null : await house.desk.open(tokenOf(request), id, row.revision);
  return { row, file };
}

/** A change to what was decided: what was staged by the older decisions goes. */
async function decide(
  house: ImportsHouse,
  request: FastifyRequest,
  id: string,
  seen: number,
  change: (work: KeptWork) => KeptWork,
): Promise<store.ImportRow | NotRight | Refusal> {
  const { row, file } = await openImport(house, request, id);
  if (file === null) return refuse("import-is-in");
  if (row.revision !== seen) return refuse("changed-since");
  const work = change(file.work);
  // The form changes what is proposed; anything else only what is decided.
  const other = work.form === file.work.form ? null : await reread(house, request, file, work);
  if (other !== null && !("file" in other)) return notRight(other);
  const inspection = other?.file.inspection ?? file.inspection;
  const mapping = withDecisions(inspection.mapping, work.decisions);
  if ("allowed" in mapping) return notRight(mapping);
  const sealed = sealJson(house.intakeKey, workBox(id), work);
  const kept = await house.acting.act(request, doing("import-decided", id), async (tx) => {
    return (await store.keepWork(tx, id, seen, sealed, mapping.layout)) ?? refuse("changed-since");
  });
  if (isRefusal(kept)) return kept;
  house.desk.put(tokenOf(request), {
    ...file,
    ...other?.file,
    revision: kept.revision,
    work,
    mapping,
    run: null,
    staging: null,
  });
  return kept;
}

async function reread(house: ImportsHouse, request: FastifyRequest, file: OpenFile, work: KeptWork) {
  const { file: bytes } = await openWork(house.vault, tokenOf(request), file.importId);
  return house.desk.read(file.importId, file.revision, work, bytes);
}

/** What each column becomes. */
export function decideColumns(
  house: ImportsHouse,
  request: FastifyRequest,
  id: string,
  seen: number,
  wish: { decisions: readonly ColumnDecision[]; assumed: DateOrder },
) {
  return decide(house, request, id, seen, (work) => ({
    ...work,
    decisions: [...wish.decisions],
    assumed: wish.assumed,
  }));
}

/** Corrections of rows: all of them, so that one that is taken back is gone. */
export function mendRows(
  house: ImportsHouse,
  request: FastifyRequest,
  id: string,
  seen: number,
  mends: readonly Mend[],
) {
  return decide(house, request, id, seen, (work) => ({ ...work, mends: [...mends] }));
}

/** The definition of the form that the file is an export of; its columns are then understood by it. */
export function addForm(house: ImportsHouse, request: FastifyRequest, id: string, seen: number, form: string) {
  return decide(house, request, id, seen, (work) => ({ ...work, form, decisions: [] }));
}

/** One line of the file with its corrections. */
export async function lineOf(house: ImportsHouse, file: OpenFile, line: number) {
  const input = house.desk.input(file);
  let cells: { column: number; text: string }[] = [];
  for await (const row of file.inspection.source.rows()) {
    if (!row.ok || row.line > line) break;
    if (row.line === line) cells = row.cells.map((cell, column) => ({ column, text: cellText(cell) }));
  }
  for (const mend of file.work.mends) {
    if (mend.do !== "replace" || mend.line !== line) continue;
    cells = [...cells.filter((cell) => cell.column !== mend.column), { column: mend.column, text: mend.text }];
  }
  for await (const row of planRows(file.inspection.source, input)) {
    if ("ok" in row || row.line > line) break;
    if (row.line !== line) continue;
    return { line, outcome: row.outcome, issues: row.outcome === "blank" ? [] : row.issues, cells };
  }
  return { line, outcome: "none" as const, issues: [], cells };
}

/** So many rows, or so many milliseconds, in one request: progress shows, and a broken line loses little. */
const stretchRows = 2_000;
const stretchMs = 1_500;
/** Keys that the vault makes in one call; each waits for the disk. */
const keysAtOnce = 60;

/**
 * Stages the next stretch, or begins to. Whole or not at all: it begins only where every row may come in. Whoever asks again goes on where
 * it stopped, after a kill too.
 */
export async function stageStretch(
  house: ImportsHouse,
  request: FastifyRequest,
  id: string,
  seen: number,
  looked: boolean,
): Promise<store.ImportRow | NotRight | Refusal> {
  const opened = await openImport(house, request, id);
  const { file } = opened;
  let { row } = opened;
  if (file === null || row.state === "staged") return row;
  if (row.revision !== seen) return refuse("changed-since");
  if (row.state === "open") {
    const run = await house.desk.dryRun(file);
    const may = mayBringIn(run, looked);
    if (!may.allowed) return notRight(may);
    const started = await house.acting.act(request, doing("import-staged", id), async (tx) => {
      return (await store.startStaging(tx, id, seen, run.counts.planned)) ?? refuse("changed-since");
    });
    if (isRefusal(started)) return started;
    row = started;
  }
  const { placed, rows, upTo, last } = await nextStretch(house, request, file, row);
  if (last && row.rows_staged + placed.length !== row.rows_planned) return startOver(house, request, id, file, seen);
  const staged = await house.acting.act(request, doing("import-staged", id), async (tx) => {
    const of = { id, revision: row.revision, after: row.staged_line, upTo, last };
    // Null: another run has been here meanwhile; its progress is as good.
    const now = await store.stage(tx, of, placed);
    return now ?? (await store.oneImport(tx, id)) ?? refuse("changed-since");
  });
  if (!isRefusal(staged) && staged.staged_line === upTo && staged.state === "staging")
    file.staging = { after: upTo, rows };
  return staged;
}

/** The day has changed, and with it what lies in the future: what was counted is not what came. Looked at anew. */
async function startOver(
  house: ImportsHouse,
  request: FastifyRequest,
  id: string,
  file: OpenFile,
  seen: number,
): Promise<Refusal> {
  const sealed = sealJson(house.intakeKey, workBox(id), file.work);
  await house.acting.act(request, doing("import-decided", id), async (tx) => {
    return (await store.keepWork(tx, id, seen, sealed, file.mapping.layout)) ?? refuse("changed-since");
  });
  house.desk.forget(id);
  return refuse("import-not-ready");
}

async function nextStretch(
  house: ImportsHouse,
  request: FastifyRequest,
  file: OpenFile,
  row: store.ImportRow,
): Promise<{
  placed: { line: number; plan: Placed["plan"] }[];
  rows: ReturnType<typeof planRows>;
  upTo: number;
  last: boolean;
}> {
  // Taken out while it runs: a second request at the same time reads by itself, and the database keeps one of the two.
  const paused = file.staging?.after === row.staged_line ? file.staging.rows : null;
  file.staging = null;
  const rows = paused ?? planRows(file.inspection.source, house.desk.input(file));
  const words = wordsFor(await house.acting.look(request, store.languageOfActor));
  const rules = { importId: file.importId, today: house.today(), situations: house.situations, words };
  const placed: Placed[] = [];
  const until = Date.now() + stretchMs;
  let upTo = row.staged_line;
  let last = false;
  let waiting: Placed[] = [];
  let keys = 0;
  while (placed.length < stretchRows && (placed.length === 0 || Date.now() < until)) {
    const next = await rows.next();
    if (next.done) {
      last = true;
      break;
    }
    const planned = next.value;
    if ("ok" in planned) throw new Error(`a kept file cannot be read to its end: ${planned.code}`);
    if (planned.line <= row.staged_line || planned.outcome === "blank") continue;
    if (planned.case !== null) {
      const one = placeCase(planned.case, rules);
      placed.push(one);
      waiting.push(one);
      keys += new Set(one.texts.map((text) => text.id)).size;
    }
    upTo = planned.line;
    if (keys >= keysAtOnce) {
      await sealRows(house.vault, tokenOf(request), waiting);
      waiting = [];
      keys = 0;
    }
  }
  await sealRows(house.vault, tokenOf(request), waiting);
  return { placed: placed.map(({ line, plan }) => ({ line, plan })), rows, upTo, last };
}

/** Has the vault seal what these rows say, and puts it where it belongs. */
async function sealRows(vault: VaultClient, token: string, rows: readonly Placed[]): Promise<void> {
  const groups = new Map<string, Placed["texts"]>();
  for (const text of rows.flatMap((row) => row.texts)) {
    const key = `${text.kind}/${text.id}`;
    groups.set(key, [...(groups.get(key) ?? []), text]);
  }
  const lists = [...groups.values()];
  const keys = rows.flatMap((row) => row.keys);
  const answer = await vault.sealMany(
    token,
    lists.flatMap((texts) => {
      const [first] = texts;
      if (!first) return [];
      return [{ kind: first.kind, id: first.id, items: texts.map(({ place, text }) => ({ place, text })) }];
    }),
    keys.map(({ kind, value }) => ({ kind, value })),
  );
  lists.forEach((texts, nth) => {
    texts.forEach((text, at) => {
      const sealed = answer.sealed[nth]?.[at];
      if (sealed === undefined) throw new Error("the vault sealed less than it was given");
      text.put(sealed);
    });
  });
  keys.forEach((key, nth) => {
    const made = answer.keys[nth];
    if (made === undefined) throw new Error("the vault made fewer keys than it was asked for");
    key.put(made);
  });
}

/** Brings all in, or nothing. What was decided about the columns is kept for the next file; the file itself is destroyed. */
export async function promoteImport(
  house: ImportsHouse,
  request: FastifyRequest,
  id: string,
  seen: number,
): Promise<{ cases: number } | Refusal> {
  const { row, file } = await openImport(house, request, id);
  if (file === null) return { cases: row.rows_in ?? 0 };
  const signature = signatureOf(file.mapping);
  const mapping = sealJson(house.intakeKey, mappingBox(signature.toString("hex")), file.mapping);
  const result = await house.acting.act(request, doing("import-brought-in", id), async (tx, actor: Actor) => {
    const { agencyId, jurisdictionId, workerId } = actor;
    if (agencyId !== null && jurisdictionId !== null) {
      await store.keepMapping(tx, { agencyId, jurisdictionId, workerId }, signature, mapping);
    }
    return store.promote(tx, id, seen);
  });
  if (isRefusal(result)) return result;
  house.desk.forget(id);
  // Its key went with its row: what a crash would leave here nobody can open.
  if (result.dropped !== null) await dropFile(house.files, result.dropped);
  return { cases: result.rows_in };
}

/** Gives a file up that has not come in: nothing of it stays. */
export async function dropImport(house: ImportsHouse, request: FastifyRequest, id: string): Promise<Refusal | null> {
  const result = await house.acting.act(request, doing("import-dropped", id), async (tx) => ({
    file: await store.drop(tx, id),
  }));
  if (isRefusal(result)) return result;
  house.desk.forget(id);
  if (result.file !== null) await dropFile(house.files, result.file);
  return null;
}

/** Labels in the language of whoever brings the file in: what is sealed is written once. */
function wordsFor(language: Language): WordsForValues {
  return {
    field: (name) => phrase(language, "cases/imports/facts", `fields.${name}`),
    answer: (list, code) =>
      (codeLists.get(list) ?? []).some(([known]) => known === code)
        ? phrase(language, "cases/imports/facts", `codes.${list}.${code}`)
        : code,
    yes: phrase(language, "cases/imports", "values.yes"),
    no: phrase(language, "cases/imports", "values.no"),
    about: phrase(language, "cases/imports", "values.about"),
    keptWithoutName: phrase(language, "cases/imports", "values.kept-without-name"),
  };
}
