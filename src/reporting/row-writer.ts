import type { RowLayout } from './row-layout.ts'

/** Turns the chunks of COPY's text form into a reply, in memory that does not grow with the rows. */
export interface RowWriter {
  /** Takes a chunk; returns what can be sent on, if there is enough of it. */
  write(chunk: Buffer): Buffer | undefined
  /** The end of the reply; throws where the last row is not whole. */
  finish(): Buffer
  rows(): number
}

const worthSending = 64 * 1024
const tab = 9
const lineFeed = 10
const carriageReturn = 13
const quotationMark = 34
const backslash = 92
/** The first byte of U+FFFE and U+FFFF, which XML forbids; most characters that begin with it are allowed. */
const nearLast = 0xef

/** What `b`, `f`, `n`, `r`, `t` and `v` mean after a backslash in COPY's text; any other byte means itself. */
const escaped: ReadonlyMap<number, number> = new Map([
  [98, 8],
  [102, 12],
  [110, lineFeed],
  [114, carriageReturn],
  [116, tab],
  [118, 11],
])

/** The layout as bytes, and where the writer stands. */
interface Pen {
  readonly layout: RowLayout
  readonly opening: Buffer
  readonly betweenRows: Buffer
  readonly betweenTexts: readonly Buffer[]
  readonly replacements: readonly (Buffer | undefined)[]
  readonly isQuoting: Uint8Array
  readonly isPlain: Uint8Array
  out: Buffer
  at: number
  /** How much of the chunk is still to be read: room for it is kept. */
  unread: number
  textStart: number
  rowEnd: number
  /** Just after a line break that was written for a carriage return. */
  afterReturn: number
  column: number
  rows: number
  isQuoted: boolean
  isBetweenRows: boolean
  carried: Buffer
}

const nothing = Buffer.alloc(0)

function takeUp(layout: RowLayout): Pen {
  const isPlain = new Uint8Array(256).fill(1)
  for (const byte of [tab, lineFeed, backslash, ...layout.replacements.keys(), ...layout.quoting])
    isPlain[byte] = 0
  if (layout.isXml) isPlain[nearLast] = 0
  const replaced = Array.from({ length: 256 }, (_, byte) => layout.replacements.get(byte))
  return {
    layout,
    opening: Buffer.from(layout.opening),
    betweenRows: Buffer.from(layout.betweenRows),
    betweenTexts: layout.betweenTexts.map((text) => Buffer.from(text)),
    replacements: replaced.map((text) => (text === undefined ? undefined : Buffer.from(text))),
    isQuoting: Uint8Array.from({ length: 256 }, (_, byte) => Number(layout.quoting.has(byte))),
    isPlain,
    out: Buffer.allocUnsafeSlow(2 * worthSending),
    at: 0,
    unread: 0,
    textStart: 0,
    rowEnd: 0,
    afterReturn: -1,
    column: 0,
    rows: 0,
    isQuoted: false,
    isBetweenRows: true,
    carried: nothing,
  }
}

/** A writer of one reply in the layout. */
export function rowWriter(layout: RowLayout): RowWriter {
  const pen = takeUp(layout)
  return Object.freeze<RowWriter>({
    write(chunk) {
      writeChunk(pen, pen.carried.length > 0 ? Buffer.concat([pen.carried, chunk]) : chunk)
      return pen.rowEnd >= worthSending ? takeRows(pen) : undefined
    },
    finish() {
      if (!pen.isBetweenRows || pen.carried.length > 0) throw new Error('The last row is not whole')
      if (pen.rows === 0) return Buffer.from(layout.whenEmpty)
      return Buffer.concat([pen.out.subarray(0, pen.at), Buffer.from(layout.closing(pen.rows))])
    },
    rows: () => pen.rows,
  })
}

function writeChunk(pen: Pen, chunk: Buffer): void {
  pen.carried = nothing
  pen.unread = chunk.length
  makeRoom(pen, 0)
  let at = 0
  while (at < chunk.length) {
    if (pen.isBetweenRows) beginRow(pen)
    at = writePlain(pen, chunk, at)
    pen.unread = chunk.length - at
    if (at < chunk.length) at = writeSpecial(pen, chunk, at)
  }
}

function writePlain(pen: Pen, chunk: Buffer, start: number): number {
  const { out, isPlain } = pen
  const end = chunk.length
  const shift = pen.at - start
  let at = start
  for (; at < end; at += 1) {
    const byte = chunk[at] as number
    if (isPlain[byte] === 0) break
    out[at + shift] = byte
  }
  pen.at = at + shift
  return at
}

/** Writes what the byte there means, and returns where to go on: at the end, with the rest carried, if it takes more to tell. */
function writeSpecial(pen: Pen, chunk: Buffer, at: number): number {
  const byte = chunk[at] as number
  if (byte === tab) return endText(pen, at)
  if (byte === lineFeed) return endRow(pen, at)
  if (byte === backslash) return writeEscaped(pen, chunk, at)
  if (byte === nearLast && pen.layout.isXml) return writeNearLast(pen, chunk, at)
  writeByte(pen, byte)
  return at + 1
}

function beginRow(pen: Pen): void {
  put(pen, pen.rows === 0 ? pen.opening : pen.betweenRows)
  pen.textStart = pen.at
  pen.isBetweenRows = false
}

function endText(pen: Pen, at: number): number {
  quote(pen)
  put(pen, pen.betweenTexts[pen.column] ?? nothing)
  pen.column += 1
  pen.textStart = pen.at
  return at + 1
}

function endRow(pen: Pen, at: number): number {
  // a line with nothing on it is no row to many readers of CSV
  const isBlank = pen.column === 0 && pen.at === pen.textStart
  if (isBlank && pen.layout.quoting.size > 0) pen.isQuoted = true
  quote(pen)
  pen.rowEnd = pen.at
  pen.rows += 1
  pen.column = 0
  pen.isBetweenRows = true
  return at + 1
}

function quote(pen: Pen): void {
  if (!pen.isQuoted) return
  makeRoom(pen, 2)
  pen.out.copyWithin(pen.textStart + 1, pen.textStart, pen.at)
  pen.out[pen.textStart] = quotationMark
  pen.out[pen.at + 1] = quotationMark
  pen.at += 2
  pen.isQuoted = false
}

function carry(pen: Pen, chunk: Buffer, at: number): number {
  pen.carried = Buffer.from(chunk.subarray(at))
  return chunk.length
}

function writeEscaped(pen: Pen, chunk: Buffer, at: number): number {
  const next = chunk[at + 1]
  if (next === undefined) return carry(pen, chunk, at)
  const meant = escaped.get(next) ?? next
  if (pen.layout.isXml && (meant === carriageReturn || meant === lineFeed)) breakLine(pen, meant)
  else writeByte(pen, meant)
  return at + 2
}

/** Line breaks of every kind become LF (contract 4.2). */
function breakLine(pen: Pen, meant: number): void {
  if (meant === lineFeed && pen.afterReturn === pen.at) {
    pen.afterReturn = -1
    return
  }
  writeByte(pen, lineFeed)
  if (meant === carriageReturn) pen.afterReturn = pen.at
}

function writeNearLast(pen: Pen, chunk: Buffer, at: number): number {
  if (at + 2 >= chunk.length) return carry(pen, chunk, at)
  const isForbidden = chunk[at + 1] === 0xbf && (chunk[at + 2] as number) >= 0xbe
  pen.afterReturn = -1
  if (isForbidden) return at + 3
  pen.out[pen.at] = nearLast
  pen.at += 1
  return at + 1
}

function writeByte(pen: Pen, byte: number): void {
  pen.afterReturn = -1
  if (pen.isQuoting[byte] === 1) pen.isQuoted = true
  const replacement = pen.replacements[byte]
  if (replacement) put(pen, replacement)
  else pen.out[pen.at++] = byte
}

function put(pen: Pen, piece: Buffer): void {
  makeRoom(pen, piece.length)
  const { out, at } = pen
  // a call costs more than a few bytes do
  if (piece.length > 8) out.set(piece, at)
  else for (let i = 0; i < piece.length; i += 1) out[at + i] = piece[i] as number
  pen.at = at + piece.length
}

/** Room for so many bytes and for everything still unread: bytes that stand for themselves need not ask. */
function makeRoom(pen: Pen, bytes: number): void {
  const needed = pen.at + bytes + pen.unread
  if (needed <= pen.out.length) return
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * pen.out.length))
  pen.out.copy(larger, 0, 0, pen.at)
  pen.out = larger
}

/** Hands out the whole rows, and keeps the one that is not. */
function takeRows(pen: Pen): Buffer {
  const { out, rowEnd } = pen
  pen.out = Buffer.allocUnsafeSlow(Math.max(2 * worthSending, pen.at - rowEnd))
  out.copy(pen.out, 0, rowEnd, pen.at)
  pen.at -= rowEnd
  pen.textStart -= rowEnd
  pen.afterReturn -= rowEnd
  pen.rowEnd = 0
  return out.subarray(0, rowEnd)
}
