import "./question.css";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Disclosure } from "./disclosure.tsx";
import type { Draft } from "./draft.ts";
import { DraftNote } from "./draft-note.tsx";
import { ErrorSummary, type ErrorSummaryProps } from "./notice.tsx";
import { PageTitle } from "./page.tsx";
import { useKitWords } from "./words.ts";

export interface QuestionProps {
  /** The question itself, as one would ask it aloud. */
  readonly title: string;
  readonly windowTitle?: string;
  readonly lead?: ReactNode;
  /** Why it is asked: always there, one press away. */
  readonly why: ReactNode;
  /** Which question this is, where the number is known. */
  readonly step?: { readonly step: number; readonly of: number };
  /** Where one is, in words, where questions follow from answers and nobody can number them. */
  readonly progress?: ReactNode;
  readonly children: ReactNode;
  readonly onContinue: () => void;
  /** "Not sure yet" goes on as well, and is as easy to reach as going on. Absent where the answers hold it themselves. */
  readonly onUnsure?: () => void;
  readonly onBack?: () => void;
  /** Other ways on, after the kit's own: skip, see the result. */
  readonly acts?: ReactNode;
  readonly busy?: boolean;
  readonly errors?: ErrorSummaryProps["errors"];
  /** The verb on the button where it is more than going on: "Save the screening". */
  readonly continueLabel?: string;
  readonly draft?: Draft<never> | Pick<Draft<unknown>, "state" | "restoredAt" | "discard">;
}

/** One question on a page. */
export function Question(props: QuestionProps) {
  const { say } = useKitWords();
  const { title, windowTitle, lead, why, step, children, onContinue, onUnsure, onBack, busy = false } = props;
  return (
    <div className="question">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onContinue();
        }}
      >
        {step === undefined ? null : (
          <div className="question-step">
            {say("question.step", { ...step })}
            <div className="question-way" aria-hidden="true">
              <i style={{ inlineSize: `${Math.round((100 * step.step) / Math.max(step.of, 1))}%` }} />
            </div>
          </div>
        )}
        {props.progress === undefined ? null : <div className="question-step">{props.progress}</div>}
        <ErrorSummary errors={props.errors ?? []} />
        <PageTitle {...(windowTitle === undefined ? {} : { windowTitle })}>{title}</PageTitle>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
        <div className="question-why">
          <Disclosure label={say("question.why")}>{why}</Disclosure>
        </div>
        <div className="question-answer">{children}</div>
        <div className="acts">
          <Button kind="first" type="submit" busy={busy}>
            {props.continueLabel ?? say("question.continue")}
          </Button>
          {onUnsure === undefined ? null : (
            <Button onClick={onUnsure} busy={busy}>
              {say("question.unsure")}
            </Button>
          )}
          {props.acts}
          {onBack === undefined ? null : (
            <Button kind="plain" onClick={onBack}>
              {say("question.back")}
            </Button>
          )}
        </div>
        {props.draft === undefined ? null : (
          <div className="question-foot">
            <DraftNote draft={props.draft} />
          </div>
        )}
      </form>
    </div>
  );
}
