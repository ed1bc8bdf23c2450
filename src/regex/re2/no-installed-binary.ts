import type * as installedBinary from './installed-binary.ts'

/*
 * Replaces `installed-binary.ts` in bundles for browsers (`browser` in package.json), so that no bundler adds a file which
 * no page requests.
 */

export const readInstalledBinary = (() => undefined) satisfies typeof installedBinary.readInstalledBinary

export const readLocalFile = (() => undefined) satisfies typeof installedBinary.readLocalFile
