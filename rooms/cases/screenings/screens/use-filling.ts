import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Advice, type Answers, assess } from "../../../../engines/screening/index.ts";
import { type Draft, useDraft } from "../../../../web/kit/draft.ts";
import { BLANK, type Filling } from "./answering.ts";
import { type Place, useScreeningPack } from "./place.ts";

/** The screening as it is filled: one draft for both ways, so that one may begin with the questions and end on the sheet. */
export function useFilling(place: Place): Draft<Filling> {
  return useDraft<Filling>(place.draft, BLANK);
}

/** Answering goes before advising: on an old phone the whole reading takes longer than a finger may wait. */
const PAUSE_MS = 150;

/**
 * What the answers say now, read in the browser by the same engine; it needs no net. What is kept is the server's own reading.
 * A danger is said at once; the rest follows the last answer after a short pause.
 */
export function useAdvice(answers: Answers): Advice {
  const offences = useScreeningPack().data?.offences;
  const [advice, setAdvice] = useState(() => assess({ answers, offences: offences ?? [] }));
  const first = useRef(true);
  useEffect(() => {
    const read = () => setAdvice(assess({ answers, offences: offences ?? [] }));
    const danger = Object.entries(answers).some(([id, { value }]) => id.startsWith("danger.") && value === "yes");
    if (first.current || danger) {
      first.current = false;
      read();
      return;
    }
    const timer = setTimeout(read, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [answers, offences]);
  return advice;
}

const wide = () => matchMedia("(min-width: 60rem)");

/** Is there room for a second column? */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = wide();
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => wide().matches,
  );
}
