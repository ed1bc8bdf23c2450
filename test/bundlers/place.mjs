// A folder for one trial: packages are installed there, files written, built, moved and run.
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

const versions = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).dependencies

/** Something is not available here; this is not a fault of the package. */
export class NotHere extends Error {}

export function demand(condition, message) {
  if (!condition) throw new Error(message)
}

/** @param folder does not exist yet @param tarball the packed package */
export function createPlace(folder, tarball) {
  const built = join(folder, 'built')
  const moved = join(folder, 'moved')
  mkdirSync(built, { recursive: true })

  /** Runs a program; fails on a status other than 0. Returns its output. */
  function run(command, args, { cwd = built, env = {} } = {}) {
    const result = spawnSync(command, args, {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', CI: 'true', ...env },
      encoding: 'utf8',
      timeout: 300_000,
    })
    // A minified bundle is one line, which an error shows whole.
    const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.replace(
      /(.{300}).+/g,
      '$1 …',
    )
    demand(result.status === 0, `status ${result.status} of ${command} ${args.join(' ')}\n${said.slice(-3000)}`)
    return result.stdout
  }

  const bin = (name) => join(built, 'node_modules/.bin', name)

  return {
    built,
    moved,
    tarball,
    run,
    path: (name) => join(built, name),
    /** Runs a program of an installed package. */
    tool: (name, args, options) => run(bin(name), args, options),
    write(files) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(built, name)), { recursive: true })
        writeFileSync(join(built, name), typeof text === 'string' ? text : JSON.stringify(text))
      }
    },
    /** Installs packages in their versions, then ours. @throws NotHere when the former cannot be had */
    install(...names) {
      writeFileSync(join(built, 'package.json'), '{ "private": true }')
      const install = (specs) => run('npm', ['install', '--silent', '--no-audit', '--no-fund', ...specs])
      const specs = names.map((name) => `${name}@${versions[name] ?? demand(false, `which version of ${name}?`)}`)
      try {
        if (specs.length > 0) install(specs)
      } catch (error) {
        throw new NotHere(
          `${specs.join(' ')} cannot be installed here: ${error.message.split('\n').slice(0, 3).join(' ')}`,
        )
      }
      install([tarball])
    },
    copyBinary: (to) =>
      copyFileSync(join(built, 'node_modules/compute-filter/dist/re2.wasm'), join(built, to, 're2.wasm')),
    /** Moves a folder away and deletes everything else, so that no absolute path of the build is valid. */
    moveOnly(name) {
      renameSync(join(built, name), moved)
      rmSync(built, { recursive: true, force: true })
    },
    /** Starts a server, asks it for each of the paths, and ends it. */
    async ask(command, args, paths, { cwd, env = {} }) {
      const port = await freePort()
      const server = spawn(command, args, {
        cwd,
        env: { ...process.env, NODE_OPTIONS: '', PORT: port, HOSTNAME: '127.0.0.1', ...env },
      })
      let said = ''
      for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (said += data))
      const ended = new Promise((resolve) => server.once('exit', resolve))
      const fetched = async (path) => {
        for (let attempts = 0; ; attempts++) {
          const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
          if (response !== undefined) return `${response.status} ${await response.text()}${response.ok ? '' : said}`
          demand(attempts < 300 && server.exitCode === null, `the server does not answer\n${said}`)
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
      }
      try {
        const answers = []
        for (const path of paths) answers.push(await fetched(path))
        return answers
      } finally {
        server.kill()
        await ended
      }
    },
    delete: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}
