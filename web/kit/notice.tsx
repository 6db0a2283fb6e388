import "./notice.css";
import { type ReactNode, useEffect, useRef } from "react";
import { useKitWords } from "./words.ts";

export type Meaning = "info" | "soon" | "late" | "safe";

export interface NoticeProps {
  readonly meaning?: Meaning;
  /** The first words, in bold. Without them the meaning's own word stands there: colour never says it alone. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly acts?: ReactNode;
  /** Spoken when it appears; for what somebody must know now. */
  readonly speak?: boolean;
}

export function Notice({ meaning = "info", title, children, acts, speak = false }: NoticeProps) {
  const { say } = useKitWords();
  return (
    <div className={`notice ${meaning}`} role={speak ? "alert" : undefined}>
      <div className="notice-word">{title ?? say(`notice.${meaning}`)}</div>
      {children}
      {acts === undefined ? null : <div className="acts">{acts}</div>}
    </div>
  );
}

/** A word about a thing: what happened, never what somebody is. */
export function Tag({
  meaning,
  children,
}: {
  readonly meaning?: Meaning | "seal" | "here";
  readonly children: ReactNode;
}) {
  return <span className={meaning === undefined ? "tag" : `tag ${meaning}`}>{children}</span>;
}

export interface ErrorSummaryProps {
  /** Field id or name and what is wrong with it. Empty: nothing is shown. */
  readonly errors: readonly { readonly field?: string; readonly message: string }[];
}

/** What needs another look, above the form. Takes the focus when it appears. */
export function ErrorSummary({ errors }: ErrorSummaryProps) {
  const { say } = useKitWords();
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div className="notice late" role="alert" tabIndex={-1} ref={box}>
      <div className="notice-word">{say("field.errors", { count })}</div>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field}${error.message}`}>
            {error.field === undefined ? error.message : <a href={`#${error.field}`}>{error.message}</a>}
          </li>
        ))}
      </ul>
      <p className="small quiet">{say("field.kept")}</p>
    </div>
  );
}
