// Google's own clients against `compute-filter serve`, and against a handler over a store that fails in part:
// @google-cloud/compute, @googleapis/compute, and gcloud where it is installed. `npm run test:clients` installs the
// first two into this folder.
import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual, promisify } from 'node:util'
import { ImagesClient } from '@google-cloud/compute'
import { compute_v1 } from '@googleapis/compute'
import { createNodeListener } from '../../dist/node.js'
import { createHandler } from '../../dist/server.js'
import { rightFilters, wrongFilters } from './gcloud-filters.mjs'
import { images } from './images.mjs'

const root = resolve(import.meta.dirname, '../..')
const workplace = mkdtempSync(join(tmpdir(), 'compute-filter-clients-'))
const project = 'my-project'
const write = (project, images) =>
  writeFileSync(join(workplace, `${project}.ndjson`), images.map((image) => `${JSON.stringify(image)}\n`).join(''))
write(project, images)
// One of the projects that gcloud asks for when it lists the standard images.
const standard = ['standard-1', 'standard-2'].map((name, at) => ({ ...images[1], id: String(at + 1), name }))
write('debian-cloud', standard)

const server = spawn(process.execPath, [join(root, 'dist/cli.js'), 'serve', workplace, '--port', '0', '--no-log'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [address] = await once(createInterface({ input: server.stdout }), 'line')
const { port } = new URL(address)

/** The names that a list should have. */
const expected = (matches, order = (a, b) => (a.name < b.name ? -1 : 1)) =>
  images
    .filter(matches)
    .toSorted(order)
    .map(({ name }) => name)
const newestFirst = (a, b) =>
  a.creationTimestamp === b.creationTimestamp
    ? a.name < b.name
      ? -1
      : 1
    : a.creationTimestamp > b.creationTimestamp
      ? -1
      : 1
const newestOf = (family) =>
  images.filter((image) => image.family === family && image.deprecated === undefined).toSorted(newestFirst)[0].name
const isLargeDebian = ({ name, diskSizeGb }) => name.startsWith('debian') && Number(diskSizeGb) > 50

let passed = 0
let failed = 0
async function check(name, run) {
  try {
    await run()
    passed++
    console.log(`ok      ${name}`)
  } catch (error) {
    failed++
    console.log(`FAILED  ${name}\n${String(error.stack ?? error).replace(/^/gm, '        ')}`)
  }
}
function same(found, wanted) {
  if (isDeepStrictEqual(found, wanted)) return
  throw new Error(`found ${JSON.stringify(found).slice(0, 500)}\nnot   ${JSON.stringify(wanted).slice(0, 500)}`)
}
async function failureOf(run) {
  try {
    await run()
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}

// A zone of this store cannot be reached.
const partly = createServer(
  createNodeListener(
    createHandler({
      source: {
        open: () => ({
          *scan({ reportUnreachable }) {
            reportUnreachable({ key: 'zone', value: 'us-east1-b' })
            yield* images.slice(0, 3)
          },
        }),
      },
      onError: () => undefined,
    }),
  ),
)
await once(partly.listen(0, '127.0.0.1'), 'listening')
const partlyPort = partly.address().port
const unreachable = 'The following could not be reached: zone us-east1-b.'

/** The common interface of the clients. `list` returns all names, from all pages. */
async function checkClient(client, { list, rejected, get, getFromFamily, listPartly, unavailable }) {
  await check(`${client}: AIP-160`, async () => {
    same(await list({ filter: 'name = debian-* AND diskSizeGb > 50' }), expected(isLargeDebian))
  })
  await check(`${client}: regular expressions`, async () => {
    same(
      await list({ filter: 'name eq debian-.*[05]' }),
      expected(({ name }) => /^debian-.*[05]$/.test(name)),
    )
  })
  await check(`${client}: everything, over three pages of 500`, async () =>
    same(
      await list({}),
      expected(() => true),
    ),
  )
  await check(`${client}: seventy at a time`, async () => {
    same(
      await list({ filter: 'labels.env = prod', maxResults: 70 }),
      expected(({ labels }) => labels?.env === 'prod'),
    )
  })
  await check(`${client}: newest first`, async () => {
    same(
      await list({ orderBy: 'creationTimestamp desc', maxResults: 100 }),
      expected(() => true, newestFirst),
    )
  })
  await check(`${client}: partial success of all`, async () => {
    same(await list({ filter: 'name = debian-0000', returnPartialSuccess: true }), ['debian-0000'])
  })
  await check(`${client}: partial success of a part, with its warning`, async () => {
    const { items, warning } = await listPartly({ returnPartialSuccess: true })
    same(items.length, 3)
    same([warning.code, warning.message], ['UNREACHABLE', unreachable])
    same(
      warning.data.map(({ key, value }) => ({ key, value })),
      [{ key: 'zone', value: 'us-east1-b' }],
    )
  })
  await check(`${client}: a part without partial success is an error`, async () => {
    const error = await failureOf(() => listPartly({ returnPartialSuccess: false }))
    same([Number(error.code), error.message], [unavailable, unreachable])
  })
  await check(`${client}: spaces, plus signs and percent signs arrive as they are`, async () => {
    same(await list({ filter: 'name eq "debian-0{2}[0-9]+  |x+y%20z"' }), [])
    same(
      await list({ filter: 'description != "a+b %2B &c=d"', maxResults: 500 }),
      expected(() => true),
    )
  })
  await check(`${client}: the error of a rejected filter has the API's text`, async () => {
    const message = await rejected({ filter: 'nme = debian' })
    if (!message.includes("Invalid value for field 'filter': 'nme = debian'. Invalid list filter expression.")) {
      throw new Error(message)
    }
  })
  await check(`${client}: mixed dialects are rejected`, async () => {
    const message = await rejected({ filter: 'name eq a AND family = b' })
    if (!message.includes('Invalid list filter expression.')) throw new Error(message)
  })
  await check(`${client}: one image`, async () => same(await get('debian-0000'), 'debian-0000'))
  await check(`${client}: one image by its id`, async () => same(await get('1000'), 'debian-0000'))
  await check(`${client}: the newest of a family`, async () => {
    same(await getFromFamily('debian-12'), newestOf('debian-12'))
    const error = await failureOf(() => getFromFamily('nothing'))
    if (!/global\/images\/family\/nothing' was not found/.test(String(error))) throw error
  })
  await check(`${client}: no such image`, async () => {
    const error = await failureOf(() => get('nothing'))
    if (!/The resource 'projects\/my-project\/global\/images\/nothing' was not found/.test(String(error))) throw error
  })
}

const headers = new Headers()
const auth = {
  getClient: async () => auth,
  getRequestHeaders: async () => headers,
  getUniverseDomain: async () => 'googleapis.com',
  fetch: (url, init) => fetch(url, init),
}
const imagesClient = (port) =>
  new ImagesClient({ protocol: 'http', apiEndpoint: '127.0.0.1', port: Number(port), auth, fallback: true })
const grpc = imagesClient(port)
const grpcPartly = imagesClient(partlyPort)
await checkClient('@google-cloud/compute', {
  async list(request) {
    const names = []
    for await (const { name } of grpc.listAsync({ project, ...request })) names.push(name)
    return names
  },
  rejected: async (request) => (await failureOf(() => grpc.list({ project, ...request }))).message,
  get: async (image) => (await grpc.get({ project, image }))[0].name,
  getFromFamily: async (family) => (await grpc.getFromFamily({ project, family }))[0].name,
  async listPartly(request) {
    // Otherwise it would retry for a minute.
    const once = { autoPaginate: false, retry: { retryCodes: [] } }
    const [, , { items, warning }] = await grpcPartly.list({ project, ...request }, once)
    return { items, warning }
  },
  // The gRPC code for 503.
  unavailable: 14,
})

const computeClient = (rootUrl) => new compute_v1.Compute({ rootUrl, auth: undefined, retry: false })
const rest = computeClient(`${address}/`)
const restPartly = computeClient(`http://127.0.0.1:${partlyPort}/`)
await checkClient('@googleapis/compute', {
  async list(request) {
    const names = []
    let pageToken
    do {
      const { data } = await rest.images.list({ project, ...request, pageToken })
      names.push(...(data.items ?? []).map(({ name }) => name))
      pageToken = data.nextPageToken
    } while (pageToken)
    return names
  },
  rejected: async (request) => (await failureOf(() => rest.images.list({ project, ...request }))).message,
  get: async (image) => (await rest.images.get({ project, image })).data.name,
  getFromFamily: async (family) => (await rest.images.getFromFamily({ project, family })).data.name,
  listPartly: async (request) => (await restPartly.images.list({ project, ...request })).data,
  unavailable: 503,
})

const hasGcloud = spawnSync('gcloud', ['--version'], { stdio: 'ignore' }).status === 0
if (hasGcloud) {
  const options = {
    encoding: 'utf8',
    env: {
      ...process.env,
      CLOUDSDK_API_ENDPOINT_OVERRIDES_COMPUTE: `${address}/compute/v1/`,
      CLOUDSDK_AUTH_DISABLE_CREDENTIALS: 'true',
      CLOUDSDK_CONFIG: join(workplace, 'gcloud'),
    },
  }
  const commandOf = (args) => ['compute', 'images', ...args, '--project', project, '--quiet']
  const run = (...args) => spawnSync('gcloud', commandOf(args), { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const gcloud = (...args) => {
    const { status, stdout, stderr } = run(...args)
    if (status !== 0) throw Object.assign(new Error(stderr), { stderr })
    return stdout
  }
  // Otherwise it hides those that are deprecated.
  const ofNames = ['--show-deprecated', '--format', 'value(name)', '--sort-by', 'name']
  const linesOf = (text) => text.split('\n').filter((line) => line !== '')
  const list = (...args) => linesOf(gcloud('list', '--no-standard-images', ...ofNames, ...args))
  await check('gcloud: everything, over several pages', () =>
    same(
      list(),
      expected(() => true),
    ),
  )
  await check('gcloud: a filter, which it partly translates', () => {
    same(list('--filter', 'name=debian-0000'), ['debian-0000'])
    same(list('--filter', 'family:debian* AND diskSizeGb>50'), expected(isLargeDebian))
  })
  await check('gcloud: a regular expression, which it sends as one', () => {
    same(
      list('--filter', 'name ~ ^debian-.*0$'),
      expected(({ name }) => /^debian-.*0$/.test(name)),
    )
  })
  await check("gcloud: the warning about a rejected filter has the API's text", () => {
    const { stdout, stderr } = run('list', '--no-standard-images', '--filter', 'nme = debian')
    same(stdout.trim(), '')
    if (!/Invalid value for field 'filter': 'nme eq .*'\. Invalid list filter expression\./.test(stderr)) {
      throw new Error(stderr)
    }
  })
  // It sends no orderBy and no returnPartialSuccess: it sorts what it has read, and a list that failed is a warning.
  await check('gcloud: newest first, which it sorts itself', () => {
    const newest = list('--sort-by', '~creationTimestamp,name', '--limit', '3')
    same(newest, expected(() => true, newestFirst).slice(0, 3))
  })
  await check('gcloud: describe, and what there is not', async () => {
    same(JSON.parse(gcloud('describe', 'debian-0000', '--format', 'json')), images[0])
    same(JSON.parse(gcloud('describe', '1000', '--format', 'json')), images[0])
    const error = await failureOf(async () => gcloud('describe', 'nothing'))
    if (!/global\/images\/nothing' was not found/.test(error.stderr)) throw error
  })
  await check('gcloud: describe-from-family, and what there is not', async () => {
    same(JSON.parse(gcloud('describe-from-family', 'debian-12', '--format', 'json')).name, newestOf('debian-12'))
    const error = await failureOf(async () => gcloud('describe-from-family', 'nothing'))
    if (!/global\/images\/family\/nothing' was not found/.test(error.stderr)) throw error
  })
  const withStandard = [...standard, ...images].map(({ name }) => name).sort()
  await check('gcloud: the standard images, too, in a batch', () => {
    const { status, stdout, stderr } = run('list', ...ofNames)
    same([status, linesOf(stdout)], [0, withStandard])
    // The other projects are not served.
    if (!/The resource 'projects\/ubuntu-os-cloud' was not found/.test(stderr)) throw new Error(stderr)
  })
  await check('gcloud: the standard images with filters', () => {
    for (const filter of ['name~^standard', 'name:standard AND status=READY', 'name=standard-1 OR name=standard-2']) {
      same(linesOf(gcloud('list', ...ofNames, '--filter', filter)), ['standard-1', 'standard-2'])
    }
  })
  // Several at once, since gcloud takes a second to start.
  const rows = [...rightFilters.map((row) => [...row, true]), ...wrongFilters.map((row) => [...row, false])]
  const checkRows = async () => {
    for (let row = rows.shift(); row !== undefined; row = rows.shift()) {
      const [filter, matches, isRight] = row
      await check(`gcloud: --filter='${filter}'${isRight ? '' : ' lists nothing'}`, async () => {
        const args = ['list', '--no-standard-images', ...ofNames, `--filter=${filter}`]
        const { stdout } = await promisify(execFile)('gcloud', commandOf(args), options)
        if (!isRight && expected(matches).length === 0) throw new Error('nothing is what it should list')
        same(linesOf(stdout), isRight ? expected(matches) : [])
      })
    }
  }
  await Promise.all([checkRows(), checkRows(), checkRows()])
} else console.log('gcloud: left out, since it is not installed here')

partly.closeAllConnections()
partly.close()
server.kill()
const [status] = await once(server, 'exit')
await check('the server ends cleanly', () => same(status, 0))
rmSync(workplace, { recursive: true, force: true })
if (process.env.REPORT) writeFileSync(process.env.REPORT, JSON.stringify({ passed, failed }))
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
