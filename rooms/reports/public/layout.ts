/** The frame of every public page: language, the way out, the numbers, the question in the middle. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Html, type HtmlValue, html, htmlDocument, raw } from "../../../platform/http/html.ts";
import type { Language } from "../../../platform/languages/words.ts";
import type { PublicPack } from "./public-reports.ts";
import { type Say, speak } from "./words.ts";

export const PATHS = {
  start: "/report",
  again: "/report/again",
  more: "/report/again/more",
  left: "/report/left",
  script: "/report/leave.js",
} as const;

export const script = readFileSync(new URL("./leave.js", import.meta.url), "utf8");

const stylesheet = readFileSync(new URL("./report.css", import.meta.url), "utf8")
  .replace(/\/\*[\s\S]*?\*\//g, "")
  .replace(/\s+/g, " ")
  .replace(/ ?([{};:,>]) ?/g, "$1")
  .trim();

/** The only style that a browser may apply here. */
export const styleHash = `sha256-${createHash("sha256").update(stylesheet).digest("base64")}`;

const styleMark = "<!-- style -->";

/**
 * Puts the style into a page. It stands in the page itself: on a slow phone a second request is a third of the wait, and a file that
 * may not be kept on the device would be asked for at each question. The script asks for pages without it, because it has it already.
 */
export function styled(pageWithout: string): string {
  return pageWithout.replace(styleMark, () => `<style>${stylesheet}</style>`);
}

const directions: Readonly<Record<Language, "ltr" | "rtl">> = { en: "ltr", hi: "ltr" };
const other: Readonly<Record<Language, Language>> = { en: "hi", hi: "en" };

/** `visit`: the token under which this reporter came, by which the pages behind can be shut when the way out is taken. */
export type PageContext = { say: Say; pack: PublicPack; visit: string };

export type PageParts = {
  /** Stands in the tab and in the phone's list of pages, so it never says what the page is about. */
  title: string;
  body: HtmlValue;
  /** How to change the language: by a link where nothing is typed yet, by a button that keeps it, or not at all. */
  language: "link" | "button" | "none";
  address?: string;
  /** The server kept nothing of what was sent: the script then leaves the page as it is and only shows the sentence. */
  keptNothing?: boolean;
};

export function page(context: PageContext, parts: PageParts): string {
  const { say } = context;
  return htmlDocument(html`<html lang="${say.language}" dir="${directions[say.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${parts.title}</title>
<link rel="icon" href="data:,">
<!-- style -->
${scriptTag}
</head>
<body data-offline="${say("offline")}" data-busy="${say("busy")}">
<header class="top">
${parts.language === "link" ? languageLink(say.language, parts.address ?? PATHS.start) : raw`<span></span>`}
${leave(context)}
</header>
<main${parts.keptNothing ? raw` data-kept="nothing"` : null}>
${parts.body}
</main>
<footer>
<p class="keys">${say("leave.keys")}</p>
${leave(context)}
</footer>
</body>
</html>`);
}

/** An element of its own with nothing in it that changes: the check of templates lets no value into a script's tag. */
const scriptTag = raw`<script src="/report/leave.js" defer></script>`;

/**
 * The way out. With the script it replaces the page at once. Without it, it is a form, so that the server learns of the leaving and
 * answers the forms behind it, which Back would send again, with the dull page too.
 */
function leave({ say, pack, visit }: PageContext): Html {
  const away = pack.awayTo === undefined ? null : html` data-away="${pack.awayTo}"`;
  return html`<form class="out" method="post" action="${PATHS.left}"><input type="hidden" name="visit" value="${visit}"><input type="hidden" name="lang" value="${say.language}"><button class="leave"${away}>${say("leave")}</button></form>`;
}

function languageLink(language: Language, address: string): Html {
  const next = other[language];
  return html`<a class="language" href="${address}?lang=${next}" lang="${next}" data-step>${speak(next)("language.name")}</a>`;
}

/** Changes the language and keeps what was typed. It stands after "Continue", so that the Enter key never presses it. */
export function languageButton(language: Language): Html {
  const next = other[language];
  return html`<button class="plain" name="go" value="${`lang-${next}`}" lang="${next}">${speak(next)("language.name")}</button>`;
}

/** The numbers, equal in size, each with the sentence that the call can be seen afterwards. */
export function numbers({ say, pack }: PageContext, title: string | null): Html {
  return html`<section class="call"${title === null ? null : raw` aria-labelledby="call-title"`}>
${title === null ? null : html`<h2 id="call-title">${title}</h2>`}
<ul>${pack.numbers.map(
    (number) =>
      html`<li><a href="tel:${number.call}"><strong>${number.call}</strong> ${number.name[say.language]}</a><small>${say("call.shows")}</small></li>`,
  )}</ul>
</section>`;
}

/** What has to be looked at before going on. `for` ties it to the field it speaks of. */
export function problem(sentences: readonly string[], id = "problem"): Html | null {
  if (sentences.length === 0) return null;
  return html`<div class="problem" id="${id}" role="alert">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}

/** The only page without the way out: it is where the way out leads. It says nothing of us. */
export function leftPage(say: Say): string {
  return htmlDocument(html`<html lang="${say.language}" dir="${directions[say.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${say("left.title")}</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>${say("left.title")}</h1>
<p>${say("left.text")}</p>
</main>
</body>
</html>`);
}
