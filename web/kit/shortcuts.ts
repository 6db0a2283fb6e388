/**
 * Keys of a page. Letters work by their place on the keyboard as well as by what they write, so that "g d" works on a Hindi layout;
 * they rest while somebody types, and each person can turn them off (WCAG 2.1.4).
 */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { currentLook } from "./preferences.ts";

export interface Shortcut {
  /** `?`, `j`, or two after each other: `g d`. */
  readonly keys: string;
  /** What it does, in the reader's language. */
  readonly label: string;
  readonly run: () => void;
}

let shortcuts: readonly Shortcut[] = [];
let pending = "";
let pendingSince = 0;
const listeners = new Set<() => void>();
/** The second key of a pair counts for this long. */
const PAIR_MS = 1500;

function change(next: readonly Shortcut[]): void {
  shortcuts = next;
  for (const listener of listeners) listener();
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type));

function names(event: KeyboardEvent): string[] {
  const place = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
  return place === undefined || place === event.key ? [event.key] : [event.key, place];
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!currentLook().singleKeys || typing(event.target) || document.querySelector("dialog[open]") !== null) return;
  const first = event.timeStamp - pendingSince < PAIR_MS ? pending : "";
  pending = "";
  for (const name of names(event)) {
    const wanted = first === "" ? name : `${first} ${name}`;
    const found = shortcuts.findLast((shortcut) => shortcut.keys === wanted);
    if (found !== undefined) {
      event.preventDefault();
      found.run();
      return;
    }
    if (first === "" && shortcuts.some((shortcut) => shortcut.keys.startsWith(`${name} `))) {
      pending = name;
      pendingSince = event.timeStamp;
      return;
    }
  }
}

/** Offers keys while the component is on the page. */
export function useShortcuts(mine: readonly Shortcut[]): void {
  const latest = useRef(mine);
  useEffect(() => {
    latest.current = mine;
  });
  const signature = mine.map((shortcut) => `${shortcut.keys}\t${shortcut.label}`).join("\n");
  useEffect(() => {
    const offered =
      signature === ""
        ? []
        : signature.split("\n").map((line): Shortcut => {
            const [keys = "", label = ""] = line.split("\t");
            return { keys, label, run: () => latest.current.find((shortcut) => shortcut.keys === keys)?.run() };
          });
    if (shortcuts.length === 0 && offered.length > 0) document.addEventListener("keydown", onKey);
    change([...shortcuts, ...offered]);
    return () => {
      change(shortcuts.filter((shortcut) => !offered.includes(shortcut)));
      if (shortcuts.length === 0) document.removeEventListener("keydown", onKey);
    };
  }, [signature]);
}

/** All keys that work on this page now. */
export function useAllShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shortcuts,
  );
}
