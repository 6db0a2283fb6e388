/**
 * A whole Homeward with a real browser in front of it: one world and one browser for a test file, a page for each person. Where there is no
 * Chromium the stories are skipped, with a word.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { bundleFolder, ensureBundle } from "../../cli/bundle.ts";
import { findChromium } from "../../cli/chromium.ts";
import type { PersonKey } from "../../packs/cast.ts";
import kit from "../../web/kit/words/en.json" with { type: "json" };
import { type Person, type World, world } from "../world.ts";

/** The browser on this machine, or null. Decided before the tests are, so that they can be skipped. */
export const CHROMIUM = await findChromium(process.env);
if (CHROMIUM === null)
  console.warn("There is no Chromium on this machine: the stories in a browser were skipped. See ./homeward test.");

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Each language that a worker reads in. */
export const LANGUAGES = ["en", "hi"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly language?: Language;
}

export interface Stage {
  readonly w: World;
  /** Where the app is served: scheme, host and port. */
  readonly origin: string;
  /** A profile of its own, with nobody signed in. */
  context(look?: Look): Promise<BrowserContext>;
  /** A page on which this person is signed in and stepped up. */
  pageOf(person: Person, look?: Look): Promise<Page>;
  /** One of the cast with a page of their own. */
  play(name: PersonKey, look?: Look): Promise<{ person: Person; page: Page }>;
  stop(): Promise<void>;
}

/**
 * @param kind `real`: an empty installation with its own sign-in page, and nobody in it
 * @throws Error where there is no Chromium; the caller skips before
 */
export async function openStage({ kind = "demo" }: { kind?: "real" | "demo" } = {}): Promise<Stage> {
  if (CHROMIUM === null) throw new Error("There is no Chromium on this machine.");
  await ensureBundle();
  const w = await world({ bundle: bundleFolder, kind });
  const origin = await w.web.listen({ host: "127.0.0.1", port: 0 });
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const context = async ({ width = 1280, height = 800, dark = false, language = "en" }: Look = {}) => {
    const made = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
      locale: language === "hi" ? "hi-IN" : "en-IN",
      timezoneId: "Asia/Kolkata",
    });
    made.setDefaultTimeout(15_000);
    // The choice of language stands on the device and comes before the worker's record.
    await made.addInitScript(
      `localStorage.setItem("homeward.look", JSON.stringify({ language: ${JSON.stringify(language)} }));
       // A colour on its way from one theme to the other is neither.
       const still = new CSSStyleSheet();
       still.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important }");
       document.adoptedStyleSheets = [still];`,
    );
    return made;
  };
  const pageOf = async (person: Person, look: Look = {}) => {
    const made = await context(look);
    await enter(made, origin, person);
    return made.newPage();
  };
  return {
    w,
    origin,
    context,
    pageOf,
    async play(name, look = {}) {
      const person = await w.as(name);
      return { person, page: await pageOf(person, look) };
    },
    async stop() {
      await browser.close();
      await w.stop();
    },
  };
}

/** Gives a profile somebody's session, as signing in would. */
export async function enter(context: BrowserContext, origin: string, person: Person): Promise<void> {
  await context.addCookies([{ name: "hw_session", value: person.token, url: origin, httpOnly: true }]);
}

/** Until the page has its title and waits for nothing more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector("h1");
  // A second look: what the first answer showed may itself be reading something.
  for (let look = 0; look < 2; look++) {
    await page.locator(".waiting").first().waitFor({ state: "detached" });
    await page.evaluate(
      "document.fonts.ready.then(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next))))",
    );
  }
}

/** Goes to another page of the app without loading it anew, as a press on a link does. */
export async function goTo(page: Page, path: string): Promise<void> {
  if (new URL(page.url()).pathname === path) return settled(page);
  await page.evaluate(`(() => {
    for (const title of document.querySelectorAll("h1")) title.setAttribute("data-old", "");
    history.pushState({}, "", ${JSON.stringify(path)});
  })()`);
  await page.waitForSelector("h1:not([data-old])");
  await settled(page);
}

/** Opens an address and waits for what stands there. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await settled(page);
}

/** Is this the one page for what does not exist, what is closed to the reader and a mistyped address? */
export async function notHere(page: Page): Promise<boolean> {
  const title = (await page.locator("h1").textContent()) ?? "";
  return title === kit.problem["not-found"].title;
}

/** Everything that a person can read on the page now, also in what is folded away. */
export const textOf = (page: Page): Promise<string> => page.evaluate<string>("document.body.textContent");

/** What axe finds on the page, a line each. @param contrastOnly the second theme differs only in its colours */
export async function axeFinds(page: Page, contrastOnly = false): Promise<string[]> {
  if (await page.evaluate<boolean>(`typeof axe === "undefined"`)) await page.evaluate(axe);
  const options = {
    resultTypes: ["violations"],
    ...(contrastOnly ? { runOnly: { type: "rule", values: ["color-contrast"] } } : {}),
  };
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.replaceAll(/\s+/g, " ").slice(0, 220)}`,
    ),
  );
}

/** What sticks out of the page at its width; empty when nothing has to be scrolled sideways. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    return [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > wide + 1 && one.getBoundingClientRect().width > 0)
      .map((one) => one.tagName + "." + one.className + " " + one.textContent.slice(0, 40))
      .slice(0, 6);
  })()`);
}
