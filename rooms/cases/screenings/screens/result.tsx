import "./screening.css";
import { useTranslation } from "react-i18next";
import {
  type Answers,
  type DimensionFinding,
  type Elements,
  type Finding,
  ITEMS,
  type ItemId,
  LISTS,
  type Reason,
  STRENGTHS,
  sheet,
  type Turning,
} from "../../../../engines/screening/index.ts";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { Tag } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { givenTo } from "./answering.ts";
import { Evidence, LawMark, OutcomeTag } from "./found.tsx";
import { useEngineWords } from "./words.ts";

/** How many turning answers are shown before the rest is folded away. */
const TURNS_SHOWN = 5;

/** The whole advice: which answers meet which element, the dimensions with their published rule, and what one answer would change. */
export function Result({ advice, answers }: { readonly advice: Finding; readonly answers: Answers }) {
  const { t } = useTranslation("cases/screenings");
  const { code } = useEngineWords();
  const { international, national, dimensions } = advice;
  return (
    <>
      <Section title={t("result.elements")} note={code("treated-as", advice.treatedAs)}>
        <p className="found-finding">{code("finding", international.finding)}</p>
        <ElementRows elements={international} dimensions={dimensions} />
        <p className="small quiet">
          {t("result.exploitation")}: {code("exploitation", advice.exploitation)}.{" "}
          {advice.tracks.length === 0
            ? null
            : `${t("result.tracks")}: ${advice.tracks.map((track) => code("track", track)).join(" · ")}.`}
        </p>
      </Section>
      <Section title={t("result.why")}>
        <Reasons reasons={advice.reasons} />
      </Section>
      {national.map((law) => (
        <Section
          key={law.offence}
          title={t("result.law", { provision: law.provision })}
          note={<LawMark offence={law.offence} />}
        >
          <p className="small quiet">{t("result.law-note")}</p>
          <p className="found-finding">
            <OutcomeTag outcome={law.outcome} />
          </p>
          <ElementRows elements={law} dimensions={dimensions} />
          <Reasons reasons={law.reasons} />
          <Turns
            turns={law.turning.map(({ item, ifYes, ifNo }) => ({
              item,
              ifYes: ifYes === null ? null : code("outcome", ifYes),
              ifNo: ifNo === null ? null : code("outcome", ifNo),
            }))}
          />
        </Section>
      ))}
      <Section title={t("result.turning")}>
        {international.turning.length === 0 ? <p className="quiet">{t("result.turning-none")}</p> : null}
        <Turns
          turns={international.turning.map(({ item, ifYes, ifNo }) => ({
            item,
            ifYes: ifYes === null ? null : code("finding", ifYes),
            ifNo: ifNo === null ? null : code("finding", ifNo),
          }))}
        />
      </Section>
      <Section title={t("result.dimensions")} note={<Tag meaning="soon">{t("to-check")}</Tag>}>
        <p className="small quiet">
          {t("result.rule")} {t("result.rule-source")}
        </p>
        <Rows label={t("result.dimensions")}>
          {dimensions.map((one) => (
            <Dimension key={one.dimension} of={one} child={advice.treatedAs === "child"} />
          ))}
        </Rows>
      </Section>
      <Given answers={answers} />
      <Disclosure label={t("result.made-with")}>
        <ul className="evidence">
          {[...advice.freeze.lists, ...advice.freeze.offences].map(({ id, version }) => (
            <li key={id}>
              {code("list", id)} · {version}
              {((source) => (source === undefined ? null : <span className="quiet"> · {source}</span>))(
                LISTS.find((list) => list.id === id)?.source,
              )}
            </li>
          ))}
          <li>
            {t("result.rule-version")} {advice.freeze.rule}
          </li>
        </ul>
      </Disclosure>
    </>
  );
}

function ElementRows({
  elements,
  dimensions,
}: {
  readonly elements: Elements;
  readonly dimensions: readonly DimensionFinding[];
}) {
  const { t } = useTranslation("cases/screenings");
  return (
    <Rows>
      {(["act", "means", "purpose"] as const).map((name) => {
        const spared = name === "means" && !elements.means.needed;
        return (
          <Row
            key={name}
            still
            time={t(`element.${name}`)}
            what={spared ? t("found.means-not-needed") : <OutcomeTag outcome={elements[name].outcome} />}
            about={<Evidence element={elements[name]} dimensions={dimensions} />}
          />
        );
      })}
    </Rows>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { question, code } = useEngineWords();
  return (
    <ul className="evidence">
      {reasons.map((reason) => (
        <li key={`${reason.code}${reason.items.join()}`}>
          {code("reason", reason.code)}
          {reason.code === "answers-disagree" || reason.code === "prompt-asks-for-inquiry" ? (
            <ul className="evidence">
              {reason.items.map((item) => (
                <li key={item}>{question(item)}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Turns({ turns }: { readonly turns: readonly Turning<string>[] }) {
  const { t } = useTranslation("cases/screenings");
  if (turns.length === 0) return null;
  const rows = (some: readonly Turning<string>[]) => (
    <Rows>
      {some.map((turn) => (
        <Turn key={turn.item} of={turn} />
      ))}
    </Rows>
  );
  const more = turns.slice(TURNS_SHOWN);
  return (
    <>
      {rows(turns.slice(0, TURNS_SHOWN))}
      {more.length === 0 ? null : (
        <Disclosure label={t("result.turning-more", { count: more.length })}>{rows(more)}</Disclosure>
      )}
    </>
  );
}

function Turn({ of }: { readonly of: Turning<string> }) {
  const { t } = useTranslation("cases/screenings");
  const { question } = useEngineWords();
  const would = (value: "yes" | "no", then: string | null) =>
    then === null ? null : <div>{t(`result.if-${value}`, { then })}</div>;
  return (
    <Row
      still
      what={question(of.item)}
      why={
        <>
          {would("yes", of.ifYes)}
          {would("no", of.ifNo)}
        </>
      }
    />
  );
}

function Dimension({ of, child }: { readonly of: DimensionFinding; readonly child: boolean }) {
  const { t } = useTranslation("cases/screenings");
  const { question, code } = useEngineWords();
  const strengthOf = (item: ItemId) => {
    const list = LISTS.find(({ id }) => id === (child ? "ilo-ec-child-labour" : "ilo-ec-adult-labour"));
    return list?.kind === "weighed" ? list.items.find(({ id }) => id === item)?.strength : undefined;
  };
  return (
    <Row
      still
      time={code("dimension", of.dimension)}
      what={
        <Tag {...(of.finding === "positive" ? { meaning: "here" as const } : {})}>
          {code("dimension-finding", of.finding)}
        </Tag>
      }
      about={
        of.yes.length === 0 ? (
          t("result.none-yes")
        ) : (
          <ul className="evidence">
            {of.yes.map((item) => (
              <li key={item}>
                {question(item)} <b>{code("strength", strengthOf(item) ?? "medium")}</b>
              </li>
            ))}
          </ul>
        )
      }
      why={
        of.smallest === null
          ? undefined
          : t("result.would", {
              mixes: of.smallest.mixes
                .map((mix) =>
                  STRENGTHS.flatMap((strength) => {
                    const count = mix.filter((one) => one === strength).length;
                    return count === 0 ? [] : [t("result.so-many", { count, strength: code("strength", strength) })];
                  }).join(` ${t("result.and")} `),
                )
                .join(`, ${t("result.or")} `),
            })
      }
    />
  );
}

/** Every answer that was given, under its stage; on paper it is the record of what was said. */
export function Given({ answers }: { readonly answers: Answers }) {
  const { t } = useTranslation("cases/screenings");
  const { question, code } = useEngineWords();
  const known = sheet(answers).map((group) => ({
    name: group.stage === null ? code("list", group.list) : code("stage", group.stage),
    items: group.items.map(({ id }) => id).filter((id) => givenTo(answers, id) !== null),
  }));
  // An answer of a list that is no longer in force stands at the end under its code.
  const old = Object.keys(answers).filter((id) => !ITEMS.has(id) && givenTo(answers, id) !== null);
  const groups = [...known, { name: t("result.old-items"), items: old }].filter(({ items }) => items.length > 0);
  return (
    <Section title={t("result.answers")}>
      {groups.length === 0 ? <p className="quiet">{t("result.answers-none")}</p> : null}
      {groups.map((group) => (
        <div key={group.name} className="given">
          <h3>{group.name}</h3>
          <ul>
            {group.items.map((id) => {
              const source = answers[id]?.source;
              return (
                <li key={id}>
                  <span>{question(id)}</span> <b>{code("value", answers[id]?.value ?? "not-asked")}</b>
                  {source === undefined ? null : <span className="quiet small"> · {code("source", source)}</span>}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </Section>
  );
}
