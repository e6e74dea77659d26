import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createCase } from '#domain/cases/index.ts'
import { apiStage, assertError, form, type ApiStage } from '#test/api-stage.ts'

// the requests of the contract's examples E4 to E6, byte for byte
let stage: ApiStage
before(async () => {
  stage = await apiStage([createCase])
})
after(() => stage.close())

const isXmlAnswer =
  /^<\?xml version="1\.0" encoding="UTF-8"\?><createcaseresponse><caseid>([0-9]+)<\/caseid><team>CUSTREL<\/team><\/createcaseresponse>$/
const stored = async (caseId: string) =>
  (
    await stage.test.sql(
      `select c.received_on::text as "receivedOn", c.attributes, p.reference, p.surname, p.phone
       from cases c
       left join case_parties r on r.organisation_id = c.organisation_id
         and r.case_id = c.case_id and r.role = 'Customer'
       left join customers p on p.organisation_id = c.organisation_id
         and p.customer_id = r.customer_id
       where c.organisation_id = $1 and c.case_id = $2`,
      [stage.organisationId, caseId],
    )
  )[0]

test('E4: on the older host everything may be in the query, by POST and by GET', async () => {
  const url =
    '/services/demo/createcase?Type=Complaint&Customer.Surname=Bell&RequestMethod=Web&RequestDate=2026-03-14&Key=c41f08a7d92b4e6f8830a51e2&Signature=b769328146680e47c4f8a1913535955c'
  const headers = { host: 'portal.icasework.com' }
  const posted = await stage.send({ method: 'POST', url, headers: { ...headers, ...form } })
  assert.equal(posted.statusCode, 200)
  assert.equal(posted.headers['content-type'], 'text/xml;charset=UTF-8')
  assert.equal(isXmlAnswer.exec(posted.body)?.[1], '700125')
  const got = await stage.send({ method: 'GET', url, headers })
  assert.equal(isXmlAnswer.exec(got.body)?.[1], '700126')
})

const e5 =
  'Key=c41f08a7d92b4e6f8830a51e2&Signature=b769328146680e47c4f8a1913535955c&Type=Complaint&Format=json&db=demo&RequestMethod=Online%20form&ExternalId=EXT-0077&Customer.FirstName=Am%C3%A9lie&Customer.Surname=O%27Dee+%26+Sons&Customer.Phone=&Details=line%201%0D%0Aline%202%20100%25&Colour=teal&Document2.Name=photo.png&Document2.MimeType=image%2Fpng&Document2.URL=http%3A%2F%2Ffiles.example%2Fvault%2F7%3Fid%3D2%26token%3Dt0k&Document2.URLLoadContent=true'
const sendForm = (payload: string) =>
  stage.send({
    method: 'POST',
    url: '/createcase',
    headers: { ...form, host: 'uat.icasework.com' },
    payload,
  })

test('E5: a form, signed for today, with an unknown name and an empty value', async () => {
  const reply = await sendForm(e5)
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.headers['content-type'], 'application/json;charset=UTF-8')
  const { caseid } = (reply.json() as { createcaseresponse: { caseid: string } }).createcaseresponse
  assert.equal(reply.body, `{"createcaseresponse": {"caseid": "${caseid}", "team": "CUSTREL"}}`)
  assert.deepEqual(await stored(caseid), {
    receivedOn: '2026-03-14',
    attributes: { Details: 'line 1\nline 2 100%' },
    reference: null,
    surname: "O'Dee & Sons",
    phone: null,
  })
})

test('E5: without a type, and with an unknown one', async () => {
  assertError(await sendForm(e5.replace('Type=Complaint', 'Type=')), 400, 10002)
  assertError(await sendForm(e5.replace('Type=Complaint', 'Type=NoSuch')), 400, 10003)
})

test('E6: JSON with number, boolean, null and an empty object answers XML', async () => {
  const payload =
    '{"db":"demo","Type":"Complaint","RequestDate":"2026-03-13T23:50:00.000Z","Customer":{},"Customer.Id":"C90017","Customer.Phone":"0113 496 0000","Applicant.Id":42,"Reference":"","Team":null,"Details":"café\\nclosed","Document1.Name":"a.pdf","Document1.MimeType":"application/pdf","Document1.URL":"http://files.example/a.pdf?token=k","Document1.URLLoadContent":true,"Document1.InSummary":true}'
  const send = (token: string) =>
    stage.send({
      method: 'POST',
      url: '/createcase?db=demo',
      headers: {
        host: 'uat.icasework.com',
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
      },
      payload,
    })
  const reply = await send(await stage.token())
  const caseId = isXmlAnswer.exec(reply.body)?.[1]
  assert.ok(caseId, reply.body)
  assert.deepEqual(await stored(caseId), {
    receivedOn: '2026-03-13',
    attributes: { Details: 'café\nclosed' },
    reference: 'C90017',
    surname: 'Bell',
    phone: '0113 496 0000',
  })
  assertError(await send('None'), 403, 10021)
})
