import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { Choice } from "../../../../web/kit/choice.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextArea } from "../../../../web/kit/field.tsx";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { showToast } from "../../../../web/kit/toast.tsx";
import type { CaseRow } from "../../model.ts";
import { type Case, usePack } from "../shared.tsx";

const LEVELS = ["immediate", "high", "medium", "low", "none"] as const;

/** The risk level, with why, and how soon somebody must see the child: the clock begins when it is set. */
export function SetRisk({ of, onClose }: { readonly of: Case; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const draft = useDraft<{ level: CaseRow["risk"]; reason: string }>(`case/${of.id}/risk`, { level: null, reason: "" });
  const typed = draft.value;
  const [missing, setMissing] = useState<{ level: boolean; reason: boolean }>({ level: false, reason: false });
  const send = useSubmit<object, { respondBy: string | null }>({
    path: `/api/cases/${of.id}/risk`,
    makesOld: [`/api/cases/${of.id}`, "/api/cases", "/api/first-responses"],
  });
  const means = (level: (typeof LEVELS)[number]) => {
    const names = pack?.riskLevels.find((one) => one.code === level)?.firstResponse?.what;
    return [t(`risk-means.${level}`), names?.[language] ?? names?.["en"] ?? ""]
      .filter((part) => part !== "")
      .join(". ");
  };
  return (
    <ActDialog
      title={t("set-risk.title")}
      lead={t("set-risk.lead")}
      act={t("set-risk.act")}
      busy={send.isPending}
      problem={send.error}
      draft={draft}
      onClose={onClose}
      onAct={() => {
        const wrong = { level: typed.level === null, reason: typed.reason.trim().length < 3 };
        setMissing(wrong);
        if (wrong.level || wrong.reason) return;
        send.mutate(
          { level: typed.level, reason: typed.reason.trim() },
          {
            onSuccess: () => {
              draft.discard();
              showToast(t("set-risk.kept"));
              onClose();
            },
          },
        );
      }}
    >
      <Choice
        name="level"
        label={t("new.risk")}
        value={typed.level}
        onChange={(level) => draft.set({ ...typed, level })}
        error={missing.level ? t("set-risk.level-missing") : null}
        options={LEVELS.map((level) => ({ value: level, label: t(`risk.${level}`), note: means(level) }))}
      />
      <TextArea
        label={t("why")}
        hint={t("set-risk.why-hint")}
        value={typed.reason}
        onChange={(reason) => draft.set({ ...typed, reason })}
        error={missing.reason ? t("why-missing") : null}
        rows={3}
        most={2000}
      />
    </ActDialog>
  );
}
