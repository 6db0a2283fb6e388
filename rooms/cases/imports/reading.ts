import type { DoubtfulCode, RowIssueCode, WrongCode } from "./issues.ts";
import type { PlannedContent } from "./model.ts";

/** What to say about one value: a code with its words, what the words speak of, and what would be right. */
export type Remark = { code: RowIssueCode; params: Record<string, string | number>; right: string[] };

/** A value read off a cell. Nothing is an answer too: `content` null. */
export type Reading = { ok: true; content: PlannedContent | null; doubts: Remark[] } | { ok: false; wrong: Remark };

export function read(content: PlannedContent | null, ...doubts: Remark[]): Reading {
  return { ok: true, content, doubts };
}

export function wrong(code: WrongCode, params: Remark["params"] = {}, right: string[] = []): Reading {
  return { ok: false, wrong: { code, params, right } };
}

export function remark(code: DoubtfulCode, params: Remark["params"] = {}, right: string[] = []): Remark {
  return { code, params, right };
}
