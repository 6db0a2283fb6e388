/**
 * How a person likes the screen: theme, density, single-key shortcuts, language. Kept on this device only, because it says nothing
 * about anybody; public/look.js reads the same value before the first paint.
 */
import { useSyncExternalStore } from "react";

export type Theme = "device" | "light" | "dark";
export type Density = "calm" | "compact";

export interface Look {
  readonly theme: Theme;
  readonly density: Density;
  readonly language: string | null;
  /** WCAG 2.1.4: shortcuts of one letter can be turned off, because dictation "types" them by accident. */
  readonly singleKeys: boolean;
}

const PLACE = "homeward.look";
const CALM: Look = { theme: "device", density: "calm", language: null, singleKeys: true };

let look: Look = read();
const listeners = new Set<() => void>();

function read(): Look {
  try {
    const kept: Partial<Look> = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    return {
      theme: kept.theme === "light" || kept.theme === "dark" ? kept.theme : CALM.theme,
      density: kept.density === "compact" ? "compact" : CALM.density,
      language: typeof kept.language === "string" ? kept.language : null,
      singleKeys: kept.singleKeys !== false,
    };
  } catch {
    return CALM; // no storage, or somebody else's value in it
  }
}

export function currentLook(): Look {
  return look;
}

/** Changes one or more wishes, applies them at once and keeps them on this device. */
export function setLook(wish: Partial<Look>): void {
  look = { ...look, ...wish };
  try {
    localStorage.setItem(PLACE, JSON.stringify(look));
  } catch {
    // A full or forbidden store loses the wish at the next start, nothing more.
  }
  const page = document.documentElement;
  if (look.theme === "device") delete page.dataset.theme;
  else page.dataset.theme = look.theme;
  if (look.density === "compact") page.dataset.density = "compact";
  else delete page.dataset.density;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLook(): Look {
  return useSyncExternalStore(subscribe, currentLook, () => CALM);
}
