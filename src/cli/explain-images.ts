import { explain } from '../index.ts'
import type { JsonObject, ResourceEntry } from '../input/index.ts'
import { describeExplanation } from './describe-explanation.ts'
import { eachImage } from './each-image.ts'
import { UsageError } from './usage-error.ts'
import type { CommandContext } from './command-context.ts'
import { collectNearest } from './nearest-name.ts'

/**
 * Explains the verdict for each image of that name. Images of several projects may share a name; then each is shown with its
 * id.
 */
export async function explainImages(filter: string, name: string, context: CommandContext): Promise<void> {
  const { profile } = context.request
  const near = collectNearest(name)
  const describe = (image: JsonObject, which?: string): string =>
    describeExplanation(name, explain(filter, image, { profile }), which)
  let count = 0
  /** The first image, until a second one is found. */
  let only: JsonObject | undefined
  const takeOnly = (which?: string): string => {
    const text = only === undefined ? '' : describe(only, which)
    only = undefined
    return text
  }
  const sink = {
    take: ({ resource: image }: ResourceEntry): string => {
      if (image.name !== name) {
        if (count === 0) near.add(image.name)
        return ''
      }
      count++
      if (count === 1) {
        only = image
        return ''
      }
      return takeOnly(only && idOf(only)) + describe(image, idOf(image))
    },
    end: (inputName: string): string => {
      if (count > 0) return takeOnly()
      const [nearest] = near.names()
      const help = nearest === undefined ? '' : `; did you mean ${nearest}?`
      throw new UsageError(`no image named ${name} in ${inputName}${help}`)
    },
  }
  try {
    await eachImage(sink, context)
  } catch (error) {
    // Prints what was found before the input failed.
    await context.stdout.write(takeOnly())
    throw error
  }
}

const idOf = ({ id }: JsonObject): string =>
  typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint' ? `id ${String(id)}` : 'no id'
