import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { Choice, Select } from "../../../../web/kit/choice.tsx";
import { request } from "../../../../web/kit/client.ts";
import { Combobox } from "../../../../web/kit/combobox.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextField } from "../../../../web/kit/field.tsx";
import { problemOf } from "../../../../web/kit/problem.ts";
import { keyOf, useSubmit } from "../../../../web/kit/reading.ts";
import { useProblemWords } from "../../../../web/kit/refusal.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../shared.tsx";
import { readAge } from "./age.ts";

type Role = Case["people"][number]["role"];
type Sex = Case["sex"];

interface Typed {
  role: Role | null;
  relation: string | null;
  sex: Sex | null;
  age: string;
  livesWith: "yes" | "no" | "not-sure" | null;
}

const BLANK: Typed = { role: null, relation: null, sex: null, age: "", livesWith: null };
const ROLES: readonly Role[] = ["child", "sibling", "caregiver", "suspect", "person-of-concern", "other"];

export interface AddPersonProps {
  readonly of: Case;
  readonly onClose: () => void;
  /** The person is there: their name can be sealed next. */
  readonly onAdded: (person: { id: string; role: Role }) => void;
}

/** Somebody of the case, by role and relation. The name comes afterwards and is sealed. */
export function AddPerson({ of, onClose, onAdded }: AddPersonProps) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const queries = useQueryClient();
  const words = useProblemWords();
  const draft = useDraft<Typed>(`case/${of.id}/person`, BLANK);
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.set((before) => ({ ...before, ...change }));
  const [wrong, setWrong] = useState({ role: false, age: false });
  const send = useSubmit<object, { id: string }>({
    path: `/api/cases/${of.id}/people`,
    makesOld: [`/api/cases/${of.id}`, "/api/people"],
  });
  const hidden = typed.role === "suspect" && !of.sections.includes(7);
  const add = () => {
    const age = readAge(typed.age, 120);
    setWrong({ role: typed.role === null, age: age === "wrong" });
    if (typed.role === null || age === "wrong") return;
    const role = typed.role;
    send.mutate(
      {
        role,
        relation: role === "child" ? "self" : typed.relation,
        sex: typed.sex ?? "not-known",
        age,
        livesWith: typed.livesWith === "yes" ? true : typed.livesWith === "no" ? false : null,
      },
      {
        onSuccess: ({ id }) => {
          draft.discard();
          // Undone, the person leaves the case; that it was so stays in its history.
          showToast(t("person.kept"), () => {
            void request(
              "PATCH",
              `/api/cases/${of.id}/people/${id}`,
              { ended: true, reason: t("person.undone") },
              { ifMatch: 1 },
            ).then(
              () => queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}`) }),
              (thrown: unknown) => showToast(words(problemOf(thrown)).title),
            );
          });
          onAdded({ id, role });
        },
      },
    );
  };
  return (
    <ActDialog
      title={t("person.title")}
      lead={t("person.lead")}
      act={t("person.act")}
      busy={send.isPending}
      problem={send.error}
      draft={draft}
      onClose={onClose}
      onAct={add}
    >
      <Choice
        name="role"
        label={t("person.role")}
        value={typed.role}
        onChange={(role) => {
          set({ role });
          setWrong({ ...wrong, role: false });
        }}
        error={wrong.role ? t("person.role-missing") : null}
        {...(hidden ? { hint: t("person.suspect-hidden") } : {})}
        options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      {typed.role === "child" ? null : (
        <Combobox
          label={t("person.relation")}
          hint={t("person.relation-hint")}
          optional
          value={typed.relation}
          onChange={(relation) => set({ relation })}
          options={(pack?.relations ?? [])
            .filter((one) => one.code !== "self")
            .map((one) => ({ value: one.code, label: nameOfCode(pack?.relations, one.code, language) }))}
        />
      )}
      <Select
        label={t("person.sex")}
        value={typed.sex}
        onChange={(sex) => set({ sex })}
        optional
        short
        options={(["girl", "boy", "another"] as const).map((sex) => ({ value: sex, label: t(`person-sex.${sex}`) }))}
      />
      <TextField
        label={t("new.age")}
        value={typed.age}
        onChange={(age) => set({ age })}
        error={wrong.age ? t("person.age-wrong") : null}
        inputMode="numeric"
        short
        optional
      />
      {typed.role === "child" || typed.role === null ? null : (
        <Choice
          name="lives-with"
          label={t("person.lives-with")}
          hint={t("person.lives-with-hint")}
          value={typed.livesWith}
          onChange={(livesWith) => set({ livesWith })}
          options={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
            { value: "not-sure", label: t("not-sure"), unsure: true },
          ]}
        />
      )}
    </ActDialog>
  );
}
