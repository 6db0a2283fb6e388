import { type ReactNode, useMemo } from "react";
import { dayOf, formatDate } from "./languages/format.ts";
import { Tag } from "./notice.tsx";
import { Row, Rows } from "./rows.tsx";
import { useKitWords } from "./words.ts";

export interface TimelineEntry {
  readonly id: string;
  /** When it happened. Both times are kept: a clock starts when it happened, not when it was typed. */
  readonly at: string;
  /** How exactly the time is known: not to the hour (`day`), only a month or a year, or only about. A guess never looks like an hour. */
  readonly approx?: "day" | "month" | "season" | "year" | "about";
  /** When it was entered, if that was noticeably later. */
  readonly enteredAt?: string;
  /** A headline must not be a statement: without the section it reads "a statement was made". */
  readonly what: string;
  readonly detail?: ReactNode;
  /** A part of it is sealed to the reader. */
  readonly sealed?: boolean;
}

/** Entered more than a quarter of an hour after it happened: worth saying. */
const NOTICEABLE_MS = 15 * 60_000;

/** The year stands only where it is not this one. */
const dayStyle = (at: number) => (dayOf(at).slice(0, 4) === dayOf(Date.now()).slice(0, 4) ? "day-short" : "day-year");

/** A date that is known only so far: a month, a year, or about a day. */
function roughly(
  at: number,
  approx: NonNullable<TimelineEntry["approx"]>,
  language: string,
  say: ReturnType<typeof useKitWords>["say"],
): string {
  if (approx === "month") return formatDate(at, "month", language);
  if (approx === "year") return dayOf(at).slice(0, 4);
  return say("date.about-date", { date: formatDate(at, approx === "season" ? "month" : "day-year", language) });
}

/** What happened, last first. The day stands once, the hour on each entry. */
export function Timeline({ entries, label }: { readonly entries: readonly TimelineEntry[]; readonly label: string }) {
  const { say, language } = useKitWords();
  const sorted = useMemo(() => [...entries].sort((one, other) => Date.parse(other.at) - Date.parse(one.at)), [entries]);
  let day = "";
  return (
    <Rows label={label}>
      {sorted.map((entry) => {
        const at = Date.parse(entry.at);
        const newDay = dayOf(at) !== day;
        day = dayOf(at);
        const later = entry.enteredAt === undefined ? 0 : Date.parse(entry.enteredAt) - at;
        return (
          <Row
            key={entry.id}
            still
            time={
              <time dateTime={entry.at}>
                {entry.approx !== undefined && entry.approx !== "day" ? (
                  <strong>{roughly(at, entry.approx, language, say)}</strong>
                ) : newDay ? (
                  <strong>{formatDate(at, dayStyle(at), language)}</strong>
                ) : (
                  <span className={entry.approx === undefined ? "unseen" : ""}>
                    {formatDate(at, dayStyle(at), language)}
                  </span>
                )}{" "}
                {entry.approx === undefined ? (
                  <span className={newDay ? "quiet" : ""}>{formatDate(at, "time", language)}</span>
                ) : null}
              </time>
            }
            what={
              <>
                {entry.what} {entry.sealed ? <Tag meaning="seal">{say("sealed.word")}</Tag> : null}
              </>
            }
            {...(entry.detail === undefined && later < NOTICEABLE_MS
              ? {}
              : {
                  why: (
                    <>
                      {entry.detail}
                      {later >= NOTICEABLE_MS && entry.enteredAt !== undefined ? (
                        <>
                          {entry.detail === undefined ? "" : " · "}
                          {say("timeline.entered", {
                            when: formatDate(
                              entry.enteredAt,
                              dayOf(Date.parse(entry.enteredAt)) === day ? "time" : "moment",
                              language,
                            ),
                          })}
                        </>
                      ) : null}
                    </>
                  ),
                })}
          />
        );
      })}
    </Rows>
  );
}
