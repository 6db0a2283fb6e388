/**
 * HTML out of tagged templates, for pages that work without JavaScript.
 *
 * Promise: no value put into a template can leave its place. Text is escaped; lists and nested templates are joined; a value may stand
 * in text or inside a quoted attribute, nowhere else. A template that asks for more (a hole in a tag's name, an unquoted attribute, a
 * script, a style, a comment) throws the first time it runs, whatever the value.
 */

const maker = Symbol("html");

/** Markup that needs no more escaping. Only `html` and `raw` make one. */
export class Html {
  readonly #markup: string;
  constructor(markup: string, key: typeof maker) {
    if (key !== maker) throw new TypeError("Only html`` and raw`` make markup.");
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** What stands around a hole. `tag` takes markup of our own only, such as raw` checked`. */
type Place = "text" | "attribute" | "address" | "tag";

const placesOf = new WeakMap<TemplateStringsArray, readonly Place[]>();
const addressAttributes = new Set(["href", "src", "action", "formaction"]);
const forbiddenAttributes = /^(on.*|style|srcdoc)$/;
/** A browser drops white space from an address and reads \ as /, so neither may hide a second slash. */
const safeAddress = /^(https?:\/\/|tel:|mailto:|\/(?![/\\])|\?|#)[^\s\p{Cc}]*$/iu;

/**
 * A piece of a page. `null`, `undefined` and `false` write nothing.
 * @throws TypeError if a hole stands where no value is safe, or an address is neither ours, a web page, a number to call nor a mail
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const places = placesOf.get(strings) ?? remember(strings);
  let markup = strings[0] ?? "";
  values.forEach((value, hole) => {
    markup += write(value, places[hole] ?? "tag") + (strings[hole + 1] ?? "");
  });
  return new Html(markup, maker);
}

/** Markup written out in our own source. It takes no values, so nothing from outside can pass through it. */
export function raw(strings: TemplateStringsArray, ...none: readonly never[]): Html {
  if (none.length > 0) throw new TypeError("raw`` takes no values.");
  return new Html(strings[0] ?? "", maker);
}

/** A whole document as text. */
export function htmlDocument(page: Html): string {
  return `<!doctype html>\n${page}`;
}

function write(value: HtmlValue, place: Place): string {
  // Nothing at the start of an address would let the next hole choose where it leads.
  if (place === "address" && !safeAddress.test(String(value)))
    throw new TypeError("This address is not one a page may lead to.");
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) {
    if (place !== "attribute" && place !== "address") return value.toString();
    throw new TypeError("Markup cannot stand inside an attribute's value.");
  }
  if (typeof value === "object") return value.map((each) => write(each, place)).join("");
  if (place === "tag") throw new TypeError("Inside a tag only raw`` may stand.");
  return escaped(String(value));
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function remember(strings: TemplateStringsArray): readonly Place[] {
  const places = placesIn(strings);
  placesOf.set(strings, places);
  return places;
}

type State = { at: "text" } | { at: "tag" } | { at: "value"; quote: string; name: string; fresh: boolean };

/** Reads our own markup up to each hole, as a browser would, to know what surrounds it. */
function placesIn(strings: TemplateStringsArray): Place[] {
  const places: Place[] = [];
  let state: State = { at: "text" };
  for (const [part, text] of strings.entries()) {
    let rest = text;
    while (rest !== "") {
      if (state.at === "text") {
        const open = /<(!--|\/?[a-z][a-z0-9-]*|!doctype)/i.exec(rest);
        if (!open) {
          if (rest.endsWith("<") || rest.endsWith("</")) throw new TypeError("A tag's name cannot be a value.");
          break;
        }
        rest = rest.slice(open.index + open[0].length);
        if (/^(!--|script|style)$/i.test(open[1] ?? "")) {
          const close = /^!--$/.test(open[1] ?? "") ? "-->" : `</${open[1]}>`;
          const end = rest.toLowerCase().indexOf(close.toLowerCase());
          if (end === -1) throw new TypeError("No value is safe inside a script, a style or a comment.");
          rest = rest.slice(end + close.length);
        } else state = { at: "tag" };
      } else if (state.at === "tag") {
        const step = /^(\s+|\/|([a-z][a-z0-9-]*)="|([a-z][a-z0-9-]*)='|[a-z][a-z0-9-]*(?![a-z0-9=-])|>)/i.exec(rest);
        if (!step) throw new TypeError(`An attribute needs quotes: ${rest.slice(0, 40)}`);
        rest = rest.slice(step[0].length);
        if (step[0] === ">") state = { at: "text" };
        const name = (step[2] ?? step[3])?.toLowerCase();
        if (name !== undefined) state = { at: "value", quote: step[0].endsWith('"') ? '"' : "'", name, fresh: true };
      } else {
        const end = rest.indexOf(state.quote);
        state.fresh = false;
        if (end === -1) break;
        rest = rest.slice(end + 1);
        state = { at: "tag" };
      }
    }
    if (part === strings.length - 1) break;
    if (state.at !== "value") places.push(state.at);
    else {
      if (forbiddenAttributes.test(state.name)) throw new TypeError(`No value is safe in ${state.name}.`);
      places.push(state.fresh && addressAttributes.has(state.name) ? "address" : "attribute");
      state.fresh = false;
    }
  }
  // A piece that ends inside a tag would put the next piece there.
  if (state.at !== "text") throw new TypeError("A template must close what it opens.");
  return places;
}
