import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { type ApproximateDate, NO_DATE } from "../../../../web/kit/approximate-date.ts";
import { Checkbox, Select } from "../../../../web/kit/choice.tsx";
import { Combobox } from "../../../../web/kit/combobox.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextArea } from "../../../../web/kit/field.tsx";
import { formatDate } from "../../../../web/kit/languages/format.ts";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { showToast } from "../../../../web/kit/toast.tsx";
import { nameOfCode, SECTION_NAMES } from "../../../agencies/pack-names.ts";
import { STAGES } from "../../model.ts";
import { type Case, usePack } from "../shared.tsx";
import { momentOf } from "./moment.ts";

type StageName = (typeof STAGES)[number];

/** Entries that the system makes itself when the act is done: nobody records them by hand. */
const MADE_BY_ACTS: readonly string[] = [
  "report-received",
  "case-opened",
  "risk-set",
  "screening-made",
  "consent-given",
  "consent-withdrawn",
  "member-joined",
  "hand-over",
  "track-closed",
  "reopened",
];

/** Where such an event most often leaves the child on the way home; offered, and always to be changed. */
const LEADS_TO: Readonly<Record<string, StageName>> = {
  "child-reached": "safe",
  "taken-in-charge": "safe",
  "heard-by-committee": "heard",
  "fir-registered": "justice",
  placed: "cared-for",
  restored: "home",
  "follow-up": "followed",
};

interface Typed {
  kind: string | null;
  when: ApproximateDate;
  text: string;
  section: string | null;
  stage: StageName | null;
  fromPaper: boolean;
  corrects: string | null;
}

const BLANK: Typed = {
  kind: null,
  when: NO_DATE,
  text: "",
  section: null,
  stage: null,
  fromPaper: false,
  corrects: null,
};

/** What happened: which kind, when (as exactly as it is known), who reads it, and where it leaves the child on the way home. */
export function RecordEvent({ of, onClose }: { readonly of: Case; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation("cases");
  const { t: kit } = useTranslation("kit");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const draft = useDraft<Typed>(`case/${of.id}/event`, BLANK);
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.set((before) => ({ ...before, ...change }));
  const [missing, setMissing] = useState(false);
  const [wrongDate, setWrongDate] = useState(false);
  const send = useSubmit<object, { id: string }>({
    path: `/api/cases/${of.id}/events`,
    makesOld: [`/api/cases/${of.id}`, "/api/cases", "/api/first-responses"],
  });
  const kinds = (pack?.eventKinds ?? []).filter((kind) => !MADE_BY_ACTS.includes(kind.code));
  const kindSection = kinds.find((kind) => kind.code === typed.kind)?.section ?? null;
  const section = kindSection === null ? typed.section : String(SECTION_NAMES.indexOf(kindSection as "identity") + 1);
  const hidden = section !== null && !of.sections.includes(Number(section));

  const record = () => {
    const moment = momentOf(typed.when, Date.now());
    setMissing(typed.kind === null);
    setWrongDate(moment === null);
    if (typed.kind === null || moment === null) return;
    // Words such as "after Chhath" are the child's or the reporter's: they are sealed with the text.
    const text = [typed.when.words.trim(), typed.text.trim()].filter((part) => part !== "").join("\n");
    send.mutate(
      {
        kind: typed.kind,
        ...moment,
        section: section === null ? null : Number(section),
        fromPaper: typed.fromPaper,
        corrects: typed.corrects,
        ...(text === "" ? {} : { text }),
        ...(typed.stage === null ? {} : { stage: typed.stage }),
      },
      {
        onSuccess: () => {
          draft.discard();
          showToast(t("event.kept"));
          onClose();
        },
      },
    );
  };
  return (
    <ActDialog
      title={t("event.title")}
      act={t("event.act")}
      onAct={record}
      onClose={onClose}
      busy={send.isPending}
      problem={send.error}
      draft={draft}
    >
      <Combobox
        label={t("event.kind")}
        value={typed.kind}
        onChange={(kind) => {
          set({ kind, stage: LEADS_TO[kind ?? ""] ?? null });
          setMissing(false);
        }}
        error={missing ? t("event.kind-missing") : null}
        options={kinds.map((kind) => ({ value: kind.code, label: nameOfCode(kinds, kind.code, language) }))}
      />
      <DateField
        label={t("event.when")}
        hint={t("event.when-hint")}
        value={typed.when}
        onChange={(when) => {
          set({ when });
          setWrongDate(false);
        }}
        error={wrongDate ? t("event.when-wrong") : null}
        withTime
        withWords
        optional
      />
      <TextArea
        label={t("event.text")}
        hint={t("event.text-hint")}
        value={typed.text}
        onChange={(text) => set({ text })}
        rows={4}
        most={20_000}
        optional
      />
      {kindSection === null ? (
        <Select
          label={t("note.for")}
          value={typed.section ?? "all"}
          onChange={(next) => set({ section: next === null || next === "all" ? null : next })}
          {...(hidden ? { hint: t("event.not-yours") } : {})}
          options={[
            { value: "all", label: t("note.for-all") },
            ...["3", "4", "5", "6", "7", "8", "1", "2", "9"].map((one) => ({
              value: one,
              label: t("note.for-section", { section: t(`section.${one}`) }),
            })),
          ]}
        />
      ) : (
        <p className="small quiet">
          {t("event.read-by", { section: t(`section.${section}`) })} {hidden ? t("event.not-yours") : null}
        </p>
      )}
      <Select
        label={t("event.stage")}
        hint={t("event.stage-hint")}
        value={typed.stage}
        onChange={(stage) => set({ stage })}
        optional
        options={STAGES.map((stage) => ({ value: stage, label: kit(`journey.${stage}`) }))}
      />
      {of.timeline.some((event) => event.held) ? (
        <Select
          label={t("event.corrects")}
          value={typed.corrects}
          onChange={(corrects) => set({ corrects })}
          optional
          options={of.timeline
            .filter((event) => event.held)
            .slice(0, 30)
            .map((event) => ({
              value: event.id,
              label: `${nameOfCode(pack?.eventKinds, event.kind, language)}, ${formatDate(event.happenedAt ?? event.recordedAt, "day-short", language)}`,
            }))}
        />
      ) : null}
      <Checkbox label={t("event.from-paper")} checked={typed.fromPaper} onChange={(fromPaper) => set({ fromPaper })} />
    </ActDialog>
  );
}
