import type { ProjectSource } from '../server/index.ts'
import type { DirectoryOptions } from './directory-options.ts'
import { createFileSource } from './file-source.ts'

/**
 * The projects of a directory. `PROJECT.ndjson`, in lower case, holds the resources of one project, of any kinds, as NDJSON,
 * a JSON array or responses of the API. Other files are ignored; `createFileSource` reads them too, and says how files are
 * reloaded.
 *
 * @throws TypeError that names the wrong option
 */
export const createDirectorySource = (directory: string, options: DirectoryOptions = {}): ProjectSource =>
  createFileSource({ directories: [directory] }, options)
