import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { Choice } from "../../../../web/kit/choice.tsx";
import { request } from "../../../../web/kit/client.ts";
import { Combobox } from "../../../../web/kit/combobox.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextArea, TextField } from "../../../../web/kit/field.tsx";
import { problemOf } from "../../../../web/kit/problem.ts";
import { keyOf, useSubmit } from "../../../../web/kit/reading.ts";
import { useProblemWords } from "../../../../web/kit/refusal.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../shared.tsx";
import { readAge } from "./age.ts";

type Person = Case["people"][number];
type Yes = "yes" | "no" | "not-sure";
interface Typed {
  relation: string | null;
  proved: "claimed" | "proved";
  livesWith: Yes;
  age: string;
  on: "yes" | "no";
  reason: string;
}

const asYes = (value: boolean | null): Yes => (value === null ? "not-sure" : value ? "yes" : "no");
const asBoolean = (value: Yes): boolean | null => (value === "not-sure" ? null : value === "yes");

/** What is known of somebody: relation and whether it is proved, whether they live with the child, age, and that they are no longer on the case. */
export function ChangePerson({
  of,
  person,
  onClose,
}: {
  readonly of: Case;
  readonly person: Person;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const queries = useQueryClient();
  const words = useProblemWords();
  const path = `/api/cases/${of.id}/people/${person.id}`;
  const draft = useDraft<Typed>(`case/${of.id}/person/${person.id}`, {
    relation: person.relation,
    proved: person.relationClaimed ? "claimed" : "proved",
    livesWith: asYes(person.livesWith),
    age: person.age === null ? "" : String(person.age),
    on: "yes",
    reason: "",
  });
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.set((before) => ({ ...before, ...change }));
  const [wrong, setWrong] = useState({ age: false, reason: false, nothing: false });
  const send = useSubmit<object, { version: number }>({
    method: "PATCH",
    path,
    ifMatch: person.version,
    makesOld: [`/api/cases/${of.id}`, "/api/people"],
  });
  const change = () => {
    const age = readAge(typed.age, 120);
    const changed = {
      ...(typed.relation === person.relation ? {} : { relation: typed.relation }),
      ...((typed.proved === "claimed") === person.relationClaimed
        ? {}
        : { relationClaimed: typed.proved === "claimed" }),
      ...(asBoolean(typed.livesWith) === person.livesWith ? {} : { livesWith: asBoolean(typed.livesWith) }),
      ...(age === person.age || age === "wrong" ? {} : { age }),
      ...(typed.on === "yes" ? {} : { ended: true }),
    };
    const found = {
      age: age === "wrong",
      reason: typed.reason.trim().length < 3,
      nothing: Object.keys(changed).length === 0,
    };
    setWrong(found);
    if (found.age || found.reason || found.nothing) return;
    send.mutate(
      { ...changed, reason: typed.reason.trim() },
      {
        onSuccess: ({ version }) => {
          draft.discard();
          const undo =
            typed.on === "no"
              ? () =>
                  void request("PATCH", path, { ended: false, reason: t("person.undone") }, { ifMatch: version }).then(
                    () => queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}`) }),
                    (thrown: unknown) => showToast(words(problemOf(thrown)).title),
                  )
              : undefined;
          showToast(t("person.changed"), undo);
          onClose();
        },
      },
    );
  };
  const isChild = person.role === "child";
  return (
    <ActDialog
      title={t("person.change-title", { role: t(`role.${person.role}`) })}
      act={t("save")}
      busy={send.isPending}
      problem={send.error}
      draft={draft}
      errors={wrong.nothing ? [{ message: t("person.nothing") }] : []}
      onClose={onClose}
      onAct={change}
    >
      {isChild ? null : (
        <>
          <Combobox
            label={t("person.relation")}
            optional
            value={typed.relation}
            onChange={(relation) => set({ relation })}
            options={(pack?.relations ?? [])
              .filter((one) => one.code !== "self")
              .map((one) => ({ value: one.code, label: nameOfCode(pack?.relations, one.code, language) }))}
          />
          <Choice
            name="proved"
            label={t("person.proved")}
            hint={t("person.proved-hint")}
            value={typed.proved}
            onChange={(proved) => set({ proved })}
            options={[
              { value: "claimed", label: t("person.is-claimed") },
              { value: "proved", label: t("person.is-proved") },
            ]}
          />
          <Choice
            name="lives-with"
            label={t("person.lives-with")}
            value={typed.livesWith}
            onChange={(livesWith) => set({ livesWith })}
            options={[
              { value: "yes", label: t("yes") },
              { value: "no", label: t("no") },
              { value: "not-sure", label: t("not-sure"), unsure: true },
            ]}
          />
        </>
      )}
      <TextField
        label={t("new.age")}
        value={typed.age}
        onChange={(age) => set({ age })}
        error={wrong.age ? t("person.age-wrong") : null}
        inputMode="numeric"
        short
        optional
      />
      {isChild ? null : (
        <Choice
          name="on"
          label={t("person.on")}
          value={typed.on}
          onChange={(on) => set({ on })}
          options={[
            { value: "yes", label: t("person.on-yes") },
            { value: "no", label: t("person.on-no"), note: t("person.on-no-note") },
          ]}
        />
      )}
      <TextArea
        label={t("why")}
        value={typed.reason}
        onChange={(reason) => set({ reason })}
        error={wrong.reason ? t("why-missing") : null}
        rows={2}
        most={300}
      />
    </ActDialog>
  );
}
