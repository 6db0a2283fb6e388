import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../kit/button.tsx";
import { Page, Section } from "../kit/page.tsx";
import { reading, useSubmit } from "../kit/reading.ts";
import { SmallRefusal } from "../kit/refusal.tsx";
import { Row, Rows } from "../kit/rows.tsx";
import { Shown } from "../kit/shown.tsx";
import { showToast } from "../kit/toast.tsx";
import { Moment } from "../kit/when.tsx";

interface Session {
  readonly id: string;
  /** "Firefox, Linux" */
  readonly label: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly isThis: boolean;
}

/** Where one is signed in, and the way to end each. */
export default function MySessions() {
  const { t } = useTranslation("shell");
  const sessions = useQuery(reading<{ sessions: readonly Session[] }>("/api/sessions"));
  const revoke = useSubmit<string, void>({
    method: "DELETE",
    path: (id) => `/api/sessions/${id}`,
    makesOld: ["/api/sessions"],
  });
  const end = (id: string) => revoke.mutate(id, { onSuccess: () => showToast(t("sessions.ended")) });
  return (
    <Shown query={sessions}>
      {({ sessions: all }) => {
        const others = all.filter((session) => !session.isThis);
        return (
          <Page
            shape="hung"
            title={t("sessions.title")}
            lead={t("sessions.lead")}
            {...(others.length < 2
              ? {}
              : {
                  acts: (
                    <Button kind="danger" onClick={() => end("others")} busy={revoke.isPending}>
                      {t("sessions.end-others")}
                    </Button>
                  ),
                })}
          >
            {revoke.error === null ? null : <SmallRefusal problem={revoke.error.problem} />}
            <Section title={t("sessions.open")}>
              <Rows>
                {all.map((session) => (
                  <Row
                    key={session.id}
                    still={!session.isThis}
                    time={<Moment at={session.createdAt} />}
                    what={session.label === "" ? t("sessions.unknown") : session.label}
                    about={session.isThis ? t("sessions.this") : undefined}
                    why={
                      <>
                        {t("sessions.until")} <Moment at={session.expiresAt} />
                      </>
                    }
                    {...(session.isThis
                      ? {}
                      : {
                          act: (
                            <Button
                              onClick={() => end(session.id)}
                              busy={revoke.isPending}
                              aria-label={`${t("sessions.end")}: ${session.label}`}
                            >
                              {t("sessions.end")}
                            </Button>
                          ),
                        })}
                  />
                ))}
              </Rows>
            </Section>
          </Page>
        );
      }}
    </Shown>
  );
}
