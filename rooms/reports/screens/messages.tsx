import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../web/kit/button.tsx";
import { useDraft } from "../../../web/kit/draft.ts";
import { DraftNote } from "../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../web/kit/field.tsx";
import { Notice } from "../../../web/kit/notice.tsx";
import { Section } from "../../../web/kit/page.tsx";
import { useSubmit } from "../../../web/kit/reading.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { Row, Rows } from "../../../web/kit/rows.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import type { Report } from "./about-report.ts";

/** What went between the desk and the reporter, and the next answer. */
export function Messages({ of }: { readonly of: Report }) {
  const { t } = useTranslation("reports");
  const words = useProblemWords();
  const draft = useDraft(`report/${of.id}/answer`, { text: "" });
  const [missing, setMissing] = useState(false);
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
              what={<span className="report-said">{message.text ?? t("page.unreadable")}</span>}
              about={message.from === "us" ? t("page.us") : t("page.reporter")}
            />
          ))}
        </Rows>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(draft.value.text.trim() === "");
          if (draft.value.text.trim() !== "")
            send.mutate({ text: draft.value.text }, { onSuccess: () => draft.discard() });
        }}
      >
        <TextArea
          label={t("page.answer")}
          hint={t("page.answer-hint")}
          value={draft.value.text}
          onChange={(text) => {
            setMissing(false);
            draft.set({ text });
          }}
          rows={3}
          most={5000}
          error={missing ? t("page.answer-missing") : null}
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
          <span className="quiet">
            <DraftNote draft={draft} />
          </span>
        </Acts>
      </form>
    </Section>
  );
}
