import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { type ApproximateDate, NO_DATE } from "../../../../web/kit/approximate-date.ts";
import { Choice } from "../../../../web/kit/choice.tsx";
import { Combobox } from "../../../../web/kit/combobox.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextArea, TextField } from "../../../../web/kit/field.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { reading, useSubmit } from "../../../../web/kit/reading.ts";
import { Shown } from "../../../../web/kit/shown.tsx";
import type { HomeView } from "../../places/model.ts";
import { dayAfter, EndDay, endOfDay, isDay } from "../access/end-day.tsx";
import { type Case, usePack } from "../shared.tsx";
import { momentOf } from "./moment.ts";

interface Typed {
  kind: "home" | "other" | null;
  unit: string | null;
  review: string | null;
  since: ApproximateDate;
  name: string;
  address: string;
  note: string;
}

const BLANK: Typed = { kind: null, unit: null, review: null, since: NO_DATE, name: "", address: "", note: "" };

export interface RecordPlaceProps {
  readonly of: Case;
  /** Whether she has a place now, which ends with this. */
  readonly moves: boolean;
  /** Told what was made and which place ended with it. */
  readonly onKept: (made: { id: string; ended: string | null; inHome: boolean }) => void;
  readonly onClose: () => void;
}

/** Where the child sleeps from now on: sealed. A home comes onto the case with it; everybody else reads that a step of care was taken, and no more. */
export function RecordPlace({ of, moves, onKept, onClose }: RecordPlaceProps) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const homes = useQuery(reading<{ homes: HomeView[] }>(`/api/cases/${of.id}/homes`));
  const draft = useDraft<Typed>(`case/${of.id}/placing`, BLANK);
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.set((before) => ({ ...before, ...change }));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const send = useSubmit<object, { id: string; ended: string | null }>({
    path: `/api/cases/${of.id}/places`,
    makesOld: [`/api/cases/${of.id}`],
  });
  const care = pack?.purposes.find((one) => one.code === "care");
  const review = typed.review ?? (care === undefined ? "" : dayAfter(care.lasts));
  const inHome = typed.kind === "home";
  const record = () => {
    const moment = momentOf(typed.since, Date.now());
    const found = [
      ...(typed.kind === null ? ["kind"] : []),
      ...(inHome && typed.unit === null ? ["unit"] : []),
      ...(inHome && (!isDay(review) || Date.parse(endOfDay(review)) <= Date.now()) ? ["review"] : []),
      ...(typed.kind === "other" && typed.name.trim() === "" ? ["name"] : []),
      ...(moment === null ? ["since"] : []),
    ];
    setWrong(found);
    if (found.length > 0 || moment === null) return;
    send.mutate(
      {
        since: moment.happenedAt ?? new Date().toISOString(),
        home: inHome ? { unitId: typed.unit, reviewAt: endOfDay(review) } : null,
        name: inHome ? "" : typed.name,
        address: typed.address,
        note: typed.note,
      },
      {
        onSuccess: (made) => {
          draft.discard();
          onKept({ ...made, inHome });
          onClose();
        },
      },
    );
  };
  return (
    <ActDialog
      title={t(moves ? "place.move" : "place.title")}
      lead={moves ? `${t("place.lead")} ${t("place.ends-before")}` : t("place.lead")}
      act={t("place.act")}
      kind="seal"
      busy={send.isPending}
      problem={send.error}
      draft={draft}
      onClose={onClose}
      onAct={record}
    >
      <Choice
        name="kind"
        label={t("place.kind")}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        error={wrong.includes("kind") ? t("place.kind-missing") : null}
        options={[
          { value: "home", label: t("place.kind-home"), note: t("place.kind-home-note") },
          { value: "other", label: t("place.kind-other"), note: t("place.kind-other-note") },
        ]}
      />
      {inHome ? (
        <>
          <Shown query={homes} small>
            {(read) =>
              read.homes.length === 0 ? (
                <p className="quiet">{t("place.homes-none")}</p>
              ) : (
                <Combobox
                  label={t("place.home")}
                  hint={t("place.home-hint")}
                  value={typed.unit}
                  onChange={(unit) => set({ unit })}
                  error={wrong.includes("unit") ? t("place.home-missing") : null}
                  options={read.homes.map((home) => ({
                    value: home.unitId,
                    label: `${nameIn(home.agency, language)}: ${nameIn(home.unit, language)}`,
                  }))}
                />
              )
            }
          </Shown>
          <EndDay
            label={t("place.review")}
            hint={t("place.review-hint")}
            value={review}
            onChange={(next) => set({ review: next })}
            error={wrong.includes("review") ? t("place.review-wrong") : null}
          />
        </>
      ) : null}
      {typed.kind === "other" ? (
        <TextField
          label={t("place.name")}
          value={typed.name}
          onChange={(name) => set({ name })}
          error={wrong.includes("name") ? t("place.name-missing") : null}
          maxLength={300}
          dir="auto"
        />
      ) : null}
      {typed.kind === null ? null : (
        <>
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
            error={wrong.includes("since") ? t("event.when-wrong") : null}
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
        </>
      )}
    </ActDialog>
  );
}
