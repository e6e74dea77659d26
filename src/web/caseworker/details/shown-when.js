// Fields and sections that wait for an answer are shown and hidden while the form is filled in. What is hidden is
// not sent; whoever has no scripts sees all, and the server leaves out what the answers hide.
const waiting = [...document.querySelectorAll('[data-shown-when]')]

const rootOf = (element) => element.closest('form') ?? document

const answerIn = (element) => {
  const name = CSS.escape(element.dataset.shownWhen)
  const controls = [...rootOf(element).querySelectorAll(`[name="${name}"]`)]
  const filled = controls.find(
    ({ type, checked, disabled }) => !disabled && (type === 'radio' ? checked : true),
  )
  return filled ? filled.value.trim() : ''
}

const isShown = (element) => {
  const answer = answerIn(element).toLowerCase()
  const values = element.dataset.shownValues
  if (values === undefined) return answer !== ''
  return JSON.parse(values).some((value) => value.trim().toLowerCase() === answer)
}

const settle = () => {
  // an answer that is hidden hides what waits for it: as often as one can wait for another
  for (let left = waiting.length; left >= 0; left -= 1) {
    for (const element of waiting) element.hidden = !isShown(element)
    for (const element of waiting)
      for (const control of element.querySelectorAll('input, select, textarea'))
        control.disabled = control.closest('[data-shown-when][hidden]') !== null
  }
}

if (waiting.length > 0) {
  document.addEventListener('input', settle)
  document.addEventListener('change', settle)
  settle()
}
