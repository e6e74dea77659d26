// Warns before a session ends for want of use, keeps it open where that is wished, and leaves what is typed alone.

const dialog = document.getElementById('session-warning')
const form = dialog.querySelector('form[action]')
const button = form.querySelector('button')
const heading = dialog.querySelector('h2')
const text = dialog.querySelector('[role=status]')
const tabs = new BroadcastChannel('casewright-session')

const firstWarning = 5 * 60_000
const secondWarning = 60_000

let endsAt = 0
let isLast = false
// how many milliseconds before the end the next warning is due
let warnsAt = firstWarning

// the session was used just now, here or in another tab
const begin = ({ idleSeconds, lastSeconds }) => {
  isLast = lastSeconds <= idleSeconds
  endsAt = Date.now() + Math.min(idleSeconds, lastSeconds) * 1000
  warnsAt = firstWarning
  button.hidden = isLast
  heading.textContent = 'You are about to be signed out'
  dialog.close()
}

const look = () => {
  const left = endsAt - Date.now()
  if (dialog.open && left > 0) say(howLong(left))
  if (left > warnsAt) return
  if (left > 0) say(howLong(left))
  else end()
  // somebody who has closed it is told once more, a minute before, and at the end
  if (left > secondWarning) warnsAt = secondWarning
  else warnsAt = left > 0 ? 0 : -Infinity
  if (!dialog.open) dialog.showModal()
}

const say = (words) => {
  if (text.textContent !== words) text.textContent = words
}

const howLong = (left) => {
  const minutes = Math.ceil(left / 60_000)
  const when = `in ${minutes} minute${minutes === 1 ? '' : 's'}`
  return isLast
    ? `You will be signed out ${when}, twelve hours after you signed in. What you typed is kept while you sign in again.`
    : `You will be signed out ${when}, because nothing was sent for a while.`
}

const end = () => {
  heading.textContent = 'You have been signed out'
  button.hidden = true
  warnsAt = -Infinity
  say(
    'What you typed is still there. Close this and send the form: you are asked to sign in, and what you typed is kept.',
  )
}

const stay = async () => {
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { accept: 'application/json' },
    })
    if (!answer.ok) return end()
    const session = await answer.json()
    begin(session)
    tabs.postMessage(session)
  } catch {
    say('The server could not be reached. Try again.')
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void stay()
})
tabs.addEventListener('message', ({ data }) => begin(data))

const { idleSeconds, lastSeconds } = dialog.dataset
const session = { idleSeconds: Number(idleSeconds), lastSeconds: Number(lastSeconds) }
begin(session)
tabs.postMessage(session)
setInterval(look, 1000)
