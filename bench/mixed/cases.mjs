/*
 * Questions to objects of many shapes. The predicate is the one that a careful programmer writes for this very question:
 * it reads a field once and takes absent fields into account.
 */

const from = Date.parse('2023-01-01T00:00:00Z')
const to = Date.parse('2024-01-01T00:00:00Z')
const families = ['api', 'web', 'cos', 'sles', 'ubuntu'].flatMap((name) => [`${name}-10`, `${name}-11`, `${name}-12`])
const isFamily = new Set(families)
const debian = /^(?:debian-12-.*)$/u

export const mixedCases = [
  {
    name: 'text equality',
    filter: 'family = debian-12',
    predicate: (image) => image.family === 'debian-12',
  },
  {
    name: 'enum equality',
    filter: 'status = READY',
    predicate: (image) => image.status === 'READY',
  },
  {
    name: 'two equalities in an OR',
    filter: 'status = FAILED OR status = PENDING',
    predicate: ({ status }) => status === 'FAILED' || status === 'PENDING',
  },
  {
    name: 'a few equalities in an OR',
    filter: 'family = (debian-12 OR debian-11 OR cos-10)',
    predicate: ({ family }) => family === 'debian-12' || family === 'debian-11' || family === 'cos-10',
  },
  {
    name: 'many equalities in an OR',
    filter: `family = (${families.join(' OR ')})`,
    predicate: ({ family }) => isFamily.has(family),
  },
  {
    name: 'range of numbers',
    filter: 'diskSizeGb >= 50 AND diskSizeGb < 200',
    predicate: (image) => {
      const size = Number(image.diskSizeGb)
      return size >= 50 && size < 200
    },
  },
  {
    name: 'range of timestamps',
    filter: 'creationTimestamp >= 2023-01-01T00:00:00Z AND creationTimestamp < 2024-01-01T00:00:00Z',
    predicate: (image) => {
      const created = Date.parse(image.creationTimestamp)
      return created >= from && created < to
    },
  },
  {
    name: 'two wildcards on one field',
    filter: 'name = debian* AND name != *-7-*',
    predicate: ({ name }) => name.startsWith('debian') && !name.includes('-7-'),
  },
  {
    name: 'repeated messages beside a test',
    filter: 'guestOsFeatures.type:GVNIC AND status = READY',
    predicate: (image) =>
      image.status === 'READY' && image.guestOsFeatures?.some(({ type }) => type === 'GVNIC') === true,
  },
  {
    name: 'repeated strings',
    filter: 'licenses:*debian*',
    predicate: (image) => image.licenses?.some((license) => license.includes('debian')) === true,
  },
  {
    name: 'label equality',
    filter: 'labels.env = prod',
    predicate: (image) => image.labels?.env === 'prod',
  },
  {
    name: 'label inequality',
    filter: 'labels.env != prod',
    predicate: ({ labels }) => labels?.env !== undefined && labels.env !== 'prod',
  },
  {
    name: 'label is there',
    filter: 'labels.owner:*',
    predicate: (image) => image.labels?.owner !== undefined,
  },
  {
    name: 'label is not there',
    filter: '-labels.owner:*',
    predicate: (image) => image.labels?.owner === undefined,
  },
  {
    name: 'two labels',
    filter: 'labels.env = prod AND labels.team = team-1',
    predicate: ({ labels }) => labels?.env === 'prod' && labels.team === 'team-1',
  },
  {
    name: 'wildcard at the end',
    filter: 'name = debian-12*',
    predicate: (image) => image.name.startsWith('debian-12'),
  },
  {
    name: 'boolean',
    filter: 'enableConfidentialCompute = true',
    predicate: (image) => image.enableConfidentialCompute === true,
  },
  {
    name: 'pattern, prefix',
    filter: 'name eq debian-12-.*',
    predicate: (image) => debian.test(image.name),
  },
  {
    name: 'NOT',
    filter: 'NOT deprecated.state = OBSOLETE',
    predicate: (image) => image.deprecated?.state !== 'OBSOLETE',
  },
  {
    name: 'three conditions',
    filter: 'labels.env = prod AND diskSizeGb > 50 AND NOT deprecated.state = OBSOLETE',
    predicate: (image) =>
      image.labels?.env === 'prod' && Number(image.diskSizeGb) > 50 && image.deprecated?.state !== 'OBSOLETE',
  },
  {
    name: 'timestamp before an equality',
    filter: 'creationTimestamp >= 2023-01-01T00:00:00Z AND family = debian-12',
    predicate: (image) => image.family === 'debian-12' && Date.parse(image.creationTimestamp) >= from,
  },
  {
    name: 'messages before an equality',
    filter: 'guestOsFeatures.type:GVNIC AND family = debian-12',
    predicate: (image) =>
      image.family === 'debian-12' && image.guestOsFeatures?.some(({ type }) => type === 'GVNIC') === true,
  },
]

/** Paths through arrays, for instances. */
export const instanceCases = [
  {
    name: 'strings in a message',
    filter: 'tags.items:http-server',
    predicate: (instance) => instance.tags?.items?.includes('http-server') === true,
  },
  {
    name: 'strings in a message, wildcard',
    filter: 'tags.items:http*',
    predicate: (instance) => instance.tags?.items?.some((tag) => tag.startsWith('http')) === true,
  },
  {
    name: 'messages in messages',
    filter: 'networkInterfaces.accessConfigs.natIP:*',
    predicate: (instance) =>
      instance.networkInterfaces?.some(({ accessConfigs }) => accessConfigs?.some(({ natIP }) => natIP)) === true,
  },
  {
    name: 'strings in messages',
    filter: 'disks.licenses:*debian*',
    predicate: (instance) =>
      instance.disks?.some(({ licenses }) => licenses?.some((license) => license.includes('debian'))) === true,
  },
  {
    name: 'messages',
    filter: 'networkInterfaces.network:*default',
    predicate: (instance) => instance.networkInterfaces?.some(({ network }) => network.endsWith('default')) === true,
  },
]

export const instanceSchema = {
  resource: 'Instance',
  fields: {
    name: { type: 'string' },
    tags: { type: 'message', fields: { items: { type: 'string', repeated: true } } },
    disks: { type: 'message', repeated: true, fields: { licenses: { type: 'string', repeated: true } } },
    networkInterfaces: {
      type: 'message',
      repeated: true,
      fields: {
        network: { type: 'string' },
        accessConfigs: { type: 'message', repeated: true, fields: { natIP: { type: 'string' } } },
      },
    },
  },
}
