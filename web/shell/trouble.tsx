import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { saySpan, spanOf } from "../kit/due.ts";
import { Notice } from "../kit/notice.tsx";
import type { Problem } from "../kit/problem.ts";
import { useProblemWords } from "../kit/refusal.tsx";
import { useKitWords } from "../kit/words.ts";

/** What went wrong with a sign-in; where it costs a wait, how long still, in words. */
export function Trouble({ problem }: { readonly problem: Problem }) {
  const words = useProblemWords()(problem);
  return (
    <Notice meaning="late" title={words.title} speak>
      <p>{words.next}</p>
      {problem.retryAfter === null || problem.retryAfter === 0 ? null : (
        <Wait key={`${problem.retryAfter}`} seconds={problem.retryAfter} />
      )}
    </Notice>
  );
}

function Wait({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation("shell");
  const { say } = useKitWords();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const ends = Date.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((ends - Date.now()) / 1000))), 500);
    return () => clearInterval(timer);
  }, [seconds]);
  // Not spoken anew each second: the notice around it was spoken once.
  return (
    <p aria-live="off">
      {left === 0
        ? t("sign-in.now")
        : left < 60
          ? t("sign-in.wait", { count: left })
          : t("sign-in.wait-long", { span: saySpan(spanOf(left * 1000), say, "long") })}
    </p>
  );
}
