/** Reads one property, inherited ones included. */
export type Accessor = (value: unknown) => unknown

type Fields = Readonly<Record<string, unknown>>
const read = (accessor: (fields: Fields) => unknown): Accessor => accessor as Accessor

/*
 * One function for each frequently used name: its property access then has an inline cache of its own. One function for all
 * names, even one instance for each, takes 1.4 times as long over the cases of bench/match. The names are the fields of
 * Image and frequent fields of other resources.
 */
const known: Fields & Readonly<Record<string, Accessor>> = {
  architecture: read((value) => value.architecture),
  archiveSizeBytes: read((value) => value.archiveSizeBytes),
  cpuPlatform: read((value) => value.cpuPlatform),
  creationTimestamp: read((value) => value.creationTimestamp),
  deleted: read((value) => value.deleted),
  deprecated: read((value) => value.deprecated),
  description: read((value) => value.description),
  diskSizeGb: read((value) => value.diskSizeGb),
  enableConfidentialCompute: read((value) => value.enableConfidentialCompute),
  env: read((value) => value.env),
  family: read((value) => value.family),
  guestOsFeatures: read((value) => value.guestOsFeatures),
  id: read((value) => value.id),
  imageEncryptionKey: read((value) => value.imageEncryptionKey),
  kind: read((value) => value.kind),
  kmsKeyName: read((value) => value.kmsKeyName),
  labelFingerprint: read((value) => value.labelFingerprint),
  labels: read((value) => value.labels),
  licenseCodes: read((value) => value.licenseCodes),
  licenses: read((value) => value.licenses),
  machineType: read((value) => value.machineType),
  name: read((value) => value.name),
  network: read((value) => value.network),
  networkInterfaces: read((value) => value.networkInterfaces),
  obsolete: read((value) => value.obsolete),
  owner: read((value) => value.owner),
  rawDisk: read((value) => value.rawDisk),
  region: read((value) => value.region),
  replacement: read((value) => value.replacement),
  satisfiesPzi: read((value) => value.satisfiesPzi),
  satisfiesPzs: read((value) => value.satisfiesPzs),
  scheduling: read((value) => value.scheduling),
  selfLink: read((value) => value.selfLink),
  shieldedInstanceInitialState: read((value) => value.shieldedInstanceInitialState),
  sizeGb: read((value) => value.sizeGb),
  source: read((value) => value.source),
  sourceDisk: read((value) => value.sourceDisk),
  sourceImage: read((value) => value.sourceImage),
  sourceSnapshot: read((value) => value.sourceSnapshot),
  sourceType: read((value) => value.sourceType),
  state: read((value) => value.state),
  status: read((value) => value.status),
  storageLocations: read((value) => value.storageLocations),
  tags: read((value) => value.tags),
  type: read((value) => value.type),
  zone: read((value) => value.zone),
}

/** How the property of one name is read. */
export interface Access {
  /** Throws on undefined and null. */
  readonly get: Accessor
  /** Whether what `get` has found in an object is its own. */
  readonly isOwn: (value: unknown) => boolean
}

const { hasOwn } = Object

/** Only `Object.hasOwn` tells what a proxy or an accessor of a prototype makes up. */
export function access(name: string): Access {
  const get = (hasOwn(known, name) ? known[name] : undefined) ?? read((value) => value[name])
  return {
    get,
    isOwn: (value) => typeof value === 'object' && value !== null && hasOwn(value, name) && !Array.isArray(value),
  }
}

/** Reads one own property, as `ownValue` does: undefined when it is absent or null, and when the value is not an object. */
export function ownReaderOf(name: string): Accessor {
  const { get, isOwn } = access(name)
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined
    try {
      const found = get(value)
      return found === undefined || found === null || !isOwn(value) ? undefined : found
    } catch {
      return undefined
    }
  }
}
