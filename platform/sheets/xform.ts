import { Refused, refuse } from "./refusals.ts";
import { readXml } from "./xml.ts";

/** One question of a form. */
export type FormField = {
  /** Name of the question's column in an export, without its groups. */
  name: string;
  /** Where it stands: "/data/group/name". */
  path: string;
  /** The form's own word: "string", "date", "int", "select1"... */
  type: string;
  label: string | null;
  /** Several answers may be given; an export writes them with spaces between. */
  multiple: boolean;
  choices: readonly FormChoice[];
};
export type FormChoice = { value: string; label: string };

/** What a form asks: an XForm as ODK and Kobo use it. */
export type Form = { id: string; version: string | null; title: string | null; fields: readonly FormField[] };

type Attributes = Readonly<Record<string, string>>;
type Asked = { control: string; label: string | null; choices: FormChoice[] };

const controls = new Set(["input", "select1", "select", "upload", "trigger", "range", "rank"]);

/**
 * Reads the definition of an XForm: its questions in order with their labels and choices. Labels in several languages are taken in
 * the form's default one. Choices that come from other files are not followed.
 * @throws Refused `not-a-sheet` where the XML is no XForm, and what reading XML may refuse
 * @source ODK XForms specification, https://getodk.github.io/xforms-spec/
 */
export async function readForm(chunks: AsyncIterable<Uint8Array>): Promise<Form> {
  const path: string[] = [];
  const nodes: string[] = [];
  const types = new Map<string, string>();
  const asked = new Map<string, Asked>();
  const texts = new Map<string, string>();
  let head: { id: string; version: string | null } | null = null;
  let title: string | null = null;
  let language: "first" | "default" | "other" | null = null;
  let textId: string | null = null;
  let question: Asked | null = null;
  let item: FormChoice | null = null;
  let translated: string | null = null;
  let text = "";

  const open = (name: string, attributes: Attributes) => {
    path.push(name);
    text = "";
    const [instance, root, ...below] = path.includes("body") ? [] : path.slice(Math.max(0, path.indexOf("instance")));
    if (instance === "instance" && root !== undefined) {
      // The first instance is what the form fills; others hold lists to choose from.
      if (below.length === 0) head ??= { id: attributes.id ?? "", version: attributes.version ?? null };
      else if (!path.includes("item")) nodes.push(`/${root}/${below.join("/")}`);
    } else if (name === "bind" && attributes.nodeset) types.set(attributes.nodeset, attributes.type ?? "string");
    else if (name === "translation") {
      language = "default" in attributes ? "default" : language === null ? "first" : "other";
    } else if (name === "text") textId = attributes.id ?? null;
    else if (path.includes("body")) openInBody(name, attributes);
  };
  const close = (name: string) => {
    if (name === "title" && path.at(-2) === "head") title = text.trim() || null;
    else if (name === "value" && path.at(-2) === "text" && textId !== null) {
      if (language === "default" || (language === "first" && !texts.has(textId))) texts.set(textId, text.trim());
    } else if (path.includes("body")) closeInBody(name);
    path.pop();
    text = "";
  };
  const addText = (more: string) => {
    text += more;
  };
  for await (const _ of readXml(chunks, { open, close, text: addText }));

  if (head === null || asked.size === 0) throw new Refused(refuse("not-a-sheet"));
  const isGroup = (one: string) => nodes.some((other) => other.startsWith(`${one}/`));
  const paths = nodes.filter((one) => asked.has(one) || (types.has(one) && !isGroup(one)));
  return { ...(head as { id: string; version: string | null }), title, fields: paths.map(fieldAt) };

  function fieldAt(one: string): FormField {
    const found = asked.get(one);
    const bound = types.get(one) ?? "string";
    return {
      name: one.slice(one.lastIndexOf("/") + 1),
      path: one,
      type: found && found.control !== "input" ? found.control : bound,
      label: found?.label ?? null,
      multiple: found?.control === "select",
      choices: found?.choices ?? [],
    };
  }

  function openInBody(name: string, attributes: Attributes): void {
    if (controls.has(name) && attributes.ref !== undefined) {
      question = { control: name, label: null, choices: [] };
      asked.set(attributes.ref, question);
    } else if (name === "item") item = { value: "", label: "" };
    else if (name === "label") translated = /^jr:itext\('([^']+)'\)$/.exec(attributes.ref ?? "")?.[1] ?? null;
  }

  function closeInBody(name: string): void {
    if (name === "label") {
      const words = translated === null ? text.trim() : (texts.get(translated) ?? translated);
      if (item) item.label = words;
      else if (question && path.at(-2) === question.control) question.label = words;
    } else if (name === "value" && item) item.value = text.trim();
    else if (name === "item" && item) {
      question?.choices.push(item);
      item = null;
    } else if (controls.has(name)) question = null;
  }
}
