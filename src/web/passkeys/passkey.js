// Fills in forms with a passkey; library and words for what went wrong stand here, nothing is sent elsewhere.

const { browserSupportsWebAuthn, startAuthentication, startRegistration } =
  globalThis.SimpleWebAuthnBrowser

const failed = 'The passkey was not used. Try again, or go another way.'
const known = 'There is a passkey of yours on this device already.'

const begin = (form) => {
  const told = form.querySelector('[role=alert]')
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    told.textContent = ''
    fill(form).catch((error) => {
      told.textContent = error.isForPeople ? error.message : wordsOf(error)
    })
  })
}

const wordsOf = ({ name, code }) =>
  name === 'InvalidStateError' || code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
    ? known
    : failed

const fill = async (form) => {
  const answer = await fetch(form.dataset.passkey, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    headers: { accept: 'application/json' },
  })
  const { options, message } = await answer.json()
  if (message) throw Object.assign(new Error(message), { isForPeople: true })
  const start = 'user' in options ? startRegistration : startAuthentication
  form.elements.response.value = JSON.stringify(await start({ optionsJSON: options }))
  // asks nothing again: the listener hears of buttons only
  form.submit()
}

if (browserSupportsWebAuthn())
  for (const form of document.querySelectorAll('form[data-passkey]')) begin(form)
