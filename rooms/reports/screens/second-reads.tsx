import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { Acts, Button, Link } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { useDraft } from "../../../web/kit/draft.ts";
import { DraftNote } from "../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../web/kit/field.tsx";
import { Notice } from "../../../web/kit/notice.tsx";
import { Page } from "../../../web/kit/page.tsx";
import { problemOf } from "../../../web/kit/problem.ts";
import { useSubmit } from "../../../web/kit/reading.ts";
import { Refusal, useProblemWords } from "../../../web/kit/refusal.tsx";
import { Empty, Row, Rows } from "../../../web/kit/rows.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import { When } from "../../../web/kit/when.tsx";
import type { SecondRead } from "../model.ts";

type Read = z.infer<typeof SecondRead>;
/** The shortest reason that the server takes, in letters. */
const SHORTEST = 3;

/** What a colleague set aside and the lot gave to this reader. */
export default function SecondReads() {
  const { t } = useTranslation("reports");
  const found = useQuery({
    queryKey: ["second-reads"],
    queryFn: () => request("GET", "/api/second-reads"),
  });
  if (found.isError)
    return (
      <Refusal problem={problemOf(found.error)} onAgain={() => void found.refetch()} onBack={() => history.back()} />
    );
  if (found.data === undefined) return <Waiting />;
  return (
    <Page
      title={t("reads.title")}
      lead={t("reads.lead")}
      crumbs={[{ label: t("inbox.title"), to: "/reports" }, { label: t("reads.title") }]}
      shape="narrow"
    >
      {found.data.reads.length === 0 ? (
        <Empty title={t("reads.none")} />
      ) : (
        <Rows>
          {found.data.reads.map((read) => (
            <OneRead key={read.id} read={read} />
          ))}
        </Rows>
      )}
    </Page>
  );
}

function OneRead({ read }: { readonly read: Read }) {
  const { t } = useTranslation("reports");
  const words = useProblemWords();
  const draft = useDraft(`second-read/${read.id}`, { reason: "" });
  const { reason } = draft.value;
  const [missing, setMissing] = useState(false);
  const send = useSubmit<object, null>({
    path: `/api/second-reads/${read.id}/verdict`,
    makesOld: ["/api/second-reads", "/api/reports"],
  });
  const say = (verdict: "agree" | "reopen") => {
    const short = reason.trim().length < SHORTEST;
    setMissing(short);
    if (!short) send.mutate({ verdict, reason }, { onSuccess: () => draft.sent() });
  };
  return (
    <Row
      time={<When dueAt={read.dueAt} startedAt={read.actedAt} />}
      what={t(`act.${read.act}`, { defaultValue: read.act })}
      about={<Link to={`/reports/${read.reportId}`}>{t("reads.read")}</Link>}
      why={
        <>
          <TextArea
            label={t("reads.reason")}
            value={reason}
            onChange={(next) => {
              setMissing(false);
              draft.set({ reason: next });
            }}
            error={missing ? t("missing.reason") : null}
            rows={2}
            most={2000}
          />
          <DraftNote draft={draft} />
          {send.error === null ? null : (
            <Notice meaning="late" title={words(send.error.problem).title} speak>
              {words(send.error.problem).next}
            </Notice>
          )}
        </>
      }
      act={
        <Acts>
          <Button onClick={() => say("reopen")} busy={send.isPending}>
            {t("reads.reopen")}
          </Button>
          <Button kind="plain" onClick={() => say("agree")}>
            {t("reads.agree")}
          </Button>
        </Acts>
      }
    />
  );
}
