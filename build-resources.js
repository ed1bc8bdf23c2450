// Writes what belongs to each schema of `dist/resources/` besides its module: the file for `require`, and the declarations.
import { copyFile, writeFile } from 'node:fs/promises'
import { resourceNames } from './rolldown.config.js'

for (const name of resourceNames) {
  const [[schemaName, { resource }]] = Object.entries(await import(`./dist/resources/${name}.js`))
  const file = `dist/resources/${name}`
  await writeFile(
    `${file}.cjs`,
    `'use strict'\nexports.${schemaName} = require('../resources.cjs').schemaOf('${resource}')\n`,
  )
  for (const [extension, library] of [
    ['ts', '../index.js'],
    ['cts', '../index.cjs'],
  ]) {
    await writeFile(
      `${file}.d.${extension}`,
      `import type { SchemaOf } from '${library}'
import type { ${resource} } from '../types/resources-types.cjs'

export type { ${resource} }

/** The fields of the message ${resource}. Frozen at every level. */
export declare const ${schemaName}: SchemaOf<${resource}>
`,
    )
  }
}
await copyFile('src/resources/generated/reference.json', 'dist/resources/reference.json')
