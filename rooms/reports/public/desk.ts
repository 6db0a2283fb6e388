/** What every form of the public pages has at hand, and the sentences that they share. */
import type { FileProblem } from "./incoming.ts";
import type { Leavings } from "./leavings.ts";
import { LIMITS, type StagedUpload, tooManyCharacters } from "./model.ts";
import type { PublicPack, PublicReports } from "./public-reports.ts";
import { keyOf, type Say } from "./words.ts";

export type Desk = {
  reports: PublicReports;
  pack: PublicPack;
  /** Told the name of an error (such as "TypeError" or a database code), never its message: that may quote what was typed. */
  onTrouble: (name: string) => void;
  leavings: Leavings;
};

/** A page with its status. */
export type Answer = { status: 200 | 413 | 503; page: string };

/** Unclaimed files die by themselves, so that a failure here costs the reporter nothing. */
export async function forget(desk: Desk, upload: StagedUpload): Promise<void> {
  try {
    await desk.reports.unstage(upload);
  } catch (error) {
    desk.onTrouble(nameOf(error));
  }
}

export function nameOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : "unknown";
}

export function fileSentences(say: Say, problems: readonly FileProblem[]): string[] {
  return problems.map((code) =>
    say(keyOf("files", code), { count: LIMITS.files, size: LIMITS.fileBytes / 1024 / 1024 }),
  );
}

export function tooLong(say: Say, typed: string): string[] {
  const over = tooManyCharacters(typed);
  if (over === 0) return [];
  const format = new Intl.NumberFormat(say.language);
  return [say("tooLong", { limit: format.format(LIMITS.text), over: format.format(over) })];
}
