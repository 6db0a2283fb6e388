import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Select } from "../../../../web/kit/choice.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { DraftNote } from "../../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { useMe } from "../../../../web/shell/session.ts";
import { DOMAIN_CODES, type Domain } from "../../domains.ts";
import type { Case } from "../../screens/shared.tsx";
import { dayFromNow, exactMoment, fieldsOf, Refused, useUnits } from "../../screens/under-case.tsx";
import { type Goal, TASK_KINDS } from "../model.ts";
import { Owner } from "./owner.tsx";

type Kind = (typeof TASK_KINDS)[number];

interface NewTask {
  goalId: string | null;
  domain: Domain | null;
  kind: Kind | null;
  text: string;
  unitId: string | null;
  workerId: string | null;
  due: ReturnType<typeof fieldsOf>;
}

/** A new task: what, whose, by when. Under a goal it is read by whoever reads the goal. */
export function NewTaskForm({ of, goals }: { readonly of: Case; readonly goals: readonly Goal[] }) {
  const { t } = useTranslation("cases/plan");
  const me = useMe();
  const units = useUnits(of);
  const mine = me.worker.unit?.id ?? null;
  const draft = useDraft<NewTask>(`case/${of.id}/new-task`, {
    goalId: null,
    domain: null,
    kind: null,
    text: "",
    unitId: units.some((unit) => unit.value === mine) ? mine : null,
    workerId: null,
    due: fieldsOf(dayFromNow(2), "18:00"),
  });
  const typed = draft.value;
  const set = (change: Partial<NewTask>) => draft.set({ ...typed, ...change });
  const [missing, setMissing] = useState(false);
  const send = useSubmit<object, { id: string }>({
    path: `/api/cases/${of.id}/tasks`,
    makesOld: [`/api/cases/${of.id}/plan`, "/api/tasks"],
  });
  const dueAt = exactMoment(typed.due);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const ready = typed.kind !== null && typed.text.trim() !== "" && typed.unitId !== null && dueAt !== null;
        setMissing(!ready);
        if (!ready) return;
        const { due: _due, ...wish } = typed;
        send.mutate(
          { ...wish, domain: typed.goalId === null ? typed.domain : null, dueAt },
          { onSuccess: () => draft.discard() },
        );
      }}
    >
      <Select
        label={t("task.kind")}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        error={missing && typed.kind === null ? t("choose") : null}
        options={TASK_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
      />
      <TextArea
        label={t("task.text")}
        value={typed.text}
        onChange={(text) => set({ text })}
        error={missing && typed.text.trim() === "" ? t("write-something") : null}
        rows={2}
        most={4000}
      />
      {goals.length === 0 ? null : (
        <Select
          label={t("task.goal")}
          value={typed.goalId}
          onChange={(goalId) => set({ goalId })}
          optional
          options={goals.map((goal) => ({
            value: goal.id,
            label: `${t(`domain.${goal.domain}`)} · ${(goal.text ?? t("sealed")).slice(0, 60)}`,
          }))}
        />
      )}
      {typed.goalId !== null ? null : (
        <Select
          label={t("task.domain")}
          hint={t("task.domain-hint")}
          value={typed.domain}
          onChange={(domain) => set({ domain })}
          optional
          options={DOMAIN_CODES.map((one) => ({ value: one, label: t(`domain.${one}`) }))}
        />
      )}
      <Owner
        units={units}
        unitId={typed.unitId}
        workerId={typed.workerId}
        onUnit={(unitId) => set({ unitId, workerId: null })}
        onWorker={(workerId) => set({ workerId })}
        error={missing && typed.unitId === null ? t("choose") : null}
      />
      <DateField
        label={t("task.due")}
        hint={t("task.due-hint")}
        value={typed.due}
        onChange={(due) => set({ due })}
        error={missing && dueAt === null ? t("whole-day") : null}
        withTime
        mayCome
        exact
      />
      <Refused error={send.error} />
      <Acts>
        <Button type="submit" kind="first" busy={send.isPending}>
          {t("task.add")}
        </Button>
        <DraftNote draft={draft} />
      </Acts>
    </form>
  );
}
