import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { request } from "../../../../web/kit/client.ts";
import { Conflict } from "../../../../web/kit/conflict.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { formatDate } from "../../../../web/kit/languages/format.ts";
import { useSubmit } from "../../../../web/kit/reading.ts";
import type { Case } from "../../screens/shared.tsx";
import { exactMoment, fieldsOf, Refused, useUnits } from "../../screens/under-case.tsx";
import type { Task } from "../model.ts";
import { Owner } from "./owner.tsx";

/** Another unit, person or time for a task, with the reason; two who change one thing decide between both versions. */
export function ChangeTask({
  of,
  task,
  onDone,
  onClash,
}: {
  readonly of: Case;
  readonly task: Task;
  readonly onDone: () => void;
  readonly onClash: (clash: ReactNode) => void;
}) {
  const { t, i18n } = useTranslation("cases/plan");
  const language = i18n.resolvedLanguage ?? "en";
  const units = useUnits(of);
  const due = new Date(task.dueAt);
  const pad = (n: number) => String(n).padStart(2, "0");
  const [unitId, setUnitId] = useState<string | null>(task.unitId);
  const [workerId, setWorkerId] = useState<string | null>(task.workerId);
  const [when, setWhen] = useState(
    fieldsOf(
      `${due.getFullYear()}-${pad(due.getMonth() + 1)}-${pad(due.getDate())}`,
      `${pad(due.getHours())}:${pad(due.getMinutes())}`,
    ),
  );
  const [reason, setReason] = useState("");
  const path = `/api/cases/${of.id}/tasks/${task.id}`;
  const send = useSubmit<object, object>({
    method: "PATCH",
    path,
    ifMatch: task.version,
    makesOld: [`/api/cases/${of.id}/plan`, "/api/tasks"],
  });
  const dueAt = exactMoment(when);
  const change = {
    ...(unitId === null || unitId === task.unitId ? {} : { unitId }),
    ...(workerId === task.workerId ? {} : { workerId }),
    ...(dueAt === null || Date.parse(dueAt) === Date.parse(task.dueAt) ? {} : { dueAt }),
    reason,
  };
  const nameOfUnit = (id: string | null) => units.find((unit) => unit.value === id)?.label ?? "";
  const tell = (at: string) => formatDate(at, "moment", language);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(change, {
          onSuccess: onDone,
          onError: (error) => {
            const current = error.problem.conflict?.current as Task | null | undefined;
            if (!current) return;
            onClash(
              <Conflict
                fields={[
                  { name: t("task.unit"), mine: nameOfUnit(unitId), theirs: nameOfUnit(current.unitId) },
                  { name: t("task.due"), mine: tell(dueAt ?? task.dueAt), theirs: tell(current.dueAt) },
                ]}
                onMine={() =>
                  void request("PATCH", path, change, { ifMatch: current.version }).then(
                    () => onClash(null),
                    () => onClash(null),
                  )
                }
                onTheirs={() => onClash(null)}
              />,
            );
          },
        });
      }}
    >
      <Owner units={units} unitId={unitId} workerId={workerId} onUnit={setUnitId} onWorker={setWorkerId} />
      <DateField
        label={t("task.due")}
        hint={t("task.due-hint")}
        value={when}
        onChange={setWhen}
        withTime
        mayCome
        exact
      />
      <TextArea label={t("reason")} hint={t("reason-hint")} value={reason} onChange={setReason} rows={2} most={2000} />
      {send.error?.problem.status === 412 ? null : <Refused error={send.error} />}
      <Acts>
        <Button type="submit" busy={send.isPending}>
          {t("keep")}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t("cancel")}
        </Button>
      </Acts>
    </form>
  );
}
