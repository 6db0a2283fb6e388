import "./sealed.css";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { TextArea } from "./field.tsx";
import { useIdle } from "./idle.ts";
import { formatDate } from "./languages/format.ts";
import { Notice } from "./notice.tsx";
import { type Problem, problemOf } from "./problem.ts";
import { useKitWords } from "./words.ts";

/** Seconds without use after which an opened seal closes itself. */
export const CLOSES_AFTER = 60;
/** "Hold open" for a hearing, in minutes. */
export const HOLDS_FOR = 30;
/** From here on the page says aloud that it is about to close. */
const WARN_AT = 15;

export interface SealedProps<T> {
  /** What is sealed: "Name, parents and birthplace". */
  readonly what: string;
  /** What opening does and who will know: "Opening them is written to the log, and she can be told that you did." */
  readonly consequence: ReactNode;
  /** Names of the lines inside, without their content: each is shown woven over. */
  readonly holds?: readonly string[];
  /**
   * A live duty fills the reason and opening is one press; where none explains it, the person writes one (harm.md, rule 12).
   */
  readonly reason: { readonly known: string } | "ask";
  /** Where the reason can be changed before opening; stands above the button, so that one reads it first. */
  readonly choice?: ReactNode;
  /** Opens it. What it returns is shown, and forgotten when it closes. */
  readonly open: (reason: string) => Promise<T>;
  /** Lies across what is open, so that a photograph of the screen tells who took it. */
  readonly viewer: string;
  /** May be held open, for a hearing. */
  readonly canHold?: boolean;
  readonly children: (opened: T) => ReactNode;
}

type State<T> =
  | { readonly at: "closed" | "asking" | "opening" }
  | { readonly at: "open"; readonly opened: T; readonly since: number; readonly heldUntil: number | null };

/** Something sealed. Looks sealed, says what opening does, and closes itself. */
export function Sealed<T>(props: SealedProps<T>) {
  const { what, consequence, holds, reason, choice, open, viewer, canHold, children } = props;
  const { say, language } = useKitWords();
  const [state, setState] = useState<State<T>>({ at: "closed" });
  const [typed, setTyped] = useState("");
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [told, setTold] = useState("");
  const opener = useRef<HTMLButtonElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const gone = useRef(false);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true; // an answer that comes after the page was left is dropped
    };
  }, []);

  const close = (spoken: boolean) => {
    setState({ at: "closed" });
    if (spoken) setTold(say("sealed.closed", { what }));
  };
  const held = state.at === "open" && state.heldUntil !== null;
  const left = useIdle(CLOSES_AFTER, () => close(true), state.at === "open" && !held);
  const heldUntil = state.at === "open" ? state.heldUntil : null;
  useEffect(() => {
    if (heldUntil === null) return;
    // The count of idle seconds begins where the hold ends; the hold itself needs no hand on the mouse.
    const timer = setTimeout(
      () => setState((now) => (now.at === "open" ? { ...now, heldUntil: null } : now)),
      heldUntil - Date.now(),
    );
    return () => clearTimeout(timer);
  }, [heldUntil]);

  const at = state.at;
  useEffect(() => {
    if (at === "open") content.current?.focus();
  }, [at]);

  const unseal = async (because: string) => {
    setRefused(null);
    setTold("");
    setState({ at: "opening" });
    try {
      const opened = await open(because);
      if (gone.current) return;
      setState({ at: "open", opened, since: Date.now(), heldUntil: null });
      setTyped("");
    } catch (thrown) {
      if (gone.current) return;
      setRefused(problemOf(thrown));
      setState({ at: "closed" });
    }
  };

  if (state.at === "open") {
    const time = formatDate(state.since, "time", language);
    return (
      <section className="sealed open" aria-label={say("sealed.opened", { what })}>
        <Watermark words={`${viewer} · ${formatDate(state.since, "moment", language)}`} />
        <div className="sealed-bar">
          <span className="sealed-what">{say("sealed.opened", { what })}</span>
          <div className="acts">
            {canHold && !held ? (
              <Button kind="seal" onClick={() => setState({ ...state, heldUntil: Date.now() + HOLDS_FOR * 60_000 })}>
                {say("sealed.hold")}
              </Button>
            ) : null}
            <Button
              kind="seal"
              onClick={() => {
                close(true);
                requestAnimationFrame(() => opener.current?.focus());
              }}
            >
              {say("sealed.close")}
            </Button>
          </div>
        </div>
        <div className="sealed-content" ref={content} tabIndex={-1}>
          {children(state.opened)}
        </div>
        <div className="sealed-foot">
          {say("sealed.known", { viewer, time })} ·{" "}
          {heldUntil === null
            ? say("sealed.closes", { seconds: left ?? CLOSES_AFTER })
            : say("sealed.held", { time: formatDate(heldUntil, "time", language) })}
        </div>
        <span className="unseen" role="status">
          {left !== null && left <= WARN_AT ? say("sealed.closing", { seconds: WARN_AT }) : ""}
        </span>
        <div className="sealed-left" aria-hidden="true">
          <i style={{ inlineSize: `${Math.round((100 * (left ?? CLOSES_AFTER)) / CLOSES_AFTER)}%` }} />
        </div>
      </section>
    );
  }

  const asks = reason === "ask";
  return (
    <div className="sealed">
      <div className="sealed-bar">
        <div className="sealed-words">
          <div className="sealed-what">{say("sealed.sealed", { what })}</div>
          <div>{consequence}</div>
          {asks || choice !== undefined ? null : (
            <div className="small quiet">{say("sealed.because", { reason: reason.known })}</div>
          )}
        </div>
        {choice === undefined || state.at === "asking" ? null : <div className="sealed-choice">{choice}</div>}
        {state.at === "asking" ? null : (
          <Button
            kind="seal"
            ref={opener}
            busy={state.at === "opening"}
            onClick={() => (asks ? setState({ at: "asking" }) : void unseal(reason.known))}
          >
            {say(state.at === "opening" ? "sealed.opening" : asks ? "sealed.open-ask" : "sealed.open")}
          </Button>
        )}
        {state.at === "asking" ? (
          <form
            className="sealed-ask"
            onSubmit={(event) => {
              event.preventDefault();
              setMissing(typed.trim() === "");
              if (typed.trim() !== "") void unseal(typed.trim());
            }}
          >
            <TextArea
              label={say("sealed.reason")}
              hint={say("sealed.reason-hint")}
              rows={2}
              value={typed}
              onChange={setTyped}
              error={missing ? say("sealed.reason-missing") : null}
            />
            <div className="acts">
              <Button kind="seal" type="submit">
                {say("sealed.open")}
              </Button>
              <Button kind="plain" onClick={() => setState({ at: "closed" })}>
                {say("sealed.cancel")}
              </Button>
            </div>
          </form>
        ) : null}
      </div>
      {holds === undefined ? null : (
        <dl className="sealed-lines">
          {holds.map((name) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <span className="unseen">{say("sealed.word")}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {refused === null ? null : (
        <Notice meaning="late" title={refused.title || say(`problem.${refused.code}.title`)} speak>
          {refused.next ?? say(`problem.${refused.code}.next`)}
        </Notice>
      )}
      <span className="unseen" role="status">
        {told}
      </span>
    </div>
  );
}

/** About the width of one letter of the mark, in pixels; generous, so that no code is cut off. */
const LETTER = 9;

function Watermark({ words }: { readonly words: string }) {
  const id = useId();
  const width = words.length * LETTER + 40;
  // The second line is shifted by half and drawn on both sides of the tile's edge, so that the tiles join.
  const places = [
    [0, 22],
    [width / 2, 54],
    [-width / 2, 54],
  ] as const;
  return (
    <svg className="sealed-mark" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width={width} height="64" patternUnits="userSpaceOnUse" patternTransform="rotate(-18)">
          {places.map(([x, y]) => (
            <text key={x} x={x} y={y} fill="currentColor" fontSize="15" fontWeight="600">
              {words}
            </text>
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
