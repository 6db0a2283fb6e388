import "./tabs.css";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";

export interface Tab<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly content: () => ReactNode;
}

export interface TabsProps<V extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** Views of one thing. Arrows move, in the direction of reading; only the chosen one is rendered. */
export function Tabs<V extends string>({ label, tabs, value, onChange }: TabsProps<V>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const here = Math.max(
    0,
    tabs.findIndex((tab) => tab.value === value),
  );
  const go = (index: number) => {
    const next = tabs[(index + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.value);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const onwards = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = onwards === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const move = { [onwards]: here + 1, [back]: here - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    go(move);
  };
  const chosen = tabs[here];
  // On a phone the tabs are wider than the screen: the chosen one is brought into it. Only the bar moves, never the page.
  useEffect(() => {
    const bar = list.current;
    const tab = bar?.querySelector<HTMLElement>(`[data-tab="${value}"]`);
    if (!bar || !tab || bar.scrollWidth <= bar.clientWidth) return;
    const [outer, inner] = [bar.getBoundingClientRect(), tab.getBoundingClientRect()];
    if (inner.left < outer.left) bar.scrollLeft += inner.left - outer.left;
    else if (inner.right > outer.right) bar.scrollLeft += inner.right - outer.right;
  }, [value]);
  return (
    <div>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            className="tab"
            data-tab={tab.value}
            id={`${id}-${tab.value}`}
            aria-selected={tab === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={tab === chosen ? 0 : -1}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {chosen === undefined ? null : (
        <div
          className="tab-panel"
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${chosen.value}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without controls must be reachable to be scrolled
          tabIndex={0}
        >
          {chosen.content()}
        </div>
      )}
    </div>
  );
}
