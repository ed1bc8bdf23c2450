// Images: gcloud against `compute-filter serve`.
import { check, failureOf, same } from './checks.mjs'
import { createGcloud, forEachRow, linesOf } from './gcloud.mjs'
import { rightFilters, wrongFilters } from './gcloud-filters.mjs'
import { expected, images, isLargeDebian, newestFirst, newestOf, standard } from './images.mjs'

// Otherwise it hides those that are deprecated.
const ofNames = ['--show-deprecated', '--format', 'value(name)', '--sort-by', 'name']
const withStandard = [...standard, ...images].map(({ name }) => name).sort()

/** The checks by their names. `run` and `read` run `gcloud compute images`; `list` returns the names of the project's own. */
const checks = ({ run, read, list }) => ({
  'everything, over several pages': async () =>
    same(
      await list(),
      expected(() => true),
    ),
  'a filter, which it partly translates': async () => {
    same(await list('--filter', 'name=debian-0000'), ['debian-0000'])
    same(await list('--filter', 'family:debian* AND diskSizeGb>50'), expected(isLargeDebian))
  },
  'a regular expression, which it sends as one': async () =>
    same(
      await list('--filter', 'name ~ ^debian-.*0$'),
      expected(({ name }) => /^debian-.*0$/.test(name)),
    ),
  "the warning about a rejected filter has the API's text": async () => {
    const { stdout, stderr } = await run('list', '--no-standard-images', '--filter', 'nme = debian')
    same(stdout.trim(), '')
    if (!/Invalid value for field 'filter': 'nme eq .*'\. Invalid list filter expression\./.test(stderr)) {
      throw new Error(stderr)
    }
  },
  // It sends no orderBy and no returnPartialSuccess: it sorts what it has read, and a list that failed is a warning.
  'newest first, which it sorts itself': async () => {
    const newest = await list('--sort-by', '~creationTimestamp,name', '--limit', '3')
    same(newest, expected(() => true, newestFirst).slice(0, 3))
  },
  'describe, and what there is not': async () => {
    same(JSON.parse(await read('describe', 'debian-0000', '--format', 'json')), images[0])
    same(JSON.parse(await read('describe', '1000', '--format', 'json')), images[0])
    const error = await failureOf(() => read('describe', 'nothing'))
    if (!/global\/images\/nothing' was not found/.test(error.stderr)) throw error
  },
  'describe-from-family, and what there is not': async () => {
    same(JSON.parse(await read('describe-from-family', 'debian-12', '--format', 'json')).name, newestOf('debian-12'))
    const error = await failureOf(() => read('describe-from-family', 'nothing'))
    if (!/global\/images\/family\/nothing' was not found/.test(error.stderr)) throw error
  },
  'the standard images, too, in a batch': async () => {
    const { status, stdout, stderr } = await run('list', ...ofNames)
    same([status, linesOf(stdout)], [0, withStandard])
    // The other projects are not served.
    if (!/The resource 'projects\/ubuntu-os-cloud' was not found/.test(stderr)) throw new Error(stderr)
  },
  'the standard images with filters': async () => {
    for (const filter of ['name~^standard', 'name:standard AND status=READY', 'name=standard-1 OR name=standard-2']) {
      same(linesOf(await read('list', ...ofNames, '--filter', filter)), ['standard-1', 'standard-2'])
    }
  },
  ...Object.fromEntries(
    rightFilters.map(([filter, matches]) => [
      `--filter='${filter}'`,
      async () => same(await list(`--filter=${filter}`), expected(matches)),
    ]),
  ),
  ...Object.fromEntries(
    wrongFilters.map(([filter, matches]) => [
      `--filter='${filter}' lists nothing`,
      async () => {
        if (expected(matches).length === 0) throw new Error('nothing is what it should list')
        same(await list(`--filter=${filter}`), [])
      },
    ]),
  ),
})

/**
 * @param address of a server of the images
 * @param folder an empty one, for what gcloud stores
 */
export async function checkGcloudImages(address, folder) {
  const gcloud = createGcloud(address, folder, 'my-project')
  const read = (...args) => gcloud.read('images', ...args)
  const commands = {
    read,
    run: (...args) => gcloud.run('images', ...args),
    list: async (...args) => linesOf(await read('list', '--no-standard-images', ...ofNames, ...args)),
  }
  await forEachRow(Object.entries(checks(commands)), ([name, run]) => check(`gcloud: ${name}`, run))
}
