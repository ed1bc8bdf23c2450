import { owns } from './accessors.ts'
import { type PropertyTests, someElement } from './property-tests.ts'

/*
 * The tests of property-tests.ts once more for each frequent name: the property access then knows the name and has an inline
 * cache of its own, and no function is called to read the property. With one function for all names the cases of bench/mixed
 * take 1.6 times as long. The names are frequent fields of images and other resources.
 */

// prettier-ignore
export const knownProperties: PropertyTests = {
  /** Properties that are often compared with one text or boolean. */
  equal: {
    architecture: (value, { own, yes, no, plain }) => (o) => { try { return o.architecture === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    env: (value, { own, yes, no, plain }) => (o) => { try { return o.env === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    family: (value, { own, yes, no, plain }) => (o) => { try { return o.family === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    machineType: (value, { own, yes, no, plain }) => (o) => { try { return o.machineType === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    name: (value, { own, yes, no, plain }) => (o) => { try { return o.name === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    network: (value, { own, yes, no, plain }) => (o) => { try { return o.network === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    owner: (value, { own, yes, no, plain }) => (o) => { try { return o.owner === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    region: (value, { own, yes, no, plain }) => (o) => { try { return o.region === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    satisfiesPzi: (value, { own, yes, no, plain }) => (o) => { try { return o.satisfiesPzi === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    sourceDisk: (value, { own, yes, no, plain }) => (o) => { try { return o.sourceDisk === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    sourceImage: (value, { own, yes, no, plain }) => (o) => { try { return o.sourceImage === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    state: (value, { own, yes, no, plain }) => (o) => { try { return o.state === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    status: (value, { own, yes, no, plain }) => (o) => { try { return o.status === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    team: (value, { own, yes, no, plain }) => (o) => { try { return o.team === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    type: (value, { own, yes, no, plain }) => (o) => { try { return o.type === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    zone: (value, { own, yes, no, plain }) => (o) => { try { return o.zone === value && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
  },

  /** Properties that are compared in other ways, and messages and maps on the way to a field. */
  value: {
    architecture: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.architecture; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    creationTimestamp: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.creationTimestamp; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    deprecated: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.deprecated; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    diskSizeGb: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.diskSizeGb; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    env: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.env; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    family: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.family; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    id: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.id; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    labels: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.labels; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    machineType: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.machineType; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    name: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.name; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    natIP: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.natIP; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    network: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.network; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    owner: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.owner; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    region: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.region; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    satisfiesPzi: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.satisfiesPzi; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    scheduling: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.scheduling; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    sizeGb: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.sizeGb; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    state: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.state; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    status: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.status; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    tags: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.tags; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    team: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.team; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    type: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.type; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    zone: (passes, { own, yes, no, plain }) => (o) => { try { const v = o.zone; return v !== undefined && v !== null && passes(v) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
  },

  elements: {
    accessConfigs: ({ value, passes }, { own, yes, no, plain }) => (o) => { try { return someElement(o.accessConfigs, value, passes) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    disks: ({ value, passes }, { own, yes, no, plain }) => (o) => { try { return someElement(o.disks, value, passes) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    guestOsFeatures: ({ value, passes }, { own, yes, no, plain }) => (o) => { try { return someElement(o.guestOsFeatures, value, passes) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    items: ({ value, passes }, { own, yes, no, plain }) => (o) => { try { return someElement(o.items, value, passes) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    licenses: ({ value, passes }, { own, yes, no, plain }) => (o) => { try { return someElement(o.licenses, value, passes) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    networkInterfaces: ({ value, passes }, { own, yes, no, plain }) => (o) => { try { return someElement(o.networkInterfaces, value, passes) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
    users: ({ value, passes }, { own, yes, no, plain }) => (o) => { try { return someElement(o.users, value, passes) && (own === undefined || owns(o, own)) ? yes : no } catch { return plain(o) } },
  },
}
