/** Child process: at a line on stdin tries to lock a folder (argument), prints whether it got it, and keeps it until stdin ends. */
import { lockFolder } from '../../dist/engine/db/lock.js'

process.stdout.write('waiting\n')
process.stdin.once('data', () => {
  try {
    lockFolder(process.argv[2], () => {})
    process.stdout.write('owner\n')
  } catch (error) {
    process.stdout.write(`${error.name}\n`)
  }
})
