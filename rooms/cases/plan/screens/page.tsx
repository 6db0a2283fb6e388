import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../../web/kit/button.tsx";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { reading } from "../../../../web/kit/reading.ts";
import { Empty, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import type { Case } from "../../screens/shared.tsx";
import { UnderCase } from "../../screens/under-case.tsx";
import type { Plan } from "../model.ts";
import { NewGoalForm, OneGoal } from "./goal.tsx";
import { History } from "./history.tsx";
import { NewTaskForm } from "./new-task.tsx";
import { OneTask } from "./task.tsx";

/** The care plan: what shall become better, who does what by when. Prints as a paper for the file. */
export default function PlanPage() {
  const { t } = useTranslation("cases/plan");
  // Two versions of one thing come before the page: a person decides between them.
  const [clash, setClash] = useState<ReactNode>(null);
  if (clash !== null) return clash;
  return (
    <UnderCase part="plan" lead={t("lead")} acts={<Button onClick={() => print()}>{t("print")}</Button>}>
      {(of) => <OnePlan of={of} onClash={setClash} />}
    </UnderCase>
  );
}

function OnePlan({ of, onClash }: { readonly of: Case; readonly onClash: (clash: ReactNode) => void }) {
  const { t } = useTranslation("cases/plan");
  const found = useQuery(reading<Plan>(`/api/cases/${of.id}/plan`));
  return (
    <Shown query={found} small>
      {(plan) => {
        const open = plan.goals.filter((goal) => goal.endedAt === null);
        const ended = plan.goals.filter((goal) => goal.endedAt !== null);
        const loose = plan.tasks.filter((task) => !plan.goals.some((goal) => goal.id === task.goalId));
        const tasksOf = (goalId: string) => plan.tasks.filter((task) => task.goalId === goalId);
        return (
          <>
            {open.length === 0 && loose.length === 0 ? <Empty title={t("empty")}>{t("empty-next")}</Empty> : null}
            {open.map((goal) => (
              <OneGoal key={goal.id} of={of} goal={goal} tasks={tasksOf(goal.id)} onClash={onClash} />
            ))}
            {loose.length === 0 ? null : (
              <Section title={t("other-tasks")}>
                <Rows>
                  {loose.map((task) => (
                    <OneTask key={task.id} of={of} task={task} onClash={onClash} />
                  ))}
                </Rows>
              </Section>
            )}
            <div className="screen-only">
              <Disclosure label={t("goal.new")}>
                <NewGoalForm of={of} />
              </Disclosure>
              <Disclosure label={t("task.new")}>
                <NewTaskForm of={of} goals={open} />
              </Disclosure>
            </div>
            {ended.length === 0 ? null : (
              <Disclosure label={t("ended", { count: ended.length })}>
                {ended.map((goal) => (
                  <OneGoal key={goal.id} of={of} goal={goal} tasks={tasksOf(goal.id)} onClash={onClash} />
                ))}
              </Disclosure>
            )}
            <History caseId={of.id} plan={plan} />
          </>
        );
      }}
    </Shown>
  );
}
