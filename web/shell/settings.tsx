import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Link } from "../kit/button.tsx";
import { Dialog } from "../kit/dialog.tsx";
import { countDrafts } from "../kit/draft.ts";
import { Notice } from "../kit/notice.tsx";
import { type Density, setLook, type Theme, useLook } from "../kit/preferences.ts";
import { type Problem, problemOf } from "../kit/problem.ts";
import { useProblemWords } from "../kit/refusal.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { signOut } from "./session.ts";

const THEMES: readonly Theme[] = ["device", "light", "dark"];
const DENSITIES: readonly Density[] = ["calm", "compact"];

export interface SettingsProps {
  readonly demo: boolean;
  readonly onKeys: () => void;
  readonly onSignOut: () => void;
  /** A page was chosen: the panel may close. */
  readonly onGone: () => void;
}

/** Language, theme, density, one's sessions, the keys, the way out. */
export function Settings({ demo, onKeys, onSignOut, onGone }: SettingsProps) {
  const { t } = useTranslation("shell");
  const look = useLook();
  return (
    <div className="settings">
      <Setting name={t("look.language")}>
        <LanguageChoice />
      </Setting>
      <Setting name={t("look.theme")}>
        <Picks
          options={THEMES}
          value={look.theme}
          onPick={(theme) => setLook({ theme })}
          word={(theme) => t(`look.theme-${theme}`)}
          label={t("look.theme")}
        />
      </Setting>
      <Setting name={t("look.density")}>
        <Picks
          options={DENSITIES}
          value={look.density}
          onPick={(density) => setLook({ density })}
          word={(density) => t(`look.density-${density}`)}
          label={t("look.density")}
        />
      </Setting>
      <ul>
        {demo ? (
          <li>
            <Link to="/cast" onClick={onGone}>
              {t("cast.other")}
            </Link>
          </li>
        ) : null}
        <li>
          <Link to="/sessions" onClick={onGone}>
            {t("sessions.title")}
          </Link>
        </li>
        <li>
          <Button kind="plain" onClick={onKeys}>
            {t("me.keys")}
          </Button>
        </li>
        <li>
          <Button kind="plain" onClick={onSignOut}>
            {t("me.sign-out")}
          </Button>
        </li>
      </ul>
    </div>
  );
}

function Setting({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <div className="settings-name" aria-hidden="true">
        {name}
      </div>
      {children}
    </div>
  );
}

interface PicksProps<V extends string> {
  readonly options: readonly V[];
  readonly value: V;
  readonly onPick: (value: V) => void;
  readonly word: (value: V) => string;
  readonly label: string;
}

function Picks<V extends string>({ options, value, onPick, word, label }: PicksProps<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: toggles, not form fields
    <div className="picks" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onPick(option)}>
          {word(option)}
        </button>
      ))}
    </div>
  );
}

/** Signing out removes unfinished work from this device: whoever has some is asked first. */
export function SignOut({ onStay }: { readonly onStay: () => void }) {
  const { t } = useTranslation("shell");
  const words = useProblemWords();
  const [drafts, setDrafts] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leave = () => {
    setProblem(null);
    signOut().catch((thrown: unknown) => setProblem(problemOf(thrown)));
  };
  useEffect(() => {
    let gone = false;
    countDrafts()
      .catch(() => 0)
      .then((count) => {
        if (gone) return;
        setDrafts(count);
        if (count === 0) signOut().catch((thrown: unknown) => setProblem(problemOf(thrown)));
      });
    return () => {
      gone = true;
    };
  }, []);
  if ((drafts === null || drafts === 0) && problem === null) return null;
  return (
    <Dialog title={t("out.title")} onClose={onStay}>
      {drafts === null || drafts === 0 ? null : <p>{t("out.drafts", { count: drafts })}</p>}
      {problem === null ? null : (
        <Notice meaning="late" title={words(problem).title} speak>
          {words(problem).next}
        </Notice>
      )}
      <div className="acts">
        <Button kind="first" onClick={onStay}>
          {t("out.stay")}
        </Button>
        <Button kind="danger" onClick={leave}>
          {t("out.leave")}
        </Button>
      </div>
    </Dialog>
  );
}
