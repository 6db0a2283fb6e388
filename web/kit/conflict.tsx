import "./conflict.css";
import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { PageTitle } from "./page.tsx";
import { useKitWords } from "./words.ts";

export interface ConflictField {
  /** Names the field where it is chosen one by one. */
  readonly key?: string;
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ConflictProps {
  /** The fields in words; the screen knows what they are called. */
  readonly fields: readonly ConflictField[];
  /** Saves mine over what is there now: send again with the version of what is there. */
  readonly onMine?: () => void;
  /** Chosen field by field: which of the two stands, for each field that differs. */
  readonly onChosen?: (chosen: ReadonlyMap<string, "mine" | "theirs">) => void;
  readonly onTheirs: () => void;
  readonly busy?: boolean;
}

/** Two versions of one thing (412). Never last-write-wins: a person decides. */
export function Conflict({ fields, onMine, onChosen, onTheirs, busy = false }: ConflictProps) {
  const { say } = useKitWords();
  const [chosen, setChosen] = useState<ReadonlyMap<string, "mine" | "theirs">>(new Map());
  const [missing, setMissing] = useState(false);
  const open = fields.filter((field) => field.mine !== field.theirs);
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
      {onChosen === undefined ? (
        <div className="versions">
          {side(say("conflict.theirs"), "theirs")}
          {side(say("conflict.mine"), "mine")}
        </div>
      ) : (
        <div className="act-form">
          {open.map((field) => {
            const key = field.key ?? field.name;
            const value = chosen.get(key) ?? null;
            const shown = (text: string) => (text === "" ? say("conflict.empty") : text);
            return (
              <Choice
                key={key}
                name={key}
                label={field.name}
                value={value}
                onChange={(next) => setChosen(new Map(chosen).set(key, next))}
                error={missing && value === null ? say("conflict.choose") : null}
                options={[
                  { value: "theirs", label: shown(field.theirs), note: say("conflict.theirs") },
                  { value: "mine", label: shown(field.mine), note: say("conflict.mine") },
                ]}
              />
            );
          })}
        </div>
      )}
      <div className="acts">
        {onChosen === undefined ? (
          <Button onClick={() => onMine?.()} busy={busy}>
            {say("conflict.take-mine")}
          </Button>
        ) : (
          <Button
            kind="first"
            busy={busy}
            onClick={() => {
              const left = open.some((field) => !chosen.has(field.key ?? field.name));
              setMissing(left);
              if (!left) onChosen(chosen);
            }}
          >
            {say("conflict.take-chosen")}
          </Button>
        )}
        <Button onClick={onTheirs} busy={busy}>
          {say("conflict.take-theirs")}
        </Button>
      </div>
    </div>
  );
}
