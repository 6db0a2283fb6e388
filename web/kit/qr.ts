/**
 * A QR code, drawn here: a secret must not travel to anybody who draws one for us. Bytes only, correction level M, up to 213 bytes
 * (versions 1 to 10): enough for an authenticator's address.
 * @source ISO/IEC 18004:2015, sections 7.3 to 7.10
 */

/** Per version: correction bytes a block, then the sizes of its data blocks. */
const BLOCKS: readonly (readonly [number, readonly number[]])[] = [
  [10, [16]],
  [16, [28]],
  [26, [44]],
  [18, [32, 32]],
  [24, [43, 43]],
  [16, [27, 27, 27, 27]],
  [18, [31, 31, 31, 31]],
  [22, [38, 38, 39, 39]],
  [22, [36, 36, 36, 37, 37]],
  [26, [43, 43, 43, 43, 44]],
];
/** Where the alignment marks stand, by version. */
const MARKS: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

/** Dark squares by row and column, without the quiet margin of four that has to stand around it. */
export type Squares = readonly (readonly boolean[])[];

/** @throws RangeError for more than 213 bytes */
export function qrOf(text: string): Squares {
  const bytes = new TextEncoder().encode(text);
  const version = BLOCKS.findIndex(([, sizes], at) => bytes.length + (at + 1 > 9 ? 3 : 2) <= sum(sizes)) + 1;
  if (version === 0) throw new RangeError("Too long for this code.");
  const words = withCorrection(dataWords(bytes, version), version);
  const options = Array.from({ length: 8 }, (_, mask) => draw(version, words, mask));
  return options.reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
}

function dataWords(bytes: Uint8Array, version: number): number[] {
  const room = sum(BLOCKS[version - 1]?.[1] ?? []);
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let at = count - 1; at >= 0; at -= 1) bits.push((value >> at) & 1);
  };
  put(0b0100, 4); // bytes
  put(bytes.length, version > 9 ? 16 : 8);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, room * 8 - bits.length));
  while (bits.length % 8 !== 0) bits.push(0);
  const words = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  );
  for (let pad = 0xec; words.length < room; pad = pad === 0xec ? 0x11 : 0xec) words.push(pad);
  return words;
}

/** Data and correction, block by block, told in turns as they are laid. */
function withCorrection(words: readonly number[], version: number): number[] {
  const [count, sizes] = BLOCKS[version - 1] ?? [0, []];
  let from = 0;
  const blocks = sizes.map((size) => {
    const block = words.slice(from, from + size);
    from += size;
    return block;
  });
  const turns = (lists: readonly (readonly number[])[]) =>
    Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, at) =>
      lists.flatMap((list) => list.slice(at, at + 1)),
    ).flat();
  return [...turns(blocks), ...turns(blocks.map((block) => remainder(block, count)))];
}

/** Multiplication in the field of 256 elements over x⁸+x⁴+x³+x²+1. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((other >> bit) & 1) * one;
  }
  return product;
}

/** Reed–Solomon: what is left of the block after division by the generator of this degree. */
function remainder(block: readonly number[], degree: number): number[] {
  let divisor = [1];
  let root = 1;
  for (let at = 0; at < degree; at += 1) {
    const shifted = [...divisor, 0];
    divisor = shifted.map((value, index) => value ^ (index > 0 ? times(divisor[index - 1] ?? 0, root) : 0));
    root = times(root, 2);
  }
  const left = Array.from({ length: degree }, () => 0);
  for (const word of block) {
    const factor = word ^ (left.shift() ?? 0);
    left.push(0);
    for (let at = 0; at < degree; at += 1) left[at] = (left[at] ?? 0) ^ times(divisor[at + 1] ?? 0, factor);
  }
  return left;
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

function draw(version: number, words: readonly number[], mask: number): boolean[][] {
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const taken = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const set = (row: number, column: number, value: boolean) => {
    const [line, kept] = [dark[row], taken[row]];
    if (line === undefined || kept === undefined || column < 0 || column >= size) return;
    line[column] = value;
    kept[column] = true;
  };
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    for (let r = -4; r <= 4; r += 1)
      for (let c = -4; c <= 4; c += 1) {
        const away = Math.max(Math.abs(r), Math.abs(c));
        set(row + r, column + c, away !== 2 && away !== 4);
      }
  const marks = MARKS[version - 1] ?? [];
  const last = marks.length - 1;
  marks.forEach((row, i) => {
    marks.forEach((column, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return;
      for (let r = -2; r <= 2; r += 1)
        for (let c = -2; c <= 2; c += 1) set(row + r, column + c, Math.max(Math.abs(r), Math.abs(c)) !== 1);
    });
  });
  formatBits(mask).forEach((bit, at) => {
    const [row, column] = at < 6 ? [at, 8] : at < 8 ? [at + 1, 8] : at === 8 ? [8, 7] : [8, 14 - at];
    set(row, column, bit);
    if (at < 8) set(8, size - 1 - at, bit);
    else set(size - 15 + at, 8, bit);
  });
  set(size - 8, 8, true);
  if (version >= 7)
    versionBits(version).forEach((bit, at) => {
      const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
      set(a, b, bit);
      set(b, a, bit);
    });
  const bits = words.flatMap((word) => Array.from({ length: 8 }, (_, at) => ((word >> (7 - at)) & 1) === 1));
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1)
      for (const column of [right, right - 1]) {
        const row = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (taken[row]?.[column] !== false) continue;
        const line = dark[row];
        if (line !== undefined) line[column] = (bits[next] ?? false) !== (MASKS[mask]?.(row, column) ?? false);
        next += 1;
      }
  }
  return dark;
}

/** Level M is 00; lowest bit first. */
function formatBits(mask: number): boolean[] {
  let left = mask;
  for (let at = 0; at < 10; at += 1) left = (left << 1) ^ ((left >> 9) * 0x537);
  const bits = ((mask << 10) | left) ^ 0x5412;
  return Array.from({ length: 15 }, (_, at) => ((bits >> at) & 1) === 1);
}

function versionBits(version: number): boolean[] {
  let left = version;
  for (let at = 0; at < 12; at += 1) left = (left << 1) ^ ((left >> 11) * 0x1f25);
  const bits = (version << 12) | left;
  return Array.from({ length: 18 }, (_, at) => ((bits >> at) & 1) === 1);
}

/** How hard the eye of a camera finds it: runs, blocks, what looks like a corner mark, and an uneven balance. */
function penalty(squares: Squares): number {
  const size = squares.length;
  const columns = squares.map((_, at) => squares.map((row) => row[at] ?? false));
  let points = 0;
  for (const line of [...squares, ...columns]) {
    const told = line.map((dark) => (dark ? "1" : "0")).join("");
    for (const run of told.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2;
    for (const looks of ["00001011101", "10111010000"])
      for (let at = told.indexOf(looks); at >= 0; at = told.indexOf(looks, at + 1)) points += 40;
  }
  for (let r = 0; r < size - 1; r += 1)
    for (let c = 0; c < size - 1; c += 1) {
      const four = [squares[r]?.[c], squares[r]?.[c + 1], squares[r + 1]?.[c], squares[r + 1]?.[c + 1]];
      if (four.every((dark) => dark === four[0])) points += 3;
    }
  const share = squares.flat().filter(Boolean).length / (size * size);
  return points + Math.floor(Math.abs(share * 20 - 10)) * 10;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
