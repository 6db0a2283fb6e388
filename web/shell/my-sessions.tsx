import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../kit/button.tsx";
import { formatDate } from "../kit/languages/format.ts";
import { Notice } from "../kit/notice.tsx";
import { Page, Section } from "../kit/page.tsx";
import { keyOf, reading, useSubmit } from "../kit/reading.ts";
import { SmallRefusal } from "../kit/refusal.tsx";
import { Row, Rows } from "../kit/rows.tsx";
import { Shown } from "../kit/shown.tsx";
import { showToast } from "../kit/toast.tsx";
import { Moment } from "../kit/when.tsx";
import { meOptions, useMe } from "./session.ts";
import { mayVouch, Vouching } from "./vouching.tsx";
import { type OwnSignIn, WaysIn } from "./ways-in.tsx";

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
  const { t, i18n } = useTranslation("shell");
  const me = useMe();
  const queries = useQueryClient();
  const mine = useQuery(reading<OwnSignIn>("/api/my-sign-in"));
  const changed = () => {
    for (const path of ["/api/my-sign-in", "/api/sessions"]) void queries.invalidateQueries({ queryKey: keyOf(path) });
    void queries.invalidateQueries({ queryKey: meOptions.queryKey });
  };
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
            {mine.data?.recoveryEndsAt ? (
              <Notice
                meaning="soon"
                title={t("ways.recovering", {
                  time: formatDate(mine.data.recoveryEndsAt, "moment", i18n.resolvedLanguage ?? "en"),
                })}
              >
                {t("ways.recovering-next")}
              </Notice>
            ) : null}
            {mayVouch(me) ? <Vouching /> : null}
            <Shown query={mine}>{(own) => <WaysIn mine={own} onChanged={changed} />}</Shown>
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
            <Shown query={mine}>{(own) => <Lately events={own.events} />}</Shown>
          </Page>
        );
      }}
    </Shown>
  );
}

/** What happened with one's sign-in: also what others tried with it. */
function Lately({ events }: { readonly events: OwnSignIn["events"] }) {
  const { t } = useTranslation("shell");
  return (
    <Section title={t("lately.title")} note={t("lately.note")}>
      {events.length === 0 ? (
        <p className="quiet">{t("lately.nothing")}</p>
      ) : (
        <Rows>
          {events.map((event) => (
            <Row
              key={`${event.at}${event.verb}`}
              still={event.verb !== "sign-in-tried"}
              time={<Moment at={event.at} />}
              what={t(
                event.outcome === "done" || event.verb === "sign-in-tried" ? `lately.${event.verb}` : "lately.refused",
              )}
              {...(event.label ? { about: event.label } : {})}
              {...(event.factor === "passkey" ? { why: t("lately.by-passkey") } : {})}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
