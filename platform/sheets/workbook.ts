import type { Archive } from "./archive.ts";
import { dateStyles } from "./excel-dates.ts";
import type { SheetLimits } from "./limits.ts";
import { Refused, refuse } from "./refusals.ts";
import { readXml } from "./xml.ts";

/** What the cells of a workbook need to be understood. */
export type Workbook = {
  sheets: readonly { name: string; part: string; hidden: boolean }[];
  /** Texts that cells name by number. */
  shared: readonly string[];
  /** By a cell's style number: is its number a day or a time? */
  dates: readonly boolean[];
  /** Days are counted from 1904, as old Macs did. */
  since1904: boolean;
};

type Tag = { name: string; attributes: Readonly<Record<string, string>> };

/**
 * Reads an Excel workbook's own parts: relations, names of sheets, styles, shared texts. Part names are resolved inside the archive
 * only; anything else that a workbook may hold (links to other files, embedded things) is never opened.
 * @throws Refused `macros`, `no-sheets`, `cell-too-long` and what reading an entry may refuse
 */
export async function readWorkbook(archive: Archive, limits: SheetLimits): Promise<Workbook> {
  // Names in an archive are compared without case, as Excel does.
  const names = new Map(archive.names.map((name) => [name.toLowerCase(), name]));
  if (archive.names.some((name) => /vbaproject|(?:^|\/)macrosheets\//i.test(name))) throw new Refused(refuse("macros"));
  await refuseMacroTypes();

  const book = (await partOf("_rels/.rels", "", "officeDocument")) ?? "xl/workbook.xml";
  const relations = await relationsOf(book);
  const tags: Tag[] = await tagsOf(book, ["workbookPr", "sheet"]);
  const sheets = tags
    .filter((tag) => tag.name === "sheet")
    .flatMap(({ attributes }) => {
      const id = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1];
      const relation = relations.find((one) => one.id === id);
      // Chart sheets have no cells.
      if (!relation || !/\/worksheet$/.test(relation.type) || !names.has(relation.part.toLowerCase())) return [];
      const hidden = attributes.state === "hidden" || attributes.state === "veryHidden";
      return [{ name: attributes.name ?? "", part: relation.part, hidden }];
    });
  if (sheets.length === 0) throw new Refused(refuse("no-sheets"));

  const relatedPart = (kind: string) => relations.find((one) => one.type.endsWith(`/${kind}`))?.part;
  const in1904 = tags.find((tag) => tag.name === "workbookPr")?.attributes.date1904;
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, part: names.get(sheet.part.toLowerCase()) ?? sheet.part })),
    shared: await sharedTexts(relatedPart("sharedStrings")),
    dates: await dateStyles(entry(relatedPart("styles"))),
    since1904: in1904 === "1" || in1904 === "true",
  };

  function entry(part: string | undefined): AsyncGenerator<Uint8Array> | null {
    const name = part === undefined ? undefined : names.get(part.toLowerCase());
    return name === undefined ? null : archive.read(name);
  }

  async function tagsOf(part: string, wanted: readonly string[]): Promise<Tag[]> {
    const chunks = entry(part);
    if (!chunks) return [];
    const found: Tag[] = [];
    const open = (name: string, attributes: Readonly<Record<string, string>>) => {
      if (wanted.includes(name)) found.push({ name, attributes });
    };
    for await (const _ of readXml(chunks, { open, close() {}, text() {} }));
    return found;
  }

  async function refuseMacroTypes(): Promise<void> {
    const types = await tagsOf("[Content_Types].xml", ["Default", "Override"]);
    const macro = /macroEnabled|vbaProject|macrosheet/i;
    if (types.some((tag) => macro.test(tag.attributes.ContentType ?? ""))) throw new Refused(refuse("macros"));
  }

  async function relationsOf(part: string): Promise<{ id: string; type: string; part: string }[]> {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const file = part.slice(folder.length);
    const found = await tagsOf(`${folder}_rels/${file}.rels`, ["Relationship"]);
    return found
      .filter((tag) => tag.attributes.TargetMode !== "External")
      .map(({ attributes }) => ({
        id: attributes.Id ?? "",
        type: attributes.Type ?? "",
        part: resolved(folder, attributes.Target ?? ""),
      }));
  }

  async function partOf(rels: string, folder: string, kind: string): Promise<string | undefined> {
    const found = await tagsOf(rels, ["Relationship"]);
    const relation = found.find((tag) => (tag.attributes.Type ?? "").endsWith(`/${kind}`));
    return relation && resolved(folder, relation.attributes.Target ?? "");
  }

  async function sharedTexts(part: string | undefined): Promise<string[]> {
    const chunks = entry(part);
    if (!chunks) return [];
    const texts: string[] = [];
    let chars = 0;
    const reader = textReader("si", (text) => {
      chars += text.length;
      if (text.length > limits.cellChars) throw new Refused(refuse("cell-too-long", { limit: limits.cellChars }));
      if (chars > limits.sharedChars) {
        throw new Refused(refuse("unpacks-too-large", { limitMb: Math.floor(limits.sharedChars / 1024 / 1024) }));
      }
      texts.push(text);
    });
    for await (const _ of readXml(chunks, reader));
    return texts;
  }
}

/** The part that a relation names; never above the archive's root. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Gathers the plain text of each element of a name: its runs joined, without the small letters that show how to pronounce it. */
function textReader(element: string, found: (text: string) => void) {
  let inside = false;
  let inText = false;
  let phonetic = false;
  let text = "";
  return {
    open(name: string) {
      if (name === element) {
        inside = true;
        text = "";
      } else if (name === "rPh") phonetic = true;
      else if (name === "t") inText = inside && !phonetic;
    },
    close(name: string) {
      if (name === element) {
        inside = false;
        found(unescaped(text));
      } else if (name === "rPh") phonetic = false;
      else if (name === "t") inText = false;
    },
    text(more: string) {
      if (inText) text += more;
    },
  };
}

/** Excel writes a character that XML forbids as `_x000D_`, and a text that only looks like one as `_x005F_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
