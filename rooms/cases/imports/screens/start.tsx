import "./imports.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "../../../../web/kit/button.tsx";
import { request } from "../../../../web/kit/client.ts";
import { formatNumber } from "../../../../web/kit/languages/format.ts";
import { Notice } from "../../../../web/kit/notice.tsx";
import { Page, Section } from "../../../../web/kit/page.tsx";
import { type Problem, type ProblemError, problemOf } from "../../../../web/kit/problem.ts";
import { Empty, Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { upload } from "../../../../web/kit/upload.ts";
import { Progress } from "../../../../web/kit/waiting.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import type { ImportSummary } from "../answers.ts";

/** Files up to this size are read; the server says the same. */
const mostBytes = 64 * 1024 * 1024;

/** Choose a file, or go on with one that was begun. */
export default function ImportStart() {
  const { t, i18n } = useTranslation("cases/imports");
  const language = i18n.resolvedLanguage ?? "en";
  const navigate = useNavigate();
  const id = useId();
  const [share, setShare] = useState<number | null>(null);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const begun = useQuery<{ imports: readonly ImportSummary[] }, ProblemError>({
    queryKey: ["imports"],
    queryFn: () => request("GET", "/api/imports"),
    retry: false,
  });

  const take = async (file: File | undefined) => {
    if (!file) return;
    setRefusal(null);
    if (file.size > mostBytes) {
      const values = { sizeMb: Math.ceil(file.size / 1_048_576), limitMb: 64 };
      const title = t("refusals.file-too-large.title", values);
      setRefusal({
        ...problemOf(null),
        code: "import-refused",
        title,
        next: t("refusals.file-too-large.next", values),
      });
      return;
    }
    setShare(0);
    try {
      const path = `/api/imports?name=${encodeURIComponent(file.name)}`;
      const { id: made } = await upload<{ id: string }>(path, file, language, setShare);
      await navigate({ to: `/cases/import/${made}` });
    } catch (error) {
      setRefusal(problemOf(error));
    } finally {
      setShare(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <Page title={t("screen.title")} lead={t("screen.lead")} crumbs={[{ label: t("screen.cases"), to: "/cases" }]}>
      {share === null ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
        <div
          className="import-drop"
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <label htmlFor={id}>{t("screen.choose")}</label>
          <input
            id={id}
            type="file"
            accept=".xlsx,.csv,.tsv,.txt"
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <p className="quiet">{t("screen.choose-note")}</p>
        </div>
      ) : (
        <div className="import-sending" role="status">
          <Progress
            label={t(share < 1 ? "screen.sending" : "screen.reading")}
            done={Math.round(share * 100)}
            all={100}
          />
        </div>
      )}
      {refusal === null ? null : (
        <Notice meaning="late" title={refusal.title} speak>
          {refusal.next}
        </Notice>
      )}
      <Section title={t("screen.begun")}>
        <Shown query={begun} small>
          {({ imports }) =>
            imports.length === 0 ? (
              <Empty title={t("screen.none-begun")}>{t("screen.none-begun-next")}</Empty>
            ) : (
              <Rows label={t("screen.begun")}>
                {imports.map((one) => (
                  <Row
                    key={one.id}
                    time={<Moment at={one.changedAt} />}
                    what={<Link to={`/cases/import/${one.id}`}>{t(`layouts.${one.layout}`)}</Link>}
                    about={t(`screen.state.${one.state}`, {
                      done: formatNumber(one.rowsStaged, language),
                      all: formatNumber(one.rowsPlanned, language),
                      cases: formatNumber(one.rowsIn ?? 0, language),
                    })}
                  />
                ))}
              </Rows>
            )
          }
        </Shown>
      </Section>
    </Page>
  );
}
