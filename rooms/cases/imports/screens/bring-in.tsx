import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Checkbox } from "../../../../web/kit/choice.tsx";
import { request } from "../../../../web/kit/client.ts";
import { formatNumber } from "../../../../web/kit/languages/format.ts";
import { Notice } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../../web/kit/problem.ts";
import { SmallRefusal } from "../../../../web/kit/refusal.tsx";
import { Progress, Waiting } from "../../../../web/kit/waiting.tsx";
import type { ImportSummary, ImportView, RunView } from "../answers.ts";

interface BringInProps {
  readonly view: ImportView;
  readonly run: UseQueryResult<RunView>;
  readonly onLook: () => void;
  readonly onDone: () => void;
}

/** The last step. Says before that there is no undo; closing the tab loses nothing, and it goes on where it stopped. */
export function BringIn({ view, run, onLook, onDone }: BringInProps) {
  const { t, i18n } = useTranslation("cases/imports");
  const language = i18n.resolvedLanguage ?? "en";
  const [looked, setLooked] = useState(false);
  const [unread, setUnread] = useState(false);
  const [now, setNow] = useState<Pick<ImportSummary, "rowsStaged" | "rowsPlanned"> | "promoting" | null>(null);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  if (run.isError) return <SmallRefusal problem={problemOf(run.error)} onAgain={() => void run.refetch()} />;
  if (run.data === undefined) return <Waiting lines={4} />;
  const { counts, fileIssues } = run.data.run;
  const doubts = counts.doubtful + fileIssues.filter((issue) => issue.severity === "doubtful").length;
  const begun = view.state !== "open";
  const number = (n: number) => formatNumber(n, language);

  const go = async () => {
    setRefusal(null);
    const options = { ifMatch: view.revision };
    try {
      setNow({ rowsStaged: view.rowsStaged, rowsPlanned: begun ? view.rowsPlanned : counts.planned });
      for (let state: string = "staging"; state === "staging" && here.current; ) {
        const next = await request("POST", `/api/imports/${view.id}/staging`, { looked: true }, options);
        setNow(next);
        state = next.state;
      }
      if (!here.current) return;
      setNow("promoting");
      await request("POST", `/api/imports/${view.id}/promotion`, undefined, options);
      onDone();
    } catch (error) {
      setRefusal(problemOf(error));
      setNow(null);
    }
  };

  if (counts.wrong > 0)
    return (
      <Notice
        meaning="late"
        title={t("refusals.rows-wrong.title", { count: counts.wrong })}
        acts={<Button onClick={onLook}>{t("screen.mend-now")}</Button>}
      >
        {t("refusals.rows-wrong.next")}
      </Notice>
    );
  if (counts.planned === 0)
    return <Notice title={t("refusals.nothing-inside.title")}>{t("refusals.nothing-inside.next")}</Notice>;
  return (
    <Section title={t("screen.in-title", { count: counts.planned, cases: number(counts.planned) })}>
      {now === null ? (
        <>
          <p>{t("screen.no-undo")}</p>
          <p className="quiet">{t("screen.file-destroyed")}</p>
          {begun ? (
            <Notice title={t("screen.half-done", { done: number(view.rowsStaged), all: number(view.rowsPlanned) })} />
          ) : doubts > 0 ? (
            <Checkbox
              label={t("screen.looked", { count: doubts })}
              note={t("screen.looked-note")}
              checked={looked}
              onChange={setLooked}
            />
          ) : null}
          {unread && !looked ? (
            <Notice
              meaning="soon"
              title={t("screen.look-first", { count: doubts })}
              speak
              acts={<Button onClick={onLook}>{t("screen.look-now")}</Button>}
            />
          ) : null}
          <Acts>
            <Button kind="first" onClick={() => (begun || doubts === 0 || looked ? void go() : setUnread(true))}>
              {t(begun ? "screen.go-on" : "screen.bring-in", { count: counts.planned, cases: number(counts.planned) })}
            </Button>
          </Acts>
        </>
      ) : (
        <div role="status">
          {now === "promoting" ? (
            <p>{t("screen.promoting", { count: counts.planned, cases: number(counts.planned) })}</p>
          ) : (
            <Progress label={t("screen.staging")} done={now.rowsStaged} all={now.rowsPlanned} />
          )}
          <p className="quiet">{t("screen.may-close")}</p>
        </div>
      )}
      {refusal === null ? null : (
        <Notice meaning="late" title={refusal.title} speak>
          {refusal.next}
        </Notice>
      )}
    </Section>
  );
}
