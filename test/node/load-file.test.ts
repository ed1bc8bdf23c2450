import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { InputError } from '../../src/input/index.ts'
import { listImages, type Source } from '../../src/list/index.ts'
import { createDirectorySource, createFileSource, findFiles, loadFile } from '../../src/node/index.ts'
import { findPlace, type Place, type ProjectSource } from '../../src/server/index.ts'

const directory = mkdtempSync(join(tmpdir(), 'compute-filter-load-'))
afterAll(() => {
  rmSync(directory, { recursive: true })
})
const file = join(directory, 'p.ndjson')
const link = (project: string, name: string) =>
  `https://www.googleapis.com/compute/v1/projects/${project}/zones/z-a/instances/${name}`
const vm = (name: string, project?: string) =>
  JSON.stringify({
    kind: 'compute#instance',
    name,
    zone: 'z-a',
    ...(project !== undefined && { selfLink: link(project, name) }),
  })

/** Where a resource like this is. */
const like = (resource: object): Place => findPlace(resource) as Place
const images = like({})
const instances: Place = { ...like({ kind: 'compute#instance' }), scope: 'aggregated' }

/** The names of the resources at a place; undefined when there is no such project. */
async function namesAt(source: ProjectSource, project: string, place: Place): Promise<readonly unknown[] | undefined> {
  const opened = await source.open(project, place)
  if (opened === undefined) return undefined
  return (await listImages(opened as Source<{ name?: string }>, { project })).items?.map(({ name }) => name) ?? []
}

async function load(text: string) {
  writeFileSync(file, text)
  const notes: string[] = []
  const { source, repeats } = await loadFile(file, { onNote: (note) => notes.push(note) })
  return {
    items: (await listImages(source.open('p', images) as Source<object>, { project: 'p' })).items ?? [],
    notes,
    repeats,
  }
}

describe('loading a file', () => {
  test.each<readonly [text: string, items: readonly unknown[], notes: readonly string[]]>([
    ['{"x": 1}\n{"kind": "compute#image", "name": "d"}', [{ x: 1 }, { kind: 'compute#image', name: 'd' }], []],
    ['{"x": 1}\n{"kind": "compute#disk", "name": "d"}', [{ x: 1 }], []],
    ['{"kind": "compute#imageList"}', [], []],
    [
      '{"kind": "compute#imageList", "items": [{"name": "d"}], "nextPageToken": "x"}',
      [{ name: 'd' }],
      [`${file}: the list is incomplete: it has a nextPageToken`],
    ],
    ['{"x": 1, "y": []}', [{ x: 1, y: [] }], []],
  ])('accepts resources of any kind: %s', async (text, items, notes) => {
    expect(await load(text)).toEqual({ items, notes, repeats: 0 })
  })

  test.each([
    ['{"error": {"code": 404}}', ':1: an error answer: 404'],
    ['{"disks": [{"name": "d"}]}', ':1: an object around `disks`, not a resource; '],
    [
      '{"kind": "compute#diskList", "items": [{"x": [{}]}, {"x": [], "y": 1}]}',
      ':1: item 1 is an object around `x`, not a resource; ',
    ],
    [`{"description": "${'x'.repeat(2 ** 19)}"}`, ':1: value longer than 524288 characters'],
  ])('rejects everything except resources: %.60s', async (text, message) => {
    await expect(load(text)).rejects.toThrow(InputError)
    await expect(load(text)).rejects.toThrow(`${file}${message}`)
  })

  test('rejects unknown options', async () => {
    const options: object = { onprogress: () => undefined }
    await expect(loadFile(file, options)).rejects.toThrow('unknown option `onprogress`; did you mean `onProgress`?')
  })

  test('reports its progress', async () => {
    writeFileSync(file, '{"name":"a"}\n{"name":"a"}\n{"name":"b"}\n')
    const told: (readonly number[])[] = []
    await loadFile(file, { chunkBytes: 13, onProgress: (...progress) => told.push(progress) })
    expect(told.at(-1)).toEqual([39, 3])
    expect(told.length).toBeGreaterThan(2)
    expect(await loadFile(file)).toMatchObject({ repeats: 1, size: 2 })
  })

  test('reports the notes of files in a directory', async () => {
    const notes: string[] = []
    writeFileSync(file, '{"kind":"compute#imageList","items":[{"name":"a"}],"nextPageToken":"x"}')
    await createDirectorySource(directory, { onNote: (note) => notes.push(note) }).open('p', images)
    expect(notes).toEqual([`${file}: the list is incomplete: it has a nextPageToken`])
  })

  test('keeps resources of one name apart by collection and scope', async () => {
    const lines = ['instance', 'disk'].flatMap((kind) =>
      ['a', 'b'].map((zone) => ({ kind: `compute#${kind}`, name: 'x', zone })),
    )
    writeFileSync(file, [...lines, ...lines].map((line) => JSON.stringify(line)).join('\n'))
    expect(await loadFile(file)).toMatchObject({ size: 4, repeats: 4 })
  })
})

describe('the projects of a file', () => {
  test.each<readonly [what: string, text: string, projects: Readonly<Record<string, readonly string[]>>]>([
    ['the name of the file', `${vm('a')}\n${vm('b')}`, { f: ['a', 'b'] }],
    ['the name of an empty file', '', { f: [] }],
    ['that of the links', `${vm('a', 'x')}\n${vm('b', 'x')}`, { x: ['a', 'b'] }],
    ['that of the others', `${vm('a')}\n${vm('b', 'x')}`, { x: ['a', 'b'] }],
    ['those of the links', `${vm('a', 'X')}\n${vm('b', 'y')}`, { x: ['a'], y: ['b'] }],
    ['no project for a strange link', vm('a', '-'), { f: ['a'] }],
  ])('are %s', async (_, text, projects) => {
    const path = join(directory, 'F.old.json')
    writeFileSync(path, text)
    const { source } = await loadFile(path)
    expect(source.projects()).toEqual(Object.keys(projects))
    for (const [project, names] of Object.entries(projects))
      expect(await namesAt(source, project, instances)).toEqual(names)
    const given = (await loadFile(path, { project: 'given' })).source
    expect(given.projects()).toEqual(['given'])
    expect(await namesAt(given, 'given', instances)).toEqual(Object.values(projects).flat())
  })

  test('are organizations, too', async () => {
    writeFileSync(file, JSON.stringify({ kind: 'compute#firewallPolicy', name: '1', parent: 'organizations/5' }))
    const { source } = await loadFile(file)
    const place: Place = { ...like({ kind: 'compute#firewallPolicy' }), scope: 'organization' }
    expect(await namesAt(source, 'organizations/5', place)).toEqual(['1'])
  })

  test('must be named where there are several', async () => {
    writeFileSync(file, `${vm('a', 'x')}\n${vm('b')}\n${vm('c', 'y')}\n${vm('d')}`)
    await expect(loadFile(file)).rejects.toThrow(
      new InputError(
        `${file}:2: a resource without a selfLink in a file of several projects (x, y); give the project with --project`,
      ),
    )
  })

  test.each([
    ['example.com:q.ndjson', 'example.com:q'],
    ['example.com:q.json.gz', 'example.com:q'],
    ['my.images.json', 'my'],
    ['Images.JSONL', 'images'],
    ['images.txt', 'images'],
    ['images', 'images'],
  ])('have the name of the file without its extensions: %s', async (name, project) => {
    const path = join(directory, name)
    writeFileSync(path, name.endsWith('.gz') ? gzipSync(vm('a')) : vm('a'))
    expect((await loadFile(path)).source.projects()).toEqual([project])
  })

  test('must be valid', async () => {
    const path = join(directory, 'my images.json')
    writeFileSync(path, vm('a'))
    await expect(loadFile(path)).rejects.toThrow(
      new InputError(`${path}: 'my images' is not a valid project id; give one with --project`),
    )
  })
})

describe('files of several kinds', () => {
  const folder = join(directory, 'folder')
  mkdirSync(join(folder, 'deeper.json'), { recursive: true })
  const write = (name: string, text: string | Buffer) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  test('are found in a directory', async () => {
    const found = ['Upper.ndjson', 'my vms.ndjson', 'vms.json', 'vms.jsonl.gz'].map((name) => write(name, vm('a', 'x')))
    for (const name of ['x.ndjson', 'example.com:q.ndjson', 'notes.txt', 'x.ndjson.bak']) write(name, '')
    expect(await findFiles(folder)).toEqual({ projects: ['example.com:q', 'x'], files: found })
    for (const path of found) rmSync(path)
  })

  test('make one project', async () => {
    write('x.ndjson', vm('in-project', 'ignored'))
    const packed = write('vms.json.gz', gzipSync(`[${vm('packed', 'x')},${vm('other', 'y')}]`))
    const told: unknown[] = []
    const { source: loaded } = await loadFile(write('more.json', `${vm('loaded', 'x')}\n{"kind":"compute#foo"}`))
    const source = createFileSource(
      { directories: [folder], files: [packed], loaded: [loaded] },
      { onLoad: (load) => told.push(load) },
    )
    expect(await source.readProjects()).toEqual(['x', 'y'])
    expect(await namesAt(source, 'X', instances)).toEqual(['in-project', 'loaded', 'packed'])
    expect(await namesAt(source, 'y', instances)).toEqual(['other'])
    expect(await namesAt(source, 'nobody', instances)).toBeUndefined()
    expect(await namesAt(source, 'organizations/1', instances)).toBeUndefined()
    expect(await source.scopes?.('X')).toEqual(['zones/z-a', 'regions/z'])
    expect(told).toEqual([
      { project: packed, size: 2, repeats: 0, unknownKinds: new Map() },
      { project: 'x', size: 1, repeats: 0, unknownKinds: new Map() },
    ])
    expect(Array.from(loaded.unknownKinds)).toEqual([['compute#foo', 1]])
  })

  test('are read again after a change, and kept while they are broken', async () => {
    const path = write('changing.json', vm('a', 'x'))
    const errors: unknown[] = []
    const source = createFileSource(
      { files: [path] },
      { onReloadError: (error, name) => errors.push([String(error), name]) },
    )
    expect(await namesAt(source, 'x', instances)).toEqual(['a'])
    write('changing.json', `${vm('a', 'x')}\n${vm('b', 'x')}`)
    await expect.poll(() => namesAt(source, 'x', instances)).toEqual(['a', 'b'])
    write('changing.json', '[')
    await expect
      .poll(async () => {
        expect(await namesAt(source, 'x', instances)).toEqual(['a', 'b'])
        return errors
      })
      .toEqual([[expect.stringMatching(/^InputError: .*changing\.json:1: not JSON: /), path]])
    rmSync(path)
    expect(await namesAt(source, 'x', instances)).toBeUndefined()
  })
})
