// The key / leads to the search box, unless somebody is writing or has switched it off (WCAG 2.2, 2.1.4).
const kept = 'casewright-search-key'
const isOn = () => localStorage.getItem(kept) !== 'off'
const isWriting = (target) => target.closest('input, textarea, select, [contenteditable]') !== null

document.addEventListener('keydown', (event) => {
  const box = document.getElementById('search-box')
  if (!box || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (!isOn() || isWriting(event.target)) return
  event.preventDefault()
  box.focus()
})

const choice = document.getElementById('search-key')
if (choice) {
  const field = choice.querySelector('input')
  field.checked = isOn()
  field.addEventListener('change', () => localStorage.setItem(kept, field.checked ? 'on' : 'off'))
  choice.hidden = false
}
