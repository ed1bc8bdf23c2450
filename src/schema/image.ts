import { freezeAll } from './freeze-all.ts'
import type { ResourceOf } from './resource-type.ts'
import type { Schema } from './schema.ts'

const encryptionKey = {
  type: 'message',
  fields: {
    kmsKeyName: { type: 'string' },
    kmsKeyServiceAccount: { type: 'string' },
    rawKey: { type: 'string' },
    rsaEncryptedKey: { type: 'string' },
    sha256: { type: 'string' },
  },
} as const

const fileContent = {
  content: { type: 'string' },
  fileType: { type: 'enum', values: ['BIN', 'UNDEFINED', 'X509'] },
} as const

/** The fields of a Compute Engine Image, every one of them filterable (SEMANTICS.md section 4). Frozen at every level. */
export const imageSchema = /* @__PURE__ */ freezeAll({
  resource: 'Image',
  fields: {
    architecture: { type: 'enum', values: ['ARCHITECTURE_UNSPECIFIED', 'ARM64', 'X86_64'] },
    archiveSizeBytes: { type: 'int64' },
    creationTimestamp: { type: 'timestamp' },
    deprecated: {
      type: 'message',
      fields: {
        deleted: { type: 'timestamp' },
        deprecated: { type: 'timestamp' },
        obsolete: { type: 'timestamp' },
        replacement: { type: 'string', format: 'url' },
        state: { type: 'enum', values: ['ACTIVE', 'DELETED', 'DEPRECATED', 'OBSOLETE'] },
      },
    },
    description: { type: 'string' },
    diskSizeGb: { type: 'int64' },
    enableConfidentialCompute: { type: 'boolean' },
    family: { type: 'string' },
    guestOsFeatures: {
      type: 'message',
      repeated: true,
      fields: {
        type: {
          type: 'enum',
          values: [
            'BARE_METAL_LINUX_COMPATIBLE',
            'BMSAI_CAPABLE',
            'CCA_CAPABLE',
            'FEATURE_TYPE_UNSPECIFIED',
            'GVNIC',
            'IDPF',
            'MULTI_IP_SUBNET',
            'SECURE_BOOT',
            'SEV_CAPABLE',
            'SEV_LIVE_MIGRATABLE',
            'SEV_LIVE_MIGRATABLE_V2',
            'SEV_SNP_CAPABLE',
            'SNP_SVSM_CAPABLE',
            'SUSPEND_RESUME_COMPATIBLE',
            'SUSPEND_SAFE_FPR',
            'TDX_CAPABLE',
            'UEFI_COMPATIBLE',
            'VIRTIO_SCSI_MULTIQUEUE',
            'WINDOWS',
          ],
        },
      },
    },
    id: { type: 'uint64' },
    imageEncryptionKey: encryptionKey,
    kind: { type: 'string' },
    labelFingerprint: { type: 'string' },
    labels: { type: 'map', value: 'string' },
    licenseCodes: { type: 'int64', repeated: true },
    licenses: { type: 'string', repeated: true, format: 'url' },
    name: { type: 'string' },
    rawDisk: {
      type: 'message',
      fields: {
        containerType: { type: 'enum', values: ['TAR'] },
        sha1Checksum: { type: 'string' },
        source: { type: 'string', format: 'url' },
      },
    },
    satisfiesPzi: { type: 'boolean' },
    satisfiesPzs: { type: 'boolean' },
    selfLink: { type: 'string', format: 'url' },
    shieldedInstanceInitialState: {
      type: 'message',
      fields: {
        dbs: {
          type: 'message',
          repeated: true,
          fields: fileContent,
        },
        dbxs: {
          type: 'message',
          repeated: true,
          fields: fileContent,
        },
        keks: {
          type: 'message',
          repeated: true,
          fields: fileContent,
        },
        pk: {
          type: 'message',
          fields: fileContent,
        },
      },
    },
    sourceDisk: { type: 'string', format: 'url' },
    sourceDiskEncryptionKey: encryptionKey,
    sourceDiskId: { type: 'string' },
    sourceImage: { type: 'string', format: 'url' },
    sourceImageEncryptionKey: encryptionKey,
    sourceImageId: { type: 'string' },
    sourceSnapshot: { type: 'string', format: 'url' },
    sourceSnapshotEncryptionKey: encryptionKey,
    sourceSnapshotId: { type: 'string' },
    sourceType: { type: 'enum', values: ['RAW'] },
    status: { type: 'enum', values: ['DELETING', 'FAILED', 'PENDING', 'READY'] },
    storageLocations: { type: 'string', repeated: true },
  },
} as const satisfies Schema)

/**
 * A Compute Engine Image as its JSON reads: an unset field is absent or null. A `Date` counts as the text of a timestamp.
 * The fields are those of `imageSchema`.
 */
export interface Image extends ResourceOf<typeof imageSchema> {}
