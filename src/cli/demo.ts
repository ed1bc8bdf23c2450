/* v8 ignore file -- the entry of the process; the tests that start the built program run it */
import { fileURLToPath } from 'node:url'
import { showDemo } from './show-demo.ts'

// The project's folder, as seen from the built file: so the commands shown are those that were run.
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await showDemo('samples/images.ndjson', process.stdout)
