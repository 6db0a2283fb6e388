import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "../kit/languages/format.ts";
import { Notice } from "../kit/notice.tsx";
import { type Problem, problemOf } from "../kit/problem.ts";
import { useProblemWords } from "../kit/refusal.tsx";
import { type CastMember, enterAs } from "./session.ts";

export interface CastProps {
  readonly cast: readonly CastMember[];
  readonly onEntered: () => void;
}

/** "Who are you tonight?": the invented people of a demonstration, by agency. Those with a story come first. */
export function Cast({ cast, onEntered }: CastProps) {
  const { t, i18n } = useTranslation("shell");
  const language = i18n.resolvedLanguage ?? "en";
  const words = useProblemWords();
  const [entering, setEntering] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const enter = async (member: CastMember) => {
    if (entering) return;
    setEntering(true);
    setProblem(null);
    try {
      await enterAs(member.workerId);
      onEntered();
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setEntering(false);
    }
  };
  return (
    <div className="cast">
      {problem === null ? null : (
        <Notice meaning="late" title={words(problem).title} speak>
          {words(problem).next}
        </Notice>
      )}
      {byAgency(cast).map((members) => {
        const first = members[0] as CastMember;
        const agency = nameIn(first.agency, language);
        return (
          <section key={agency} className="cast-group">
            <h2>{agency}</h2>
            <ul>
              {members.map((member) => (
                <li key={member.workerId} className="cast-one">
                  <div>
                    <button type="button" className="cast-enter" onClick={() => void enter(member)}>
                      {nameIn(member.names, language)}
                    </button>
                    <span className="cast-about">
                      {member.about === null ? nameIn(member.unit, language) : nameIn(member.about, language)}
                    </span>
                  </div>
                  {member.code === null ? null : (
                    <div className="cast-code">
                      {t("cast.code")}
                      <b>{member.code}</b>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Agencies in the order of their first told member, members with a story first. */
function byAgency(cast: readonly CastMember[]): CastMember[][] {
  const told = [...cast].sort((one, other) => Number(one.about === null) - Number(other.about === null));
  const groups = new Map<string, CastMember[]>();
  for (const member of told) {
    const key = nameIn(member.agency, "en");
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()];
}
