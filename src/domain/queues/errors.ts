import { refusal } from '#kernel/refusal.ts'

export const unknownSavedFilter = refusal('unknownSavedFilter', 'There is no such saved filter')
