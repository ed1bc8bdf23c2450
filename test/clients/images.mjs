// The images that are served: 1200, with names, sizes and days in an order of their own, and some fields that not all have.
export const images = Array.from({ length: 1200 }, (_, at) => {
  const isDebian = at % 3 === 0
  const name = `${isDebian ? 'debian' : 'ubuntu'}-${String((at * 7) % 1200).padStart(4, '0')}`
  return {
    kind: 'compute#image',
    id: String(1000 + at),
    name,
    selfLink: `https://www.googleapis.com/compute/v1/projects/my-project/global/images/${name}`,
    creationTimestamp: new Date(Date.UTC(2024, 0, 1 + ((at * 11) % 365))).toISOString(),
    diskSizeGb: String((at % 50) + 5),
    family: isDebian ? 'debian-12' : 'ubuntu-2404',
    status: at % 10 === 7 ? 'PENDING' : 'READY',
    sourceType: 'RAW',
    storageLocations: ['us'],
    licenses: [
      `https://www.googleapis.com/compute/v1/projects/my-project/global/licenses/${isDebian ? 'debian' : 'ubuntu'}`,
    ],
    guestOsFeatures: [{ type: 'UEFI_COMPATIBLE' }, ...(isDebian ? [{ type: 'GVNIC' }] : [])],
    ...(at % 4 !== 0 && { architecture: at % 2 === 0 ? 'ARM64' : 'X86_64' }),
    ...(at % 5 === 0 && { description: at % 2 === 0 ? 'Hello, World' : 'hellos' }),
    ...(at % 6 === 0 && { deprecated: { state: at % 12 === 0 ? 'DEPRECATED' : 'OBSOLETE' } }),
    ...(at % 7 !== 0 && { labels: { env: at % 2 === 0 ? 'prod' : 'test' } }),
  }
})

/** The names of those that match, in an order. */
export const expected = (matches, order = (a, b) => (a.name < b.name ? -1 : 1)) =>
  images
    .filter(matches)
    .toSorted(order)
    .map(({ name }) => name)
export function newestFirst(a, b) {
  const [one, other] =
    a.creationTimestamp === b.creationTimestamp ? [b.name, a.name] : [a.creationTimestamp, b.creationTimestamp]
  return one > other ? -1 : 1
}
export const newestOf = (family) =>
  images.filter((image) => image.family === family && image.deprecated === undefined).toSorted(newestFirst)[0].name
export const isLargeDebian = ({ name, diskSizeGb }) => name.startsWith('debian') && Number(diskSizeGb) > 50
/** Those of one of the projects that gcloud asks for when it lists the standard images. */
export const standard = ['standard-1', 'standard-2'].map((name, at) => ({ ...images[1], id: String(at + 1), name }))
