/**
 * What the public pages need of the rest of Homeward. Whoever implements it works on the public database login, which may only
 * EXECUTE, and on the intake key, which can only seal.
 *
 * All of it may throw: the page then keeps what was typed and offers to try again.
 */
import type { Readable } from "node:stream";
import type { Language } from "../../../platform/languages/words.ts";
import type { INSTEAD } from "../model.ts";
import type { Door, SealedInput, StagedUpload, Triage } from "./model.ts";

export interface PublicReports {
  /** A secret for one form: 16–200 of A–Z a–z 0–9 - _, unguessable. Its hash makes sending idempotent. Nothing is stored yet. */
  newToken(): string;

  /** Told that this form may be sent soon: what takes long and needs only the token can be done while its sender reads it once more. */
  prepare(token: string): void;

  /**
   * Takes a report for good: it returns only when text and files are on disk. The same token with the same report answers alike, so
   * that a retry is harmless; with another report it is refused as "sent-before".
   * `words`: the receipt in `language`, from `format(wordsFromBytes(…), language)`.
   */
  accept(input: {
    token: string;
    sealed: SealedInput;
    triage: Triage;
    language: Language;
    attachments: readonly StagedUpload[];
  }): Promise<{ words: string[] } | { refused: "no-space" | "busy" | "too-large" | "sent-before" }>;

  /**
   * Opens a report by its words, in their one canonical spelling (`canonical()` of receipt-words.ts).
   * "wait": too many wrong tries; `waitSeconds` until the next one counts. A locked and an unknown receipt must not be told apart
   * by time.
   */
  read(words: string): Promise<Thread | { refused: "unknown" } | Locked | { refused: "busy" }>;

  /** Adds to a report. The same token adds once. Counts as a try, like `read`. */
  add(
    words: string,
    addition: { token: string; text: string; attachments: readonly StagedUpload[] },
  ): Promise<{ ok: true } | { refused: "unknown" | "no-space" | "busy" | "too-large" } | Locked>;

  /**
   * Keeps one file, sealed, for later. It must read the stream to its end or leave it; what it leaves is thrown away here.
   * `name` is what the phone called the file: it may name a person or a place, so it is sealed with it or dropped, never shown or logged.
   */
  stage(
    stream: Readable,
    meta: { token: string; name: string | null },
  ): Promise<StagedUpload | { refused: StageRefusal }>;

  /** Destroys a staged file that its sender took out again. Never fails for an unknown one. */
  unstage(upload: StagedUpload): Promise<void>;
}

export type StageRefusal = "too-large" | "no-space" | "not-a-picture-video-or-document";
export type Locked = { refused: "wait"; waitSeconds: number };
export type Thread = {
  /** Through which door it came. "me": the page then speaks to a child and asks for no files. Without it the page speaks to anybody. */
  about?: Door;
  status: "received" | "being-read" | "passed-on" | "closed";
  /** Where to turn instead, once two people agreed that it is not for this desk: a code of `INSTEAD`. */
  instead?: (typeof INSTEAD)[number];
  /** Oldest first. `at`: an ISO instant. */
  messages: { from: "us" | "you"; text: string; at: string }[];
};

/** What a country's pack decides about these pages. */
export type PublicPack = {
  /** Danger numbers, most fitting first; shown equal in size. */
  numbers: readonly [DangerNumber, ...DangerNumber[]];
  /** Where "Leave this page now" leads with JavaScript: an ordinary site that many people open. Without it: our own dull page. */
  awayTo?: string;
  /** IANA time zone in which times are told. */
  timeZone: string;
};
export type DangerNumber = { call: string; name: Readonly<Record<Language, string>> };
