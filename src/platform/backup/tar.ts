// The archive format of POSIX.1-1988 (ustar), as every tar reads it; sizes from 8 GiB on as GNU tar writes them.

const block = 512

/** An entry as it is read: its content must be read to its end before the next. */
export interface TarEntry {
  readonly name: string
  readonly size: number
  readonly content: AsyncGenerator<Buffer>
}

/** Says that an archive ends too early or is none. */
export class TarBroken extends Error {
  override readonly name = 'TarBroken'
}

/** The bytes of an entry of known size; throws RangeError where the content is not of that size. */
export async function* tarEntry(
  { name, size, modifiedAt }: { name: string; size: number; modifiedAt: Date },
  content: Iterable<Buffer> | AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  yield headerOf(name, size, modifiedAt)
  let written = 0
  for await (const chunk of content) {
    written += chunk.length
    yield chunk
  }
  if (written !== size) throw new RangeError(`${name} has ${written} bytes and not ${size}`)
  const odd = size % block
  if (odd > 0) yield Buffer.alloc(block - odd)
}

/** What stands at the end of an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * block)

function headerOf(name: string, size: number, modifiedAt: Date): Buffer {
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(name) > 100) throw new RangeError(`The name ${name} is too long`)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  writeSize(header, size)
  header.write(`${octal(Math.floor(modifiedAt.getTime() / 1000), 11)}\0`, 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${octal(sumOf(header), 6)}\0 `, 148)
  return header
}

const octal = (value: number, length: number): string => value.toString(8).padStart(length, '0')
const sumOf = (header: Buffer): number => header.reduce((sum, byte) => sum + byte, 0)

function writeSize(header: Buffer, size: number): void {
  if (size < 8 ** 11) {
    header.write(`${octal(size, 11)}\0`, 124)
    return
  }
  header.writeUInt8(0x80, 124)
  header.writeBigUInt64BE(BigInt(size), 128)
}

/** Reads the entries of an archive in their order; throws TarBroken where it ends too early or is damaged. */
export async function* readTar(bytes: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = byteSource(bytes)
  for (;;) {
    const header = await source.exactly(block)
    if (header.every((byte) => byte === 0)) return source.pass()
    const size = sizeIn(header)
    const content = source.next(size)
    yield { name: nameIn(header), size, content }
    // whatever was left unread
    for await (const chunk of content) void chunk
    await source.exactly((block - (size % block)) % block)
  }
}

function nameIn(header: Buffer): string {
  const given = Number.parseInt(header.toString('latin1', 148, 156), 8)
  const copy = Buffer.from(header)
  copy.write('        ', 148)
  if (given !== sumOf(copy)) throw new TarBroken('it is no archive, or it is damaged')
  const name = header.subarray(0, 100)
  const end = name.indexOf(0)
  return name.toString('utf8', 0, end < 0 ? 100 : end)
}

const sizeIn = (header: Buffer): number =>
  header[124] === 0x80
    ? Number(header.readBigUInt64BE(128))
    : Number.parseInt(header.toString('latin1', 124, 135), 8)

function byteSource(bytes: AsyncIterable<Buffer>) {
  const iterator = bytes[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const take = async (most: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const { value, done } = await iterator.next()
      if (done) throw new TarBroken('it ends too early')
      rest = value
    }
    const taken = rest.subarray(0, most)
    rest = rest.subarray(taken.length)
    return taken
  }
  async function* next(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      const chunk = await take(left)
      left -= chunk.length
      yield chunk
    }
  }
  const exactly = async (size: number): Promise<Buffer> => {
    const chunks: Buffer[] = []
    for await (const chunk of next(size)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  // what wraps the archive may have a sum at its end, which is checked only when it is read
  const pass = async (): Promise<void> => {
    while (!(await iterator.next()).done);
  }
  return { exactly, next, pass }
}
