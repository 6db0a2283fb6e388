/**
 * Changes thrown at random: what cannot be seen cannot be changed, nor can anybody write in a colleague's name or hand on what they do not
 * hold. Each is tried and rolled back, so that the country stays as the model knows it.
 */
import { sql } from "kysely";
import { DatabaseRefusal, type Tx } from "../../platform/postgres/transaction.ts";
import type { Dice } from "./dice.ts";
import type { Loaded } from "./load.ts";
import type { Eyes } from "./rules.ts";
import type { Case, Worker } from "./world.ts";

export interface Change {
  /** True when something was changed; a refusal may also be thrown. */
  attempt(tx: Tx): Promise<boolean>;
  allowed(eyes: Eyes): boolean;
}

type Throw = (d: Dice, loaded: Loaded, eyes: Eyes) => Change;

/** As often a case that these eyes may write to as one that they may not. */
function someCase(d: Dice, { country }: Loaded, may: (one: Case) => boolean): Case {
  const wanted = d.chance(0.5);
  const fitting = country.cases.filter((one) => may(one) === wanted);
  return d.one(fitting.length > 0 ? fitting : country.cases);
}
const any = (rows: unknown[]): boolean => rows.length > 0;
const sealed = Buffer.from([0]);

/** Mostly oneself; sometimes a colleague, in whose name nobody may write. */
const inTheNameOf = (d: Dice, { country }: Loaded, me: Worker): Worker => (d.chance(0.8) ? me : d.one(country.workers));

export const changes: Readonly<Record<string, Throw>> = {
  "change a case": (d, loaded, eyes) => {
    const one = someCase(d, loaded, (c) => eyes.sees(c));
    return {
      attempt: async (tx) =>
        any(await tx.rows(sql`update cases.cases set situation = 'begging' where id = ${one.id}::uuid returning id`)),
      allowed: (who) => who.sees(one),
    };
  },
  // Without reading a row first: only the policy for changes stands in between. The table's check tells whether a row was reached.
  "change whatever there is, unread": () => ({
    attempt: (tx) =>
      tx.rows(sql`update cases.cases set subject_sex = 9`).then(
        () => false,
        (error: unknown) => {
          if (typeof error === "object" && error !== null && "code" in error && error.code === "23514") return true;
          throw error;
        },
      ),
    allowed: (who) => who.country.cases.some((one) => who.sees(one)),
  }),
  // Also into a section that the writer cannot read: a constable writes down what she said, for the committee.
  "write a note": (d, loaded, eyes) => {
    const one = someCase(d, loaded, (c) => eyes.sees(c));
    const name = inTheNameOf(d, loaded, eyes.me);
    const section = d.chance(0.5) ? null : 1 + d.below(9);
    return {
      attempt: async (tx) => {
        await tx.rows(sql`insert into cases.notes (case_id, jurisdiction_id, section, written_by, written_agency, sealed)
          values (${one.id}::uuid, ${one.jurisdiction.id}::uuid, ${section}::smallint, ${name.id}::uuid, ${name.unit.agency.id}::uuid, ${sealed})`);
        return true;
      },
      allowed: (who) => who.sees(one) && name === who.me,
    };
  },
  "write an event": (d, loaded, eyes) => {
    const one = someCase(d, loaded, (c) => eyes.sees(c));
    const name = inTheNameOf(d, loaded, eyes.me);
    return {
      attempt: async (tx) => {
        await tx.rows(sql`insert into cases.events (case_id, jurisdiction_id, kind, recorded_by, recorded_agency)
          values (${one.id}::uuid, ${one.jurisdiction.id}::uuid, 'child-reached', ${name.id}::uuid, ${name.unit.agency.id}::uuid)`);
        return true;
      },
      allowed: (who) => who.sees(one) && name === who.me,
    };
  },
  "change a person": (d, loaded, eyes) => {
    const people = loaded.country.leaves.filter((l) => l.table === "people");
    const readable = people.filter((l) => eyes.reads(l));
    const leaf = d.one(readable.length > 0 && d.chance(0.5) ? readable : people);
    return {
      attempt: async (tx) =>
        any(await tx.rows(sql`update cases.people set relation = 'self' where id = ${leaf.id}::uuid returning id`)),
      allowed: (who) => who.reads(leaf),
    };
  },
  "end a place": (d, loaded, eyes) => {
    const places = loaded.country.leaves.filter((l) => l.table === "places");
    const readable = places.filter((l) => eyes.reads(l));
    const leaf = d.one(readable.length > 0 && d.chance(0.5) ? readable : places);
    return {
      attempt: async (tx) =>
        any(await tx.rows(sql`update cases.places set until = now() where id = ${leaf.id}::uuid returning id`)),
      allowed: (who) => who.reads(leaf),
    };
  },
  "let somebody onto a case": (d, loaded, eyes) => {
    const one = someCase(d, loaded, (c) => eyes.manages(c));
    const to = d.one(loaded.country.units);
    const section = 1 + d.below(9);
    return {
      attempt: async (tx) => {
        await tx.rows(sql`select access.grant_member(${one.id}::uuid, 2::smallint, ${to.id}::uuid, 1::smallint, now() + interval '30 days',
          array[${section}]::smallint[], 'proof')`);
        return true;
      },
      // Where she sleeps, what she stated, her own words: handed on by who holds them only (no kind of agency is given any here).
      allowed: (who) => who.manages(one) && (![2, 6, 9].includes(section) || who.hasGrant(one, section)),
    };
  },
  "end a membership": (d, loaded, eyes) => {
    const lasting = loaded.country.memberships.filter((m) => m.during === "now");
    const manageable = lasting.filter((m) => eyes.manages(m.case));
    const one = d.one(manageable.length > 0 && d.chance(0.5) ? manageable : lasting);
    return {
      attempt: async (tx) => {
        await tx.rows(
          sql`select access.set_member_end(${one.case.id}::uuid, ${loaded.principal(one.holder)}, now(), 'proof')`,
        );
        return true;
      },
      allowed: (who) => who.manages(one.case) && one.holder !== one.case.owner,
    };
  },
  "give a section": (d, loaded, eyes) => {
    const lasting = loaded.country.memberships.filter((m) => m.during === "now");
    const manageable = lasting.filter((m) => eyes.manages(m.case));
    const one = d.one(manageable.length > 0 && d.chance(0.6) ? manageable : lasting);
    const section = 1 + d.below(9);
    return {
      attempt: async (tx) => {
        await tx.rows(
          sql`select access.set_section(${one.case.id}::uuid, ${loaded.principal(one.holder)}, ${section}::smallint, now() + interval '1 hour', 'proof')`,
        );
        return true;
      },
      allowed: (who) => who.manages(one.case) && (![2, 6, 9].includes(section) || who.hasGrant(one.case, section)),
    };
  },
  "recuse somebody": (d, loaded, eyes) => {
    const one = someCase(d, loaded, (c) => eyes.sees(c));
    const whom = d.chance(0.6) ? eyes.me : d.one(loaded.country.workers);
    return {
      attempt: async (tx) => {
        await tx.rows(sql`select access.recuse(${whom.id}::uuid, ${one.id}::uuid, 'declared')`);
        return true;
      },
      // Oneself from what one sees; another only as an overseer of an oversight body.
      allowed: (who) =>
        whom === who.me
          ? who.sees(one)
          : who.serves && who.me.roles.includes("overseer") && who.me.unit.agency.isOversight,
    };
  },
  "seal an identity anew": (d, loaded, eyes) => {
    const people = loaded.country.leaves.filter((l) => l.table === "people" || l.table === "places");
    const held = (l: (typeof people)[number], who: Eyes) => who.sees(l.case) && who.hasGrant(l.case, l.section ?? 1);
    const open = people.filter((l) => held(l, eyes));
    const leaf = d.one(open.length > 0 && d.chance(0.5) ? open : people);
    return {
      attempt: async (tx) => {
        await tx.rows(
          sql`select identities.store(${leaf.id}::uuid, ${leaf.case.id}::uuid, ${leaf.section ?? 1}::smallint, 1, 1, ${sealed}, null)`,
        );
        return true;
      },
      allowed: (who) => held(leaf, who),
    };
  },
  "ask for a closing": (d, loaded, eyes) => {
    const one = someCase(d, loaded, (c) => eyes.manages(c));
    return {
      attempt: async (tx) => {
        await tx.rows(sql`select cases.ask_closing(${one.id}::uuid, 1::smallint, 'safe', ${sealed})`);
        return true;
      },
      // Every case of these countries has tasks that are open: the manager is told so, and nobody else learns even that.
      allowed: () => false,
    };
  },
  "claim a report": (d, loaded, eyes) => {
    const { reports } = loaded.country;
    const seen = reports.filter((r) => eyes.readsReport(r));
    const one = d.one(seen.length > 0 && d.chance(0.5) ? seen : reports);
    return {
      attempt: async (tx) =>
        any(
          await tx.rows(
            sql`update reports.reports set claimed_by = access.actor() where id = ${one.id}::uuid returning id`,
          ),
        ),
      // Its desk and the desk's supervisors; who reads it a second time may not change it.
      allowed: (who) =>
        who.readsReport(one) &&
        (who.is(one.desk) || (who.me.roles.includes("supervisor") && who.me.unit.agency === one.desk.agency)),
    };
  },
  "answer a reporter": (d, loaded, eyes) => {
    const { reports } = loaded.country;
    const seen = reports.filter((r) => eyes.readsReport(r));
    const one = d.one(seen.length > 0 && d.chance(0.5) ? seen : reports);
    const name = inTheNameOf(d, loaded, eyes.me);
    return {
      attempt: async (tx) => {
        await tx.rows(sql`insert into reports.messages (report_id, jurisdiction_id, from_us, sent_by, sealed)
          values (${one.id}::uuid, ${one.desk.agency.jurisdiction.id}::uuid, true, ${name.id}::uuid, ${sealed})`);
        return true;
      },
      allowed: (who) => who.readsReport(one) && name === who.me,
    };
  },
  "take a sealed record, a grant or a session directly": (d, loaded) => {
    const statement = d.one([
      sql`select * from identities.record`,
      sql`select * from access.membership`,
      sql`update access.recusal set ended_at = now()`,
      sql`insert into access.section_grant select * from access.section_grant`,
      sql`select token_hash from sessions.session`,
      sql`update cases.tracks set closed_at = now(), outcome = 'safe'`,
      sql`update cases.cases set is_open = false where id = ${d.one(loaded.country.cases).id}::uuid`,
      sql`delete from cases.notes`,
      sql`delete from reports.reports`,
      sql`select * from log.detail`,
    ]);
    return {
      attempt: async (tx) => {
        await tx.rows(statement);
        return true;
      },
      allowed: () => false,
    };
  },
};

/** Why a change may not be: the database's own refusals, and no other error. */
export function isRefused(error: unknown): boolean {
  if (error instanceof DatabaseRefusal) return ["HW401", "HW404", "HW422"].includes(error.sqlstate);
  return typeof error === "object" && error !== null && "code" in error && error.code === "42501"; // row security, or no right at all
}
