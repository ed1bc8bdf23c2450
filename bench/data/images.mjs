/*
 * Images as a busy project has them: a few dozen families with many versions each, most of them deprecated, some with
 * labels. The same seed gives the same images on every machine.
 */

/** A small generator of pseudo-random numbers (mulberry32), in [0, 1). */
export function createRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const distributions = [
  'debian',
  'ubuntu',
  'rhel',
  'rocky-linux',
  'sles',
  'cos',
  'windows-server',
  'centos',
  'fedora-coreos',
  'web',
  'api',
  'worker',
  'build-agent',
]
const versions = ['7', '8', '9', '10', '11', '12']
const features = [
  'UEFI_COMPATIBLE',
  'GVNIC',
  'VIRTIO_SCSI_MULTIQUEUE',
  'SEV_CAPABLE',
  'SUSPEND_RESUME_COMPATIBLE',
  'WINDOWS',
]
const environments = ['prod', 'staging', 'dev', 'test']
const owners = ['ana', 'bo', 'chris', '', 'dana']

/**
 * Read from JSON, since concatenated strings are slower to read; one by one, since a million of them exceed the length
 * of a string.
 */
export const generateImages = (count, seed = 1) =>
  createImages(count, seed).map((image) => JSON.parse(JSON.stringify(image)))

function createImages(count, seed) {
  const random = createRandom(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const start = Date.UTC(2018, 0, 1)
  return Array.from({ length: count }, (_, index) => {
    const family = `${pick(distributions)}-${pick(versions)}`
    const created = new Date(start + Math.floor(random() * 8 * 365 * 86_400_000))
    const name = `${family}-v${created.toISOString().slice(0, 10).replaceAll('-', '')}-${index.toString(36)}`
    const image = {
      kind: 'compute#image',
      id: String(1_000_000_000_000_000_000n + BigInt(Math.floor(random() * 2 ** 52)) * 1024n + BigInt(index % 1024)),
      creationTimestamp: created.toISOString().replace('Z', '-08:00'),
      name,
      description: `${family} built on ${created.toISOString().slice(0, 10)}`,
      sourceType: 'RAW',
      status: random() < 0.97 ? 'READY' : pick(['PENDING', 'FAILED', 'DELETING']),
      archiveSizeBytes: String(Math.floor(random() * 20_000_000_000)),
      diskSizeGb: String(pick([1, 10, 10, 10, 20, 50, 100, 200, 500])),
      selfLink: `https://www.googleapis.com/compute/v1/projects/example-project/global/images/${name}`,
      labelFingerprint: '42WmSpB8rSM=',
    }
    if (random() < 0.9) image.family = family
    if (random() < 0.6) image.architecture = random() < 0.8 ? 'X86_64' : 'ARM64'
    if (random() < 0.7)
      image.licenses = [
        `https://www.googleapis.com/compute/v1/projects/${family.split('-')[0]}-cloud/global/licenses/${family}`,
      ]
    if (random() < 0.5) image.guestOsFeatures = features.filter(() => random() < 0.4).map((type) => ({ type }))
    if (random() < 0.6)
      image.deprecated = {
        state: pick(['DEPRECATED', 'DEPRECATED', 'OBSOLETE', 'DELETED']),
        replacement: image.selfLink,
      }
    if (random() < 0.1) image.enableConfidentialCompute = random() < 0.5
    if (random() < 0.5) {
      image.labels = { env: pick(environments), team: `team-${Math.floor(random() * 20)}` }
      if (random() < 0.4) image.labels.owner = pick(owners)
    }
    return image
  })
}
