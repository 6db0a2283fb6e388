import { createHash } from "node:crypto";
import { basename } from "node:path";
import { openArchive } from "./archive.ts";
import type { SheetRow } from "./cells.ts";
import { type CsvForm, csvFormOf, csvRows } from "./csv.ts";
import { compoundRefusal, extensionOf, kindOf, mayBeCalled, otherArchive } from "./kinds.ts";
import { defaultLimits, type SheetLimits } from "./limits.ts";
import { Refused, refuse, type SheetRefusal } from "./refusals.ts";
import { allOf, firstBytes, type Source, sizeOf, streamOf } from "./source.ts";
import { decoded, type Encoding, encodingOf } from "./text.ts";
import { readWorkbook } from "./workbook.ts";
import { sheetRows } from "./worksheet.ts";
import { type Form, readForm } from "./xform.ts";

/** A sheet that can be read as often as wanted, each time from its start. */
export type Sheet = {
  /** Excel's name of it; "" in a CSV file. */
  name: string;
  hidden: boolean;
  /** Streams the rows that hold something. Ends with a refusal where the rest cannot be read: then nothing of the file may be used. */
  rows(): AsyncIterable<SheetRow | SheetRefusal>;
  /** Merged ranges ("A3:A7"); complete once the rows were read to their end. */
  merged(): readonly string[];
};

export type OpenedSheets = {
  ok: true;
  kind: "csv" | "xlsx" | "xform";
  /** SHA-256 of the file, in hexadecimal: with a line it is a row's key. */
  hash: string;
  bytes: number;
  sheets: readonly Sheet[];
  /** How a CSV file is written. */
  csv: CsvForm | null;
  /** What an XForm asks; such a file has no sheets. */
  form: Form | null;
  close(): void;
};

export type OpenOptions = {
  /** The name that its sender gave the file; without it, that of the path. */
  name?: string;
  limits?: Partial<SheetLimits>;
  /** Set where a person chose how a CSV file is written. */
  csv?: Partial<Pick<CsvForm, "encoding" | "delimiter">>;
};

/**
 * Opens a CSV file, an Excel workbook or the definition of an XForm, going by its content. Refuses what could harm or mislead: too
 * large, locked, macros, bombs, other kinds, a name that says another kind. Reads nothing from anywhere else.
 * @param source a path, or the bytes themselves: what must not touch the disk in the clear is opened from memory, and needs `options.name`
 * @throws Error where the disk fails
 */
export async function openSheet(source: Source, options: OpenOptions = {}): Promise<OpenedSheets | SheetRefusal> {
  const limits = { ...defaultLimits, ...options.limits };
  const name = options.name ?? (typeof source === "string" ? basename(source) : "");
  const size = await sizeOf(source);
  const inMb = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  if (size > limits.fileBytes) {
    return refuse("file-too-large", { sizeMb: inMb(size), limitMb: inMb(limits.fileBytes) });
  }
  const head = await firstBytes(source, 64 * 1024);
  if (head.length === 0) return refuse("file-empty");
  const file = { source, name, head, size, limits };
  try {
    const kind = kindOf(head.subarray(0, 4096));
    if (kind === "archive") return await openWorkbook(file);
    if (kind === "xml") return await openForm(file);
    if (kind === "text") return await openCsv(file, options.csv ?? {});
    if (kind === "html") return refuse("web-page");
    if (kind === "compound") return refuse(await compoundCode(file));
    return refuse("not-a-sheet");
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

type SourceFile = { source: Source; name: string; head: Buffer; size: number; limits: SheetLimits };

async function openCsv(
  file: SourceFile,
  chosen: NonNullable<OpenOptions["csv"]>,
): Promise<OpenedSheets | SheetRefusal> {
  if (!mayBeCalled("csv", file.name)) return wrongName(file.name, "CSV");
  const encoding = chosen.encoding ?? encodingOf(file.head);
  const form = { ...csvFormOf(await sampleText(file.head, encoding), encoding), ...chosen };
  const rows = () => csvRows(file.source, form, file.limits);
  const sheet: Sheet = { name: "", hidden: false, rows, merged: () => [] };
  return {
    ok: true,
    kind: "csv",
    hash: await hashOf(file.source),
    bytes: file.size,
    sheets: [sheet],
    csv: form,
    form: null,
    close() {},
  };
}

/** The start of a file as text; its last letters may be cut, and what is wrong further on is told when the rows are read. */
async function sampleText(head: Buffer, encoding: Encoding): Promise<string> {
  let text = "";
  async function* once() {
    yield head;
  }
  try {
    for await (const piece of decoded(once(), encoding)) text += piece;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (text === "") text = new TextDecoder(encoding).decode(head);
  }
  return text;
}

async function openWorkbook(file: SourceFile): Promise<OpenedSheets | SheetRefusal> {
  const archive = await openArchive(file.source, file.limits);
  if (!archive.ok) return archive;
  try {
    if (!archive.names.some((name) => /^\[content_types\]\.xml$/i.test(name)) || !archive.names.some(isBookPart)) {
      archive.close();
      return refuse(otherArchive(archive.names));
    }
    const book = await readWorkbook(archive, file.limits);
    if (/^(?:xlsm|xltm|xlam)$/.test(extensionOf(file.name))) throw new Refused(refuse("macros"));
    if (!mayBeCalled("workbook", file.name)) throw new Refused(wrongName(file.name, "Excel"));
    const sheets = book.sheets.map((part): Sheet => {
      const merged = new Set<string>();
      return {
        name: part.name,
        hidden: part.hidden,
        rows: () => sheetRows(archive, book, part, file.limits, (range) => merged.add(range)),
        merged: () => [...merged],
      };
    });
    const hash = await hashOf(file.source);
    return { ok: true, kind: "xlsx", hash, bytes: file.size, sheets, csv: null, form: null, close: archive.close };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function openForm(file: SourceFile): Promise<OpenedSheets | SheetRefusal> {
  const form = await readForm(streamOf(file.source));
  if (!mayBeCalled("form", file.name)) return wrongName(file.name, "XForm");
  const hash = await hashOf(file.source);
  return { ok: true, kind: "xform", hash, bytes: file.size, sheets: [], csv: null, form, close() {} };
}

function isBookPart(name: string): boolean {
  return /^xl\/workbook\d*\.xml$/i.test(name);
}

function wrongName(name: string, found: "CSV" | "Excel" | "XForm"): SheetRefusal {
  return refuse("wrong-extension", { extension: extensionOf(name), found });
}

async function compoundCode(file: SourceFile) {
  // The directory of streams may lie anywhere; the file is no larger than the limit.
  return compoundRefusal(await allOf(file.source));
}

async function hashOf(source: Source): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of streamOf(source)) hash.update(chunk);
  return hash.digest("hex");
}
