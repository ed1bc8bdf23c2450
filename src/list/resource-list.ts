import type { Image } from '../index.ts'
import type { Page } from './read-page.ts'
import { messageAbout, type Unreachable } from './source.ts'

/** A page of resources, as the API answers (SEMANTICS.md section 9). */
export interface ResourceList<R = Image> {
  /** `compute#imageList`; some lists have none. */
  readonly kind?: string
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

/** `UNREACHABLE`: the data are the places. `NO_RESULTS_ON_PAGE`, in an aggregated list: the data is the scope. */
export interface ListWarning {
  readonly code: 'NO_RESULTS_ON_PAGE' | 'UNREACHABLE'
  readonly message: string
  readonly data: readonly { readonly key: string; readonly value: string }[]
}

/** A page of images. */
export type ImageList = ResourceList

/** The page with its members in the order of the API. Empty members are left out. */
export function createResourceList<R>(page: Page<R>, baseUrl: string): ResourceList<R> {
  const { kind, id, resources, nextPageToken, unreachable } = page
  return {
    ...(kind !== '' && { kind }),
    id,
    ...(resources.length > 0 && { items: resources }),
    ...(nextPageToken !== undefined && { nextPageToken }),
    selfLink: `${baseUrl}/${id}`,
    ...(unreachable.length > 0 && { warning: warnOf(unreachable) }),
  }
}

/** The warning that places could not be reached. */
export const warnOf = (places: readonly Unreachable[]): ListWarning => ({
  code: 'UNREACHABLE',
  message: messageAbout(places),
  data: places,
})
