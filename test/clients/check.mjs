// Google's own clients against `compute-filter serve`: @google-cloud/compute, @googleapis/compute, and gcloud where it is
// installed; the requests of others; and what a server answers, served again. `npm run test:clients` installs the first two
// into this folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check, counts, same, serve } from './checks.mjs'
import { serveEstate } from './estate-server.mjs'
import { checkGcloudImages } from './gcloud-images.mjs'
import { checkGcloudLists } from './gcloud-lists.mjs'
import { hasGcloud } from './gcloud.mjs'
import { checkImages } from './image-clients.mjs'
import { images, standard } from './images.mjs'
import { checkListClients } from './list-clients.mjs'
import { checkRequests } from './requests.mjs'
import { checkRestLists } from './rest-lists.mjs'
import { checkRoundTrips } from './round-trip.mjs'

const workplace = mkdtempSync(join(tmpdir(), 'compute-filter-clients-'))
const isWithGcloud = hasGcloud()
if (!isWithGcloud) console.log('gcloud: left out, since it is not installed here')

const ofImages = join(workplace, 'images')
mkdirSync(ofImages)
for (const [project, resources] of Object.entries({ 'my-project': images, 'debian-cloud': standard })) {
  writeFileSync(join(ofImages, `${project}.ndjson`), resources.map((one) => `${JSON.stringify(one)}\n`).join(''))
}
const imageServer = await serve(ofImages)
await checkImages(imageServer)
if (isWithGcloud) await checkGcloudImages(imageServer.address, workplace)
await check('the server of images ends cleanly', async () => same(await imageServer.stop(), 0))

await checkListClients(join(workplace, 'fixtures'))

const server = await serveEstate(join(workplace, 'estate'))
await checkRestLists(server.address)
await checkRequests(server.address)
await checkRoundTrips(server.address, join(workplace, 'round-trip'), isWithGcloud)
if (isWithGcloud) await checkGcloudLists(server.address, workplace)
await check('the server of the estate ends cleanly', async () => same(await server.stop(), 0))

rmSync(workplace, { recursive: true, force: true })
const { passed, failed } = counts
if (process.env.REPORT) writeFileSync(process.env.REPORT, JSON.stringify({ passed, failed }))
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
