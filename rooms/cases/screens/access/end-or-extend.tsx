import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { Choice } from "../../../../web/kit/choice.tsx";
import { request } from "../../../../web/kit/client.ts";
import { dayOf } from "../../../../web/kit/languages/format.ts";
import { problemOf } from "../../../../web/kit/problem.ts";
import { keyOf, useSubmit } from "../../../../web/kit/reading.ts";
import { useProblemWords } from "../../../../web/kit/refusal.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import type { Case } from "../shared.tsx";
import { EndDay, EXTEND_BASES, endOfDay, isDay, WITHDRAW_BASES } from "./end-day.tsx";

export interface EndOrExtendProps {
  readonly of: Case;
  readonly member: Case["members"][number];
  readonly how: "extend" | "withdraw";
  readonly name: string;
  readonly onClose: () => void;
}

/** A later end for a member, or an end now; always with a reason. Withdrawing can be undone for as long as the message stands. */
export function EndOrExtend({ of, member, how, name, onClose }: EndOrExtendProps) {
  const { t } = useTranslation("cases");
  const queries = useQueryClient();
  const words = useProblemWords();
  const [until, setUntil] = useState(member.until === null ? "" : dayOf(Date.parse(member.until)));
  const [basis, setBasis] = useState<string | null>(null);
  const [missing, setMissing] = useState({ until: false, basis: false });
  const send = useSubmit<object, null>({
    method: "PUT",
    path: `/api/cases/${of.id}/members/${member.member}`,
    makesOld: [`/api/cases/${of.id}`],
  });
  const extends_ = how === "extend";
  const bases = extends_ ? EXTEND_BASES : WITHDRAW_BASES;
  /** Lets the member on again as they were. A home's unit is not named to everybody: then it is brought in again by hand. */
  const again = () => {
    const subjectId = member.kind === 1 ? member.workerId : member.unitId;
    if (subjectId === null || member.until === null) return undefined;
    return () => {
      void request("POST", `/api/cases/${of.id}/members`, {
        kind: member.kind === 1 ? "worker" : "unit",
        subjectId,
        purpose: member.purpose,
        until: member.until,
        sections: member.sections,
        basis: "longer-needed",
      }).then(
        () => queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}`) }),
        (thrown: unknown) => showToast(words(problemOf(thrown)).title),
      );
    };
  };
  return (
    <ActDialog
      title={t(extends_ ? "access.extend-title" : "access.withdraw-title", { name })}
      lead={t(extends_ ? "access.extend-lead" : "access.withdraw-lead")}
      act={t(extends_ ? "access.extend" : "access.withdraw")}
      kind={extends_ ? "first" : "danger"}
      busy={send.isPending}
      problem={send.error}
      onClose={onClose}
      onAct={() => {
        const wrong = { until: extends_ && !isDay(until), basis: basis === null };
        setMissing(wrong);
        if (wrong.until || wrong.basis) return;
        send.mutate(
          { until: extends_ ? endOfDay(until) : new Date().toISOString(), basis },
          {
            onSuccess: () => {
              showToast(t(extends_ ? "access.extended" : "access.withdrawn"), extends_ ? undefined : again());
              onClose();
            },
          },
        );
      }}
    >
      {extends_ ? (
        <EndDay value={until} onChange={setUntil} error={missing.until ? t("access.until-wrong") : null} />
      ) : null}
      <Choice
        name="basis"
        label={t("why")}
        value={basis}
        onChange={setBasis}
        error={missing.basis ? t("why-missing-code") : null}
        options={bases.map((one) => ({ value: one as string, label: t(`basis.${one}`) }))}
      />
    </ActDialog>
  );
}
