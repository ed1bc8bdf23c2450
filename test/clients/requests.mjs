// The recorded requests, and those of pages and batches, sent to a server of the estate.
import { check, same } from './checks.mjs'
import { inCollection, linkTo } from './estate.mjs'
import { failures, go, inZone, links, linksIn, posts, project, reads } from './recorded-requests.mjs'

const messageIn = ({ error }) => error?.message

/** @param address of a server of the estate */
export async function checkRequests(address) {
  const base = `${address}/compute/v1/projects/${project}`
  const urlOf = (path) => `${base}${path.startsWith('?') ? '' : '/'}${path}`
  async function ask(path, options, wantedStatus = 200) {
    const response = await fetch(urlOf(path), options)
    const body = await response.json()
    same([response.status, messageIn(body)], [wantedStatus, wantedStatus === 200 ? undefined : messageIn(body)])
    return body
  }
  const unsorted = (list) =>
    Array.isArray(list) && list.every((one) => typeof one === 'string') ? list.toSorted() : list

  for (const [title, path, read, wanted] of reads) {
    await check(`requests: ${title}`, async () => same(unsorted(read(await ask(path))), unsorted(wanted)))
  }
  for (const [title, method, path, status, message] of failures) {
    await check(`requests: ${title}`, async () => same(messageIn(await ask(path, { method }, status)), message))
  }
  for (const [path, body, read, wanted] of posts) {
    await check(`requests: POST ${path} with the body ${body === '' ? 'of nothing' : body}`, async () =>
      same(read(await ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } })), wanted),
    )
  }

  async function readPages(path) {
    const found = []
    for (let pageToken = ''; pageToken !== undefined;) {
      const page = await ask(`${path}&pageToken=${encodeURIComponent(pageToken)}`)
      found.push(linksIn(page))
      pageToken = page.nextPageToken
    }
    return found
  }
  await check('requests: Prometheus: pages of a zone', async () => {
    const pages = await readPages(`zones/us-east1-b/instances?${go}&maxResults=3&filter=status+%21%3D+STOPPING`)
    const wanted = links('instances', (one) => inZone('us-east1-b')(one) && one.status !== 'STOPPING').sort()
    same([pages.flat(), pages.map(({ length }) => length)], [wanted, [3, 3]])
  })
  await check('requests: Ansible: pages of all zones, one instance each', async () => {
    const pages = await readPages('aggregated/instances?maxResults=1')
    same(pages.flat().toSorted(), links('instances', () => true).sort())
  })
  await check('requests: a page token of another zone', async () => {
    const { nextPageToken } = await ask('zones/us-east1-b/instances?maxResults=1')
    const { error } = await ask(`zones/us-east1-c/instances?maxResults=1&pageToken=${nextPageToken}`, {}, 400)
    same([error.code, error.message.startsWith("Invalid value for field 'pageToken'")], [400, true])
  })
  await check('requests: a batch as gcloud sends it', () => checkBatch(address))
}

async function checkBatch(address) {
  const paths = [
    'my-project/zones/us-east1-b/instances',
    'my-project/zones/us-east1-c/instances',
    'nothing/global/images',
  ]
  const part = (path, at) =>
    `--===1==\r\nContent-Type: application/http\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <abc+${at}>\r\n\r\nGET /compute/v1/projects/${path}?alt=json&maxResults=500 HTTP/1.1\r\nContent-Type: application/json\r\naccept: application/json\r\nHost: 127.0.0.1\r\n\r\n\r\n`
  const response = await fetch(`${address}/batch/compute/v1`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/mixed; boundary="===1=="' },
    body: `${paths.map(part).join('')}--===1==--`,
  })
  const text = await response.text()
  same(response.status, 200)
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status)
  const ids = [...text.matchAll(/^content-id: *<?([^>\r\n]+)/gim)].map(([, id]) => id)
  same(
    [statuses, ids],
    [
      ['200', '200', '404'],
      ['response-abc+0', 'response-abc+1', 'response-abc+2'],
    ],
  )
  const named = inCollection('instances').filter(({ zone }) => zone !== linkTo('zones/europe-west1-d'))
  same(
    named.filter(({ selfLink }) => !text.includes(`"${selfLink}"`)),
    [],
  )
}
