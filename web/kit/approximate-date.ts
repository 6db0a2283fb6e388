/**
 * A date as people know it: a day, a month, a year, "about", or in words ("after Chhath"). Kept as it was said; what it means as a
 * span of days is computed, so that a guess never turns into a false exact day.
 */

export interface ApproximateDate {
  /** As typed, so that a mistake stays on the screen to be mended. */
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** 24 hours, `18:40`; empty where it is not known. */
  readonly time: string;
  readonly about: boolean;
  /** As the child or the reporter put it. */
  readonly words: string;
}

export const NO_DATE: ApproximateDate = { day: "", month: "", year: "", time: "", about: false, words: "" };

export type DateError =
  | "no-such-day"
  | "no-such-month"
  | "no-such-year"
  | "year-missing"
  | "month-missing"
  | "future"
  | "no-such-time";

export type ReadDate =
  /** Nothing but perhaps words: an answer too. */
  | { readonly kind: "none" }
  | { readonly kind: "wrong"; readonly error: DateError; readonly part: "day" | "month" | "year" | "time" }
  | {
      readonly kind: "span";
      /** First and last day it may have been, `YYYY-MM-DD`, both included. */
      readonly from: string;
      readonly to: string;
      readonly precision: "day" | "month" | "year";
      readonly about: boolean;
      readonly time: string | null;
    };

const pad = (value: number, length: number) => String(value).padStart(length, "0");
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** Devanagari and Eastern Arabic figures are figures. */
const figures = (text: string) =>
  text
    .trim()
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

const number = (text: string): number | null => (/^\d{1,4}$/.test(figures(text)) ? Number(figures(text)) : null);

/**
 * Reads a date.
 * @param today `YYYY-MM-DD`; a date after it is an error unless `mayCome`
 */
export function readDate(date: ApproximateDate, today: string, mayCome = false): ReadDate {
  const wrong = (error: DateError, part: "day" | "month" | "year" | "time"): ReadDate => ({
    kind: "wrong",
    error,
    part,
  });
  const has = { day: date.day.trim() !== "", month: date.month.trim() !== "", year: date.year.trim() !== "" };
  const time = readTime(date.time);
  if (time === undefined) return wrong("no-such-time", "time");
  if (!has.day && !has.month && !has.year) return time === null ? { kind: "none" } : wrong("year-missing", "year");
  if (!has.year) return wrong("year-missing", "year");
  if (has.day && !has.month) return wrong("month-missing", "month");

  const year = number(date.year);
  if (year === null || year < 1900 || year > 2200) return wrong("no-such-year", "year");
  const month = has.month ? number(date.month) : null;
  if (has.month && (month === null || month < 1 || month > 12)) return wrong("no-such-month", "month");
  const day = has.day ? number(date.day) : null;
  if (has.day && (day === null || day < 1 || day > daysIn(year, month ?? 1))) return wrong("no-such-day", "day");

  const first = month ?? 1;
  const last = month ?? 12;
  const from = `${pad(year, 4)}-${pad(first, 2)}-${pad(day ?? 1, 2)}`;
  const to = `${pad(year, 4)}-${pad(last, 2)}-${pad(day ?? daysIn(year, last), 2)}`;
  // The span must have begun: this year and this month are answers, next year is not.
  if (!mayCome && from > today) return wrong("future", has.day ? "day" : has.month ? "month" : "year");
  const precision = day !== null ? "day" : month !== null ? "month" : "year";
  return { kind: "span", from, to, precision, about: date.about, time };
}

/** `18:40`, `1840`, `18.40`. Null: not given. Undefined: no time of day. */
function readTime(text: string): string | null | undefined {
  const typed = figures(text);
  if (typed === "") return null;
  const parts = /^(\d{1,2})[:.\s]?(\d{2})$/.exec(typed);
  const hour = Number(parts?.[1] ?? Number.NaN);
  const minute = Number(parts?.[2] ?? Number.NaN);
  return hour <= 23 && minute <= 59 ? `${pad(hour, 2)}:${pad(minute, 2)}` : undefined;
}
