// Sends files one by one, so that each shows how far it is and is answered for itself; without this they go together.
const form = document.getElementById('upload')
const list = document.getElementById('upload-files')
const told = document.getElementById('upload-told')
const failed = 'was not added: it could not be sent. Check that you are signed in, then try again.'

const line = ({ name }) => {
  const item = document.createElement('li')
  item.className = 'govuk-body app-entry__text'
  const progress = document.createElement('progress')
  progress.max = 1
  progress.value = 0
  progress.setAttribute('aria-label', name)
  const text = document.createElement('span')
  text.textContent = ` ${name}`
  item.append(progress, text)
  list.append(item)
  return { progress, text, item }
}

const bodyFor = (file) => {
  const body = new FormData()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') body.append(name, value)
  body.append('Files', file)
  return body
}

const send = (file, { progress }) =>
  new Promise((resolve) => {
    const none = { isAdded: false, text: `${file.name} ${failed}` }
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      progress.value = total > 0 ? loaded / total : 0
    })
    request.addEventListener('loadend', () => resolve(request.response?.files?.[0] ?? none))
    request.send(bodyFor(file))
  })

// what was wrong with the form before is wrong no longer
const forgetFaults = () => {
  document.title = document.title.replace(/^Error: /, '')
  document.querySelector('.govuk-error-summary')?.remove()
  form.querySelector('.govuk-form-group--error')?.classList.remove('govuk-form-group--error')
  for (const fault of form.querySelectorAll('.govuk-error-message')) {
    const described = form.querySelector(`[aria-describedby~="${fault.id}"]`)
    const others = described?.getAttribute('aria-describedby').replace(fault.id, '').trim()
    described?.setAttribute('aria-describedby', others)
    fault.remove()
  }
}

const sendAll = async (files) => {
  list.replaceChildren()
  forgetFaults()
  told.textContent = `Adding ${files.length} ${files.length === 1 ? 'document' : 'documents'}`
  const waiting = files.map((file) => ({ file, shown: line(file) }))
  let added = 0
  for (const { file, shown } of waiting) {
    const answer = await send(file, shown)
    if (answer.isAdded) added += 1
    shown.progress.remove()
    shown.text.textContent = answer.text
    if (!answer.isAdded) shown.item.className = 'govuk-error-message app-entry__text'
  }
  told.textContent = `${added} of ${files.length} added. `
  const way = document.createElement('a')
  way.className = 'govuk-link'
  way.href = form.dataset.next
  way.textContent = form.dataset.nextText
  told.append(way)
}

form.addEventListener('submit', (event) => {
  const input = form.querySelector('input[type=file]')
  const files = [...input.files]
  if (files.length === 0) return
  event.preventDefault()
  const button = form.querySelector('button[type=submit]')
  button.disabled = true
  void sendAll(files).finally(() => {
    button.disabled = false
    input.value = ''
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
})
