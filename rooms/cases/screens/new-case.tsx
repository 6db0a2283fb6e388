import "./case.css";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../web/kit/button.tsx";
import { Choice, Select } from "../../../web/kit/choice.tsx";
import { useDraft } from "../../../web/kit/draft.ts";
import { TextArea, TextField } from "../../../web/kit/field.tsx";
import { Notice } from "../../../web/kit/notice.tsx";
import { Page } from "../../../web/kit/page.tsx";
import { useSubmit } from "../../../web/kit/reading.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { nameOfCode } from "../../agencies/pack-names.ts";
import { readAge } from "./case/age.ts";
import { usePack } from "./shared.tsx";

interface Typed {
  sex: "girl" | "boy" | "another" | "not-known";
  age: string;
  situation: string | null;
  district: string | null;
  risk: "immediate" | "high" | "medium" | "low" | "none" | null;
  note: string;
}

const BLANK: Typed = { sex: "not-known", age: "", situation: null, district: null, risk: null, note: "" };

export interface CaseFormProps {
  readonly path: string;
  readonly draft: string;
  readonly start?: Partial<Typed>;
  readonly onMade: (id: string) => void;
  readonly madeOld: readonly string[];
}

/** The few facts with which a case begins. "Not known" is an answer everywhere; nothing typed is lost. */
export function CaseForm({ path, draft, start = {}, onMade, madeOld }: CaseFormProps) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const words = useProblemWords();
  const kept = useDraft<Typed>(draft, { ...BLANK, ...start });
  const typed = kept.value;
  const [missing, setMissing] = useState(false);
  const [ageWrong, setAgeWrong] = useState(false);
  const send = useSubmit<object, { id: string }>({ path, makesOld: madeOld });
  const set = (change: Partial<Typed>) => kept.set({ ...typed, ...change });
  const submit = () => {
    const age = readAge(typed.age, 23);
    setMissing(typed.situation === null);
    setAgeWrong(age === "wrong");
    if (typed.situation === null || age === "wrong") return;
    send.mutate(
      {
        sex: typed.sex,
        age,
        ageBasis: age === null ? "not-known" : "seems",
        isChild: age === null ? "not-sure" : "yes",
        situation: typed.situation,
        district: typed.district,
        risk: typed.risk,
        ...(typed.note.trim() === "" ? {} : { note: typed.note }),
      },
      {
        onSuccess: (made) => {
          kept.sent();
          onMade(made.id);
        },
      },
    );
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {send.error === null ? null : (
        <Notice meaning="late" title={words(send.error.problem).title} speak>
          {words(send.error.problem).next}
        </Notice>
      )}
      <Choice
        name="risk"
        label={t("new.risk")}
        value={typed.risk}
        onChange={(risk) => set({ risk })}
        options={(["immediate", "high", "medium", "low"] as const).map((r) => ({
          value: r,
          label: t(`risk.${r}`),
          note: t(`risk-means.${r}`),
        }))}
      />
      <Choice
        name="sex"
        label={t("new.sex")}
        value={typed.sex}
        onChange={(sex) => set({ sex })}
        options={(["girl", "boy", "another"] as const)
          .map((s) => ({ value: s as Typed["sex"], label: t(`sex.${s}`) }))
          .concat([{ value: "not-known", label: t("not-sure") }])}
      />
      <TextField
        label={t("new.age")}
        hint={t("new.age-hint")}
        value={typed.age}
        onChange={(age) => {
          set({ age });
          setAgeWrong(false);
        }}
        error={ageWrong ? t("new.age-wrong") : null}
        short
        inputMode="numeric"
        name="age"
        optional
      />
      <Select
        label={t("new.situation")}
        value={typed.situation}
        onChange={(situation) => {
          set({ situation });
          setMissing(false);
        }}
        error={missing ? t("new.situation-missing") : null}
        options={(pack?.situations ?? []).map((s) => ({
          value: s.code,
          label: nameOfCode(pack?.situations, s.code, language),
        }))}
      />
      <Select
        label={t("new.district")}
        value={typed.district}
        onChange={(district) => set({ district })}
        optional
        options={(pack?.districts ?? []).map((d) => ({
          value: d.code,
          label: nameOfCode(pack?.districts, d.code, language),
        }))}
      />
      <TextArea
        label={t("new.note")}
        hint={t("new.note-hint")}
        value={typed.note}
        onChange={(note) => set({ note })}
        most={20_000}
        optional
      />
      <Acts>
        <Button kind="first" type="submit" busy={send.isPending}>
          {t("new.open")}
        </Button>
      </Acts>
    </form>
  );
}

export default function NewCase() {
  const { t } = useTranslation("cases");
  const navigate = useNavigate();
  return (
    <Page
      title={t("new.title")}
      lead={t("new.lead")}
      crumbs={[{ label: t("list.title"), to: "/cases" }]}
      shape="narrow"
    >
      <CaseForm
        path="/api/cases"
        draft="case/new"
        madeOld={["/api/cases"]}
        onMade={(id) => void navigate({ to: `/cases/${id}` })}
      />
    </Page>
  );
}
