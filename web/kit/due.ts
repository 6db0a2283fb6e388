/**
 * When something is due, in words a tired person reads at once. Pure: the screen hands in now and the words.
 *
 * Late, soon and later differ in words first; weight and colour repeat it.
 */
import { dayOf, formatDate } from "./languages/format.ts";

export type Urgency = "late" | "soon" | "later" | "done";

export interface Span {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Without a known start, the last four hours are "soon": time for one journey and one paper. */
export const SOON_MS = 4 * HOUR;
/** From here on a countdown says less than a date. */
const COUNT_UNTIL_MS = 12 * HOUR;

/**
 * How urgent a clock is.
 * @param dueAt, now, startedAt milliseconds since 1970
 * @returns `soon` in the last quarter of the way from start to due; where no start is known, in the last four hours
 */
export function urgencyOf(dueAt: number, now: number, startedAt?: number | null): Exclude<Urgency, "done"> {
  if (now > dueAt) return "late";
  if (startedAt === undefined || startedAt === null || startedAt >= dueAt) {
    return dueAt - now <= SOON_MS ? "soon" : "later";
  }
  return dueAt - now <= (dueAt - startedAt) / 4 ? "soon" : "later";
}

/**
 * A distance in time, cut to what matters: days and hours beyond two days, else hours and minutes. Time left is rounded down and
 * time late is rounded down too, so that nothing is ever said to be later than it is.
 */
export function spanOf(ms: number): Span {
  const whole = Math.floor(Math.abs(ms) / MINUTE);
  const days = Math.floor(whole / (24 * 60));
  if (days >= 2) return { days, hours: days < 7 ? Math.floor((whole % (24 * 60)) / 60) : 0, minutes: 0 };
  return { days: 0, hours: Math.floor(whole / 60), minutes: whole % 60 };
}

/** The kit's words for a key; i18next's `t`. */
export type Say = (key: string, values?: Record<string, unknown>) => string;

/** A span in words: short for the eye ("3 h 20"), long for the ear ("3 hours 20 minutes"). */
export function saySpan(span: Span, say: Say, length: "short" | "long"): string {
  if (span.days > 0) {
    const days = say(`span.${length}.days`, { count: span.days });
    return span.hours > 0
      ? say("span.join", { first: days, second: say(`span.${length}.hours`, { count: span.hours }) })
      : days;
  }
  const minutes = String(span.minutes).padStart(2, "0");
  if (span.hours === 0) return say(`span.${length}.minutes`, { count: span.minutes });
  const hours = say(`span.${length}.hours`, { count: span.hours });
  if (span.minutes === 0) return hours;
  return length === "short"
    ? say("span.short.hours-minutes", { hours: span.hours, minutes })
    : say("span.join", { first: hours, second: say("span.long.minutes", { count: span.minutes }) });
}

export interface Told {
  readonly urgency: Urgency;
  /** "in 3 h 20", "1 h 10 late", "tomorrow 09:00", "27 Jan". */
  readonly headline: string;
  /** The same for a screen reader: "in 3 hours 20 minutes". */
  readonly spoken: string;
  /** The exact time below: "by 18:40 today". */
  readonly exact: string;
}

function exactly(dueAt: number, now: number, say: Say, language: string, late: boolean): string {
  const kind = late ? "was" : "by";
  const time = formatDate(dueAt, "time", language);
  const day = dayOf(dueAt);
  if (day === dayOf(now)) return say(`when.${kind}-today`, { time });
  if (day === dayOf(now + DAY)) return say(`when.${kind}-tomorrow`, { time });
  if (day === dayOf(now - DAY)) return say(`when.${kind}-yesterday`, { time });
  const year = new Date(dueAt).getFullYear() !== new Date(now).getFullYear();
  return say(`when.${kind}-day`, { day: formatDate(dueAt, year ? "day-year" : "weekday-short", language), time });
}

/** Tells when something is due. */
export function tellWhen(
  dueAt: number,
  now: number,
  words: { readonly say: Say; readonly language: string; readonly startedAt?: number | null },
): Told {
  const { say, language } = words;
  const urgency = urgencyOf(dueAt, now, words.startedAt);
  const distance = dueAt - now;
  const exact = exactly(dueAt, now, say, language, urgency === "late");
  if (Math.abs(distance) < MINUTE) {
    const headline = say(urgency === "late" ? "when.just-late" : "when.now");
    return { urgency, headline, spoken: headline, exact };
  }
  const span = spanOf(distance);
  if (urgency === "late") {
    return {
      urgency,
      headline: say("when.late", { span: saySpan(span, say, "short") }),
      spoken: say("when.late", { span: saySpan(span, say, "long") }),
      exact,
    };
  }
  if (urgency === "soon" || distance <= COUNT_UNTIL_MS || dayOf(dueAt) === dayOf(now)) {
    return {
      urgency,
      headline: say("when.in", { span: saySpan(span, say, "short") }),
      spoken: say("when.in", { span: saySpan(span, say, "long") }),
      exact,
    };
  }
  const tomorrow = dayOf(dueAt) === dayOf(now + DAY);
  const year = new Date(dueAt).getFullYear() !== new Date(now).getFullYear();
  const headline = tomorrow ? say("when.tomorrow") : formatDate(dueAt, year ? "day-year" : "day-short", language);
  return { urgency, headline, spoken: headline, exact };
}
