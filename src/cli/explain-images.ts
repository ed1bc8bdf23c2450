import { explain } from '../index.ts'
import { describeExplanation } from './describe-explanation.ts'
import { eachImage } from './each-image.ts'
import { Failure } from './failure.ts'
import type { Means } from './means.ts'

/** Says of the images of that name what decided: of all, since images of several projects may share a name. */
export async function explainImages(name: string, means: Means): Promise<void> {
  const { filter, profile } = means.request
  let found = false
  await eachImage(
    {
      take: ({ image }) => {
        if (image.name !== name) return ''
        found = true
        return describeExplanation(name, explain(filter, image, { profile }))
      },
      end: (inputName) => {
        if (!found) throw new Failure(`no image named ${name} in ${inputName}`)
        return ''
      },
    },
    means,
  )
}
