import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../kit/button.tsx";
import { request } from "../kit/client.ts";
import { Notice } from "../kit/notice.tsx";
import { Page } from "../kit/page.tsx";
import { type Problem, problemOf } from "../kit/problem.ts";
import { useProblemWords } from "../kit/refusal.tsx";
import { Row, Rows } from "../kit/rows.tsx";
import { Waiting } from "../kit/waiting.tsx";
import { Moment } from "../kit/when.tsx";

interface OneSession {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly isThis: boolean;
}

/** Wherever one is signed in; what is not one's own ends at once. */
export default function MySessions() {
  const { t } = useTranslation("shell");
  const words = useProblemWords();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const sessions = useQuery({ queryKey: ["sessions"], queryFn: () => request<{ sessions: OneSession[] }>("GET", "/api/sessions") });
  const end = (id: string) => {
    setProblem(null);
    request("DELETE", `/api/sessions/${id}`)
      .then(() => queries.invalidateQueries({ queryKey: ["sessions"] }))
      .catch((thrown: unknown) => setProblem(problemOf(thrown)));
  };
  if (sessions.data === undefined) return <Waiting />;
  const others = sessions.data.sessions.filter((session) => !session.isThis);
  return (
    <Page title={t("sessions.title")} lead={t("sessions.lead")} shape="narrow">
      {problem === null ? null : (
        <Notice meaning="late" title={words(problem).title} speak>
          {words(problem).next}
        </Notice>
      )}
      <Rows label={t("sessions.title")}>
        {sessions.data.sessions.map((session) => (
          <Row
            key={session.id}
            time={<Moment at={session.createdAt} />}
            what={session.label === "" ? t("sessions.unknown") : session.label}
            about={session.isThis ? t("sessions.this") : undefined}
            why={
              <>
                {t("sessions.until")} <Moment at={session.expiresAt} />
              </>
            }
            act={session.isThis ? undefined : <Button onClick={() => end(session.id)}>{t("sessions.end")}</Button>}
          />
        ))}
      </Rows>
      <Acts>{others.length > 0 ? <Button kind="danger" onClick={() => end("others")}>{t("sessions.end-others")}</Button> : <span>{t("sessions.none")}</span>}</Acts>
    </Page>
  );
}
