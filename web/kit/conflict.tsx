import "./conflict.css";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { PageTitle } from "./page.tsx";
import { useKitWords } from "./words.ts";

export interface ConflictField {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ConflictProps {
  /** The fields in words; the screen knows what they are called. */
  readonly fields: readonly ConflictField[];
  /** Saves mine over what is there now: send again with the version of what is there. */
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly busy?: boolean;
}

/** Two versions of one thing (412). Never last-write-wins: a person decides. */
export function Conflict({ fields, onMine, onTheirs, busy = false }: ConflictProps) {
  const { say } = useKitWords();
  const side = (title: string, pick: "mine" | "theirs"): ReactNode => (
    <section>
      <h2>{title}</h2>
      <dl>
        {fields.map((field) => (
          <div key={field.name} className={field.mine === field.theirs ? "version-field" : "version-field differs"}>
            <dt>{field.name}</dt>
            <dd>{field[pick] === "" ? <span className="quiet">{say("conflict.empty")}</span> : field[pick]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return (
    <div className="page">
      <header className="page-head">
        <PageTitle>{say("conflict.title")}</PageTitle>
        <p className="lead">{say("conflict.lead")}</p>
      </header>
      <div className="versions">
        {side(say("conflict.theirs"), "theirs")}
        {side(say("conflict.mine"), "mine")}
      </div>
      <div className="acts">
        <Button onClick={onMine} busy={busy}>
          {say("conflict.take-mine")}
        </Button>
        <Button onClick={onTheirs} busy={busy}>
          {say("conflict.take-theirs")}
        </Button>
      </div>
    </div>
  );
}
