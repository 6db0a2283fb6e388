/** What comes after "Send": the receipt, or why it did not go through and what to do. Nothing typed is lost on any of these pages. */
import { type Html, html, raw } from "../../../platform/http/html.ts";
import { type Carried, carry, hidden } from "./carried.ts";
import { languageButton, numbers, PATHS, type PageContext, page } from "./layout.ts";

/** The five words. Shown once: the same form sent again shows them again, and nothing else can. */
export function receiptPage(context: PageContext, carried: Carried, words: readonly string[]): string {
  const { say, pack } = context;
  return page(context, {
    title: say("title.page"),
    language: "none",
    body: html`<h1>${say(carried.door === "me" ? "receipt.title.me" : "receipt.title")}</h1>
<h2 id="words">${say("receipt.words")}</h2>
<ol class="words" aria-labelledby="words">${words.map((word) => html`<li>${word}</li>`)}</ol>
<p>${say("receipt.key")}</p>
<p>${say("receipt.how")}</p>
<p class="care">${say("receipt.paper")}</p>
<p class="hint">${say("receipt.once")}</p>
<h2>${say("receipt.next")}</h2>
<p>${say("receipt.reads")} ${say("receipt.again")}</p>
<p>${say("receipt.worse", { number: pack.numbers[0].call })}</p>
${carried.door === "worried" ? html`<p class="care">${say("confront")}</p>` : null}
<form method="post" action="${PATHS.again}" autocomplete="off">
${hidden("lang", say.language)}
${hidden("visit", context.visit)}
${hidden("words", words.join(" "))}
<button class="second">${say("receipt.open")}</button>
</form>
${numbers(context, null)}`,
  });
}

export type Unsent = "trouble" | "large" | "sent";

/** The report did not go through. The form stands in the page with all that was typed, and the same token. */
export function unsentPage(context: PageContext, carried: Carried, why: Unsent): string {
  const { say } = context;
  if (why === "sent") {
    return page(context, {
      title: say("title.problem"),
      language: "none",
      body: html`<h1>${say("sent.title")}</h1>
<p>${say("sent.text")}</p>
<p class="also"><a href="${PATHS.again}?lang=${say.language}" data-step>${say("start.again")}</a></p>`,
    });
  }
  return page(context, {
    title: say("title.problem"),
    language: "none",
    body: html`<form method="post" action="${PATHS.start}" autocomplete="off">
${carry(carried, say.language, [])}
${why === "large" ? html`<h1>${say("large.title")}</h1><p>${say("large.text")}</p>` : trouble(context)}
${
  why === "large"
    ? html`<button class="go" name="go" value="look">${say("large.check")}</button>`
    : html`<button class="go" name="go" value="send">${say("trouble.again")}</button>
<div class="ways"><button class="plain" name="go" value="look">${say("large.check")}</button>
${languageButton(say.language)}</div>`
}
</form>`,
  });
}

/** The numbers come first here: whoever cannot send should call. */
export function trouble(context: PageContext): Html {
  const { say, pack } = context;
  return html`<h1>${say("trouble.title")}</h1>
<p${raw` role="alert"`}>${say("trouble.kept")}</p>
<p>${say("trouble.call", { number: pack.numbers[0].call })}</p>
${numbers(context, null)}`;
}

/** The request could not be read at all, so there is nothing to put back into a page. */
export function lostPage(context: PageContext): string {
  const { say, pack } = context;
  return page(context, {
    title: say("title.problem"),
    language: "none",
    keptNothing: true,
    body: html`<h1>${say("lost.title")}</h1>
<p>${say("lost.text")}</p>
<p>${say("trouble.call", { number: pack.numbers[0].call })}</p>
${numbers(context, null)}
<p class="also"><a href="${PATHS.start}?lang=${say.language}" data-step>${say("none.start")}</a></p>`,
  });
}

export function noSuchPage(context: PageContext): string {
  const { say } = context;
  return page(context, {
    title: say("title.problem"),
    language: "none",
    keptNothing: true,
    body: html`<h1>${say("none.title")}</h1>
<p class="also"><a href="${PATHS.start}?lang=${say.language}" data-step>${say("none.start")}</a></p>`,
  });
}
