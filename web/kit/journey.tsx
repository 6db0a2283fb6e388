import "./journey.css";
import { formatDate } from "./languages/format.ts";
import { useKitWords } from "./words.ts";

/** The places on the way home, in the order of most journeys. */
export const STAGES = ["reported", "safe", "heard", "cared-for", "justice", "home", "followed"] as const;
export type StageName = (typeof STAGES)[number];

export interface Stage {
  readonly name: StageName;
  /** `open`: it goes on. Several may be open beside each other. */
  readonly state: "done" | "open" | "ahead";
  /** Day (`YYYY-MM-DD`) on which it was reached, or since when it goes on. */
  readonly on?: string;
}

/** A way back, such as from home to safety. No failure mark: it is part of many ways home. */
export interface Return {
  readonly from: StageName;
  readonly to: StageName;
  readonly on: string;
}

export interface JourneyProps {
  /** Stages that are not named are ahead. */
  readonly stages: readonly Stage[];
  readonly returns?: readonly Return[];
  /** Today, `YYYY-MM-DD`: what was reached today says so. */
  readonly today?: string;
}

/** Where the child is on the way home. */
export function Journey({ stages, returns = [], today }: JourneyProps) {
  const { say, language } = useKitWords();
  const known = new Map(stages.map((stage) => [stage.name, stage]));
  const way = STAGES.map((name): Stage => known.get(name) ?? { name, state: "ahead" });
  const open = way.filter((stage) => stage.state === "open").map((stage) => say(`journey.${stage.name}`));
  const day = (on: string) => (on === today ? say("journey.today") : formatDate(on, "day-short", language));
  const lists = new Intl.ListFormat(language === "qps" ? "en" : language, { type: "conjunction" });
  return (
    <section className="journey" aria-label={say("journey.title")}>
      <ol className="journey-stages">
        {way.map((stage, index) => {
          const beside = stage.state === "open" && way[index + 1]?.state === "open";
          const back = returns.filter((one) => one.to === stage.name);
          return (
            <li
              key={stage.name}
              className={`stage ${stage.state}${beside ? " beside" : ""}`}
              aria-current={stage.state === "open" ? "step" : undefined}
            >
              <span className="stage-name">{say(`journey.${stage.name}`)}</span>
              <span className="unseen">: {say(`journey.${stage.state}`)}</span>
              {stage.on === undefined ? null : (
                <span className="stage-when">
                  {stage.state === "open" && stage.on !== today
                    ? say("journey.since", { date: day(stage.on) })
                    : day(stage.on)}
                </span>
              )}
              {back.map((one) => (
                <span key={`${one.from}${one.on}`} className="came-back">
                  {say("journey.returned-from", { from: say(`journey.${one.from}`), date: day(one.on) })}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
      {returns.length === 0 ? null : (
        <ul className="journey-returns">
          {returns.map((one) => (
            <li
              key={`${one.from}${one.to}${one.on}`}
              className="journey-return"
              style={{ gridColumn: `${STAGES.indexOf(one.to) + 1} / ${STAGES.indexOf(one.from) + 1}` }}
            >
              {say("journey.returned", { to: say(`journey.${one.to}`), date: day(one.on) })}
            </li>
          ))}
        </ul>
      )}
      {open.length < 2 ? null : <p className="unseen">{say("journey.beside", { stages: lists.format(open) })}</p>}
    </section>
  );
}
