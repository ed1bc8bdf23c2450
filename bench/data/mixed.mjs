import { createRandom, generateImages } from './images.mjs'

/*
 * Images of several dozen shapes, as programs hold them that read from many projects: fields are absent here and there,
 * and their order differs. An engine remembers the places of a property for four shapes only.
 */

const shapeCount = 48
/** How often a shape has a field; the fields that are not here are in all shapes. */
const frequency = {
  description: 0.8,
  family: 0.9,
  labelFingerprint: 0.8,
  architecture: 0.6,
  licenses: 0.7,
  guestOsFeatures: 0.7,
  deprecated: 0.6,
  enableConfidentialCompute: 0.3,
  labels: 0.6,
}

export function generateMixedImages(count, seed = 1) {
  const random = createRandom(seed + 1)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const images = generateImages(count, seed)
  const optional = Object.entries(frequency).map(([name]) => [
    name,
    images.map((image) => image[name]).filter((value) => value !== undefined),
  ])
  const complete = (image) => ({
    ...Object.fromEntries(optional.map(([name, values]) => [name, pick(values)])),
    ...image,
  })
  const names = Object.keys(complete(images[0]))
  const shapes = Array.from({ length: shapeCount }, () =>
    rotate(names, Math.floor(random() * names.length)).filter((name) => random() < (frequency[name] ?? 1)),
  )
  return images.map((image) => {
    const shape = pick(shapes)
    const full = complete(image)
    return JSON.parse(JSON.stringify(Object.fromEntries(shape.map((name) => [name, full[name]]))))
  })
}

const rotate = (list, by) => [...list.slice(by), ...list.slice(0, by)]
