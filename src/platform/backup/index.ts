export { BackupRefused, type BackupManifest } from './format.ts'
export { exportKey, importKey, replaceKey } from './key-file.ts'
export { makeBackup } from './make-backup.ts'
export { restoreBackup } from './restore-backup.ts'
