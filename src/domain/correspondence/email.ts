import { paragraphsOf, type Correspondence } from './correspondence.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeText = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replaceAll(/[&<>"']/g, (letter) => escapes[letter] ?? '')

/** An e-mail as a whole HTML document: text only, in which nothing can run or be loaded. */
export function renderEmail({ name, subject, body }: Correspondence): string {
  const title = escapeText(subject ?? name)
  const paragraphs = paragraphsOf(body)
    .map((paragraph) => `<p>${escapeText(paragraph).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n')
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
${paragraphs}
</body>
</html>
`
}
