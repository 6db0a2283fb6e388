/** A person with a keyboard and nothing else: Tab on to things by the name they are called, and the focus that must be seen and never lost. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Runs in the page: what has the focus, by the name it is called, and whether that can be seen. */
const FOCUS = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const label = at.labels?.[0] ?? at.closest("label");
  const drawn = (style) =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  // A ring may be drawn around the whole row that a link or a name stands for.
  const ring = (one) => drawn(getComputedStyle(one)) || drawn(getComputedStyle(one, "::after"));
  const box = at.getBoundingClientRect();
  return {
    name: (at.getAttribute("aria-label") ?? (label ?? at).textContent).trim(),
    tag: at.tagName,
    group: at.closest("fieldset")?.querySelector("legend")?.textContent.trim() ?? "",
    seen: [at, label, at.closest("[role=row], li")].some((one) => one !== null && one !== undefined && ring(one)),
    inside: box.bottom > 0 && box.top < innerHeight,
  };
})()`;

export interface Focus {
  readonly name: string;
  readonly tag: string;
  /** What the group of answers asks, where the focus is on an answer. */
  readonly group: string;
  readonly seen: boolean;
  readonly inside: boolean;
}

export interface Keys {
  press(key: string): Promise<void>;
  focus(): Promise<Focus | null>;
  /** Tabs on until the thing so called has the focus. @throws Error when it cannot be reached */
  to(wanted: string | RegExp, tag?: string): Promise<void>;
  /** After an act the focus must be somewhere, once the page has settled. */
  held(after: string): Promise<void>;
  /** Everything on the way whose focus could not be seen. */
  readonly unseen: readonly string[];
}

export function keysOf(page: Page): Keys {
  const unseen: string[] = [];
  const focus = () => page.evaluate<Focus | null>(FOCUS);
  return {
    unseen,
    focus,
    press: (key) => page.keyboard.press(key),
    async to(wanted, tag) {
      const passed: string[] = [];
      for (let steps = 0; steps < 120; steps++) {
        await page.keyboard.press("Tab");
        const at = await focus();
        if (at === null) continue; // between the page's end and its beginning the browser itself has it
        passed.push(at.name.slice(0, 24));
        if (!at.seen || !at.inside) unseen.push(`${at.tag} ${at.name.slice(0, 60)}`);
        const fits = typeof wanted === "string" ? at.name.startsWith(wanted) : wanted.test(at.name);
        if (fits && (tag === undefined || at.tag === tag)) return;
      }
      throw new Error(`“${wanted}” is not reached by Tab; passed: ${passed.join(" | ")}`);
    },
    async held(after) {
      await expect.poll(async () => (await focus())?.tag ?? "lost", { message: after, timeout: 8000 }).not.toBe("lost");
    },
  };
}
