export { findByName, type NamedResource } from './find-by-name.ts'
export { type ErrorBody, errorBody, ListError, type ListStatus } from './list-error.ts'
export {
  createLister,
  type ImageList,
  type Lister,
  type ListerOptions,
  listImages,
  type ListWarning,
  type ResourceList,
} from './lister.ts'
export { type Key, type Order, type OrderBy, orders } from './order.ts'
export type { ListRequest } from './request.ts'
export type { Listable, ScanQuery, Source, Unreachable } from './source.ts'
export type { ListContext } from './work.ts'
export { withoutRepeats } from './without-repeats.ts'
