import "./rows.css";
import type { ReactNode } from "react";

/** A list whose rows begin with time. */
export function Rows({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <ol className="rows" aria-label={label}>
      {children}
    </ol>
  );
}

export interface RowProps {
  /** `<When>` or a plain time. */
  readonly time?: ReactNode;
  /** The act or the thing itself. */
  readonly what: ReactNode;
  /** Of whom. */
  readonly about?: ReactNode | undefined;
  /** Whose, which law, what else. */
  readonly why?: ReactNode;
  readonly act?: ReactNode;
  /** Ordinary weight: for things that ask nothing of the reader. */
  readonly still?: boolean;
}

export function Row({ time, what, about, why, act, still = false }: RowProps) {
  return (
    <li className={`row${still ? " still" : ""}${time === undefined ? " timeless" : ""}`}>
      {time === undefined ? null : <div className="row-time">{time}</div>}
      <div>
        <div className="row-what">{what}</div>
        {about === undefined ? null : <div className="row-about">{about}</div>}
        {why === undefined ? null : <div className="row-why">{why}</div>}
      </div>
      {act === undefined ? null : <div className="row-act">{act}</div>}
    </li>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and what they hold. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Nothing here: says so calmly, and what one can do. */
export function Empty({
  title,
  children,
  acts,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly acts?: ReactNode;
}) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
      {acts === undefined ? null : <div className="acts">{acts}</div>}
    </div>
  );
}
