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
