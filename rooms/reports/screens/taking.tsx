/** What staff write down of what somebody says: the same fields for a call and for a report that reached another agency. */
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { Choice, Select } from "../../../web/kit/choice.tsx";
import { TextArea, TextField } from "../../../web/kit/field.tsx";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { nameOfCode } from "../../agencies/pack-names.ts";
import type { CallBack, Danger } from "../model.ts";
import { usePack } from "./pack.ts";

export interface Taken {
  readonly danger: z.infer<typeof Danger> | null;
  readonly saw: string;
  readonly where: string;
  readonly district: string | null;
  readonly situation: string | null;
  readonly age: string;
  readonly aboutSelf: boolean | null;
  readonly callerPhone: string;
  readonly callBack: z.infer<typeof CallBack> | null;
  readonly reachHow: string;
}

export const BLANK: Taken = {
  danger: null,
  saw: "",
  where: "",
  district: null,
  situation: null,
  age: "",
  aboutSelf: null,
  callerPhone: "",
  callBack: null,
  reachHow: "",
};

/** The most that the server takes of an age in words. */
const AGE_LETTERS = 20;

/** As the server takes it. What nobody asked yet is left at "not sure". */
export function bodyOf(taken: Taken): object {
  const { saw, where, reachHow, callerPhone } = taken;
  return {
    danger: taken.danger ?? "not-sure",
    district: taken.district,
    situation: taken.situation,
    age: taken.age.trim() === "" ? null : taken.age.trim(),
    aboutSelf: taken.aboutSelf === true,
    callBack: taken.callBack,
    words: { saw, where, reachHow, callerPhone },
  };
}

export const saysSomething = (taken: Taken) =>
  [taken.saw, taken.where, taken.reachHow].some((text) => text.trim() !== "");

/** Danger first, with the numbers to call before anything is written. */
export function DangerFirst({
  value,
  onChange,
}: {
  readonly value: Taken["danger"];
  readonly onChange: (danger: NonNullable<Taken["danger"]>) => void;
}) {
  const { t, i18n } = useTranslation("reports");
  const language = i18n.resolvedLanguage ?? "en";
  const numbers = usePack().data?.about.emergency.filter((one) => one.danger) ?? [];
  return (
    <div className="call-danger" data-now={value === "now" || undefined}>
      <p className="call-numbers">
        <strong>{t("call.numbers")}</strong>
        {numbers.map((one) => (
          <a key={one.number} href={`tel:${one.number}`}>
            <b>{one.number}</b> {nameIn(one.names, language)}
          </a>
        ))}
      </p>
      <Choice
        name="danger"
        label={t("call.danger")}
        value={value}
        onChange={onChange}
        options={[
          { value: "now", label: t("call.danger-now") },
          { value: "no", label: t("call.danger-no") },
          { value: "not-sure", label: t("danger.not-sure"), unsure: true },
        ]}
      />
    </div>
  );
}

export function TakenFields({
  taken,
  set,
  phone,
  missing,
}: {
  readonly taken: Taken;
  readonly set: (change: Partial<Taken>) => void;
  /** A hint below the number, where one belongs to the form. */
  readonly phone: string | null;
  /** What is missing in "what is said". */
  readonly missing: string | null;
}) {
  const { t, i18n } = useTranslation("reports");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  return (
    <div className="call-fields">
      <div className="stack">
        <TextArea
          label={t("call.said")}
          hint={t("call.said-hint")}
          name="saw"
          rows={7}
          most={20_000}
          value={taken.saw}
          onChange={(saw) => set({ saw })}
          error={missing}
        />
        <TextArea
          label={t("call.where")}
          name="where"
          rows={2}
          most={20_000}
          optional
          value={taken.where}
          onChange={(where) => set({ where })}
        />
        <Select
          label={t("page.district")}
          name="district"
          optional
          value={taken.district}
          onChange={(district) => set({ district })}
          options={(pack?.districts ?? []).map((one) => ({
            value: one.code,
            label: nameOfCode(pack?.districts, one.code, language),
          }))}
        />
      </div>
      <div className="stack">
        <Choice
          name="about"
          label={t("call.who")}
          value={taken.aboutSelf === null ? null : taken.aboutSelf ? "me" : "other"}
          onChange={(who) => set({ aboutSelf: who === "me" })}
          options={[
            { value: "me", label: t("call.who-child") },
            { value: "other", label: t("call.who-other") },
          ]}
        />
        <TextField
          label={t("call.age")}
          name="age"
          short
          optional
          autoComplete="off"
          maxLength={AGE_LETTERS}
          value={taken.age}
          onChange={(age) => set({ age })}
        />
        <Select
          label={t("call.situation")}
          name="situation"
          optional
          value={taken.situation}
          onChange={(situation) => set({ situation })}
          options={(pack?.situations ?? []).map((one) => ({
            value: one.code,
            label: nameOfCode(pack?.situations, one.code, language),
          }))}
        />
      </div>
      <div className="stack">
        <TextField
          label={t("call.phone")}
          hint={phone ?? t("call.phone-hint")}
          name="phone"
          short
          optional
          autoComplete="off"
          inputMode="tel"
          maxLength={30}
          value={taken.callerPhone}
          onChange={(callerPhone) => set({ callerPhone })}
        />
        <Choice
          name="call-back"
          label={t("call.back")}
          hint={t("call.back-hint")}
          value={taken.callBack}
          onChange={(callBack) => set({ callBack })}
          options={(["safe", "ask-first", "unsafe"] as const).map((value) => ({
            value,
            label: t(`call.back-${value}`),
          }))}
        />
        <TextField
          label={t("call.reach")}
          hint={t("call.reach-hint")}
          name="reach"
          optional
          autoComplete="off"
          value={taken.reachHow}
          onChange={(reachHow) => set({ reachHow })}
        />
      </div>
    </div>
  );
}
