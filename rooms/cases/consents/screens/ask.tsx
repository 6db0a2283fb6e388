import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Checkbox, Checks, Choice, Select } from "../../../../web/kit/choice.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { DraftNote } from "../../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { ErrorSummary, Notice } from "../../../../web/kit/notice.tsx";
import { reading, useSubmit } from "../../../../web/kit/reading.ts";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import type { Case } from "../../screens/shared.tsx";
import { dayFromNow, exactDay, exactMoment, fieldsOf, Refused } from "../../screens/under-case.tsx";
import { ANSWERS, EXPLAINED, GIVERS, MARKS, PRESENT, TO_PLEASE } from "../model.ts";
import { useConsentPack, usePersonName } from "./names.ts";

/** Tongues that are heard often; dialects have codes of their own, so that "Hindi" is not written for Bhojpuri. */
const TONGUES = [
  "hi",
  "bho",
  "mai",
  "mag",
  "sat",
  "hne",
  "awa",
  "raj",
  "bn",
  "or",
  "as",
  "ne",
  "ur",
  "ta",
  "te",
  "kn",
  "ml",
  "mr",
  "gu",
  "pa",
  "en",
];

interface Typed {
  personId: string | null;
  giver: (typeof GIVERS)[number] | null;
  caregiverId: string | null;
  purpose: string | null;
  receiverAgency: string | null;
  channel: string | null;
  answer: (typeof ANSWERS)[number] | null;
  how: (typeof EXPLAINED)[number][];
  language: string | null;
  interpreter: boolean;
  present: (typeof PRESENT)[number][];
  toPlease: (typeof TO_PLEASE)[number] | null;
  mark: (typeof MARKS)[number] | null;
  given: ReturnType<typeof fieldsOf>;
  ends: ReturnType<typeof fieldsOf>;
  words: string;
}

interface Directory {
  readonly agencies: readonly { readonly id: string; readonly names: Record<string, string> }[];
}

/** ISO 8601 durations of the pack in days, roughly: only a proposal for the end, which the worker sets. */
function daysOf(duration: string): number {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?/.exec(duration);
  return Number(parts?.[1] ?? 0) * 365 + Number(parts?.[2] ?? 0) * 30 + Number(parts?.[3] ?? 0);
}

/** Writes down one answer: nothing is pre-ticked, and "perhaps to please us" is an answer. */
export function AskForm({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases/consents");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = useConsentPack();
  const person = usePersonName(of);
  const tongue = new Intl.DisplayNames([language], { type: "language" });
  const children = of.people.filter((one) => one.role === "child" || one.role === "sibling");
  const caregivers = of.people.filter((one) => one.role === "caregiver");
  const draft = useDraft<Typed>(`case/${of.id}/consent`, {
    personId: children.length === 1 ? (children[0]?.id ?? null) : null,
    giver: null,
    caregiverId: null,
    purpose: null,
    receiverAgency: null,
    channel: null,
    answer: null,
    how: [],
    language: null,
    interpreter: false,
    present: [],
    toPlease: null,
    mark: null,
    given: fieldsOf(dayFromNow(0)),
    ends: fieldsOf(dayFromNow(90)),
    words: "",
  });
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.set({ ...typed, ...change });
  const [tried, setTried] = useState(false);
  const purpose = pack?.purposes.find((one) => one.code === typed.purpose);
  const agencies = useQuery({ ...reading<Directory>("/api/agencies"), enabled: purpose?.needsReceiver === true });
  const given = exactDay(typed.given);
  // Today without a time is now: an answer cannot come from later today.
  const givenAt =
    given === null
      ? null
      : given === dayFromNow(0) && typed.given.time.trim() === ""
        ? new Date().toISOString()
        : exactMoment(typed.given, "12:00");
  const endsAt = exactMoment(typed.ends, "23:59");
  const age = children.find((one) => one.id === typed.personId)?.age ?? of.age;
  const rule = age === null ? undefined : pack?.ages.find((one) => one.from <= age && age <= one.to);
  const wants: Record<string, boolean> = {
    "ask.person": typed.personId === null,
    "ask.purpose": purpose === undefined,
    "ask.receiver": purpose?.needsReceiver === true && typed.receiverAgency === null,
    "ask.giver": typed.giver === null,
    "ask.caregiver": typed.giver === "caregiver" && typed.caregiverId === null,
    "ask.how": typed.how.length === 0,
    "ask.language": typed.language === null,
    "ask.present": typed.present.length === 0,
    "ask.answer": typed.answer === null,
    "ask.to-please": typed.toPlease === null,
    "ask.mark": typed.mark === null,
    "ask.given": givenAt === null,
    "ask.ends": endsAt === null,
  };
  const missing = Object.keys(wants).filter((key) => wants[key]);
  const error = (key: string) => (tried && wants[key] ? t("choose") : null);
  const send = useSubmit<object, { id: string }>({
    path: `/api/cases/${of.id}/consents`,
    makesOld: [`/api/cases/${of.id}`],
  });
  if (children.length === 0) return <p className="quiet">{t("ask.nobody")}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(missing.length > 0);
        if (missing.length > 0) return;
        const { given: _given, ends: _ends, ...rest } = typed;
        send.mutate(
          {
            ...rest,
            caregiverId: typed.giver === "caregiver" ? typed.caregiverId : null,
            receiverAgency: purpose?.needsReceiver === true ? typed.receiverAgency : null,
            givenAt,
            endsAt,
          },
          { onSuccess: () => draft.discard() },
        );
      }}
    >
      <ErrorSummary errors={tried ? missing.map((key) => ({ message: t(key) })) : []} />
      <Notice meaning="info" title={t("ask.first")}>
        {rule === undefined ? t("ask.age-not-known") : nameIn(rule.names, language)}
      </Notice>
      {children.length === 1 ? null : (
        <Select
          label={t("ask.person")}
          value={typed.personId}
          onChange={(personId) => set({ personId })}
          error={error("ask.person")}
          options={children.map((one) => ({ value: one.id, label: person(one.id) }))}
        />
      )}
      <Select
        label={t("ask.purpose")}
        value={typed.purpose}
        onChange={(code) => {
          const lasts = pack?.purposes.find((one) => one.code === code)?.lasts;
          set({ purpose: code, ...(lasts === undefined ? {} : { ends: fieldsOf(dayFromNow(daysOf(lasts))) }) });
        }}
        error={error("ask.purpose")}
        options={(pack?.purposes ?? []).map((one) => ({
          value: one.code,
          label: nameOfCode(pack?.purposes, one.code, language),
        }))}
      />
      {purpose?.needsReceiver === true ? (
        <Select
          label={t("ask.receiver")}
          hint={t("ask.receiver-hint")}
          value={typed.receiverAgency}
          onChange={(receiverAgency) => set({ receiverAgency })}
          error={error("ask.receiver")}
          options={(agencies.data?.agencies ?? []).map((one) => ({
            value: one.id,
            label: nameIn(one.names, language),
          }))}
        />
      ) : null}
      <Select
        label={t("ask.channel")}
        hint={t("ask.channel-hint")}
        value={typed.channel}
        onChange={(channel) => set({ channel })}
        optional
        options={(pack?.channels ?? []).map((one) => ({
          value: one.code,
          label: nameOfCode(pack?.channels, one.code, language),
        }))}
      />
      <Choice
        name="giver"
        label={t("ask.giver")}
        value={typed.giver}
        onChange={(giver) => set({ giver })}
        error={error("ask.giver")}
        options={GIVERS.map((one) => ({
          value: one,
          label: t(`giver.${one}`),
          ...(one === "committee" ? { note: t("giver.committee-note") } : {}),
        }))}
      />
      {typed.giver === "caregiver" ? (
        <Select
          label={t("ask.caregiver")}
          value={typed.caregiverId}
          onChange={(caregiverId) => set({ caregiverId })}
          error={error("ask.caregiver")}
          {...(caregivers.length === 0 ? { hint: t("ask.caregiver-none") } : {})}
          options={caregivers.map((one) => ({ value: one.id, label: person(one.id) }))}
        />
      ) : null}
      <Checks
        name="how"
        label={t("ask.how")}
        value={typed.how}
        onChange={(how) => set({ how })}
        error={error("ask.how")}
        options={EXPLAINED.map((one) => ({ value: one, label: t(`how.${one}`) }))}
      />
      <Select
        label={t("ask.language")}
        hint={t("ask.language-hint")}
        value={typed.language}
        onChange={(next) => set({ language: next })}
        error={error("ask.language")}
        short
        options={TONGUES.map((code) => ({ value: code, label: tongue.of(code) ?? code }))}
      />
      <Checkbox
        label={t("ask.interpreter")}
        checked={typed.interpreter}
        onChange={(interpreter) => set({ interpreter })}
      />
      <Checks
        name="present"
        label={t("ask.present")}
        value={typed.present}
        onChange={(present) => set({ present })}
        error={error("ask.present")}
        options={PRESENT.map((one) => ({ value: one, label: t(`present.${one}`) }))}
      />
      <Choice
        name="answer"
        label={t("ask.answer")}
        value={typed.answer}
        onChange={(answer) => set({ answer })}
        error={error("ask.answer")}
        options={(typed.giver === "caregiver" ? ANSWERS : (["yes", "no"] as const)).map((one) => ({
          value: one,
          label: t(`answer.${one}`),
        }))}
      />
      <Choice
        name="to-please"
        label={t("ask.to-please")}
        hint={t("ask.to-please-hint")}
        value={typed.toPlease}
        onChange={(toPlease) => set({ toPlease })}
        error={error("ask.to-please")}
        options={TO_PLEASE.map((one) => ({ value: one, label: t(`to-please.${one}`) }))}
      />
      <TextArea
        label={t("ask.words")}
        hint={t(typed.giver === "child" ? "ask.words-child" : "ask.words-hint")}
        value={typed.words}
        onChange={(words) => set({ words })}
        rows={3}
        most={4000}
        optional
        {...(typed.language === null ? {} : { lang: typed.language })}
      />
      <Choice
        name="mark"
        label={t("ask.mark")}
        value={typed.mark}
        onChange={(mark) => set({ mark })}
        error={error("ask.mark")}
        options={MARKS.map((one) => ({ value: one, label: t(`mark.${one}`) }))}
      />
      <DateField
        label={t("ask.given")}
        hint={t("ask.given-hint")}
        value={typed.given}
        onChange={(next) => set({ given: next })}
        error={error("ask.given")}
        withTime
        exact
      />
      <DateField
        label={t("ask.ends")}
        hint={t("ask.ends-hint")}
        value={typed.ends}
        onChange={(ends) => set({ ends })}
        error={error("ask.ends")}
        mayCome
        exact
      />
      <Refused error={send.error} />
      <Acts>
        <Button type="submit" kind="first" busy={send.isPending}>
          {t("ask.keep")}
        </Button>
        <DraftNote draft={draft} />
      </Acts>
    </form>
  );
}
