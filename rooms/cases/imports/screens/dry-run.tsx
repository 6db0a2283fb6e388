import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { formatNumber } from "../../../../web/kit/languages/format.ts";
import { type Column, DataTable } from "../../../../web/kit/list/data-table.tsx";
import { type ListView, WHOLE } from "../../../../web/kit/list/view.ts";
import { Notice } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { problemOf } from "../../../../web/kit/problem.ts";
import { SmallRefusal } from "../../../../web/kit/refusal.tsx";
import { Empty, Facts } from "../../../../web/kit/rows.tsx";
import { Waiting } from "../../../../web/kit/waiting.tsx";
import type { ImportView, RunView } from "../answers.ts";
import type { Mend, RowIssue } from "../model.ts";
import { MendLine } from "./mend-line.tsx";

interface DryRunProps {
  readonly view: ImportView;
  readonly run: UseQueryResult<RunView>;
  readonly onMend: (mends: readonly Mend[]) => Promise<boolean>;
  readonly onNext: () => void;
}

/** What the file would become, and each row that is wrong or doubtful, to be mended here. */
export function DryRun({ view, run, onMend, onNext }: DryRunProps) {
  const { t, i18n } = useTranslation(["cases/imports", "cases/imports/facts"]);
  const language = i18n.resolvedLanguage ?? "en";
  const [line, setLine] = useState<number | null>(null);
  const [list, setList] = useState<ListView>(WHOLE);
  const issues = useMemo(() => (run.data?.run.issues ?? []).filter((issue) => issue.severity !== "note"), [run.data]);
  const columns = useMemo<readonly Column<RowIssue>[]>(
    () => [
      { key: "line", label: t("screen.line"), width: "5rem", value: (issue) => issue.line, sortable: true, end: true },
      {
        key: "severity",
        label: t("screen.how-bad"),
        width: "7rem",
        value: (issue) => issue.severity,
        words: (issue) => t(`severities.${issue.severity}`),
        cell: (issue) => t(`severities.${issue.severity}`),
        choices: (["wrong", "doubtful"] as const).map((value) => ({ value, label: t(`severities.${value}`) })),
      },
      { key: "column", label: t("screen.column"), width: "minmax(8rem, 1fr)", value: (issue) => issue.header ?? "" },
      {
        key: "what",
        label: t("screen.what"),
        width: "minmax(14rem, 3fr)",
        value: (issue) => t(`issues.${issue.code}.title`, issue.params),
        title: true,
      },
      {
        key: "mend",
        label: t("screen.mend"),
        width: "8rem",
        value: () => null,
        cell: (issue) => (
          <Button onClick={() => setLine(issue.line)}>
            {t("screen.mend")}
            <span className="unseen"> {t("places.line", { line: issue.line })}</span>
          </Button>
        ),
      },
    ],
    [t],
  );
  if (run.isError) return <SmallRefusal problem={problemOf(run.error)} onAgain={() => void run.refetch()} />;
  if (run.data === undefined) return <Waiting lines={6} />;
  const { counts, cases, people, events, issueCounts } = run.data.run;
  const mends = view.work?.mends ?? [];
  const all = Object.values(issueCounts).reduce((sum, n) => sum + n, 0);
  const facts = (of: Record<string, number>, group: string) =>
    Object.entries(of)
      .filter(([, n]) => n > 0)
      .map(([code, n]) => ({ name: t(`${group}.${code}`), value: formatNumber(n, language) }));
  const lines = [...new Set(issues.map((issue) => issue.line))];
  const save = async (fresh: readonly Mend[]) => {
    const done = await onMend([...mends.filter((mend) => !replaces(fresh, mend)), ...fresh]);
    if (!done) return;
    const at = line === null ? -1 : lines.indexOf(line);
    setLine(lines[at + 1] ?? null);
  };
  return (
    <>
      <Section
        title={t("screen.becomes")}
        note={t("screen.rows", { count: counts.rows, rows: formatNumber(counts.rows, language) })}
      >
        <Facts facts={[...facts(cases, "standings"), ...facts(people, "counted"), ...facts(events, "events")]} />
        {run.data.notHeld.length > 0 ? (
          <Notice
            meaning="soon"
            title={t("screen.not-held", { sections: run.data.notHeld.map((one) => t(`sections.${one}`)).join(", ") })}
          >
            {t("screen.not-held-note")}
          </Notice>
        ) : null}
      </Section>
      <Section
        title={
          counts.wrong > 0
            ? t("screen.wrong-title", { count: counts.wrong })
            : counts.doubtful > 0
              ? t("screen.doubtful-title", { count: counts.doubtful })
              : t("screen.fine-title")
        }
        note={counts.wrong + counts.doubtful > 0 ? t("screen.wrong-note") : null}
      >
        {line === null ? null : (
          <MendLine
            key={`${line}/${view.revision}`}
            view={view}
            line={line}
            onSave={save}
            onClose={() => setLine(null)}
          />
        )}
        <DataTable
          label={t("screen.wrong-list")}
          rows={issues}
          columns={columns}
          rowKey={(issue) => `${issue.line}/${issue.column ?? ""}/${issue.code}`}
          view={list}
          onView={setList}
          empty={<Empty title={t("screen.no-issues")}>{t("screen.no-issues-next")}</Empty>}
        />
        {all > issues.length && issues.length >= 2_000 ? <p className="quiet">{t("screen.more-issues")}</p> : null}
      </Section>
      {counts.wrong > 0 || counts.planned === 0 ? (
        <p>{t(counts.wrong > 0 ? "refusals.rows-wrong.next" : "refusals.nothing-inside.title")}</p>
      ) : (
        <Acts>
          <Button kind="first" onClick={onNext}>
            {t("screen.to-in")}
          </Button>
        </Acts>
      )}
    </>
  );
}

/** A new correction of a cell, or of a whole row, takes the place of the older one. */
function replaces(fresh: readonly Mend[], older: Mend): boolean {
  return fresh.some(
    (mend) =>
      mend.line === older.line &&
      (mend.do === older.do || mend.do === "leave-out" || older.do === "leave-out") &&
      (mend.do !== "replace" || older.do !== "replace" || mend.column === older.column),
  );
}
