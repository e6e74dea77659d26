import { answeredErrors } from './answered-errors.ts'
import { addressTable, errorTable } from './service-tables.ts'
import { code, list, paragraph, type Chapter } from './document.ts'
import { fetchingToken, preparation, signing } from './shell.ts'

/** How a program says who it is, both ways (contract 3). */
export const signingInChapter = (address: string, domain: string): Chapter => ({
  id: 'signing-in',
  title: 'Signing in',
  blocks: [
    paragraph(
      'An administrator of your organisation makes key pairs. The key says who calls; the secret proves it and is never sent. Every service takes either way of signing in, and the commands on this page share these names:',
    ),
    code('sh', preparation(address)),
  ],
  chapters: [
    {
      id: 'signing-each-call',
      title: 'Signing each call',
      blocks: [
        paragraph(
          '`Key` is the key. `Signature` is the hexadecimal MD5 of what the service signs, `RequestDate` exactly as sent, and the secret, one after the other with nothing between. Without `RequestDate` today’s date in UTC is signed.',
        ),
        code('sh', signing),
      ],
    },
    {
      id: 'using-a-token',
      title: 'Using a token',
      blocks: [
        paragraph(
          'A JWT signed with the secret (HS256) is exchanged for a token that lasts an hour. Send it in the header `Authorization: Bearer …` or in the parameter `access_token`.',
        ),
        code('sh', fetchingToken),
        list(
          '`iss` is the key, `aud` the address of `token`, `iat` the present moment in seconds; `exp` may be left out.',
          'The answer is always JSON with `access_token`, `token_type` and `expires_in`.',
        ),
        addressTable('token', domain),
        errorTable(answeredErrors('token', undefined)),
      ],
    },
  ],
})
