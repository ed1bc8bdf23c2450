// Bundles the library into dist/ and writes the licences of the packages that it brings along.
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { build } from 'rolldown'
import shipped, { tools } from './rolldown.config.js'

/** The folders of the packages that `dist` has something of: `node_modules/chevrotain`. */
const folders = new Set(['node_modules/re2-wasm'])

await rm('dist', { recursive: true, force: true })
for (const config of shipped) {
  const { output } = await build({ logLevel: 'warn', ...config })
  for (const chunk of output) {
    if (chunk.type !== 'chunk') continue
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []
      if (folder !== undefined && renderedLength > 0) folders.add(folder)
    }
  }
}

await build({ logLevel: 'warn', ...tools })
await copyFile(createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm'), 'dist/re2.wasm')

// The cases first, since the library imports them; then the whole suite as the library has it, with a line for each case.
await copyFile('src/testing/conformance/cases.json', 'dist/conformance.json')
const { cases, ...head } = (await import('./dist/testing.js')).conformanceSuite
const lines = cases.map((one) => JSON.stringify(one)).join(',\n')
await writeFile('dist/conformance.json', `${JSON.stringify(head).slice(0, -1)},"cases":[\n${lines}\n]}\n`)

/** What `dist/re2.wasm` is made of, by the file in `licences`; re2-wasm has only its own licence. */
const inBinary = {
  're2.txt': 'RE2, in re2.wasm (BSD-3-Clause)',
  'emscripten.txt': 'Emscripten, in re2.wasm (MIT)',
  'musl.txt': 'musl, in re2.wasm (MIT)',
}

/** Licence text → the packages under it, word for word. */
const licences = new Map()
for (const folder of [...folders].sort()) {
  const { title, licence } = await readLicence(folder)
  licences.set(licence, [...(licences.get(licence) ?? []), title])
}
for (const [file, title] of Object.entries(inBinary)) {
  licences.set((await readFile(`licences/${file}`, 'utf8')).trim(), [title])
}

const heading =
  'The files of this folder contain code of the following packages. Of Chevrotain they have a part, changed.\n'
const notices = [...licences].map(([licence, titles]) => `${titles.join('\n')}\n\n${licence}\n`)
await writeFile('dist/THIRD-PARTY-LICENSES.txt', [heading, ...notices].join(`\n${'-'.repeat(80)}\n\n`))

async function readLicence(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'))
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry))
  if (file === undefined) throw new Error(`${name} is bundled and has no licence file`)
  return { title: `${name} ${version} (${license})`, licence: (await readFile(`${folder}/${file}`, 'utf8')).trim() }
}
