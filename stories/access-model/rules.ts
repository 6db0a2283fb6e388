/**
 * Who may see what, said once more in plain functions over plain facts, from the written rules (docs/decisions, ARCHITECTURE.md) and not from
 * the SQL. The proof compares the two.
 */
import type { Approval, Case, Country, Holder, Leaf, Report, Worker } from "./world.ts";

/** One worker's eyes on a country. */
export class Eyes {
  readonly country: Country;
  readonly me: Worker;

  constructor(country: Country, me: Worker) {
    this.country = country;
    this.me = me;
  }

  /** Leaving ends the sessions: whoever left is nobody. */
  get isSignedIn(): boolean {
    return this.me.serves !== "left";
  }

  /** A posting that ran out ends what it gave, whatever session lives on. */
  get serves(): boolean {
    return this.me.serves === "yes";
  }

  /** May I act as this holder: as myself, for my unit, or in a task force while I am in it? */
  is(holder: Holder): boolean {
    if (!this.serves) return false;
    switch (holder.is) {
      case "worker":
        return holder === this.me;
      case "unit":
        return holder === this.me.unit; // where I serve now, not where I came from
      case "task-force":
        return holder.members.some((m) => m.worker === this.me && m.during === "now");
    }
  }

  recused(from: Case | null): boolean {
    return from !== null && this.country.recusals.some((r) => r.worker === this.me && r.case === from && !r.lifted);
  }

  isMember(of: Case): boolean {
    return this.country.memberships.some((m) => m.case === of && m.during === "now" && this.is(m.holder));
  }

  /** An owner's supervisors see the owner's cases; nobody else's do. */
  supervises(one: Case): boolean {
    return this.serves && this.me.roles.includes("supervisor") && this.me.unit.agency === one.owner.agency;
  }

  /** Recusal closes the door even for the head of the agency. */
  sees(one: Case): boolean {
    return !this.recused(one) && (this.isMember(one) || this.supervises(one));
  }

  /** A section needs its own grant on top; being a member, or a supervisor, gives none. */
  holds(one: Case, section: number | null): boolean {
    return this.sees(one) && (section === null || this.hasGrant(one, section));
  }

  hasGrant(one: Case, section: number): boolean {
    return this.country.grants.some(
      (g) => g.case === one && g.section === section && g.during === "now" && this.is(g.holder),
    );
  }

  /** Who else sees it is decided by the owner's unit and its supervisors. */
  manages(one: Case): boolean {
    return !this.recused(one) && (this.is(one.owner) || this.supervises(one));
  }

  reads(leaf: Leaf): boolean {
    // A hand-over is for the unit that takes over and for its writer: a home's night note tells where a child sleeps.
    if (leaf.table === "hand_overs" && leaf.by !== this.me && leaf.by.unit !== this.me.unit) return false;
    return this.holds(leaf.case, leaf.section);
  }

  /** A report belongs to a desk; the second reader sees it until the word is given; the agency it complains of never does. */
  readsReport(report: Report): boolean {
    if (!this.serves || report.about === this.me.unit.agency || this.recused(report.case)) return false;
    return (
      this.is(report.desk) ||
      (this.me.roles.includes("supervisor") && this.me.unit.agency === report.desk.agency) ||
      this.country.readings.some((r) => r.report === report && r.reader === this.me && !r.done)
    );
  }

  /** A second person's word is asked of one worker, who still serves and is not recused, once and in time. */
  decides(approval: Approval): boolean {
    return this.serves && approval.second === this.me && approval.state === "waits" && !this.recused(approval.case);
  }

  /** The jurisdictions that I oversee: my body's own, or all where it is a national one. */
  oversees(one: { jurisdiction: { id: string } }): boolean {
    const { agency } = this.me.unit;
    if (!this.serves || !agency.isOversight || !this.me.roles.includes("overseer")) return false;
    return agency.jurisdiction.code === "XA" || agency.jurisdiction.id === one.jurisdiction.id;
  }

  /** Oversight sees its cases without names, less those it is recused from. */
  overseesCase(one: Case): boolean {
    return this.oversees(one) && !this.recused(one);
  }

  /** A home's name is a location: outside the section it is a care home, except to its own people. */
  mayName(agency: Country["agencies"][number], on: Case): boolean {
    return !agency.isHome || this.hasGrant(on, 2) || (this.serves && this.me.unit.agency === agency);
  }

  /** Colleagues everywhere are known by name, but for those of another's home. */
  knows(worker: Worker): boolean {
    if (worker === this.me) return true;
    return (
      worker.serves === "yes" &&
      (!worker.unit.agency.isHome || (this.serves && worker.unit.agency === this.me.unit.agency))
    );
  }
}
