import type { Childhood, DryRun, PlannedDate, Standing } from "./model.ts";

/** Decisions about what comes in from elsewhere, each with its reason. */

export type AgesKnown = {
  birthdate: PlannedDate | null;
  age: { from: number | null; to: number | null } | null;
  /** What the register says in a word. */
  majority: "Adult" | "Minor" | null;
  /** The day at which the age counts: that of the row's first event, else today. */
  on: string;
  /** The case is past: somebody else settled it long ago. */
  past: boolean;
};

/** A first entry of an age up to this one is a decision with papers or a doctor; until then she is a child. */
const nearlyEighteen = 23;

/**
 * Is she a child? Whoever may be one, is: not known counts as a child until it is settled, and so does an entry a little above
 * eighteen, because that is what a trafficker's papers say.
 * @source Convention on the Rights of the Child, art. 1; Palermo Protocol, art. 3(d); Committee on the Rights of the Child, General
 * Comment 6, para. 31: the benefit of the doubt
 */
export function childhoodOf(known: AgesKnown): Childhood {
  const [youngest, oldest] = yearsOf(known);
  if (known.majority === "Minor" || (oldest !== null && oldest < 18)) return "child";
  if (known.past && youngest !== null && youngest >= 18) return "adult";
  if (known.past && known.majority === "Adult") return "adult";
  if (youngest !== null && youngest > nearlyEighteen) return "adult";
  return "child-until-settled";
}

/** The least and the most years of age that fit everything known. */
export function yearsOf(
  known: Pick<AgesKnown, "birthdate" | "age" | "on">,
): [youngest: number | null, oldest: number | null] {
  const { birthdate, age, on } = known;
  const born = birthdate ? [yearsBetween(birthdate.to, on), yearsBetween(birthdate.from, on)] : [null, null];
  // Where papers and memory disagree she may be as young as the younger of them.
  const least = [born[0], age?.from].filter((years) => typeof years === "number");
  const most = [born[1], age?.to].filter((years) => typeof years === "number");
  return [least.length > 0 ? Math.min(...least) : null, most.length > 0 ? Math.max(...most) : null];
}

/** Whole years from one day to a later one; 0 where it is not later. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years);
}

/**
 * How a case comes in. One that was closed elsewhere comes in as past: an import never closes a case of ours, because a closure needs
 * a second person of another agency.
 */
export function standingOf(status: string | null, deidentified: boolean): Standing {
  if (deidentified) return "past-de-identified";
  if (status === "Closed" || status === "ClosedReferred") return "past";
  return status === "FollowUp" ? "follow-up" : "open";
}

export type BringInRefusal = {
  allowed: false;
  code: "rows-wrong" | "doubts-open" | "nothing-inside" | "columns-unsure";
  params: { count: number };
  legalBasis: null;
};

/**
 * May this file come in? Whole or not at all: no row may be wrong (mended or left out first), and a named person has looked at what is
 * doubtful.
 * @param looked the person says that they have seen the doubts, of rows and of columns
 */
export function mayBringIn(run: DryRun, looked: boolean): { allowed: true } | BringInRefusal {
  const refuse = (code: BringInRefusal["code"], count: number): BringInRefusal => ({
    allowed: false,
    code,
    params: { count },
    legalBasis: null,
  });
  if (run.counts.wrong > 0) return refuse("rows-wrong", run.counts.wrong);
  if (run.counts.planned === 0) return refuse("nothing-inside", 0);
  const unsure = run.fileIssues.filter((issue) => issue.severity === "doubtful").length;
  if (unsure > 0 && !looked) return refuse("columns-unsure", unsure);
  if (run.counts.doubtful > 0 && !looked) return refuse("doubts-open", run.counts.doubtful);
  return { allowed: true };
}
