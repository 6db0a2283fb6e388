import { afterEach, beforeEach, describe, expect, test } from "vitest";
import en from "../words/public.en.json" with { type: "json" };
import hi from "../words/public.hi.json" with { type: "json" };
import { createLeavings } from "./leavings.ts";
import { LIMITS } from "./model.ts";
import { type Desk, enter, formOf, heading, open, press, problems, start, toTheEnd } from "./test-desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await open();
});
afterEach(() => desk.app.close());

describe("coming back", () => {
  const again = async () => (await desk.app.inject("/report/again")).body;

  test.each([
    ["apple rivver lemon tulip zebra", "“river”"],
    ["apple river", "We read 2."],
    ["apple", "We read only one."],
    ["apple river lemonade tulip zebra", en["again.refused"]],
  ])("with the wrong words (%s) keeps them and says what to look at", async (typed, expected) => {
    const sent = await press(desk.app, await again(), null, { words: typed });
    expect(sent.status).toBe(200);
    expect(problems(sent.page).join()).toContain(expected);
    expect(formOf(sent.page).fields).toContainEqual(["words", typed]);
  });

  test("too often is answered with how long it stays closed", async () => {
    for (const [seconds, sentence] of [
      [20, en["again.wait.one"]],
      [601, en["again.wait.other"].replace("{count}", "11")],
    ] as const) {
      desk.reports.next.push({ refused: "wait", waitSeconds: seconds });
      const sent = await press(desk.app, await again(), null, { words: "apple river lemonade tulip zebra" });
      expect(problems(sent.page)).toEqual([sentence]);
    }
  });

  test("with words told in Hindi and typed in Latin letters", async () => {
    const page = await toTheEnd(
      desk,
      (await press(desk.app, await enter(desk, "me", "hi"), "next", { screen: "no" })).page,
    );
    const edited = (await press(desk.app, (await press(desk.app, page, "edit-saw")).page, "next", { saw: "मदद" })).page;
    const receipt = (await press(desk.app, edited, "send")).page;
    const words = [...receipt.matchAll(/<li>([\u0900-\u097f]+)<\/li>/g)].map(([, word]) => word ?? "");
    const { readFileSync } = await import("node:fs");
    const list = new Map(
      readFileSync(new URL("../receipt-words/hi.txt", import.meta.url), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t") as [string, string]),
    );
    const thread = await press(desk.app, await again(), null, { words: words.map((word) => list.get(word)).join(" ") });
    expect(heading(thread.page)).toBe(en["thread.title"]);
    expect(thread.page).toContain("मदद");
  });

  test("what is added is kept when it is too long, not taken or too much, with the same token", async () => {
    const page = await toTheEnd(
      desk,
      (await press(desk.app, await enter(desk, "worried"), "next", { danger: "no" })).page,
    );
    const thread = (await press(desk.app, (await press(desk.app, page, "send")).page, null)).page;
    const token = formOf(thread).fields.find(([name]) => name === "token");
    const long = await press(desk.app, thread, "send", { text: "x".repeat(LIMITS.text + 1) }, [
      { name: "a.png", bytes: Buffer.from("a") },
    ]);
    expect(problems(long.page)).toHaveLength(1);
    for (const outcome of [
      { refused: "busy" },
      { refused: "no-space" },
      { refused: "wait", waitSeconds: 5 },
      { refused: "too-large" },
      new Error("x"),
    ]) {
      desk.reports.next.push(outcome);
      const failed = await press(desk.app, long.page, "send", { text: "short & <kept>" });
      expect(failed.status).toBe(
        outcome instanceof Error || /busy|space/.test(outcome.refused) ? 503 : outcome.refused === "wait" ? 200 : 413,
      );
      expect(formOf(failed.page).fields).toContainEqual(["text", "short & <kept>"]);
      expect(formOf(failed.page).fields).toContainEqual(token);
    }
    await press(desk.app, long.page, "send", { text: "short" });
    expect(desk.reports.added).toMatchObject([
      { token: token?.[1], text: "short", attachments: [desk.reports.staged[0]?.upload] },
    ]);
  });

  test("shows what was said, and neither a finding nor a score", async () => {
    const page = await toTheEnd(
      desk,
      (await press(desk.app, await enter(desk, "worried"), "next", { danger: "no" })).page,
    );
    const receipt = (await press(desk.app, page, "send")).page;
    const thread = [...desk.reports.threads.values()][0];
    thread?.messages.push({ from: "us", text: "Can you <hear> her\nat night?", at: "2026-11-24T18:00:00Z" });
    for (const status of ["received", "being-read", "passed-on", "closed"] as const) {
      if (thread) thread.status = status;
      const shown = (await press(desk.app, receipt, null)).page;
      expect(shown).toContain(en[`thread.${status}`]);
      expect(shown).toContain("Can you &#60;hear&#62; her\nat night?");
      expect(shown).not.toContain(en["thread.none"]);
    }
  });

  test("a child is spoken to as a child, and not asked for files", async () => {
    const page = await toTheEnd(
      desk,
      (await press(desk.app, await enter(desk, "me", "hi"), "next", { screen: "no" })).page,
    );
    const edited = (await press(desk.app, (await press(desk.app, page, "edit-saw")).page, "next", { saw: "x" })).page;
    const receipt = (await press(desk.app, edited, "send")).page;
    const thread = [...desk.reports.threads.values()][0];
    if (thread) thread.about = "me";
    const shown = (await press(desk.app, receipt, null)).page;
    expect(heading(shown)).toBe(hi["thread.title.me"]);
    expect(shown).not.toContain('<input type="file"');
    const empty = await press(desk.app, shown, "send");
    expect(problems(empty.page)).toEqual([hi["thread.empty.me"]]);
    expect(empty.page).not.toContain('<input type="file"');
  });
});

describe("after the way out was taken", () => {
  const leave = async (page: string) => {
    const visit = /name="visit" value="([^"]*)"/.exec(page)?.[1] ?? "";
    const payload = new URLSearchParams({ visit, lang: "hi" }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return await desk.app.inject({ method: "POST", url: "/report/left", headers, payload });
  };

  test("each form behind it is answered with the dull page; another visit goes on", async () => {
    const first = await start(desk);
    const question = (await press(desk.app, first, "door-worried")).page;
    const last = await toTheEnd(desk, (await press(desk.app, question, "next", { danger: "no" })).page);
    const receipt = (await press(desk.app, last, "send")).page;
    const thread = (await press(desk.app, receipt, null)).page;
    const added = (await press(desk.app, thread, "send", { text: "more" })).page;
    const other = await enter(desk, "me");
    const gone = await leave(added);
    expect([gone.statusCode, gone.headers.location]).toEqual([303, "/report/left?lang=hi"]);
    const behind = [
      [first, "door-worried"],
      [question, "next"],
      [last, "send"],
      [receipt, null],
      [thread, "send"],
      [added, null],
    ] as const;
    for (const [page, go] of behind) {
      const answer = await press(desk.app, page, go);
      expect([answer.status, heading(answer.page)]).toEqual([200, en["left.title"]]);
      expect(answer.page).not.toContain("report");
    }
    expect(heading((await press(desk.app, other, "next")).page)).toBe(en["me.danger.title"]);
    expect(desk.reports.added).toHaveLength(1);
  });

  test("a file that the browser sends once more is destroyed", async () => {
    let page = await enter(desk, "worried");
    while (!formOf(page).multipart) page = (await press(desk.app, page, "next")).page;
    await leave(page);
    await press(desk.app, page, "next", {}, [{ name: "a.png", bytes: Buffer.from("a") }]);
    expect(desk.reports.unstaged).toEqual([desk.reports.staged[0]?.upload.ticket]);
  });

  test("leaving is forgotten after half a day, and never more than can be held", () => {
    let now = 0;
    const leavings = createLeavings(() => now);
    leavings.leave("a");
    expect([leavings.hasLeft("a"), leavings.hasLeft("b")]).toEqual([true, false]);
    for (let at = 0; at < 50_000; at++) leavings.leave(`other ${at}`);
    expect([leavings.hasLeft("a"), leavings.hasLeft("other 0"), leavings.hasLeft("other 49999")]).toEqual([
      false,
      true,
      true,
    ]);
    now = 12 * 3_600_000;
    expect(leavings.hasLeft("other 49999")).toBe(false);
  });
});
