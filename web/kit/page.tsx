import "./page.css";
import { Fragment, type ReactNode, useEffect, useId, useRef } from "react";
import { Link } from "./button.tsx";
import { useKitWords } from "./words.ts";

export interface Crumb {
  readonly label: string;
  readonly to?: string;
}

/** The way back, above a page's title. */
export function Breadcrumb({ trail }: { readonly trail: readonly Crumb[] }) {
  const { say } = useKitWords();
  return (
    <nav className="crumbs" aria-label={say("crumbs")}>
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.label}>
            {crumb.to === undefined ? <span>{crumb.label}</span> : <Link to={crumb.to}>{crumb.label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

let firstPage = true;

/**
 * A page's title: the heading, the window's title, and where the focus goes when a page opens, so that a screen reader says where one
 * is. `windowTitle` where the heading says more than a passer-by may read in a tab (harm.md, rule 2).
 */
export function PageTitle({ children, windowTitle }: { readonly children: ReactNode; readonly windowTitle?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = windowTitle ?? (typeof children === "string" ? children : "");
  useEffect(() => {
    document.title = name === "" ? "Homeward" : `${name} · Homeward`;
  }, [name]);
  useEffect(() => {
    // On the very first page the browser's own start is right: the skip link comes first.
    const first = firstPage;
    firstPage = false;
    if (first) return;
    // With the next picture, which lays the page out anyway; and not where something on the page has taken the focus since.
    const before = document.activeElement;
    const frame = requestAnimationFrame(() => {
      const now = document.activeElement;
      if (now === before || now === document.body || now === null) heading.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

export interface PageProps {
  readonly title: ReactNode;
  readonly windowTitle?: string;
  readonly lead?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  readonly acts?: ReactNode;
  readonly children?: ReactNode;
  /** `hung`: title and headings hang from the line beside which time stands. `narrow`: one column to read. */
  readonly shape?: "wide" | "hung" | "narrow";
}

export function Page({ title, windowTitle, lead, crumbs, acts, children, shape = "wide" }: PageProps) {
  return (
    <div className={`page ${shape}`}>
      <header className="page-head">
        {crumbs === undefined ? null : <Breadcrumb trail={crumbs} />}
        <PageTitle {...(windowTitle === undefined ? {} : { windowTitle })}>{title}</PageTitle>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
        {acts === undefined ? null : <div className="acts">{acts}</div>}
      </header>
      {children}
    </div>
  );
}

export interface SectionProps {
  readonly title: string;
  /** Who sees it, how many, since when: beside the title, quieter. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
  readonly acts?: ReactNode;
  readonly className?: string;
}

/** A part of a page under a hairline. */
export function Section({ title, note, children, acts, className }: SectionProps) {
  const id = useId();
  return (
    <section className={className === undefined ? "section" : `section ${className}`} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {note === undefined ? null : <span className="note">{note}</span>}
        {acts ?? null}
      </div>
      <div className="section-body">{children}</div>
    </section>
  );
}

/** Two columns that become one on a narrow screen; the first is what is to be done. */
export function Columns({ children }: { readonly children: readonly [ReactNode, ReactNode] }) {
  return (
    <div className="columns">
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fixed places
        <Fragment key={index}>
          <div>{child}</div>
        </Fragment>
      ))}
    </div>
  );
}
