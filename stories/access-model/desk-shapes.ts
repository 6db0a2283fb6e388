/** Questions beside a case: a desk's reports, a second person's approvals, colleagues, and what an overseer asks. */
import { sql } from "kysely";
import * as reports from "../../rooms/reports/store.ts";
import { column, ids, type Shape } from "./shape.ts";
import { districts } from "./world.ts";

export const deskShapes: Readonly<Record<string, Shape>> = {
  "approvals that wait": {
    login: "app",
    throw: (_d, { country }) => ({
      ask: (tx) => column(tx.rows<{ id: string }>(sql`select id from access.my_approvals()`), "id"),
      rule: (eyes) => ids(country.approvals.filter((a) => eyes.decides(a))),
      all: ids(country.approvals),
    }),
  },
  "the case of an approval": {
    login: "app",
    throw(d, { country }, eyes) {
      const mine = country.approvals.filter((a) => a.second === eyes.me);
      const one = d.one(mine.length > 0 && d.chance(0.7) ? mine : country.approvals);
      return {
        ask: (tx) => column(tx.rows<{ ref: string }>(sql`select ref from cases.for_second(${one.id}::uuid)`), "ref"),
        rule: (who) => (who.decides(one) ? [one.case.ref] : []),
        all: [one.case.ref],
      };
    },
  },
  "reports at a desk": {
    login: "app",
    throw(d, { country }) {
      const which = d.one(["open", "all"] as const);
      const sort = d.one(["danger", "newest", "oldest"] as const);
      const district = d.chance(0.3) ? d.one(districts) : null;
      const fits = country.reports.filter(
        (r) =>
          (district === null || r.district === district) &&
          (which === "all" || ((r.status === 1 || r.status === 2) && !r.draft)),
      );
      return {
        ask: (tx) =>
          column(
            reports.listed(tx, { which, dangers: [0, 1, 2], district, channel: null, sort, after: null, atMost: 50 }),
            "id",
          ),
        rule: (eyes) => {
          const shown = fits.filter((r) => eyes.is(r.desk) && eyes.readsReport(r));
          const byTime = (a: { receivedAt: string }, b: { receivedAt: string }) =>
            a.receivedAt < b.receivedAt === (sort !== "oldest") ? 1 : -1;
          // Now, not sure, no: what nobody is sure of comes before what is said to be none.
          const rank = (r: { danger: number }) => (sort === "danger" ? ([0, 2, 1][r.danger] ?? 0) : 0);
          return ids(shown.sort((a, b) => rank(a) - rank(b) || byTime(a, b)));
        },
        all: ids(fits),
      };
    },
  },
  "one report": {
    login: "app",
    throw(d, { country }, eyes) {
      const wanted = d.chance(0.5);
      const fitting = country.reports.filter((r) => eyes.readsReport(r) === wanted);
      const one = d.one(fitting.length > 0 ? fitting : country.reports);
      return {
        async ask(tx) {
          const found = await reports.one(tx, one.id);
          const parts = reports.parts(tx, one.id);
          const [messages, files, history] = await Promise.all([parts.messages, parts.attachments, parts.history]);
          await Promise.all(Object.values(parts));
          return [
            ...(found ? [found.id] : []),
            ...messages.map((m) => `message ${m.id}`),
            ...files.map((f) => `file ${f.file_id}`),
            ...history.map((h) => h.act),
          ];
        },
        rule: (who) =>
          who.readsReport(one) ? [one.id, `message ${one.messageId}`, `file ${one.fileId}`, "received"] : [],
        all: [one.id, `message ${one.messageId}`, `file ${one.fileId}`, "received"],
      };
    },
  },
  "unread reports, counted": {
    login: "app",
    throw: (_d, { country }) => {
      const open = country.reports.filter((r) => r.status === 1 || r.status === 2);
      return {
        async ask(tx) {
          const { unread, drafts } = await reports.unfiled(tx);
          return [`${unread} unread`, `${drafts} drafts`];
        },
        rule(eyes) {
          const mine = open.filter((r) => eyes.is(r.desk) && eyes.readsReport(r));
          return [
            `${mine.filter((r) => !r.read && !r.draft).length} unread`,
            `${mine.filter((r) => r.draft).length} drafts`,
          ];
        },
        all: [...ids(open), "counted"],
      };
    },
  },
  "second readings": {
    login: "app",
    throw: (_d, { country }) => ({
      ask: (tx) => column(tx.rows<{ id: string }>(sql`select id from reports.second_reads`), "id"),
      rule: (eyes) => ids(country.readings.filter((r) => r.reader === eyes.me && eyes.readsReport(r.report))),
      all: ids(country.readings),
    }),
  },
  colleagues: {
    login: "app",
    throw: (_d, { country }) => ({
      ask: (tx) => column(tx.rows<{ id: string }>(sql`select id from agencies.worker`), "id"),
      rule: (eyes) => ids(country.workers.filter((w) => eyes.knows(w))),
      all: ids(country.workers),
    }),
  },
  "oversight: cases": {
    login: "oversight",
    throw: (_d, { country }) => ({
      ask: (tx) =>
        column(tx.rows<{ oversight_ref: string }>(sql`select oversight_ref from oversight.cases`), "oversight_ref"),
      rule: (eyes) => country.cases.filter((c) => eyes.overseesCase(c)).map((c) => c.oversightRef),
      all: ids(country.cases),
    }),
  },
  "oversight: openings": {
    login: "oversight",
    throw: (_d, { country }) => {
      const openings = country.looks.filter((l) => l.verb === "identity-opened");
      return {
        async ask(tx) {
          const rows = await tx.rows<{ entry_id: string; agency: { en: string } | null }>(
            sql`select entry_id, agency from oversight.openings`,
          );
          return rows.map((r) => `${r.entry_id} ${r.agency?.en ?? "a care home"}`);
        },
        rule: (eyes) =>
          openings
            .filter((l) => eyes.overseesCase(l.case))
            .map((l) => `${l.id} ${l.worker.unit.agency.isHome ? "a care home" : l.worker.unit.agency.id}`),
        all: ids(openings),
      };
    },
  },
  "oversight: refusals": {
    login: "oversight",
    throw: (_d, { country }) => {
      const refused = country.looks.filter((l) => l.outcome === "not-visible");
      return {
        ask: (tx) => column(tx.rows<{ entry_id: string }>(sql`select entry_id from oversight.refusals`), "entry_id"),
        rule: (eyes) => ids(refused.filter((l) => eyes.oversees(l.worker.unit.agency) && !eyes.recused(l.case))),
        all: ids(refused),
      };
    },
  },
};
