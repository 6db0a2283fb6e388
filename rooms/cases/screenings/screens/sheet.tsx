import "./screening.css";
import { type KeyboardEvent, memo, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type How,
  type ItemId,
  isChild,
  LISTS,
  SOURCES,
  type Source,
  type Strength,
  sheet,
} from "../../../../engines/screening/index.ts";
import { Button, Link } from "../../../../web/kit/button.tsx";
import { Checkbox, Select } from "../../../../web/kit/choice.tsx";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import type { Draft } from "../../../../web/kit/draft.ts";
import { Notice, Tag } from "../../../../web/kit/notice.tsx";
import { Page, Section } from "../../../../web/kit/page.tsx";
import { Empty } from "../../../../web/kit/rows.tsx";
import { Waiting } from "../../../../web/kit/waiting.tsx";
import { answer, type Filling, GIVEN, type Given, givenTo } from "./answering.ts";
import { ActNow, Found } from "./found.tsx";
import { Keep } from "./keep.tsx";
import { type Place, useCrumbs, usePlace, useScreeningPack } from "./place.ts";
import { useAdvice, useFilling, useWide } from "./use-filling.ts";
import { useEngineWords } from "./words.ts";

/** Screening for the practised: every question on one page, three answers each, and what they say so far beside them. */
export default function SheetPage() {
  const place = usePlace();
  const draft = useFilling(place);
  const pack = useScreeningPack();
  if (draft.state === "reading" || pack.isPending)
    return (
      <div className="page">
        <Waiting lines={6} />
      </div>
    );
  return <Sheet place={place} draft={draft} />;
}

function Sheet({ place, draft }: { readonly place: Place; readonly draft: Draft<Filling> }) {
  const { t } = useTranslation("cases/screenings");
  const { code } = useEngineWords();
  const wide = useWide();
  const { answers } = draft.value;
  const advice = useAdvice(answers);
  const [source, setSource] = useState<Source | null>(null);
  /** Answered when the filter was set: they go, and what is answered from then on stays under the finger. */
  const [hidden, setHidden] = useState<ReadonlySet<ItemId> | null>(null);
  const answered = new Set(Object.keys(answers).filter((id) => givenTo(answers, id) !== null));
  // Which questions there are hangs on the age alone; the rows stay the same objects while it does.
  const child = isChild(answers);
  const groups = useMemo(
    () => sheet(child ? {} : { "age.under-18": { value: "no" }, "age.settled": { value: "yes" } }),
    [child],
  );
  const set = draft.set;
  const give = useCallback(
    (item: ItemId, value: Given | null) =>
      set((before) => answer(before, item, value, before.answers[item]?.source ?? source ?? undefined)),
    [set, source],
  );
  const shown = groups
    .map((group) => ({ ...group, items: group.items.filter(({ id }) => !hidden?.has(id)) }))
    .filter(({ items }) => items.length > 0);
  const all = groups.reduce((sum, { items }) => sum + items.length, 0);
  const jump = (item: ItemId) => document.getElementById(`q-${item}`)?.scrollIntoView({ block: "center" });
  const found = <Found advice={advice} onItem={jump} />;
  return (
    <Page
      title={t("sheet.title")}
      windowTitle={t("title")}
      lead={t("sheet.lead")}
      crumbs={useCrumbs(place, t("sheet.title"))}
    >
      {advice.kind === "act-now" ? <ActNow dangers={advice.dangers} /> : null}
      <div className="sheet-tools">
        <Checkbox
          label={t("sheet.unanswered")}
          checked={hidden !== null}
          onChange={(on) => setHidden(on ? answered : null)}
        />
        <Select
          label={t("sheet.source")}
          value={source}
          onChange={setSource}
          options={SOURCES.map((one) => ({ value: one, label: code("source", one) }))}
          short
          optional
        />
        <p className="small quiet" aria-live="polite">
          {t("sheet.count", { answered: answered.size, all })}
        </p>
      </div>
      <div className="columns sheet-columns">
        <div>
          {shown.length === 0 ? <Empty title={t("sheet.none")}>{t("sheet.none-next")}</Empty> : null}
          {shown.map((group) => {
            const list = LISTS.find(({ id }) => id === group.list);
            return (
              <Section
                key={group.stage ?? group.list}
                title={group.stage === null ? code("list", group.list) : code("stage", group.stage)}
                note={
                  <>
                    {group.stage === null ? `${t("sheet.no-weight")} ` : null}
                    {list?.kind !== "ground" && list?.needsCheck ? <Tag meaning="soon">{t("to-check")}</Tag> : null}
                    {group.stage === "means" && child ? t("found.means-not-needed") : null}
                  </>
                }
              >
                <ul className="sheet-rows">
                  {group.items.map((item) => (
                    <Line
                      key={item.id}
                      id={item.id}
                      how={item.how}
                      strength={"strength" in item ? (item.strength as Strength) : null}
                      given={givenTo(answers, item.id)}
                      onGive={give}
                    />
                  ))}
                </ul>
              </Section>
            );
          })}
          <Section title={t("keep.title")}>
            <Keep place={place} draft={draft} />
          </Section>
        </div>
        <div className="screening-side">
          {wide ? (
            <aside aria-label={t("found.title")}>
              <Section title={t("found.title")} note={t("found.advises")}>
                {advice.kind === "act-now" ? <p>{t("danger.side")}</p> : found}
              </Section>
            </aside>
          ) : advice.kind === "act-now" ? null : (
            <Disclosure label={t("found.title")}>{found}</Disclosure>
          )}
          <p className="small">
            <Link to={`${place.page}/questions`}>{t("sheet.to-questions")}</Link>
          </p>
        </div>
      </div>
      {advice.kind === "finding" && advice.talk === "observe-only" ? (
        <Notice title={code("talk", "observe-only")}>{t("questions.observe-only")}</Notice>
      ) : null}
    </Page>
  );
}

interface LineProps {
  readonly id: ItemId;
  readonly how: How;
  readonly strength: Strength | null;
  readonly given: Given | null;
  readonly onGive: (item: ItemId, value: Given | null) => void;
}

/** One question of the sheet. 1, 2 and 3 answer it and go to the next; 0 takes the answer back. */
const Line = memo(function Line({ id, how, strength, given, onGive }: LineProps) {
  const { t } = useTranslation("cases/screenings");
  const { question, code } = useEngineWords();
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const value = GIVEN[Number(event.key) - 1];
    if (value === undefined && event.key !== "0") return;
    event.preventDefault();
    onGive(id, value ?? null);
    if (value !== undefined) nextLine(event.currentTarget)?.focus();
  };
  return (
    <li className="sheet-row" id={`q-${id}`}>
      <fieldset onKeyDown={onKey}>
        <legend>
          {question(id)}
          <span className="quiet small">
            {how === "known" ? ` · ${t("sheet.known")}` : how === "observe" ? ` · ${t("sheet.observe")}` : ""}
            {strength === null ? "" : ` · ${code("strength", strength)}`}
          </span>
        </legend>
        <div className="sheet-answers">
          {GIVEN.map((value) => (
            <label key={value} className="sheet-answer">
              <input
                type="radio"
                name={id}
                value={value}
                checked={given === value}
                onChange={() => onGive(id, value)}
              />
              <span>{code("value", value)}</span>
            </label>
          ))}
          {given === null ? null : (
            <Button
              kind="plain"
              onClick={() => onGive(id, null)}
              aria-label={t("sheet.clear-of", { question: question(id) })}
            >
              {t("sheet.clear")}
            </Button>
          )}
        </div>
      </fieldset>
    </li>
  );
});

/** The answers of the next question on the page: the chosen one, else the first. */
function nextLine(fieldset: HTMLElement): HTMLInputElement | null {
  const lines = [...document.querySelectorAll<HTMLElement>(".sheet-row > fieldset")];
  const next = lines[lines.indexOf(fieldset) + 1];
  return next?.querySelector<HTMLInputElement>("input:checked") ?? next?.querySelector("input") ?? null;
}
