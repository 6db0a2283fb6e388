import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { type ApproximateDate, NO_DATE } from "../../../../web/kit/approximate-date.ts";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextArea, TextField } from "../../../../web/kit/field.tsx";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { showToast } from "../../../../web/kit/toast.tsx";
import type { Case } from "../shared.tsx";
import { momentOf } from "./moment.ts";

interface Typed {
  since: ApproximateDate;
  name: string;
  address: string;
  note: string;
}

const BLANK: Typed = { since: NO_DATE, name: "", address: "", note: "" };

/** Where the child sleeps from now on: sealed. Everybody else on the case reads that a step of care was taken, and no more. */
export function RecordPlace({ of, onClose }: { readonly of: Case; readonly onClose: () => void }) {
  const { t } = useTranslation("cases");
  const draft = useDraft<Typed>(`case/${of.id}/place`, BLANK);
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.set((before) => ({ ...before, ...change }));
  const [wrong, setWrong] = useState({ name: false, since: false });
  const send = useSubmit<object, { id: string }>({
    path: `/api/cases/${of.id}/places`,
    makesOld: [`/api/cases/${of.id}`],
  });
  return (
    <ActDialog
      title={t("place.title")}
      lead={t("place.lead")}
      act={t("place.act")}
      kind="seal"
      busy={send.isPending}
      problem={send.error}
      draft={draft}
      onClose={onClose}
      onAct={() => {
        const moment = momentOf(typed.since, Date.now());
        setWrong({ name: typed.name.trim() === "", since: moment === null });
        if (moment === null || typed.name.trim() === "") return;
        const { name, address, note } = typed;
        send.mutate(
          { since: moment.happenedAt ?? new Date().toISOString(), name, address, note },
          {
            onSuccess: () => {
              draft.discard();
              showToast(t("place.kept"));
              onClose();
            },
          },
        );
      }}
    >
      <TextField
        label={t("place.name")}
        value={typed.name}
        onChange={(name) => set({ name })}
        error={wrong.name ? t("place.name-missing") : null}
        maxLength={300}
        dir="auto"
      />
      <TextArea
        label={t("identity.address")}
        value={typed.address}
        onChange={(address) => set({ address })}
        rows={2}
        most={2000}
        optional
      />
      <DateField
        label={t("place.since")}
        hint={t("event.when-hint")}
        value={typed.since}
        onChange={(since) => set({ since })}
        error={wrong.since ? t("event.when-wrong") : null}
        withTime
        optional
      />
      <TextArea
        label={t("identity.note")}
        value={typed.note}
        onChange={(note) => set({ note })}
        rows={2}
        most={2000}
        optional
      />
    </ActDialog>
  );
}
