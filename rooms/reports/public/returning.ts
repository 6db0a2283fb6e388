/** What the forms of a returning reporter do. The words are read strictly by list, then asked for in one canonical spelling. */
import type { Language } from "../../../platform/languages/words.ts";
import { canonical, parse } from "../receipt-words.ts";
import {
  type Addition,
  addedPage,
  additionPage,
  additionTroublePage,
  readingProblems,
  threadPage,
  waitProblem,
  wordsPage,
} from "./again.ts";
import { last } from "./carried.ts";
import { type Answer, type Desk, fileSentences, forget, nameOf, tooLong } from "./desk.ts";
import type { Incoming } from "./incoming.ts";
import type { PageContext } from "./layout.ts";
import { Door } from "./model.ts";
import type { Locked } from "./public-reports.ts";
import { speak } from "./words.ts";

const LONGEST_TYPED = 400;

/** Opens a report, or says what to look at with the typed words still in the field. */
export async function openReport(desk: Desk, { fields, visit }: Incoming, language: Language): Promise<Answer> {
  const context: PageContext = { say: speak(language), pack: desk.pack, visit };
  const typed = (last(fields, "words") ?? "").slice(0, LONGEST_TYPED);
  const reading = parse(typed);
  if (!reading.ok) return { status: 200, page: wordsPage(context, typed, readingProblems(context.say, reading)) };
  try {
    const outcome = await desk.reports.read(canonical(reading.indices));
    if (!("refused" in outcome)) {
      const door = outcome.about ?? "worried";
      const addition: Addition = { door, token: desk.reports.newToken(), words: typed, text: "", uploads: [] };
      return { status: 200, page: threadPage({ ...context, say: speak(language, door) }, outcome, addition) };
    }
    if (outcome.refused !== "busy")
      return { status: 200, page: wordsPage(context, typed, [refusal(context, outcome)]) };
  } catch (error) {
    desk.onTrouble(nameOf(error));
  }
  return { status: 503, page: wordsPage(context, typed, [context.say("trouble.title"), context.say("trouble.kept")]) };
}

/** Adds to a report. Every outcome but success keeps the whole form in the page, with the same token. */
export async function addToReport(desk: Desk, incoming: Incoming, language: Language): Promise<Answer> {
  const { fields, token, visit } = incoming;
  const door = Door.catch("worried").parse(last(fields, "door"));
  const context: PageContext = { say: speak(language, door), pack: desk.pack, visit };
  const words = (last(fields, "words") ?? "").slice(0, LONGEST_TYPED);
  const reading = parse(words);
  if (!reading.ok) return { status: 200, page: wordsPage(context, words, readingProblems(context.say, reading)) };

  const text = (last(fields, "text") ?? "").replace(/\r\n?/g, "\n").replaceAll("\0", "");
  const addition: Addition = { door, token, words, text, uploads: incoming.uploads };
  const go = last(fields, "go") ?? "send";
  if (go.startsWith("drop-")) {
    const dropped = addition.uploads.find(({ ticket }) => ticket === go.slice(5));
    if (dropped) await forget(desk, dropped);
    return {
      status: 200,
      page: additionPage(context, { ...addition, uploads: addition.uploads.filter((one) => one !== dropped) }, []),
    };
  }
  const problems = [...tooLong(context.say, text), ...fileSentences(context.say, incoming.fileProblems)];
  if (go === "add" || problems.length > 0) return { status: 200, page: additionPage(context, addition, problems) };
  if (text.trim() === "" && addition.uploads.length === 0) {
    return { status: 200, page: additionPage(context, addition, [context.say("thread.empty")]) };
  }
  try {
    const outcome = await desk.reports.add(canonical(reading.indices), {
      token,
      text: text.trim(),
      attachments: addition.uploads,
    });
    if ("ok" in outcome) return { status: 200, page: addedPage(context, words) };
    if (outcome.refused === "too-large")
      return { status: 413, page: additionPage(context, addition, [context.say("large.text")]) };
    if (outcome.refused === "unknown" || "waitSeconds" in outcome) {
      return { status: 200, page: additionPage(context, addition, [refusal(context, outcome)]) };
    }
  } catch (error) {
    desk.onTrouble(nameOf(error));
  }
  return { status: 503, page: additionTroublePage(context, addition) };
}

function refusal({ say }: PageContext, outcome: Locked | { refused: string }): string {
  return "waitSeconds" in outcome ? waitProblem(say, outcome.waitSeconds) : say("again.refused");
}
