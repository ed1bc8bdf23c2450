import { tellOutcomes } from './page.js'

const worker = new Worker('/start-worker.js', { type: 'module' })
const fromWorker = new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => resolve(data)
  worker.onerror = ({ message }) => reject(new Error(message))
})
globalThis.outcomes = Promise.all([tellOutcomes(), fromWorker]).then(([page, worker]) => ({ page, worker }))
