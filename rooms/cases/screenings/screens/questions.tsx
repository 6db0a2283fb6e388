import "./screening.css";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ITEMS, type ItemId, SOURCES, type Stage } from "../../../../engines/screening/index.ts";
import { Acts, Button, Link } from "../../../../web/kit/button.tsx";
import { Choice, Select } from "../../../../web/kit/choice.tsx";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import type { Draft } from "../../../../web/kit/draft.ts";
import { TextArea } from "../../../../web/kit/field.tsx";
import { Notice, Tag } from "../../../../web/kit/notice.tsx";
import { Breadcrumb, Columns, PageTitle, Section } from "../../../../web/kit/page.tsx";
import { Question } from "../../../../web/kit/question.tsx";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { useShortcuts } from "../../../../web/kit/shortcuts.ts";
import { Waiting } from "../../../../web/kit/waiting.tsx";
import {
  answer,
  choose,
  type Filling,
  GIVEN,
  type Given,
  givenTo,
  goBack,
  goOn,
  goTo,
  note,
  placeInStage,
  serves,
  skippedIn,
  stepOf,
} from "./answering.ts";
import { ActNow, Found } from "./found.tsx";
import { Keep } from "./keep.tsx";
import { type Place, useCrumbs, usePlace, useScreeningPack } from "./place.ts";
import { useAdvice, useFilling, useWide } from "./use-filling.ts";
import { useEngineWords } from "./words.ts";

/** Screening for whoever is new to it: one question at a time with its reason, danger first; beside it what the answers say. */
export default function Questions() {
  const place = usePlace();
  const draft = useFilling(place);
  const pack = useScreeningPack();
  if (draft.state === "reading" || pack.isPending)
    return (
      <div className="page">
        <Waiting lines={6} />
      </div>
    );
  return <Asking place={place} draft={draft} />;
}

function Asking({ place, draft }: { readonly place: Place; readonly draft: Draft<Filling> }) {
  const { t } = useTranslation("cases/screenings");
  const filling = draft.value;
  const advice = useAdvice(filling.answers);
  const wide = useWide();
  const step = stepOf(filling);
  const [ending, setEnding] = useState(false);
  const asking = (step.kind === "question" || step.kind === "again") && !ending;
  const open = (item: ItemId) => {
    setEnding(false);
    draft.set((before) => goTo(before, item));
  };
  const found = <Found advice={advice} onItem={open} />;
  return (
    <div className="page screening">
      <Breadcrumb trail={useCrumbs(place, t("questions.title"))} />
      <Columns>
        {asking ? (
          <One
            key={step.item}
            item={step.item}
            stage={step.stage}
            turns={step.kind === "question" ? step.changesFinding : null}
            observeOnly={advice.kind === "finding" && advice.talk === "observe-only"}
            draft={draft}
            onEnd={() => setEnding(true)}
          />
        ) : (
          <End
            place={place}
            draft={draft}
            onItem={open}
            {...(step.kind === "question" || step.kind === "again" ? { onMore: () => setEnding(false) } : {})}
            observeOnly={step.kind === "done" && step.because === "observe-only"}
            dangers={step.kind === "act-now" ? step.dangers : []}
          />
        )}
        {wide ? (
          <aside aria-label={t("found.title")} className="screening-side">
            <Section title={t("found.title")} note={t("found.advises")}>
              {advice.kind === "act-now" ? <p>{t("danger.side")}</p> : found}
            </Section>
            <p className="small">
              <Link to={`${place.page}/sheet`}>{t("questions.to-sheet")}</Link>
            </p>
          </aside>
        ) : (
          <div className="screening-side">
            {advice.kind === "act-now" ? null : <Disclosure label={t("found.title")}>{found}</Disclosure>}
            <p className="small">
              <Link to={`${place.page}/sheet`}>{t("questions.to-sheet")}</Link>
            </p>
          </div>
        )}
      </Columns>
    </div>
  );
}

interface OneProps {
  readonly item: ItemId;
  readonly stage: Stage;
  /** Would this answer alone change the finding? Null for a question that was there before. */
  readonly turns: boolean | null;
  readonly observeOnly: boolean;
  readonly draft: Draft<Filling>;
  readonly onEnd: () => void;
}

function One({ item, stage, turns, observeOnly, draft, onEnd }: OneProps) {
  const { t } = useTranslation("cases/screenings");
  const { question, why, code } = useEngineWords();
  const [missing, setMissing] = useState(false);
  // Said of the question as it came; once answered it would speak of another.
  const [turnsAtFirst] = useState(turns);
  const filling = draft.value;
  const given = givenTo(filling.answers, item);
  const how = ITEMS.get(item)?.how ?? "ask";
  const { nth, of } = placeInStage(filling, item, stage);
  const give = (value: Given) => {
    setMissing(false);
    draft.set((before) => choose(before, item, value));
  };
  const skip = () => draft.set((before) => goOn(before, item));
  const proceed = () => {
    if (given === null) setMissing(true);
    else draft.set((before) => goOn(before, item));
  };
  const back = filling.at > 0 ? () => draft.set(goBack) : undefined;
  useAnswerKeys({ given, choose: give, proceed, skip, back });
  const answered = Object.keys(filling.answers).length;
  return (
    <div className="asking">
      <Question
        title={question(item)}
        windowTitle={t("title")}
        progress={
          <>
            {t("questions.place", { stage: code("stage", stage), nth, of })} ·{" "}
            {t("questions.answered", { count: answered })}
          </>
        }
        lead={
          <>
            {how === "ask" ? null : <strong className="how">{code("how", how)} </strong>}
            {why(item)}
          </>
        }
        why={<Serves item={item} filling={filling} turns={turnsAtFirst} />}
        errors={missing ? [{ message: t("questions.choose") }] : []}
        onContinue={proceed}
        {...(back === undefined ? {} : { onBack: back })}
        acts={
          <>
            <Button onClick={skip}>{t("questions.skip")}</Button>
            {answered === 0 ? null : (
              <Button kind="plain" onClick={onEnd}>
                {t("questions.end")}
              </Button>
            )}
          </>
        }
        draft={draft}
      >
        {observeOnly ? <Notice title={code("talk", "observe-only")}>{t("questions.observe-only")}</Notice> : null}
        <Choice
          name="answer"
          label={question(item)}
          quietLabel
          value={given}
          onChange={give}
          options={GIVEN.map((value, at) => ({
            value,
            label: (
              <>
                {code("value", value)}{" "}
                <span className="key-hint" aria-hidden="true">
                  {at + 1}
                </span>
              </>
            ),
          }))}
        />
        {given === null ? null : (
          <Select
            label={t("questions.source")}
            value={filling.answers[item]?.source ?? null}
            onChange={(source) => draft.set((before) => answer(before, item, given, source))}
            options={SOURCES.map((source) => ({ value: source, label: code("source", source) }))}
            short
            optional
          />
        )}
        <Disclosure
          label={t("questions.note")}
          {...(item === "understands.agrees" || filling.itemNotes[item] !== undefined ? { open: true } : {})}
        >
          <TextArea
            label={t("questions.note-label")}
            hint={t("questions.note-hint")}
            value={filling.itemNotes[item] ?? ""}
            onChange={(text) => draft.set((before) => note(before, item, text))}
            most={2000}
            rows={2}
            optional
          />
        </Disclosure>
      </Question>
    </div>
  );
}

/** Why now, and what for: the element or dimension that a question serves, and whether its answer alone would change anything. */
function Serves({
  item,
  filling,
  turns,
}: {
  readonly item: ItemId;
  readonly filling: Filling;
  readonly turns: boolean | null;
}) {
  const { t } = useTranslation("cases/screenings");
  const { code } = useEngineWords();
  const found = serves(item, filling.answers);
  return (
    <>
      <p>
        {found.of === "dimension"
          ? t("serves.dimension", {
              dimension: code("dimension", found.dimension),
              strength: code("strength", found.strength),
            })
          : found.of === "element"
            ? t(`serves.${found.element}`)
            : found.of === "prompt"
              ? t("serves.prompt")
              : t(`serves.stage.${found.stage}`)}{" "}
        {found.of === "dimension" ? <Tag meaning="soon">{t("to-check")}</Tag> : null}
      </p>
      {turns === null ? null : <p>{turns ? t("serves.turns") : t("serves.adds")}</p>}
    </>
  );
}

interface EndProps {
  readonly place: Place;
  readonly draft: Draft<Filling>;
  readonly onItem: (item: ItemId) => void;
  readonly onMore?: () => void;
  readonly observeOnly: boolean;
  readonly dangers: readonly ItemId[];
}

/** Nothing is left to ask, somebody stopped, or a danger did: what was skipped, and keeping. */
function End({ place, draft, onItem, onMore, observeOnly, dangers }: EndProps) {
  const { t } = useTranslation("cases/screenings");
  const { question, code } = useEngineWords();
  const skipped = skippedIn(draft.value);
  const danger = dangers.length > 0;
  return (
    <div className="asking">
      <PageTitle windowTitle={t("title")}>{danger ? t("danger.title") : t("end.title")}</PageTitle>
      {danger ? (
        <>
          <ActNow dangers={dangers} />
          <Acts>
            <Button onClick={() => draft.set(goBack)}>{t("danger.over")}</Button>
          </Acts>
          <p className="small quiet">{t("danger.over-hint")}</p>
        </>
      ) : (
        <p className="lead">{observeOnly ? code("talk", "observe-only") : t("end.lead")}</p>
      )}
      {skipped.length === 0 || danger ? null : (
        <Section title={t("end.skipped")}>
          <Rows>
            {skipped.map((item) => (
              <Row
                key={item}
                still
                what={
                  <Button kind="plain" onClick={() => onItem(item)}>
                    {question(item)}
                  </Button>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
      <Keep place={place} draft={draft} />
      {danger ? null : (
        <Acts>
          {onMore === undefined ? null : <Button onClick={onMore}>{t("end.more")}</Button>}
          <Button kind="plain" onClick={() => draft.set(goBack)}>
            {t("end.back")}
          </Button>
        </Acts>
      )}
    </div>
  );
}

/** 1, 2, 3 choose; up and down move the choice; Enter goes on, S skips, B goes back. */
function useAnswerKeys({
  given,
  choose,
  proceed,
  skip,
  back,
}: {
  given: Given | null;
  choose: (value: Given) => void;
  proceed: () => void;
  skip: () => void;
  back: (() => void) | undefined;
}) {
  const { t } = useTranslation("cases/screenings");
  const { code } = useEngineWords();
  const move = (by: number) => {
    const at =
      given === null ? (by > 0 ? 0 : GIVEN.length - 1) : (GIVEN.indexOf(given) + by + GIVEN.length) % GIVEN.length;
    choose(GIVEN[at] ?? "unknown");
  };
  useShortcuts([
    ...GIVEN.map((value, at) => ({ keys: String(at + 1), label: code("value", value), run: () => choose(value) })),
    { keys: "ArrowDown", label: t("keys.down"), run: () => move(1) },
    { keys: "ArrowUp", label: t("keys.up"), run: () => move(-1) },
    { keys: "s", label: t("questions.skip"), run: skip },
    { keys: "b", label: t("keys.back"), run: () => back?.() },
  ]);
  useEffect(() => {
    // The heading has the focus when a question opens: Enter goes on from there as it does from an answer.
    const onKey = (event: KeyboardEvent) => {
      const at = event.target;
      if (
        event.key !== "Enter" ||
        event.defaultPrevented ||
        event.isComposing ||
        document.querySelector("dialog[open]") !== null
      )
        return;
      if (at === document.body || at instanceof HTMLHeadingElement) {
        event.preventDefault();
        proceed();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
