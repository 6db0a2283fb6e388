import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../web/kit/act-dialog.tsx";
import { Choice, Select } from "../../../web/kit/choice.tsx";
import { useDraft } from "../../../web/kit/draft.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { useSubmit } from "../../../web/kit/reading.ts";
import { isNamed, NamesFields, namesOf, type Typed, UNNAMED } from "./names-fields.tsx";
import type { SignUp } from "./one-time-link.tsx";
import { useOffice, useUnits } from "./shared.ts";

interface AgencyDialogProps {
  readonly onClose: () => void;
  /** @param waits for a second person; otherwise it is done, and the first administrator's link is there */
  readonly onDone: (administrator: string, waits: boolean, signUp: SignUp | null) => void;
}

interface Form {
  readonly names: Typed;
  readonly kind: string | null;
  readonly place: string | null;
  readonly unit: Typed;
  readonly who: Typed;
  readonly reads: "en" | "hi" | null;
}
const BLANK: Form = { names: UNNAMED, kind: null, place: null, unit: UNNAMED, who: UNNAMED, reads: null };

/** A further agency, as it is asked of a second person: its name and kind, where it works, its first unit and first administrator. */
export function AgencyDialog({ onClose, onDone }: AgencyDialogProps) {
  const { t } = useTranslation("agencies");
  const { pack, language } = useOffice();
  const alone = useUnits().data?.alone === true;
  const draft = useDraft<Form>("agency/new", BLANK);
  const { names, kind, place, unit, who, reads } = draft.value;
  const put = (change: Partial<Form>) => draft.set((before) => ({ ...before, ...change }));
  const [tried, setTried] = useState(false);
  const send = useSubmit<object, { approvalId: string | null; signUp: SignUp | null }>({ path: "/api/office-changes" });
  const needed = (there: boolean, word: string) => (tried && !there ? t(word) : null);
  const ask = () => {
    setTried(true);
    if (!isNamed(names) || kind === null || place === null || !isNamed(unit) || !isNamed(who) || reads === null) return;
    send.mutate(
      {
        change: "agency-added",
        names: namesOf(names),
        kind,
        jurisdiction: place,
        unitNames: namesOf(unit),
        administrator: namesOf(who),
        language: reads,
      },
      {
        onSuccess: ({ approvalId, signUp }) => {
          draft.sent();
          onDone(nameIn(namesOf(who), language), approvalId !== null, signUp);
        },
      },
    );
  };
  const options = (list: readonly { code: string; names: Readonly<Record<string, string>> }[] | undefined) =>
    (list ?? []).map((one) => ({ value: one.code, label: nameIn(one.names, language) }));
  return (
    <ActDialog
      title={t("agencies.add")}
      lead={t("agency.lead")}
      act={t(alone ? "unit.do" : "unit.ask")}
      busy={send.isPending}
      onAct={ask}
      onClose={onClose}
      problem={send.error}
      draft={draft}
    >
      <NamesFields
        label={t("agency.name")}
        value={names}
        onChange={(names) => put({ names })}
        error={needed(isNamed(names), "agency.name-needed")}
      />
      <Select
        label={t("agency.kind")}
        name="kind"
        value={kind}
        onChange={(kind) => put({ kind })}
        options={options(pack?.kinds)}
        error={needed(kind !== null, "agency.kind-needed")}
      />
      <Select
        label={t("agency.place")}
        name="place"
        value={place}
        onChange={(place) => put({ place })}
        options={options(pack?.jurisdictions)}
        error={needed(place !== null, "agency.place-needed")}
      />
      <NamesFields
        label={t("agency.unit")}
        value={unit}
        onChange={(unit) => put({ unit })}
        error={needed(isNamed(unit), "unit.name-needed")}
      />
      <NamesFields
        label={t("agency.administrator")}
        hint={t("agency.administrator-hint")}
        value={who}
        onChange={(who) => put({ who })}
        error={needed(isNamed(who), "colleagues.name-needed")}
      />
      <Choice
        label={t("agency.reads")}
        name="reads"
        value={reads}
        onChange={(reads) => put({ reads })}
        options={[
          { value: "en", label: "English" },
          { value: "hi", label: "हिन्दी" },
        ]}
        error={needed(reads !== null, "colleagues.reads-needed")}
      />
      <p className="small quiet">{t(alone ? "agency.alone" : "unit.two")}</p>
    </ActDialog>
  );
}
