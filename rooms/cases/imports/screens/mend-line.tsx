import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { request } from "../../../../web/kit/client.ts";
import { TextField } from "../../../../web/kit/field.tsx";
import { problemOf } from "../../../../web/kit/problem.ts";
import { SmallRefusal } from "../../../../web/kit/refusal.tsx";
import { Waiting } from "../../../../web/kit/waiting.tsx";
import type { ImportView, LineView } from "../answers.ts";
import type { Mend, RowIssue } from "../model.ts";

interface MendLineProps {
  readonly view: ImportView;
  readonly line: number;
  readonly onSave: (mends: readonly Mend[]) => Promise<void>;
  readonly onClose: () => void;
}

/** One row of the file, as it is read: a field for each cell, the reason at the cell that is wrong. */
export function MendLine({ view, line, onSave, onClose }: MendLineProps) {
  const { t } = useTranslation(["cases/imports", "cases/imports/facts"]);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [busy, setBusy] = useState(false);
  const [unchanged, setUnchanged] = useState(false);
  const place = useRef<HTMLElement>(null);
  const found = useQuery({
    queryKey: ["imports", view.id, "lines", line, view.revision],
    queryFn: () => request<LineView>("GET", `/api/imports/${view.id}/lines/${line}`),
    retry: false,
  });
  const ready = found.data !== undefined;
  useEffect(() => {
    if (!ready) return;
    place.current?.scrollIntoView({ block: "nearest" });
    (
      place.current?.querySelector<HTMLElement>("[aria-invalid='true']") ?? place.current?.querySelector("input")
    )?.focus();
  }, [ready]);
  if (found.isError) return <SmallRefusal problem={problemOf(found.error)} onAgain={() => void found.refetch()} />;
  if (found.data === undefined) return <Waiting lines={3} />;
  const { cells, issues } = found.data;
  const textOf = (column: number) => cells.find((cell) => cell.column === column)?.text ?? "";
  const said = (issue: RowIssue) => {
    const would =
      issue.right.length > 0 ? issue.right.slice(0, 4).join(", ") : t(`issues.${issue.code}.right`, issue.params);
    return `${t(`issues.${issue.code}.title`, issue.params)} ${would}`;
  };
  const ofCell = (column: number) => issues.filter((issue) => issue.column === column && issue.severity !== "note");
  const ofRow = issues.filter((issue) => issue.column === null && issue.severity !== "note");
  const columns = (view.work?.columns ?? []).filter(
    (column) => column.target.to !== "leave-out" && (textOf(column.column) !== "" || ofCell(column.column).length > 0),
  );
  const send = async (mends: readonly Mend[]) => {
    setBusy(true);
    await onSave(mends);
    setBusy(false);
  };
  const changed = Object.entries(typed).filter(([column, text]) => text !== textOf(Number(column)));
  const onlyDoubts =
    issues.some((issue) => issue.severity === "doubtful") && !issues.some((issue) => issue.severity === "wrong");
  return (
    <section className="import-mend" ref={place} aria-label={t("screen.mend-line", { line })}>
      <h3>{t("screen.mend-line", { line })}</h3>
      {ofRow.map((issue) => (
        <p key={issue.code}>{said(issue)}</p>
      ))}
      <div className="import-cells">
        {columns.map(({ column, header }) => {
          const [issue] = ofCell(column);
          return (
            <TextField
              key={column}
              label={header || t("values.kept-without-name")}
              name={`cell-${column}`}
              autoComplete="off"
              value={typed[column] ?? textOf(column)}
              onChange={(text) => setTyped({ ...typed, [column]: text })}
              {...(issue ? { error: said(issue) } : {})}
            />
          );
        })}
      </div>
      {unchanged && changed.length === 0 ? <p role="alert">{t("screen.unchanged")}</p> : null}
      <Acts>
        <Button
          kind="first"
          busy={busy}
          onClick={() =>
            changed.length === 0
              ? setUnchanged(true)
              : void send(changed.map(([column, text]) => ({ do: "replace", line, column: Number(column), text })))
          }
        >
          {t("screen.save-next")}
        </Button>
        {onlyDoubts ? (
          <Button busy={busy} onClick={() => void send([{ do: "accept", line }])}>
            {t("screen.accept")}
          </Button>
        ) : null}
        <Button busy={busy} onClick={() => void send([{ do: "leave-out", line }])}>
          {t("screen.leave-out-row")}
        </Button>
        <Button onClick={onClose}>{t("screen.close")}</Button>
      </Acts>
    </section>
  );
}
