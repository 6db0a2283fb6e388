import "./imports.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button, Link } from "../../../../web/kit/button.tsx";
import { request } from "../../../../web/kit/client.ts";
import { Dialog } from "../../../../web/kit/dialog.tsx";
import { formatNumber } from "../../../../web/kit/languages/format.ts";
import { Notice } from "../../../../web/kit/notice.tsx";
import { Page } from "../../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../../web/kit/problem.ts";
import { Refusal } from "../../../../web/kit/refusal.tsx";
import { Tabs } from "../../../../web/kit/tabs.tsx";
import { Waiting } from "../../../../web/kit/waiting.tsx";
import type { ImportView, RunView } from "../answers.ts";
import { BringIn } from "./bring-in.tsx";
import { Columns } from "./columns.tsx";
import { DryRun } from "./dry-run.tsx";

type Step = "columns" | "look" | "in";

/** One file on its way in: what its columns are, what it would become, and bringing it in. Closing the tab loses nothing. */
export default function ImportWork() {
  const { importId = "" } = useParams({ strict: false }) as { importId?: string };
  const { t, i18n } = useTranslation(["cases/imports", "cases/imports/facts"]);
  const language = i18n.resolvedLanguage ?? "en";
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const [dropping, setDropping] = useState(false);
  const [trouble, setTrouble] = useState<Problem | null>(null);
  const key = ["imports", importId];
  const found = useQuery({
    queryKey: key,
    queryFn: () => request<ImportView>("GET", `/api/imports/${importId}`),
    retry: false,
  });
  const view = found.data;
  const working = view !== undefined && view.state !== "in";
  const run = useQuery({
    queryKey: [...key, "run", view?.revision],
    queryFn: () => request<RunView>("GET", `/api/imports/${importId}/dry-run`),
    enabled: working,
    retry: false,
  });

  if (found.isError)
    return (
      <Refusal problem={problemOf(found.error)} onAgain={() => void found.refetch()} onBack={() => history.back()} />
    );
  if (view === undefined)
    return (
      <div className="page">
        <Waiting lines={6} />
      </div>
    );
  const crumbs = [
    { label: t("screen.cases"), to: "/cases" },
    { label: t("screen.title"), to: "/cases/import" },
  ];
  if (view.state === "in" || view.work === null)
    return (
      <Page
        title={t("screen.done", { cases: formatNumber(view.rowsIn ?? 0, language), count: view.rowsIn ?? 0 })}
        crumbs={crumbs}
      >
        <p>{t("screen.done-note")}</p>
        <Acts>
          <Link to="/cases" asButton kind="first">
            {t("screen.to-cases")}
          </Link>
          <Link to="/cases/import" asButton>
            {t("screen.another")}
          </Link>
        </Acts>
      </Page>
    );

  const change = async (part: "mapping" | "mends", body: unknown) => {
    setTrouble(null);
    try {
      const next = await request<ImportView>("PUT", `/api/imports/${importId}/${part}`, body, {
        ifMatch: view.revision,
      });
      queries.setQueryData(key, next);
      return true;
    } catch (error) {
      setTrouble(problemOf(error));
      void found.refetch();
      return false;
    }
  };
  const drop = async () => {
    await request("DELETE", `/api/imports/${importId}`);
    await queries.invalidateQueries({ queryKey: ["imports"] });
    await navigate({ to: "/cases/import" });
  };
  const here: Step = step ?? (view.state === "open" ? "columns" : "in");
  const wrong = run.data?.run.counts.wrong ?? 0;
  return (
    <Page
      title={view.work.name}
      lead={t(`layouts.${view.layout}`)}
      crumbs={crumbs}
      acts={<Button onClick={() => setDropping(true)}>{t("screen.drop")}</Button>}
    >
      {trouble === null ? null : (
        <Notice meaning="late" title={trouble.title} speak>
          {trouble.next}
        </Notice>
      )}
      <Tabs<Step>
        label={t("screen.steps")}
        value={here}
        onChange={setStep}
        tabs={[
          {
            value: "columns",
            label: t("screen.step.columns"),
            content: () => (
              <Columns view={view} onChange={(body) => change("mapping", body)} onNext={() => setStep("look")} />
            ),
          },
          {
            value: "look",
            label: wrong > 0 ? t("screen.step.look-wrong", { count: wrong }) : t("screen.step.look"),
            content: () => (
              <DryRun
                view={view}
                run={run}
                onMend={(mends) => change("mends", { mends })}
                onNext={() => setStep("in")}
              />
            ),
          },
          {
            value: "in",
            label: t("screen.step.in"),
            content: () => (
              <BringIn view={view} run={run} onLook={() => setStep("look")} onDone={() => void found.refetch()} />
            ),
          },
        ]}
      />
      {dropping ? (
        <Dialog title={t("screen.drop-title")} onClose={() => setDropping(false)}>
          <p>{t("screen.drop-note")}</p>
          <Acts>
            <Button kind="danger" onClick={() => void drop()}>
              {t("screen.drop")}
            </Button>
            <Button onClick={() => setDropping(false)}>{t("screen.keep")}</Button>
          </Acts>
        </Dialog>
      ) : null}
    </Page>
  );
}
