import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Select } from "../../../../web/kit/choice.tsx";
import { Combobox } from "../../../../web/kit/combobox.tsx";
import { Notice, Tag } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import type { ImportColumn, ImportView } from "../answers.ts";
import { importFields } from "../fields.ts";
import type { ColumnTarget, DateOrder } from "../model.ts";

interface Wish {
  readonly decisions: readonly Pick<ImportColumn, "column" | "target" | "dateOrder">[];
  readonly assumed: DateOrder;
}

interface ColumnsProps {
  readonly view: ImportView;
  readonly onChange: (wish: Wish) => Promise<boolean>;
  readonly onNext: () => void;
}

/** What each column is taken for, with examples and the reason; a person changes what is wrong, and it is kept for next time. */
export function Columns({ view, onChange, onNext }: ColumnsProps) {
  const { t } = useTranslation(["cases/imports", "cases/imports/facts"]);
  const [open, setOpen] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const { work } = view;
  if (work === null) return null;
  const orders = (["day-first", "month-first"] as const).map((value) => ({ value, label: t(`dateOrders.${value}`) }));
  const doubts = new Map(
    work.fileIssues
      .filter((issue) => issue.severity === "doubtful" && issue.column !== null)
      .map((issue) => [issue.column, issue]),
  );
  const filled = work.columns.filter((column) => column.filled > 0);
  const empty = work.columns.length - filled.length;

  const save = async (wish: Partial<Wish>, changed?: ImportColumn) => {
    const decided = work.columns.map((column) =>
      column.column === changed?.column ? { ...changed, confirmed: true } : column,
    );
    setBusy(true);
    await onChange({
      decisions: decided
        .filter((column) => column.confirmed)
        .map(({ column, target, dateOrder }) => ({ column, target, dateOrder })),
      assumed: wish.assumed ?? work.assumed,
    });
    setBusy(false);
  };

  return (
    <>
      {work.fromEarlier ? <Notice title={t("screen.from-earlier")}>{t("screen.from-earlier-note")}</Notice> : null}
      {work.fileIssues
        .filter((issue) => issue.column === null)
        .map((issue) => (
          <Notice
            key={issue.code}
            meaning={issue.severity === "doubtful" ? "soon" : "info"}
            title={t(`columns.${issue.code}.title`, issue.params)}
          >
            {t(`columns.${issue.code}.next`, issue.params)}
          </Notice>
        ))}
      <Section title={t("screen.columns-title")} note={t("screen.columns-note")}>
        <ul className="import-columns">
          {filled.map((column) => {
            const doubt = doubts.get(column.column);
            return (
              <li key={column.column} className="import-column">
                <div className="import-header">
                  <b>{column.header || t("values.kept-without-name")}</b>
                  <span className="quiet">{column.examples.join(" · ")}</span>
                </div>
                <div className="import-target">
                  <span>
                    <span aria-hidden="true">→ </span>
                    {targetWords(column.target)}{" "}
                    {doubt ? (
                      <Tag meaning="soon">{t(`columns.${doubt.code}.title`, fieldNamed(doubt.params))}</Tag>
                    ) : null}
                  </span>
                  <span className="quiet">
                    {column.confirmed
                      ? t("screen.decided")
                      : t(`guesses.${column.guess.reason}`, { matched: column.guess.matched ?? "" })}
                  </span>
                </div>
                <Button busy={busy} onClick={() => setOpen(open === column.column ? null : column.column)}>
                  {t(open === column.column ? "screen.close" : "screen.change")}
                  <span className="unseen"> {column.header}</span>
                </Button>
                {open === column.column ? (
                  <div className="import-change">
                    <Combobox
                      label={t("screen.becomes-field")}
                      options={options()}
                      value={choiceOf(column.target)}
                      onChange={(value) => {
                        if (value === null) return;
                        setOpen(null);
                        void save({}, { ...column, target: targetOf(value) });
                      }}
                    />
                    {column.ambiguousDates > 0 ? (
                      <Select<DateOrder>
                        label={t("screen.date-order")}
                        value={column.dateOrder}
                        options={orders}
                        onChange={(dateOrder) => void save({}, { ...column, dateOrder })}
                        short
                      />
                    ) : null}
                  </div>
                ) : null}
              </li>
            );
          })}
        </ul>
        {empty > 0 ? <p className="quiet">{t("screen.empty-columns", { count: empty })}</p> : null}
        {filled.some((column) => column.ambiguousDates > 0) ? (
          <Select<DateOrder>
            label={t("screen.assumed")}
            hint={t("screen.assumed-note")}
            value={work.assumed}
            options={orders}
            onChange={(assumed) => void save({ assumed: assumed ?? "day-first" })}
            short
          />
        ) : null}
      </Section>
      <Acts>
        <Button kind="first" busy={busy} onClick={onNext}>
          {t("screen.to-look")}
        </Button>
      </Acts>
    </>
  );

  function fieldWords(name: string): string {
    return t(`cases/imports/facts:fields.${name}`);
  }

  function fieldNamed(params: Record<string, string | number>): Record<string, string | number> {
    return typeof params.field === "string" ? { ...params, field: fieldWords(params.field) } : params;
  }

  function targetWords(target: ColumnTarget): string {
    return target.to === "field" ? fieldWords(target.field) : t(`targets.${target.to}`);
  }

  function options(): { value: string; label: string }[] {
    const fields = importFields
      .filter((field) => field.name !== "hw_Kept")
      .map((field) => ({ value: field.name, label: `${fieldWords(field.name)} · ${t(`abouts.${field.about}`)}` }));
    const others = (["keep", "leave-out"] as const).map((to) => ({ value: `/${to}`, label: t(`targets.${to}`) }));
    return [...others, ...fields];
  }
}

function choiceOf(target: ColumnTarget): string {
  return target.to === "field" ? target.field : `/${target.to}`;
}

function targetOf(value: string): ColumnTarget {
  if (value === "/keep") return { to: "keep" };
  return value === "/leave-out" ? { to: "leave-out" } : { to: "field", field: value, choice: null };
}
