import "./screening.css";
import { useTranslation } from "react-i18next";
import type {
  Advice,
  DimensionFinding,
  ElementFinding,
  Finding,
  ItemId,
  Outcome,
} from "../../../../engines/screening/index.ts";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { Notice, Tag } from "../../../../web/kit/notice.tsx";
import { useScreeningPack } from "./place.ts";
import { useEngineWords } from "./words.ts";

export const outcomeMeaning = (outcome: Outcome) => (outcome === "met" ? "here" : undefined);

/** A word for the outcome, marked only where it is met; the words carry it. */
export function OutcomeTag({ outcome }: { readonly outcome: Outcome }) {
  const { code } = useEngineWords();
  const meaning = outcomeMeaning(outcome);
  return <Tag {...(meaning === undefined ? {} : { meaning })}>{code("outcome", outcome)}</Tag>;
}

/** What the answers say, as they stand: kept beside the questions at every moment. Advises, never decides. */
export function Found({ advice, onItem }: { readonly advice: Advice; readonly onItem?: (item: ItemId) => void }) {
  const { t } = useTranslation("cases/screenings");
  const { code } = useEngineWords();
  if (advice.kind === "act-now") return <ActNow dangers={advice.dangers} />;
  const { international, dimensions, national } = advice;
  return (
    <div className="found">
      <p className="found-finding" aria-live="polite">
        {code("finding", international.finding)}
      </p>
      <ul className="found-parts">
        {(["act", "means", "purpose"] as const).map((name) => (
          <li key={name}>
            <div className="found-line">
              <span>{t(`element.${name}`)}</span>
              {name === "means" && !international.means.needed ? (
                <span className="quiet small">{t("found.means-not-needed")}</span>
              ) : (
                <OutcomeTag outcome={international[name].outcome} />
              )}
            </div>
            <Evidence element={international[name]} dimensions={dimensions} {...(onItem ? { onItem } : {})} />
          </li>
        ))}
      </ul>
      <h3>{t("found.dimensions")}</h3>
      <ul className="found-parts">
        {dimensions.map((one) => (
          <li key={one.dimension} className="found-line">
            <span>{code("dimension", one.dimension)}</span>
            <Tag {...(one.finding === "positive" ? { meaning: "here" as const } : {})}>
              {code("dimension-finding", one.finding)}
            </Tag>
          </li>
        ))}
      </ul>
      {national.length === 0 ? null : (
        <>
          <h3>{t("found.national")}</h3>
          <ul className="found-parts">
            {national.map((law) => (
              <li key={law.offence} className="found-line">
                <span>
                  {law.provision} <LawMark offence={law.offence} />
                </span>
                <OutcomeTag outcome={law.outcome} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="small quiet">
        {code("protection", "continues")} {code("decision", "named-worker")}
      </p>
    </div>
  );
}

/** The answers and dimensions that meet an element; each leads to its question. */
export function Evidence({
  element,
  dimensions,
  onItem,
}: {
  readonly element: ElementFinding;
  readonly dimensions: readonly DimensionFinding[];
  readonly onItem?: (item: ItemId) => void;
}) {
  const { t } = useTranslation("cases/screenings");
  const { question, code } = useEngineWords();
  if (element.metBy.length === 0 && element.metByDimensions.length === 0) return null;
  return (
    <ul className="evidence">
      {element.metBy.map((item) => (
        <li key={item}>
          {onItem === undefined ? (
            question(item)
          ) : (
            // A link, not a button: a long question must wrap like the text around it.
            <a
              href={`#q-${item}`}
              onClick={(event) => {
                event.preventDefault();
                onItem(item);
              }}
            >
              {question(item)}
            </a>
          )}{" "}
          <b>{code("value", "yes")}</b>
        </li>
      ))}
      {element.metByDimensions.map((name) => (
        <li key={name}>
          {t("found.by-dimension", {
            dimension: code("dimension", name),
            count: dimensions.find((one) => one.dimension === name)?.yes.length ?? 0,
          })}
        </li>
      ))}
    </ul>
  );
}

/** Law that was not read in its own words says so wherever it stands. */
export function LawMark({ offence }: { readonly offence: string }) {
  const { t } = useTranslation("cases/screenings");
  const law = useScreeningPack().data?.offences?.find(({ id }) => id === offence);
  // Of a law that the pack no longer holds nobody can say that it was checked.
  const check = law === undefined || law.needsCheck || Object.values(law.marks).some((mark) => mark !== "V");
  return check ? <Tag meaning="soon">{t("to-check")}</Tag> : null;
}

/** Somebody is in danger: nothing stands before this, and every number can be called from here. */
export function ActNow({ dangers }: { readonly dangers: readonly ItemId[] }) {
  const { t, i18n } = useTranslation("cases/screenings");
  const { question, code } = useEngineWords();
  const pack = useScreeningPack().data;
  const language = i18n.resolvedLanguage ?? "en";
  return (
    <Notice meaning="late" title={code("act-now", "act-now")} speak>
      <ul className="evidence">
        {dangers.map((item) => (
          <li key={item}>
            {question(item)} <b>{code("value", "yes")}</b>
          </li>
        ))}
      </ul>
      <p>{t("danger.do")}</p>
      <ul className="numbers">
        {(pack?.about.emergency ?? []).map((one) => (
          <li key={one.number}>
            <a href={`tel:${one.number}`}>
              <b>{one.number}</b> {nameIn(one.names, language)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export const isFinding = (advice: Advice): advice is Finding => advice.kind === "finding";
