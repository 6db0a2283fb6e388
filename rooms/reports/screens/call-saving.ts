/** Saves a call in parts while somebody types: one save after another, each against the version that the last one gave. */
import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "../../../web/kit/client.ts";
import { type Problem, problemOf } from "../../../web/kit/problem.ts";

export interface Saved {
  readonly id: string;
  readonly version: number;
}

export type Saving = "nothing" | "saving" | "saved" | "not-saved";

/** Typing rests this long before it is sent: short enough that a fallen phone loses a word, not a sentence. */
const PAUSE_MS = 700;
/** A line that is cut is tried again this often. */
const AGAIN_MS = 5000;

/**
 * @param body all of the call as the server takes it; null while nothing was entered
 * @param saved the row on the server, where there is one
 */
export function useCallSaving(body: object | null, saved: Saved | null, onSaved: (saved: Saved) => void) {
  const [state, setState] = useState<Saving>("nothing");
  const [earlier, setEarlier] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const text = body === null ? null : JSON.stringify(body);
  const here = useRef({ saved, sent: null as string | null, text, onSaved });
  here.current.text = text;
  here.current.saved = saved ?? here.current.saved;
  here.current.onSaved = onSaved;
  const line = useRef<Promise<Saved | null>>(Promise.resolve(null));

  /** Sends what has not been sent. Resolves with the row, or null where it could not be kept. */
  const flush = useCallback((): Promise<Saved | null> => {
    const work = async (): Promise<Saved | null> => {
      const now = here.current;
      if (now.text === null || now.text === now.sent) return now.saved;
      const text = now.text;
      setState("saving");
      try {
        if (now.saved === null) {
          const made = await request<{ id: string }>("POST", "/api/calls", {});
          now.saved = { id: made.id, version: 1 };
          now.onSaved(now.saved);
        }
        const answer = await request<{ version: number; earlierCalls: number }>(
          "PATCH",
          `/api/calls/${now.saved.id}`,
          JSON.parse(text),
          { ifMatch: now.saved.version },
        );
        now.saved = { id: now.saved.id, version: answer.version };
        now.sent = text;
        now.onSaved(now.saved);
        setEarlier(answer.earlierCalls);
        setProblem(null);
        setState(now.text === text ? "saved" : "saving");
        return now.saved;
      } catch (thrown) {
        setProblem(problemOf(thrown));
        setState("not-saved");
        return null;
      }
    };
    line.current = line.current.then(work, work);
    return line.current;
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try is a reason of its own
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, tries, flush]);
  useEffect(() => {
    // A refusal does not change by asking again; a cut line does.
    if (state !== "not-saved" || (problem !== null && problem.status >= 400 && problem.status < 500)) return;
    const timer = setTimeout(() => setTries((before) => before + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [state, problem]);

  const forget = useCallback(() => {
    here.current.saved = null;
    here.current.sent = null;
    setEarlier(0);
    setProblem(null);
    setState("nothing");
  }, []);
  return { state, earlier, problem, flush, forget };
}
