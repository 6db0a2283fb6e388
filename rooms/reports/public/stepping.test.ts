import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import en from "../words/public.en.json" with { type: "json" };
import hi from "../words/public.hi.json" with { type: "json" };
import { journeys } from "./journeys.ts";
import { LIMITS } from "./model.ts";
import { type Desk, enter, formOf, heading, open, press, problems, toTheEnd } from "./test-desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await open();
});
afterEach(() => desk.app.close());

describe("a worried person without JavaScript", () => {
  test("answers, looks once more, sends, gets five words, comes back, adds", async () => {
    const { app, reports } = desk;
    let page = await enter(desk, "worried");
    expect(heading(page)).toBe(en["worried.danger.title"]);
    page = (await press(app, page, "next", { danger: "yes" })).page;
    expect(heading(page)).toBe(en["worried.call.title"]);
    expect(page).toContain("tel:1098");
    page = (await press(app, page, "next")).page;
    expect(page).toContain(en.confront);
    page = (await press(app, page, "next", { saw: 'She cleans.\r\nShe never "goes" out & <cries>' })).page;
    page = (await press(app, page, "next", { age: "6-11" })).page;
    page = (await press(app, page, "next", { where: "Flat 4, third floor" })).page;
    page = (await press(app, page, "next", { company: "harm" })).page;
    page = (await press(app, page, "next", { role: "near" })).page;
    page = (await press(app, page, "next", {}, [{ name: "IMG_2041 Sunita.jpg", bytes: Buffer.from("a picture") }]))
      .page;
    expect(page).not.toContain("Sunita");
    page = (await press(app, page, "next", { reach: "message", reachHow: "+91 00000, after six" })).page;
    expect(heading(page)).toBe(en["worried.check.title"]);
    const receipt = await press(app, page, "send");
    expect(reports.accepted).toEqual([
      {
        token: formOf(page).fields.find(([name]) => name === "token")?.[1],
        sealed: {
          saw: 'She cleans.\nShe never "goes" out & <cries>',
          where: "Flat 4, third floor",
          reachHow: "+91 00000, after six",
        },
        triage: {
          about: "worried",
          danger: "yes",
          screenSeen: null,
          age: "6-11",
          company: "harm",
          role: "near",
          reach: "message",
          files: 1,
        },
        language: "en",
        attachments: [reports.staged[0]?.upload],
      },
    ]);
    const words = [...receipt.page.matchAll(/<li>([a-z]+)<\/li>/g)].map(([, word]) => word);
    expect(words).toHaveLength(5);
    for (const sentence of ["receipt.paper", "receipt.how", "confront"] as const)
      expect(receipt.page).toContain(en[sentence]);

    const again = (await app.inject("/report/again")).body;
    const thread = (await press(app, again, null, { words: words.join("  ").toUpperCase() })).page;
    expect(thread).toContain(en["thread.received"]);
    expect(thread).toContain("8:40");
    const added = await press(app, thread, "send", { text: "She is on the balcony now." });
    expect(heading(added.page)).toBe(en["thread.added.title"]);
    expect(reports.added[0]).toMatchObject({
      text: "She is on the balcony now.",
      words: [...reports.threads.keys()][0],
    });
    expect(heading((await press(app, added.page, null)).page)).toBe(en["thread.title"]);
  });

  test("may leave everything out but cannot send nothing", async () => {
    const last = await toTheEnd(desk, await enter(desk, "worried"));
    const nothing = await press(desk.app, last, "send");
    expect(problems(nothing.page)).toEqual([en["check.nothing"]]);
    const edited = (await press(desk.app, nothing.page, "edit-age")).page;
    const back = (await press(desk.app, edited, "next", { age: "not-sure" })).page;
    expect(heading(back)).toBe(en["worried.check.title"]);
    expect((await press(desk.app, back, "send")).page).toContain(en["receipt.key"]);
  });

  test("keeps every answer through any way back, forth and to the other language", async () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 40 })
      .map((typed) => typed.replace(/\r\n?/g, "\n").replaceAll("\0", "").trim());
    const move = fc.constantFrom("next", "back", "lang-hi", "lang-en");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("worried", "me"),
        text,
        text,
        fc.nat(),
        fc.array(move, { maxLength: 12 }),
        async (door, one, two, pick, moves) => {
          let page = await enter(desk, door as "worried" | "me");
          const given: Record<string, string> = {};
          const fill = () => {
            const { radios, texts } = formOf(page);
            const filled = Object.fromEntries([
              ...Object.entries(radios).map(([name, options]) => [name, options[pick % options.length] ?? ""]),
              ...texts.map((name) => [name, name === "where" ? two : one]),
            ]);
            Object.assign(given, filled);
            return filled;
          };
          for (const go of moves) {
            const { buttons, fields } = formOf(page);
            if (
              !buttons.includes(go) ||
              (go === "back" &&
                fields.some(([name, value]) => name === "step" && value === journeys[door as "me"][0]?.name))
            )
              continue;
            page = (await press(desk.app, page, go, fill())).page;
          }
          while (!formOf(page).buttons.includes("send")) page = (await press(desk.app, page, "next", fill())).page;
          await press(desk.app, page, "send");
          const { sealed, triage } = desk.reports.accepted.at(-1) ?? {};
          expect(sealed).toEqual({ saw: given.saw, where: given.where, reachHow: given.reachHow });
          expect(triage).toMatchObject({
            danger: given.danger,
            age: given.age,
            company: given.company,
            reach: given.reach,
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test("gets a text that is too long back whole, with how much is too much", async () => {
    const page = (await press(desk.app, await enter(desk, "worried"), "next")).page;
    const long = "क".repeat(LIMITS.text + 12);
    const sent = await press(desk.app, page, "next", { saw: long });
    expect(problems(sent.page)[0]).toContain("by 12 characters");
    expect(formOf(sent.page).fields).toContainEqual(["saw", long]);
    const shorter = await press(desk.app, sent.page, "next", { saw: long.slice(12) });
    expect(heading(shorter.page)).toBe(en["worried.age.title"]);
    // Somebody whose page is old or altered presses Send at once.
    const payload = new URLSearchParams({ go: "send", token: "0123456789abcdef", step: "check", saw: long }).toString();
    const forced = await desk.app.inject({
      method: "POST",
      url: "/report",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload,
    });
    expect(formOf(forced.body).fields).toContainEqual(["saw", long]);
    expect(desk.reports.accepted).toEqual([]);
  });

  test.each([
    [{ refused: "no-space" }, 503, "trouble.title"],
    [{ refused: "busy" }, 503, "trouble.title"],
    [new Error("disk"), 503, "trouble.title"],
    [{ refused: "too-large" }, 413, "large.title"],
  ] as const)(
    "loses nothing when it does not go through (%j), and sends with the same token later",
    async (outcome, status, title) => {
      let page = (await press(desk.app, await enter(desk, "worried", "hi"), "next")).page;
      page = await toTheEnd(desk, (await press(desk.app, page, "next", { saw: "एक <बात>" })).page);
      desk.reports.next.push(outcome);
      const failed = await press(desk.app, page, "send");
      expect([failed.status, heading(failed.page)]).toEqual([status, hi[title]]);
      if (status === 503) {
        expect(failed.page).toContain("tel:1098");
        expect(failed.headers["retry-after"]).toBe("30");
      }
      const retry =
        status === 503
          ? await press(desk.app, failed.page, "send")
          : await press(desk.app, (await press(desk.app, failed.page, "look")).page, "send");
      expect(heading(retry.page)).toBe(hi["receipt.title"]);
      expect(desk.reports.accepted).toHaveLength(1);
      expect(desk.reports.accepted[0]).toMatchObject({
        sealed: { saw: "एक <बात>" },
        token: formOf(page).fields.find(([name]) => name === "token")?.[1],
      });
    },
  );

  test("a report sent before leads to its words, not to a second report", async () => {
    const page = await toTheEnd(
      desk,
      (await press(desk.app, await enter(desk, "worried"), "next", { danger: "no" })).page,
    );
    desk.reports.next.push({ refused: "sent-before" });
    const sent = await press(desk.app, page, "send");
    expect(heading(sent.page)).toBe(en["sent.title"]);
    expect(sent.page).toContain("/report/again");
  });

  test("nonsense in the form is read as left out, never as an error", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom("go", "token", "step", "door", "age", "danger", "reach", "upload", "editing", "lang"),
          fc.string({ maxLength: 30 }),
        ),
        async (fields) => {
          const payload = new URLSearchParams(fields).toString();
          const reply = await desk.app.inject({
            method: "POST",
            url: "/report",
            headers: { "content-type": "application/x-www-form-urlencoded" },
            payload,
          });
          expect(reply.statusCode).toBe(200);
          expect(formOf(reply.body).action).toBe("/report");
        },
      ),
    );
  });
});

describe("files", () => {
  const filesPage = async () => {
    let page = await enter(desk, "worried");
    while (!formOf(page).multipart) page = (await press(desk.app, page, "next")).page;
    return page;
  };
  const picture = (bytes = 10) => ({ name: "x.jpg", bytes: Buffer.alloc(bytes, 7) });
  const carried = (page: string) => formOf(page).fields.filter(([name]) => name === "upload");

  test("are added, listed without their name, taken out again and destroyed", async () => {
    const two = (await press(desk.app, await filesPage(), "add", {}, [picture(1_400_000), picture()])).page;
    expect(two).toContain("Picture 1, 1.4 MB");
    expect(carried(two)).toHaveLength(2);
    const ticket = desk.reports.staged[0]?.upload.ticket ?? "";
    const one = (await press(desk.app, two, `drop-${ticket}`)).page;
    expect(carried(one)).toHaveLength(1);
    expect(desk.reports.unstaged).toEqual([ticket]);
    expect(heading((await press(desk.app, one, "next")).page)).toBe(en["worried.reach.title"]);
  });

  test("carry the form's token when they are staged", async () => {
    const page = await filesPage();
    await press(desk.app, page, "add", {}, [picture()]);
    expect(desk.reports.staged[0]).toMatchObject({
      token: formOf(page).fields.find(([name]) => name === "token")?.[1],
      name: "x.jpg",
    });
  });

  test("larger than the limit are refused and what was kept of them is destroyed", async () => {
    const sent = await press(desk.app, await filesPage(), "next", {}, [picture(LIMITS.fileBytes + 1), picture()]);
    expect(problems(sent.page)).toEqual([en["files.too-large"].replace("{size}", "25")]);
    expect(carried(sent.page)).toHaveLength(1);
    expect(desk.reports.unstaged).toEqual([desk.reports.staged[0]?.upload.ticket]);
  });

  test("beyond ten are not taken, and no more is offered", async () => {
    const sent = await press(
      desk.app,
      await filesPage(),
      "add",
      {},
      Array.from({ length: 12 }, () => picture()),
    );
    expect(carried(sent.page)).toHaveLength(10);
    expect(desk.reports.staged).toHaveLength(10);
    expect(problems(sent.page)).toEqual([en["files.too-many"].replace("{count}", "10")]);
    expect(sent.page).not.toContain('<input type="file"');
  });

  test.each([
    [{ refused: "no-space" }, "files.no-space"],
    [{ refused: "not-a-picture-video-or-document" }, "files.not-a-picture-video-or-document"],
    [new Error("pipe"), "files.failed"],
  ] as const)("that cannot be kept (%j) leave the page where it is, and the other files kept", async (outcome, key) => {
    desk.reports.next.push(outcome);
    const sent = await press(desk.app, await filesPage(), "next", {}, [picture(3_000_000), picture()]);
    expect(problems(sent.page)).toEqual([en[key]]);
    expect(carried(sent.page)).toHaveLength(1);
  });

  test("a child is never asked for one", async () => {
    let page = await enter(desk, "me");
    while (!formOf(page).buttons.includes("send")) {
      expect(page).not.toContain('<input type="file"');
      page = (await press(desk.app, page, "next")).page;
    }
  });
});

describe("a child", () => {
  test("is told first what to do if somebody sees the screen, and nothing is asked about acts", async () => {
    let page = await enter(desk, "me");
    expect(heading(page)).toBe(en["me.screen.title"]);
    page = (await press(desk.app, page, "next", { screen: "yes" })).page;
    expect(heading(page)).toBe(en["me.seen.title"]);
    page = (await press(desk.app, page, "next")).page;
    page = (await press(desk.app, page, "next", { danger: "yes" })).page;
    expect(heading(page)).toBe(en["me.call.title"]);
    const asked = Object.entries(en).filter(([key]) => key.startsWith("me."));
    expect(
      asked.filter(([, sentence]) => /sex|touch|naked|promise you|will be safe|nobody will know/i.test(sentence)),
    ).toEqual([]);
    page = await toTheEnd(desk, page);
    expect(page).toContain("we cannot promise to keep it secret");
    expect((await press(desk.app, page, "send")).page).toContain(en["receipt.reads.me"]);
  });
});
