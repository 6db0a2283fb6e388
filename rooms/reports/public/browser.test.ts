/** The public pages in a real browser: who can see what afterwards, who can read and press what. Needs Chromium; skipped with a word where there is none. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../../platform/languages/words.ts";
import en from "../words/public.en.json" with { type: "json" };
import hi from "../words/public.hi.json" with { type: "json" };
import { type Desk, open } from "./test-desk.ts";

const CHROMIUM = process.env.HOMEWARD_CHROMIUM ?? "/usr/bin/chromium";
const AWAY = "https://weather.example/";
const words = { en, hi };
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const form = { "content-type": "application/x-www-form-urlencoded" };
let desk: Desk;
let origin: string;

if (!existsSync(CHROMIUM)) console.warn(`No browser at ${CHROMIUM}: the public pages were not tried in one.`);

/** Two browsers for all: one as it is, one that keeps whole pages for Back. */
const browsers = new Map<boolean, Promise<Browser>>();
function launched(remembersPages: boolean): Promise<Browser> {
  const running =
    browsers.get(remembersPages) ??
    chromium.launch({
      executablePath: CHROMIUM,
      args: flags,
      ...(remembersPages ? { ignoreDefaultArgs: ["--disable-back-forward-cache"] } : {}),
    });
  browsers.set(remembersPages, running);
  return running;
}

/** A profile of its own with nothing in it, as on a phone that nobody has prepared. */
async function browser<T>(
  options: { script?: boolean; remembersPages?: boolean },
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await (await launched(options.remembersPages ?? false)).newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: options.script ?? true,
  });
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** Presses a button and waits for the page that comes, whether the script brings it or the browser does. */
async function press(page: Page, go: string): Promise<void> {
  await page.evaluate(`document.querySelector("main").setAttribute("data-old", "")`);
  await page.click(`button[value="${go}"]`);
  await page.waitForSelector("main:not([data-old]) h1");
}

async function answerAll(page: Page): Promise<void> {
  for (const name of await page.$$eval("input[type=radio]", (all) => [
    ...new Set(all.map((one) => one.getAttribute("name"))),
  ])) {
    await page.check(`input[name="${name}"] >> nth=0`);
  }
  for (const area of await page.$$("textarea")) await area.fill("शब्द words");
}

/** Walks through both doors to the thread, showing each page to `look`. */
async function walk(page: Page, language: Language, look: (name: string) => Promise<void>): Promise<void> {
  for (const door of ["worried", "me"] as const) {
    await page.goto(`${origin}/report?lang=${language}`);
    await look("start");
    await press(page, `door-${door}`);
    for (let at = 0; !(await page.$('button[value="send"]')); at++) {
      await answerAll(page);
      if (await page.$("#file")) {
        await page.setInputFiles("#file", [{ name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(2000) }]);
        await press(page, "add");
      }
      await look(`${door} ${at}`);
      await press(page, "next");
    }
    await look(`${door} check`);
    desk.reports.next.push({ refused: "no-space" });
    await press(page, "send");
    await look(`${door} trouble`);
    await press(page, "send");
    await page.waitForSelector(".words");
    await look(`${door} receipt`);
    [...desk.reports.threads.values()]
      .at(-1)
      ?.messages.push({ from: "us", text: "Where?", at: "2026-11-24T06:00:00Z" });
    await page.click("main form button");
    await page.waitForSelector(".thread");
    await look(`${door} thread`);
  }
  await page.goto(`${origin}/report/again?lang=${language}`);
  await page.fill("#words", "apple rivver lemon tulip zebra");
  await page.click("button.go");
  await page.waitForSelector(".problem");
  await look("again");
  await page.goto(`${origin}/report/left?lang=${language}`);
  await look("left");
}

async function visited(page: Page, context: BrowserContext): Promise<string[]> {
  const session = await context.newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  return entries.map(({ url }) => url.replace(origin, ""));
}

const bodyText = (page: Page) => page.evaluate<string>("document.body.textContent");

/** Runs in the page: its width, what the way out lies on, what does not scroll with the page, what is too low to press. */
const layoutSeen = `(() => {
  const pressed = "a, button, textarea, label.option, input:not([type=hidden]):not([type=radio])";
  const boxes = [...document.querySelectorAll(pressed)].map((one) => ({
    leave: one.classList.contains("leave"),
    fixed: getComputedStyle(one).position !== "static",
    what: one.tagName + " " + one.textContent.slice(0, 20),
    box: one.getBoundingClientRect(),
  }));
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const ways = boxes.filter(({ leave }) => leave);
  return {
    wide: document.documentElement.scrollWidth,
    overlaps: ways.flatMap((way) => boxes.filter((other) => !other.leave && meet(way.box, other.box)).map(({ what }) => what)),
    fixed: boxes.filter(({ fixed }) => fixed).length,
    small: boxes.filter(({ box }) => box.height < 43).map(({ what }) => what),
  };
})()`;

describe.skipIf(!existsSync(CHROMIUM))("in a browser", { timeout: 240_000 }, () => {
  beforeAll(async () => {
    desk = await open({ awayTo: AWAY });
    await desk.app.listen({ host: "127.0.0.1", port: 0 });
    origin = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await desk.app.close();
    for (const running of browsers.values()) await (await running).close();
  });

  test.each(LANGUAGES)(
    "axe finds nothing on any page, light and dark; at 320 px nothing is cut off, everything is large enough to press, and the way out lies on nothing (%s)",
    async (language) => {
      await browser({}, async (page) => {
        const found: string[] = [];
        page.on("console", (said) => {
          if (said.type() === "error" && !said.text().includes("503")) found.push(said.text());
        });
        const axeFinds = async (name: string, rules: object) => {
          const options = JSON.stringify({ resultTypes: ["violations"], ...rules });
          const { violations } = (await page.evaluate(`axe.run(document, ${options})`)) as {
            violations: { id: string; nodes: { html: string }[] }[];
          };
          found.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`));
        };
        await walk(page, language, async (name) => {
          await page.evaluate(axe);
          await axeFinds(name, {});
          // The second theme differs only in its colours.
          await page.emulateMedia({ colorScheme: "dark" });
          await axeFinds(`${name}, dark`, { runOnly: { type: "rule", values: ["color-contrast"] } });
          await page.emulateMedia({ colorScheme: "light" });
          await page.setViewportSize({ width: 320, height: 740 });
          const seen = await page.evaluate(layoutSeen);
          expect([name, seen]).toEqual([name, { wide: 320, overlaps: [], fixed: 0, small: [] }]);
          await page.setViewportSize({ width: 360, height: 740 });
        });
        expect(found).toEqual([]);
      });
    },
  );

  test("with the script a whole report is one entry in the list of pages, and nothing is stored", async () => {
    await browser({}, async (page, context) => {
      await page.goto(`${origin}/report`);
      await press(page, "door-me");
      while (!(await page.$('button[value="send"]'))) {
        await answerAll(page);
        await press(page, "next");
      }
      await press(page, "send");
      await page.waitForSelector(".words");
      expect(await visited(page, context)).toEqual(["about:blank", "/report"]);
      expect(await context.cookies()).toEqual([]);
      const stored = await page.evaluate(
        `(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])()`,
      );
      expect(stored).toEqual([0, 0, 0, 0]);
    });
  });

  test("leaving blanks the page first, then goes to the ordinary site, and Back does not return", async () => {
    await browser({ remembersPages: true }, async (page, context) => {
      await page.route(`${AWAY}**`, (route) =>
        route.fulfill({ contentType: "text/html", body: "<title>Weather</title>Sunny" }),
      );
      await page.goto(`${origin}/report`);
      await press(page, "door-worried");
      await press(page, "next");
      await page.fill("textarea", "the girl upstairs");
      const seen: string[] = [];
      page.on("console", (said) => seen.push(said.text()));
      await page.evaluate(`new MutationObserver(() => {
        const top = document.elementFromPoint(180, 300);
        console.log(JSON.stringify([location.pathname, document.title.trim(), document.body.textContent, top.className]));
      }).observe(document.body, { childList: true })`);
      await page.click("header .leave");
      await page.waitForURL(AWAY);
      expect(seen[0]).toBe(JSON.stringify(["/report", "", "", "blank"]));
      expect(await visited(page, context)).toEqual(["about:blank", AWAY]);
      await page.goBack();
      expect(page.url()).toBe("about:blank");
    });
  });

  test("three times Shift leaves; a capital letter, a pause or Escape does not", async () => {
    await browser({}, async (page) => {
      await page.route(`${AWAY}**`, (route) => route.fulfill({ contentType: "text/html", body: "Sunny" }));
      await page.goto(`${origin}/report`);
      await press(page, "door-worried");
      await press(page, "next");
      await page.focus("textarea");
      for (const keys of [
        ["Shift", "Shift", "a", "Shift"],
        ["Shift+A", "Shift+B", "Shift+C"],
        ["Escape", "Escape", "Escape"],
      ]) {
        for (const key of keys) await page.keyboard.press(key);
        await page.keyboard.press("b");
        expect(page.url()).toBe(`${origin}/report`);
      }
      await page.keyboard.press("Shift");
      await page.keyboard.press("Shift");
      await page.waitForTimeout(1600);
      await page.keyboard.press("Shift");
      expect(page.url()).toBe(`${origin}/report`);
      await page.keyboard.press("b");
      for (let time = 0; time < 3; time++) await page.keyboard.press("Shift");
      await page.waitForURL(AWAY);
    });
  });

  test("without a connection what was typed stays, and goes on when it is back", async () => {
    await browser({}, async (page, context) => {
      await page.goto(`${origin}/report?lang=hi`);
      await press(page, "door-worried");
      await press(page, "next");
      await page.fill("textarea", "ऊपर की लड़की");
      await context.setOffline(true);
      await page.click('button[value="next"]');
      await page.waitForSelector("#said");
      expect(await page.textContent("#said")).toBe(words.hi.offline);
      expect(await page.inputValue("textarea")).toBe("ऊपर की लड़की");
      await context.setOffline(false);
      await press(page, "next");
      expect(await page.inputValue('input[name="saw"]')).toBe("ऊपर की लड़की");
    });
  });

  test("a form too large for the server stays in the page, with a sentence", async () => {
    await browser({}, async (page) => {
      await page.goto(`${origin}/report`);
      await press(page, "door-worried");
      await press(page, "next");
      await page.fill("textarea", "the girl upstairs");
      // In a hidden field: a browser would take long to lay such a text out, and it is the form's size that counts.
      await page.evaluate(`(() => {
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: "more", value: "x".repeat(1_200_000) });
        document.querySelector("main form textarea").form.append(field);
      })()`);
      await page.click('button[value="next"]');
      await page.waitForSelector("#said");
      expect(await page.textContent("#said")).toBe(words.en["lost.text"]);
      expect(await page.inputValue("textarea")).toBe("the girl upstairs");
    });
  });

  test("without the script every step works, and after leaving Back shows nothing of what was asked or typed", async () => {
    await browser({ script: false, remembersPages: true }, async (page, context) => {
      await page.goto(`${origin}/report`);
      await press(page, "door-worried");
      await press(page, "next");
      await page.fill("textarea", "the girl upstairs");
      await press(page, "next");
      expect(await page.textContent("h1")).toBe(en["worried.age.title"]);
      await page.click("footer .leave");
      await page.waitForURL(`${origin}/report/left?lang=en`);
      expect(await bodyText(page)).toContain(en["left.text"]);
      const steps = await visited(page, context);
      expect(steps).toEqual(["about:blank", "/report", "/report", "/report", "/report", "/report/left?lang=en"]);
      // A browser shows its own page and asks before it sends a form again; whoever agrees gets the dull page from the server.
      for (let back = 0; back < 3; back++) {
        await page.goBack().catch((error: Error) => expect(error.message).toContain("ERR_CACHE_MISS"));
        const show = () => page.evaluate<string>("location.protocol + document.body.textContent").catch(() => "");
        await expect.poll(show, { timeout: 10_000 }).toMatch(new RegExp(`^chrome-error:|${en["left.text"]}`));
        const shown = await show();
        for (const asked of ["girl", en["worried.age.title"], en["worried.saw.title"], en["worried.danger.title"]]) {
          expect(shown).not.toContain(asked);
        }
      }
      // What plain HTML cannot do: the first page, on which nothing was typed, is fetched anew.
      await page.goBack();
      await page.waitForSelector("h1");
      expect(await page.textContent("h1")).toBe(en["start.title"]);
    });
  });

  test("the script tells the server of the leaving too, for pages from before it had come", async () => {
    await browser({}, async (page) => {
      await page.route(`${AWAY}**`, (route) => route.fulfill({ contentType: "text/html", body: "Sunny" }));
      await page.goto(`${origin}/report`);
      await press(page, "door-worried");
      const token = await page.inputValue('main input[name="token"]');
      await page.click("header .leave");
      await page.waitForURL(AWAY);
      const again = () =>
        desk.app.inject({ method: "POST", url: "/report", headers: form, payload: `token=${token}&go=next` });
      await expect.poll(async () => (await again()).body).toContain(en["left.text"]);
    });
  });
});
