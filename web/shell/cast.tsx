import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Disclosure } from "../kit/disclosure.tsx";
import { nameIn } from "../kit/languages/format.ts";
import { Notice } from "../kit/notice.tsx";
import { type Problem, problemOf } from "../kit/problem.ts";
import { useProblemWords } from "../kit/refusal.tsx";
import { type CastMember, enterAs } from "./session.ts";

export interface CastProps {
  readonly cast: readonly CastMember[];
  readonly onEntered: () => void;
}

/** "Who are you tonight?": the invented people of a demonstration, by agency. Those with a story come first, the others stand folded below. */
export function Cast({ cast, onEntered }: CastProps) {
  const { t } = useTranslation("shell");
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
  const others = cast.filter(({ about }) => about === null);
  return (
    <div className="cast">
      {problem === null ? null : (
        <Notice meaning="late" title={words(problem).title} speak>
          {words(problem).next}
        </Notice>
      )}
      <Groups members={cast.filter(({ about }) => about !== null)} onEnter={enter} />
      {others.length === 0 ? null : (
        <Disclosure label={t("cast.others", { count: others.length })}>
          <Groups members={others} onEnter={enter} />
        </Disclosure>
      )}
    </div>
  );
}

function Groups({
  members,
  onEnter,
}: {
  readonly members: readonly CastMember[];
  readonly onEnter: (member: CastMember) => Promise<void>;
}) {
  const { t, i18n } = useTranslation("shell");
  const language = i18n.resolvedLanguage ?? "en";
  const groups = new Map<string, CastMember[]>();
  for (const member of members) {
    const agency = nameIn(member.agency, language);
    groups.set(agency, [...(groups.get(agency) ?? []), member]);
  }
  return [...groups].map(([agency, colleagues]) => (
    <section key={agency} className="cast-group">
      <h2>{agency}</h2>
      <ul>
        {colleagues.map((member) => (
          <li key={member.workerId} className="cast-one">
            <div>
              <button type="button" className="cast-enter" onClick={() => void onEnter(member)}>
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
  ));
}
