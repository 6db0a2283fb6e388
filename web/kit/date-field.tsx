import "./date-field.css";
import { useId } from "react";
import { type ApproximateDate, readDate } from "./approximate-date.ts";
import { Checkbox } from "./choice.tsx";
import { FieldError, type FieldProps, TextField } from "./field.tsx";
import { dayOf, formatDate } from "./languages/format.ts";
import { useKitWords } from "./words.ts";

export interface DateFieldProps extends FieldProps {
  readonly value: ApproximateDate;
  readonly onChange: (value: ApproximateDate) => void;
  readonly withTime?: boolean;
  /** Offers the child's or reporter's own words beside the figures. */
  readonly withWords?: boolean;
  /** Dates that have not come yet are answers too: a hearing, a visit. */
  readonly mayCome?: boolean;
  readonly quietLabel?: boolean;
  /** A term that somebody sets, not one that somebody remembers: "about" is no answer. */
  readonly exact?: boolean;
}

/**
 * Day, month, year as three short fields: the fastest to type, the same on every phone, and each may stay empty. What it means is said
 * back below, so that 3/4 is never read as 4/3.
 */
export function DateField({
  label,
  hint,
  error,
  optional = false,
  value,
  onChange,
  withTime = false,
  withWords = false,
  mayCome = false,
  quietLabel = false,
  exact = false,
}: DateFieldProps) {
  const id = useId();
  const { say, language } = useKitWords();
  const read = readDate(value, dayOf(Date.now()), mayCome);
  // While somebody is still typing a year, "no such year" is noise; the fields say it once they look finished.
  const finished = value.year.trim().length >= 4 || value.year.trim() === "";
  const own =
    read.kind === "wrong" && finished && read.error !== "year-missing" ? say(`date.error.${read.error}`) : null;
  const wrong = error ?? own;
  const part = (name: "day" | "month" | "year" | "time", width: number, mode: "numeric" | "text") => (
    <div className="date-part">
      <label htmlFor={`${id}-${name}`}>{say(`date.${name}`)}</label>
      <input
        id={`${id}-${name}`}
        className={`input ${name}`}
        inputMode={mode}
        autoComplete="off"
        maxLength={width}
        value={value[name]}
        aria-invalid={read.kind === "wrong" && read.part === name && wrong !== null ? true : undefined}
        onChange={(event) => onChange({ ...value, [name]: event.target.value })}
      />
    </div>
  );
  return (
    <fieldset className="field" data-wrong={wrong !== null || undefined} aria-describedby={`${id}-hint ${id}-means`}>
      <legend className={quietLabel ? "unseen" : "field-label"}>
        {label}
        {optional ? <span className="quiet small"> · {say("field.optional")}</span> : null}
      </legend>
      <div className="field-hint" id={`${id}-hint`}>
        {hint ?? say("date.hint")}
      </div>
      {wrong === null ? null : <FieldError id={`${id}-error`}>{wrong}</FieldError>}
      <div className="date-parts">
        {part("day", 2, "numeric")}
        {part("month", 2, "numeric")}
        {part("year", 4, "numeric")}
        {withTime ? part("time", 5, "text") : null}
      </div>
      <div className="date-means quiet small" id={`${id}-means`} aria-live="polite">
        {read.kind === "span" ? say("date.reads-as", { date: means(read, language, say) }) : null}
      </div>
      {exact ? null : (
        <Checkbox label={say("date.about")} checked={value.about} onChange={(about) => onChange({ ...value, about })} />
      )}
      {withWords ? (
        <TextField
          label={say("date.in-words")}
          hint={say("date.in-words-hint")}
          optional
          value={value.words}
          onChange={(words) => onChange({ ...value, words })}
        />
      ) : null}
    </fieldset>
  );
}

function means(
  read: Extract<ReturnType<typeof readDate>, { kind: "span" }>,
  language: string,
  say: (key: string, values?: Record<string, unknown>) => string,
): string {
  const exact =
    read.precision === "year"
      ? read.from.slice(0, 4)
      : formatDate(read.from, read.precision === "month" ? "month" : "day", language);
  const date = read.about ? say("date.about-date", { date: exact }) : exact;
  return read.time === null ? date : `${date}, ${read.time}`;
}
