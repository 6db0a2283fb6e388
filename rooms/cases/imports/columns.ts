import { bestAssignment } from "./assignment.ts";
import { fieldNamed, importFields } from "./fields.ts";
import { isRecordId, isTechnical, machineMatch, nameMatch } from "./headers.ts";
import type { Guess, GuessReason, ImportField } from "./model.ts";
import { type ColumnProfile, type ValueFit, valueFit } from "./profiles.ts";

/** A column as it presents itself. */
export type ColumnSeen = {
  header: string;
  /** A second name of it: the label where `header` is a machine name, as a form's definition or a second header line tells. */
  label: string | null;
  /** What stands in it; null where only the headers are known. */
  profile: ColumnProfile | null;
};

/** From here on a guess becomes the column's target; below, a person is asked. */
export const sureEnough = 0.55;

/** So many different cells outweigh a name. */
const enoughCells = 5;

/** Below, a field is not even named among the others. */
const worthNaming = 0.3;

type Scored = { score: number; reason: GuessReason; matched: string | null };

/**
 * Guesses which field each column is: by its name, its second name, and what stands in it. A field is given to one column only, so
 * that the whole fits best; columns that are one choice each of a field ("vic_TypeOfExploitation/ForcedLabour") share it.
 */
export function guessColumns(columns: readonly ColumnSeen[]): Guess[] {
  const fixed = columns.map(fixedGuess);
  const open = columns.flatMap((column, index) => (fixed[index] ? [] : [{ column, index }]));
  // A field that a machine name has claimed is no longer free; one claimed choice by choice neither.
  const claimed = new Set(fixed.flatMap((guess) => (guess?.field ? [guess.field] : [])));
  const free = importFields.filter((field) => !claimed.has(field.name));
  const scored = open.map(({ column }) => {
    const fits = new Map<string, ValueFit>();
    return free.map((field) => scoreOf(column, field, fits));
  });
  const matrix = scored.map((row, at) =>
    // The power keeps a sure guess from being moved aside for two middling ones. The last part is far below any difference that means
    // something: of equals, the earlier column gets the earlier field.
    row.map((one, fieldAt) => (one && one.score >= sureEnough ? one.score ** 4 + (at + 1) * (fieldAt + 1) * 1e-9 : 0)),
  );
  const chosen = bestAssignment(matrix);
  const guesses: Guess[] = fixed.map((guess) => guess ?? nothingKnown());
  open.forEach(({ index }, at) => {
    const row = (scored[at] ?? []).flatMap((one, fieldAt) => {
      const field = free[fieldAt];
      return one && field && one.score >= worthNaming ? [{ ...one, field: field.name }] : [];
    });
    row.sort((a, b) => b.score - a.score);
    const field = free[chosen[at] ?? -1]?.name ?? null;
    const won = row.find((one) => one.field === field);
    const others = row
      .filter((one) => one !== won)
      .slice(0, 3)
      .map((one) => ({ field: one.field, score: rounded(one.score) }));
    guesses[index] = won
      ? {
          field,
          choice: null,
          score: rounded(certainty(won, others)),
          reason: won.reason,
          matched: won.matched,
          others,
        }
      : { ...nothingKnown(), others };
  });
  return guesses;
}

/** What needs no comparing: machine names, and columns that a tool adds or that number the rows. */
function fixedGuess({ header, label, profile }: ColumnSeen): Guess | null {
  if (header.trim() === "" && label === null) {
    if (!profile || profile.filled === 0) return { ...nothingKnown(), score: 1, reason: "empty" };
    if (profile.running && profile.filled > 1) return { ...nothingKnown(), score: 1, reason: "row-number" };
    return null;
  }
  if (isRecordId(header)) {
    return { field: "hw_SourceRecord", choice: null, score: 0.95, reason: "technical", matched: header, others: [] };
  }
  if (isTechnical(header)) return { ...nothingKnown(), score: 0.95, reason: "technical", matched: header };
  const machine = machineMatch(header);
  return machine && { ...machine, score: 0.99, reason: "machine-name", matched: header, others: [] };
}

function nothingKnown(): Guess {
  return { field: null, choice: null, score: 0, reason: "nothing-known", matched: null, others: [] };
}

function scoreOf(column: ColumnSeen, field: ImportField, fits: Map<string, ValueFit>): Scored | null {
  const byHeader = nameMatch(column.header, field);
  const byLabel = column.label === null ? null : nameMatch(column.label, field);
  const name =
    byLabel && byLabel.score > (byHeader?.score ?? 0)
      ? { ...byLabel, reason: "form-label" as const }
      : (byHeader ?? null);
  if (!column.profile) return name;
  const kind = field.list ?? field.kind;
  if (!fits.has(kind)) fits.set(kind, valueFit(field, column.profile));
  const fit = fits.get(kind) ?? null;
  if (fit === null) return name;
  if (!name || name.score < worthNaming) {
    // A list's own words in a column without a name that says anything.
    const listed = fit.telling && fit.share > 0.9 && (field.list !== null || field.kind === "email");
    return listed ? { score: 0.62 * fit.share, reason: "values", matched: null } : name;
  }
  if (fit.share < 0.5) {
    const doubted = name.score * (0.3 + fit.share);
    // A field's very own name stands against a few cells that cannot be read: those are then listed as wrong.
    const stands = name.score >= 0.9 && column.profile.sample.length < enoughCells;
    return { ...name, score: stands ? Math.max(doubted, sureEnough + 0.05) : doubted };
  }
  const lift = fit.telling ? 0.4 : 0.1;
  return { ...name, score: name.score + (1 - name.score) * lift * (fit.share - 0.5) * 2 };
}

/** A close second makes a guess less sure. */
function certainty(won: Scored, others: readonly { score: number }[]): number {
  const second = others[0]?.score ?? 0;
  return second > won.score - 0.05 ? Math.max(sureEnough, won.score - 0.2) : won.score;
}

function rounded(score: number): number {
  return Math.round(Math.min(1, score) * 100) / 100;
}

/** What a guess makes of a column while nobody has decided: unknown columns with content are kept, sealed. */
export function targetOf(guess: Guess, profile: ColumnProfile | null) {
  if (guess.field !== null) return { to: "field" as const, field: fieldNamed(guess.field).name, choice: guess.choice };
  const drop = guess.reason === "technical" || guess.reason === "row-number" || guess.reason === "empty";
  return drop || profile?.filled === 0 ? { to: "leave-out" as const } : { to: "keep" as const };
}
