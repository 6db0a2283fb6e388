import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextArea, TextField } from "../../../../web/kit/field.tsx";
import { dayOf } from "../../../../web/kit/languages/format.ts";
import { keyOf, useSubmit } from "../../../../web/kit/reading.ts";
import { showToast } from "../../../../web/kit/toast.tsx";
import type { Case } from "../shared.tsx";
import { formOf, type IdentityTyped, identityOf } from "./identity-form.ts";

export interface SealIdentityProps {
  readonly of: Case;
  readonly personId: string;
  readonly role: Case["people"][number]["role"];
  /** What was opened, and its version; absent for a person whose name is not written down yet. */
  readonly opened?: { readonly identity: Readonly<Record<string, unknown>>; readonly version: number };
  readonly onClose: () => void;
}

/** Names, phone, document: typed once and sealed at once. Nobody reads it again without an entry in the log. */
export function SealIdentity({ of, personId, role, opened, onClose }: SealIdentityProps) {
  const { t } = useTranslation("cases");
  const queries = useQueryClient();
  const draft = useDraft<IdentityTyped>(`case/${of.id}/identity/${personId}`, formOf(opened?.identity ?? {}));
  const typed = draft.value;
  const set = (change: Partial<IdentityTyped>) => draft.set((before) => ({ ...before, ...change }));
  const [wrong, setWrong] = useState<readonly ("phone" | "born" | "empty")[]>([]);
  const send = useSubmit<object, { version: number }>({
    method: "PUT",
    path: `/api/identities/${personId}`,
    ifMatch: opened?.version ?? 0,
    makesOld: [`/api/cases/${of.id}`, "/api/people"],
  });
  const seal = () => {
    const read = identityOf(typed, opened?.identity ?? null, dayOf(Date.now()));
    setWrong("wrong" in read ? read.wrong : []);
    if ("wrong" in read) return;
    send.mutate(
      { caseId: of.id, section: role === "suspect" ? "suspects" : "identity", identity: read.identity },
      {
        onSuccess: () => {
          draft.discard();
          void queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}/looks`) });
          showToast(t("seal.kept"));
          onClose();
        },
      },
    );
  };
  const line = (name: "givenName" | "familyName" | "nickname" | "fatherName" | "motherName" | "documentNumber") => (
    <TextField
      label={t(`identity.${name}`)}
      value={typed[name]}
      onChange={(value) => set({ [name]: value })}
      maxLength={name === "documentNumber" ? 60 : 200}
      dir="auto"
      spellCheck={false}
      optional
    />
  );
  return (
    <ActDialog
      title={t(role === "child" ? "seal.title-child" : "seal.title", { role: t(`role.${role}`) })}
      lead={t(role === "suspect" ? "seal.lead-suspect" : "seal.lead")}
      act={t("seal.act")}
      kind="seal"
      busy={send.isPending}
      problem={send.error}
      draft={draft}
      errors={wrong.includes("empty") ? [{ message: t("seal.empty") }] : []}
      onClose={onClose}
      onAct={seal}
    >
      {line("givenName")}
      {line("familyName")}
      {line("nickname")}
      {line("fatherName")}
      {line("motherName")}
      <DateField
        label={t("identity.birthDate")}
        value={typed.born}
        onChange={(born) => set({ born })}
        error={wrong.includes("born") ? t("event.when-wrong") : null}
        optional
      />
      <TextField
        label={t("identity.phone")}
        hint={t("seal.phone-hint")}
        value={typed.phone}
        onChange={(phone) => set({ phone })}
        error={wrong.includes("phone") ? t("seal.phone-wrong") : null}
        type="tel"
        inputMode="tel"
        dir="ltr"
        optional
      />
      {line("documentNumber")}
      <TextArea
        label={t("identity.address")}
        value={typed.address}
        onChange={(address) => set({ address })}
        rows={2}
        most={1000}
        optional
      />
      <TextArea
        label={t("identity.marks")}
        hint={t("seal.marks-hint")}
        value={typed.marks}
        onChange={(marks) => set({ marks })}
        rows={2}
        most={500}
        optional
      />
    </ActDialog>
  );
}
