import type { Matcher } from '../index.ts'
import { eachImage } from './each-image.ts'
import { formats } from './formats.ts'
import type { Means } from './means.ts'

/** Prints the images that match. */
export async function filterImages(matches: Matcher<unknown>, means: Means): Promise<void> {
  const { request, stdout, stderr } = means
  const name = request.format ?? (stdout.isTerminal ? 'table' : 'ndjson')
  const format = formats[name]()
  let read = 0
  let matched = 0
  await eachImage(
    {
      take: (image) => {
        read += 1
        if (!matches(image.image)) return ''
        matched += 1
        return format.add(image)
      },
      end: () => format.end(),
    },
    means,
  )
  if (name === 'table' && matched === 0) await stderr.write(`compute-filter: none of ${String(read)} images matches\n`)
}
