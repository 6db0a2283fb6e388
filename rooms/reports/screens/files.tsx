import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { Notice, Tag } from "../../../web/kit/notice.tsx";
import { Section } from "../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../web/kit/problem.ts";
import { Row, Rows } from "../../../web/kit/rows.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import type { Report } from "./about-report.ts";

type File = Report["attachments"][number];

/** Hidden until somebody chooses to look, and hidden again at a press; "this is abuse" blocks every view at once, in two plain steps. */
export function Files({ of, onProblem }: { readonly of: Report; readonly onProblem: (problem: Problem) => void }) {
  const { t } = useTranslation("reports");
  const queries = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const [sure, setSure] = useState<string | null>(null);
  const block = (fileId: string) => {
    setShown(null);
    setSure(null);
    request("POST", `/api/reports/${of.id}/attachments/${fileId}/block`, {})
      .then(() => queries.invalidateQueries({ queryKey: ["reports", of.id] }))
      .catch((thrown: unknown) => onProblem(problemOf(thrown)));
  };
  return (
    <Section title={t("page.files")}>
      <Rows>
        {of.attachments.map((file) => (
          <Row
            key={file.fileId}
            time={<Moment at={file.addedAt} />}
            what={
              file.blocked ? (
                <Tag meaning="late">{t("page.file-blocked")}</Tag>
              ) : shown === file.fileId ? (
                <Shown file={file} path={`/api/reports/${of.id}/attachments/${file.fileId}`} />
              ) : (
                t("page.file-hidden")
              )
            }
            about={t(`file.${file.kind.split("/")[0]}`, { defaultValue: t("file.application") })}
            why={sure === file.fileId ? t("page.file-abuse-sure") : undefined}
            act={
              file.blocked ? undefined : (
                <Acts>
                  <Button
                    aria-expanded={shown === file.fileId}
                    onClick={() => setShown(shown === file.fileId ? null : file.fileId)}
                  >
                    {t(shown === file.fileId ? "page.file-hide" : "page.file-look")}
                  </Button>
                  {sure === file.fileId ? (
                    <>
                      <Button kind="danger" onClick={() => block(file.fileId)}>
                        {t("page.file-abuse-do")}
                      </Button>
                      <Button kind="plain" onClick={() => setSure(null)}>
                        {t("page.file-abuse-not")}
                      </Button>
                    </>
                  ) : (
                    <Button kind="plain" onClick={() => setSure(file.fileId)}>
                      {t("page.file-abuse")}
                    </Button>
                  )}
                </Acts>
              )
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

/** A picture in the page, anything else in a window of its own; a file that does not come says so. */
function Shown({ file, path }: { readonly file: File; readonly path: string }) {
  const { t } = useTranslation("reports");
  const [failed, setFailed] = useState(0);
  const [tries, setTries] = useState(0);
  if (!file.kind.startsWith("image/"))
    return (
      <a href={path} target="_blank" rel="noreferrer">
        {t("page.file-open")}
      </a>
    );
  if (failed > tries)
    return (
      <Notice
        meaning="late"
        title={t("page.file-failed")}
        speak
        acts={<Button onClick={() => setTries(failed)}>{t("again")}</Button>}
      >
        {t("page.file-failed-next")}
      </Notice>
    );
  return (
    <img
      key={tries}
      className="report-file"
      src={tries === 0 ? path : `${path}?try=${tries}`}
      alt={t("page.file-alt")}
      onError={() => setFailed(tries + 1)}
    />
  );
}
