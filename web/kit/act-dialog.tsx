import type { ReactNode } from "react";
import { Acts, Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import type { Draft } from "./draft.ts";
import { DraftNote } from "./draft-note.tsx";
import { ErrorSummary, type ErrorSummaryProps, Notice } from "./notice.tsx";
import type { ProblemError } from "./problem.ts";
import { useProblemWords } from "./refusal.tsx";
import { Waiting } from "./waiting.tsx";

export interface ActDialogProps {
  readonly title: string;
  /** What the act does, before it is done. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** The verb on the one button. */
  readonly act: string;
  readonly kind?: "first" | "danger" | "seal";
  readonly busy?: boolean;
  readonly onAct: () => void;
  /** Closing loses nothing: what was typed is a draft. */
  readonly onClose: () => void;
  /** What the server said against it. */
  readonly problem?: ProblemError | null;
  /** What the form itself found, above its fields. */
  readonly errors?: ErrorSummaryProps["errors"];
  readonly draft?: Pick<Draft<unknown>, "state" | "restoredAt" | "discard">;
}

/** One act over the page: what it does, its few fields, one button. Enter sends, Escape closes, nothing typed is lost. */
export function ActDialog(props: ActDialogProps) {
  const words = useProblemWords();
  const { problem = null, draft } = props;
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        className="act-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (props.busy !== true) props.onAct();
        }}
      >
        {props.lead === undefined ? null : <p className="quiet">{props.lead}</p>}
        <ErrorSummary errors={props.errors ?? []} />
        {problem === null ? null : (
          <Notice meaning="late" title={words(problem.problem).title} speak>
            {words(problem.problem).next}
            {problem.problem.errors.map((error) => (
              <p key={`${error.path}${error.message}`} className="small">
                {error.message}
              </p>
            ))}
          </Notice>
        )}
        {draft?.state === "reading" ? <Waiting /> : props.children}
        <Acts>
          <Button kind={props.kind ?? "first"} type="submit" busy={props.busy ?? false}>
            {props.act}
          </Button>
        </Acts>
        {draft === undefined ? null : (
          <div className="small quiet">
            <DraftNote draft={draft} />
          </div>
        )}
      </form>
    </Dialog>
  );
}
