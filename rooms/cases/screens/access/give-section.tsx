import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { Select } from "../../../../web/kit/choice.tsx";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { showToast } from "../../../../web/kit/toast.tsx";
import type { Case } from "../shared.tsx";
import { GRANT_BASES } from "./end-day.tsx";

export interface GiveSectionProps {
  readonly of: Case;
  readonly section: number;
  readonly nameOf: (member: Case["members"][number]) => string;
  readonly onClose: () => void;
}

/** One more section for a member who is there already; it ends with the membership. */
export function GiveSection({ of, section, nameOf, onClose }: GiveSectionProps) {
  const { t } = useTranslation("cases");
  const [member, setMember] = useState<string | null>(null);
  const [basis, setBasis] = useState<string | null>(null);
  const [missing, setMissing] = useState({ member: false, basis: false });
  const send = useSubmit<{ until: string; basis: string | null }, null>({
    method: "PUT",
    path: () => `/api/cases/${of.id}/members/${member}/sections/${section}`,
    makesOld: [`/api/cases/${of.id}`],
  });
  const without = of.members.filter((one) => !one.isOwner && !one.sections.includes(section));
  return (
    <ActDialog
      title={t("access.give-title", { section: t(`section-name.${section}`) })}
      lead={t("access.give-lead")}
      act={t("access.give")}
      busy={send.isPending}
      problem={send.error}
      onClose={onClose}
      onAct={() => {
        setMissing({ member: member === null, basis: basis === null });
        if (member === null || basis === null) return;
        const until = of.members.find((one) => String(one.member) === member)?.until;
        send.mutate(
          { until: until ?? new Date(Date.now() + 365 * 86_400_000).toISOString(), basis },
          {
            onSuccess: () => {
              showToast(t("access.given"));
              onClose();
            },
          },
        );
      }}
    >
      {without.length === 0 ? <p className="quiet">{t("access.all-hold")}</p> : null}
      <Select
        label={t("access.member")}
        value={member}
        onChange={setMember}
        error={missing.member ? t("access.subject-missing") : null}
        options={without.map((one) => ({ value: String(one.member), label: nameOf(one) }))}
      />
      <Select
        label={t("why")}
        value={basis}
        onChange={setBasis}
        error={missing.basis ? t("why-missing-code") : null}
        options={GRANT_BASES.map((one) => ({ value: one as string, label: t(`basis.${one}`) }))}
      />
    </ActDialog>
  );
}
