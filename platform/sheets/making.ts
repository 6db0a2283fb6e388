import { crc32, deflateRawSync } from "node:zlib";

/** Makes the files that the tests of sheets and imports read. Nothing here runs in the product. */

export type MadeEntry = {
  name: string;
  content: string | Uint8Array;
  /** What the headers claim, where they are to lie. */
  claims?: { size?: number; crc?: number; flags?: number; offset?: number };
};

/** A ZIP archive, each entry deflated. */
export function makeArchive(entries: readonly MadeEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of entries) {
    const bytes = Buffer.from(content as Uint8Array);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(claims?.flags ?? 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(claims?.crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims?.size ?? bytes.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(claims?.offset ?? offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, tail, nameBytes);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), fields, nameBytes, packed);
    offset += 30 + nameBytes.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

export type MadeCell = string | number | boolean | null | { xml: string };
export type MadeSheet = { name: string; rows: readonly (readonly MadeCell[])[]; state?: string; after?: string };

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";

export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The entries of a workbook: texts inline, numbers and booleans as such, `xml` as it stands. */
export function workbookEntries(
  sheets: readonly MadeSheet[],
  { styles = "", book = "" }: { styles?: string; book?: string } = {},
): MadeEntry[] {
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>';
  const sheetTags = sheets.map(
    (sheet, i) =>
      `<sheet name="${escaped(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ""}/>`,
  );
  const sheetRels = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${rels}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return [
    { name: "[Content_Types].xml", content: types },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${packageRels}"><Relationship Id="r" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="${rels}">${book}<sheets>${sheetTags.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${packageRels}">${sheetRels.join("")}<Relationship Id="s" Type="${rels}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/styles.xml", content: `<styleSheet xmlns="${main}">${styles}</styleSheet>` },
    ...sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<worksheet xmlns="${main}"><sheetData>${sheet.rows.map(rowXml).join("")}</sheetData>${sheet.after ?? ""}</worksheet>`,
    })),
  ];
}

/** A whole workbook. */
export function makeWorkbook(sheets: readonly MadeSheet[], more?: { styles?: string; book?: string }): Buffer {
  return makeArchive(workbookEntries(sheets, more));
}

function rowXml(cells: readonly MadeCell[]): string {
  return `<row>${cells.map(cellXml).join("")}</row>`;
}

function cellXml(cell: MadeCell): string {
  if (cell === null) return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") return `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  return cell.xml;
}

/** One line of a CSV file. */
export function csvLine(cells: readonly string[], delimiter = ","): string {
  const quoted = cells.map((cell) => (/["\n\r,;\t|]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell));
  return `${quoted.join(delimiter)}\n`;
}
