/** Coming back with the five words: read an answer, add more. The words travel in forms only, never in an address. */
import { type Html, html, raw } from "../../../platform/http/html.ts";
import type { ReceiptReading } from "../receipt-words.ts";
import { carryUploads, hidden } from "./carried.ts";
import { trouble } from "./endings.ts";
import { numbers, PATHS, type PageContext, page, problem } from "./layout.ts";
import { type Door, LIMITS, type StagedUpload } from "./model.ts";
import type { Thread } from "./public-reports.ts";
import { filesField } from "./questions.ts";
import { counted, keyOf, type Say } from "./words.ts";

/** The page that asks for the words. What was typed stays in the field. */
export function wordsPage(context: PageContext, typed: string, problems: readonly string[]): string {
  const { say } = context;
  return page(context, {
    title: say(problems.length > 0 ? "title.problem" : "title.page"),
    language: typed === "" ? "link" : "none",
    address: PATHS.again,
    body: html`<form method="post" action="${PATHS.again}" autocomplete="off">
${hidden("lang", say.language)}
${hidden("visit", context.visit)}
${problem(problems)}
<h1><label for="words">${say("again.label")}</label></h1>
<p class="hint" id="hint">${say("again.hint")}</p>
<input type="text" class="line" id="words" name="words" value="${typed}" dir="auto" autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false" maxlength="400" aria-describedby="${problems.length > 0 ? "problem hint" : "hint"}"${problems.length > 0 && raw` aria-invalid="true"`}>
<button class="go">${say("again.open")}</button>
<p class="hint">${say("again.lock")}</p>
</form>
${numbers(context, say("call.title"))}`,
  });
}

/** Why the typed words are no receipt. Only the list of words is consulted, which is public: it tells nothing of any report. */
export function readingProblems(say: Say, reading: Exclude<ReceiptReading, { ok: true }>): string[] {
  if (reading.problem === "count") return [counted(say, "again.count", reading.found)];
  const unknown = say("again.unknownWord", { word: reading.word.slice(0, 40), position: reading.position });
  const near = reading.nearest.map((word) => `“${word}”`).join(say("again.or"));
  return near === "" ? [unknown] : [`${unknown} ${say("again.nearest", { words: near })}`];
}

export function waitProblem(say: Say, waitSeconds: number): string {
  return counted(say, "again.wait", Math.max(1, Math.ceil(waitSeconds / 60)));
}

export type Addition = { door: Door; token: string; words: string; text: string; uploads: readonly StagedUpload[] };

/** The report's state, what was said, and room for more. It shows no finding, no score and no name. */
export function threadPage(context: PageContext, thread: Thread, addition: Addition): string {
  const { say, pack } = context;
  return page(context, {
    title: say("title.page"),
    language: "none",
    body: html`<h1>${say("thread.title")}</h1>
<p class="state">${say(keyOf("thread", thread.status))}</p>
${thread.instead === undefined ? null : html`<p>${say(keyOf("thread", "instead", thread.instead))}</p>`}
${thread.messages.some(({ from }) => from === "us") ? null : html`<p class="hint">${say("thread.none")}</p>`}
${
  thread.messages.length === 0
    ? null
    : html`<ol class="thread">${thread.messages.map(
        ({
          from,
          text,
          at,
        }) => html`<li class="${from}"><p class="hint"><strong>${say(keyOf("thread", from))}</strong> <time datetime="${at}">${told(say, at, pack.timeZone)}</time></p>
<p class="said" dir="auto">${text}</p></li>`,
      )}</ol>`
}
<h2>${say("thread.more")}</h2>
${additionForm(context, addition, [])}
${numbers(context, say("call.title"))}`,
  });
}

/** The form alone, with what is to be looked at first: after a refusal there is no need to open the report again. */
export function additionPage(context: PageContext, addition: Addition, problems: readonly string[]): string {
  const { say } = context;
  return page(context, {
    title: say(problems.length > 0 ? "title.problem" : "title.page"),
    language: "none",
    body: html`<h1>${say("thread.more")}</h1>
${problem(problems)}
${additionForm(context, addition, problems)}
${numbers(context, say("call.title"))}`,
  });
}

/** The addition could not be kept; the same form, the same token, a button to try again. */
export function additionTroublePage(context: PageContext, addition: Addition): string {
  return page(context, {
    title: context.say("title.problem"),
    language: "none",
    body: html`${trouble(context)}
${additionForm(context, addition, [])}`,
  });
}

export function addedPage(context: PageContext, words: string): string {
  const { say, visit } = context;
  return page(context, {
    title: say("title.page"),
    language: "none",
    body: html`<h1>${say("thread.added.title")}</h1>
<p>${say("thread.added.text")}</p>
<form method="post" action="${PATHS.again}" autocomplete="off">
${hidden("lang", say.language)}
${hidden("visit", visit)}
${hidden("words", words)}
<button class="second">${say("thread.added.back")}</button>
</form>
${numbers(context, say("call.title"))}`,
  });
}

function additionForm(
  { say, visit }: PageContext,
  { door, token, words, text, uploads }: Addition,
  problems: readonly string[],
): Html {
  return html`<form method="post" action="${PATHS.more}" enctype="multipart/form-data" autocomplete="off">
${hidden("lang", say.language)}
${hidden("visit", visit)}
${hidden("door", door)}
${hidden("token", token)}
${hidden("words", words)}
${carryUploads(uploads)}
<p class="field"><label for="text">${say("thread.more.label")}</label></p>
<p class="hint" id="text-hint">${say("thread.more.hint")}</p>
<textarea id="text" name="text" rows="6" maxlength="${LIMITS.text}" dir="auto" autocomplete="off" aria-describedby="${problems.length > 0 ? "problem text-hint" : "text-hint"}"${problems.length > 0 && raw` aria-invalid="true"`}>
${text}</textarea>
${door === "me" ? null : html`<h3>${say("thread.files")}</h3>${filesField(say, uploads)}`}
<button class="go" name="go" value="send">${say("thread.send")}</button>
</form>`;
}

function told(say: Say, at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(say.language, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    new Date(at),
  );
}
