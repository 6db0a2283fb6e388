/** The first page: the numbers, then the two doors. */
import { html } from "../../../platform/http/html.ts";
import { hidden } from "./carried.ts";
import { numbers, PATHS, type PageContext, page } from "./layout.ts";

export function startPage(context: PageContext): string {
  const { say, visit } = context;
  return page(context, {
    title: say("title.start"),
    language: "link",
    body: html`${numbers(context, say("call.title"))}
<h1>${say("start.title")}</h1>
<p>${say("start.noName")} ${say("start.stop")}</p>
<p>${say("start.person")}</p>
<form method="post" action="${PATHS.start}" autocomplete="off">
${hidden("lang", say.language)}
${hidden("token", visit)}
<h2>${say("start.choose")}</h2>
<button class="door" name="go" value="door-worried"><strong>${say("start.worried")}</strong><span>${say("start.worried.hint")}</span></button>
<button class="door" name="go" value="door-me"><strong>${say("start.me")}</strong><span>${say("start.me.hint")}</span></button>
</form>
<p class="also"><a href="${PATHS.again}?lang=${say.language}" data-step>${say("start.again")}</a></p>
<p class="hint">${say("start.trace")}</p>`,
  });
}
