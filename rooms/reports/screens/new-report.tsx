import "./report.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button, Link } from "../../../web/kit/button.tsx";
import { useDraft } from "../../../web/kit/draft.ts";
import { DraftNote } from "../../../web/kit/draft-note.tsx";
import { Notice } from "../../../web/kit/notice.tsx";
import { Page } from "../../../web/kit/page.tsx";
import { useSubmit } from "../../../web/kit/reading.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import { BLANK, bodyOf, DangerFirst, saysSomething, type Taken, TakenFields } from "./taking.tsx";

/** What reached an agency that is not the helpline: written down here, it goes to the desk that answers for the district. */
export default function NewReport() {
  const { t } = useTranslation("reports");
  const words = useProblemWords();
  const draft = useDraft<Taken>("report/new", BLANK);
  const [missing, setMissing] = useState(false);
  const [sent, setSent] = useState(false);
  const send = useSubmit<object, { id: string }>({ path: "/api/reports", makesOld: ["/api/reports"] });
  const crumbs = [{ label: t("inbox.title"), to: "/reports" }, { label: t("new.title") }];
  if (draft.state === "reading") return <Waiting lines={6} />;
  if (sent)
    return (
      <Page title={t("new.sent")} crumbs={crumbs} shape="narrow">
        <Notice meaning="safe" speak title={t("new.sent-lead")}>
          {t("new.sent-next")}
        </Notice>
        <Acts>
          <Button
            kind="first"
            onClick={() => {
              draft.discard();
              setSent(false);
            }}
          >
            {t("new.another")}
          </Button>
          <Link to="/">{t("new.day")}</Link>
        </Acts>
      </Page>
    );
  return (
    <Page title={t("new.title")} lead={t("new.lead")} crumbs={crumbs}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!saysSomething(draft.value)) {
            setMissing(true);
            document.querySelector<HTMLElement>("textarea[name=saw]")?.focus();
            return;
          }
          send.mutate(bodyOf(draft.value), {
            onSuccess: () => {
              draft.sent();
              setSent(true);
            },
          });
        }}
      >
        <DangerFirst value={draft.value.danger} onChange={(danger) => draft.set((before) => ({ ...before, danger }))} />
        <TakenFields
          taken={draft.value}
          set={(change) => {
            setMissing(false);
            draft.set((before) => ({ ...before, ...change }));
          }}
          phone={t("new.phone-hint")}
          missing={missing ? t("new.missing") : null}
        />
        {send.error === null ? null : (
          <Notice meaning="late" title={words(send.error.problem).title} speak>
            {words(send.error.problem).next}
          </Notice>
        )}
        <Acts>
          <Button kind="first" type="submit" busy={send.isPending}>
            {t("new.send")}
          </Button>
        </Acts>
        <p className="quiet">
          <DraftNote draft={draft} />
        </p>
      </form>
    </Page>
  );
}
