import type * as installedBinary from './installed-binary.ts'

/*
 * Takes the place of `installed-binary.ts` in bundles for browsers (`browser` in package.json), so that no bundler puts a
 * file beside them that no page asks for.
 */

export const readInstalledBinary = (() => undefined) satisfies typeof installedBinary.readInstalledBinary

export const readLocalFile = (() => undefined) satisfies typeof installedBinary.readLocalFile
