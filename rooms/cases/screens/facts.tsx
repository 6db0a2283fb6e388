import "./case.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../web/kit/button.tsx";
import { Choice, Select } from "../../../web/kit/choice.tsx";
import { Combobox } from "../../../web/kit/combobox.tsx";
import { Conflict } from "../../../web/kit/conflict.tsx";
import { useDraft } from "../../../web/kit/draft.ts";
import { DraftNote } from "../../../web/kit/draft-note.tsx";
import { TextArea, TextField } from "../../../web/kit/field.tsx";
import { ErrorSummary, Notice } from "../../../web/kit/notice.tsx";
import { Page } from "../../../web/kit/page.tsx";
import { reading, useSubmit } from "../../../web/kit/reading.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { showToast } from "../../../web/kit/toast.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import { nameOfCode } from "../../agencies/pack-names.ts";
import type { CaseRow } from "../model.ts";
import { readAge } from "./case/age.ts";
import { changesOf, type Facts, FIELDS, factsOf } from "./case/fact-changes.ts";
import { type Case, useCaseTitle, usePack } from "./shared.tsx";

const BASES = ["not-known", "seems", "said", "papers", "assessed"] as const;

/** The facts of a case, changed with a reason; what was is kept. */
export default function FactsPage() {
  const { caseId = "" } = useParams({ strict: false }) as { caseId?: string };
  const found = useQuery(reading<Case>(`/api/cases/${caseId}`));
  return <Shown query={found}>{(of) => <ChangeFacts of={of} />}</Shown>;
}

interface Typed {
  /** The version and the facts on which the form began: a draft that was kept over night still knows what it was written against. */
  readonly version: number;
  readonly start: Facts;
  readonly facts: Facts;
  readonly age: string;
  readonly reason: string;
}

function ChangeFacts({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const words = useProblemWords();
  const navigate = useNavigate();
  const title = useCaseTitle()(of);
  const start = factsOf(of);
  const draft = useDraft<Typed>(`case/${of.id}/facts`, {
    version: of.version,
    start,
    facts: start,
    age: of.age === null ? "" : String(of.age),
    reason: "",
  });
  const typed = draft.value;
  const set = (change: Partial<Facts>) => draft.set((before) => ({ ...before, facts: { ...before.facts, ...change } }));
  const [wrong, setWrong] = useState({ age: false, reason: false, nothing: false });
  const against = useRef(typed.version);
  const send = useSubmit<object, { version: number }>({
    method: "PATCH",
    path: `/api/cases/${of.id}`,
    ifMatch: () => against.current,
    makesOld: [`/api/cases/${of.id}`, "/api/cases", "/api/people"],
  });
  const save = (facts: Facts, against: Facts, version: number) => {
    const changes = changesOf(against, facts);
    setWrong({ age: false, reason: typed.reason.trim().length < 3, nothing: Object.keys(changes).length === 0 });
    if (typed.reason.trim().length < 3 || Object.keys(changes).length === 0) return;
    patch(changes, version);
  };
  const patch = (changes: object, version: number) => {
    against.current = version;
    send.mutate(
      { ...changes, reason: typed.reason.trim() },
      {
        onSuccess: () => {
          draft.discard();
          showToast(t("facts.kept"));
          void navigate({ to: `/cases/${of.id}` });
        },
      },
    );
  };
  const value = (field: keyof Facts, facts: Facts): string => {
    const one = facts[field];
    if (one === null) return "";
    if (field === "situation") return nameOfCode(pack?.situations, String(one), language);
    if (field === "district") return nameOfCode(pack?.districts, String(one), language);
    if (field === "age") return String(one);
    return t(`fact.${field}.${one}`);
  };

  const theirs = send.error?.problem.conflict?.current as CaseRow | null | undefined;
  if (send.error?.problem.status === 412 && theirs !== null && theirs !== undefined) {
    const saved = factsOf(theirs);
    return (
      <Conflict
        fields={FIELDS.map((field) => ({
          key: field,
          name: t(`fact.${field}.name`),
          // What this worker did not touch is nothing to choose: what is saved stands.
          mine: value(field, typed.facts[field] === typed.start[field] ? saved : typed.facts),
          theirs: value(field, saved),
        }))}
        busy={send.isPending}
        onTheirs={() => {
          draft.discard();
          void navigate({ to: `/cases/${of.id}` });
        }}
        onChosen={(chosen) => {
          const merged = { ...saved } as Record<string, unknown>;
          for (const field of FIELDS) if (chosen.get(field) === "mine") merged[field] = typed.facts[field];
          const changes = changesOf(saved, merged as unknown as Facts);
          if (Object.keys(changes).length === 0) {
            draft.discard();
            return void navigate({ to: `/cases/${of.id}` });
          }
          patch(changes, theirs.version);
        }}
      />
    );
  }
  if (draft.state === "reading") return <Waiting />;
  return (
    <Page
      title={t("facts.title")}
      lead={t("facts.lead")}
      crumbs={[
        { label: t("list.title"), to: "/cases" },
        { label: title, to: `/cases/${of.id}` },
        { label: t("facts.title") },
      ]}
      shape="narrow"
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const age = readAge(typed.age, 23);
          if (age === "wrong") return setWrong({ age: true, reason: false, nothing: false });
          save({ ...typed.facts, age }, typed.start, typed.version);
        }}
      >
        <ErrorSummary errors={wrong.nothing ? [{ message: t("person.nothing") }] : []} />
        {send.error === null ? null : (
          <Notice meaning="late" title={words(send.error.problem).title} speak>
            {words(send.error.problem).next}
          </Notice>
        )}
        <Choice
          name="sex"
          label={t("new.sex")}
          value={typed.facts.sex}
          onChange={(sex) => set({ sex })}
          options={(["girl", "boy", "another", "not-known"] as const).map((sex) => ({
            value: sex,
            label: t(`fact.sex.${sex}`),
            ...(sex === "not-known" ? { unsure: true } : {}),
          }))}
        />
        <TextField
          label={t("new.age")}
          value={typed.age}
          onChange={(age) => {
            const read = readAge(age, 23);
            draft.set((before) => ({
              ...before,
              age,
              ...(read === "wrong" ? {} : { facts: { ...before.facts, age: read } }),
            }));
          }}
          error={wrong.age ? t("new.age-wrong") : null}
          inputMode="numeric"
          short
          optional
        />
        <Choice
          name="age-basis"
          label={t("fact.ageBasis.name")}
          value={typed.facts.ageBasis}
          onChange={(ageBasis) => set({ ageBasis })}
          options={BASES.map((basis) => ({
            value: basis,
            label: t(`fact.ageBasis.${basis}`),
            ...(basis === "not-known" ? { unsure: true } : {}),
          }))}
        />
        <Choice
          name="is-child"
          label={t("fact.isChild.name")}
          hint={t("fact.isChild.hint")}
          value={typed.facts.isChild}
          onChange={(isChild) => set({ isChild })}
          options={(["yes", "not-sure", "no"] as const).map((one) => ({ value: one, label: t(`fact.isChild.${one}`) }))}
        />
        <Select
          label={t("new.situation")}
          value={typed.facts.situation}
          onChange={(situation) => set({ situation: situation ?? of.situation })}
          options={(pack?.situations ?? []).map((one) => ({
            value: one.code,
            label: nameOfCode(pack?.situations, one.code, language),
          }))}
        />
        <Combobox
          label={t("new.district")}
          value={typed.facts.district}
          onChange={(district) => set({ district })}
          optional
          options={(pack?.districts ?? []).map((one) => ({
            value: one.code,
            label: nameOfCode(pack?.districts, one.code, language),
          }))}
        />
        <TextArea
          label={t("why")}
          hint={t("facts.why-hint")}
          value={typed.reason}
          onChange={(reason) => draft.set((before) => ({ ...before, reason }))}
          error={wrong.reason ? t("why-missing") : null}
          rows={3}
          most={300}
        />
        <Acts>
          <Button kind="first" type="submit" busy={send.isPending}>
            {t("save")}
          </Button>
          <Button kind="plain" onClick={() => void navigate({ to: `/cases/${of.id}` })}>
            {t("back")}
          </Button>
        </Acts>
        <div className="small quiet">
          <DraftNote draft={draft} />
        </div>
      </form>
    </Page>
  );
}
