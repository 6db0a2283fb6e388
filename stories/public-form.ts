/** The public form as a browser without JavaScript fills it in: page by page, with the hidden fields that each page hands on. */

export interface Pages {
  get(path: string): Promise<string>;
  post(path: string, form: Record<string, string>): Promise<string>;
}

/**
 * Answers what is asked and sends the report.
 * @returns the receipt's words
 * @throws Error when the form does not come to its end
 */
export async function handIn(pages: Pages, answers: Readonly<Record<string, string>>): Promise<string[]> {
  let html = await pages.get("/report?lang=en");
  let go = "door-worried";
  for (let step = 0; step < 20; step++) {
    const fields = fieldsOf(html);
    for (const [name, value] of Object.entries(answers)) if (html.includes(`name="${name}"`)) fields.set(name, value);
    fields.set("go", go);
    html = await pages.post("/report", Object.fromEntries(fields));
    const words = wordsIn(html);
    if (words.length === 5) return words;
    go = html.includes('value="send"') ? "send" : "on";
  }
  throw new Error("The public form did not come to its end.");
}

function decode(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? decode(found[1] ?? "") : null;
}

function fieldsOf(html: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name !== null) fields.set(name, attribute(tag, "value") ?? "");
  }
  return fields;
}

function wordsIn(html: string): string[] {
  const list = /<ol[^>]*class="[^"]*words[^"]*"[^>]*>([\s\S]*?)<\/ol>/.exec(html)?.[1] ?? "";
  return [...list.matchAll(/<li[^>]*>([^<]+)<\/li>/g)].map(([, word]) => (word ?? "").trim());
}
