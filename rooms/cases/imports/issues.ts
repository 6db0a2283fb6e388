/** What can be said about rows and columns. Each code has its words, and somebody who acts on it: who mends the file. */

/** Of a row, mostly of one cell: it cannot come in like this. */
export const wrongCodes = [
  "age-impossible",
  "age-unreadable",
  "cell-error",
  "cells-beyond",
  "code-unknown",
  "date-ambiguous",
  "date-impossible",
  "date-in-future",
  "date-too-old",
  "date-unreadable",
  "digits-lost",
  "email-unreadable",
  "formula-text",
  "number-unreadable",
  "phone-unreadable",
  "row-without-person",
  "several-answers",
  "text-too-long",
  "yes-no-unclear",
] as const;

/** Of a row: it was read, but may be meant otherwise. A person looks at it. */
export const doubtfulCodes = [
  "age-against-birthdate",
  "age-near-eighteen",
  "before-birth",
  "closed-before-opened",
  "closed-without-reason",
  "code-guessed",
  "date-about",
  "date-from-number",
  "date-in-words",
  "date-short-year",
  "field-twice",
  "hidden-row",
  "merged-cells",
  "na-is-namibia",
  "phone-not-international",
  "phone-with-words",
  "same-person",
  "same-register-number",
  "same-row",
] as const;

/** Of a column, or of the file. */
export const fileIssueCodes = [
  "column-kept",
  "column-left-out",
  "column-not-published",
  "column-unsure",
  "date-order-assumed",
  "date-order-mixed",
  "header-guessed",
  "header-missing",
  "header-slip",
  "header-twice",
  "names-disagree",
  "sheet-not-read",
] as const;

export const rowIssueCodes = [...wrongCodes, ...doubtfulCodes] as const;

export type WrongCode = (typeof wrongCodes)[number];
export type DoubtfulCode = (typeof doubtfulCodes)[number];
export type RowIssueCode = (typeof rowIssueCodes)[number];
export type FileIssueCode = (typeof fileIssueCodes)[number];
