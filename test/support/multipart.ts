const boundary = 'a-line-between'

/** Files of a form: the name, the content and, where a test says so, what it claims to be. */
export type SentFiles = readonly (readonly [
  name: string,
  content: string | Buffer,
  claimed?: string,
])[]

/** The headers of a form that carries files. */
export const multipartHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` }

/** The last line of a form that carries files. */
export const multipartEnd = `--${boundary}--\r\n`

/** A form that carries files, as a browser sends it: the files last. */
export function multipartBody(fields: Readonly<Record<string, string>>, files: SentFiles): Buffer {
  const begin = (more: string) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${more}`)
  const parts = [
    ...Object.entries(fields).map(([name, value]) => [begin(`name="${name}"\r\n\r\n${value}\r\n`)]),
    ...files.map(([name, content, claimed = 'application/octet-stream']) => [
      begin(`name="Files"; filename="${name}"\r\ncontent-type: ${claimed}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
  ]
  return Buffer.concat([...parts.flat(), Buffer.from(multipartEnd)])
}
