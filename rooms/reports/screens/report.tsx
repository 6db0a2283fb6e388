import "./report.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { Acts, Button, Link } from "../../../web/kit/button.tsx";
import { Select } from "../../../web/kit/choice.tsx";
import { request } from "../../../web/kit/client.ts";
import { Disclosure } from "../../../web/kit/disclosure.tsx";
import { useDraft } from "../../../web/kit/draft.ts";
import { TextArea } from "../../../web/kit/field.tsx";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Notice, Tag } from "../../../web/kit/notice.tsx";
import { Page, Section } from "../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../web/kit/problem.ts";
import { useSubmit } from "../../../web/kit/reading.ts";
import { Refusal, useProblemWords } from "../../../web/kit/refusal.tsx";
import { Row, Rows } from "../../../web/kit/rows.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { INSTEAD, type ReportView } from "../model.ts";

type Report = z.infer<typeof ReportView>;

/** One report: what was said, where, and the one next step. */
export default function ReportPage() {
  const { reportId = "" } = useParams({ strict: false }) as { reportId?: string };
  const found = useQuery({
    queryKey: ["reports", reportId],
    queryFn: () => request<Report>("GET", `/api/reports/${reportId}`),
    retry: false,
  });
  if (found.isError)
    return (
      <Refusal problem={problemOf(found.error)} onAgain={() => void found.refetch()} onBack={() => history.back()} />
    );
  if (found.data === undefined) return <Waiting />;
  return <OneReport of={found.data} />;
}

function OneReport({ of }: { readonly of: Report }) {
  const { t, i18n } = useTranslation("reports");
  const language = i18n.resolvedLanguage ?? "en";
  const words = useProblemWords();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = of.status === "new" || of.status === "claimed";
  const claim = (method: "PUT" | "DELETE") => {
    setProblem(null);
    request(method, `/api/reports/${of.id}/claim`, method === "PUT" ? {} : undefined)
      .then(() => queries.invalidateQueries({ queryKey: ["reports"] }))
      .catch((thrown: unknown) => setProblem(problemOf(thrown)));
  };
  return (
    <Page
      title={of.danger === "now" ? t("danger.now") : of.codes["about"] === "me" ? t("row.child") : t("row.worried")}
      crumbs={[{ label: t("inbox.title"), to: "/reports" }, { label: t(`channel.${of.channel}`) }]}
      lead={
        <>
          {t("page.received")} <Moment at={of.receivedAt} /> · {t(`channel.${of.channel}`)} · {t(`status.${of.status}`)}
          {of.claimedBy === null ? null : ` · ${nameIn(of.claimedBy, language)}`}
        </>
      }
      shape="narrow"
    >
      {problem === null ? null : (
        <Notice meaning="late" title={words(problem).title} speak>
          {words(problem).next}
        </Notice>
      )}
      <Section title={t("page.said")}>
        <p className="report-said">{of.words === null || of.words.saw === "" ? t("page.said-none") : of.words.saw}</p>
      </Section>
      {of.words?.where ? (
        <Section title={t("page.where")}>
          <p className="report-said">{of.words.where}</p>
        </Section>
      ) : null}
      <Section title={t("page.reach")}>
        <p className="report-said">{of.words?.reachHow ? of.words.reachHow : t("page.reach-none")}</p>
      </Section>
      <Acts>
        {of.caseId !== null ? (
          <Link to={`/cases/${of.caseId}`} asButton kind="first">
            {of.caseRef ?? t("page.case")}
          </Link>
        ) : !open ? null : of.mine ? (
          <>
            <Link to={`/reports/${of.id}/case`} asButton kind="first">
              {t("page.open-case")}
            </Link>
            <Button onClick={() => claim("DELETE")}>{t("page.release")}</Button>
          </>
        ) : (
          <Button kind="first" onClick={() => claim("PUT")}>
            {t("page.take")}
          </Button>
        )}
      </Acts>
      {of.attachments.length > 0 ? <Files of={of} onProblem={setProblem} /> : null}
      {of.earlierCalls.length > 0 ? (
        <Section title={t("page.earlier")}>
          <Rows>
            {of.earlierCalls.map((call) => (
              <Row
                key={call.id}
                time={<Moment at={call.receivedAt} />}
                what={<Link to={`/reports/${call.id}`}>{t(`status.${call.status}`)}</Link>}
              />
            ))}
          </Rows>
        </Section>
      ) : null}
      {of.answerable ? <Messages of={of} /> : null}
      {open ? <SetAside of={of} /> : null}
      <Disclosure label={t("page.history")}>
        <Rows>
          {of.history.map((step) => (
            <Row
              key={`${step.at}${step.act}`}
              time={<Moment at={step.at} />}
              what={t(`act.${step.act}`, { defaultValue: step.act })}
              about={step.by === null ? undefined : nameIn(step.by, language)}
            />
          ))}
        </Rows>
      </Disclosure>
    </Page>
  );
}

function Messages({ of }: { readonly of: Report }) {
  const { t } = useTranslation("reports");
  const words = useProblemWords();
  const draft = useDraft(`report/${of.id}/answer`, { text: "" });
  const send = useSubmit<object, { id: string }>({
    path: `/api/reports/${of.id}/messages`,
    makesOld: [`/api/reports/${of.id}`],
  });
  return (
    <Section title={t("page.messages")}>
      {of.messages.length === 0 ? (
        <p className="quiet">{t("page.messages-none")}</p>
      ) : (
        <Rows>
          {of.messages.map((message) => (
            <Row
              key={message.id}
              time={<Moment at={message.at} />}
              what={<span className="report-said">{message.text}</span>}
              about={message.from === "us" ? t("page.us") : t("page.reporter")}
            />
          ))}
        </Rows>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.value.text.trim() !== "")
            send.mutate({ text: draft.value.text }, { onSuccess: () => draft.discard() });
        }}
      >
        <TextArea
          label={t("page.answer")}
          hint={t("page.answer-hint")}
          value={draft.value.text}
          onChange={(text) => draft.set({ text })}
          rows={3}
          most={5000}
        />
        {send.error === null ? null : (
          <Notice meaning="late" title={words(send.error.problem).title} speak>
            {words(send.error.problem).next}
          </Notice>
        )}
        <Acts>
          <Button type="submit" busy={send.isPending}>
            {t("page.send")}
          </Button>
        </Acts>
      </form>
    </Section>
  );
}

/** Hidden until somebody chooses to look; "this is abuse" blocks every view at once, in two plain steps. */
function Files({ of, onProblem }: { readonly of: Report; readonly onProblem: (problem: Problem) => void }) {
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
                file.kind.startsWith("image/") ? (
                  <img className="report-file" src={`/api/reports/${of.id}/attachments/${file.fileId}`} alt="" />
                ) : (
                  <a href={`/api/reports/${of.id}/attachments/${file.fileId}`}>{file.kind}</a>
                )
              ) : (
                t("page.file-hidden")
              )
            }
            about={file.kind}
            why={sure === file.fileId ? t("page.file-abuse-sure") : undefined}
            act={
              file.blocked ? undefined : (
                <Acts>
                  {shown === file.fileId ? null : (
                    <Button onClick={() => setShown(file.fileId)}>{t("page.file-look")}</Button>
                  )}
                  {sure === file.fileId ? (
                    <Button kind="danger" onClick={() => block(file.fileId)}>
                      {t("page.file-abuse-do")}
                    </Button>
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

type How = "spam" | "not-for-us" | "forwarded" | "merged";
interface Directory {
  readonly agencies: readonly {
    readonly names: Record<string, string>;
    readonly units: readonly { readonly id: string; readonly names: Record<string, string> }[];
  }[];
}

function SetAside({ of }: { readonly of: Report }) {
  const { t, i18n } = useTranslation("reports");
  const language = i18n.resolvedLanguage ?? "en";
  const words = useProblemWords();
  const [open, setOpen] = useState(false);
  const [how, setHow] = useState<How | null>(null);
  const [instead, setInstead] = useState<(typeof INSTEAD)[number] | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const [into, setInto] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const directory = useQuery({
    queryKey: ["agencies"],
    queryFn: () => request<Directory>("GET", "/api/agencies"),
    enabled: open && how === "forwarded",
  });
  const others = useQuery({
    queryKey: ["reports", "to-join"],
    queryFn: () =>
      request<{ reports: { id: string; receivedAt: string; danger: string }[] }>(
        "GET",
        "/api/reports?which=all&atMost=50",
      ),
    enabled: open && how === "merged",
  });
  const send = useSubmit<object, object>({ path: `/api/reports/${of.id}/setting-aside`, makesOld: ["/api/reports"] });
  const ready =
    how !== null &&
    reason.trim().length >= 3 &&
    (how !== "not-for-us" || instead !== null) &&
    (how !== "forwarded" || unit !== null) &&
    (how !== "merged" || into !== null);
  return (
    <Disclosure label={t("page.aside")} open={open} onToggle={setOpen}>
      <p>{t("page.aside-lead")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready)
            send.mutate({
              how,
              reason,
              ...(how === "not-for-us" ? { instead } : {}),
              ...(how === "forwarded" ? { unitId: unit } : {}),
              ...(how === "merged" ? { into } : {}),
            });
        }}
      >
        <Select
          label={t("page.how")}
          value={how}
          onChange={setHow}
          options={(["merged", "forwarded", "not-for-us", "spam"] as const).map((one) => ({
            value: one,
            label: t(`page.${one}`),
          }))}
        />
        {how === "not-for-us" ? (
          <Select
            label={t("page.instead")}
            value={instead}
            onChange={setInstead}
            options={INSTEAD.map((one) => ({ value: one, label: t(`instead.${one}`) }))}
          />
        ) : null}
        {how === "forwarded" ? (
          <Select
            label={t("page.unit")}
            value={unit}
            onChange={setUnit}
            options={(directory.data?.agencies ?? []).flatMap((agency) =>
              agency.units.map((one) => ({
                value: one.id,
                label: `${nameIn(agency.names, language)} · ${nameIn(one.names, language)}`,
              })),
            )}
          />
        ) : null}
        {how === "merged" ? (
          <Select
            label={t("page.into")}
            value={into}
            onChange={setInto}
            options={(others.data?.reports ?? [])
              .filter((one) => one.id !== of.id)
              .map((one) => ({
                value: one.id,
                label: `${t(`danger.${one.danger}`)} · ${one.receivedAt.slice(0, 16).replace("T", " ")}`,
              }))}
          />
        ) : null}
        <TextArea label={t("page.why")} value={reason} onChange={setReason} rows={2} most={2000} />
        {send.error === null ? null : (
          <Notice meaning="late" title={words(send.error.problem).title} speak>
            {words(send.error.problem).next}
          </Notice>
        )}
        <Acts>
          <Button type="submit" busy={send.isPending}>
            {t("page.do")}
          </Button>
        </Acts>
      </form>
    </Disclosure>
  );
}
