/**
 * Why a file was not read. The code is stable and has its words; `params` fill them. A refusal never holds a cell's content, because
 * it may be logged and a cell may be a child's name.
 */
export const refusalCodes = [
  "file-empty",
  "file-too-large",
  "not-a-sheet",
  "wrong-extension",
  "old-workbook",
  "binary-workbook",
  "open-document",
  "web-page",
  "encrypted",
  "macros",
  "archive-broken",
  "too-many-entries",
  "unpacks-too-large",
  "packed-too-tightly",
  "unsafe-name",
  "entry-twice",
  "entries-overlap",
  "xml-doctype",
  "xml-broken",
  "no-sheets",
  "formula-cell",
  "too-many-rows",
  "too-many-columns",
  "cell-too-long",
  "encoding-unknown",
  "quotes-broken",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export type SheetRefusal = {
  ok: false;
  code: RefusalCode;
  /** Name of the sheet, where it lies in one. */
  sheet: string | null;
  /** Excel's name of the cell ("C5"), where it lies in one. */
  cell: string | null;
  /** Line of the file or sheet, from 1, where it lies on one. */
  line: number | null;
  params: Readonly<Record<string, string | number>>;
};

type Place = { sheet?: string; cell?: string; line?: number };

/** Builds a refusal. */
export function refuse(
  code: RefusalCode,
  params: Readonly<Record<string, string | number>> = {},
  place: Place = {},
): SheetRefusal {
  return {
    ok: false,
    code,
    sheet: place.sheet ?? null,
    cell: place.cell ?? null,
    line: place.line ?? null,
    params,
  };
}

/** Carries a refusal out of a parser's callback; never leaves this folder. */
export class Refused extends Error {
  readonly refusal: SheetRefusal;
  constructor(refusal: SheetRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
