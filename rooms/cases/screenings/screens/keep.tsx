import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import type { Draft } from "../../../../web/kit/draft.ts";
import { DraftNote } from "../../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { Notice } from "../../../../web/kit/notice.tsx";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { useProblemWords } from "../../../../web/kit/refusal.tsx";
import { type Filling, toKeep } from "./answering.ts";
import type { Place } from "./place.ts";

/** Keeps the screening: answers as codes, all notes sealed together. Then its result opens. */
export function Keep({ place, draft }: { readonly place: Place; readonly draft: Draft<Filling> }) {
  const { t } = useTranslation("cases/screenings");
  const words = useProblemWords();
  const navigate = useNavigate();
  const [empty, setEmpty] = useState(false);
  const send = useSubmit<object, { id: string }>({ path: place.api, makesOld: [place.api, `/api${place.home}`] });
  const filling = draft.value;
  const keep = () => {
    if (Object.keys(filling.answers).length === 0) return setEmpty(true);
    setEmpty(false);
    send.mutate(toKeep(filling), {
      onSuccess: ({ id }) => {
        draft.sent();
        void navigate({ to: `${place.page}/${id}` });
      },
    });
  };
  return (
    <form
      className="screening-keep"
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending) keep();
      }}
    >
      <TextArea
        label={t("keep.notes")}
        hint={t("keep.notes-hint")}
        value={filling.notes}
        onChange={(notes) => draft.set((before) => ({ ...before, notes }))}
        most={20_000}
        rows={3}
        optional
      />
      {empty ? (
        <Notice meaning="late" title={t("keep.empty")} speak>
          {t("keep.empty-next")}
        </Notice>
      ) : null}
      {send.error === null ? null : (
        <Notice meaning="late" title={words(send.error.problem).title} speak>
          {words(send.error.problem).next}
        </Notice>
      )}
      <Acts>
        <Button kind="first" type="submit" busy={send.isPending}>
          {t("keep.do")}
        </Button>
      </Acts>
      <p className="small quiet">{t("keep.after")}</p>
      <div className="question-foot">
        <DraftNote draft={draft} />
      </div>
    </form>
  );
}
