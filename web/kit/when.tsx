import "./when.css";
import { tellWhen } from "./due.ts";
import { formatDate } from "./languages/format.ts";
import { useNow } from "./now.ts";
import { useKitWords } from "./words.ts";

export interface WhenProps {
  /** ISO 8601 instant; null where no clock runs. */
  readonly dueAt: string | null;
  readonly startedAt?: string | null;
  /** Done: the clock stands; tells when it was done. */
  readonly doneAt?: string | null;
  /** Only the headline, within a sentence. */
  readonly inline?: boolean;
}

/** Time first: "in 3 h 20", below it the exact time. Ticks by the minute. */
export function When({ dueAt, startedAt, doneAt, inline = false }: WhenProps) {
  const now = useNow();
  const { say, language } = useKitWords();
  const look = inline ? " inline" : "";
  if (doneAt !== undefined && doneAt !== null) {
    return (
      <time dateTime={doneAt} className={`when done${look}`}>
        {say("when.done")}
        {inline ? null : <small>{formatDate(doneAt, "moment", language)}</small>}
      </time>
    );
  }
  const due = dueAt === null ? Number.NaN : Date.parse(dueAt);
  if (dueAt === null || Number.isNaN(due)) return <span className={`when quiet${look}`}>{say("when.no-clock")}</span>;
  const told = tellWhen(due, now, {
    say,
    language,
    ...(startedAt === undefined || startedAt === null ? {} : { startedAt: Date.parse(startedAt) }),
  });
  return (
    <time dateTime={dueAt} className={`when ${told.urgency}${look}`}>
      {told.urgency === "soon" ? <span className="unseen">{say("when.soon")}: </span> : null}
      {told.spoken === told.headline ? (
        told.headline
      ) : (
        <>
          <span aria-hidden="true">{told.headline}</span>
          <span className="unseen">{told.spoken}</span>
        </>
      )}
      {inline ? null : <small>{told.exact}</small>}
    </time>
  );
}

export interface MomentProps {
  readonly at: string;
  readonly as?: "moment" | "time" | "day-short" | "day-year" | "day" | "weekday-short";
}

/** A moment that has no clock, exact. */
export function Moment({ at, as = "moment" }: MomentProps) {
  const { language } = useKitWords();
  return <time dateTime={at}>{formatDate(at, as, language)}</time>;
}
