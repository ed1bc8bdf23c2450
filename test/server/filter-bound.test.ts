import { expect, test } from 'vitest'
import { createHandler } from '../../src/server/index.ts'

test('the filters of all collections are kept in one bounded number', async () => {
  const trees: unknown[] = []
  const handle = createHandler({
    source: {
      open: () => ({
        scan({ filter }) {
          trees.push(filter)
          return []
        },
      }),
    },
    authorize: () => 'allow',
  })
  const treeOf = async (path: string, filter: string) => {
    const url = `http://localhost/compute/v1/projects/p/${path}?filter=${encodeURIComponent(filter)}`
    expect((await handle(new Request(url))).status).toBe(200)
    return trees.at(-1)
  }

  const first = await treeOf('global/images', 'name = a')
  expect(await treeOf('global/images', 'name = a')).toBe(first)
  const ofInstances = await treeOf('zones/z/instances', 'name = a')
  expect(await treeOf('aggregated/instances', 'name = a')).toBe(ofInstances)
  for (let number = 0; number < 400; number++) await treeOf('zones/z/disks', `name = a${String(number)}`)
  expect(await treeOf('global/images', 'name = a')).not.toBe(first)
})
