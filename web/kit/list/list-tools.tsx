import { memo, useEffect, useId, useRef, useState } from "react";
import { Button } from "../button.tsx";
import { Checkbox, Checks, Select } from "../choice.tsx";
import { Dialog } from "../dialog.tsx";
import { TextField } from "../field.tsx";
import { formatNumber } from "../languages/format.ts";
import { setLook, useLook } from "../preferences.ts";
import { useShortcuts } from "../shortcuts.ts";
import { useKitWords } from "../words.ts";
import type { Column } from "./column.ts";
import { type ListView, sameView, WHOLE } from "./view.ts";

export interface NamedView {
  readonly name: string;
  readonly view: ListView;
}

export interface ViewsProps {
  /** Views the screen offers, such as "Late" or "Mine". */
  readonly offered: readonly NamedView[];
  /** Views this person has kept. */
  readonly kept?: readonly NamedView[];
  readonly onKeep?: (view: NamedView) => void;
  readonly onForget?: (name: string) => void;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
}

const NONE: readonly NamedView[] = [];

/** Named views above a list. */
export const Views = memo(function Views({ offered, kept = NONE, onKeep, onForget, view, onView }: ViewsProps) {
  const { say } = useKitWords();
  const [naming, setNaming] = useState<string | null>(null);
  const all: readonly NamedView[] = [{ name: say("list.all"), view: WHOLE }, ...offered, ...kept];
  const here = all.find((one) => sameView(one.view, view));
  const mine = kept.find((one) => one === here);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of toggles, not of form fields
    <div className="list-views" role="group" aria-label={say("list.views")}>
      {all.map((one) => (
        <button
          key={one.name}
          type="button"
          className="list-view"
          aria-pressed={one === here}
          onClick={() => onView(one.view)}
        >
          {one.name}
        </button>
      ))}
      {here === undefined && onKeep !== undefined ? (
        <Button kind="plain" onClick={() => setNaming("")}>
          {say("list.keep")}
        </Button>
      ) : null}
      {mine !== undefined && onForget !== undefined ? (
        <Button kind="plain" onClick={() => onForget(mine.name)}>
          {say("list.forget")}
        </Button>
      ) : null}
      {naming === null ? null : (
        <Dialog title={say("list.keep")} onClose={() => setNaming(null)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (naming.trim() === "") return;
              onKeep?.({ name: naming.trim(), view });
              setNaming(null);
            }}
          >
            <TextField
              label={say("list.keep-name")}
              value={naming}
              onChange={setNaming}
              maxLength={40}
              autoFocus
              required
            />
            <div className="acts">
              <Button kind="first" type="submit">
                {say("list.keep-act")}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </div>
  );
});

export interface ToolsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly found: number;
  readonly all: number;
  readonly working: boolean;
  readonly more: boolean;
}

/** Typing waits this long before the list follows. */
const TYPING_MS = 200;

/** Find, narrow down, sort (on a phone), and how many there are. */
export const ListTools = memo(PlainTools) as typeof PlainTools;

function PlainTools<Row>({ columns, view: asked, onView: follow, found, all, working, more }: ToolsProps<Row>) {
  const { say, language } = useKitWords();
  const id = useId();
  const { density } = useLook();
  // What was pressed shows at once, although the list follows in its own time.
  const [view, setView] = useState(asked);
  useEffect(() => setView(asked), [asked]);
  const onView = (next: ListView) => {
    setView(next);
    follow(next);
  };
  const [words, setWords] = useState(view.words);
  const [narrow, setNarrow] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const latest = useRef({ view, onView });
  useEffect(() => {
    latest.current = { view, onView };
  });
  useEffect(() => setWords(view.words), [view.words]);
  useEffect(() => {
    if (words === latest.current.view.words) return;
    const timer = setTimeout(() => latest.current.onView({ ...latest.current.view, words }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words]);
  useShortcuts([{ keys: "/", label: say("keys.filter"), run: () => box.current?.focus() }]);

  const narrowing = columns.filter((column) => column.choices !== undefined);
  const narrowed = narrowing.filter((column) => (view.only[column.key]?.length ?? 0) > 0).length;
  const sortable = columns.filter((column) => column.sortable !== false);
  const count = (value: number) => formatNumber(value, language);
  return (
    <>
      <div className="list-tools">
        <div className="list-find">
          <label htmlFor={id}>{say("list.filter")}</label>
          <input
            id={id}
            ref={box}
            type="search"
            className="input"
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <div className="list-sort">
          <Select
            label={say("list.sort")}
            value={view.sort === null ? null : `${view.sort.down ? "-" : ""}${view.sort.column}`}
            onChange={(value) =>
              onView({
                ...view,
                sort: value === null ? null : { column: value.replace(/^-/, ""), down: value.startsWith("-") },
              })
            }
            options={sortable.flatMap((column) => [
              { value: column.key, label: `${column.label}, ${say("list.up")}` },
              { value: `-${column.key}`, label: `${column.label}, ${say("list.down")}` },
            ])}
          />
        </div>
        <Button kind="plain" aria-expanded={narrow} aria-controls={`${id}-narrow`} onClick={() => setNarrow(!narrow)}>
          {narrowed === 0 ? say("list.filters") : say("list.filters-on", { count: narrowed })}
        </Button>
      </div>
      <div className="list-narrow" id={`${id}-narrow`} hidden={!narrow}>
        {narrow ? (
          <>
            {narrowing.map((column) => (
              <Checks
                key={column.key}
                name={column.key}
                label={column.label}
                options={column.choices ?? []}
                value={view.only[column.key] ?? []}
                onChange={(codes) => onView({ ...view, only: { ...view.only, [column.key]: codes } })}
              />
            ))}
            <Checkbox
              label={say("list.compact")}
              checked={density === "compact"}
              onChange={(on) => setLook({ density: on ? "compact" : "calm" })}
            />
          </>
        ) : null}
      </div>
      <div className="list-count">
        <span role="status">
          {found === all
            ? say("list.rows", { count: all, replace: { count: count(all) } })
            : say("list.rows-of", { count: found, replace: { count: count(found), all: count(all) } })}
          {working ? ` · ${say("list.working")}` : more ? ` · ${say("list.loading")}` : ""}
        </span>
        {sameView({ ...view, sort: null }, WHOLE) ? null : (
          <Button kind="plain" onClick={() => onView({ ...WHOLE, sort: view.sort })}>
            {say("list.clear")}
          </Button>
        )}
      </div>
    </>
  );
}
