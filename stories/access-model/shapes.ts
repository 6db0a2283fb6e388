/**
 * The questions that the rooms ask, each thrown at random, with what the rules say must come back. An answer is a list of plain strings, so
 * that the database's and the model's can be laid beside each other.
 */
import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/transaction.ts";
import * as cases from "../../rooms/cases/store.ts";
import { deskShapes } from "./desk-shapes.ts";
import type { Dice } from "./dice.ts";
import type { Loaded } from "./load.ts";
import type { Eyes } from "./rules.ts";
import { column, ids, type Shape } from "./shape.ts";
import { type Case, type Country, caseTables, districts, type Holder, situations, someBlind } from "./world.ts";

const newest = (list: readonly Case[]): Case[] => [...list].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
/** A case to ask for: as often one that these eyes see as one that they do not, and sometimes one that nobody has. */
function someCase(d: Dice, country: Country, eyes: Eyes): Case {
  const wanted = d.chance(0.5);
  const fitting = country.cases.filter((one) => eyes.sees(one) === wanted);
  return d.one(fitting.length > 0 ? fitting : country.cases);
}

function ofCase(
  all: (one: Case, country: Country) => string[],
  ask: (tx: Tx, id: string) => Promise<string[]>,
  rule: (eyes: Eyes, one: Case, loaded: Loaded) => string[],
  choose = someCase,
): Shape["throw"] {
  return (d, loaded, eyes) => {
    const one = choose(d, loaded.country, eyes);
    return {
      ask: (tx) => ask(tx, one.id),
      rule: (who) => rule(who, one, loaded),
      all: all(one, loaded.country),
    };
  };
}

const onCase = (one: Case, country: Country): string[] => ids(country.leaves.filter((leaf) => leaf.case === one));

const sealedOn = (one: Case, country: Country) =>
  country.leaves.filter((l) => l.case === one && (l.table === "people" || l.table === "places"));

const caseShapes: Readonly<Record<string, Shape>> = {
  inbox: {
    login: "app",
    throw: (_d, { country }) => ({
      ask: (tx) => column(cases.myCases(tx, any({ open: true })), "id"),
      rule: (eyes) => ids(newest(country.cases.filter((c) => c.open && eyes.isMember(c) && !eyes.recused(c)))),
      all: ids(country.cases.filter((c) => c.open)),
    }),
  },
  "filtered list": {
    login: "app",
    throw(d, { country }) {
      const { wish, fits } = someFilter(d, country);
      return {
        ask: (tx) => column(cases.myCases(tx, wish), "id"),
        rule: (eyes) => ids(newest(fits.filter((c) => eyes.isMember(c) && !eyes.recused(c)))),
        all: ids(fits),
      };
    },
  },
  "an agency's list": {
    login: "app",
    throw(d, { country }) {
      const { wish, fits } = d.chance(0.5) ? { wish: any({}), fits: country.cases } : someFilter(d, country);
      return {
        ask: (tx) => column(cases.agencyCases(tx, wish, "newest"), "id"),
        rule: (eyes) => ids(newest(fits.filter((c) => eyes.supervises(c) && !eyes.recused(c)))),
        all: ids(fits),
      };
    },
  },
  board: {
    login: "app",
    throw: (_d, { country }) => {
      const counted = (list: readonly Case[]): string[] => {
        const counts = new Map<string, number>();
        for (const c of list) counts.set(`${c.open} ${c.risk ?? 5}`, (counts.get(`${c.open} ${c.risk ?? 5}`) ?? 0) + 1);
        return [...counts].map(([key, n]) => `${key} × ${n}`);
      };
      return {
        async ask(tx) {
          const rows = await tx.rows<{ is_open: boolean; risk: number; n: string }>(
            sql`select is_open, risk, n from cases.my_board()`,
          );
          return rows.filter((r) => Number(r.n) !== 0).map((r) => `${r.is_open} ${r.risk} × ${r.n}`);
        },
        rule: (eyes) => counted(country.cases.filter((c) => eyes.supervises(c) && !eyes.recused(c))),
        all: [...counted(country.cases), "counted"],
      };
    },
  },
  "open one case": {
    login: "app",
    throw: ofCase(
      (one) => [one.ref],
      async (tx, id) => {
        const found = await cases.oneCase(tx, id);
        return found === null ? [] : [found.manages ? `${found.ref}, manages` : found.ref];
      },
      (eyes, one) => (eyes.sees(one) ? [eyes.manages(one) ? `${one.ref}, manages` : one.ref] : []),
    ),
  },
  "the case page": {
    login: "app",
    throw: ofCase(
      (one, country) => ["tracks", ...onCase(one, country)],
      async (tx, id) => {
        const parts = cases.parts(tx, id);
        const [tracks, people, timeline, notes] = await Promise.all([
          parts.tracks,
          parts.people,
          parts.timeline,
          parts.notes,
        ]);
        await Promise.all(Object.values(parts));
        return [
          ...(tracks.length > 0 ? ["tracks"] : []),
          ...ids(people),
          ...timeline.map((e) => (e.held ? e.id : `${e.id} a headline`)),
          ...ids(notes),
        ];
      },
      (eyes, one) => {
        if (!eyes.sees(one)) return [];
        const of = (table: string) => eyes.country.leaves.filter((leaf) => leaf.case === one && leaf.table === table);
        return [
          "tracks",
          ...ids(of("people").filter((leaf) => eyes.reads(leaf))),
          ...of("events").map((leaf) => (eyes.reads(leaf) ? leaf.id : `${leaf.id} a headline`)),
          ...ids(of("notes").filter((leaf) => eyes.reads(leaf))),
        ];
      },
    ),
  },
  "rows by section": {
    login: "app",
    throw(d, { country }, eyes) {
      const table = d.one(caseTables);
      const some = [someCase(d, country, eyes), someCase(d, country, eyes), d.one(country.cases)];
      const fits = country.leaves.filter((leaf) => leaf.table === table && some.includes(leaf.case));
      return {
        ask: (tx) =>
          column(
            tx.rows<{ id: string }>(
              sql`select id from ${sql.table(`cases.${table}`)} where case_id = any(${ids(some)}::uuid[])`,
            ),
            "id",
          ),
        rule: (who) => ids(fits.filter((leaf) => who.reads(leaf))),
        all: ids(fits),
      };
    },
  },
  "whole tables": {
    login: "app",
    throw(d, { country }) {
      const table = d.one(["cases", ...caseTables] as const);
      const all = table === "cases" ? ids(country.cases) : ids(country.leaves.filter((leaf) => leaf.table === table));
      return {
        ask: (tx) => column(tx.rows<{ id: string }>(sql`select id from ${sql.table(`cases.${table}`)}`), "id"),
        rule: (who) =>
          table === "cases"
            ? ids(country.cases.filter((c) => who.sees(c)))
            : ids(country.leaves.filter((leaf) => leaf.table === table && who.reads(leaf))),
        all,
      };
    },
  },
  "who can see": {
    login: "app",
    throw: ofCase(
      (one, country) => ids(country.memberships.filter((m) => m.case === one).map((m) => m.holder)),
      async (tx, id) => {
        const rows = await tx.rows<cases.MemberRow>(sql`select * from access.who_can_see(${id}::uuid)`);
        return rows.map(
          (r) => `${r.member} ${r.agency_id === null && r.is_home ? "a care home" : r.agency_id} ${r.sections.join()}`,
        );
      },
      (eyes, one, loaded) => {
        if (!eyes.sees(one)) return [];
        const here = <T extends { case: Case; holder: Holder }>(m: T) => m.case === one;
        return eyes.country.memberships
          .filter((m) => here(m) && m.during !== "over")
          .map((m) => {
            const serving = m.holder.is !== "worker" || m.holder.serves === "yes";
            const agency = m.holder.is === "task-force" || !serving ? null : agencyOf(m.holder);
            const name = agency === null ? "null" : eyes.mayName(agency, one) ? agency.id : "a care home";
            const sections = eyes.country.grants
              .filter((g) => here(g) && g.holder === m.holder && g.during !== "over")
              .map((g) => g.section)
              .filter((s) => s !== 2 || eyes.hasGrant(one, 2));
            return `${loaded.principal(m.holder)} ${name} ${[...new Set(sections)].sort().join()}`;
          });
      },
    ),
  },
  "who looked": {
    login: "app",
    throw: ofCase(
      (one, country) => country.looks.filter((l) => l.case === one).map((l) => l.worker.id),
      async (tx, id) => {
        const rows = await tx.rows<cases.LookRow>(sql`select * from cases.who_looked(${id}::uuid, 500)`);
        return rows.map((r) => `${r.verb} ${r.worker?.en ?? "of a care home"}`);
      },
      (eyes, one) =>
        eyes.sees(one)
          ? eyes.country.looks
              .filter((l) => l.case === one && l.outcome === "done" && l.verb !== "closing-asked")
              .filter((l) => !l.worker.unit.agency.isOversight)
              .map((l) => `${l.verb} ${eyes.mayName(l.worker.unit.agency, one) ? l.worker.id : "of a care home"}`)
          : [],
    ),
  },
  "identities known on a case": {
    login: "app",
    throw: ofCase(
      (one, country) => ids(sealedOn(one, country)),
      (tx, id) =>
        column(tx.rows<{ id: string }>(sql`select id from identities.person where case_id = ${id}::uuid`), "id"),
      // That a child has a sealed name, every member knows; that a place or a suspect is known at all, who holds the section.
      (eyes, one) => ids(sealedOn(one, eyes.country).filter((l) => eyes.reads(l))),
    ),
  },
  "search by exact key": {
    login: "vault",
    throw(d, { country }) {
      const [kind, blind] = [1 + d.below(2), someBlind(d)];
      const fits = country.keys.filter((k) => k.kind === kind && k.blind === blind);
      return {
        ask: (tx) =>
          column(
            tx.rows<{ person_id: string }>(
              sql`select * from identities.find_exact(${kind}::smallint, ${Buffer.from(blind, "hex")}, null)`,
            ),
            "person_id",
          ),
        rule: (eyes) => [
          ...new Set(
            ids(
              fits
                .filter((k) => eyes.serves && k.agency === eyes.me.unit.agency && eyes.sees(k.person.case))
                .map((k) => k.person),
            ),
          ),
        ],
        all: [...new Set(ids(fits.map((k) => k.person)))],
      };
    },
  },
  "sections of the narrative": {
    login: "vault",
    throw: ofCase(
      () => ["a section"],
      async (tx, id) => {
        const { found } = await tx.one<{ found: number[] }>(
          sql`select identities.narrative_sections(${id}::uuid) as found`,
        );
        return found.map(String);
      },
      (eyes, one) => {
        const viewed = eyes.country.looks.some(
          (l) => l.case === one && l.worker === eyes.me && l.verb === "case-viewed" && l.outcome === "done",
        );
        if (!eyes.sees(one) || !viewed) return [];
        return [0, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].filter((s) => eyes.hasGrant(one, s))].map(String);
      },
      // Mostly what one looked at: the narrative opens against that entry alone.
      (d, country, eyes) => {
        const looked = country.looks.filter((l) => l.worker === eyes.me && l.verb === "case-viewed").map((l) => l.case);
        return looked.length > 0 && d.chance(0.8) ? d.one(looked) : someCase(d, country, eyes);
      },
    ),
  },
};

/** All of them, by the name under which a failure is told. */
export const shapes: Readonly<Record<string, Shape>> = { ...caseShapes, ...deskShapes };

/** A filter as the list's head sends it, and the cases that fit it. */
function someFilter(d: Dice, country: Country): { wish: cases.ListWish; fits: Case[] } {
  const open = d.one([true, false, null] as const);
  const situation = d.chance(0.4) ? d.one(situations) : null;
  const district = d.chance(0.3) ? d.one(districts) : null;
  const risk = d.chance(0.2) ? d.below(5) : null;
  const ref = d.chance(0.15) ? d.one(country.cases).ref.slice(0, 5 + d.below(3)) : null;
  const fits = country.cases.filter(
    (c) =>
      (open === null || c.open === open) &&
      (situation === null || c.situation === situation) &&
      (district === null || c.district === district) &&
      (risk === null || c.risk === risk) &&
      (ref === null || c.ref.startsWith(ref)),
  );
  return { wish: any({ open, situation, district, risk, ref }), fits };
}

/** Shapes whose order is part of the answer. */
export const ordered: ReadonlySet<string> = new Set([
  "inbox",
  "filtered list",
  "an agency's list",
  "reports at a desk",
]);

function any(wish: Partial<cases.ListWish>): cases.ListWish {
  return { open: null, situation: null, district: null, risk: null, ref: null, after: null, atMost: 50, ...wish };
}

function agencyOf(holder: Exclude<Holder, { is: "task-force" }>) {
  return holder.is === "unit" ? holder.agency : holder.unit.agency;
}
