import type { Int64 } from '../types/index.ts'
import type { OpenEnum } from './resource-type.ts'

/**
 * A Compute Engine Image as its JSON reads: an unset field is absent or null. A `Date` counts as the text of a timestamp.
 * Agrees with `imageSchema`.
 */
export interface Image {
  readonly architecture?: OpenEnum<'ARCHITECTURE_UNSPECIFIED' | 'ARM64' | 'X86_64'> | null | undefined
  readonly archiveSizeBytes?: Int64 | null | undefined
  readonly creationTimestamp?: string | Date | null | undefined
  readonly deprecated?:
    | {
        readonly deleted?: string | Date | null | undefined
        readonly deprecated?: string | Date | null | undefined
        readonly obsolete?: string | Date | null | undefined
        readonly replacement?: string | null | undefined
        readonly state?: OpenEnum<'ACTIVE' | 'DELETED' | 'DEPRECATED' | 'OBSOLETE'> | null | undefined
      }
    | null
    | undefined
  readonly description?: string | null | undefined
  readonly diskSizeGb?: Int64 | null | undefined
  readonly enableConfidentialCompute?: boolean | null | undefined
  readonly family?: string | null | undefined
  readonly guestOsFeatures?:
    | readonly {
        readonly type?:
          | OpenEnum<
              | 'BARE_METAL_LINUX_COMPATIBLE'
              | 'BMSAI_CAPABLE'
              | 'CCA_CAPABLE'
              | 'FEATURE_TYPE_UNSPECIFIED'
              | 'GVNIC'
              | 'IDPF'
              | 'MULTI_IP_SUBNET'
              | 'SECURE_BOOT'
              | 'SEV_CAPABLE'
              | 'SEV_LIVE_MIGRATABLE'
              | 'SEV_LIVE_MIGRATABLE_V2'
              | 'SEV_SNP_CAPABLE'
              | 'SNP_SVSM_CAPABLE'
              | 'SUSPEND_RESUME_COMPATIBLE'
              | 'SUSPEND_SAFE_FPR'
              | 'TDX_CAPABLE'
              | 'UEFI_COMPATIBLE'
              | 'VIRTIO_SCSI_MULTIQUEUE'
              | 'WINDOWS'
            >
          | null
          | undefined
      }[]
    | null
    | undefined
  readonly id?: Int64 | null | undefined
  readonly imageEncryptionKey?:
    | {
        readonly kmsKeyName?: string | null | undefined
        readonly kmsKeyServiceAccount?: string | null | undefined
        readonly rawKey?: string | null | undefined
        readonly rsaEncryptedKey?: string | null | undefined
        readonly sha256?: string | null | undefined
      }
    | null
    | undefined
  readonly kind?: string | null | undefined
  readonly labelFingerprint?: string | null | undefined
  readonly labels?: Readonly<Record<string, string>> | null | undefined
  readonly licenseCodes?: readonly Int64[] | null | undefined
  readonly licenses?: readonly string[] | null | undefined
  readonly name?: string | null | undefined
  readonly rawDisk?:
    | {
        readonly containerType?: OpenEnum<'TAR'> | null | undefined
        readonly sha1Checksum?: string | null | undefined
        readonly source?: string | null | undefined
      }
    | null
    | undefined
  readonly satisfiesPzi?: boolean | null | undefined
  readonly satisfiesPzs?: boolean | null | undefined
  readonly selfLink?: string | null | undefined
  readonly shieldedInstanceInitialState?:
    | {
        readonly dbs?:
          | readonly {
              readonly content?: string | null | undefined
              readonly fileType?: OpenEnum<'BIN' | 'UNDEFINED' | 'X509'> | null | undefined
            }[]
          | null
          | undefined
        readonly dbxs?:
          | readonly {
              readonly content?: string | null | undefined
              readonly fileType?: OpenEnum<'BIN' | 'UNDEFINED' | 'X509'> | null | undefined
            }[]
          | null
          | undefined
        readonly keks?:
          | readonly {
              readonly content?: string | null | undefined
              readonly fileType?: OpenEnum<'BIN' | 'UNDEFINED' | 'X509'> | null | undefined
            }[]
          | null
          | undefined
        readonly pk?:
          | {
              readonly content?: string | null | undefined
              readonly fileType?: OpenEnum<'BIN' | 'UNDEFINED' | 'X509'> | null | undefined
            }
          | null
          | undefined
      }
    | null
    | undefined
  readonly sourceDisk?: string | null | undefined
  readonly sourceDiskEncryptionKey?:
    | {
        readonly kmsKeyName?: string | null | undefined
        readonly kmsKeyServiceAccount?: string | null | undefined
        readonly rawKey?: string | null | undefined
        readonly rsaEncryptedKey?: string | null | undefined
        readonly sha256?: string | null | undefined
      }
    | null
    | undefined
  readonly sourceDiskId?: string | null | undefined
  readonly sourceImage?: string | null | undefined
  readonly sourceImageEncryptionKey?:
    | {
        readonly kmsKeyName?: string | null | undefined
        readonly kmsKeyServiceAccount?: string | null | undefined
        readonly rawKey?: string | null | undefined
        readonly rsaEncryptedKey?: string | null | undefined
        readonly sha256?: string | null | undefined
      }
    | null
    | undefined
  readonly sourceImageId?: string | null | undefined
  readonly sourceSnapshot?: string | null | undefined
  readonly sourceSnapshotEncryptionKey?:
    | {
        readonly kmsKeyName?: string | null | undefined
        readonly kmsKeyServiceAccount?: string | null | undefined
        readonly rawKey?: string | null | undefined
        readonly rsaEncryptedKey?: string | null | undefined
        readonly sha256?: string | null | undefined
      }
    | null
    | undefined
  readonly sourceSnapshotId?: string | null | undefined
  readonly sourceType?: OpenEnum<'RAW'> | null | undefined
  readonly status?: OpenEnum<'DELETING' | 'FAILED' | 'PENDING' | 'READY'> | null | undefined
  readonly storageLocations?: readonly string[] | null | undefined
}
