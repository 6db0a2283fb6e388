import { createHash, createHmac, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import { dropFile, keepFile } from "../../platform/files/index.ts";
import { writeDurably } from "../../platform/keys/keyring.ts";
import { slowHash } from "../../platform/keys/slow-hash.ts";
import type { VaultCaller } from "../../platform/keys/vault.ts";
import { inOneTrip, type Tx } from "../../platform/postgres/transaction.ts";
import { DANGER, type INSTEAD } from "./model.ts";
import { LIMITS, type StagedUpload } from "./public/model.ts";
import type { PublicReports } from "./public/public-reports.ts";
import { canonical, format, wordsFromBytes } from "./receipt-words.ts";
import { MESSAGE_BOX, REPORT_BOX, receiptBytes, sealIntake } from "./sealing.ts";

export interface PublicReportsParts {
  /** The login hw_public. */
  pool: pg.Pool;
  vault: VaultCaller;
  intakeKey: Uint8Array;
  files: string;
  /** Now, in milliseconds; tests turn the clock. */
  now?: () => number;
}

/** A file waits a day for its report. */
const STAGED_MS = 24 * 3_600_000;
const WRONG_A_MINUTE = 60;
/** Receipts made ahead: few enough that asking for many costs little, kept as long as somebody reads a page. */
const PREPARED_AT_ONCE = 200;
const PREPARED_MS = 15 * 60_000;
/** Nobody at a desk sees this, and eight reports of one moment are one notice's work. */
const ANNOUNCE_MS = 100;

/** The public form on the public login: it may hand in and come back, and can read nothing of the database. */
export function createPublicReports({
  pool,
  vault,
  intakeKey,
  files,
  now = Date.now,
}: PublicReportsParts): PublicReports {
  const as = <T>(work: (tx: Tx) => Promise<T>) => inOneTrip(pool, { role: "homeward_public", token: null }, work);
  const staged = join(files, "staged");
  let salt: Promise<Buffer> | null = null;
  let wrong: number[] = [];

  // Slow on purpose, and the same for every try: about 40 ms of one core.
  async function receiptHash(words: string): Promise<Buffer> {
    salt ??= as((tx) => tx.one<{ id: string }>(sql`select id from platform.installation`)).then(({ id }) =>
      createHash("sha256").update(`homeward/receipt|${id}`).digest().subarray(0, 16),
    );
    salt.catch(() => {
      salt = null;
    });
    return slowHash(words, await salt);
  }

  // Hashes made while the sender reads the report once more: then sending waits for the disk and for nothing else.
  const prepared = new Map<string, Promise<Buffer>>();
  const receiptOf = (token: string) => receiptHash(canonical(wordsFromBytes(receiptBytes(token))));

  // Told a moment after the acknowledgement, many at once: whoever sends at the same time waits neither for a notice nor behind one.
  let untold: Buffer[] = [];
  function announce(token: string): void {
    untold.push(hash(token));
    if (untold.length > 1) return;
    setTimeout(() => {
      const tokens = untold;
      untold = [];
      as(async (tx) => {
        void tx.rows(sql`select set_config('synchronous_commit', 'off', true)`);
        await Promise.all(tokens.map((one) => tx.rows(sql`select reports.announce(${one})`)));
      }).catch(() => undefined);
    }, ANNOUNCE_MS).unref();
  }

  function locked(): number {
    wrong = wrong.filter((at) => at > now() - 60_000);
    return wrong.length >= WRONG_A_MINUTE ? Math.max(1, Math.ceil(((wrong[0] ?? now()) + 60_000 - now()) / 1000)) : 0;
  }

  return {
    newToken: () => randomBytes(24).toString("base64url"),

    prepare(token) {
      if (prepared.has(token) || prepared.size >= PREPARED_AT_ONCE) return;
      const hash = receiptOf(token);
      hash.catch(() => prepared.delete(token));
      prepared.set(token, hash);
      setTimeout(() => prepared.delete(token), PREPARED_MS).unref();
    },

    async accept({ token, sealed, triage, language, attachments }) {
      const words = format(wordsFromBytes(receiptBytes(token)), language);
      const receipt = await (prepared.get(token) ?? receiptOf(token));
      prepared.delete(token);
      const kept = await Promise.all(attachments.map((upload) => claimOf(staged, upload)));
      // Keyed by the token, which is not kept: the hash confirms a retry and confirms no guess at what was written.
      const body = createHmac("sha256", token)
        .update(JSON.stringify([sealed, triage, attachments.map((a) => a.ticket)]))
        .digest();
      const box = sealIntake(intakeKey, REPORT_BOX, JSON.stringify({ ...sealed, callerPhone: "" }));
      const codes = {
        about: triage.about,
        age: triage.age,
        company: triage.company,
        role: triage.role,
        reach: triage.reach,
        screenSeen: triage.screenSeen,
      };
      const danger = triage.danger === "yes" ? DANGER.now : triage.danger === "no" ? DANGER.no : DANGER["not-sure"];
      const answer = await refusing(() =>
        as(async (tx) => {
          const found = kept.filter((file) => file !== null);
          const rows = keepRows(tx, found);
          const answer = tx.one<{
            said: string;
          }>(sql`select reports.accept(${hash(token)}, ${body}, ${receipt}, ${language}, ${danger}::smallint, null, null,
          ${JSON.stringify(codes)}::jsonb, ${box}, ${found.map((file) => file.id)}::uuid[]) as said`);
          await rows;
          return (await answer).said;
        }),
      );
      if (typeof answer !== "string") return answer;
      if (answer === "sent-before") return { refused: "sent-before" };
      if (answer === "accepted") announce(token);
      await Promise.all(attachments.map((upload) => rm(noteOf(staged, upload.ticket), { force: true })));
      return { words };
    },

    async read(words) {
      const seconds = locked();
      const receipt = await receiptHash(words);
      if (seconds > 0) return { refused: "wait", waitSeconds: seconds };
      const answer = await vault.call<{
        found: {
          state: "received" | "being-read" | "passed-on" | "closed";
          about: "me" | "worried";
          instead: (typeof INSTEAD)[number] | null;
        } | null;
        messages: { fromUs: boolean; at: string; text: string | null }[];
      }>("/reports/receipt", { receipt: receipt.toString("base64") });
      if (answer.found === null) {
        wrong.push(now());
        return { refused: "unknown" };
      }
      return {
        about: answer.found.about,
        status: answer.found.state,
        ...(answer.found.instead === null ? {} : { instead: answer.found.instead }),
        messages: answer.messages.flatMap((m) =>
          m.text === null ? [] : [{ from: m.fromUs ? ("us" as const) : ("you" as const), text: m.text, at: m.at }],
        ),
      };
    },

    async add(words, { token, text, attachments }) {
      const seconds = locked();
      const receipt = await receiptHash(words);
      if (seconds > 0) return { refused: "wait", waitSeconds: seconds };
      const kept = (await Promise.all(attachments.map((upload) => claimOf(staged, upload)))).filter(
        (file) => file !== null,
      );
      const answer = await refusing(() =>
        as(async (tx) => {
          const rows = keepRows(tx, kept);
          const answer = tx.one<{ found: boolean }>(
            sql`select reports.add(${receipt}, ${hash(token)}, ${sealIntake(intakeKey, MESSAGE_BOX, text)}, ${kept.map((file) => file.id)}::uuid[]) as found`,
          );
          await rows;
          return (await answer).found ? "added" : "unknown";
        }),
      );
      if (typeof answer !== "string") return answer;
      if (answer === "unknown") {
        wrong.push(now());
        return { refused: "unknown" };
      }
      await Promise.all(attachments.map((upload) => rm(noteOf(staged, upload.ticket), { force: true })));
      return { ok: true };
    },

    async stage(stream) {
      await sweep(staged, files, now());
      const kept = await keepFile(files, stream, { maxBytes: LIMITS.fileBytes, publicKey: intakeKey });
      if ("refused" in kept)
        return { refused: kept.refused === "kind-not-taken" ? "not-a-picture-video-or-document" : kept.refused };
      const ticket = randomBytes(24).toString("base64url");
      await mkdir(staged, { recursive: true, mode: 0o700 });
      writeDurably(
        noteOf(staged, ticket),
        JSON.stringify({
          ...kept,
          sha256: kept.sha256.toString("base64"),
          sealedKey: kept.sealedKey.toString("base64"),
        }),
      );
      return { ticket, kind: shownKind(kept.kind), bytes: kept.bytes };
    },

    async unstage(upload) {
      const note = await claimOf(staged, upload);
      if (note === null) return;
      await dropFile(files, note.id);
      await rm(noteOf(staged, upload.ticket), { force: true });
    },
  };
}

const Note = z.object({ id: z.uuid(), kind: z.string(), bytes: z.int(), sha256: z.base64(), sealedKey: z.base64() });
type Note = z.infer<typeof Note>;

function noteOf(staged: string, ticket: string): string {
  return join(staged, `${hash(ticket).toString("hex")}.json`);
}

/** What a ticket stands for; null for one that nobody holds. The page's own word on kind and size counts for nothing. */
async function claimOf(staged: string, upload: StagedUpload): Promise<Note | null> {
  const text = await readFile(noteOf(staged, upload.ticket), "utf8").catch(() => null);
  return text === null ? null : Note.parse(JSON.parse(text));
}

async function keepRows(tx: Tx, notes: Note[]): Promise<void> {
  await Promise.all(
    notes.map((n) =>
      tx.rows(
        sql`select reports.keep_file(${n.id}::uuid, ${n.kind}, ${n.bytes}::bigint, ${Buffer.from(n.sha256, "base64")}, ${Buffer.from(n.sealedKey, "base64")})`,
      ),
    ),
  );
}

/** Uploads whose report never came are destroyed after a day. */
async function sweep(staged: string, files: string, at: number): Promise<void> {
  for (const name of await readdir(staged).catch(() => [] as string[])) {
    const path = join(staged, name);
    const age = await stat(path).then(
      (s) => at - s.mtimeMs,
      () => 0,
    );
    if (age < STAGED_MS) continue;
    const note = Note.safeParse(JSON.parse(await readFile(path, "utf8").catch(() => "null")));
    if (note.success) await dropFile(files, note.data.id);
    await rm(path, { force: true });
  }
}

/** A full disk and too many connections are said, not thrown: the page keeps what was typed and offers to try again. */
async function refusing(work: () => Promise<string>): Promise<string | { refused: "no-space" | "busy" }> {
  try {
    return await work();
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (["53100", "53200", "58030", "ENOSPC", "EDQUOT"].includes(code)) return { refused: "no-space" };
    if (["53300", "57P03", "55P03", "57014"].includes(code)) return { refused: "busy" };
    throw error;
  }
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}

function shownKind(kind: string): StagedUpload["kind"] {
  return kind.startsWith("image/")
    ? "picture"
    : kind.startsWith("video/")
      ? "video"
      : kind.startsWith("audio/")
        ? "sound"
        : "document";
}
