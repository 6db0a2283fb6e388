import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type ProblemError, problemOf } from "./problem.ts";
import { Refusal, SmallRefusal } from "./refusal.tsx";
import { Waiting } from "./waiting.tsx";

export interface ShownProps<T> {
  readonly query: UseQueryResult<T, ProblemError>;
  readonly children: (value: T) => ReactNode;
  /** A part of a page: its refusal stays a part. */
  readonly small?: boolean;
}

/**
 * What was read, or that it is being read, or why not. What was already read stays on the page when a later reading fails; but what is not there
 * for the reader any more is taken from the page.
 */
export function Shown<T>({ query, children, small = false }: ShownProps<T>) {
  const closed = query.error !== null && problemOf(query.error).status === 404;
  if (query.data !== undefined && !closed) return children(query.data);
  if (query.error !== null) {
    const problem = problemOf(query.error);
    // What the reader may not know does not appear by asking again.
    const again = problem.status === 404 ? {} : { onAgain: () => void query.refetch() };
    return small ? <SmallRefusal problem={problem} {...again} /> : <Refusal problem={problem} {...again} />;
  }
  return small ? <Waiting /> : <div className="page">{<Waiting lines={5} />}</div>;
}
