import type { Image } from '../index.ts'
import { messageAbout, type Unreachable } from './source.ts'

/** A page of resources, as the API answers (SEMANTICS.md section 9). */
export interface ResourceList<R = Image> {
  /** `compute#imageList` */
  readonly kind: string
  /** `projects/P/global/images` */
  readonly id: string
  /** Absent on an empty page. */
  readonly items?: readonly R[]
  /** Absent on the last page. */
  readonly nextPageToken?: string
  readonly selfLink: string
  /** Absent when every place was reached. */
  readonly warning?: ListWarning
}

export interface ListWarning {
  readonly code: 'UNREACHABLE'
  readonly message: string
  readonly data: readonly Unreachable[]
}

/** A page of images. */
export type ImageList = ResourceList

/** The parts of a page that its request and its resources decide. */
export interface PageContent<R> {
  readonly kind: string
  readonly id: string
  readonly baseUrl: string
  readonly items: readonly R[]
  readonly nextPageToken: string | undefined
  readonly unreachable: readonly Unreachable[]
}

/** The page with its members in the order of the API. Empty members are left out. */
export const createResourceList = <R>(page: PageContent<R>): ResourceList<R> => {
  const { kind, id, baseUrl, items, nextPageToken, unreachable } = page
  return {
    kind,
    id,
    ...(items.length > 0 && { items }),
    ...(nextPageToken !== undefined && { nextPageToken }),
    selfLink: `${baseUrl}/${id}`,
    ...(unreachable.length > 0 && {
      warning: { code: 'UNREACHABLE' as const, message: messageAbout(unreachable), data: unreachable },
    }),
  }
}
