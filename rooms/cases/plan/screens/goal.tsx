import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Choice, Select } from "../../../../web/kit/choice.tsx";
import { request } from "../../../../web/kit/client.ts";
import { Conflict } from "../../../../web/kit/conflict.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { DraftNote } from "../../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { dayOf } from "../../../../web/kit/languages/format.ts";
import { Tag } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { keyOf, useSubmit } from "../../../../web/kit/reading.ts";
import { Rows } from "../../../../web/kit/rows.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import { DOMAIN_CODES, type Domain, sectionOf } from "../../domains.ts";
import type { Case } from "../../screens/shared.tsx";
import { dayFromNow, exactDay, fieldsOf, Refused, useDay, useSectionName } from "../../screens/under-case.tsx";
import { GOAL_OUTCOMES, type Goal, type Task } from "../model.ts";
import { mayReviewOn, REVIEW_WITHIN_DAYS } from "../rules.ts";
import { OneTask } from "./task.tsx";

type OnClash = (clash: ReactNode) => void;

/** One goal with its tasks; changed and ended where it stands. */
export function OneGoal({
  of,
  goal,
  tasks,
  onClash,
}: {
  readonly of: Case;
  readonly goal: Goal;
  readonly tasks: readonly Task[];
  readonly onClash: OnClash;
}) {
  const { t } = useTranslation("cases/plan");
  const day = useDay();
  const sectionName = useSectionName();
  const [doing, setDoing] = useState<"change" | "end" | null>(null);
  const late = goal.endedAt === null && goal.reviewOn < dayOf(Date.now());
  return (
    <Section
      title={t(`domain.${goal.domain}`)}
      note={
        <>
          {goal.endedAt === null ? (
            late ? (
              <Tag meaning="late">{t("goal.review-late", { day: day(goal.reviewOn) })}</Tag>
            ) : (
              t("goal.review", { day: day(goal.reviewOn) })
            )
          ) : (
            <Tag meaning={goal.outcome === "met" ? "safe" : "info"}>
              {t(`goal.outcome.${goal.outcome ?? "abandoned"}`)}
            </Tag>
          )}
          {goal.section === null ? null : ` · ${t("only", { section: sectionName(goal.section) })}`}
        </>
      }
    >
      <p className="goal-words">{goal.text ?? t("sealed")}</p>
      {tasks.length === 0 ? (
        <p className="quiet">{t("goal.no-tasks")}</p>
      ) : (
        <Rows label={t("tasks")}>
          {tasks.map((task) => (
            <OneTask key={task.id} of={of} task={task} onClash={onClash} />
          ))}
        </Rows>
      )}
      {goal.endedAt !== null ? null : doing === null ? (
        <div className="screen-only">
          <Acts>
            <Button onClick={() => setDoing("change")}>{t("goal.change")}</Button>
            <Button onClick={() => setDoing("end")}>{t("goal.end")}</Button>
          </Acts>
        </div>
      ) : doing === "change" ? (
        <ChangeGoal of={of} goal={goal} onDone={() => setDoing(null)} onClash={onClash} />
      ) : (
        <EndGoal of={of} goal={goal} onDone={() => setDoing(null)} />
      )}
    </Section>
  );
}

function ChangeGoal({
  of,
  goal,
  onDone,
  onClash,
}: {
  readonly of: Case;
  readonly goal: Goal;
  readonly onDone: () => void;
  readonly onClash: OnClash;
}) {
  const { t } = useTranslation("cases/plan");
  const day = useDay();
  const queries = useQueryClient();
  const draft = useDraft(`case/${of.id}/goal/${goal.id}`, {
    text: goal.text ?? "",
    review: fieldsOf(goal.reviewOn),
    reason: "",
  });
  const { text, review, reason } = draft.value;
  const path = `/api/cases/${of.id}/goals/${goal.id}`;
  const send = useSubmit<object, { version: number }>({
    method: "PATCH",
    path,
    ifMatch: goal.version,
    makesOld: [`/api/cases/${of.id}/plan`],
  });
  const reviewOn = exactDay(review);
  const change = {
    ...(text.trim() === goal.text ? {} : { text }),
    ...(reviewOn === null || reviewOn === goal.reviewOn ? {} : { reviewOn }),
    reason,
  };
  const finish = () => {
    draft.discard();
    onDone();
    onClash(null);
    void queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}/plan`) });
  };
  const clash = (current: Goal): void =>
    onClash(
      <Conflict
        fields={[
          { name: t("goal.text"), mine: text, theirs: current.text ?? "" },
          { name: t("goal.review-on"), mine: day(reviewOn ?? goal.reviewOn), theirs: day(current.reviewOn) },
        ]}
        onMine={() =>
          void request(
            "PATCH",
            path,
            { text, ...(reviewOn === null ? {} : { reviewOn }), reason },
            { ifMatch: current.version },
          ).then(
            finish,
            // Somebody was faster once more: back to the form, where nothing typed is lost.
            () => onClash(null),
          )
        }
        onTheirs={finish}
      />,
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(change, {
          onSuccess: finish,
          onError: (error) => {
            const current = error.problem.conflict?.current as Goal | null | undefined;
            if (current) clash(current);
          },
        });
      }}
    >
      <TextArea
        label={t("goal.text")}
        value={text}
        onChange={(next) => draft.set({ ...draft.value, text: next })}
        rows={3}
        most={4000}
      />
      <DateField
        label={t("goal.review-on")}
        hint={t("goal.review-hint", { days: REVIEW_WITHIN_DAYS })}
        value={review}
        onChange={(next) => draft.set({ ...draft.value, review: next })}
        mayCome
        exact
      />
      <TextArea
        label={t("reason")}
        hint={t("reason-hint")}
        value={reason}
        onChange={(next) => draft.set({ ...draft.value, reason: next })}
        rows={2}
        most={2000}
      />
      {send.error?.problem.status === 412 ? null : <Refused error={send.error} />}
      <Acts>
        <Button type="submit" busy={send.isPending}>
          {t("keep")}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t("cancel")}
        </Button>
        <DraftNote draft={draft} />
      </Acts>
    </form>
  );
}

function EndGoal({ of, goal, onDone }: { readonly of: Case; readonly goal: Goal; readonly onDone: () => void }) {
  const { t } = useTranslation("cases/plan");
  const [outcome, setOutcome] = useState<(typeof GOAL_OUTCOMES)[number] | null>(null);
  const [missing, setMissing] = useState(false);
  const draft = useDraft(`case/${of.id}/goal/${goal.id}/end`, { reason: "" });
  const send = useSubmit<object, object>({
    method: "PUT",
    path: `/api/cases/${of.id}/goals/${goal.id}/outcome`,
    ifMatch: goal.version,
    makesOld: [`/api/cases/${of.id}/plan`],
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(outcome === null);
        if (outcome !== null)
          send.mutate(
            { outcome, reason: draft.value.reason },
            {
              onSuccess: () => {
                draft.discard();
                showToast(t("goal.ended"));
                onDone();
              },
            },
          );
      }}
    >
      <Choice
        name="outcome"
        label={t("goal.what-came")}
        value={outcome}
        onChange={setOutcome}
        error={missing ? t("choose") : null}
        options={GOAL_OUTCOMES.map((one) => ({ value: one, label: t(`goal.outcome.${one}`) }))}
      />
      <TextArea
        label={t("reason")}
        value={draft.value.reason}
        onChange={(reason) => draft.set({ reason })}
        rows={2}
        most={2000}
      />
      <Refused error={send.error} />
      <Acts>
        <Button type="submit" busy={send.isPending}>
          {t("goal.end-do")}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t("cancel")}
        </Button>
      </Acts>
    </form>
  );
}

/** A new goal; the domain says who will read it. */
export function NewGoalForm({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases/plan");
  const sectionName = useSectionName();
  const draft = useDraft<{ domain: Domain | null; text: string; review: ReturnType<typeof fieldsOf> }>(
    `case/${of.id}/new-goal`,
    { domain: null, text: "", review: fieldsOf(dayFromNow(30)) },
  );
  const { domain, text, review } = draft.value;
  const [missing, setMissing] = useState(false);
  const send = useSubmit<object, { id: string }>({
    path: `/api/cases/${of.id}/goals`,
    makesOld: [`/api/cases/${of.id}/plan`],
  });
  const reviewOn = exactDay(review);
  const hidden = domain === null ? null : sectionOf(domain);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const ready = domain !== null && text.trim() !== "" && reviewOn !== null;
        setMissing(!ready);
        if (ready) send.mutate({ domain, text, reviewOn }, { onSuccess: () => draft.discard() });
      }}
    >
      <Select
        label={t("goal.domain")}
        value={domain}
        onChange={(next) => draft.set({ ...draft.value, domain: next })}
        error={missing && domain === null ? t("choose") : null}
        options={DOMAIN_CODES.map((one) => ({ value: one, label: t(`domain.${one}`) }))}
        {...(hidden === null
          ? {}
          : { hint: t(of.sections.includes(hidden) ? "only" : "only-not-you", { section: sectionName(hidden) }) })}
      />
      <TextArea
        label={t("goal.text")}
        hint={t("goal.text-hint")}
        value={text}
        onChange={(next) => draft.set({ ...draft.value, text: next })}
        error={missing && text.trim() === "" ? t("write-something") : null}
        rows={3}
        most={4000}
      />
      <DateField
        label={t("goal.review-on")}
        hint={t("goal.review-hint", { days: REVIEW_WITHIN_DAYS })}
        value={review}
        onChange={(next) => draft.set({ ...draft.value, review: next })}
        error={missing && (reviewOn === null || !mayReviewOn(reviewOn, dayFromNow(0))) ? t("whole-day") : null}
        mayCome
        exact
      />
      <Refused error={send.error} />
      <Acts>
        <Button type="submit" kind="first" busy={send.isPending}>
          {t("goal.add")}
        </Button>
        <DraftNote draft={draft} />
      </Acts>
    </form>
  );
}
