const MiB = 1024 * 1024;

/** How much a file may ask of the machine that reads it. */
export type SheetLimits = {
  /** Size of the file itself, in bytes. */
  fileBytes: number;
  /** Entries in an archive. */
  entries: number;
  /** Bytes that an archive may unpack to, counted while they come out, never as its header says. */
  unpackedBytes: number;
  /** Unpacked bytes for each packed byte, of one entry; looked at beyond `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
  /** Rows of one sheet that hold something. */
  rows: number;
  /** Columns up to the last one that holds something. */
  columns: number;
  /** Characters of one cell; Excel's own limit. */
  cellChars: number;
  /** Characters of all the texts that a workbook keeps aside for its cells: the one thing held in memory. */
  sharedChars: number;
};

/** Enough for any office's register; a laptop reads it with modest memory. */
export const defaultLimits: SheetLimits = {
  fileBytes: 64 * MiB,
  entries: 1_000,
  unpackedBytes: 512 * MiB,
  // Real sheets pack 10 to 60 times; deflate cannot go beyond about 1,030.
  ratio: 200,
  ratioFrom: 4 * MiB,
  rows: 250_000,
  columns: 1_024,
  cellChars: 32_767,
  sharedChars: 32 * MiB,
};
