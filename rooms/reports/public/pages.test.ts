import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../platform/languages/words.ts";
import en from "../words/public.en.json" with { type: "json" };
import hi from "../words/public.hi.json" with { type: "json" };
import { script } from "./layout.ts";
import { type Desk, enter, everyPage, formOf, heading, open, press, start } from "./test-desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await open();
});
afterEach(() => desk.app.close());

describe("what is sent", () => {
  test("no page sets a cookie, may be kept, tells where the reader came from, or runs what is not ours", async () => {
    for (const [name, { headers }] of Object.entries(await everyPage(desk, "en"))) {
      expect(headers["set-cookie"], name).toBeUndefined();
      expect(headers, name).toMatchObject({
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      });
      expect(headers["content-security-policy"], name).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'sha256-[^' ]+'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
    }
    for (const url of ["/report/leave.js"]) {
      const { headers, statusCode } = await desk.app.inject(url);
      expect([statusCode, headers["cache-control"], headers["set-cookie"]]).toEqual([200, "no-store", undefined]);
    }
    expect((await desk.app.inject("/report/left")).headers["clear-site-data"]).toBe('"cache"');
  });

  test("not even the cookie of a server around it", async () => {
    const { default: Fastify } = await import("fastify");
    const { publicReportPages } = await import("./pages.ts");
    const around = Fastify();
    around.addHook("onRequest", async (_request, reply) => void reply.header("set-cookie", "a=b"));
    await around.register(publicReportPages, { reports: desk.reports, pack: (await import("./test-desk.ts")).pack });
    expect((await around.inject("/report")).headers["set-cookie"]).toBeUndefined();
    await around.close();
  });

  test.each(LANGUAGES)("every page with style and script weighs less than 30 kB (%s)", async (language) => {
    const shared = Buffer.byteLength(script);
    for (const [name, { page }] of Object.entries(await everyPage(desk, language))) {
      expect(Buffer.byteLength(page) + shared, name).toBeLessThan(30_000);
    }
  });

  test("the script gets a page without the style that it has already", async () => {
    const { body } = await desk.app.inject({ url: "/report", headers: { "x-step": "1" } });
    expect([heading(body), body.includes("<style>")]).toEqual([en["start.title"], false]);
  });

  test("nothing loads from elsewhere, and the style's hash is right", async () => {
    const { createHash } = await import("node:crypto");
    for (const [name, { page, headers }] of Object.entries(await everyPage(desk, "hi"))) {
      const loaded = [...page.matchAll(/ (?:src|href|action)="([^"]*)"/g)].map(([, to]) => to);
      expect(
        loaded.filter((to) => !/^(\/report|tel:|data:,)/.test(to ?? "")),
        name,
      ).toEqual([]);
      const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
      if (name === "left") continue;
      expect(style, name).toContain(".leave");
      expect(style).not.toMatch(/url\(|@import|@font-face/);
      expect(headers["content-security-policy"]).toContain(createHash("sha256").update(style).digest("base64"));
    }
  });

  test("a log at its most talkative holds no line about a request, its address, its browser or its words", async () => {
    await everyPage(desk, "en");
    const headers = { "user-agent": "Mozilla/5.0 (oldphone)", "content-type": "application/x-www-form-urlencoded" };
    desk.reports.next.push(new Error("could not keep: the girl in flat 4"));
    const fields = "go=send&token=0123456789abcdef&saw=the+girl+in+flat+4";
    await desk.app.inject({ method: "POST", url: "/report", remoteAddress: "203.0.113.77", headers, payload: fields });
    await desk.app.inject({
      method: "POST",
      url: "/report",
      remoteAddress: "203.0.113.77",
      headers: { ...headers, "content-type": "text/xml" },
      payload: "flat 4",
    });
    desk.reports.newToken = () => {
      throw new Error("no room for the girl in flat 4");
    };
    const failed = await desk.app.inject({ url: "/report", remoteAddress: "203.0.113.77", headers });
    expect([failed.statusCode, heading(failed.body)]).toEqual([503, en["lost.title"]]);
    const lines = desk.logged.join("");
    expect(desk.troubles).toContain("Error");
    expect(desk.troubles.filter((name) => !/^\w+$/.test(name))).toEqual([]);
    for (const secret of ["203.0.113.77", "oldphone", "flat", "/report", "POST"]) expect(lines).not.toContain(secret);
  });

  test("HEAD and GET change nothing, and a page that only a form reaches leads back", async () => {
    const before = JSON.stringify([desk.reports.accepted, desk.reports.staged]);
    for (const url of ["/report", "/report/again", "/report/left"]) {
      const head = await desk.app.inject({ method: "HEAD", url });
      expect([head.statusCode, head.body, head.headers["cache-control"]]).toEqual([200, "", "no-store"]);
    }
    expect((await desk.app.inject("/report/again/more")).headers.location).toBe("/report/again");
    expect((await desk.app.inject("/report/elsewhere")).statusCode).toBe(404);
    expect((await desk.app.inject({ method: "DELETE", url: "/report/again" })).statusCode).toBe(404);
    expect(JSON.stringify([desk.reports.accepted, desk.reports.staged])).toBe(before);
  });
});

describe("the first page", () => {
  test("has the numbers before anything else, alike in everything but their digits, each with what the phone will show", async () => {
    const page = await start(desk);
    expect(page.indexOf("tel:1098")).toBeLessThan(page.indexOf("<h1"));
    const items = [...page.matchAll(/<li>(<a href="tel:[\s\S]*?)<\/li>/g)].map(([, item = ""]) =>
      item.replace(/\d+/g, "N").replace(/<\/strong>[^<]*/, ""),
    );
    expect(items).toHaveLength(2);
    expect(items[0]).toBe(items[1]);
    expect(items[0]).toContain(en["call.shows"]);
  });

  test("speaks the language asked for, else the browser's, else English", async () => {
    const heading1 = async (url: string, accept?: string) =>
      heading((await desk.app.inject({ url, headers: accept ? { "accept-language": accept } : {} })).body);
    expect(await heading1("/report?lang=hi", "en")).toBe(hi["start.title"]);
    expect(await heading1("/report", "hi-IN,hi;q=0.9,en;q=0.8")).toBe(hi["start.title"]);
    expect(await heading1("/report?lang=xx", "fr")).toBe(en["start.title"]);
  });

  test.each(LANGUAGES)(
    "nothing is ticked for anybody, on any page, and no title or address tells the subject (%s)",
    async (language) => {
      for (const door of ["worried", "me"] as const) {
        let page = await enter(desk, door, language);
        while (!formOf(page).buttons.includes("send")) {
          expect(page).not.toContain(" checked");
          page = (await press(desk.app, page, "next")).page;
        }
      }
      for (const { page } of Object.values(await everyPage(desk, language))) {
        expect(/<title>([^<]*)/.exec(page)?.[1]).not.toMatch(/child|report|बच्च|ख़तर/i);
      }
    },
  );
});

describe("the words", () => {
  test("are complete in both languages, with the same holes", () => {
    expect(Object.keys(hi)).toEqual(Object.keys(en));
    const holes = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      if (!key.endsWith(".one")) expect(holes(hi[key]), key).toEqual(holes(en[key]));
      expect(hi[key].replace(/\{\w+\}|Shift|MB/g, ""), key).not.toMatch(/[a-z]/i);
    }
  });

  test.each(LANGUAGES)("no page shows an unfilled hole (%s)", async (language) => {
    for (const [name, { page }] of Object.entries(await everyPage(desk, language)))
      expect(page, name).not.toMatch(/\{\w+\}/);
  });

  test("every sentence has a page", async () => {
    const { readdirSync, readFileSync } = await import("node:fs");
    const here = new URL("./", import.meta.url);
    const source = readdirSync(here)
      .filter((file) => file.endsWith(".ts") && !file.includes("test"))
      .map((file) => readFileSync(new URL(file, here), "utf8"))
      .join("");
    const spoken = (key: string) =>
      source.includes(`"${key}"`) || source.includes(`"${key.replace(/\.(one|other|me)$/, "")}"`);
    const built = /^(worried|me|age|files|thread)\./;
    const idle = Object.keys(en).filter((key) => !spoken(key) && !built.test(key));
    expect(idle).toEqual([]);
  });
});
