import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { NO_DATE } from "../../../../web/kit/approximate-date.ts";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Choice, Select } from "../../../../web/kit/choice.tsx";
import { request } from "../../../../web/kit/client.ts";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextArea } from "../../../../web/kit/field.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { problemOf } from "../../../../web/kit/problem.ts";
import { keyOf, useSubmit } from "../../../../web/kit/reading.ts";
import { useProblemWords } from "../../../../web/kit/refusal.tsx";
import { Row } from "../../../../web/kit/rows.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import { Moment, When } from "../../../../web/kit/when.tsx";
import type { Case } from "../../screens/shared.tsx";
import { exactMoment, Refused, useSectionName } from "../../screens/under-case.tsx";
import { LATE_REASONS, type Task } from "../model.ts";
import { ChangeTask } from "./change-task.tsx";

type OnClash = (clash: ReactNode) => void;

/** One task: when, what, whose. Without its section a headline: that something is due, by when, and nothing of what. */
export function OneTask({ of, task, onClash }: { readonly of: Case; readonly task: Task; readonly onClash: OnClash }) {
  const { t, i18n } = useTranslation(["cases/plan", "cases"]);
  const language = i18n.resolvedLanguage ?? "en";
  const sectionName = useSectionName();
  const [doing, setDoing] = useState<"answer" | "change" | "back" | null>(null);
  const owner = [
    task.agency === null ? (task.fromHome ? t("care-home", { ns: "cases" }) : "") : nameIn(task.agency, language),
    task.unit === null ? "" : nameIn(task.unit, language),
    task.worker === null ? (task.doneAt === null ? t("task.whole-unit") : "") : nameIn(task.worker, language),
  ]
    .filter((part) => part !== "")
    .join(" · ");
  const how =
    task.doneHow === null
      ? null
      : `${t(`task.how.${task.doneHow}`)}${task.lateReason === null ? "" : ` · ${t(`late.${task.lateReason}`)}`}`;
  return (
    <>
      <Row
        time={
          <>
            <When dueAt={task.dueAt} startedAt={task.madeAt} doneAt={task.doneAt} />
            {/* "Tomorrow" means nothing on a paper. */}
            <span className="print-only">
              <Moment at={task.dueAt} />
            </span>
          </>
        }
        what={
          task.held ? t(`kind.${task.kind ?? "other"}`) : t("task.headline", { section: sectionName(task.section) })
        }
        about={task.text === null ? undefined : <span className="said">{task.text}</span>}
        why={how === null ? owner : `${owner} · ${how}`}
        still={task.doneAt !== null}
        act={
          !task.held || doing !== null ? undefined : task.doneAt === null ? (
            <Acts>
              <Button onClick={() => setDoing("answer")}>{t("task.answer")}</Button>
              <Button kind="plain" onClick={() => setDoing("change")}>
                {t("task.change")}
              </Button>
            </Acts>
          ) : (
            <Button kind="plain" onClick={() => setDoing("back")}>
              {t("task.back")}
            </Button>
          )
        }
      />
      {doing === null ? null : (
        <li className="row-form screen-only">
          {doing === "answer" ? (
            <AnswerTask of={of} task={task} onDone={() => setDoing(null)} />
          ) : doing === "change" ? (
            <ChangeTask of={of} task={task} onDone={() => setDoing(null)} onClash={onClash} />
          ) : (
            <TakeBack of={of} task={task} onDone={() => setDoing(null)} />
          )}
        </li>
      )}
    </>
  );
}

function AnswerTask({ of, task, onDone }: { readonly of: Case; readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation("cases/plan");
  const words = useProblemWords();
  const queries = useQueryClient();
  const [how, setHow] = useState<"done" | "tried-not-seen" | "no-longer-needed" | null>(null);
  const [lateReason, setLateReason] = useState<(typeof LATE_REASONS)[number] | null>(null);
  const [doneAt, setDoneAt] = useState(NO_DATE);
  const [again, setAgain] = useState(NO_DATE);
  const [missing, setMissing] = useState(false);
  const draft = useDraft(`case/${of.id}/task/${task.id}`, { note: "" });
  const plan = `/api/cases/${of.id}/plan`;
  const path = `/api/cases/${of.id}/tasks/${task.id}/outcome`;
  const send = useSubmit<object, { version: number }>({
    method: "PUT",
    path,
    ifMatch: task.version,
    makesOld: [plan, "/api/tasks"],
  });
  const next = useSubmit<object, object>({ path: `/api/cases/${of.id}/tasks`, makesOld: [plan, "/api/tasks"] });
  const at = exactMoment(doneAt);
  const late = Date.parse(at ?? new Date().toISOString()) > Date.parse(task.dueAt);
  const nextAt = exactMoment(again);
  const finish = (version: number) => {
    draft.discard();
    if (how === "tried-not-seen" && nextAt !== null && task.unitId !== null)
      next.mutate({
        goalId: task.goalId,
        kind: task.kind ?? "other",
        text: task.text ?? t("task.again"),
        unitId: task.unitId,
        dueAt: nextAt,
      });
    showToast(t("task.answered"), () => {
      request("DELETE", path, { reason: t("task.slip") }, { ifMatch: version }).then(
        () => void queries.invalidateQueries({ queryKey: keyOf(plan) }),
        (thrown: unknown) => showToast(words(problemOf(thrown)).title),
      );
    });
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const wants = how === null || (how === "done" && late && lateReason === null);
        setMissing(wants);
        if (!wants)
          send.mutate(
            { how, lateReason, note: draft.value.note, ...(at === null ? {} : { doneAt: at }) },
            { onSuccess: (answer) => finish(answer.version) },
          );
      }}
    >
      <Choice
        name="how"
        label={t("task.how-title")}
        value={how}
        onChange={setHow}
        error={missing && how === null ? t("choose") : null}
        options={(["done", "tried-not-seen", "no-longer-needed"] as const).map((one) => ({
          value: one,
          label: t(`task.how.${one}`),
          ...(one === "tried-not-seen" ? { note: t("task.tried-counts") } : {}),
        }))}
      />
      {how === "done" || how === "tried-not-seen" ? (
        <DateField
          label={t("task.done-at")}
          hint={t("task.done-at-hint")}
          value={doneAt}
          onChange={setDoneAt}
          withTime
          exact
          optional
        />
      ) : null}
      {late && (how === "done" || how === "tried-not-seen") ? (
        <Select
          label={t("task.late-why")}
          hint={t("task.late-why-hint")}
          value={lateReason}
          onChange={setLateReason}
          error={missing && how === "done" && lateReason === null ? t("choose") : null}
          options={LATE_REASONS.map((one) => ({ value: one, label: t(`late.${one}`) }))}
          {...(how === "done" ? {} : { optional: true })}
        />
      ) : null}
      {how === "tried-not-seen" && task.unitId !== null ? (
        <DateField
          label={t("task.try-again")}
          hint={t("task.try-again-hint")}
          value={again}
          onChange={setAgain}
          withTime
          mayCome
          exact
          optional
        />
      ) : null}
      <TextArea
        label={t("task.note")}
        value={draft.value.note}
        onChange={(note) => draft.set({ note })}
        rows={2}
        most={2000}
        optional
      />
      <Refused error={send.error} />
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

function TakeBack({ of, task, onDone }: { readonly of: Case; readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation("cases/plan");
  const [reason, setReason] = useState("");
  const send = useSubmit<object, object>({
    method: "DELETE",
    path: `/api/cases/${of.id}/tasks/${task.id}/outcome`,
    ifMatch: task.version,
    makesOld: [`/api/cases/${of.id}/plan`, "/api/tasks"],
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ reason }, { onSuccess: onDone });
      }}
    >
      <TextArea label={t("reason")} value={reason} onChange={setReason} rows={2} most={2000} />
      <Refused error={send.error} />
      <Acts>
        <Button type="submit" busy={send.isPending}>
          {t("task.back")}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t("cancel")}
        </Button>
      </Acts>
    </form>
  );
}
