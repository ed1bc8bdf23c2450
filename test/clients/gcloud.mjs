// gcloud, pointed at a server here.
import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const hasGcloud = () => spawnSync('gcloud', ['--version'], { stdio: 'ignore' }).status === 0

/**
 * Runs `gcloud compute` with some arguments.
 *
 * @param address that of the server
 * @param folder an empty one, for what gcloud stores
 */
export function createGcloud(address, folder, project) {
  const env = {
    ...process.env,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_COMPUTE: `${address}/compute/v1/`,
    CLOUDSDK_AUTH_DISABLE_CREDENTIALS: 'true',
    CLOUDSDK_CONFIG: join(folder, 'gcloud'),
  }
  const run = (...args) =>
    new Promise((resolve) => {
      const command = ['compute', ...args, '--project', project, '--quiet']
      execFile('gcloud', command, { encoding: 'utf8', env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
        resolve({ status: error === null ? 0 : error.code, stdout, stderr }),
      )
    })
  return {
    run,
    /** The output. @throws Error with `stderr` */
    async read(...args) {
      const { status, stdout, stderr } = await run(...args)
      if (status !== 0) throw Object.assign(new Error(stderr), { stderr })
      return stdout
    },
  }
}

export const linesOf = (text) => text.split('\n').filter((line) => line !== '')

/** Runs a task for each row, three at once, since gcloud takes a second to start. */
export async function forEachRow(rows, task) {
  const waiting = [...rows]
  const work = async () => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) await task(row)
  }
  await Promise.all([work(), work(), work()])
}
