// Jest as it is by default: CommonJS, with its own module system and a global object for each file.
const test = `
const { compile, FilterError, validate } = require('compute-filter')
const { createCollection } = require('compute-filter/collection')
const { listImages, ListError } = require('compute-filter/list')
const { createNodeListener } = require('compute-filter/node')
const { re2jsEngine } = require('compute-filter/re2js')
const { createHandler, createMemorySource } = require('compute-filter/server')
const { expectAgrees, expectListsLike } = require('compute-filter/testing')
const suite = require('compute-filter/conformance.json')

const image = { name: 'debian-12' }
const filter = 'name eq "de\\\\p{Ll}.*"'

test('RE2 answers', () => {
  expect(compile(filter)(image)).toBe(true)
  expect(compile(filter, { regexEngine: re2jsEngine })(image)).toBe(true)
  expect(validate('name eq "("')[0].code).toBe('invalid-pattern')
})

test('mistakes are known by their class', async () => {
  expect(() => compile('nme = a')).toThrow(FilterError)
  await expect(listImages([], { project: 'p', pageToken: '!' })).rejects.toThrow(ListError)
})

test('a collection answers', () => expect(createCollection([image]).count(filter)).toBe(1))

test('a matcher obeys the laws', async () => {
  await expectAgrees((filter, resource) => compile(filter)(resource), { runs: 200 })
  await expect(expectAgrees(() => true, { runs: 200 })).rejects.toThrow('expected')
})

test('the handler answers', async () => {
  const handle = createHandler({ source: createMemorySource({ p: [image] }), authorize: () => 'allow' })
  const response = await handle(new Request('http://localhost/compute/v1/projects/p/global/images?filter=' + encodeURIComponent(filter)))
  expect((await response.json()).items).toEqual([image])
  expect(typeof createNodeListener(handle)).toBe('function')
  expect(typeof expectListsLike).toBe('function')
  expect(suite.cases.length).toBeGreaterThan(800)
})
`

/** What tests of pages run in: there the global object lacks much of Node's and of a browser's. */
const pageTest = (environment) => `/** @jest-environment ${environment} */
const { compile } = require('compute-filter')
test('RE2 answers in jsdom', () => expect(compile('name eq "de\\\\p{Ll}.*"')({ name: 'debian-12' })).toBe(true))
`

const jest = (name, quick, packageName, jsdom) => ({
  name,
  quick,
  async run(place, check) {
    place.install(packageName, jsdom, 'fast-check', 're2js')
    place.write({ 'filter.test.js': test, 'page.test.js': pageTest(jsdom) })
    await check('runs a test that requires every entry, and one in jsdom', () =>
      place.run(process.execPath, [`node_modules/${packageName}/bin/jest.js`, '--ci']),
    )
  },
})

export const testRunners = [
  jest('Jest 30', true, 'jest', 'jest-environment-jsdom'),
  jest('Jest 29', false, 'jest-29', 'jest-29-environment-jsdom'),
]
