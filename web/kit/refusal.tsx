import "./refusal.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { saySpan, spanOf } from "./due.ts";
import { Notice } from "./notice.tsx";
import { PageTitle } from "./page.tsx";
import { OWN_CODES, type Problem } from "./problem.ts";
import { useKitWords } from "./words.ts";

/** The words of a problem: the server's, or the kit's own where no server spoke. */
export function useProblemWords(): (problem: Problem) => { title: string; next: string } {
  const { t } = useTranslation("kit");
  return (problem) => {
    const own = (OWN_CODES as readonly string[]).includes(problem.code) || problem.title === "";
    const code = (OWN_CODES as readonly string[]).includes(problem.code) ? problem.code : "unexpected";
    return {
      title: own ? t(`problem.${code}.title`) : problem.title,
      next: problem.next ?? t(`problem.${code}.next`),
    };
  };
}

export interface RefusalProps {
  readonly problem: Problem;
  /** Tries the same act again, where that can help. */
  readonly onAgain?: () => void;
  readonly onBack?: () => void;
  /** The next step as a verb on a button or link, where the screen knows it. */
  readonly act?: ReactNode;
}

/** A refusal is a page: what happened, why, what next. */
export function Refusal({ problem, onAgain, onBack, act }: RefusalProps) {
  const { say } = useKitWords();
  const words = useProblemWords()(problem);
  return (
    <div className="refusal">
      <PageTitle>{words.title}</PageTitle>
      <dl>
        {problem.errors.length === 0 ? null : (
          <div>
            <dt>{say("field.errors", { count: problem.errors.length })}</dt>
            {problem.errors.map((error) => (
              <dd key={`${error.path}${error.message}`}>{error.message}</dd>
            ))}
          </div>
        )}
        {problem.legalBasis === null ? null : (
          <div>
            <dt>{say("refusal.why")}</dt>
            <dd>{problem.legalBasis}</dd>
          </div>
        )}
        <div>
          <dt>{say("refusal.next")}</dt>
          <dd className="next">{words.next}</dd>
          {problem.retryAfter === null ? null : (
            <dd className="quiet">
              {say("refusal.wait", { span: saySpan(spanOf(Math.max(60, problem.retryAfter) * 1000), say, "long") })}
            </dd>
          )}
          <dd>
            <div className="acts">
              {act}
              {onAgain === undefined ? null : (
                <Button kind={act === undefined ? "first" : "second"} onClick={onAgain}>
                  {say("refusal.again")}
                </Button>
              )}
              {onBack === undefined ? null : <Button onClick={onBack}>{say("refusal.back")}</Button>}
            </div>
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** The same within a page: a part that could not be read, while the rest stands. */
export function SmallRefusal({ problem, onAgain }: { readonly problem: Problem; readonly onAgain?: () => void }) {
  const { say } = useKitWords();
  const words = useProblemWords()(problem);
  return (
    <Notice
      meaning="soon"
      title={words.title}
      speak
      {...(onAgain === undefined ? {} : { acts: <Button onClick={onAgain}>{say("refusal.again")}</Button> })}
    >
      <p>{words.next}</p>
      {problem.legalBasis === null ? null : <p className="small quiet">{problem.legalBasis}</p>}
    </Notice>
  );
}
