import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { SheetRefusal } from "../../../platform/sheets/index.ts";
import { type OpenedSheets, openSheet } from "../../../platform/sheets/open.ts";
import { type Form, readForm } from "../../../platform/sheets/xform.ts";
import type { VaultClient } from "../../identities/index.ts";
import { dryRun } from "./dry-run.ts";
import { type Inspection, inspectFile } from "./inspect.ts";
import type { LayoutRefusal } from "./layouts.ts";
import { type DecisionRefusal, headerSignature, withDecisions } from "./mapping.ts";
import { type DryRun, Mapping } from "./model.ts";
import type { PlanInput, planRows } from "./plan.ts";
import type { ReadingRules } from "./rows.ts";
import { type KeptWork, signatureHash } from "./sealing.ts";
import { keptMapping, openWork } from "./vault.ts";

/** A file that somebody works on: opened in memory, never on the disk in the clear. */
export type OpenFile = {
  importId: string;
  /** Of what was decided; another one in the database means that somebody else went on. */
  revision: number;
  work: KeptWork;
  opened: OpenedSheets;
  inspection: Inspection;
  /** As proposed, with what was decided. */
  mapping: Mapping;
  /** What it would become; kept, because a screen asks again. */
  run: DryRun | null;
  /** Rows under way to their stage, paused between two requests. */
  staging: { after: number; rows: ReturnType<typeof planRows> } | null;
};

export type FileRefusal = SheetRefusal | LayoutRefusal;

export type Read = { ok: true; file: OpenFile } | FileRefusal | DecisionRefusal;

/** How long an unused file stays in memory, and how many do at once: a large one is opened again rather than kept for nobody. */
const keptMs = 10 * 60_000;
const keptFiles = 4;

export type DeskOptions = {
  vault: VaultClient;
  rules(assumed: KeptWork["assumed"]): ReadingRules;
};

/**
 * The files that are worked on in this process. Nothing here decides who may: the caller has asked the database, and the vault asks again
 * whenever a file must be opened.
 */
export function createDesk({ vault, rules }: DeskOptions) {
  const files = new Map<string, { file: OpenFile; usedAt: number }>();
  // A colleague's session opens by itself, with its own entry in the log.
  const keyOf = (token: string, importId: string) => `${importId}/${createHash("sha256").update(token).digest("hex")}`;

  function tidy(): void {
    const now = Date.now();
    for (const [key, { usedAt }] of files) if (now - usedAt > keptMs) close(key);
    while (files.size > keptFiles) {
      const [oldest] = [...files].sort(([, one], [, other]) => one.usedAt - other.usedAt);
      if (oldest) close(oldest[0]);
    }
  }

  function close(key: string): void {
    files.get(key)?.file.opened.close();
    files.delete(key);
  }

  const sweeper = setInterval(tidy, 60_000);
  sweeper.unref();

  return {
    /** Reads a file's bytes with what was decided about it. */
    async read(importId: string, revision: number, work: KeptWork, bytes: Uint8Array): Promise<Read> {
      const opened = await openSheet(bytes, { name: work.name });
      if (!opened.ok) return opened;
      const inspection = await inspectFile(opened, {
        form: work.form === null ? null : await formOf(work.form),
        kept: work.kept,
      });
      if (!inspection.ok) {
        opened.close();
        return inspection;
      }
      const mapping = withDecisions(inspection.mapping, work.decisions);
      if ("allowed" in mapping) return mapping;
      return {
        ok: true,
        file: { importId, revision, work, opened, inspection, mapping, run: null, staging: null },
      };
    },

    /** The mapping that this agency keeps for such columns. */
    async kept(token: string, inspection: Inspection): Promise<Mapping | null> {
      const text = await keptMapping(vault, token, signatureOf(inspection.mapping));
      return text === null ? null : Mapping.parse(JSON.parse(text));
    },

    put(token: string, file: OpenFile): void {
      files.set(keyOf(token, file.importId), { file, usedAt: Date.now() });
      tidy();
    },

    /** The file of an import that this session may see: out of memory where it is the same revision, else opened by the vault. */
    async open(token: string, importId: string, revision: number): Promise<OpenFile> {
      const key = keyOf(token, importId);
      const here = files.get(key);
      if (here?.file.revision === revision) {
        here.usedAt = Date.now();
        return here.file;
      }
      close(key);
      const { work, file } = await openWork(vault, token, importId);
      const read = await this.read(importId, revision, work, file);
      // It was read before it was kept, and by the same rules.
      if (!("file" in read)) throw new Error(`a kept file does not open: ${read.code}`);
      this.put(token, read.file);
      return read.file;
    },

    /** Everybody's copy: it came in, or was given up. */
    forget(importId: string): void {
      for (const key of [...files.keys()]) if (key.startsWith(`${importId}/`)) close(key);
    },

    input(file: OpenFile): PlanInput {
      return file.inspection.input(rules(file.work.assumed), { mapping: file.mapping, mends: file.work.mends });
    },

    /** What the file would become. */
    async dryRun(file: OpenFile): Promise<DryRun> {
      if (file.run) return file.run;
      const run = await dryRun(file.inspection.source, this.input(file), file.inspection.fileIssues);
      if ("ok" in run) throw new Error(`a kept file cannot be read to its end: ${run.code}`);
      file.run = run;
      return run;
    },

    close(): void {
      clearInterval(sweeper);
      for (const key of [...files.keys()]) close(key);
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

export function signatureOf(mapping: Mapping): Buffer {
  return signatureHash(headerSignature(mapping.columns.map((column) => column.header)));
}

async function formOf(text: string): Promise<Form> {
  return readForm(Readable.from([Buffer.from(text, "utf8")]));
}
