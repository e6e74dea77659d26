// Shows who is found while somebody is still typing; without this the button does.
const form = document.getElementById('find')
const shown = document.getElementById('found')
const told = document.getElementById('found-told')
const fewest = 3
const pause = 300
let timer
let running = new AbortController()

const find = async () => {
  running.abort()
  running = new AbortController()
  const body = new URLSearchParams(new FormData(form))
  if (body.get('Text').trim().length < fewest) return
  try {
    const answer = await fetch(form.action, { method: 'POST', body, signal: running.signal })
    if (!answer.ok || answer.redirected) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const found = page.getElementById('found')
    if (!found || running.signal.aborted) return
    shown.replaceChildren(...found.childNodes)
    told.textContent = found.dataset.told
  } catch {
    // the button finds as well, and says what is wrong
  }
}

const findSoon = () => {
  clearTimeout(timer)
  timer = setTimeout(find, pause)
}

form.addEventListener('input', findSoon)
form.addEventListener('submit', () => {
  clearTimeout(timer)
  running.abort()
})

// whoever types at once may have done so before this was loaded
const { value, defaultValue } = form.elements.Text
if (value !== defaultValue) findSoon()
