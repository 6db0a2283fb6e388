import type { RefusalCode } from "./refusals.ts";
import { encodingOf } from "./text.ts";

/** What a file is by its bytes, whatever it is called. */
export type FileKind = "archive" | "compound" | "xml" | "html" | "text" | "other";

const marks: readonly [FileKind, readonly number[]][] = [
  ["archive", [0x50, 0x4b, 0x03, 0x04]],
  // An empty archive, and the end of a split one.
  ["archive", [0x50, 0x4b, 0x05, 0x06]],
  ["archive", [0x50, 0x4b, 0x07, 0x08]],
  ["compound", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["other", [0x25, 0x50, 0x44, 0x46]], // PDF
  ["other", [0x7b, 0x5c, 0x72, 0x74, 0x66]], // RTF
  ["other", [0x1f, 0x8b]], // gzip
];

/** Looks at the first bytes of a file. */
export function kindOf(head: Uint8Array): FileKind {
  for (const [kind, mark] of marks) if (mark.every((byte, index) => head[index] === byte)) return kind;
  const text = new TextDecoder(encodingOf(head)).decode(head);
  const start = text.trimStart().slice(0, 1024);
  if (/^(?:<!doctype\s+html|<html|<table|<head|<body|<meta)\b/i.test(start)) return "html";
  if (/^<(?:\?xml|!--|!DOCTYPE|[a-z][\w.-]*(?::[\w.-]+)?[\s/>])/i.test(start)) {
    return /<html[\s>](?!.*xforms)/is.test(start) ? "html" : "xml";
  }
  // Zeros and bells are in no text of any office.
  return hasControl(text) ? "other" : "text";
}

function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) < 9) return true;
  return false;
}

/** Extensions that each kind of file may bear. Macro workbooks are refused as such, so their names lie here too. */
const extensions: Readonly<Record<"workbook" | "csv" | "form", readonly string[]>> = {
  workbook: ["xlsx", "xltx", "xlsm", "xltm"],
  csv: ["csv", "tsv", "tab", "txt"],
  form: ["xml"],
};

/** May a file of this kind bear this name? A name without extension says nothing and is fine. */
export function mayBeCalled(kind: keyof typeof extensions, name: string): boolean {
  const extension = extensionOf(name);
  return extension === "" || extensions[kind].includes(extension);
}

/** "xlsx" of "Register 2023.XLSX"; "" without one. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** An archive that is no workbook: what to tell about it. */
export function otherArchive(names: readonly string[]): RefusalCode {
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) return "binary-workbook";
  if (names.includes("mimetype") && names.includes("content.xml")) return "open-document";
  return "not-a-sheet";
}

/** A compound file is an old workbook, or a new one locked with a password: then it holds a stream of that name, in UTF-16. */
export function compoundRefusal(bytes: Buffer): RefusalCode {
  return bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "old-workbook";
}
